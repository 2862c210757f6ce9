"""What two people did together, as it is remembered: one of them writes it down, and the other confirms it, or not."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from assistant.business.money import Money
from assistant.facts import When
from assistant.ids import PartnershipId, PersonId, ReferralId
from assistant.phrases.frame import Formality

LINE = 300  # characters of a client, an aim, terms: one line that somebody reads on a phone


class Word(StrEnum):
    """Whose word a record is."""

    OWN = "own"  # the author's alone: the other side has no account here, or is no person
    ASKED = "asked"  # the other of the two is asked whether it is right
    CONFIRMED = "confirmed"  # both say so
    REFUSED = "refused"  # the other says it is not theirs; it stays the author's own note


class State(StrEnum):
    """What became of a referral."""

    SENT = "sent"
    CONTACTED = "contacted"
    WON = "won"
    LOST = "lost"


class Life(StrEnum):
    """Whether a partnership goes on."""

    RUNNING = "running"
    PAST = "past"  # nobody ended it, and its last day is over
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a referral and a partnership have in common."""

    author: PersonId  # who wrote it down
    other: PersonId | None  # the other side; None for a partnership with an organisation
    word: Word
    writer: PersonId  # who of the two said it as it stands now
    turn: int = 0  # grows when it is the other's to confirm anew; each is asked once a turn
    written_at: datetime  # UTC
    edited_at: datetime | None = None  # UTC; when either last said it otherwise
    undone_at: datetime | None = None
    version: int = 1

    @property
    def waits_on(self) -> PersonId | None:
        """Who is asked whether it is right."""
        return self.facing(self.writer) if self.word is Word.ASKED and not self.undone_at else None

    def facing(self, person: PersonId) -> PersonId | None:
        """The other one of the two."""
        return self.other if person == self.author else self.author

    def known_to(self, person: PersonId) -> bool:
        """Whether that person may see it: its author, and the other one once it is theirs to confirm."""
        return person == self.author or (person == self.other and self.word is not Word.OWN)

    @property
    def is_confirmed(self) -> bool:
        """Whether both say so."""
        return self.word is Word.CONFIRMED

    @property
    def is_refused(self) -> bool:
        """Whether the other one said that it is not theirs."""
        return self.word is Word.REFUSED

    def counts_for(self, person: PersonId) -> bool:
        """Whether it counts in what that person reads: what they said themselves, or agreed to."""
        return not self.undone_at and (self.word is Word.CONFIRMED or person in (self.author, self.writer))


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What is said about a referral; the other side confirms it or sets it right."""

    when: When
    client: str = ""
    what: str = ""  # what it is about
    money: Money | None = None
    assumed: frozenset[str] = frozenset()  # "when", "currency": filled in because it was not said


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Shared):
    """Business that one sent to the other."""

    id: ReferralId
    referrer: PersonId
    receiver: PersonId
    facts: ReferralFacts
    state: State = State.SENT

    @property
    def day(self) -> date:
        """The day it counts on; a vague one counts on the day it was written down."""
        return self.facts.when.start or self.facts.when.end or self.written_at.date()


@dataclass(frozen=True, slots=True)
class PartnershipFacts:
    """What is said about a partnership; the other side confirms it or sets it right."""

    organisation: str = ""
    aim: str = ""
    terms: str = ""
    formality: Formality | None = None  # None: not said, and taken as informal
    since: date | None = None
    until: date | None = None  # the last day


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Shared):
    """Two who team up, or a member and an organisation."""

    id: PartnershipId
    facts: PartnershipFacts = field(default_factory=PartnershipFacts)
    ended_on: date | None = None

    @property
    def is_formal(self) -> bool:
        """Whether it stands on paper."""
        return self.facts.formality is Formality.FORMAL

    def is_running(self, today: date) -> bool:
        """Whether it goes on that day."""
        return self.life(today) is Life.RUNNING

    def life(self, today: date) -> Life:
        """Whether it goes on that day."""
        if self.ended_on:
            return Life.ENDED
        return Life.PAST if self.facts.until and self.facts.until < today else Life.RUNNING
