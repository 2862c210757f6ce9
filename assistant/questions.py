"""Answers to an open question, by a button or typed: who is meant, or what. Nothing is done before them."""

from dataclasses import replace
from datetime import datetime

from assistant import spoken
from assistant.acting import act
from assistant.asked import Answer, Asking, At, Ending, Meant, NeverMind, NewContact, Question, QuestionDraft, This, Why
from assistant.errors import AnswerRefused, Gone, Refused
from assistant.facts import PersonSaid
from assistant.following import keep_up
from assistant.ids import PersonId, QuestionId
from assistant.introductions.requests import sought
from assistant.ledger import Ledger
from assistant.people.meanings import remember
from assistant.phrases.frame import Frame, Intent, Role, Which
from assistant.phrases.understood import Surety, Understood
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.thanks.giving import WHICH
from assistant.typed import _nth_reading
from assistant.who import OPEN_FOR, expiry_of, nobody_to_forget, open_question

SEEKING = (Intent.REQUEST_INTRO, Intent.FIND_PATH)
CLOSED = "That question isn't open any more."


def ask_meaning(read: Understood, by: Speaker, ledger: Ledger) -> Matter:
    """Say what was understood, and wait for a yes."""
    draft = QuestionDraft(
        by.person.id, Asking.MEANING, read.frame, by.at, by.conversation, by.at + OPEN_FOR, second=read.second
    )
    return open_question(draft, ledger)


def answer(question: Question, answer: Answer, by: Speaker, ledger: Ledger, now: datetime, in_words: bool) -> Matter:
    """Settle the question and go on with what was said: its record, or a question about the next name in it.

    A typed answer is answered below it; a button's answer takes the question's place. Raises AnswerRefused.
    """
    if isinstance(answer, NeverMind):
        return _close(question, Ending.DROPPED, "", ledger, in_words)
    try:
        with ledger.attempt():
            matter = _go_on(question, answer, by, ledger, now)
    except Refused as refusal:
        keep_up(_close(question, Ending.REFUSED, "", ledger, in_words), by.person, ledger, now)
        raise AnswerRefused(str(refusal)) from refusal
    if matter.subject is not Subject.QUESTION:
        _close(question, Ending.ANSWERED, matter.key, ledger, in_words)
        spoken.remember(matter, by, ledger)
    return matter


