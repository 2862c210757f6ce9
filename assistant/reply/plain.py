"""Replies that need no record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Help:
    """What Wellmet can do, with examples that work."""

    reader: str = ""  # whose own name no example has


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The words kept, and the nearest things that would work."""

    words: str
    reader: str = ""  # whose own name no example has


@dataclass(frozen=True, slots=True)
class NobodyNamed:
    """A meeting, but with whom? The words kept, and how to say it."""

    words: str
    reader: str = ""  # whose own name no example has


@dataclass(frozen=True, slots=True)
class Notice:
    """Something was done that has no message of its own; the text says what."""

    words: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """It may not be done now; the text says why and what can be done."""

    why: str


@dataclass(frozen=True, slots=True)
class LookingUp:
    """Somebody mentioned is not known here yet; the answer follows in the private conversation."""


@dataclass(frozen=True, slots=True)
class AnsweredPrivately:
    """Said where others read: the answer stands in the private conversation."""
