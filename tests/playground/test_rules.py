"""The limits of texts, blocks and views, each told with the place where it was overstepped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from playground.rules import faults_of_message, faults_of_view
from tests.playground.conftest import button, field, modal, refused, section

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from playground import Playground

TEXT = {"type": "plain_text_input", "action_id": "a"}
OPTION = {"text": {"type": "plain_text", "text": "One"}, "value": "1"}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def select(options: list[Any]) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "s", "options": options}


@pytest.mark.parametrize(
    "blocks",
    [
        [section("x" * 3000)] * 50,
        [actions(*(button("b", f"a{n}") for n in range(25)))],
        [section("x", block_id="one"), section("x", block_id="two")],
        [actions(button("x" * 75, "a", value="v" * 2000, style="danger"))],
        [{"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 10}],
        [actions(select([OPTION] * 100))],
        [{"type": "card", "title": {"type": "plain_text", "text": "x"}, "actions": [button("b", "a")]}],
        [section("x", accessory={"type": "overflow", "action_id": "o", "options": [OPTION] * 5})],
    ],
)
def test_what_is_within_the_limits_passes(blocks: list[Any]) -> None:
    assert faults_of_message(blocks) == []


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        ([section("x")] * 51, "/blocks]"),
        ([section("")], "/blocks/0/text/text]"),
        ([section("x"), section("x" * 3001)], "/blocks/1/text/text]"),
        ([{"type": "section"}], "/blocks/0]"),
        ([{"type": "sections"}], "/blocks/0/type]"),
        ([{"type": "alert", "text": {"type": "plain_text", "text": "x"}}], "/blocks/0/type]"),
        ([{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}], "/blocks/0/text/text]"),
        ([{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}], "/blocks/0/text/type]"),
        ([section("x", block_id="same"), section("x", block_id="same")], "/blocks/1]"),
        ([section("x", block_id="x" * 256)], "/blocks/0/block_id]"),
        ([section("x", colour="red")], "/blocks/0]"),
        ([actions()], "/blocks/0/elements]"),
        ([actions(*(button("b", f"a{n}") for n in range(26)))], "/blocks/0/elements]"),
        ([actions(button("x" * 76, "a"))], "/blocks/0/elements/0/text/text]"),
        ([actions(button("b", "a", value="v" * 2001))], "/blocks/0/elements/0/value]"),
        ([actions(button("b", "x" * 256))], "/blocks/0/elements/0/action_id]"),
        ([actions(button("b", "a"), button("c", "a"))], "/blocks/0/elements/1/action_id]"),
        ([actions(button("b", "a", style="default"))], "/blocks/0/elements/0/style]"),
        ([actions(TEXT)], "/blocks/0/elements/0/type]"),
        ([actions(select([]))], "/blocks/0/elements/0/options]"),
        ([actions(select([OPTION] * 101))], "/blocks/0/elements/0/options]"),
        (
            [actions(select([{"text": {"type": "plain_text", "text": "x" * 76}, "value": "v"}]))],
            "/blocks/0/elements/0/options/0/text/text]",
        ),
        ([{"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11}], "/blocks/0/elements]"),
        ([{"type": "image", "image_url": "https://x"}], "/blocks/0]"),
    ],
)
def test_what_oversteps_them_is_refused_with_its_place(blocks: list[Any], place: str) -> None:
    assert [fault for fault in faults_of_message(blocks) if fault.endswith(place)]


@pytest.mark.parametrize(
    ("view", "place"),
    [
        (modal(section("x"), title={"type": "plain_text", "text": "x" * 25}), "/view/title/text]"),
        (modal(section("x"), private_metadata="x" * 3001), "/view/private_metadata]"),
        (modal(*[section("x")] * 101), "/view/blocks]"),
        ({"type": "modal", "blocks": []}, "/view]"),
        ({"type": "home", "title": {}, "blocks": []}, "/view]"),
        (modal(field("x" * 2001, TEXT, "b")), "/view/blocks/0/label/text]"),
        (modal(field("x", button("no", "b"), "b")), "/view/blocks/0/element/type]"),
        ({k: v for k, v in modal(field("x", TEXT, "b")).items() if k != "submit"}, "/view]"),
    ],
)
def test_views_have_limits_of_their_own(view: Any, place: str) -> None:
    assert [fault for fault in faults_of_view(view) if fault.endswith(place)]


def test_the_client_is_told_in_slacks_words(both: tuple[Playground, App], client: WebClient) -> None:
    place = both[0].channel("#general")
    answer = refused(client.chat_postMessage, channel=place, text="x", blocks=[section("x" * 3001)])
    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    ]
    assert refused(client.api_call, api_method="chat.postMessage", params={"channel": place})["error"] == "no_text"
    assert refused(client.chat_postMessage, channel=place, text="x" * 40_001)["error"] == "msg_too_long"
    bad = refused(client.chat_postMessage, channel=place, text="x", metadata={"event_type": "only"})
    assert bad["error"] == "invalid_metadata_schema"
