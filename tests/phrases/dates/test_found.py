"""Moments in sentences: which words say them, and which days they are."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from assistant.phrases import dates
from assistant.phrases.as_json import when_told
from assistant.phrases.dates import Direction

NOW = dates.Now(datetime(2026, 11, 18, 14, 30))  # noqa: DTZ001  the speaker's own clock
_TOLD = tomllib.loads((Path(__file__).parent / "told.toml").read_text(encoding="utf-8"))


def _found(text: str, direction: Direction) -> list[tuple[str, str, str]]:
    found = [(text[one.start : one.end], when_told(one.when)) for one in dates.find(text, NOW, direction)]
    return [(said, when["start"] or "", when["end"] or "") for said, when in found]


@pytest.mark.parametrize(("text", "said", "start", "end"), _TOLD["told"])
def test_what_happened_lies_behind(text: str, said: str, start: str, end: str) -> None:
    assert _found(text, Direction.PAST) == [(said, start, end)]


@pytest.mark.parametrize(("text", "said", "start", "end"), _TOLD["ahead"])
def test_what_is_to_come_lies_ahead(text: str, said: str, start: str, end: str) -> None:
    assert _found(text, Direction.FUTURE) == [(said, start, end)]


@pytest.mark.parametrize("text", _TOLD["none"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert not _found(text, Direction.PAST)


def test_a_date_of_no_calendar_is_none() -> None:
    assert not dates.find("on 31 February 2026", NOW)
    assert dates.find("on 29 February", NOW)[0].when.start == date(2024, 2, 29)


def test_months_come_first_where_the_speaker_reads_them_first() -> None:
    [found] = dates.find("on 3/4", dates.Now(NOW.moment, day_first=False))
    assert found.when.start == date(2026, 3, 4)


def test_somebodys_name_is_no_date() -> None:
    text = "saw Friday on Monday"
    [found] = dates.find(text, NOW, names=lambda start, end: text[start:end] == "Friday")
    assert text[found.start : found.end] == "on Monday"


def test_the_same_words_are_counted_out_for_both_directions() -> None:
    [said] = dates.said_in("on Friday")
    behind, ahead = (dates.valued(said, NOW, way) for way in (Direction.PAST, Direction.FUTURE))
    assert behind
    assert ahead
    assert (behind.when.start, ahead.when.start) == (date(2026, 11, 13), date(2026, 11, 20))
