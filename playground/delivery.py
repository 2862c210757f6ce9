"""The one door to the app: what is announced to it and asked of it, the three seconds, the three repeats."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from playground import occurrences

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Coroutine

    from playground.faults import Fault, Faults
    from playground.records import Json
    from playground.traffic import Traffic
    from playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Keys:
    """What the app is given at installation."""

    bot_token: str
    app_token: str
    signing_secret: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a delivery went. `error` is Slack's retry reason (http_timeout, http_error, connection_failed) or empty."""

    error: str = ""
    status: int | str = 200
    body: Any = None
    final: bool = False
    ms: float = 0.0

    @property
    def ok(self) -> bool:
        """Whether the app acknowledged in time."""
        return not self.error


class Carrier(Protocol):
    """A way to the app: signed HTTP or Socket Mode."""

    @property
    def connected(self) -> bool:
        """Whether there is somebody at the other end, as far as one can know."""

    async def carry(self, kind: str, payload: Json, within: float, retry: int, reason: str) -> Outcome:
        """Bring one thing to the app and wait up to `within` seconds for its acknowledgement."""


class Door(occurrences.Announcements):
    """Deliveries run in the server's loop; everybody else may start one from any thread."""

    loop: asyncio.AbstractEventLoop

    def __init__(
        self,
        workspace: Workspace,
        faults: Faults,
        traffic: Traffic,
        keys: Keys,
        ack_within: float,
        repeat_after: tuple[float, ...],
    ) -> None:
        super().__init__(workspace)
        self.faults, self.traffic, self.keys = faults, traffic, keys
        self.ack_within, self.repeat_after = ack_within, repeat_after
        self.carrier: Carrier | None = None
        self.tickets: set[str] = set()
        self.recent: dict[str, deque[float]] = {}
        self.in_flight = 0
        self._passing: list[asyncio.Event] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def new_ticket(self) -> str:
        """The address of one Socket Mode connection."""
        ticket = self.workspace.secret()
        self.tickets.add(ticket)
        return f"{self.workspace.url.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self.workspace.app_id}"

    def deliver(self, title: str, payload: Json) -> Future[Outcome]:
        """Send an occurrence; the future holds how the *first* attempt went, repeats follow by themselves."""
        first: Future[Outcome] = Future()
        self._spawn(self._repeatedly(title, payload, first), first)
        return first

    def ask(self, kind: str, title: str, payload: Json) -> Outcome:
        """Send a command or an interaction (never repeated) and wait for the acknowledgement. Not from the loop."""
        done: Future[Outcome] = Future()
        self._spawn(self._once(kind, title, payload, done), done)
        return done.result()

    def _spawn(self, work: Coroutine[Any, Any, None], future: Future[Outcome]) -> None:
        with self.workspace.change():
            self.in_flight += 1

        def start() -> None:
            task = self.loop.create_task(work)
            self._tasks.add(task)
            task.add_done_callback(finished)

        def finished(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            if not future.done():
                future.set_result(Outcome("connection_failed", "stopped"))
            with self.workspace.change():
                self.in_flight -= 1

        self.loop.call_soon_threadsafe(start)

    async def _once(self, kind: str, title: str, payload: Json, done: Future[Outcome]) -> None:
        done.set_result(await self._attempt(kind, title, payload, 0, "", self.faults.draw("to_app", title)))

    async def _repeatedly(self, title: str, payload: Json, first: Future[Outcome]) -> None:
        reason = ""
        for retry in range(len(self.repeat_after) + 1):
            if retry:
                await self._pause(self.repeat_after[retry - 1])
            fault = self.faults.draw("to_app", title)
            if fault and fault.kind == "reorder":
                if not first.done():
                    first.set_result(Outcome(status="held back"))
                await self._let_another_pass(fault)
            outcome = await self._attempt("events_api", title, payload, retry, reason, fault)
            if not first.done():
                first.set_result(outcome)
            if outcome.ok or outcome.final:
                return
            reason = outcome.error

    async def _pause(self, seconds: float) -> None:
        """Wait for the next repeat; one that is far off does not count as in flight."""
        if seconds < 1:
            await asyncio.sleep(seconds)
            return
        with self.workspace.change():
            self.in_flight -= 1
        try:
            await asyncio.sleep(seconds)
        finally:
            with self.workspace.change():
                self.in_flight += 1

    async def _let_another_pass(self, fault: Fault) -> None:
        passed = asyncio.Event()
        self._passing.append(passed)
        try:
            await asyncio.wait_for(passed.wait(), fault.seconds)
        except TimeoutError:
            pass
        finally:
            self._passing.remove(passed)

    async def _attempt(
        self, kind: str, title: str, payload: Json, retry: int, reason: str, fault: Fault | None
    ) -> Outcome:
        began = time.perf_counter()
        if fault and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault and fault.kind == "drop_before":
            outcome = Outcome("connection_failed", "dropped")
        elif self.carrier is None:
            outcome = Outcome("connection_failed", "not connected")
        else:
            copies = 2 if fault and fault.kind == "duplicate" else 1
            going = [self.carrier.carry(kind, payload, self.ack_within, retry, reason) for _ in range(copies)]
            outcome = (await asyncio.gather(*going))[0]
        if fault and fault.kind == "drop_after":
            outcome = replace(outcome, error="http_timeout", status="dropped", body=None)
        ms = (time.perf_counter() - began) * 1000
        name = fault.kind if fault else None
        self.traffic.note("to_app", title, outcome.status, ms, payload, outcome.body, name, retry)
        for passed in self._passing:
            passed.set()
        return replace(outcome, ms=ms)

    async def stop(self) -> None:
        """Give up everything under way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
