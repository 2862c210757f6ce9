"""Who is meant by a name as typed: somebody for sure, one of several, or nobody known.

Sure only when one person fits clearly better than everybody else. A meeting saved with the wrong person is worse than
a question too many, and people who share a name are always asked about, unless the words tell them apart.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.facts import Person, PersonSaid
from assistant.ids import PersonId
from assistant.people.decide import MOST, Decided, Decision, decide
from assistant.people.evidence import Found, Why
from assistant.people.index import Directory
from assistant.people.near import loosely
from assistant.people.typed import taken_apart

Warmth = Callable[[Sequence[Person]], Mapping[PersonId, float]]
"""How well the speaker knows each of some people, 0 for those left out; asked only when the words leave a choice."""

ACQUAINTED = 0.25  # the warmth from which somebody may settle a near tie: met once within the last year, say
NEAR_TIE = 0.1  # how much farther the next one must at least be, for the words alone to prefer the first
_SPELT_NEARLY = (Why.MISTYPED, Why.SOUNDS, Why.RARE, Why.SURNAME)


@dataclass(frozen=True, slots=True)
class Sure:
    """The words fit one person."""

    person: Person
    why: Why


@dataclass(frozen=True, slots=True)
class Unsure:
    """The words fit several people, about as well; at most `MOST`, the likeliest first."""

    people: tuple[Person, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Unknown:
    """The words fit nobody; those with a name nearly so, the nearest first."""

    nearest: tuple[Person, ...]


Resolution = Sure | Unsure | Unknown


def resolve(
    said: PersonSaid,
    directory: Directory,
    speaker: PersonId,
    warmth: Warmth | None = None,
    former: bool = False,
) -> Resolution:
    """Whom the speaker means. Mentions are exact; for typed names the strictest reading that fits anybody counts.

    `warmth` orders those whom the words leave to choose from, and settles it if it is with the one whom the words
    prefer; it never decides between people of one name. `former` lets members who left be meant, for old records.
    """
    if said.account:
        person = directory.account(said.account)
        if person and (former or person.can_be_met):
            return Sure(person, Why.MENTION)
        return Unknown((person,) if person else ())
    with directory.circle(speaker, former) as circle:
        decided = decide(circle, said.text, said.organisation)
        found = decided.found
        if decided.decision is Decision.UNKNOWN:
            found = tuple(circle.distinct(loosely(circle, taken_apart(said.text)[0].words))[:MOST])
        people = directory.people(found)
    match decided.decision:
        case Decision.SURE:
            return Sure(people[0], found[0].why)
        case Decision.UNSURE if found[0].why not in _SPELT_NEARLY:
            return _with_warmth(decided, people, warmth)
        case _:
            return Unknown(people)


def _with_warmth(decided: Decided, people: tuple[Person, ...], warmth: Warmth | None) -> Sure | Unsure:
    found = decided.found
    warm = warmth(people) if warmth else {}
    if not warm:
        return Unsure(people, found[0].why)
    known = [person.id for person in people if warm.get(person.id, 0.0) >= ACQUAINTED]
    if known == [people[0].id] and found[1].far - found[0].far >= NEAR_TIE:
        return Sure(people[0], found[0].why)

    def order(one: tuple[Found, Person]) -> tuple[bool, float, float]:
        fits = one[0].far - found[0].far < decided.clear
        return not fits, -warm.get(one[1].id, 0.0) if fits else 0.0, one[0].far

    return Unsure(tuple(person for _, person in sorted(zip(found, people, strict=True), key=order)), found[0].why)
