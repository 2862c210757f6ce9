"""How things travel to the app: signatures, repeats, Socket Mode, and the faults one may ask for."""

from __future__ import annotations

import json
import threading
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier

from playground import KINDS, Playground
from playground.faults import Faults
from playground.http import SignedHttp
from tests.playground.conftest import Ears, Served, disconnect, manifest, refused, section

if TYPE_CHECKING:
    from collections.abc import Callable


def test_slacks_own_verifier_accepts_the_signature() -> None:
    verifier = SignatureVerifier("secret")
    at = 1_700_000_000
    signed = SignedHttp(None, "secret").sign(b"a=b", at)
    assert verifier.generate_signature(timestamp=str(at), body="a=b") == signed


def test_an_app_with_another_secret_refuses_and_is_asked_again(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, _ = make(repeat_after=(0, 0, 0))
    stranger = App(client=WebClient(token="x"), signing_secret="another", token_verification_enabled=False)
    served = Served(stranger)
    playground.events_url = served.url
    playground.member("Ana").dm("hello")
    playground.settle()
    served.stop()
    entries = playground.traffic.entries("message.im")
    assert [(e.status, e.retry) for e in entries] == [(401, 0), (401, 1), (401, 2), (401, 3)]


@pytest.mark.parametrize("transport", ["http", "socket"])
def test_what_was_not_acknowledged_is_repeated_three_times_with_one_id(
    make: Callable[..., tuple[Playground, App]], transport: str
) -> None:
    playground, app = make(transport=transport, ack_within=0.05, repeat_after=(0, 0, 0))
    seen: list[Any] = []
    enough = threading.Event()

    @app.middleware
    def never(req: Any, resp: Any, next: Callable[[], Any]) -> Any:
        if req.body.get("type") != "event_callback":
            return next()
        seen.append((req.body["event_id"], req.headers.get("x-slack-retry-num", [None])[0]))
        playground.wait(lambda: len(playground.traffic.entries("message.im")) >= len(seen))
        if len(seen) == 4:
            enough.set()
        return resp

    playground.member("Ana").dm("hello")
    playground.settle()
    assert enough.wait(2)
    entries = playground.traffic.entries("message.im")
    assert [e.retry for e in entries] == [0, 1, 2, 3]
    assert {e.status for e in entries} == {"timeout"}
    assert len({id_ for id_, _ in seen}) == 1
    if transport == "http":
        assert [number for _, number in seen] == [None, "1", "2", "3"]


def test_interactions_are_not_repeated(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, _ = make(repeat_after=(0, 0, 0))
    playground.faults.next("shortcut", "drop_before")
    outcome = playground.member("Ana").shortcut("note")
    playground.settle()
    assert outcome.error == "connection_failed"
    assert len(playground.traffic.entries("shortcut")) == 1


def test_envelopes_go_to_any_connection_and_connections_come_back(
    make: Callable[..., tuple[Playground, App]],
) -> None:
    playground, app = make(transport="socket", ack_within=0.3, repeat_after=(0, 0.1, 0.5))
    ears, ana = Ears(app, "message"), playground.member("Ana")
    second = SocketModeHandler(app, playground.app_token)
    second.connect()
    for number in range(4):
        ana.dm(str(number))
    playground.refresh_connections()
    playground.wait(lambda: playground.connected)
    ana.dm("again")
    playground.wait(lambda: "again" in {e["text"] for e in ears.events})
    assert {e["text"] for e in ears.events} == {"0", "1", "2", "3", "again"}
    disconnect(playground, second)


def test_only_the_app_token_opens_connections(both: tuple[Playground, App]) -> None:
    playground, _ = both
    client = WebClient(base_url=playground.api_url)
    assert client.apps_connections_open(app_token=playground.app_token)["url"].startswith("ws://127.0.0.1:")
    assert refused(client.apps_connections_open, app_token=playground.bot_token)["error"] == "not_allowed_token_type"


def test_a_dropped_connection_may_or_may_not_have_done_the_work(
    both: tuple[Playground, App], client: WebClient
) -> None:
    playground, _ = both
    ana = playground.member("Ana")
    for kind, arrived in (("drop_before", 0), ("drop_after", 1)):
        playground.faults.next("chat.postMessage", kind)
        with pytest.raises(OSError):
            client.chat_postMessage(channel=ana.id, text=kind)
        assert sum(m.text == kind for m in ana.messages()) == arrived
    faults = [e.fault for e in playground.traffic.entries("chat.postMessage")]
    assert faults == ["drop_before", "drop_after"]


def test_an_answer_can_be_an_error_of_the_server(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    ana = playground.member("Ana")
    for kind, status, arrived in (
        ("server_error", 503, 0),
        ("server_error_after", 503, 1),
        ("rate_limited", 429, 0),
        ("token_revoked", 200, 0),
    ):
        playground.faults.next("chat.postMessage", kind)
        with pytest.raises(SlackApiError) as problem:
            client.chat_postMessage(channel=ana.id, text=kind)
        assert problem.value.response.status_code == status
        assert sum(m.text == kind for m in ana.messages()) == arrived


def test_a_delivery_can_come_twice_or_lose_its_acknowledgement(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, app = make(repeat_after=(0,))
    ears, ana = Ears(app, "message"), playground.member("Ana")
    for kind in ("duplicate", "drop_after", "drop_before"):
        playground.faults.next("message.im", kind)
        ana.dm(kind)
        playground.settle()  # or the repeat of one would meet the fault meant for the next
    assert Counter(e["text"] for e in ears.events) == {"duplicate": 2, "drop_after": 2, "drop_before": 1}
    assert len({b["event_id"] for b in ears.bodies}) == 3


def test_deliveries_can_overtake_each_other(both: tuple[Playground, App]) -> None:
    playground, app = both
    ears, ana = Ears(app, "message"), playground.member("Ana")
    playground.faults.next("message.im", "reorder", seconds=5)
    ana.dm("first")
    ana.dm("second")
    playground.settle()
    assert [e["text"] for e in ears.events] == ["second", "first"]


def test_the_weather_is_the_same_for_the_same_seed() -> None:
    def drawn(seed: int) -> list[str | None]:
        faults = Faults()
        faults.schedule(0.2, seed=seed)
        return [fault and fault.kind for fault in (faults.draw("from_app", "chat.postMessage") for _ in range(500))]

    assert drawn(1) == drawn(1) != drawn(2)
    assert 70 < sum(kind is not None for kind in drawn(1)) < 130
    assert not {"invalid_auth", "token_revoked", "duplicate"} & set(drawn(1))


def test_the_weather_keeps_to_its_direction_and_kinds() -> None:
    faults = Faults()
    faults.schedule(1, ["duplicate", "rate_limited"], direction="to_app", only=["message.im"])
    assert faults.draw("from_app", "chat.postMessage") is None
    assert faults.draw("to_app", "block_actions") is None
    fault = faults.draw("to_app", "message.im")
    assert fault
    assert fault.kind == "duplicate"
    faults.clear()
    assert faults.draw("to_app", "message.im") is None
    with pytest.raises(ValueError, match="no such fault: hail"):
        faults.schedule(0.1, ["hail"])
    assert "drop_after" in KINDS


def test_the_traffic_holds_no_secrets(both: tuple[Playground, App]) -> None:
    playground, app = both

    @app.command("/met")
    def met(ack: Any, respond: Any) -> None:
        ack()
        respond(text="later", blocks=[section("later")])

    playground.member("Ana").command("/met", "x")

    shown = httpx.get(f"{playground.url}/page/traffic").json()["entries"]
    assert {e["title"] for e in shown} >= {"/met", "response_url"}
    everything = json.dumps(shown, ensure_ascii=False)
    assert playground.bot_token not in everything
    assert "/response/…" in everything


def test_an_app_that_is_not_there_is_not_reached(make: Callable[..., tuple[Playground, App]]) -> None:
    playground = Playground(manifest()).start()
    answer = playground.member("Ana").command("/met")
    playground.stop()
    assert (answer.error, answer.status) == ("dispatch_failed", "not connected")
