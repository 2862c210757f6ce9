"""From the words of a question to the records they mean: words as they stand, or spelt nearly so, ranked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from rapidfuzz.distance import OSA

from assistant.facts import Span
from assistant.ids import PersonId
from assistant.ledger.search import Entry, Search
from assistant.people.nicknames import familiar_forms
from assistant.people.spelling import all_words
from assistant.reply import Matter
from assistant.search.words import found_by, telling

MOST_WORDS = 8  # of a question that count; a longer one is a story
WEIGHED = 200  # records that are weighed; of more that have all the words, the latest
NEAR = 12  # words that one mistyped word may stand for
LETTERS = ((8, 2), (4, 1))  # words from so many letters on may have so many wrong
WHOLE, FORM, BEGUN, LETTER = 1.0, 0.9, 0.8, 0.2  # as it stands, another form of a name, completed; less for each letter
FIELDS = (3.0, 2.5, 3.0, 1.5)  # weight of names, places, topics, notes; of any field beyond, the last
FRESH = 1.0  # what the latest record has over an old one
HALF_LIFE = 365.0  # days in which that is halved


@dataclass(frozen=True, slots=True)
class Found:
    """Records for a question, best first."""

    records: tuple[Matter, ...]
    near: tuple[str, ...] = ()  # words of the question that were found only spelt nearly so
    missing: tuple[str, ...] = ()  # words that the records shown do not have
    more: bool = False  # there were more than are weighed; the latest were


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the question, and the words of records it may stand for, with how well and how often each stands."""

    typed: str
    close: Mapping[str, float]
    times: Mapping[str, int]

    @property
    def often(self) -> int:
        return sum(self.times.values())


def search(question: str, owner: PersonId, span: Span, index: Search) -> Found:
    """The owner's records that the question means; where none has all of its words, those with the rarest of them."""
    typed = telling(question)[:MOST_WORDS]
    forms = {word: {word: WHOLE} | dict.fromkeys(familiar_forms(word), FORM) for word in typed}
    times = index.times(owner, set().union(*forms.values()))
    words = [_meant(word, forms[word], times, owner, index) for word in typed]
    known = sorted((word for word in words if word.close), key=lambda word: word.often)
    asked = list(known)
    entries: Sequence[Entry] = ()
    while asked and not entries:
        entries = index.with_all(owner, [word.times for word in asked], span, WEIGHED + 1)
        if not entries:
            asked.pop()  # the commonest says least
    more, entries = len(entries) > WEIGHED, entries[:WEIGHED]
    latest = max((entry.day for entry in entries if entry.day), default=date.min)
    ranked = sorted(entries, key=lambda entry: _weight(entry, asked, latest), reverse=True)
    near = _as_typed(question, (word for word in asked if not {WHOLE, FORM} & set(word.close.values())))
    missing = _as_typed(question, (word for word in words if word not in asked))
    return Found(tuple(entry.record for entry in ranked), near, missing, more)


def _meant(typed: str, forms: Mapping[str, float], times: Mapping[str, int], owner: PersonId, index: Search) -> _Word:
    there = {word: times[word] for word in forms if word in times}
    if there:
        return _Word(typed, {word: forms[word] for word in there}, there)
    like = index.like(owner, typed)
    close = {word: how for word in like if (how := _closeness(typed, word))}
    best = sorted(close, key=lambda word: (-close[word], -like[word], word))[:NEAR]
    return _Word(typed, {word: close[word] for word in best}, {word: like[word] for word in best})


def _as_typed(question: str, words: Iterable[_Word]) -> tuple[str, ...]:
    """The words as they stand in the question, endings and all."""
    stood = {found: word for word in reversed(all_words(question)) for found in found_by(word)}
    return tuple(stood.get(word.typed, word.typed) for word in words)


def _closeness(typed: str, word: str) -> float:
    """How well the word may be what was typed; 0 if it is another word."""
    if len(typed) > 2 and word.startswith(typed):
        return BEGUN
    most = next((wrong for letters, wrong in LETTERS if len(typed) >= letters), 0)
    far = OSA.distance(typed, word, score_cutoff=most)
    return WHOLE - LETTER * far if 0 < far <= most else 0.0


def _weight(entry: Entry, asked: Sequence[_Word], latest: date) -> float:
    """Rare words count more, and more in a name than in a note; among alike ones the latest counts most."""
    weight = 0.0
    for word in asked:
        here = (
            FIELDS[min(nth, len(FIELDS) - 1)] * word.close[one]
            for nth, field in enumerate(entry.fields)
            for one in field
            if one in word.close
        )
        weight += max(here, default=0.0) / (1.0 + log(max(1, word.often)) / 4)
    days = (latest - entry.day).days if entry.day else 0
    fresh: float = 0.5 ** (max(0, days) / HALF_LIFE)
    return weight + FRESH * fresh
