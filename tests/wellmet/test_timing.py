"""`wellmet when` answers every sentence with the places and values of its dates."""

import json

from typer.testing import CliRunner

from wellmet.cli import app


def _ask(text: str) -> list[dict[str, object]]:
    asked = {"id": "one", "text": text, "now": "2026-11-18T14:30:00", "day_first": True}  # a Wednesday
    result = CliRunner().invoke(app, ["when"], input=json.dumps(asked) + "\n")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["id"] == "one"
    assert told["us"] > 0
    found: list[dict[str, object]] = told["dates"]
    return found


def test_a_day_with_a_clock_time_is_one_date_at_that_hour() -> None:
    assert _ask("coffee with Maya last Thursday at 3pm") == [
        {"span": [17, 37], "start": "2026-11-12T15:00", "end": None, "grain": "hour"}
    ]


def test_a_clock_time_alone_is_todays() -> None:
    assert [one["start"] for one in _ask("spoke to Ravi at 9am")] == ["2026-11-18T09:00"]


def test_a_week_has_both_ends_the_last_one_included() -> None:
    found = _ask("met Ines last week")
    assert [(one["start"], one["end"], one["grain"]) for one in found] == [("2026-11-09", "2026-11-15", "week")]


def test_a_vague_date_has_a_place_and_no_value() -> None:
    assert [(one["start"], one["end"], one["grain"]) for one in _ask("met Ines recently")] == [(None, None, "vague")]


def test_a_sentence_without_a_date_has_none() -> None:
    assert _ask("who knows Priya Shah?") == []


def test_a_line_that_is_no_sentence_is_refused_with_what_was_expected() -> None:
    result = CliRunner().invoke(app, ["when"], input='{"id": "one"}\n')
    assert result.exit_code == 2
    assert "id, text, now and day_first" in result.output
