"""What the page in the browser asks for: the state as one member sees it, messages, traffic, a stream of changes."""

from __future__ import annotations

import asyncio
import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from playground import shapes
from playground.gestures import Gestures
from playground.traffic import redacted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from playground.acts import Acts
    from playground.records import Conversation, Json, Member, Message

PAGE = Path(__file__).parent / "page"
_MISSING = "<h1>The playground is running</h1><p>Its page is missing; the Web API is at <code>/api/</code>.</p>"
_KINDS = {"channel": "channel", "group": "channel", "im": "dm", "mpim": "group"}


class PageApi:
    """The routes of the page."""

    def __init__(self, acts: Acts) -> None:
        self._acts, self._workspace = acts, acts.workspace
        self._gestures = Gestures(acts)
        self.closing = asyncio.Event()

    def routes(self) -> list[BaseRoute]:
        """Everything under `/` and `/page/`."""
        routes: list[BaseRoute] = [
            Route("/page/state", self.state),
            Route("/page/messages", self.messages),
            Route("/page/traffic", self.traffic),
            Route("/page/stream", self.stream),
            Route("/page/do", self.do, methods=["POST"]),
            Route("/page/avatar/{file}", self.avatar),
            Route("/", self.index),
        ]
        return [*routes, Mount("/page", StaticFiles(directory=PAGE, check_dir=False)), *self._beside()]

    def _beside(self) -> list[BaseRoute]:
        # index.html is served at `/`, so what it names beside itself is found there too.
        return [Mount("/", StaticFiles(directory=PAGE, check_dir=False))]

    async def index(self, request: Request) -> Response:
        """The page, or a word about its absence."""
        index = PAGE / "index.html"
        return HTMLResponse(index.read_text("utf-8") if index.is_file() else _MISSING)

    def _me(self, request: Request) -> Member | None:
        members = self._workspace.members
        first = next((m for m in members.values() if m.admin), None)
        return members.get(request.query_params.get("as", "")) or first

    async def state(self, request: Request) -> Response:
        """Everything but the messages."""
        me = self._me(request)
        if me is None:
            return JSONResponse({"error": "there is nobody here"}, 404)
        workspace = self._workspace
        with workspace.changed:
            workspace.dm(me.id)
            homes, modals = workspace.homes.get(me.id), workspace.modals.get(me.id, [])
            door = self._acts.door
            weather = door.faults.weather
            connected = door.carrier is not None and door.carrier.connected
            shape: Json = {
                "workspace": {"id": workspace.id, "name": workspace.name},
                "app": self._app(),
                "me": self._member(me),
                "members": [self._member(m) for m in workspace.members.values()],
                "conversations": [self._conversation(c, me) for c in workspace.visible_to(me.id)],
                "home": shapes.view(workspace, homes) if homes else None,
                "views": [shapes.view(workspace, v) for v in modals],
                "faults": {"share": weather.share, "kinds": list(weather.kinds), "connected": connected},
                "version": workspace.version,
            }
        return JSONResponse(shape)

    def _app(self) -> Json:
        manifest, bot = self._workspace.manifest, self._workspace.bot
        dms = {c.members[0]: c.id for c in self._workspace.conversations.values() if c.kind == "im"}
        prompts = {owner: self._workspace.prompts.get(id_, []) for owner, id_ in dms.items()}
        return {
            "bot_user": bot.id,
            "name": bot.real_name,
            "commands": [
                {"command": c.command, "usage_hint": c.usage_hint, "description": c.description}
                for c in manifest.commands
            ],
            "shortcuts": [{"type": s.type, "name": s.name, "callback_id": s.callback_id} for s in manifest.shortcuts],
            "prompts": {owner: some for owner, some in prompts.items() if some},
        }

    def _member(self, member: Member) -> Json:
        kind = "bot" if member.kind == "slackbot" else member.kind
        shape: Json = {
            "id": member.id,
            "name": member.name,
            "real_name": member.real_name,
            "title": member.title,
            "picture": f"/page/avatar/{member.id}.svg",
            "kind": kind,
            "deleted": member.deleted,
            "tz": member.zone,
        }
        return shape | ({"pronouns": member.pronouns} if member.pronouns else {})

    def _conversation(self, place: Conversation, me: Member) -> Json:
        read = float(place.read.get(me.id, 0))
        new = [m for m in place.messages if float(m.ts) > read and m.author != me.id and m.to in (None, me.id)]
        others = [self._workspace.members[m].shown for m in place.members if m != me.id]
        name = place.name if place.kind in ("channel", "group") else ", ".join(others)
        shape: Json = {"id": place.id, "kind": _KINDS[place.kind], "name": name, "members": place.members}
        shape["unread"] = len(new)
        if status := self._workspace.status.get(place.id):
            shape["status"] = status
        return shape | ({"topic": place.topic} if place.topic else {})

    async def messages(self, request: Request) -> Response:
        """Every message that the member sees in a conversation; looking at it marks it as read."""
        me = self._me(request)
        place = self._workspace.conversations.get(request.query_params.get("conversation", ""))
        if me is None or place is None or me.id not in place.members:
            return JSONResponse({"error": "there is no such conversation for them"}, 404)
        with self._workspace.changed:
            seen = [m for m in place.messages if m.to in (None, me.id)]
            if seen:
                place.read[me.id] = seen[-1].ts
            return JSONResponse({"messages": [self._message(m) for m in seen]})

    def _message(self, message: Message) -> Json:
        counted = shapes.message(self._workspace, message)
        shape: Json = {
            "ts": message.ts,
            "author": message.author,
            "text": message.text,
            "ephemeral": message.to is not None,
            "edited": message.edited is not None,
            "reply_count": counted.get("reply_count", 0),
            "reactions": [{"name": n, "members": who} for n, who in message.reactions.items()],
        }
        optional = {"thread_ts": message.thread_ts, "blocks": message.blocks, "metadata": message.metadata}
        optional["files"] = message.extra.get("files")
        return shape | {name: value for name, value in optional.items() if value}

    async def traffic(self, request: Request) -> Response:
        """What passed after entry `after`, without secrets."""
        after = request.query_params.get("after", "0")
        entries = self._acts.door.traffic.entries(after=int(after) if after.isdigit() else 0)
        shown: list[Json] = []
        for e in entries:
            entry: Json = {"n": e.n, "at": e.at, "direction": e.direction, "title": e.title, "status": e.status}
            entry |= {"ms": round(e.ms, 1), "request": redacted(e.request), "response": redacted(e.response)}
            shown.append(entry | ({"fault": e.fault} if e.fault else {}) | ({"retry": e.retry} if e.retry else {}))
        return JSONResponse({"entries": shown})

    async def stream(self, request: Request) -> Response:
        """Server-sent events: the version after each burst of changes."""
        return StreamingResponse(
            self._versions(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _versions(self) -> AsyncIterator[str]:
        loop, changed = asyncio.get_running_loop(), asyncio.Event()

        def told() -> None:
            loop.call_soon_threadsafe(changed.set)

        self._workspace.listeners.append(told)
        try:
            while not self.closing.is_set():
                changed.clear()
                yield f"data: {json.dumps({'version': self._workspace.version})}\n\n"
                await changed.wait()
        finally:
            self._workspace.listeners.remove(told)

    async def do(self, request: Request) -> Response:
        """One gesture of one member."""
        try:
            wanted: Any = await request.json()
        except ValueError:
            return JSONResponse({"ok": False, "error": "this is not JSON"}, 400)
        # In a thread: a gesture waits for the app, and the app's calls come in through this very loop.
        return JSONResponse(await run_in_threadpool(self._gestures.do, wanted))

    async def avatar(self, request: Request) -> Response:
        """A member's initials on their colour."""
        member = self._workspace.members.get(request.path_params["file"].removesuffix(".svg"))
        if member is None:
            return Response(status_code=404)
        initials = escape("".join(word[0] for word in member.real_name.split()[:2]).upper())
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" role="img" '
            f'aria-label="{escape(member.real_name)}"><rect width="72" height="72" rx="12" '
            f'fill="#{shapes.colour(member)}"/><text x="36" y="46" text-anchor="middle" fill="#fff" '
            f'font-family="sans-serif" font-size="28">{initials}</text></svg>'
        )
        return Response(svg, media_type="image/svg+xml", headers={"Cache-Control": "max-age=3600"})

    async def stop(self) -> None:
        """End every stream."""
        self.closing.set()
        for listener in list(self._workspace.listeners):
            listener()
