"""The Starlette app, and a uvicorn server that runs it in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import threading
import time
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from uvicorn.protocols.http.h11_impl import H11Protocol

from playground import acknowledgements, webapi
from playground.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from playground.delivery import Door
    from playground.records import Json
    from playground.socket_mode import SocketMode


class _Droppable(H11Protocol):
    """A connection that can be closed in the middle of a request; found by the addresses of its two ends."""

    known: dict[Any, asyncio.Transport] = {}  # noqa: RUF012 - one table for all connections is the point

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.known[self.server, self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self.known.pop((self.server, self.client), None)
        super().connection_lost(exc)


async def _drop(request: Request) -> Response:
    """Close the connection; what is returned goes nowhere."""
    transport = _Droppable.known.get((request.scope.get("server"), request.scope.get("client")))
    if transport is not None:
        transport.abort()
        await asyncio.sleep(0)
    return Response(status_code=500)


async def arguments(request: Request) -> Json:
    """The arguments of a call, wherever they are: address, form or JSON."""
    args: Json = dict(request.query_params)
    body = await request.body()
    kind = request.headers.get("content-type", "")
    if "json" in kind and body:
        given = json.loads(body)
        args |= given if isinstance(given, dict) else {}
    elif body:
        args |= {k: v for k, v in (await request.form()).items() if isinstance(v, str)}
    return args


def _answerer(door: Door) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        began, name = time.perf_counter(), request.path_params["method"]
        try:
            args = await arguments(request)
        except ValueError:
            return JSONResponse({"ok": False, "error": "invalid_json"})
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        token = token if scheme.lower() == "bearer" else str(args.get("token", ""))
        args.pop("token", None)
        fault = door.faults.draw("from_app", name)
        kind = fault.kind if fault else None
        status, headers = 200, {"x-oauth-scopes": ",".join(door.workspace.manifest.scopes)}
        headers["date"] = formatdate(door.workspace.now(), usegmt=True)
        if fault and kind == "slow":
            await asyncio.sleep(fault.seconds)
        shape: Json = {"ok": False, "error": kind}
        if kind not in ("rate_limited", "server_error", "drop_before", "invalid_auth", "token_revoked"):
            shape = webapi.answer(door, name, token, args)
        if shape.get("error") == "ratelimited" or kind == "rate_limited":
            after = shape.pop("retry_after", 1) if kind is None else fault.retry_after if fault else 1
            shape, status, headers["Retry-After"] = {"ok": False, "error": "ratelimited"}, 429, str(after)
        elif fault and kind in ("server_error", "server_error_after"):
            status = fault.status
        ms = (time.perf_counter() - began) * 1000
        lost = kind in ("drop_before", "drop_after")
        door.traffic.note("from_app", name, "dropped" if lost else status, ms, args, shape, kind)
        if lost:
            return await _drop(request)
        if status >= 500:
            return PlainTextResponse("upstream error", status, headers)
        return JSONResponse(shape, status, headers)

    return answer


def _response_url(door: Door) -> Callable[[Request], Awaitable[Response]]:
    async def respond(request: Request) -> Response:
        began, title, status, shape = time.perf_counter(), "response_url", 200, "ok"
        fault = door.faults.draw("from_app", title)
        kind = fault.kind if fault else None
        said: Json = {}
        if fault and kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault and kind in ("rate_limited", "server_error"):
            status, shape = (429 if kind == "rate_limited" else fault.status), kind
        elif kind != "drop_before":
            try:
                said = await arguments(request)
                acknowledgements.at_response_url(door, request.path_params["path"], said)
            except ValueError:
                status, shape = 400, "invalid_payload"
            except Refusal as refusal:
                status, shape = (404 if refusal.error.endswith("_url") else 400), refusal.error
            status = fault.status if fault and kind == "server_error_after" else status
        ms = (time.perf_counter() - began) * 1000
        door.traffic.note("from_app", title, status, ms, said, shape, kind)
        if kind in ("drop_before", "drop_after"):
            return await _drop(request)
        return PlainTextResponse(shape, status, {"Retry-After": "1"} if status == 429 else None)

    return respond


def _upload(door: Door) -> Callable[[Request], Awaitable[Response]]:
    """Where the app sends the bytes of a file, once, with no token but the address itself."""

    async def take(request: Request) -> Response:
        content = await request.body()
        fault = door.faults.draw("from_app", "upload")
        file = door.workspace.files.get(request.path_params["file"])
        known = file is not None and file.secret == request.path_params["secret"] and file.content is None
        status = fault.status if fault else 200 if known else 404
        if file is not None and known and not fault:
            if len(content) != file.length:
                status = 400
            else:
                file.content = content
        door.traffic.note("from_app", "upload", status, 0.0, {"bytes": len(content)}, "", fault.kind if fault else None)
        return PlainTextResponse(f"OK - {len(content)}" if status == 200 else "upload failed", status)

    return take


def _download(door: Door) -> Callable[[Request], Awaitable[Response]]:
    async def give(request: Request) -> Response:
        file = door.workspace.files.get(request.path_params["file"])
        if file is None or not file.shared or file.secret != request.path_params["secret"]:
            return PlainTextResponse("no such file", 404)
        kept = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}", "Cache-Control": "no-store"}
        return Response(file.content, 200, kept, "application/octet-stream")

    return give


def application(door: Door, sockets: SocketMode, pages: list[BaseRoute]) -> Starlette:
    """Everything that is served: the Web API, response_urls, Socket Mode, the page."""
    return Starlette(
        routes=[
            Route("/api/{method}", _answerer(door), methods=["GET", "POST"]),
            Route("/response/{path:path}", _response_url(door), methods=["POST"]),
            Route("/upload/{file}/{secret}", _upload(door), methods=["POST"]),
            Route("/files/{file}/{secret}/{name}", _download(door)),
            WebSocketRoute("/link/", sockets.serve),
            Mount("/", routes=pages),
        ]
    )


class _Prompt(uvicorn.Server):
    """Ends when told to, where uvicorn looks every tenth of a second: tests start and stop many of these."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ending = asyncio.Event()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.ending.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if tasks := list(self.server_state.tasks):
            _, late = await asyncio.wait(tasks, timeout=1)
            for task in late:
                task.cancel()
        await asyncio.sleep(0)


