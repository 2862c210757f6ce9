"""What a message is about.

A `Matter` names it and holds ids only; `tell.py` looks the matter up when the message is about to be shown, so that
what a member reads is the present state and never the state when it was queued.
"""

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a message can be about."""

    MEETING = "meeting"
    QUESTION = "question"
    CONTACT = "contact"
    MATCH = "match"
    HELP = "help"
    NOT_UNDERSTOOD = "not_understood"
    NOBODY_NAMED = "nobody_named"
    REFUSED = "refused"
    REQUESTS = "requests"
    LOOK = "look"  # something looked up; `side` says what, as recall/look.py writes it
    SAID = "said"  # to whom, of which people; a message about no record, which is not kept up to date
    NOTICE = "notice"  # something was done that has no message of its own
    PASSED_ON = "passed_on"  # words of one person for another about an introduction
    EXPORT = "export"
    FORGETTING = "forgetting"  # of a person, by id, by whom `side` says; of the reader themselves: everything
    FORGOTTEN = "forgotten"  # the same, once it is done
    SPARED = "spared"  # the same, once the reader chose to keep it
    SETTINGS = "settings"  # a change of them
    OWN_SETTINGS = "own_settings"  # as they are now
    REMINDER = "reminder"
    REMINDERS = "reminders"  # what is still to come
    NUDGES = "nudges"  # all that was said unasked at one time; named by the first nudge of it
    LISTING = "listing"  # an offer or need, to whose it is
    RECOMMENDATION = "recommendation"  # to its author
    FOUND = "found"  # who does what is sought, in `words`
    NEEDING = "needing"  # who needs what is offered, in `words`
    AUDIENCE = "audience"  # who shares the reader's clients
    OFFERS = "offers"
    NEEDS = "needs"
    THANKS = "thanks"
    THANKS_OWED = "thanks_owed"
    REFERRAL = "referral"  # as one of the two sees it
    PARTNERSHIP = "partnership"  # the same
    PARTNERSHIPS = "partnerships"  # all of a member's
    INTRODUCTION = "introduction"  # as one of its people sees it, as a card, or as the introduction itself


@dataclass(frozen=True, slots=True)
class Matter:
    """What a message is about: enough to look it up again, and nothing more.

    `words` keeps what was typed where that is the matter itself: a sentence not understood, the reason of a refusal.
    """

    subject: Subject
    id: int = 0
    words: str = ""
    again: bool = False  # the member said it twice: the record was there already
    side: str = ""  # which of the messages about the record: a person's id, "card", "together"

    @property
    def key(self) -> str:
        """Names the message's matter, "meeting:42", "introduction:7:3"; "" when there is none to keep up to date."""
        return ":".join(filter(None, (self.subject, str(self.id), self.side))) if self.id else ""

    @classmethod
    def of_key(cls, key: str) -> "Matter | None":
        """The matter that `key` names; None for ""."""
        subject, *parts = key.split(":")
        return cls(Subject(subject), int(parts[0]), side="".join(parts[1:])) if parts else None
