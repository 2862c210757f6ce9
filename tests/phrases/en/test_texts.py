"""Spans of text in the form that records keep, what a reminder is about, and the words after a command."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.phrases import commands
from assistant.phrases.en import introducing, reminders, topics

TABLES = tomllib.loads((Path(__file__).parent / "texts.toml").read_text())
TRIMS: dict[str, Callable[[str], str]] = {
    "topic": topics.topic,
    "place": topics.place,
    "organisation": topics.organisation,
    "seeking": topics.seeking,
    "client": topics.client,
}


@pytest.mark.parametrize(("slot", "span", "kept"), [(slot, *case) for slot in TRIMS for case in TABLES[slot]])
def test_a_span_is_kept_without_what_leads_to_it_or_trails_behind(slot: str, span: str, kept: str) -> None:
    assert TRIMS[slot](span) == kept


@pytest.mark.parametrize(("slot", "kept"), [(slot, case[1]) for slot in TRIMS for case in TABLES[slot]])
def test_what_is_kept_stays_as_it_is(slot: str, kept: str) -> None:
    assert TRIMS[slot](kept) == kept


@pytest.mark.parametrize(("says", "names", "moment", "topic"), TABLES["reminders"])
def test_a_reminder_is_about_what_follows_or_about_what_is_to_be_done(
    says: str, names: list[str], moment: str, topic: str
) -> None:
    start = says.index(moment)
    assert reminders.topic(says, names, [(start, start + len(moment))] if moment else []) == topic


@pytest.mark.parametrize(("command", "says", "comes_to", "remains"), TABLES["commands"])
def test_a_command_may_be_said_again_inside_another(command: str, says: str, comes_to: str, remains: str) -> None:
    assert commands.within(command, says) == (comes_to, remains)


@pytest.mark.parametrize(("says", "names", "intent"), TABLES["between"])
def test_what_stands_between_two_names_says_what_is_to_become_of_them(says: str, names: list[str], intent: str) -> None:
    spans = [(says.index(name), says.index(name) + len(name)) for name in names]
    assert str(introducing.between(says, spans) or "") == intent
