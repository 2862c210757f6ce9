"""Sentences and what they are understood as; the corpus is data, these tests only read it aloud."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.phrases import commands
from assistant.phrases.frame import Correction, Frame, Intent, Role
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.said import Surface

NOW = datetime(2026, 11, 24, 10, 20)  # noqa: DTZ001 (a wall clock)
HERE = Path(__file__).parent
MEETINGS = tomllib.loads((HERE / "meetings.toml").read_text())["meeting"]
OTHERS = tomllib.loads((HERE / "others.toml").read_text())
PIECES = [
    "met", "had", "coffee", "with", "Linn", "<@U1>", "<!channel>", "&lt;", ",", ";", "(", ")", "-", "–", "at", "in",
    "on", "about", "re:", "3", "1/2", "monday", "last", "week", "ago", "and", "i", "\n", ".", "the",
]  # fmt: skip
UNDO = Frame(Intent.CORRECT, kind=Correction.UNDO)
OUTCOMES = {
    "help": (Surety.ACT, Frame(Intent.HELP)),
    "undo": (Surety.ACT, UNDO),
    "nobody": (Surety.ACT, Frame(Intent.RECORD_MEETING)),
    "unclear": (Surety.HELP, Frame(Intent.NONE)),
}


def read(says: str, command: str = "", day_first: bool = True) -> Understood:
    surface = Surface.COMMAND if command else Surface.DM
    return understand(Heard(says, surface, NOW, day_first, command, PersonId(1)), Directory())


def heard(says: str, command: str = "", day_first: bool = True) -> Frame:
    understood = read(says, command, day_first)
    assert understood.surety is not Surety.SILENT
    return understood.frame


@pytest.mark.parametrize("case", MEETINGS, ids=lambda case: case["says"])
def test_a_meeting_is_understood(case: dict[str, Any]) -> None:
    frame = heard(case["says"], case.get("command", ""))
    assert frame.intent is Intent.RECORD_MEETING
    assert [person.text for person in frame.people[Role.WITH]] == case["people"]
    assert (frame.topic, frame.notes) == (case.get("topic", ""), case.get("notes", ""))
    if "place" in case:
        assert frame.place == case["place"]
    when = frame.when
    assert (when.start if when else None) == case.get("day")
    assert (when.end if when else None) == case.get("until")
    assert (when.at if when else None) == case.get("at")
    assert (str(when.grain) if when else "day") == case.get("grain", "day")


@pytest.mark.parametrize(("kind", "says"), [(kind, says) for kind, all_said in OTHERS.items() for says in all_said])
def test_what_is_no_meeting_is_not_taken_for_one(kind: str, says: str) -> None:
    understood = read(says)
    assert (understood.surety, understood.frame) == OUTCOMES[kind]


def test_a_command_without_words_asks_for_its_form_and_a_bare_wellmet_for_help() -> None:
    assert commands.form_wanted("/met", "") is Intent.RECORD_MEETING
    assert commands.form_wanted("/wellmet", " met ") is Intent.RECORD_MEETING
    assert commands.form_wanted("/wellmet", "") is None
    assert commands.form_wanted("/met", "Linn") is None
    assert heard("", "/wellmet") == Frame(Intent.HELP)


def test_a_meeting_to_come_is_understood_with_its_day_so_that_it_can_be_refused() -> None:
    frame = heard("met Linn tomorrow")
    assert frame.intent is Intent.RECORD_MEETING
    assert frame.when
    assert frame.when.start
    assert frame.when.start > NOW.date()


def test_the_year_is_the_latest_in_which_the_day_is_over() -> None:
    frame = heard("met Linn on 3 December")
    assert frame.intent is Intent.RECORD_MEETING
    assert frame.when
    assert str(frame.when.start) == "2025-12-03"


def test_months_come_first_where_the_speaker_reads_them_first() -> None:
    frame = heard("met Linn on 3/4", day_first=False)
    assert frame.intent is Intent.RECORD_MEETING
    assert frame.when
    assert str(frame.when.start) == "2026-03-04"


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=4000)
    | st.lists(
        st.sampled_from(PIECES),
        max_size=400,
    ).map(" ".join),
    st.sampled_from(["", "/met", "/wellmet"]),
)
def test_no_words_whatever_upset_understanding(words: str, command: str) -> None:
    frame = heard(words, command)
    assert all(person.text.strip() for people in frame.people.values() for person in people)
