"""What the page in the browser asks for, and what it may do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.playground.conftest import Ears, button, field, modal, section

if TYPE_CHECKING:
    from slack_bolt import App

    from playground import Playground


@pytest.fixture
def page(both: tuple[Playground, App]) -> Any:
    """Asks as Ana: `page("state")`, `page("messages", conversation=…)`, `page.do("write", …)`."""
    return Asking(both[0])


class Asking:
    """A browser with Ana in front of it."""

    def __init__(self, playground: Playground) -> None:
        self.me, self._http = playground.member("Ana"), httpx.Client(base_url=f"{playground.url}/page/")

    def __call__(self, what: str, **asked: Any) -> Any:
        return self._http.get(what, params={"as": self.me.id, **asked}).json()

    def do(self, verb: str, **how: Any) -> Any:
        return self._http.post("do", json={"as": self.me.id, "do": verb, **how}).json()

    @property
    def dm(self) -> str:
        return next(str(c["id"]) for c in self("state")["conversations"] if c["kind"] == "dm")


def test_a_member_sees_what_is_theirs(page: Asking) -> None:
    state = page("state")
    assert state["me"]["real_name"] == "Ana Ruiz"
    assert [c["kind"] for c in state["conversations"]] == ["dm", "channel", "channel", "channel", "channel"]
    assert {m["kind"] for m in state["members"]} == {"member", "guest", "external", "bot", "app"}
    assert state["app"]["commands"][0] == {"command": "/met", "usage_hint": "name", "description": "Whom"}
    assert state["app"]["shortcuts"][1]["type"] == "message"
    assert (state["home"], state["views"]) == (None, [])
    assert state["faults"]["connected"]


def test_messages_come_with_threads_and_reactions(page: Asking) -> None:
    written = page.do("write", conversation=page.dm, text="met @Tom")
    page.do("write", conversation=page.dm, text="again", thread_ts=written["ts"])
    page.do("react", conversation=page.dm, ts=written["ts"], name="tada")
    root, reply = page("messages", conversation=page.dm)["messages"]
    assert root["reply_count"] == 1
    assert root["reactions"] == [{"name": "tada", "members": [page.me.id]}]
    assert reply["thread_ts"] == root["ts"]
    assert not root["ephemeral"]


def test_unread_messages_are_counted_until_looked_at(both: tuple[Playground, App], page: Asking) -> None:
    both[1].client.chat_postMessage(channel=page.me.id, text="hello")

    def unread() -> int:
        return next(c["unread"] for c in page("state")["conversations"] if c["kind"] == "dm")

    assert unread() == 1
    page("messages", conversation=page.dm)
    assert unread() == 0


def test_a_text_that_names_a_command_is_one(both: tuple[Playground, App], page: Asking) -> None:
    both[1].command("/met")(lambda ack, command: ack(f"met {command['text']}"))
    assert page.do("write", conversation=page.dm, text="/met Tom") == {"ok": True}
    assert page("messages", conversation=page.dm)["messages"][0]["text"] == "met Tom"
    assert page("messages", conversation=page.dm)["messages"][0]["ephemeral"]
    both[0].faults.next("/met", "drop_after")
    late = page.do("command", conversation=page.dm, command="/met", text="x")
    assert late == {"ok": False, "error": "operation_timeout"}


def test_home_forms_and_their_fields_work(both: tuple[Playground, App], page: Asking) -> None:
    app, sent = both[1], []

    @app.event("app_home_opened")
    def opened(event: dict[str, Any], client: Any) -> None:
        row = {"type": "actions", "block_id": "row", "elements": [button("New", "new")]}
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section("Hello"), row]})

    @app.action("new")
    def new(ack: Any, body: dict[str, Any], client: Any) -> None:
        ack()
        entry = {"type": "plain_text_input", "action_id": "a"}
        client.views_open(trigger_id=body["trigger_id"], view=modal(field("Who", entry, "who")))

    @app.view("form")
    def form(ack: Any, view: dict[str, Any]) -> None:
        sent.append(view["state"]["values"]["who"]["a"]["value"])
        ack() if sent[-1] != "x" else ack(response_action="errors", errors={"who": "Who is that?"})

    assert page.do("open", tab="home")["ok"]
    both[0].wait(page.me.home)
    assert page.do("press", view="home", block_id="row", action_id="new") == {"ok": True}
    (view,) = page("state")["views"]

    def submit(name: str) -> Any:
        state = {"who": {"a": {"type": "plain_text_input", "value": name}}}
        return page.do("submit", view=view["id"], values=state)

    assert submit("x") == {"ok": True, "errors": {"who": "Who is that?"}}
    assert submit("Tom") == {"ok": True}
    assert page("state")["views"] == []


def test_what_cannot_be_is_said_in_a_sentence(page: Asking) -> None:
    assert page.do("fly") == {"ok": False, "error": "there is no verb fly"}
    assert page.do("close", view="V1") == {"ok": False, "error": "this form is not open any more"}
    assert page.do("command", conversation=page.dm, command="/nope", text="")["ok"] is False
    assert "conversation" in page.do("write", text="x")["error"]


def test_the_weather_can_be_turned_on_and_off(both: tuple[Playground, App], page: Asking) -> None:
    page.do("faults", share=1, kinds=["rate_limited"])
    assert page("state")["faults"] == {"share": 1.0, "kinds": ["rate_limited"], "connected": True}
    page.do("faults", share=0, kinds=[])
    assert page("state")["faults"]["share"] == 0


def test_the_stream_tells_of_every_change(both: tuple[Playground, App]) -> None:
    playground, app = both
    Ears(app, "message")
    with httpx.stream("GET", f"{playground.url}/page/stream") as stream:
        lines = (json.loads(line[6:])["version"] for line in stream.iter_lines() if line.startswith("data: "))
        before = next(lines)
        playground.member("Ana").dm("hello")
        assert next(lines) > before


def test_the_page_or_a_notice_is_at_the_root(both: tuple[Playground, App]) -> None:
    answer = httpx.get(both[0].url)
    assert answer.status_code == 200
    assert "html" in answer.headers["content-type"]
