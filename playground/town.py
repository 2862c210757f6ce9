"""The playground put together: one workspace, one server, one app, and the people."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from typing import TYPE_CHECKING, TypeVar

from playground.acts import Acts
from playground.cast import SMALL
from playground.delivery import Door, Keys
from playground.faults import Faults
from playground.happenings import Happenings
from playground.http import SignedHttp
from playground.manifest import Manifest
from playground.page_api import PageApi
from playground.refusal import CannotDoError, NothingThereError
from playground.server import Server, application
from playground.socket_mode import SocketMode
from playground.traffic import Traffic
from playground.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playground.cast import Cast

T = TypeVar("T")


class Playground(Happenings):
    """A pretend Slack with one app installed, made from the app's manifest.

    `events_url` may be set when the app is up. `ack_within` and `repeat_after` are seconds, Slack's by default.
    `clock` gives unix seconds for messages and addresses; signatures and triggers keep to the real time.
    """

    def __init__(
        self,
        manifest: Path | Manifest,
        *,
        transport: str = "http",
        events_url: str | None = None,
        seed: int = 1,
        cast: Cast = SMALL,
        clock: Callable[[], float] = time.time,
        port: int = 0,
        ack_within: float = 3.0,
        repeat_after: tuple[float, ...] = (0, 60, 300),
    ) -> None:
        if transport not in ("http", "socket"):
            raise ValueError(f"transport is http or socket, not {transport}")
        read = manifest if isinstance(manifest, Manifest) else Manifest.read(manifest)
        workspace = Workspace(read, cast, seed, clock)
        secret = workspace.secret
        self._keys = Keys(f"xoxb-playground-{secret()}", f"xapp-1-playground-{secret()}", secret(32))
        self.faults, self.traffic = Faults(), Traffic(workspace)
        super().__init__(Acts(Door(workspace, self.faults, self.traffic, self._keys, ack_within, repeat_after)))
        self._sockets = SocketMode(self._door)
        self._transport, self._events_url, self._port = transport, events_url, port
        self._http: SignedHttp | None = None

    # -- running

    def start(self) -> Playground:
        """Serve in a thread; returns when it can be called."""
        self._server = Server(self._port)
        self.workspace.url = self._server.url
        self._door.loop = self._server.loop
        self._page = PageApi(self._acts)
        self._http = SignedHttp(self._events_url, self.signing_secret)
        self._door.carrier = self._http if self._transport == "http" else self._sockets
        self._server.start(application(self._door, self._sockets, self._page.routes()))
        return self

    def stop(self) -> None:
        """Stop serving; deliveries under way are given up."""
        if self._http is not None:
            self._server.stop([self._page.stop, self._door.stop, self._sockets.stop, self._http.stop])
            self._http = None

    def __enter__(self) -> Playground:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def until_interrupted(self) -> None:
        """Wait in the foreground until somebody presses Ctrl-C; SIGTERM ends the process as usual."""
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()

    def serve_forever(self) -> None:
        """Start, serve in the foreground until interrupted, stop."""
        with self:
            self.until_interrupted()

    # -- what the app is given

    @property
    def url(self) -> str:
        """The address of the page."""
        return self.workspace.url

    @property
    def api_url(self) -> str:
        """The base address of the Web API, for `WebClient(base_url=…)`."""
        return f"{self.url}/api/"

    @property
    def bot_token(self) -> str:
        """The app's bot token."""
        return self._keys.bot_token

    @property
    def app_token(self) -> str:
        """The app-level token for Socket Mode."""
        return self._keys.app_token

    @property
    def signing_secret(self) -> str:
        """What signed requests are signed with."""
        return self._keys.signing_secret

    @property
    def events_url(self) -> str | None:
        """Where signed requests go; None while the app is not up."""
        return self._events_url

    @events_url.setter
    def events_url(self, address: str | None) -> None:
        self._events_url = address
        if self._http is not None:
            self._http.address = address
        with self.workspace.change():
            pass

    @property
    def connected(self) -> bool:
        """Whether deliveries have somewhere to go."""
        return self._door.carrier is not None and self._door.carrier.connected

    def refresh_connections(self) -> None:
        """Ask Socket Mode connections to come back, as Slack does hourly."""
        asyncio.run_coroutine_threadsafe(self._sockets.refresh(), self._server.loop).result(5)

    def cut_connections(self) -> None:
        """Close every Socket Mode connection without a word."""
        asyncio.run_coroutine_threadsafe(self._sockets.stop(), self._server.loop).result(5)

    # -- waiting

    def wait(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """What `predicate` returns once it is true; looked at after every change, for at most `timeout` seconds.

        "There is no such message, view or button" counts as not yet. The predicate may only look: a gesture in it
        would wait for the app while holding the workspace.
        """
        ends, last = time.monotonic() + timeout, "it never became true"
        with self.workspace.changed:
            while True:
                try:
                    if found := predicate():
                        return found
                except (NothingThereError, CannotDoError) as problem:
                    last = str(problem)
                left = ends - time.monotonic()
                if left <= 0:
                    said = [repr(m) for m in self.said()[-5:]]
                    raise TimeoutError(f"nothing after {timeout} s: {last}; the app last said {said}")
                # Changes of the workspace wake us; the rest of the world (the app's own memory) gets a look as well.
                self.workspace.changed.wait(min(left, 0.1))

    def settle(self, timeout: float = 10.0) -> None:
        """Wait until no delivery is under way; repeats a second or more away are not waited for."""
        self.wait(lambda: self._door.in_flight == 0, timeout)
