"""Warm paths: the best few ways from one person to another over at most two in between.

The strength of a path is the product of its ties' strengths. The search grows from both ends, the warmest ties first,
and joins in the middle, so that it looks at the neighbours of two people and at nobody else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import Protocol

from assistant.ids import PersonId
from assistant.network.ties import strength

NEIGHBOURS = 150  # the warmest ties of one person that are followed; about as many as anybody keeps up (Dunbar 1992)
MIDDLE = 40  # of those, the warmest whose own ties are looked at for a way over two; each pair of them is one look-up
BEST = 5  # paths that are given


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
class Path:
    """A way from the first of the people to the last."""

    people: tuple[PersonId, ...]  # both ends included: 2 to 4
    strength: float  # 0 to 1


class Ties(Protocol):
    """What the search asks of the memory."""

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        """Whom the person knows and who knows them, the warmest first."""
        ...

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterable[tuple[PersonId, PersonId, float]]:
        """The ties between one of the people and one of the others, with their kept numbers."""
        ...


def best_paths(source: PersonId, target: PersonId, ties: Ties, now: datetime, best: int = BEST) -> list[Path]:
    """The warmest paths of up to three steps, the warmest first; two of them never share all that is in between."""
    if source == target:
        return []
    near = _warm(ties.of(source, NEIGHBOURS, source), now)
    far = _warm(ties.of(target, NEIGHBOURS, source), now)
    found: dict[tuple[PersonId, ...], float] = {}
    if target in near:
        found[()] = near[target]
    ahead = {one: warmth for one, warmth in near.items() if one != target}
    behind = {one: warmth for one, warmth in far.items() if one != source}
    for one in ahead.keys() & behind.keys():
        found[(one,)] = ahead[one] * behind[one]
    if ahead and behind:
        for one, other, kept in ties.among(_warmest(ahead), _warmest(behind), source):
            if one != other:
                found[(one, other)] = ahead[one] * strength(kept, now) * behind[other]
    ranked = nlargest(best, found.items(), key=lambda way: (way[1], -len(way[0])))
    return [Path((source, *between, target), warmth) for between, warmth in ranked if warmth > 0]


def _warmest(near: Mapping[PersonId, float]) -> list[PersonId]:
    return nlargest(MIDDLE, near, key=lambda one: near[one])


def _warm(ties: Sequence[Tie], now: datetime) -> Mapping[PersonId, float]:
    return {tie.other: tie.strength(now) for tie in ties}
