"""What to say back, with the facts to say it: a closed union of values that views turn into words.

A `Matter` names what a message is about and holds ids only; `tell.py` looks the matter up when the message is about to
be shown, so that what a member reads is the present state and never the state when it was queued.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.asked import Ending
from assistant.facts import ContactSlot, Meeting, Person, Slot
from assistant.ids import MatchId, PersonId, QuestionId
from assistant.phrases.frame import Frame


class Subject(StrEnum):
    """What a message can be about."""

    MEETING = "meeting"
    QUESTION = "question"
    CONTACT = "contact"
    MATCH = "match"
    HELP = "help"
    NOT_UNDERSTOOD = "not_understood"
    NOT_YET = "not_yet"
    NOBODY_NAMED = "nobody_named"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Matter:
    """What a message is about: enough to look it up again, and nothing more.

    `words` keeps what was typed where that is the matter itself: a sentence not understood, the reason of a refusal;
    `frame` what was understood where nothing can be done about it.
    """

    subject: Subject
    id: int = 0
    words: str = ""
    again: bool = False  # the member said it twice: the record was there already
    frame: Frame | None = None

    @property
    def key(self) -> str:
        """Names the record behind the message, "meeting:42"; "" when there is none to keep up to date."""
        return f"{self.subject}:{self.id}" if self.id else ""

    @classmethod
    def of_key(cls, key: str) -> "Matter | None":
        """The matter that `key` names; None for ""."""
        subject, _, record = key.partition(":")
        return cls(Subject(subject), int(record)) if record else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant, and how the asker knows them."""

    person: Person
    times_met: int = 0
    last_met: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingNoted:
    """Read back what was understood, or the present state of it."""

    meeting: Meeting
    again: bool = False


@dataclass(frozen=True, slots=True)
class MeetingUndone:
    """It is taken back, and can be put back."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class WhichPerson:
    """A name fits several people. Nothing is written before the answer."""

    question: QuestionId
    name: str
    candidates: tuple[Candidate, ...]  # best first, at most 5
    said: Frame


@dataclass(frozen=True, slots=True)
class WhoIsThis:
    """A name fits nobody: a new contact, or one of those spelt nearly so."""

    question: QuestionId
    name: str
    nearest: tuple[Candidate, ...]  # best first, at most 5; may be empty
    said: Frame


@dataclass(frozen=True, slots=True)
class IsThatIt:
    """It may mean this, or that. Nothing is done before the answer."""

    question: QuestionId
    said: Frame
    second: Frame | None = None


@dataclass(frozen=True, slots=True)
class QuestionClosed:
    """The question stands no longer; where a record came of it, that record has its own message."""

    ending: Ending
    name: str  # the words that were asked about; "" when the question was what the sentence means
    meant: Person | None = None


@dataclass(frozen=True, slots=True)
class ContactNoted:
    """What is noted of a contact."""

    contact: Person


@dataclass(frozen=True, slots=True)
class ContactMerged:
    """The contact turned out to be somebody; it can be taken back."""

    contact: Person
    meant: Person


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Somebody joined who may be the contact. Nothing is done before the answer."""

    match: MatchId
    contact: Person
    member: Person


@dataclass(frozen=True, slots=True)
class KeptApart:
    """The owner said that the two are not one."""

    match: MatchId
    contact: Person
    member: Person


@dataclass(frozen=True, slots=True)
class Help:
    """What Wellmet can do, with examples that work."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The words kept, and the nearest things that would work."""

    words: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """Understood, and not something that can be done here yet; what was understood."""

    said: Frame


@dataclass(frozen=True, slots=True)
class NobodyNamed:
    """A meeting, but with whom? The words kept, and how to say it."""

    words: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """It may not be done now; the text says why and what can be done."""

    why: str


@dataclass(frozen=True, slots=True)
class LookingUp:
    """Somebody mentioned is not known here yet; the answer follows in the private conversation."""


@dataclass(frozen=True, slots=True)
class AnsweredPrivately:
    """Said where others read: the answer stands in the private conversation."""


@dataclass(frozen=True, slots=True)
class MeetingForm:
    """An empty form, or one that holds a meeting."""

    today: date  # in the member's own zone
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class NoteForm:
    """A small form for more notes."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class ContactsForm:
    """A form to choose one of one's own contacts."""


@dataclass(frozen=True, slots=True)
class ContactForm:
    """What is noted of a contact."""

    contact: Person


@dataclass(frozen=True, slots=True)
class FormErrors:
    """The form stays open, with a sentence under each field that needs one."""

    errors: tuple[tuple[Slot | ContactSlot, str], ...]


@dataclass(frozen=True, slots=True)
class Home:
    """A member's own page."""

    person: Person
    meetings: tuple[Meeting, ...]  # of this page, newest first
    page: int  # counted from 1
    pages: int  # at least 1
    total: int
    contacts: int = 0  # how many they keep


Message = (
    MeetingNoted
    | MeetingUndone
    | WhichPerson
    | WhoIsThis
    | IsThatIt
    | QuestionClosed
    | ContactNoted
    | ContactMerged
    | SamePerson
    | KeptApart
    | Help
    | NotUnderstood
    | NotYet
    | NobodyNamed
    | Refusal
    | LookingUp
    | AnsweredPrivately
)
"""What stands in a conversation."""

OpenForm = MeetingForm | NoteForm | ContactsForm | ContactForm

Reply = Message | OpenForm | FormErrors | Home


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """One line of the list that appears while a name is typed into a form."""

    person: PersonId | None  # None: keep the typed words as a new contact
    text: str
    note: str = ""
