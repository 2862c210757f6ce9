"""Warm paths: who stands between one person and those they would like to meet, and how warm the way over them is.

The strength of a way is the product of its ties' strengths; it has up to three steps, the last to the one wanted. The
search looks at the neighbours of both ends and at nobody else, in three questions to the memory, however many are
wanted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import Protocol

from assistant.ids import PersonId
from assistant.network.ties import strength

NEIGHBOURS = 150  # the warmest ties of one person that are followed; about as many as anybody keeps up (Dunbar 1992)
MIDDLE = 40  # of those, the warmest over whom a way of one step more is looked for; each pair is one look-up
MOST = 50  # of those who know one of the people wanted, the warmest; more would say nothing more
KNOWING = 150  # of all who know somebody wanted, the warmest to whom a way over one more is looked for
STRANGER = 0.05  # how warm the way to somebody counts at least: a tie grown cold is no worse than none


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody whom a person knows, in whichever direction it was told."""

    other: PersonId
    kept: float  # see ties.py
    times: int = 0  # how often they met

    def strength(self, now: datetime) -> float:
        """How warm it is now, 0 to 1."""
        return strength(self.kept, now)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who knows one of several people asked about, in whichever direction it was told."""

    person: PersonId
    other: PersonId  # the one asked about
    kept: float


@dataclass(frozen=True, slots=True)
class Connector:
    """Somebody who knows one of the people wanted."""

    person: PersonId
    target: PersonId
    strength: float  # of the whole way from whoever asks, 0 to 1


class Ties(Protocol):
    """What the search asks of the memory."""

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        """Whom the person knows and who knows them, the warmest first."""
        ...

    def of_each(self, people: Iterable[PersonId], limit: int, viewer: PersonId) -> Sequence[Known]:
        """Who knows each of the people, the warmest first."""
        ...

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterable[tuple[PersonId, PersonId, float]]:
        """The ties between one of the people and one of the others, with their kept numbers."""
        ...


def ways(source: PersonId, targets: Sequence[PersonId], ties: Ties, now: datetime) -> Iterator[Connector]:
    """Everybody who knows one of the targets, with the warmest way over them: from the source directly, over one more,
    or as from a stranger. The source is nobody's connector, and no way leads over one of the targets to another person.
    """
    near = {tie.other: tie.strength(now) for tie in ties.of(source, NEIGHBOURS, source)}
    knowing = [one for one in ties.of_each(targets, MOST, source) if one.person != source]
    reached = dict(near)
    warmest = nlargest(MIDDLE, near.keys() - set(targets), key=lambda one: near[one])
    known = nlargest(KNOWING, {one.person: one.kept for one in knowing}.items(), key=lambda one: one[1])
    if warmest and known:
        for middle, person, kept in ties.among(warmest, [one for one, _ in known], source):
            if middle != person:
                reached[person] = max(reached.get(person, 0.0), near[middle] * strength(kept, now))
    for one in knowing:
        yield Connector(one.person, one.other, max(reached.get(one.person, 0.0), STRANGER) * strength(one.kept, now))
