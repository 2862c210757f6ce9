"""Starting and stopping, as an operator does it: real processes, a real port, a real signal."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from playground import Playground
from tests.wellmet.conftest import MANIFEST
from wellmet.build import CannotStart, build, identify
from wellmet.pretend import settings_for

COMMAND = (sys.executable, "-c", "from wellmet.cli import main; main()")
ROOT = MANIFEST.parent


def environment(playground: Playground | None, folder: Path, **more: str) -> dict[str, str]:
    given = {"PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{folder / 'served.db'}", "LOG_FORMAT": "json"}
    if playground:
        given |= {
            "SLACK_BOT_TOKEN": playground.bot_token,
            "SLACK_SIGNING_SECRET": playground.signing_secret,
            "SLACK_API_URL": playground.api_url.rstrip("/"),
        }
    return os.environ | given | more


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def running(*arguments: str, env: dict[str, str], until: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has said what the pattern `until` finds; killed if it lives after 30 seconds."""
    process = subprocess.Popen(
        [*COMMAND, *arguments], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    watchdog = threading.Timer(30, process.kill)
    watchdog.start()
    try:
        said: list[str] = []
        assert process.stdout
        for line in process.stdout:
            said.append(line)
            if re.search(until, line):
                break
        else:
            pytest.fail(f"it ended without saying {until!r}: {said}")
        yield process
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def ended(*arguments: str, env: dict[str, str]) -> tuple[int, str]:
    """How a process ended that ends by itself, and all it said."""
    done = subprocess.run([*COMMAND, *arguments], env=env, capture_output=True, text=True, timeout=30, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("way", ["http", "socket"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_serve_starts_answers_and_stops(way: str, end: signal.Signals, tmp_path: Path) -> None:
    with Playground(MANIFEST, transport=way) as playground:
        port = free_port()
        more = {"SLACK_APP_TOKEN": playground.app_token} if way == "socket" else {"PORT": str(port)}
        with running("serve", env=environment(playground, tmp_path, **more), until="ready in") as process:
            playground.events_url = f"http://127.0.0.1:{port}/slack/events"
            playground.wait(lambda: playground.connected)
            maya = playground.member("Maya")
            said = maya.dm("met Tom yesterday")
            assert "Tom Berger" in playground.wait(lambda: maya.heard_after(said)).text
            process.send_signal(end)
            assert process.wait(10) == 0
            rest = process.stdout.read() if process.stdout else ""
    assert "Traceback" not in rest
    assert "Tom" not in rest


def test_the_port_that_it_found_free_is_said(playground: Playground, tmp_path: Path) -> None:
    with running("serve", env=environment(playground, tmp_path, PORT="0"), until=r":[1-9]\d+/slack/events") as process:
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_worker_alone_says_what_another_process_put(tmp_path: Path) -> None:
    with Playground(MANIFEST) as playground:
        settings = settings_for(playground, f"sqlite:///{tmp_path / 'served.db'}", socket=False)
        with running("worker", env=environment(playground, tmp_path), until="ready in"):
            wellmet = build(settings)  # never started: it puts, and does nothing itself
            maya = playground.member("Maya")
            with wellmet.memory.read(wellmet.identity.workspace):
                wellmet.desk.look(wellmet.identity.workspace, maya.id)  # type: ignore[arg-type]
            assert playground.wait(maya.home)
            wellmet.stop()


def test_all_that_is_wrong_with_the_settings_is_said_before_anything_starts(tmp_path: Path) -> None:
    status, said = ended("serve", env=environment(None, tmp_path, DATABASE_URL="nonsense"))
    assert status == 2
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "DATABASE_URL"):
        assert name in said
    assert "Traceback" not in said
    assert not (tmp_path / "served.db").exists()


def test_serve_starts_again_right_after_it_was_killed(playground: Playground, tmp_path: Path) -> None:
    env = environment(playground, tmp_path, PORT=str(free_port()))
    with running("serve", env=env, until="ready in") as process:
        process.kill()
        process.wait()
        with running("serve", env=env, until="ready in") as again:
            assert again.poll() is None


def test_a_port_in_use_is_said_in_a_sentence(playground: Playground, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, said = ended("serve", env=environment(playground, tmp_path, PORT=str(port)))
    assert status
    assert f"PORT {port} cannot be used" in said
    assert "Traceback" not in said


def test_a_host_that_is_not_this_machine_is_said_in_a_sentence(playground: Playground, tmp_path: Path) -> None:
    status, said = ended("serve", env=environment(playground, tmp_path, HOST="nowhere.invalid"))
    assert status
    assert "HOST nowhere.invalid cannot be used" in said
    assert "Traceback" not in said


def test_a_database_that_is_not_there_is_said_in_a_sentence(playground: Playground, tmp_path: Path) -> None:
    away = "postgresql://me:hidden@127.0.0.1:1/wellmet"
    status, said = ended("serve", env=environment(playground, tmp_path, DATABASE_URL=away))
    assert status
    assert "DATABASE_URL" in said
    assert "hidden" not in said
    assert "Traceback" not in said


def test_a_refused_token_is_said_in_a_sentence_at_once(playground: Playground, tmp_path: Path) -> None:
    status, said = ended("serve", env=environment(playground, tmp_path, SLACK_BOT_TOKEN="xoxb-wrong"))
    assert status
    assert "SLACK_BOT_TOKEN" in said
    assert "xoxb-wrong" not in said


def test_a_slack_that_is_away_for_a_moment_is_waited_for(playground: Playground) -> None:
    settings, waits = settings_for(playground, "sqlite:///new.db", socket=False), list[float]()
    playground.faults.next("auth.test", "drop_before")
    playground.faults.next("auth.test", "rate_limited", retry_after=7)
    assert identify(settings, waits.append).team == "Playground"
    assert waits == [1, 7]
    playground.faults.next("auth.test", "server_error", times=20)
    with pytest.raises(CannotStart, match="cannot be reached"):
        identify(settings, waits.append)


def test_help_and_version_need_no_settings(tmp_path: Path) -> None:
    assert ended("--help", env=environment(None, tmp_path))[0] == 0
    status, said = ended("--version", env=environment(None, tmp_path))
    assert status == 0
    assert re.fullmatch(r"wellmet \d+\.\d+\.\d+\n", said)


def test_nothing_heavy_is_loaded_for_help() -> None:
    heavy = ("sqlalchemy", "slack_bolt", "dateparser", "pydantic")
    code = f"import sys, wellmet.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_folder_to_keep_in_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter").touch()
    status, said = ended("playground", "--no-open", "--keep", str(tmp_path / "letter"), env=environment(None, tmp_path))
    assert status == 2
    assert "--keep" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("socket_mode", [False, True])
def test_the_playground_command_shows_a_workspace_with_some_life(socket_mode: bool, tmp_path: Path) -> None:
    from urllib.request import urlopen

    port = free_port()
    more = ["--socket"] if socket_mode else []
    arguments = ["playground", "--no-open", "--port", str(port), "--keep", str(tmp_path), *more]
    with running(*arguments, env=environment(None, tmp_path), until=f"http://127.0.0.1:{port}") as process:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=5) as page:
            assert page.status == 200
        taken = ended("playground", "--no-open", "--port", str(port), env=environment(None, tmp_path))
        assert taken[0] == 2
        assert "--port" in taken[1]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    assert (tmp_path / "wellmet.db").exists()
