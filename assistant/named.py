"""Whom a message about no record names, so that it goes when they are forgotten: a list, an answer, a refusal."""

import dataclasses
from collections.abc import Iterator, Mapping, Set
from typing import Any

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.reply import (
    ExportOffered,
    Help,
    Matter,
    Message,
    NobodyNamed,
    Notice,
    NotUnderstood,
    PassedOn,
    Refusal,
    Subject,
)

_IN_WORDS = (Refusal, Notice, NotUnderstood, NobodyNamed, PassedOn)  # any name may stand in these
_OF_NOBODY = (Help, ExportOffered)
_KEY = 64  # characters of the key of a message


def as_said(message: Message, reader: Person) -> Matter | None:
    """What the message stands for: said to its reader, of these people; of anybody, where none is told. None for one
    that names nobody.
    """
    if isinstance(message, _OF_NOBODY):
        return None
    people = sorted(set(_people(message)) - {reader.id})
    if isinstance(message, _IN_WORDS):
        return Matter(Subject.SAID, reader.id)
    if not people:
        return None
    said = Matter(Subject.SAID, reader.id, side=".".join(map(str, people)))
    return said if len(said.key) <= _KEY else Matter(Subject.SAID, reader.id)


def names(said: str, people: Set[PersonId]) -> bool:
    """Whether the message, by its key, may name one of them."""
    named = said.split(":")[2:]
    return not named or not people.isdisjoint(map(int, named[0].split(".")))


def _people(value: Any) -> Iterator[PersonId]:
    if isinstance(value, Person):
        yield value.id
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _people(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for one in value.items():
            yield from _people(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _people(one)
