"""A small app written with Slack's own libraries, which are the independent witnesses of what the playground says."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from playground import Manifest, Playground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt.response import BoltResponse

# fmt: off
SCOPES = (
    "commands", "chat:write", "assistant:write", "im:history", "im:write", "mpim:write", "app_mentions:read",
    "users:read", "dnd:read", "channels:read", "groups:read", "channels:join", "channels:history",
    "reactions:read", "reactions:write", "team:read", "users.profile:read", "usergroups:read",
)
HEARS = (
    "app_home_opened", "message.im", "app_mention", "message.channels", "team_join", "user_change",
    "app_uninstalled", "tokens_revoked", "reaction_added", "member_joined_channel", "member_left_channel",
    "channel_archive", "channel_rename", "agent_session_stopped",
)
# fmt: on


def manifest(*, scopes: tuple[str, ...] = SCOPES, hears: tuple[str, ...] = HEARS, **home: bool) -> Manifest:
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
            "oauth_config": {"scopes": {"bot": list(scopes)}},
            "settings": {"event_subscriptions": {"bot_events": list(hears)}, "interactivity": {"is_enabled": True}},
        }
    )


class Served:
    """Serves a Bolt app over HTTP with the threads a real one has; `stop` closes it."""

    def __init__(self, app: App) -> None:
        class Door(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # one packet an answer: head and body apart would wait 40 ms for each other

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


class Ears:
    """What an app heard, in order; set to answer nothing."""

    def __init__(self, app: App, *events: str) -> None:
        self.bodies: list[dict[str, Any]] = []
        for name in events:
            app.event(name)(self._hear)

    def _hear(self, body: dict[str, Any]) -> None:
        self.bodies.append(body)

    @property
    def events(self) -> list[dict[str, Any]]:
        """The inner parts."""
        return [body["event"] for body in self.bodies]


def disconnect(playground: Playground, handler: SocketModeHandler) -> None:
    """End a connection from our side first: the client would wait three seconds for something to read."""
    handler.client.auto_reconnect_enabled = False
    playground.cut_connections()
    with contextlib.suppress(AttributeError):  # the client loses its socket between its own check and its use
        handler.close()


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
        if isinstance(one, SocketModeHandler):
            disconnect(stopping[stopping.index(one) - 1], one)
        else:
            one.stop()


@pytest.fixture
def both(make: Callable[..., tuple[Playground, App]]) -> tuple[Playground, App]:
    """A playground and an app over signed HTTP."""
    return make()


@pytest.fixture
def client(both: tuple[Playground, App]) -> WebClient:
    """Slack's own client for that playground."""
    return both[1].client


def refused(call: Callable[..., Any], **args: Any) -> Any:
    """The whole answer of a call that must fail."""
    with pytest.raises(SlackApiError) as problem:
        call(**args)
    return problem.value.response


def button(words: str, action_id: str, **more: Any) -> dict[str, Any]:
    """A button."""
    return {"type": "button", "text": {"type": "plain_text", "text": words}, "action_id": action_id, **more}


def section(words: str, **more: Any) -> dict[str, Any]:
    """A section of mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": words}, **more}


def modal(*blocks: dict[str, Any], callback_id: str = "form", **more: Any) -> dict[str, Any]:
    """A modal with a button that sends it."""
    title, submit = ({"type": "plain_text", "text": t} for t in ("Form", "Save"))
    return {"type": "modal", "callback_id": callback_id, "title": title, "submit": submit, "blocks": [*blocks], **more}


def field(label: str, element: dict[str, Any], block_id: str, **more: Any) -> dict[str, Any]:
    """An input block."""
    words = {"type": "plain_text", "text": label}
    return {"type": "input", "block_id": block_id, "label": words, "element": element, **more}
