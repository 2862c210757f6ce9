"""What speaks for a person: how far their name is from the words typed, and by which reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# How far a name is from the words, in letters that would have to change; less than one for what needs no change.
LONGER = 0.15  # for every further word of the name, so that the shorter name stands first
ORDER = 0.3  # the words in another order: "Wei Zhang" for Zhang Wei
SHORT = 0.4  # the formal name of a short one that somebody else has as their own: both may be called so
PART = 0.6  # only part of the name: "Maria Garcia" for Maria Garcia Lopez
FAMILIAR = 1.0  # another form of the name
EXTRA = 2.5  # a typed word that the name has not


class Why(StrEnum):
    """By which reading of the words somebody was found."""

    MENTION = "mentioned"
    HANDLE = "handle or address"
    WHOLE = "whole name"
    WORD = "one word of the name"
    INITIAL = "a name and an initial"
    FAMILIAR = "another form of the name"
    CUT = "the name cut short"
    RARE = "a rare form of the name"
    MISTYPED = "the name, mistyped"
    SOUNDS = "a name that sounds the same"
    ANSWERED = "answered so before"
    SURNAME = "the surname, with a first name like it"


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the index, how far it is from the words, and why it was found at all."""

    row: int
    far: float
    why: Why


def best(found: Iterable[Found]) -> list[Found]:
    """Each row once, the nearest first."""
    nearest: dict[int, Found] = {}
    for one in found:
        there = nearest.get(one.row)
        if there is None or one.far < there.far:
            nearest[one.row] = one
    return sorted(nearest.values(), key=lambda one: (one.far, one.row))
