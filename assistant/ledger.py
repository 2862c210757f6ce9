"""All that the thinking asks of the memory, on one page. A ledger is one workspace within one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from assistant import facts
from assistant.asked import Ending, Question, QuestionDraft
from assistant.facts import Contact, ContactFacts, Match, Meaning, Meeting, MeetingDraft, Person, Profile
from assistant.ids import (
    AccountId,
    DeliveryId,
    IntroductionId,
    MatchId,
    MeetingId,
    PersonId,
    QuestionId,
    WorkspaceId,
)
from assistant.introductions.record import Answer, Asked, Introduction, IntroductionDraft, Moved
from assistant.jobs import Job
from assistant.network.paths import Tie
from assistant.people.index import Directory
from assistant.phrases.frame import Frame
from assistant.reply import Matter


class People(Protocol):
    """Members and contacts."""

    def by_account(self, account: AccountId) -> Person | None: ...
    def hold(self, account: AccountId) -> Person | None:
        """The member; until the transaction ends no other one that holds them goes on."""
        ...

    def by_accounts(self, accounts: Iterable[AccountId]) -> Mapping[AccountId, Person]: ...
    def by_ids(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        """The people by the ids asked for; a contact that turned out to be somebody is them."""
        ...

    def directory(self) -> Directory:
        """The names of everybody in the workspace, brought up to the last committed change."""
        ...

    def learn(self, profile: Profile) -> Person:
        """Add the member, or bring what is known of them up to date; unchanged profiles change nothing."""
        ...

    def learn_all(self, profiles: Iterable[Profile]) -> Sequence[tuple[Profile, Person | None]]:
        """The same for many at once; those of whom something was new, each with who they were before."""
        ...

    def add_contact(self, owner: PersonId, name: str) -> Person:
        """A contact known to `owner` alone. The same owner's contact of the very same name is that contact.

        One that turned out to be somebody is not meant: who adds the name anew means another person.
        """
        ...

    def described(self, organisation: Sequence[str], title: Sequence[str], limit: int) -> Sequence[Person]:
        """Those whose organisation holds all words of the one, and whose title or organisation those of the other."""
        ...

    def home_page(self, person: PersonId) -> int:
        """The page of Home the member looked at last, counted from 1; 0 if they never opened it."""
        ...

    def turn_home(self, person: PersonId, page: int) -> None:
        """The member looks at that page of Home now."""
        ...


class Contacts(Protocol):
    """What members keep of people without an account. Every statement but `keep_apart` is about one owner's own."""

    def get(self, owner: PersonId, contact: PersonId) -> Contact | None:
        """The contact, merged or not; None also when it is somebody else's."""
        ...

    def all_of(self, owner: PersonId) -> Sequence[Person]:
        """Those that are not merged, by name."""
        ...

    def count(self, owner: PersonId) -> int:
        """How many are not merged."""
        ...

    def edit(self, owner: PersonId, contact: PersonId, facts: ContactFacts) -> None:
        """Replace all that was noted. Raises Gone if it is not there or not theirs."""
        ...

    def merge(self, owner: PersonId, contact: PersonId, into: PersonId | None) -> None:
        """The contact turned out to be that person, or with None is somebody of their own again. Raises Gone.

        `into` is nobody that was merged into the contact. Records keep pointing at the contact.
        """
        ...

    def propose(self, contact: PersonId, member: PersonId) -> MatchId | None:
        """The member may be the contact; None if that was proposed before."""
        ...

    def match(self, owner: PersonId, match: MatchId) -> Match | None:
        """What was proposed to the owner; None also when it was somebody else."""
        ...

    def keep_apart(self, match: MatchId) -> None:
        """They are two."""
        ...


class Meanings(Protocol):
    """Whom members meant by words that they were asked about. Every statement is about one owner's own."""

    def of(self, owner: PersonId, words: str) -> Meaning | None:
        """Whom they meant the last time."""
        ...

    def answered(self, owner: PersonId, words: str, person: PersonId, among: Iterable[PersonId], at: datetime) -> None:
        """They meant that person, among those; another one than the last time begins the count anew."""
        ...

    def doubt(self, owner: PersonId, people: Iterable[PersonId]) -> None:
        """Something noted of these people was taken back: words that mean them count as answered once."""
        ...


