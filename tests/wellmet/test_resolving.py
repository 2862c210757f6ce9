"""`wellmet resolve`, as typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wellmet.cli import app

HEAD = "id,real_name,display_name,handle,email,organisation,title,kind\n"
PEOPLE = HEAD + "U1,Linn O'Carroll,,linn.oc,,,,member\nU2,Sam Okafor,,,,Acme,,member\nU3,Sam Tanner,,,,Bloom,,member\n"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE, encoding="utf-8")
    return file


def answers(people: Path, *names: str, more: tuple[str, ...] = ()) -> list[dict[str, object]]:
    queries = "".join(json.dumps({"id": f"q{at}", "name": name}) + "\n" for at, name in enumerate(names))
    done = CliRunner().invoke(app, ["resolve", "--people", str(people), *more], input=queries)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_name_is_answered_in_order_with_a_decision_people_and_time(people: Path) -> None:
    found = answers(people, "linn", "Sam", "Wolfgang")
    assert [(one["id"], one["decision"]) for one in found] == [("q0", "sure"), ("q1", "unsure"), ("q2", "unknown")]
    assert found[0]["people"] == [{"id": "U1", "score": 1.0}]
    assert {one["id"] for one in found[1]["people"]} == {"U2", "U3"}  # type: ignore[attr-defined]
    assert all(isinstance(one["us"], float) and one["us"] > 0 for one in found)


def test_people_added_later_are_found_and_the_figures_written(people: Path, tmp_path: Path) -> None:
    added, stats = tmp_path / "more.csv", tmp_path / "stats.json"
    added.write_text(HEAD + "U4,Wolfgang Berg,,,,,,member\n", encoding="utf-8")
    found = answers(people, "Wolfgang", more=("--add", str(added), "--stats", str(stats)))
    assert found[0]["people"] == [{"id": "U4", "score": 1.0}]
    told = json.loads(stats.read_text(encoding="utf-8"))
    assert told["people"] == 4
    assert told["rss_mb"] > 1
    assert told["add_p99_us"] >= told["add_p50_us"] > 0


def test_a_file_that_is_no_directory_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("id,name\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["resolve", "--people", str(file)], input="")
    assert done.exit_code == 2
    assert "no column real_name" in done.output


def test_a_query_that_is_none_is_refused_in_a_sentence(people: Path) -> None:
    done = CliRunner().invoke(app, ["resolve", "--people", str(people)], input="linn\n")
    assert done.exit_code == 2
    assert "JSON with id and name" in done.output
