"""A nudge: one deed of which a member is to be reminded, once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.ids import NudgeId, PersonId


class Deed(StrEnum):
    """What a nudge is about, the most welcome first: where not all may be sent, the first ones are."""

    REMINDER = "reminder"  # the member asked for it
    RHYTHM = "rhythm"  # the member asked for it
    CONFIRM = "confirm"  # somebody else's record waits for their word
    BUSINESS = "business"  # an introduction led to business: thank for it
    MET = "met"  # those introduced have met: thank for it
    MADE = "made"  # an introduction was made: thank for it
    MATCH = "match"  # an offer fits a need of theirs
    PARTNERSHIP_END = "partnership_end"
    NEED_EXPIRY = "need_expiry"
    OFFER_EXPIRY = "offer_expiry"


ASKED_FOR = frozenset((Deed.REMINDER, Deed.RHYTHM))
"""Not Wellmet's idea but the member's: no cap counts them, and they come while nudges are stopped."""


class State(StrEnum):
    """How far a nudge has come."""

    PLANNED = "planned"
    SENT = "sent"  # and not answered yet
    SETTLED = "settled"  # by the member, in whatever way
    DROPPED = "dropped"  # by us, with the reason


class Ending(StrEnum):
    """How a nudge was settled, or why it was dropped."""

    DONE = "done"  # the deed was done
    ALREADY = "already"  # it had been done before: "I already did"
    PASSED = "passed"  # "not this one"
    FEWER = "fewer"  # "fewer of these": left at that, and so may be others from now on
    SNOOZED = "snoozed"  # it comes again, as another one
    WITHDRAWN = "withdrawn"  # what it was about was taken back
    UNTRUE = "untrue"  # there was no reason for it any more when it was due
    TOO_LATE = "too_late"
    STOPPED = "stopped"  # the member wants no nudges
    SILENT = "silent"  # the last ones were ignored
    LEFT = "left"  # the member is not here any more


@dataclass(frozen=True, slots=True)
class Nudge:
    """One deed of which one person is told once; the workspace, person, deed and record name it."""

    id: NudgeId
    person: PersonId
    deed: Deed
    about: str  # Matter.key of the record; a record that may nudge anew tells its rounds apart by Matter.side
    earliest: datetime  # UTC; when it was first meant to be sent
    due: datetime  # UTC; when it is looked at next
    sharp: bool = False  # at this very minute, because the member said a clock time
    state: State = State.PLANNED
    sent_at: datetime | None = None  # UTC
    ended_at: datetime | None = None  # UTC
    how: Ending | None = None
    batch: NudgeId | None = None  # the message that it stood in, named by its first nudge
    version: int = 1  # grows with every change

    @property
    def is_asked_for(self) -> bool:
        """The member's own idea."""
        return self.deed in ASKED_FOR

    @property
    def is_open(self) -> bool:
        """Neither settled nor dropped."""
        return self.state in (State.PLANNED, State.SENT)