class Meetings(Protocol):
    """What members noted. Every statement is about one owner's own."""

    def add(self, owner: PersonId, draft: MeetingDraft, at: datetime) -> Meeting: ...

    def get(self, owner: PersonId, meeting: MeetingId) -> Meeting | None:
        """The meeting, undone or not; None also when it is somebody else's."""
        ...

    def latest(self, owner: PersonId, limit: int, offset: int = 0) -> Sequence[Meeting]:
        """Not undone, newest first: by the day, then by when it was written down."""
        ...

    def last_written(self, owner: PersonId) -> Meeting | None:
        """The one written down last that is not undone."""
        ...

    def count(self, owner: PersonId) -> int:
        """How many are not undone."""
        ...

    def amend(self, owner: PersonId, meeting: MeetingId, draft: MeetingDraft, at: datetime) -> Meeting:
        """Replace all that was noted. Raises Gone if it is not there or not theirs."""
        ...

    def undo(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        """Take it back; again is the same. Raises Gone."""
        ...

    def restore(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        """Put it back; again is the same. Raises Gone."""
        ...

    def met(self, owner: PersonId, people: Iterable[PersonId]) -> Mapping[PersonId, tuple[int, date | None]]:
        """How often the owner met each of them, and when last; those never met are left out.

        Meetings with a contact that turned out to be somebody are meetings with them.
        """
        ...

    def show_anew(self, owner: PersonId, person: PersonId, limit: int) -> Sequence[MeetingId]:
        """Something about the person changed: the meetings with them written down last get a new version."""
        ...


class Questions(Protocol):
    """What was asked and may still be answered."""

    def ask(self, question: QuestionDraft) -> Question: ...

    def get(self, asker: PersonId, question: QuestionId) -> Question | None:
        """The question, open or not; None also when somebody else was asked."""
        ...

    def find(self, question: QuestionId) -> Question | None:
        """The question, whoever was asked; for what falls due."""
        ...

    def open_in(self, asker: PersonId, conversation: str) -> Question | None:
        """The latest open question to the asker in that conversation."""
        ...

    def settle(self, question: QuestionId, name: str, person: PersonId) -> Question:
        """These words mean this person; a question about another name may remain."""
        ...

    def choose(self, question: QuestionId, meaning: Frame) -> Question:
        """The sentence means this; a question about a name in it may follow."""
        ...

    def turn_to_why(self, question: QuestionId) -> Question:
        """The same question, now about why."""
        ...

    def turn_to(self, question: QuestionId, name: str, candidates: Sequence[PersonId], fits: bool) -> Question:
        """The same question, now about another name of the same sentence."""
        ...

    def close(self, question: QuestionId, ending: Ending, came_to: str = "", in_words: bool = False) -> Question:
        """It stands no longer; `came_to` is the key of the matter that came of it."""
        ...


class Preferences(Protocol):
    """What members chose for themselves, and admins for all."""

    def of(self, person: PersonId) -> facts.Preferences: ...

    def choose(self, person: PersonId, chosen: facts.Preferences) -> None: ...

    def workspace(self) -> facts.WorkspaceSettings: ...

    def settle(self, settings: facts.WorkspaceSettings) -> None:
        """What holds for the whole workspace from now on."""
        ...


class Ties(Protocol):
    """Who knows whom, as far as anybody told; the viewer sees their own ties, and what others show."""

    def met(self, owner: PersonId, others: Iterable[PersonId], shared: bool) -> None:
        """The owner's meetings with them have changed: their ties are what the standing ones come to."""
        ...

    def share(self, owner: PersonId, shown: bool) -> None:
        """All of the owner's ties are shown to others, or to nobody."""
        ...

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        """Whom the person knows and who knows them, the warmest first."""
        ...

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterable[tuple[PersonId, PersonId, float]]:
        """Ties between one of the people and one of the others, with their kept numbers."""
        ...


class Introductions(Protocol):
    """Introductions, with everybody who was asked and every move."""

    def add(self, draft: IntroductionDraft, moved: Moved) -> Introduction: ...

    def get(self, introduction: IntroductionId) -> Introduction | None: ...

    def hold(self, introduction: IntroductionId) -> Introduction | None:
        """The introduction; until the transaction ends nobody else moves it."""
        ...

    def save(self, introduction: Introduction, moved: Moved | None = None) -> Introduction:
        """Write down what changed; the version grows. Only after `hold`."""
        ...

    def ask(self, asked: Asked) -> bool:
        """Somebody is asked; False if they were asked about it before."""
        ...

    def answer(self, introduction: IntroductionId, person: PersonId, answer: Answer) -> None:
        """What they answered."""
        ...

    def asked(self, introduction: IntroductionId) -> Sequence[Asked]:
        """Everybody who was asked, the first one first."""
        ...

    def asked_since(self, person: PersonId, since: datetime) -> int:
        """How often that person was asked as connector since then."""
        ...

    def waiting_on(self, person: PersonId) -> Sequence[Introduction]:
        """Those that wait for that person's answer, the oldest first."""
        ...

    def of_requester(self, person: PersonId, limit: int) -> Sequence[Introduction]:
        """Those that the person asked for, the newest first."""
        ...

    def between(self, one: PersonId, other: PersonId) -> Sequence[Introduction]:
        """Those by which the two were, or may be, brought together, the newest first."""
        ...

    def of(self, person: PersonId) -> Sequence[Introduction]:
        """Those in which the person has a side, open ones only; for when they leave."""
        ...


class Seen(Protocol):
    """What came in already."""

    def first(self, delivery: DeliveryId) -> bool:
        """True the first time, and never again. Rolled back with the transaction."""
        ...

    def forget(self, delivery: DeliveryId) -> None:
        """Nothing was done about it: it may come once more."""
        ...

    def repeated(self, speaker: PersonId, words: str, at: datetime, within: timedelta) -> str | None:
        """The note left by the same words of the same speaker less than `within` ago; None if there is none."""
        ...

    def remember(self, speaker: PersonId, words: str, at: datetime, note: str) -> None:
        """Leave a note (what came of these words) for `repeated` to find."""
        ...


@dataclass(frozen=True, slots=True)
class Post:
    """A message of Wellmet's that stands somewhere."""

    matter: str  # Matter.key
    conversation: str
    message: str
    shown: int  # the version of the record that it shows


class Posts(Protocol):
    """Where messages about records stand, so that they can be kept up to date."""

    def about(self, matter: Matter) -> Sequence[Post]: ...
    def at(self, conversation: str, message: str) -> Matter | None:
        """What the message there is about, if it is one of ours."""
        ...

    def record(self, post: Post) -> None:
        """The message stands there and shows that version; again is an update of what is shown."""
        ...

    def hand_over(self, old: Matter, new: Matter) -> None:
        """Messages about `old` are about `new` from now on, and show nothing of it yet (version 0)."""
        ...


class Outbox(Protocol):
    """What is to be sent, or looked at later; committed together with the reason for it."""

    def put(self, job: Job, key: str, lane: str, due: datetime, replace: bool = False) -> None:
        """Add a job. A key that is there already: nothing happens, or with `replace` the old job gives way.

        Jobs of a lane are done in order; `replace` makes a job that is being done at this moment be done again.
        """
        ...

    def cancel(self, key: str) -> None:
        """Not to be done any more; nothing happens if there is no such job."""
        ...

    def tidy(self, before: datetime) -> int:
        """Forget jobs done and deliveries seen before that moment; how many."""
        ...


class Ledger(Protocol):
    """One workspace, one transaction."""

    @property
    def workspace(self) -> WorkspaceId: ...
    @property
    def people(self) -> People: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def meanings(self) -> Meanings: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def ties(self) -> Ties: ...
    @property
    def preferences(self) -> Preferences: ...
    @property
    def introductions(self) -> Introductions: ...
    @property
    def seen(self) -> Seen: ...
    @property
    def posts(self) -> Posts: ...
    @property
    def outbox(self) -> Outbox: ...


class Memory(Protocol):
    """Opens ledgers."""

    def write(self, workspace: WorkspaceId) -> AbstractContextManager[Ledger]:
        """A ledger that is committed at the end, or rolled back on an exception."""
        ...

    def read(self, workspace: WorkspaceId) -> AbstractContextManager[Ledger]:
        """A ledger to look things up in; holds nobody up."""
        ...
