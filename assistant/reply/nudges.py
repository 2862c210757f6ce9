"""What is said of Wellmet's own accord: one message, an item for each deed."""

from dataclasses import dataclass

from assistant.ids import NudgeId
from assistant.nudges.record import Nudge
from assistant.reply.business import PartnershipShown, ReferralShown
from assistant.reply.listings import FitFound, StillSo
from assistant.reply.recommendations import RecommendationAsked
from assistant.reply.reminders import ReminderDue
from assistant.reply.thanks import ThanksDue


@dataclass(frozen=True, slots=True)
class NudgeLine:
    """A deed that one sentence tells, with no buttons but those of every nudge."""

    words: str


NudgeItem = (
    NudgeLine | ReminderDue | ReferralShown | PartnershipShown | ThanksDue | RecommendationAsked | FitFound | StillSo
)
"""What stands in a message of nudges: a closed union, an item a capability."""


@dataclass(frozen=True, slots=True)
class NudgeShown:
    """One nudge in its message."""

    nudge: Nudge
    item: NudgeItem | None  # None: what it was about is not there any more


@dataclass(frozen=True, slots=True)
class Nudges:
    """All that is due for a member at one time; kept up to date while its items are settled."""

    batch: NudgeId
    items: tuple[NudgeShown, ...]
    last_call: bool = False  # the last ones were ignored: if this is, Wellmet falls silent
