"""The speaker and pronouns among the people of a sentence, and what a frame has to hold before anything is done."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.facts import PersonSaid
from assistant.ids import AccountId
from assistant.phrases.en import gate, pronouns, speaker
from assistant.phrases.frame import Correction, Frame, Intent, Role, Setting, Subject

TABLES = tomllib.loads((Path(__file__).parent / "people.toml").read_text())
NOBODY: dict[str, list[str]] = {}


def _people(named: dict[str, list[str]]) -> dict[Role, tuple[PersonSaid, ...]]:
    return {
        Role(role): tuple(speaker.ME if text == "*" else PersonSaid(text) for text in texts)
        for role, texts in named.items()
    }


@pytest.mark.parametrize("case", TABLES["speaker"], ids=lambda case: case["says"])
def test_the_speaker_has_their_roles_said_or_not(case: dict[str, Any]) -> None:
    found = speaker.with_speaker(Intent(case["intent"]), case["says"], _people(case["named"]))
    assert found == _people(case["with"])


@pytest.mark.parametrize("case", TABLES["speaker"], ids=lambda case: case["says"])
def test_the_speaker_is_not_added_twice(case: dict[str, Any]) -> None:
    intent, says = Intent(case["intent"]), case["says"]
    once = speaker.with_speaker(intent, says, _people(case["named"]))
    assert speaker.with_speaker(intent, says, once) == once


@pytest.mark.parametrize("case", TABLES["pronoun"], ids=lambda case: case["says"])
def test_a_pronoun_stands_for_somebody_where_nobody_is_named(case: dict[str, Any]) -> None:
    names = [(name, case["says"].index(name)) for name in case.get("names", [])]
    found = pronouns.filled(Intent(case["intent"]), case["says"], _people(case["named"]), names, case["thread"])
    assert {str(role): [one.text for one in people] for role, people in found.items()} == case["with"]
    assert [one.means for people in found.values() for one in people if one.means] == [
        *([case["means"]] if "means" in case else [])
    ]


def test_you_in_a_thread_is_left_to_whoever_knows_who_asked() -> None:
    found = pronouns.filled(
        Intent.LOG_INTRO, "you and Ann are connected now", {Role.INTRODUCED: (PersonSaid("Ann"),)}, (), "Ann"
    )
    assert found[Role.INTRODUCED] == (PersonSaid("Ann"), PersonSaid("you"))


def _frame(intent: Intent, **slots: Any) -> Frame:
    people = {Role(role): tuple(map(PersonSaid, texts)) for role, texts in slots.pop("people", NOBODY).items()}
    return Frame(intent, people, **slots)


def _known(one: PersonSaid) -> bool:
    return one.text in ("Ann", "Bo")


PASSING = [
    (_frame(Intent.RECORD_MEETING, people={"with": ["Ann"]}), "met Ann"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["Zed Quill"]}), "met Zed Quill"),
    (_frame(Intent.REQUEST_INTRO, organisation="Calder Boats"), "can anyone get me into Calder Boats"),
    (_frame(Intent.FIND_PATH, seeking="a sail maker"), "who knows a sail maker"),
    (_frame(Intent.MAKE_INTRO, people={"introduce": ["Ann", "Bo"]}), "connect Ann and Bo"),
    (_frame(Intent.SET_NEED, topic="a sail maker"), "looking for a sail maker"),
    (_frame(Intent.FORGET, subject=Subject.EVERYTHING), "delete my data"),
    (_frame(Intent.SETTINGS, setting=Setting.STOP_NUDGES), "no more nudges"),
    (_frame(Intent.CORRECT, kind=Correction.UNDO), "undo"),
    (_frame(Intent.HELP), "help"),
    (_frame(Intent.NONE), "x" * 5000),
]
REFUSED = [
    (_frame(Intent.RECORD_MEETING), "met", "nobody met"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["deadline"]}), "met deadline", "nobody met"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["the team"]}), "met the team", "nobody met"),
    (_frame(Intent.MAKE_INTRO, people={"introduce": ["Ann"]}), "connect Ann", "fewer than two to introduce"),
    (_frame(Intent.GIVE_THANKS, people={"to": ["all"]}), "thanks all", "nobody thanked"),
    (_frame(Intent.REQUEST_INTRO), "introduce yourself", "nobody sought"),
    (_frame(Intent.SET_OFFER), "I can", "nothing offered or needed"),
    (_frame(Intent.SHOW), "show me", "no list named"),
    (_frame(Intent.FORGET, subject=Subject.PERSON), "forget them", "not said what"),
    (_frame(Intent.SETTINGS, setting=Setting.STOP_NUDGES), "lovely day", "no word that orders it"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["Ann"]}), "met Ann " * 80, "too long"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["Ann"]}), "met Ann <https://x.example|here>", "has a link"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["Ann"]}), "`met` Ann", "looks like code"),
    (_frame(Intent.RECORD_MEETING, people={"with": ["Ann"]}), "met(Ann);", "looks like code"),
]


@pytest.mark.parametrize(("frame", "says"), PASSING, ids=lambda value: value if isinstance(value, str) else "")
def test_a_frame_that_holds_what_it_needs_passes(frame: Frame, says: str) -> None:
    assert gate.why_not(frame, says, _known) == ""


@pytest.mark.parametrize(("frame", "says", "why"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_frame_that_lacks_something_says_what(frame: Frame, says: str, why: str) -> None:
    assert gate.why_not(frame, says, _known) == why


def test_after_a_command_any_name_counts() -> None:
    frame = _frame(Intent.RECORD_MEETING, people={"with": ["Zed"]})
    assert gate.why_not(frame, "Zed", _known) == "nobody met"
    assert gate.why_not(frame, "Zed", _known, commanded=True) == ""


def test_a_mention_needs_nobody_to_know_it() -> None:
    frame = Frame(Intent.GIVE_THANKS, {Role.TO: (PersonSaid("<@U1>", AccountId("U1")),)})
    assert gate.why_not(frame, "thanks <@U1>", lambda one: False) == ""
