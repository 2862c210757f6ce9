"""Deliveries over Socket Mode: the app connects to us, and each envelope goes to any one of its connections."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
import uuid
from typing import TYPE_CHECKING

from starlette.websockets import WebSocketDisconnect, WebSocketState

from playground.delivery import Outcome

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from playground.delivery import Door
    from playground.records import Json

CONNECTIONS_AT_MOST = 10


class SocketMode:
    """The open connections, and the envelopes whose acknowledgement is awaited."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._open: list[WebSocket] = []
        self._leaving: list[WebSocket] = []
        self._turn = 0
        self._awaited: dict[str, tuple[WebSocket, asyncio.Future[Json]]] = {}

    @property
    def connected(self) -> bool:
        """Whether the app has a connection that takes envelopes."""
        return bool(self._open)

    async def serve(self, socket: WebSocket) -> None:
        """One connection, from `hello` to its end."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._door.tickets or len(self._open) >= CONNECTIONS_AT_MOST:
            await socket.close(code=1008)
            return
        self._door.tickets.discard(ticket)
        await socket.accept()
        self._open.append(socket)
        await socket.send_json(self._hello())
        with self._door.workspace.change():
            pass
        try:
            while True:
                self._acknowledged(json.loads(await socket.receive_text()))
        except (WebSocketDisconnect, ValueError, KeyError):
            pass
        finally:
            with self._door.workspace.change():
                self._open = [s for s in self._open if s is not socket]
                self._leaving = [s for s in self._leaving if s is not socket]
            for through, acknowledged in list(self._awaited.values()):
                if through is socket and not acknowledged.done():
                    acknowledged.set_exception(WebSocketDisconnect())

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "debug_info": {"host": "playground", "build_number": 1, "approximate_connection_time": 3600},
            "connection_info": {"app_id": self._door.workspace.app_id},
        }

    def _acknowledged(self, said: Json) -> None:
        _, waiting = self._awaited.pop(said.get("envelope_id", ""), (None, None))
        if waiting is not None and not waiting.done():
            waiting.set_result(said)

    async def carry(self, kind: str, payload: Json, within: float, retry: int, reason: str) -> Outcome:
        """One envelope to one connection, in turn."""
        if not self._open:
            return Outcome("connection_failed", "not connected")
        self._turn += 1
        socket = self._open[self._turn % len(self._open)]
        envelope: Json = {"envelope_id": str(uuid.uuid4()), "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        if kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": reason}
        acknowledged = asyncio.get_running_loop().create_future()
        self._awaited[envelope["envelope_id"]] = (socket, acknowledged)
        try:
            await socket.send_json(envelope)
            answer = await asyncio.wait_for(acknowledged, within)
        except TimeoutError:
            return Outcome("http_timeout", "timeout")
        except (WebSocketDisconnect, RuntimeError) as error:
            return Outcome("connection_failed", type(error).__name__)
        finally:
            self._awaited.pop(envelope["envelope_id"], None)
        return Outcome(body=answer.get("payload"))

    async def refresh(self) -> None:
        """Ask every connection to come back as a new one, as Slack does about once an hour."""
        leaving, self._open = self._open, []
        self._leaving += leaving
        debug = {"host": "playground", "at": int(time.time())}
        for socket in leaving:
            with contextlib.suppress(WebSocketDisconnect, RuntimeError):
                await socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": debug})
        # What is under way may still be acknowledged; then the old connections are closed from this side.
        if self._awaited:
            waiting = [acknowledged for _, acknowledged in self._awaited.values()]
            await asyncio.wait(waiting, timeout=self._door.ack_within)
        for socket in leaving:
            await _close(socket, 1000)

    async def stop(self) -> None:
        """Close every connection."""
        for socket in [*self._open, *self._leaving]:
            await _close(socket, 1001)


async def _close(socket: WebSocket, code: int) -> None:
    if socket.application_state is WebSocketState.CONNECTED:
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await socket.close(code=code)
