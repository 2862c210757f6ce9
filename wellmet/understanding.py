"""`wellmet understand` and `wellmet explain`: what sentences mean, for judging and for finding out why."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from assistant.facts import Person
from assistant.ids import AccountId, PersonId
from assistant.people.index import Directory
from assistant.phrases.as_json import told
from assistant.phrases.explain import explained
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Thread
from assistant.said import Surface
from wellmet.people_file import read_people

_NOBODY = PersonId(0)


class Reader:
    """The people of a file, and what phrases mean among them."""

    def __init__(self, people: Path) -> None:
        """Read the file. Raises BadFile, OSError."""
        known, self._file = read_people(people)
        self._numbers = {self._file.id_of(person.id): person.id for person in known}
        self._names = Directory(_with_account(person, self._file.id_of(person.id)) for person in known)

    def frames(self, phrases: Iterable[str]) -> Iterator[str]:
        """A line of JSON for each: the frame as training/README.md has it, how sure, and the milliseconds it took."""
        for line in phrases:
            if line.strip():
                heard = self._heard(json.loads(line))
                started = perf_counter_ns()
                read = understand(heard, self._names)
                frame = told(read.frame, self._names, heard.speaker or _NOBODY, self._file.id_of)
                took = (perf_counter_ns() - started) / 1e6
                yield json.dumps({**frame, "surety": str(read.surety), "ms": round(took, 3)}, ensure_ascii=False)

    def explained(self, sentence: str, command: str, now: datetime) -> Iterator[str]:
        """How each step read the sentence."""
        surface = Surface.COMMAND if command else Surface.DM
        return explained(Heard(sentence, surface, now, command=command, speaker=_NOBODY), self._names)

    def _heard(self, phrase: dict[str, Any]) -> Heard:
        surface, _, command = phrase["surface"].partition(":")
        about = phrase.get("thread")
        thread = (
            Thread(self._numbers.get(about["requester"]), about.get("target") or "", about.get("seeking") or "")
            if about
            else None
        )
        speaker = self._numbers.get(phrase["speaker"], _NOBODY)
        now = datetime.fromisoformat(phrase["now"])
        return Heard(phrase["text"], Surface(surface), now, phrase["day_first"], command, speaker, thread)


def _with_account(person: Person, own: str) -> Person:
    """In such a file, a mention carries the id of the person."""
    return replace(person, account=AccountId(own))