class Server:
    """uvicorn on 127.0.0.1 in a thread; `port` 0 takes a free one."""

    def __init__(self, port: int) -> None:
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.loop = asyncio.new_event_loop()
        self._up = threading.Event()

    def start(self, app: Starlette) -> None:
        """Serve; returns when connections are accepted."""
        config = uvicorn.Config(
            app,
            http=_Droppable,
            lifespan="off",
            log_level="error",
            access_log=False,
            date_header=False,
            ws_ping_interval=None,
        )
        self._uvicorn = _Prompt(config)
        self._thread = threading.Thread(target=self._run, name="playground", daemon=True)
        self._thread.start()
        if not self._up.wait(10):
            raise RuntimeError("the playground's server did not start within 10 seconds")

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self._socket.listen(512)
        self.loop.call_soon(self._up.set)
        with contextlib.suppress(asyncio.CancelledError):
            self.loop.run_until_complete(self._uvicorn.serve(sockets=[self._socket]))

    def stop(self, last: list[Callable[[], Awaitable[None]]]) -> None:
        """Run the last things in the loop, then stop serving and wait for the thread."""
        for closing in last:
            asyncio.run_coroutine_threadsafe(_awaited(closing), self.loop).result(5)
        self.loop.call_soon_threadsafe(self._uvicorn.ending.set)
        self._thread.join(5)
        self.loop.close()
        self._socket.close()


async def _awaited(closing: Callable[[], Awaitable[None]]) -> None:
    await closing()
