"""Answers remembered: who once said whom they mean by some words is asked less about the same words.

An answer only ever chooses among those whom the words leave: it puts one of them first and, given twice in a row,
settles it. It settles nothing where somebody new has come to be meant, nor between people whose full name was typed.
"""

from collections.abc import Iterable

from assistant.facts import Person, PersonSaid
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.people.evidence import Why
from assistant.people.names import same_name
from assistant.people.resolve import Resolution, Sure, Unknown, Unsure
from assistant.people.spelling import words
from assistant.phrases.en.pronouns import is_pronoun
from assistant.speaker import Speaker

ENOUGH = 2  # answers in a row; one may have been a slip


def remember(said: PersonSaid, person: PersonId, among: Iterable[PersonId], by: Speaker, ledger: Ledger) -> None:
    """The speaker meant that person by these words, and chose from those."""
    key = _key(said)
    if key:
        ledger.meanings.answered(by.person.id, key, person, dict.fromkeys((*among, person)), by.at)


def recall(said: PersonSaid, found: Resolution, by: Speaker, ledger: Ledger) -> Resolution:
    """What was found, with whom the speaker meant before first, or settled."""
    offered = () if isinstance(found, Sure) else found.people if isinstance(found, Unsure) else found.nearest
    offered = tuple(person for person in offered if person.can_be_met)
    key = _key(said)
    meaning = ledger.meanings.of(by.person.id, key) if key and offered else None
    if meaning is None:
        return found
    known = ledger.people.by_ids((meaning.person, *meaning.among))
    meant = known.get(meaning.person)
    if meant not in offered or meant is None:
        return found
    chosen_from = {person.id for person in known.values()}
    if (
        meaning.times >= ENOUGH
        and all(person.id in chosen_from for person in offered)
        and not _full_name_of_several(said.text, offered)
    ):
        return Sure(meant, Why.ANSWERED)
    ordered = (meant, *(person for person in offered if person != meant))
    return Unsure(ordered, found.why) if isinstance(found, Unsure) else Unknown(ordered)


def _full_name_of_several(text: str, people: Iterable[Person]) -> bool:
    return sum(same_name(text, person.name) or same_name(text, person.display_name) for person in people) > 1


def _key(said: PersonSaid) -> str:
    """The words as they are remembered; "" for a mention, which needs no answer, and for "her", who is many."""
    if said.account or is_pronoun(said.text):
        return ""
    place = " ".join(words(said.organisation))
    return " ".join(words(said.text)) + (f" / {place}" if place else "")
