"""Sentences for every intent, with their near misses; intents/ is data, this only reads it aloud."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.facts import Kind, Person
from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.phrases.explain import explained
from assistant.phrases.frame import Intent
from assistant.phrases.reading import MOST_READINGS, picture, readings
from assistant.phrases.tokens import LONGEST, MOST
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Thread, Understood
from assistant.phrases.weights import learnt
from assistant.phrases.words import readable
from assistant.said import Surface

NOW = datetime(2026, 11, 24, 10, 20)  # noqa: DTZ001 (a wall clock)
ME = PersonId(1)
NAMES = ("Ines Keller", "Maya Patel", "Tom Okoro", "Linn Dahl", "Sam Whitfield", "Bruno Costa")
PEOPLE = Directory(Person(PersonId(at), Kind.MEMBER, name) for at, name in enumerate(NAMES, 1))
FILES = sorted((Path(__file__).parent / "intents").glob("*.toml"))
CASES = [(path.stem, case) for path in FILES for case in tomllib.loads(path.read_text())["case"]]


def read(words: str, surface: Surface = Surface.DM, command: str = "") -> Understood:
    thread = Thread(target="Linn Dahl") if surface is Surface.THREAD else None
    return understand(Heard(words, surface, NOW, command=command, speaker=ME, thread=thread), PEOPLE)


@pytest.mark.parametrize(("intent", "case"), CASES, ids=lambda part: part["says"] if isinstance(part, dict) else part)
def test_a_sentence_is_read_as_its_intent_and_a_near_miss_is_not(intent: str, case: dict[str, Any]) -> None:
    frame = read(case["says"], Surface(case.get("surface", "dm")), case.get("command", "")).frame
    if case.get("is_not"):
        assert frame.intent is not Intent(intent)
        return
    assert frame.intent is Intent(intent)
    people = {str(role): [one.text for one in said] for role, said in frame.people.items()}
    assert people == case.get("people", {})
    for slot in ("topic", "place", "seeking", "organisation"):
        if slot in case:
            assert getattr(frame, slot) == case[slot]


def test_every_intent_has_its_sentences() -> None:
    assert {path.stem for path in FILES} == set(map(str, Intent)) - {"none"}


def test_nothing_is_said_in_a_thread_to_talk_that_asks_nothing() -> None:
    assert read("lovely weather for it", Surface.THREAD).surety is Surety.SILENT
    assert read(":tada:", Surface.THREAD).surety is Surety.SILENT


def test_nothing_is_wiped_without_a_word_that_orders_it() -> None:
    assert read("everything about Tom Okoro").frame.intent is not Intent.FORGET


def test_how_a_sentence_was_read_can_be_told() -> None:
    told = "\n".join(explained(Heard("met Tom Okoro yesterday", Surface.DM, NOW, speaker=ME), PEOPLE))
    assert "intent: record_meeting" in told
    assert "date: 'yesterday'" in told


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=4000)
    | st.lists(
        st.sampled_from(sorted(set(" ".join(NAMES).split()) | {"met", "and", "<@U1>", "to", "\n", "(", "in"})),
        max_size=700,
    ).map(" ".join),
    st.sampled_from(Surface),
)
def test_no_words_whatever_upset_understanding_or_make_it_read_on_and_on(words: str, surface: Surface) -> None:
    """What a reading costs follows from the words it cuts and the readings it makes; both are bounded."""
    read(words, surface, "/met" if surface is Surface.COMMAND else "")
    seen = picture(Heard(words, surface, NOW, speaker=ME), "", readable(words), PEOPLE, learnt())
    assert len(seen.tokens.words) <= MOST
    assert max(seen.tokens.end, default=0) <= LONGEST
    assert all(each.end <= LONGEST for each in seen.moments)
    assert len(readings(seen, learnt())) <= MOST_READINGS
