"""The labelled phrases of a set as the app hears them, with the tags that its models are to learn."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.facts import Kind, Person
from assistant.ids import AccountId, PersonId
from assistant.people.index import Directory
from assistant.phrases import commands, dates
from assistant.phrases.moments import spans
from assistant.phrases.tagger import ROLES, TEXTS
from assistant.phrases.tokens import LONGEST, Tokens, cut
from assistant.phrases.understood import Heard, Thread
from assistant.phrases.words import readable
from assistant.said import Surface

FOLDER = Path(__file__).parent / "phrases"
_PRONOUNS = frozenset(["him", "her", "them", "they", "he", "she", "you", "us", "it", "both"])


@dataclass(slots=True)
class Set:
    """One file of labelled phrases and its directory."""

    name: str
    people: list[Person]
    directory: Directory
    ids: dict[PersonId, str]
    phrases: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase as the models see it, with its intent and its tags."""

    tokens: Tokens
    surface: str
    thread: str
    intent: str
    people: list[str]
    texts: list[str]


def sets() -> list[Set]:
    """All sets, by name."""
    return [read_set(path) for path in sorted(FOLDER.glob("*.jsonl"))]


def read_set(path: Path) -> Set:
    """The phrases of a file, with the people of the CSV beside it."""
    people, ids = [], {}
    with path.with_name(f"{path.stem}_people.csv").open(newline="", encoding="utf-8") as lines:
        for number, row in enumerate(csv.DictReader(lines), 1):
            ids[PersonId(number)] = row["id"]
            account = AccountId(row["id"]) if row["kind"] != "contact" else None
            people.append(
                Person(
                    PersonId(number), Kind(row["kind"] or "member"), row["real_name"], row["display_name"],
                    row["handle"], row["email"], row["organisation"], row["title"], account=account,
                )
            )  # fmt: skip
    phrases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return Set(path.stem, people, Directory(people), ids, phrases)


def heard(phrase: dict[str, Any], of: Set) -> Heard:
    """A labelled phrase as the app hears it."""
    numbers = {own: number for number, own in of.ids.items()}
    surface, _, command = phrase["surface"].partition(":")
    about = phrase["thread"]
    thread = Thread(numbers.get(about["requester"]), about["target"] or "", about["seeking"] or "") if about else None
    now = datetime.fromisoformat(phrase["now"])
    return Heard(
        phrase["text"], Surface(surface), now, phrase["day_first"], command, numbers.get(phrase["speaker"]), thread
    )


def of_intents(ordinary: frozenset[str]) -> Iterator[Example]:
    """The phrases that are labelled with their intent alone."""
    directory = read_set(FOLDER / "own.jsonl").directory
    for line in (FOLDER / "intents.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        intent, where, words = line.split(" | ", 2)
        surface, _, named = where.partition(":")
        command, text = commands.within(named, readable(words))
        tokens = cut(text, directory, None, spans(dates.said_in(text[:LONGEST], True), text), ordinary)
        yield Example(tokens, command or surface, "", intent, [], [])


def example(phrase: dict[str, Any], of: Set, ordinary: frozenset[str]) -> Example:
    """The phrase cut into words, each with the tag that its label asks for."""
    one = heard(phrase, of)
    command, text = commands.within(one.command, readable(one.words))
    moments = spans(dates.said_in(text[:LONGEST], one.day_first), text)
    tokens = cut(text, of.directory, one.speaker, moments, ordinary)
    gold = phrase["gold"]
    people, texts = ["O"] * len(tokens.words), ["O"] * len(tokens.words)
    for role, text in _people(gold):
        _mark(tokens, text, role, people)
    for means in TEXTS.get(gold["intent"], ()):
        if gold.get(means):
            _mark(tokens, readable(gold[means]), means, texts)
    return Example(tokens, command or str(one.surface), one.about, gold["intent"], people, texts)


def _people(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for role, said in (gold.get("people") or {}).items():
        if role in ROLES.get(gold["intent"], ()):
            for one in said:
                if one["ids"] != ["ME"] and one["text"].casefold() not in _PRONOUNS:
                    yield role, readable(one["text"])


def _mark(tokens: Tokens, text: str, means: str, tags: list[str]) -> None:
    """Tag the first free place where the text stands."""
    wanted = cut(text, Directory(), None).low
    for at in range(len(tokens.low) - len(wanted) + 1):
        here = slice(at, at + len(wanted))
        if wanted and tokens.low[here] == wanted and all(tag == "O" for tag in tags[here]):
            tags[here] = [f"B-{means}"] + [f"I-{means}"] * (len(wanted) - 1)
            return
