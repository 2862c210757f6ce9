"""Sentences and what they are understood as; the corpus is data, these tests only read it aloud."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.phrases.frames import AskHelp, Frame, MetNobody, NewForm, RecordMeeting, Unclear, UndoLast
from assistant.phrases.understand import understand
from assistant.said import Surface

NOW = datetime(2026, 11, 24, 10, 20)  # noqa: DTZ001 (a wall clock)
HERE = Path(__file__).parent
MEETINGS = tomllib.loads((HERE / "meetings.toml").read_text())["meeting"]
OTHERS = tomllib.loads((HERE / "others.toml").read_text())
PIECES = [
    "met", "had", "coffee", "with", "Linn", "<@U1>", "<!channel>", "&lt;", ",", ";", "(", ")", "-", "–", "at", "in",
    "on", "about", "re:", "3", "1/2", "monday", "last", "week", "ago", "and", "i", "\n", ".", "the",
]  # fmt: skip
FRAMES = {"help": AskHelp, "undo": UndoLast, "nobody": MetNobody, "unclear": Unclear}


def heard(says: str, command: str = "") -> Frame:
    return understand(says, Surface.COMMAND if command else Surface.DM, command, NOW)


@pytest.mark.parametrize("case", MEETINGS, ids=lambda case: case["says"])
def test_a_meeting_is_understood(case: dict[str, Any]) -> None:
    frame = heard(case["says"], case.get("command", ""))
    assert isinstance(frame, RecordMeeting)
    said = frame.said
    assert [person.text for person in said.people] == case["people"]
    assert (said.topic, said.notes) == (case.get("topic", ""), case.get("notes", ""))
    if "place" in case:
        assert said.place == case["place"]
    when = said.when
    assert (when.start if when else None) == case.get("day")
    assert (when.end if when else None) == case.get("until")
    assert (when.at if when else None) == case.get("at")
    assert (str(when.grain) if when else "day") == case.get("grain", "day")


@pytest.mark.parametrize(("kind", "says"), [(kind, says) for kind, all_said in OTHERS.items() for says in all_said])
def test_what_is_no_meeting_is_not_taken_for_one(kind: str, says: str) -> None:
    assert isinstance(heard(says), FRAMES[kind])


def test_a_command_without_words_asks_for_its_form_and_a_bare_wellmet_for_help() -> None:
    assert isinstance(heard("", "/met"), NewForm)
    assert isinstance(heard("met", "/wellmet"), NewForm)
    assert isinstance(heard("", "/wellmet"), AskHelp)


def test_a_meeting_to_come_is_understood_with_its_day_so_that_it_can_be_refused() -> None:
    frame = heard("met Linn tomorrow")
    assert isinstance(frame, RecordMeeting)
    assert frame.said.when
    assert frame.said.when.start
    assert frame.said.when.start > NOW.date()


def test_the_year_is_the_latest_in_which_the_day_is_over() -> None:
    frame = heard("met Linn on 3 December")
    assert isinstance(frame, RecordMeeting)
    assert frame.said.when
    assert str(frame.said.when.start) == "2025-12-03"


def test_months_come_first_where_the_speaker_reads_them_first() -> None:
    frame = understand("met Linn on 3/4", Surface.DM, "", NOW, day_first=False)
    assert isinstance(frame, RecordMeeting)
    assert frame.said.when
    assert str(frame.said.when.start) == "2026-03-04"


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
    if isinstance(frame, RecordMeeting):
        assert frame.said.people
        assert all(person.text.strip() for person in frame.said.people)
