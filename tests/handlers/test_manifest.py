"""The manifest says what Slack must know of the code, and nothing that the code does not do."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from slack_bolt import App
from slack_sdk import WebClient

import handlers.outbound
import handlers.showing
from assistant.clock import SystemClock
from assistant.desk import Desk
from assistant.ids import AccountId, WorkspaceId
from handlers import Surroundings, register
from handlers.views.help import PROMPTS
from playground.manifest import SCOPES_TO_HEAR
from playground.webapi import METHODS
from tests.handlers.conftest import MANIFEST

WRITTEN: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
SETTINGS, FEATURES = WRITTEN["settings"], WRITTEN["features"]
SCOPES = set(WRITTEN["oauth_config"]["scopes"]["bot"])
# Scopes that no call and no event shows: commands have their own, and the agent view is a feature of its own.
UNCALLED = {"commands", "assistant:write"}


class Listening(App):
    """Keeps by name what is registered, as Slack's own App does behind its walls."""

    def __init__(self) -> None:
        super().__init__(client=WebClient(token="x"), token_verification_enabled=False, signing_secret="x")
        self.names: dict[str, set[str]] = {}

    def _note(self, kind: str, name: Any) -> None:
        if isinstance(name, str):
            self.names.setdefault(kind, set()).add(name)

    def event(self, event: Any, *more: Any, **named: Any) -> Any:
        self._note("event", event)
        return super().event(event, *more, **named)

    def command(self, command: Any, *more: Any, **named: Any) -> Any:
        self._note("command", command)
        return super().command(command, *more, **named)

    def global_shortcut(self, callback_id: Any, *more: Any, **named: Any) -> Any:
        self._note("global", callback_id)
        return super().global_shortcut(callback_id, *more, **named)

    def message_shortcut(self, callback_id: Any, *more: Any, **named: Any) -> Any:
        self._note("message", callback_id)
        return super().message_shortcut(callback_id, *more, **named)


@pytest.fixture(scope="module")
def heard() -> dict[str, set[str]]:
    app = Listening()
    clock = SystemClock()
    desk = Desk(None, clock)  # type: ignore[arg-type]  (nothing is asked of it here)
    register(app, Surroundings(desk, clock, WorkspaceId("T1"), AccountId("UBOT")))
    return app.names


def test_events_are_subscribed_to_and_heard(heard: dict[str, set[str]]) -> None:
    subscribed = {"message" if name == "message.im" else name for name in SETTINGS["event_subscriptions"]["bot_events"]}
    assert subscribed == heard["event"]


def test_commands_exist_on_both_sides_and_name_people_by_account(heard: dict[str, set[str]]) -> None:
    assert {one["command"] for one in FEATURES["slash_commands"]} == heard["command"]
    assert all(one["should_escape"] for one in FEATURES["slash_commands"])


@pytest.mark.parametrize("kind", ["global", "message"])
def test_shortcuts_exist_on_both_sides(heard: dict[str, set[str]], kind: str) -> None:
    assert {one["callback_id"] for one in FEATURES["shortcuts"] if one["type"] == kind} == heard[kind]


def called() -> Iterator[str]:
    """The methods of the Web API that the code calls, by Slack's name."""
    methods = {name.replace(".", "_").lower(): name for name in METHODS}
    methods["files_upload_v2"] = "files.completeUploadExternal"  # the SDK's own way through two methods
    for module in (handlers.outbound, handlers.showing):
        for name in re.findall(r"client\.(\w+)", inspect.getsource(module)):
            yield methods[name.lower()]


def test_scopes_are_those_that_calls_and_events_need_and_no_more() -> None:
    needed: set[str] = set(UNCALLED)
    for method in called():
        if method == "conversations.open":
            needed |= {"im:write", "mpim:write"}  # the private conversation, and bringing people together
        elif method in ("conversations.history", "conversations.replies"):
            needed.add("im:history")
        else:
            needed |= set(METHODS[method].scopes)
    for event in SETTINGS["event_subscriptions"]["bot_events"]:
        needed |= set(SCOPES_TO_HEAR.get(event, ()))
    assert needed == SCOPES


def test_every_scope_says_what_it_is_for() -> None:
    for line in MANIFEST.read_text(encoding="utf-8").splitlines():
        if any(line.strip().startswith(f"- {scope}") for scope in SCOPES):
            assert " # " in line


def test_the_messages_tab_can_be_written_to_and_suggests_what_works() -> None:
    assert FEATURES["app_home"]["home_tab_enabled"]
    assert FEATURES["app_home"]["messages_tab_enabled"]
    assert not FEATURES["app_home"]["messages_tab_read_only_enabled"]
    prompts = FEATURES["agent_view"]["suggested_prompts"]
    assert [(one["title"], one["message"]) for one in prompts] == list(PROMPTS)
    assert len(prompts) <= 4


def test_slack_would_take_it() -> None:
    about = WRITTEN["display_information"]
    assert len(about["name"]) <= 35
    assert len(about["description"]) <= 140
    assert 175 <= len(about["long_description"]) <= 4_000
    assert re.fullmatch(r"#[0-9a-f]{6}", about["background_color"])
    for one in FEATURES["shortcuts"]:
        assert len(one["name"]) <= 24
        assert len(one["description"]) <= 150
    assert SETTINGS["interactivity"]["is_enabled"]
    addresses = {one["url"] for one in FEATURES["slash_commands"]} | {
        SETTINGS["event_subscriptions"]["request_url"],
        SETTINGS["interactivity"]["request_url"],
        SETTINGS["interactivity"]["message_menu_options_url"],
    }
    assert len(addresses) == 1
