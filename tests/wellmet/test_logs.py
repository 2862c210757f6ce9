"""Logs: what happened, and never what members wrote."""

import json
import logging

import pytest
import structlog
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from wellmet import logs

pytestmark = pytest.mark.usefixtures("logs_as_before")


def fail(words: str) -> None:
    raise ValueError("it did not work")


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_traceback_shows_no_local_variables(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", form)  # type: ignore[arg-type]
    words = "-".join(["met", "Linn", "about", "her", "illness"])
    for log in (logging.getLogger("wellmet"), structlog.get_logger()):
        try:
            fail(words)
        except ValueError:
            log.exception("a job failed")
    said = capsys.readouterr().err
    assert "it did not work" in said
    assert "in fail" in said
    assert words not in said


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_database_error_shows_no_values(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", form)  # type: ignore[arg-type]
    words = "-".join(["met", "Linn", "about", "her", "illness"])  # a traceback quotes the lines of this very file
    try:
        with create_engine("sqlite://").connect() as connection:
            connection.execute(text("insert into nowhere values (:words)"), {"words": words})
    except SQLAlchemyError as problem:
        logging.getLogger("wellmet").exception("a listener failed: %s", problem)
    said = capsys.readouterr().err
    assert "no such table" in said
    assert words not in said


def test_outside_a_terminal_each_line_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info")
    structlog.get_logger("wellmet").warning("a job was dropped", job="point:1")
    logging.getLogger("anything").warning("its own words")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["a job was dropped", "its own words"]
    assert lines[0]["job"] == "point:1"
    assert all(line["timestamp"] and line["level"] == "warning" for line in lines)


def test_libraries_keep_quiet_about_what_passes(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("debug")
    logging.getLogger("slack_sdk.web.base_client").debug("payload: met Linn")
    logging.getLogger("slack_bolt.App").info("payload: met Linn")
    assert "met Linn" not in capsys.readouterr().err
