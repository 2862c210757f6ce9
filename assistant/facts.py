"""The nouns: what is remembered, as plain values. See the glossary in docs/glossary.md."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from assistant.ids import AccountId, MatchId, MeetingId, PersonId


class Kind(StrEnum):
    """How somebody is known: with an account in the workspace, or only by a member's telling."""

    MEMBER = "member"
    CONTACT = "contact"


class Standing(StrEnum):
    """What an account is to the workspace; contacts are always `ACTIVE`."""

    ACTIVE = "active"
    GUEST = "guest"  # restricted accounts: may keep notes of their own, may be met
    EXTERNAL = "external"  # shared through Slack Connect: may be met, keeps no notes here
    DEACTIVATED = "deactivated"  # stays in old records, is not proposed for new ones
    BOT = "bot"  # nobody meets a bot
    UNKNOWN = "unknown"  # Slack itself does not know the account


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack tells of an account."""

    account: AccountId
    name: str  # real name, never empty
    display_name: str = ""
    handle: str = ""
    email: str = ""
    organisation: str = ""
    title: str = ""
    zone: str = "UTC"  # IANA name
    picture: str = ""  # address of a small square picture
    standing: Standing = Standing.ACTIVE
    admin: bool = False  # may change what holds for the whole workspace


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone known by name: a member, or a contact private to its owner."""

    id: PersonId
    kind: Kind
    name: str
    display_name: str = ""
    handle: str = ""
    email: str = ""
    organisation: str = ""
    title: str = ""
    account: AccountId | None = None  # members only
    owner: PersonId | None = None  # contacts only: the one member who knows of them
    zone: str = "UTC"
    picture: str = ""
    standing: Standing = Standing.ACTIVE
    merged_into: PersonId | None = None  # contacts only: whom they turned out to be
    admin: bool = False

    @property
    def can_be_met(self) -> bool:
        """May stand in a new meeting."""
        return self.standing in (Standing.ACTIVE, Standing.GUEST, Standing.EXTERNAL)

    @property
    def may_keep_notes(self) -> bool:
        """May record meetings here."""
        return self.kind is Kind.MEMBER and self.standing in (Standing.ACTIVE, Standing.GUEST)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as its owner keeps it, and whom it turned out to be."""

    person: Person
    meant: Person | None  # the member, or other contact, whom it was merged into
    version: int  # grows with every change


class ContactSlot(StrEnum):
    """What is noted of a contact; and in forms, which contact, and whom it turned out to be."""

    NAME = "name"
    ORGANISATION = "organisation"
    TITLE = "title"
    EMAIL = "email"
    CONTACT = "contact"
    SAME_AS = "same_as"


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What an owner may write down of a contact."""

    name: str  # never empty
    organisation: str = ""
    title: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A member who joined and may be the one that somebody keeps a contact of; their owner is asked once."""

    id: MatchId
    contact: PersonId
    member: PersonId
    apart: bool = False  # the owner said that they are two


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a member meant by words they were asked about."""

    person: PersonId
    times: int  # how often in a row, the last doubt counted as a beginning
    among: frozenset[PersonId]  # whom they chose from the last time


class Grain(StrEnum):
    """How precisely a moment was said; the finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"  # this morning, last night
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    VAGUE = "vague"  # the other day, recently: no date at all


@dataclass(frozen=True, slots=True)
class When:
    """A moment or a span in somebody's own calendar: local dates, the last one included."""

    grain: Grain
    start: date | None = None  # None only when vague, or when only an end was said
    end: date | None = None
    at: time | None = None  # the clock time on `start`, for grain minute and hour
    part: str = ""  # "morning", "evening", for grain part
    until: time | None = None  # the clock time at the end, on `end` or else on `start`


@dataclass(frozen=True, slots=True)
class Span:
    """Days of somebody's calendar, both ends included; an end that was not said is open."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, when: When | None) -> "Span":
        """The days that a moment covers; all of them for none, and for a vague one."""
        if when is None or when.grain is Grain.VAGUE:
            return cls()
        return cls(when.start, when.end or when.start)

    def __bool__(self) -> bool:
        return self.first is not None or self.last is not None


ALWAYS = Span()
"""All days."""


class Slot(StrEnum):
    """What a meeting is made of; named where something was assumed rather than said."""

    PEOPLE = "people"
    WHEN = "when"
    PLACE = "place"
    TOPIC = "topic"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A member's own note that they met people."""

    id: MeetingId
    owner: PersonId
    people: tuple[Person, ...]  # whom they met, in the order said
    when: When
    place: str
    topic: str
    notes: str
    assumed: frozenset[Slot]  # slots that were not said; emptied by an edit of that slot
    written_at: datetime  # UTC
    edited_at: datetime | None = None
    undone_at: datetime | None = None
    version: int = 1  # counts changes; a form that is based on an older one is told so


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting as it is about to be written down."""

    people: tuple[PersonId, ...]
    when: When
    place: str = ""
    topic: str = ""
    notes: str = ""
    assumed: frozenset[Slot] = frozenset()


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """A reference to a person, as said: words, or a mention."""

    text: str  # as typed, "<@U017|linn>" for a mention
    account: AccountId | None = None
    organisation: str = ""  # said along to tell them apart: "Sam from Acme"
    speaker: bool = False  # I, me, my, us: whoever speaks
    known: PersonId | None = None  # chosen from a list: nobody else can be meant
    means: str = ""  # for a pronoun, the name in the same sentence or thread that it stands for

    @property
    def called(self) -> str:
        """The words as they are asked about: "Sam from Acme", which is another one than the sentence's other Sam."""
        return f"{self.text} from {self.organisation}" if self.organisation and not self.account else self.text


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a member has chosen for themselves; None where the workspace's own choice counts."""

    shows_ties: bool = True  # others may learn that a tie exists, and how warm it is
    shows_contacts: bool = False  # own contacts may be found as targets; their names stay hidden until the owner agrees
    asks_a_month: int | None = None  # requests for introductions that reach them
    rests_until: date | None = None  # asked for no introductions before that day
    hours_from: time | None = None  # on their own wall clock: when what comes unasked may arrive
    hours_until: time | None = None
    days: tuple[int, ...] = ()  # Monday is 0; empty: as the workspace has it
    quiet_from: time | None = None  # within these hours nothing comes unasked; they may pass midnight
    quiet_until: time | None = None
    nudges_a_week: int | None = None
    may_be_recommended: bool = True  # asked whether recommendations of them may be shown
    nudges_stopped: bool = False
    nudges_from: date | None = None  # paused: no nudges before that day
    nudges_since: datetime | None = None  # asked for nudges again then (UTC): what was ignored before counts no more


@dataclass(frozen=True, slots=True)
class WorkspaceSettings:
    """What the admins have chosen for everybody."""

    introductions_channel: str = ""  # where requests may stand as cards
    currency: str = ""  # of sums whose currency nobody said, ISO 4217; "": it is asked for
    asks_a_month: int = 2  # requests that reach one connector, unless they chose another number
    hours_from: time = time(9)  # what comes unasked arrives within these hours of each member's own wall clock
    hours_until: time = time(17, 30)
    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    nudges_a_week: int = 2  # nudges to one member, unless they chose another number