def reworded(question: Question, frame: Frame, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """The sentence is this one instead: what was not sure is asked again, anything else is done. Raises Refused.

    Names that were answered already stay so.
    """
    answered = dict(question.settled)
    people = {
        role: tuple(replace(one, known=answered.get(one.called, one.known)) for one in some)
        for role, some in frame.people.items()
    }
    frame, then = replace(frame, people=people), replace(by, at=question.said_at)
    if question.asking is Asking.MEANING:
        matter = ask_meaning(Understood(frame, Surety.CONFIRM), then, ledger)
    else:
        if question.asking is Asking.RECORD and frame.which:
            frame = replace(frame, which=replace(frame.which, among=()))  # none of them was chosen
        matter = act(frame, then, ledger, now, None)
    _close(question, Ending.ANSWERED, matter.key, ledger, in_words=True)
    return matter


def _go_on(
    question: Question,
    answer: PersonId | NewContact | Meant | Why | At | This,
    by: Speaker,
    ledger: Ledger,
    now: datetime,
) -> Matter:
    frame = question.said
    match answer:
        case Meant(reading):
            frame = ledger.questions.choose(question.id, reading).said
        case Why(words):
            frame = ledger.questions.choose(question.id, replace(frame, topic=words)).said
        case At(when):
            frame = ledger.questions.choose(question.id, replace(frame, when=when)).said
        case This(record):
            which = replace(frame.which or Which(), among=(record,))
            frame = ledger.questions.choose(question.id, replace(frame, which=which)).said
        case NewContact() if question.name == WHICH:
            _settle(question, by.person.id, by, ledger)  # for none of these introductions
        case NewContact() if frame.intent in SEEKING and (wanted := _wanted(frame, question.name)):
            frame = ledger.questions.choose(question.id, sought(frame, wanted.text)).said
        case NewContact() if frame.intent is Intent.FORGET:
            raise Refused(nobody_to_forget(question.name))
        case NewContact():
            name = _contact_name(question.name, _reference(question), ledger)
            _settle(question, ledger.people.add_contact(by.person.id, name).id, by, ledger)
        case person:
            _settle(question, person, by, ledger)
    # "yesterday" is the day before it was said, not before the answer; "tomorrow" in an answer is the one after that.
    then = by if isinstance(answer, At) else replace(by, at=question.said_at)
    return act(frame, then, ledger, now, question.id)


def _wanted(frame: Frame, name: str) -> PersonSaid | None:
    """The one wanted, if the name is theirs: nobody known is asked for by name, not kept as a contact."""
    return next((one for one in frame.people.get(Role.TARGET, ()) if one.called == name), None)


def _close(question: Question, ending: Ending, came_to: str, ledger: Ledger, in_words: bool) -> Matter:
    ledger.questions.close(question.id, ending, came_to, in_words)
    ledger.outbox.cancel(expiry_of(question.id))
    return Matter(Subject.QUESTION, question.id)


def _settle(question: Question, person: PersonId, by: Speaker, ledger: Ledger) -> None:
    """The words mean that person, here and perhaps the next time."""
    ledger.questions.settle(question.id, question.name, person)
    reference = _reference(question)
    if reference:
        remember(reference, person, question.candidates, by, ledger)


def _reference(question: Question) -> PersonSaid | None:
    """The reference that the question asks about."""
    references = (one for some in question.said.people.values() for one in some)
    return next((one for one in references if one.called == question.name), None)


def _contact_name(name: str, reference: PersonSaid | None, ledger: Ledger) -> str:
    """The name as typed, or that of the account mentioned; a name typed in small letters is written as one."""
    if reference and reference.account:
        known = ledger.people.by_account(reference.account)
        return known.name if known else name
    name = reference.text if reference else name
    return name if name != name.casefold() else " ".join(word[:1].upper() + word[1:] for word in name.split())


def chosen(of: str) -> tuple[QuestionId, PersonId]:
    """The question and the person that a choice button stands for. Raises Gone for what no button of ours holds."""
    question, _, person = of.partition(":")
    if not (question.isdecimal() and person.isdecimal() and len(of) < 40):
        raise Gone(CLOSED)
    return QuestionId(int(question)), PersonId(int(person))


def meant(of: str, by: Speaker, ledger: Ledger) -> tuple[Question, Meant]:
    """The open question and the reading that a button stands for. Raises Gone."""
    asked, _, nth = of.partition(":")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 18 and nth in ("1", "2")):
        raise Gone(CLOSED)
    question = to_answer(QuestionId(int(asked)), by, ledger)
    reading = _nth_reading(int(nth) - 1, question) if question.asking is Asking.MEANING else None
    if reading is None:
        raise Gone(CLOSED)
    return question, reading


def picked(of: str, by: Speaker, ledger: Ledger) -> tuple[Question, This]:
    """The open question and the record that a button stands for, "7:reminder:12". Raises Gone."""
    asked, _, record = of.partition(":")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 18):
        raise Gone(CLOSED)
    question = to_answer(QuestionId(int(asked)), by, ledger)
    if question.said.which is None or record not in question.said.which.among:
        raise Gone(CLOSED)
    return question, This(record)


def to_answer(question: QuestionId, by: Speaker, ledger: Ledger) -> Question:
    """The open question to this member. Raises Gone when it is closed, or somebody else's."""
    found = ledger.questions.get(by.person.id, question)
    if found and found.ending is Ending.ANSWERED:  # a double click, or an answer typed meanwhile
        raise Gone("You answered that question already. What came of it stands in our conversation.")
    if found is None or found.ending is not None or found.expires_at <= by.at:
        raise Gone("That question isn't open any more. Say it again, and I'll ask anew.")
    return found
