"""Running: over HTTP with gunicorn, over Socket Mode, or the worker alone."""

import errno
import logging
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from store.engine import Database
from store.migrations import migrate
from wellmet.build import CannotStart, Identity, Wellmet, build, identify
from wellmet.http import SLACK_PATH
from wellmet.settings import Settings

log = logging.getLogger("wellmet")

THREADS = 16  # requests at once; Slack sends at most about 8 a second to an app, in bursts
GRACE = 20  # seconds to finish what is in hand
ORPHANED = 5  # seconds that what `kill -9` left may hold the port; gunicorn's worker ends about three after its parent
# Seconds that a thread may keep the interpreter while others wait for it. With Python's own 5 ms, an acknowledgement
# waits behind whole replies; a tenth of it brought a quarter more events a second, and p99 from 110 to 91 ms.
TURN = 0.0005


def prepare(settings: Settings) -> Identity:
    """Migrate the database and learn who we are, before anything is heard. Raises CannotStart."""
    database = Database(settings.database_url)
    try:
        if migrate(database):
            log.info("the database was brought up to date")
    except (SQLAlchemyError, OSError) as problem:
        reason = str(getattr(problem, "orig", None) or problem).splitlines()[0]
        raise CannotStart(f"DATABASE_URL cannot be used: {reason}") from problem
    finally:
        database.close()
    return identify(settings)


def serve(settings: Settings, started: float) -> None:
    """Hear Slack and work, until a signal says to stop. `started`: `time.monotonic()` when the process began."""
    identity = prepare(settings)
    sys.setswitchinterval(TURN)
    if settings.socket_mode:
        _until_stopped(settings, identity, f"Socket Mode in {identity.team}", started)
    else:
        _http(settings, identity, started)


def work(settings: Settings, started: float) -> None:
    """The worker alone: as many as you like on PostgreSQL."""
    identity = prepare(settings)
    alone = settings.model_copy(update={"slack_app_token": None})
    _until_stopped(alone, identity, f"the outbox of {identity.team}", started)


def _until_stopped(settings: Settings, identity: Identity, where: str, started: float) -> None:
    stopped = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopped.set())
    wellmet = build(settings, identity)
    try:
        wellmet.start()
        _say_ready(where, started)
        stopped.wait()
    finally:
        wellmet.stop()


def _http(settings: Settings, identity: Identity, started: float) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """gunicorn, told by our settings alone. Wellmet is built in its one worker process, after the fork."""

        def load_config(self) -> None:
            options = {
                "bind": f"{settings.host}:{settings.port}",
                "workers": 1,
                "worker_class": "gthread",
                "threads": THREADS,
                "graceful_timeout": GRACE,
                "keepalive": 75,
                "loglevel": "warning",
                "logger_class": "wellmet.gunicorn_logs.Quiet",
                "post_worker_init": self.ready,
                "worker_exit": self.worker_exit,
                "control_socket_disable": True,
            }
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        wellmet: Wellmet | None = None

        def ready(self, process: Any) -> None:
            """Say where it listens (PORT=0 is whichever is free), and let Ctrl-C end it as SIGTERM does.

            gunicorn's quick end shuts its pool of threads down within the signal's handler, which waits for ever when
            the signal came while a request was being handed to that pool.
            """
            for name in (signal.SIGINT, signal.SIGQUIT):
                signal.signal(name, process.handle_exit)
            port = process.sockets[0].getsockname()[1]
            _say_ready(f"http://{settings.host}:{port}{SLACK_PATH} for {identity.team}", started)

        def worker_exit(self, arbiter: Any, process: Any) -> None:
            """The last thing in the worker process, when no request is under way any more."""
            if self.wellmet:
                self.wellmet.stop()

        def load(self) -> Callable[..., Any]:
            wellmet = self.wellmet = build(settings, identity)
            wellmet.start()
            return wellmet.door

    # gunicorn tries again and again when a port is taken; one sentence is kinder.
    if problem := cannot_listen(settings, ORPHANED):
        raise CannotStart(problem)
    Server().run()


def cannot_listen(settings: Settings, patience: float = 0) -> str:
    """Why HOST and PORT cannot be listened on, even `patience` seconds later; empty when they can."""
    import socket

    until = time.monotonic() + patience
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.host, settings.port))
                return ""
            except socket.gaierror as problem:
                return f"HOST {settings.host} cannot be used: {problem.strerror}"
            except OSError as problem:
                if problem.errno != errno.EADDRINUSE or time.monotonic() >= until:
                    return f"PORT {settings.port} cannot be used on {settings.host}: {problem.strerror}"
        time.sleep(0.1)


def _say_ready(where: str, started: float) -> None:
    log.info("ready in %d ms: %s", (time.monotonic() - started) * 1000, where)
