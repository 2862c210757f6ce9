"""An introduction as it is remembered: who asked for whom, through whom, why, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.ids import IntroductionId, PersonId

WHY = 300  # characters of a why, or of words passed on: one line that somebody reads on a phone


class Origin(StrEnum):
    """How it began."""

    REQUESTED = "requested"  # by whoever wants to meet somebody
    OFFERED = "offered"  # by the connector, who believes in both
    LOGGED = "logged"  # made elsewhere, and told to Wellmet


class Stage(StrEnum):
    """How far it has come."""

    REQUESTED = "requested"  # nobody has been asked yet, or a card stands in the introductions channel
    CONNECTOR_ASKED = "connector_asked"
    TARGET_ASKED = "target_asked"
    BOTH_ASKED = "both_asked"  # an offered one: neither has answered
    REQUESTER_ASKED = "requester_asked"  # an offered one: the target has agreed already
    INTRODUCED = "introduced"
    MET = "met"
    THANKED = "thanked"
    CLOSED = "closed"


class Side(StrEnum):
    """What somebody is to an introduction."""

    REQUESTER = "requester"
    CONNECTOR = "connector"
    TARGET = "target"
    MEMBER = "member"  # any other member
    CLOCK = "clock"  # nobody: the time has come


class Verb(StrEnum):
    """What somebody does about it."""

    ASK = "ask"  # ask the connectors privately, the warmest first
    VOLUNTEER = "volunteer"  # "I know her": the member becomes the connector
    NOMINATE = "nominate"  # "@tom knows her": Tom is asked as the connector
    ACCEPT = "accept"
    DECLINE = "decline"
    PASS_ON = "pass_on"  # a no of this connector, while another one can still be asked
    WITHDRAW = "withdraw"
    EXPIRE = "expire"
    LEAVE = "leave"  # somebody without whom it cannot be made is gone: deactivated, erased, blocked
    REPORT_MET = "report_met"
    DROP = "drop"  # no longer needed
    THANK = "thank"
    TAKE_BACK = "take_back"  # the thanks; nobody else's stand


class Closing(StrEnum):
    """Why it is closed. To the requester the first three read alike."""

    DECLINED = "declined"
    EXPIRED = "expired"
    LEFT = "left"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom the requester wants to meet: somebody, somebody at an organisation, or a kind of person."""

    target: PersonId | None = None
    organisation: str = ""
    seeking: str = ""

    @property
    def is_sought(self) -> bool:
        """Not a person whom the requester named; somebody may have been found since."""
        return bool(self.organisation or self.seeking)

    def same(self, other: "Wanted") -> bool:
        """Whether both ask for the same, whoever was found since."""
        if self.is_sought or other.is_sought:
            mine, theirs = (self.organisation, self.seeking), (other.organisation, other.seeking)
            return [one.casefold() for one in mine] == [one.casefold() for one in theirs]
        return self.target == other.target


@dataclass(frozen=True, slots=True)
class IntroductionDraft:
    """An introduction as it is about to be written down."""

    origin: Origin
    stage: Stage
    requester: PersonId
    wanted: Wanted
    why: str
    connector: PersonId | None = None
    named: bool = False  # the requester named the one asked first, and so may know that they are asked
    queue: tuple[PersonId, ...] = ()  # further connectors who may be asked, the warmest first
    expires_at: datetime | None = None  # UTC
    made_at: datetime | None = None  # UTC; when the two were brought together


@dataclass(frozen=True, slots=True)
class Introduction:
    """An introduction."""

    id: IntroductionId
    origin: Origin
    stage: Stage
    requester: PersonId
    wanted: Wanted
    why: str
    author: PersonId  # who wrote it down; of a logged one nobody else learns
    connector: PersonId | None
    named: bool
    queue: tuple[PersonId, ...]
    asked_at: datetime  # UTC; when it was written down
    expires_at: datetime | None = None  # UTC; of the present stage
    made_at: datetime | None = None  # UTC
    closing: Closing | None = None
    disclosed: bool = True  # whether the requester may know how it stands; a no is told some days later
    met_at: datetime | None = None  # UTC; when one of the two told, for all three to know, that they met
    version: int = 1

    @property
    def target(self) -> PersonId | None:
        """Whom the requester is to meet, as soon as that is known."""
        return self.wanted.target

    def side_of(self, person: PersonId) -> Side:
        """What that person is to it now."""
        sides = {self.requester: Side.REQUESTER, self.target: Side.TARGET, self.connector: Side.CONNECTOR}
        return sides.get(person, Side.MEMBER)

    def other_than(self, person: PersonId) -> PersonId | None:
        """Whom that person would meet, or for a connector, who asks."""
        return self.target if person == self.requester else self.requester

    @property
    def seems(self) -> Stage:
        """The stage as the requester may know it: a no that was not told yet is still an open question."""
        return self.stage if self.disclosed else Stage.CONNECTOR_ASKED


class Answer(StrEnum):
    """What somebody who was asked has answered."""

    YES = "yes"
    NO = "no"
    NOT_NOW = "not_now"  # is asked once more


class Bidden(StrEnum):
    """How somebody came to be asked."""

    NAMED = "named"  # by the requester, who knows of it therefore
    FOUND = "found"  # by Wellmet, or named by somebody in the card's thread
    SPARED = "spared"  # named by the requester, and not asked: two of the three are kept apart
    FORWARD = "forward"  # they came forward themselves: nothing of their month is spent


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody was asked about an introduction; once, and once more after "not now"."""

    introduction: IntroductionId
    person: PersonId
    side: Side
    at: datetime  # UTC
    answer: Answer | None = None
    bidden: Bidden = Bidden.FOUND


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that was made, as it is kept."""

    by: PersonId | None  # None: the clock
    verb: Verb
    stage: Stage  # after it
    at: datetime  # UTC
