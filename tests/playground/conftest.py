"""A small app written with Slack's own libraries, which are the independent witnesses of what the playground says."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

from playground import Manifest, Playground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt.response import BoltResponse

SCOPES = [
    "commands",
    "chat:write",
    "assistant:write",
    "im:history",
    "im:write",
    "mpim:write",
    "app_mentions:read",
    "users:read",
    "dnd:read",
    "channels:read",
    "groups:read",
    "channels:join",
    "channels:history",
    "reactions:read",
    "reactions:write",
    "team:read",
    "users.profile:read",
    "usergroups:read",
]
HEARS = [
    "app_home_opened",
    "message.im",
    "app_mention",
    "message.channels",
    "team_join",
    "user_change",
    "app_uninstalled",
    "tokens_revoked",
    "reaction_added",
    "member_joined_channel",
    "member_left_channel",
    "channel_archive",
    "channel_rename",
    "agent_session_stopped",
]


def manifest(*, scopes: list[str] = SCOPES, hears: list[str] = HEARS, **home: bool) -> Manifest:
    """A manifest like the one an app would have, with what a test wants otherwise."""
    return Manifest.parse(
        {
            "display_information": {"name": "Greeter"},
            "features": {
                "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, **home},
                "bot_user": {"display_name": "Greeter", "always_online": True},
                "agent_view": {"agent_description": "Greets"},
                "slash_commands": [
                    {"command": "/met", "description": "Whom", "usage_hint": "name", "should_escape": True},
                    {"command": "/raw", "description": "As typed"},
                ],
                "shortcuts": [
                    {"type": "global", "name": "New note", "callback_id": "note", "description": "…"},
                    {"type": "message", "name": "Keep this", "callback_id": "keep", "description": "…"},
                ],
            },
            "oauth_config": {"scopes": {"bot": scopes}},
            "settings": {"event_subscriptions": {"bot_events": hears}, "interactivity": {"is_enabled": True}},
        }
    )


class Served:
    """Serves a Bolt app over HTTP with the threads a real one has; `stop` closes it."""

    def __init__(self, app: App) -> None:
        class Door(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                headers = {name: [value] for name, value in self.headers.items()}
                answer: BoltResponse = app.dispatch(BoltRequest(body=body, headers=headers))
                said = answer.body.encode()
                self.send_response(answer.status)
                for name, value in answer.first_headers_without_set_cookie().items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/slack/events"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


Make = "Callable[..., tuple[Playground, App]]"


@pytest.fixture
def make() -> Iterator[Callable[..., tuple[Playground, App]]]:
    """Starts playgrounds with a Bolt app connected: `make(transport="socket", …)`; stops them afterwards."""
    stopping: list[Any] = []

    def made(*, wants: Manifest | None = None, **how: Any) -> tuple[Playground, App]:
        playground = Playground(wants or manifest(), **how).start()
        stopping.append(playground)
        client = WebClient(token=playground.bot_token, base_url=playground.api_url, retry_handlers=[])
        app = App(
            client=client,
            token=playground.bot_token,
            signing_secret=playground.signing_secret,
            process_before_response=True,
        )
        if how.get("transport") == "socket":
            handler = SocketModeHandler(app, playground.app_token, ping_interval=5)
            handler.connect()
            stopping.append(handler)
            playground.wait(lambda: playground.connected)
        else:
            served = Served(app)
            stopping.append(served)
            playground.events_url = served.url
        return playground, app

    yield made
    for one in reversed(stopping):
        (one.close if isinstance(one, SocketModeHandler) else one.stop)()


@pytest.fixture
def both(make: Callable[..., tuple[Playground, App]]) -> tuple[Playground, App]:
    """A playground and an app over signed HTTP."""
    return make()


@pytest.fixture
def client(both: tuple[Playground, App]) -> WebClient:
    """Slack's own client for that playground."""
    return both[1].client
