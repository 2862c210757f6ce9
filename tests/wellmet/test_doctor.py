"""What the doctor finds, in a workspace where all is well and in others."""

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from playground import Manifest, Playground
from store.tables import metadata
from tests.conftest import StandingClock
from tests.wellmet.conftest import MANIFEST
from wellmet import doctor
from wellmet.build import Wellmet
from wellmet.cli import app
from wellmet.doctor import Finding, State, examine
from wellmet.pretend import settings_for
from wellmet.settings import Settings


def findings(settings: Settings) -> dict[str, Finding]:
    return {finding.what: finding for finding in examine(settings)}


def test_all_is_well_once_wellmet_has_run(playground: Playground, wellmet: Wellmet, database_address: str) -> None:
    found = findings(settings_for(playground, database_address, socket=True))
    assert {finding.state for finding in found.values()} == {State.WELL}
    assert set(found) == {"settings", "bot token", "scopes", "clock", "app token", "database", "tables", "members"}


def test_a_scope_that_was_not_granted_is_named_with_what_to_do(database_address: str) -> None:
    manifest = Manifest.read(MANIFEST)
    fewer = replace(manifest, scopes=tuple(scope for scope in manifest.scopes if scope != "im:history"))
    with Playground(fewer) as playground:
        scopes = findings(settings_for(playground, database_address, socket=False))["scopes"]
    assert scopes.state is State.FAILED
    assert "im:history" in scopes.seen
    assert "install" in scopes.remedy


def test_scopes_that_nobody_tells_are_not_called_missing() -> None:
    scopes = doctor._scopes({"Date": "Tue, 24 Nov 2026 10:20:00 GMT"})
    assert (scopes.state, scopes.remedy) == (State.WARNING, "see OAuth & Permissions of your app")
    assert "could not be checked" in scopes.seen


def test_the_scopes_wanted_are_those_of_the_manifest() -> None:
    assert doctor.scopes_wanted() == Manifest.read(MANIFEST).scopes


def test_a_refused_token_is_told_apart_from_a_slack_that_is_away(playground: Playground, database_address: str) -> None:
    settings = settings_for(playground, database_address, socket=False)
    playground.faults.next("auth.test", "invalid_auth")
    refused = findings(settings)["bot token"]
    playground.faults.next("auth.test", "drop_before")
    away = findings(settings)["bot token"]
    assert "SLACK_BOT_TOKEN" in refused.remedy
    assert "reached" in away.remedy


def test_a_database_that_is_not_there_yet_is_no_failure_and_is_not_made(playground: Playground) -> None:
    found = findings(settings_for(playground, "sqlite:///new.db", socket=False))
    assert found["tables"].state is State.WARNING
    assert not Path("new.db").exists()


def test_a_file_that_is_no_database_is_named(playground: Playground) -> None:
    Path("letter.db").write_text("Dear Linn, " * 50, encoding="utf-8")
    found = findings(settings_for(playground, "sqlite:///letter.db", socket=False))["database"]
    assert found.state is State.FAILED
    assert "letter.db" in found.remedy


def test_a_port_is_free_or_taken_by_wellmet_or_by_another_program(playground: Playground, wellmet: Wellmet) -> None:
    def port(number: int) -> Finding:
        settings = settings_for(playground, "sqlite:///new.db", socket=False)
        return findings(settings.model_copy(update={"host": "127.0.0.1", "port": number}))["port"]

    ours, theirs = (urlsplit(str(url)).port or 0 for url in (playground.events_url, playground.url))
    assert port(ours).state is State.WELL
    assert port(theirs).state is State.FAILED
    assert f"{theirs} cannot be used" in port(theirs).seen
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    assert "free" in port(free).seen


def test_a_database_that_cannot_be_opened_is_a_failure(playground: Playground) -> None:
    found = findings(settings_for(playground, "sqlite:////nowhere/at/all.db", socket=False))
    assert found["database"].state is State.FAILED
    assert found["database"].remedy


def test_the_doctor_leaves_nothing_behind(playground: Playground, wellmet: Wellmet, database_address: str) -> None:
    def kept() -> dict[str, list[tuple[object, ...]]]:
        with wellmet.database.read() as connection:
            return {
                each.name: [tuple(row) for row in connection.execute(select(each))] for each in metadata.sorted_tables
            }

    before = kept()
    findings(settings_for(playground, database_address, socket=False))
    assert kept() == before


@pytest.mark.parametrize(
    ("off", "state"), [(0, State.WELL), (-30, State.WELL), (61, State.FAILED), (-600, State.FAILED)]
)
def test_a_clock_that_is_a_minute_wrong_is_a_failure(clock: StandingClock, off: int, state: State) -> None:
    told = format_datetime(clock.now() - timedelta(seconds=off), usegmt=True)
    assert doctor._clock({"Date": told}, clock.now()).state is state


def test_a_slack_without_a_date_is_no_failure() -> None:
    assert doctor._clock({}, datetime(2026, 11, 24, tzinfo=UTC)).state is State.WARNING


def test_the_command_prints_whole_lines_and_fails_when_something_did(
    playground: Playground, database_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", playground.bot_token)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", playground.signing_secret)
    monkeypatch.setenv("SLACK_API_URL", playground.api_url)
    monkeypatch.setenv("DATABASE_URL", database_address)
    well = CliRunner().invoke(app, ["doctor"])
    assert well.exit_code == 0
    assert "ok: scopes: all" in well.output
    playground.faults.next("auth.test", "invalid_auth")
    unwell = CliRunner().invoke(app, ["doctor"])
    assert unwell.exit_code == 1
    assert "failed: bot token" in unwell.output
    assert playground.bot_token not in well.output + unwell.output
    playground.faults.next("auth.test", "drop_before")
    away = CliRunner().invoke(app, ["doctor"])
    assert all(line.startswith(("ok: ", "warning: ", "failed: ")) for line in away.output.splitlines())
