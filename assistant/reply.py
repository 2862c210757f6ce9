"""What to say back, with the facts to say it: a closed union of values that views turn into words.

A `Matter` names what a message is about and holds ids only; `tell.py` looks the matter up when the message is about to
be shown, so that what a member reads is the present state and never the state when it was queued.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.asked import Ending
from assistant.buttons import Field
from assistant.facts import ContactSlot, Meeting, Person, Preferences, WorkspaceSettings
from assistant.ids import IntroductionId, MatchId, PersonId, QuestionId
from assistant.introductions.record import Answer, Introduction, Side
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
    REQUESTS = "requests"
    NOTICE = "notice"  # something was done that has no message of its own
    PASSED_ON = "passed_on"  # words of one person for another about an introduction
    INTRODUCTION = "introduction"  # as one of its people sees it, as a card, or as the introduction itself


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
class WhyAsked:
    """A request for an introduction needs a line of why."""

    question: QuestionId
    said: Frame


@dataclass(frozen=True, slots=True)
class IntroductionShown:
    """An introduction, as far as its reader may see it; whom they may not know of is left out."""

    introduction: Introduction
    reader: Side | None  # None: the card that everybody reads
    requester: Person
    target: Person | None = None
    connector: Person | None = None
    answer: Answer | None = None  # of the reader, if they were asked
    knows: Candidate | None = None  # how the reader knows the one they are asked about
    connectors: int = 0  # for the requester: how many may be asked
    channel: str = ""  # for the requester: where a card could stand
    card: bool = False  # for the requester: a card stands there
    again: bool = False  # shown once more: a reminder, or asked for twice


@dataclass(frozen=True, slots=True)
class IntroducedTogether:
    """The introduction itself, read by both and the connector."""

    introduction: Introduction
    requester: Person
    target: Person
    connector: Person | None


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Somebody asks, or answers, about an introduction."""

    introduction: IntroductionId
    sender: Person
    words: str


@dataclass(frozen=True, slots=True)
class Requests:
    """A member's open requests, and those that wait for them."""

    mine: tuple[IntroductionShown, ...]
    waiting: tuple[IntroductionShown, ...]


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
class Notice:
    """Something was done that has no message of its own; the text says what."""

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
class RequestForm:
    """An empty form for a request, or one with what is known already."""

    target: Person | None = None


@dataclass(frozen=True, slots=True)
class WhyForm:
    """One line of why, for a request that lacks it."""

    question: QuestionId


@dataclass(frozen=True, slots=True)
class WhomForm:
    """Whom the connector has in mind, for a request that names nobody."""

    introduction: Introduction
    requester: Person


@dataclass(frozen=True, slots=True)
class AskForm:
    """Words to pass on to somebody about an introduction."""

    introduction: IntroductionId
    to: Person


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """A member's preferences."""

    preferences: Preferences
    asks_a_month: int  # what holds unless they choose otherwise


@dataclass(frozen=True, slots=True)
class WorkspaceForm:
    """What admins choose for everybody."""

    settings: WorkspaceSettings


@dataclass(frozen=True, slots=True)
class FormErrors:
    """The form stays open, with a sentence under each field that needs one."""

    errors: tuple[tuple[Field | ContactSlot, str], ...]


@dataclass(frozen=True, slots=True)
class Home:
    """A member's own page."""

    person: Person
    meetings: tuple[Meeting, ...]  # of this page, newest first
    page: int  # counted from 1
    pages: int  # at least 1
    total: int
    contacts: int = 0  # how many they keep
    waiting: tuple[IntroductionShown, ...] = ()  # that wait for the member's answer
    requests: tuple[IntroductionShown, ...] = ()  # that the member waits for


Message = (
    MeetingNoted
    | MeetingUndone
    | WhichPerson
    | WhoIsThis
    | IsThatIt
    | WhyAsked
    | IntroductionShown
    | IntroducedTogether
    | PassedOn
    | Requests
    | QuestionClosed
    | ContactNoted
    | ContactMerged
    | SamePerson
    | KeptApart
    | Help
    | NotUnderstood
    | NotYet
    | NobodyNamed
    | Notice
    | Refusal
    | LookingUp
    | AnsweredPrivately
)
"""What stands in a conversation."""

OpenForm = (
    MeetingForm
    | NoteForm
    | ContactsForm
    | ContactForm
    | RequestForm
    | WhyForm
    | WhomForm
    | AskForm
    | SettingsForm
    | WorkspaceForm
)


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """One line of the list that appears while a name is typed into a form."""

    person: PersonId | None  # None: keep the typed words as a new contact
    text: str
    note: str = ""
