"""Whom the names in a frame mean: settled before anything is done, or asked about. Never the wrong person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from assistant import spoken
from assistant.asked import Asking, QuestionDraft
from assistant.errors import Refused
from assistant.facts import Person, PersonSaid, Standing
from assistant.ids import PersonId, QuestionId
from assistant.jobs import Expire
from assistant.ledger import Ledger
from assistant.people.acquaintance import warmth
from assistant.people.evidence import Why
from assistant.people.meanings import recall
from assistant.people.resolve import Sure, Unsure, resolve
from assistant.phrases.en.pronouns import is_pronoun
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

NAMED = 100  # characters of a name that is said again
_NOBODY = PersonId(0)  # speaks: every member may be meant
OPEN_FOR = timedelta(days=1)  # a question nobody answered; after a day its sentence is forgotten by its writer too


@dataclass(frozen=True, slots=True)
class Settled:
    """The people of a frame by their role, each once and in the order said; the speaker by their own id."""

    people: Mapping[Role, tuple[PersonId, ...]]
    recalled: bool = False  # some of them because the speaker answered so before, not because they said so

    def get(self, role: Role, default: tuple[PersonId, ...] = ()) -> tuple[PersonId, ...]:
        """The people in that role."""
        return self.people.get(role, default)


def settle(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None = None) -> Settled | Matter:
    """The people of the frame; or the question that has to be answered first.

    `asked` is the question whose answers count, when the sentence has been asked about already. Raises Refused for an
    account that nobody can meet.
    """
    question = ledger.questions.get(by.person.id, asked) if asked else None
    answered = dict(question.settled) if question else {}
    directory = ledger.people.directory()
    settled: dict[Role, tuple[PersonId, ...]] = {}
    recalled = False
    for role, references in frame.people.items():
        found: dict[PersonId, None] = {}
        for reference in references:
            if reference.speaker:
                found[by.person.id] = None
                continue
            if reference.known:
                found[reference.known] = None
                continue
            if reference.called in answered:
                found[answered[reference.called]] = None
                continue
            if is_pronoun(reference.text):
                return _ask(reference, spoken.people(by, ledger), False, frame, by, ledger, asked)
            resolved = resolve(reference, directory, by.person.id, partial(warmth, by=by, ledger=ledger))
            match recall(reference, resolved, by, ledger):
                case Sure(person, why):
                    found[person.id] = None
                    recalled |= why is Why.ANSWERED
                case Unsure(people):
                    return _ask(reference, people, True, frame, by, ledger, asked)
                case unknown:
                    _refuse_impossible(reference, unknown.nearest)
                    refuse_oneself(reference, by, ledger)
                    if frame.intent is Intent.FORGET and not any(one.can_be_met for one in unknown.nearest):
                        raise Refused(nobody_to_forget(reference.called))
                    return _ask(reference, unknown.nearest, False, frame, by, ledger, asked)
        settled[role] = tuple(found)
    return Settled(settled, recalled)


def nobody_to_forget(called: str) -> str:
    """Nobody is added as a contact to be forgotten."""
    return f"I know nobody called {called[:NAMED]}, so there is nothing to forget."


def open_question(draft: QuestionDraft, ledger: Ledger) -> Matter:
    """Ask it; nobody answers for a day, and it closes by itself."""
    question = ledger.questions.ask(draft)
    ledger.outbox.put(Expire(question.id), expiry_of(question.id), "expiry", question.expires_at)
    return Matter(Subject.QUESTION, question.id)


def expiry_of(question: QuestionId) -> str:
    """The key of the job that closes a question."""
    return f"expire:question:{question}"


def _ask(
    reference: PersonSaid,
    people: Iterable[Person],
    fits: bool,
    frame: Frame,
    by: Speaker,
    ledger: Ledger,
    asked: QuestionId | None,
) -> Matter:
    """Ask the speaker about one reference; the question that is open already moves on to it."""
    candidates = tuple(person.id for person in people if person.can_be_met)
    if asked:
        ledger.questions.turn_to(asked, reference.called, candidates, fits)
        return Matter(Subject.QUESTION, asked)
    draft = QuestionDraft(
        by.person.id, Asking.WHO, frame, by.at, by.conversation, by.at + OPEN_FOR,
        name=reference.called, candidates=candidates, fits=fits,
    )  # fmt: skip
    return open_question(draft, ledger)


def refuse_oneself(reference: PersonSaid, by: Speaker, ledger: Ledger) -> None:
    """Raises Refused for a name that fits nobody but the speaker."""
    if reference.speaker or reference.known or is_pronoun(reference.text):
        return
    match resolve(reference, ledger.people.directory(), _NOBODY):
        case Sure(person) if person.id == by.person.id:
            raise Refused(
                f"That is you: “{reference.text}” is your own name, so nothing was done. "
                "If you mean somebody else of that name, say their whole name."
            )


def _refuse_impossible(reference: PersonSaid, found: tuple[Person, ...]) -> None:
    """A mention that names nobody who can be met is refused; a former member may still become a contact."""
    if not reference.account:
        return
    standing = found[0].standing if found else Standing.UNKNOWN
    if standing is Standing.BOT:
        raise Refused(f"{found[0].name} is an app. I only keep notes about people.")
    if standing is Standing.UNKNOWN:
        raise Refused(
            "I can't see the account you mentioned in this workspace. Type the name instead, and I'll keep a contact."
        )
