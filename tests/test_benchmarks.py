"""The benchmarks run, at a size that says nothing about speed: so that they are there when they are needed."""

from importlib import import_module

import pytest

from benchmarks.__main__ import NAMES, main, run_of

SMALL = {
    "first_meeting": {"events": 20, "rounds": 1, "replies": 2, "starts": 1, "members": 10, "quiet": 0.1},
    "paths": {"members": 50, "told": 200, "asked": 5, "beside": 1},
    "names": {"sizes": (100,), "each": 1},
    "dates": {"limit": 20},
    "search": {"records": 200, "beside": 20, "asked": 3, "updates": 2},
    "outbox": {"waiting": 100, "looks": 5, "idle": 0.1, "jobs": 12, "members": 6, "paced": 0.5, "kill": False},
    "phrases": {"folds": 0, "people": 50, "asked": 20},
}


@pytest.mark.parametrize("name", NAMES)
def test_every_benchmark_prints_its_tables(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    run_of(name)(**SMALL[name])
    printed = capfd.readouterr().out
    assert "│" in printed
    assert import_module(f"benchmarks.{name}").__doc__


def test_a_benchmark_that_is_not_there_is_named_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert "first_meeting" in capsys.readouterr().err
