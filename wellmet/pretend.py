"""`wellmet playground`: the pretend Slack and Wellmet in it, started together and filled with some life."""

import os
import signal
import sys
import tempfile
import threading
import webbrowser
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import typer

from playground import Playground
from store.engine import Database
from store.migrations import migrate
from wellmet import logs
from wellmet.build import CannotStart, Wellmet, build
from wellmet.doctor import manifest_path
from wellmet.http import SLACK_PATH
from wellmet.settings import Settings

LIFE = (
    ("Maya", "met Linn at the Young Gallery on 3 November about the spring show"),
    ("Maya", "had coffee with Tom last Tuesday about the harbour studio. Tom knows the landlord."),
    ("Maya", "ran into José at the book fair on 12 November"),
    ("Maya", "met @ana at Casa Abierta last week about portraits of the volunteers"),
    ("Maya", "spoke to @linn yesterday about the opening"),
    ("Linn", "met Maya at the Young Gallery on 3 November about the spring show"),
    ("Linn", "had lunch with Sam Okafor last Friday about sponsoring the summer prize"),
    ("Tom", "met Priya on 14 November to discuss the harbour studio"),
    ("Ana", "bumped into Sam Tanner at the print festival last weekend"),
)
"""Sentences of the cast, said through the real surface before anybody looks."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


class _Silent(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """The inspector of the page shows what passes."""


def serve_locally(wellmet: Wellmet) -> tuple[WSGIServer, str]:
    """Serve Wellmet's door on a free port of this machine, in a thread; the server, and where Slack's requests go."""
    server = make_server("127.0.0.1", 0, wellmet.door, server_class=_Server, handler_class=_Silent)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, name="door", daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}{SLACK_PATH}"


def settings_for(playground: Playground, database_url: str, socket: bool) -> Settings:
    """Settings as an operator would make them, for the pretend workspace."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # the real environment has no say in the pretend one
        slack_bot_token=playground.bot_token,
        slack_signing_secret=playground.signing_secret,
        slack_app_token=playground.app_token if socket else None,
        slack_api_url=playground.api_url,
        database_url=database_url,
        unasked_a_minute=0,
    )


def run(port: int, socket: bool, keep: Path | None, browse: bool, life: bool) -> None:
    """Start both, say where the page is, and run until Ctrl-C."""
    logs.configure("warning", "auto")
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise CannotStart(f"--keep {folder} cannot be used: {problem.strerror}") from problem
        path = folder / "wellmet.db"
        new = not path.exists()
        manifest = manifest_path()
        if manifest is None:
            raise CannotStart("manifest.yml is neither in the installed package nor beside it")
        try:
            playground = stack.enter_context(Playground(manifest, transport="socket" if socket else "http", port=port))
        except OSError as problem:
            raise CannotStart(f"Port {port} cannot be used for the page: {problem.strerror}; try --port") from problem
        settings = settings_for(playground, f"sqlite:///{path}", socket)
        database = Database(settings.database_url)
        migrate(database)
        database.close()
        wellmet = build(settings, pace=timedelta(0))  # nobody here minds haste
        wellmet.start()
        stack.callback(wellmet.stop)
        if not socket:
            server, playground.events_url = serve_locally(wellmet)
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
        playground.wait(lambda: playground.connected)
        wellmet.worker.settle()
        if life and new:
            for name, sentence in LIFE:
                member = playground.member(name)
                said = member.dm(sentence)
                playground.wait(partial(member.heard_after, said))
        typer.echo(f"Wellmet is in the pretend workspace at {playground.url} (Ctrl-C ends it)")
        if browse and _has_display():
            threading.Thread(target=webbrowser.open, args=(playground.url,), daemon=True).start()
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, leaving nothing behind
        playground.until_interrupted()


def _has_display() -> bool:
    """Whether a browser would come up beside the terminal, and not in it."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
