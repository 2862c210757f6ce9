"""Who is meant by a name as typed: somebody for sure, one of several, or nobody known.

Sure only when the words fit exactly one person without mending any of them. A mistyped name is a question, because a
meeting saved with the wrong person is worse than a question too many.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.facts import Person, PersonSaid
from assistant.ids import PersonId
from assistant.people.index import Directory, Entry
from assistant.people.nicknames import other_forms
from assistant.people.spelling import plain, words

MOST = 5  # candidates offered at once; a sixth button helps nobody


@dataclass(frozen=True, slots=True)
class Sure:
    """The words fit one person."""

    person: Person


@dataclass(frozen=True, slots=True)
class Unsure:
    """The words fit several people alike; at most `MOST`, in the order of their names."""

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The words fit nobody; those spelt nearly so, the nearest first."""

    nearest: tuple[Person, ...]


Resolution = Sure | Unsure | Unknown


def resolve(said: PersonSaid, directory: Directory, speaker: PersonId) -> Resolution:
    """Whom the speaker means. Mentions are exact; for typed names the strictest reading that fits anybody counts."""
    if said.account:
        person = directory.account(said.account)
        return Sure(person) if person and person.can_be_met else Unknown((person,) if person else ())
    if said.text.startswith("@") or "@" in said.text.strip("@"):
        by_handle = directory.with_handle(said.text.lstrip("@"), speaker)
        if len(by_handle) == 1:
            return Sure(by_handle[0].person)
    typed = words(said.text)
    if not typed:
        return Unknown(())
    for fitting in (_whole_name, _every_word, _every_word_or_form):
        fits = _at(said.organisation, fitting(typed, directory, speaker))
        if fits:
            people = tuple(entry.person for entry in fits)
            return Sure(people[0]) if len(people) == 1 else Unsure(_by_name(people)[:MOST])
    return Unknown(_nearest(typed, directory, speaker))


def _whole_name(typed: tuple[str, ...], directory: Directory, speaker: PersonId) -> list[Entry]:
    """A whole name of two words or more, in either order: "Smith, John" is John Smith."""
    if len(typed) < 2:
        return []
    wanted = sorted(typed)
    return [entry for entry in directory.with_word(typed[0], speaker) if any(sorted(n) == wanted for n in entry.names)]


def _every_word(typed: tuple[str, ...], directory: Directory, speaker: PersonId) -> list[Entry]:
    """Every typed word is a word of their name, or the first letter of one ("maya p")."""
    return _fitting(typed, directory, speaker, lambda word: {word})


def _every_word_or_form(typed: tuple[str, ...], directory: Directory, speaker: PersonId) -> list[Entry]:
    """The same with familiar forms: "Tom" may be Thomas."""
    return _fitting(typed, directory, speaker, lambda word: {word, *other_forms(word)})


def _fitting(
    typed: tuple[str, ...], directory: Directory, speaker: PersonId, forms: Callable[[str], set[str]]
) -> list[Entry]:
    spelt_out = [word for word in typed if len(word) > 1]
    if not spelt_out:
        return []
    first = {e.person.id: e for form in forms(spelt_out[0]) for e in directory.with_word(form, speaker)}
    return [entry for entry in first.values() if all(_goes_by(entry, word, forms(word)) for word in typed)]


def _goes_by(entry: Entry, word: str, forms: set[str]) -> bool:
    if len(word) == 1:
        return any(own.startswith(word) for own in entry.words)
    return not forms.isdisjoint(entry.words)


def _at(organisation: str, entries: list[Entry]) -> list[Entry]:
    """Those at the organisation that was said along, if it tells any of them apart; else nobody.

    "Sam from Acme" is no Sam of another place, but somebody whose organisation is not known may be at Acme.
    """
    if not organisation:
        return entries
    wanted = set(words(organisation))
    there = [entry for entry in entries if wanted & set(words(f"{entry.person.organisation} {entry.person.title}"))]
    return there or [entry for entry in entries if not entry.person.organisation]


def _nearest(typed: tuple[str, ...], directory: Directory, speaker: PersonId) -> tuple[Person, ...]:
    """People some of whose words are spelt like some of the typed ones, by how much of the name is alike."""
    alike: dict[PersonId, tuple[float, Person]] = {}
    for word in typed:
        near = [(word, 1.0), *((form, 0.95) for form in other_forms(word)), *directory.words_near(word)]
        best: dict[PersonId, tuple[float, Person]] = {}
        for spelling, score in near:
            for entry in directory.with_word(spelling, speaker):
                if score > best.get(entry.person.id, (0.0, entry.person))[0]:
                    best[entry.person.id] = (score, entry.person)
        for person, (score, facts) in best.items():
            alike[person] = (alike.get(person, (0.0, facts))[0] + score, facts)
    ranked = sorted(alike.values(), key=lambda found: (-found[0], plain(found[1].name), found[1].id))
    return tuple(person for score, person in ranked[:MOST] if score >= 0.45 * len(typed))


def _by_name(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(people, key=lambda person: (plain(person.name), person.id)))
