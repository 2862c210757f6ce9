"""Answers to an open question, by a button or typed: who is meant, or what. Nothing is done before them."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.acting import act
from assistant.asked import Asking, Ending, Question, QuestionDraft
from assistant.errors import AnswerRefused, Gone, Refused
from assistant.facts import Person, PersonSaid, When
from assistant.following import keep_up
from assistant.ids import AccountId, PersonId, QuestionId
from assistant.introductions.requests import sought
from assistant.ledger import Ledger
from assistant.people.meanings import remember
from assistant.people.resolve import Sure, resolve
from assistant.people.spelling import plain, words
from assistant.phrases.frame import Frame, Intent, Role
from assistant.phrases.understood import Understood
from assistant.phrases.words import MENTION, readable
from assistant.reminders import sayings as reminders
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.thanks.giving import WHICH
from assistant.who import OPEN_FOR, expiry_of, open_question

_ORDINALS = {
    word: number
    for number, forms in enumerate(
        (("1", "1st", "first", "one"), ("2", "2nd", "second", "two"), ("3", "3rd", "third", "three"),
         ("4", "4th", "fourth", "four"), ("5", "5th", "fifth", "five"))
    )
    for word in forms
}  # fmt: skip
_NTH = re.compile(r"(?:the\s+|number\s+|no\.?\s*|option\s+|#)?(?P<nth>\w+)(?:\s+(?:one|person|option))?")
_LAST = re.compile(r"(?:the\s+)?last(?:\s+one)?")
_NEW = re.compile(
    r"(?:no,?\s*)?(?:(?:please\s+)?(?:add|keep|save)(?:\s+(?:him|her|them|it|a|as|new|contact|please))*|(?:a\s+)?new(?:\s+(?:one|person|"
    r"contact))?|some(?:one|body)\s+else|none(?:\s+of\s+(?:them|these|those))?|neither|nobody|no\s*one|another(?:\s+one)?)"
)
_DROP = re.compile(
    r"(?:no,?\s*)?(?:never\s*mind|nvm|cancel|forget\s+(?:it|that)|drop\s+it|skip(?:\s+it)?|stop|leave\s+it)|no|nope"
)
_NEITHER = re.compile(
    r"neither|none(?:\s+of\s+(?:them|these|those))?|something\s+else|not\s+(?:that|really|quite)|wrong"
)
_YES = re.compile(r"(?:yes|yep|yeah|right|correct|exactly|that(?:'s|s)?\s+(?:the\s+one|right|her|him))(?:,?\s+please)?")
_LEAD = re.compile(
    r"^(?:(?:i\s+(?:mean|meant)|it(?:'s|s|\s+was|\s+is)|the\s+one|that\s+(?:is|was)|that's|with|from|at|of|the|who\s+is|who's|no|sorry)"
    r"[\s,:]+)+"
)

SEEKING = (Intent.REQUEST_INTRO, Intent.FIND_PATH)
CLOSED = "That question isn't open any more."
_SMALL = frozenset(("from", "at", "of", "the", "in", "a", "an", "and", "works", "who", "is", "one", "s"))


@dataclass(frozen=True, slots=True)
class NewContact:
    """Nobody known is meant."""


@dataclass(frozen=True, slots=True)
class NeverMind:
    """The sentence is dropped."""


@dataclass(frozen=True, slots=True)
class Meant:
    """This reading is right."""

    reading: Frame


@dataclass(frozen=True, slots=True)
class Why:
    """The line of why that a request lacked."""

    words: str


@dataclass(frozen=True, slots=True)
class At:
    """The moment that a reminder lacked."""

    when: When


Answer = PersonId | NewContact | NeverMind | Meant | Why | At


def ask_meaning(read: Understood, by: Speaker, ledger: Ledger) -> Matter:
    """Say what was understood, and wait for a yes."""
    draft = QuestionDraft(
        by.person.id, Asking.MEANING, read.frame, by.at, by.conversation, by.at + OPEN_FOR, second=read.second
    )
    return open_question(draft, ledger)


def typed_answer(text: str, question: Question, by: Speaker, ledger: Ledger) -> Answer | None:
    """The answer that the words give; None when they are no answer, so that they can be heard as a new sentence."""
    mention = MENTION.fullmatch(text.strip())
    said = readable(text)
    low = plain(said).strip(" .!?")
    if mention and question.asking is Asking.WHO:
        match resolve(PersonSaid(said, account=AccountId(mention.group(1))), ledger.people.directory(), by.person.id):
            case Sure(person):
                return person.id
            case _:
                return None
    if _DROP.fullmatch(low):
        return NeverMind()
    if question.asking is Asking.MEANING:
        return _reading(low, question)
    if question.asking is Asking.WHY:
        return None  # hearing.py: whatever is no sentence of another kind is the why
    if question.asking is Asking.WHEN:
        when = reminders.when_said(readable(text), by)
        return At(when) if when else None
    if _NEW.fullmatch(low):
        return NewContact()
    if _YES.fullmatch(low):
        return question.candidates[0] if len(question.candidates) == 1 else None
    nth = _LAST.fullmatch(low) or _NTH.fullmatch(low)
    if nth and question.candidates:
        place = -1 if nth.re is _LAST else _ORDINALS.get(nth["nth"], len(question.candidates))
        if place < len(question.candidates):
            return question.candidates[place]
    return _by_words(_LEAD.sub("", low), question, by, ledger)


def _reading(said: str, question: Question) -> Answer | None:
    """ "yes", "the second", "neither"."""
    if _NEITHER.fullmatch(said):
        return NeverMind()
    if _YES.fullmatch(said):
        return Meant(question.said)
    nth = _NTH.fullmatch(said)
    place = _ORDINALS.get(nth["nth"]) if nth else None
    return _nth_reading(place, question)


def _nth_reading(place: int | None, question: Question) -> Meant | None:
    """The first (0) or second (1) reading that was offered."""
    readings = (question.said, question.second)
    reading = readings[place] if place in (0, 1) else None
    return Meant(reading) if reading else None


def is_dropped(text: str) -> bool:
    """ "never mind", "cancel"."""
    return _DROP.fullmatch(plain(readable(text)).strip(" .!?")) is not None


def _by_words(said: str, question: Question, by: Speaker, ledger: Ledger) -> PersonId | None:
    """The one candidate whom the words tell apart, by name, title or organisation; else a name that fits one person."""
    told = set(words(said)) - _SMALL
    if not told or len(told) > 6:
        return None
    candidates = ledger.people.by_ids(question.candidates)
    fits = [person for person in candidates.values() if told <= _described(person)]
    if len(fits) == 1:
        return fits[0].id
    if question.fits:
        return None
    match resolve(PersonSaid(said), ledger.people.directory(), by.person.id):
        case Sure(person):
            return person.id
        case _:
            return None


def _described(person: Person) -> set[str]:
    return set(words(f"{person.name} {person.display_name} {person.handle} {person.organisation} {person.title}"))


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
    return matter


def _go_on(
    question: Question, answer: PersonId | NewContact | Meant | Why | At, by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    frame = question.said
    match answer:
        case Meant(reading):
            frame = ledger.questions.choose(question.id, reading).said
        case Why(words):
            frame = ledger.questions.choose(question.id, replace(frame, topic=words)).said
        case At(when):
            frame = ledger.questions.choose(question.id, replace(frame, when=when)).said
        case NewContact() if question.name == WHICH:
            _settle(question, by.person.id, by, ledger)  # for none of these introductions
        case NewContact() if frame.intent in SEEKING and (wanted := _wanted(frame, question.name)):
            frame = ledger.questions.choose(question.id, sought(frame, wanted.text)).said
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


def to_answer(question: QuestionId, by: Speaker, ledger: Ledger) -> Question:
    """The open question to this member. Raises Gone when it is closed, or somebody else's."""
    found = ledger.questions.get(by.person.id, question)
    if found and found.ending is Ending.ANSWERED:  # a double click, or an answer typed meanwhile
        raise Gone("You answered that question already. What came of it stands in our conversation.")
    if found is None or found.ending is not None or found.expires_at <= by.at:
        raise Gone("That question isn't open any more. Say it again, and I'll ask anew.")
    return found
