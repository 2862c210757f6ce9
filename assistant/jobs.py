"""What is to be done later or elsewhere: a closed union of flat values, kept in the outbox as they stand."""

from dataclasses import dataclass
from enum import IntEnum

from assistant.export.copy import Format
from assistant.ids import AccountId, IntroductionId, ListingId, NudgeId, PersonId, QuestionId, ThanksId
from assistant.reply import Matter
from assistant.said import Utterance


@dataclass(frozen=True, slots=True)
class Say:
    """Tell a member of a matter, in their private conversation with Wellmet."""

    to: AccountId
    matter: Matter
    conversation: str = ""  # where they spoke, if it was their private conversation; else it is opened
    thread: str = ""  # stay in the thread in which they spoke


@dataclass(frozen=True, slots=True)
class Refresh:
    """Bring every message about a record to its present state."""

    matter: Matter
    owner: PersonId  # whose record it is


@dataclass(frozen=True, slots=True)
class ShowHome:
    """Publish a member's Home."""

    to: AccountId
    page: int = 1


@dataclass(frozen=True, slots=True)
class Point:
    """Tell the speaker, where others read but only to their eyes, that the answer is in private. At most once."""

    to: AccountId
    conversation: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask Slack about accounts that are not known here, then hear the sentence again."""

    accounts: tuple[AccountId, ...]
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class LearnMembers:
    """Read the whole list of members; put at every start."""


@dataclass(frozen=True, slots=True)
class Expire:
    """Close a question that nobody answered."""

    question: QuestionId


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind somebody, once, of an introduction that waits for their answer."""

    introduction: IntroductionId
    person: PersonId


@dataclass(frozen=True, slots=True)
class ExpireIntroduction:
    """Nobody answered in time."""

    introduction: IntroductionId


@dataclass(frozen=True, slots=True)
class Disclose:
    """Tell the requester that this one didn't work out; a while after it did not, so that the moment tells nothing."""

    introduction: IntroductionId


@dataclass(frozen=True, slots=True)
class BringTogether:
    """Post the introduction itself, where both and the connector read it."""

    introduction: IntroductionId


@dataclass(frozen=True, slots=True)
class PostCard:
    """Put the request as a card into the introductions channel."""

    introduction: IntroductionId


@dataclass(frozen=True, slots=True)
class AskOutcome:
    """Ask somebody whether they met; `again` after a "not yet"."""

    introduction: IntroductionId
    person: PersonId
    again: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """Empty a message of ours: what it was about is erased."""

    conversation: str
    message: str


@dataclass(frozen=True, slots=True)
class LookAtNudge:
    """A nudge is due: send it, with all else that is due for the person, or decide when to look again."""

    nudge: NudgeId
    person: PersonId


@dataclass(frozen=True, slots=True)
class PassThanks:
    """Tell somebody that they are thanked."""

    thanks: ThanksId
    person: PersonId


@dataclass(frozen=True, slots=True)
class HandOut:
    """Send a member the file with all that is kept of them."""

    to: AccountId
    wanted: Format


@dataclass(frozen=True, slots=True)
class Lapse:
    """Nobody said that an offer or need is still so."""

    listing: ListingId


@dataclass(frozen=True, slots=True)
class Tidy:
    """Drop what has served: deliveries seen and jobs done long ago. Puts itself again."""


Job = (
    Say
    | Refresh
    | ShowHome
    | Point
    | LookUp
    | LearnMembers
    | Expire
    | Remind
    | ExpireIntroduction
    | Disclose
    | BringTogether
    | PostCard
    | AskOutcome
    | Blank
    | HandOut
    | LookAtNudge
    | PassThanks
    | Lapse
    | Tidy
)


class Rank(IntEnum):
    """Who waits for a job. What is of a lower rank goes first, whatever has been due for longer."""

    ANSWER = 0  # somebody did something, and waits
    UPKEEP = 1  # nobody waits, and nobody is told
    UNASKED = 2  # said of our own accord; many fall due at the same nine o'clock, so a workspace hears them at a pace


def rank_of(job: Job, following: Rank = Rank.ANSWER) -> Rank:
    """The rank of a job that is put while one of the rank `following` is carried out.

    What follows from a job that nobody waits for is not waited for either.
    """
    match job:
        case Say() | Refresh() | ShowHome() | Point() | LookUp() | BringTogether() | PostCard():
            return Rank.ANSWER if following is Rank.ANSWER else Rank.UNASKED
        case PassThanks() | HandOut():
            return Rank.ANSWER if following is Rank.ANSWER else Rank.UNASKED
        case LearnMembers() | Blank() | Expire() | ExpireIntroduction() | Disclose() | Lapse() | Tidy():
            return Rank.UPKEEP
        case Remind() | AskOutcome() | LookAtNudge():
            return Rank.UNASKED
