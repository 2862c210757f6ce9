"""Answers that are typed rather than pressed: the second, Sam from Acme, yes, neither, never mind."""

import re

from assistant.asked import Answer, Asking, At, Meant, NeverMind, NewContact, Question, This
from assistant.facts import Person, PersonSaid
from assistant.ids import AccountId, PersonId
from assistant.ledger import Ledger
from assistant.people.resolve import Sure, resolve
from assistant.people.spelling import plain, words
from assistant.phrases.en.pronouns import is_pronoun
from assistant.phrases.words import MENTION, readable
from assistant.reminders import sayings as reminders
from assistant.speaker import Speaker

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
_SMALL = frozenset(("from", "at", "of", "the", "in", "a", "an", "and", "works", "who", "is", "one", "s"))


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
    if question.asking is Asking.RECORD:
        return _record(low, question)
    if question.asking is Asking.WHY:
        return None  # to_question.py: whatever is no sentence of another kind is the why
    if question.asking is Asking.WHEN:
        when = reminders.when_said(readable(text), by)
        return At(when) if when else None
    if _NEW.fullmatch(low):
        return NeverMind() if is_pronoun(question.name) else NewContact()
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


def _record(said: str, question: Question) -> This | None:
    """ "the second", "the last one", and "yes" where it is one alone."""
    if _LAST.fullmatch(said):
        return _nth_record(-1, question)
    nth = _NTH.fullmatch(said)
    place = _ORDINALS.get(nth["nth"]) if nth else None
    alone = question.said.which is not None and len(question.said.which.among) == 1
    return _nth_record(0 if alone and _YES.fullmatch(said) else place, question)


def _nth_record(place: int | None, question: Question) -> This | None:
    """The record that was shown in that place, from 0."""
    which = question.said.which
    if which is None or place is None or not -1 <= place < len(which.among):
        return None
    return This(which.among[place])


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
