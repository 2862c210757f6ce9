"""Reading what Slack sends, and what nobody but an attacker or a broken client would."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import Standing
from assistant.ids import AccountId, WorkspaceId
from assistant.said import Surface, Where
from handlers import inbound, windows
from handlers.errors import Malformed
from handlers.ids import Back
from handlers.mrkdwn import LONGEST, clean, readable, taken
from handlers.profiles import profile, work

HERE, BOT = WorkspaceId("T1"), AccountId("UBOT")
NOW = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)


def event(text: Any = "met Linn", **more: Any) -> dict[str, Any]:
    inner = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "ts": "1764000000.000100"}
    return {"event_id": "Ev1", "event": {**inner, "text": text, **more}}


def mention(text: str) -> dict[str, Any]:
    body = event(text, type="app_mention", channel="C1")
    del body["event"]["channel_type"]
    return body


def test_a_message_becomes_an_utterance() -> None:
    said = inbound.utterance(event(thread_ts="1763.000001"), HERE, BOT)
    assert said.surface is Surface.DM
    assert said.where == Where("D1", "1764000000.000100", "1763.000001")
    assert said.said_at == datetime.fromtimestamp(1764000000.0001, UTC)
    assert said.delivery == "Ev1"


@pytest.mark.parametrize(
    "more",
    [
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"hidden": True},
        {"bot_id": "B1"},
        {"edited": {"ts": "1.0"}},
        {"user": "UBOT"},
        {"user": "USLACKBOT"},
        {"user": None},
        {"channel_type": "channel", "channel": "C1"},
        {"type": "app_mention"},  # in private it comes as a message too
    ],
)
def test_what_nobody_said_to_us_is_not_heard(more: dict[str, Any]) -> None:
    assert not inbound.is_said(event(**more)["event"], BOT)


REPLY = {"channel": "C1", "channel_type": "channel", "thread_ts": "1.0", "parent_user_id": "UBOT"}


def test_a_reply_beneath_a_message_of_ours_may_be_to_us() -> None:
    assert inbound.is_reply(event(**REPLY)["event"], BOT)
    assert inbound.is_reply(event(**REPLY | {"channel_type": "group"})["event"], BOT)
    assert inbound.utterance(event(**REPLY), HERE, BOT).surface is Surface.THREAD


@pytest.mark.parametrize(
    "more",
    [
        {"thread_ts": None},
        {"parent_user_id": "ULINN"},  # beneath somebody else's message
        {"text": "<@UBOT> I know her"},  # comes as a mention too
        {"channel_type": "im", "channel": "D1"},
        {"channel_type": "mpim", "channel": "G1"},  # a group message that it brought together
        {"subtype": "message_changed"},
        {"bot_id": "B1"},
        {"user": "UBOT"},
    ],
)
def test_other_talk_in_channels_is_not_for_us(more: dict[str, Any]) -> None:
    assert not inbound.is_reply(event(**REPLY | more)["event"], BOT)
    assert not inbound.is_reply(event(**REPLY, ts="1.0")["event"], BOT), "the thread's first message is no reply"


@pytest.mark.parametrize("subtype", [None, "file_share", "thread_broadcast", "me_message"])
def test_what_members_say_is_heard_whatever_its_form(subtype: str | None) -> None:
    assert inbound.is_said(event(subtype=subtype)["event"], BOT)
    assert inbound.is_said(mention("<@UBOT> hi")["event"], BOT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<@UBOT> met Linn", "met Linn"),
        ("<@UBOT|wellmet>: met Linn", "met Linn"),
        ("  <@UBOT>, <@UBOT> - met Linn", "met Linn"),
        ("met <@UBOT> and Linn", "met <@UBOT> and Linn"),
        ("<@UBOTTOM> met Linn", "<@UBOTTOM> met Linn"),
        ("<@UBOT>", ""),
    ],
)
def test_our_own_name_is_taken_off_the_front_only(text: str, words: str) -> None:
    assert inbound.utterance(mention(text), HERE, BOT).words == words


def test_a_command_has_the_time_of_the_clock_and_is_known_by_its_trigger() -> None:
    body = {"user_id": "U1", "channel_id": "C1", "trigger_id": "1.2.3", "command": "/met", "text": "linn"}
    said = inbound.command(body, HERE, NOW)
    assert (said.said_at, said.delivery, said.command, said.words) == (NOW, "1.2.3", "/met", "linn")
    assert inbound.command({**body, "text": None}, HERE, NOW).words == ""


def test_only_a_fleeting_message_has_an_address_to_replace_it() -> None:
    container = {"type": "message", "channel_id": "D1", "message_ts": "1.2", "thread_ts": "1.1"}
    body = {
        "user": {"id": "U1"},
        "actions": [{"action_id": "wellmet:choose:2", "value": "7:9"}],
        "container": container,
        "response_url": "https://hooks.slack.com/actions/1",
    }
    press = inbound.press(body, HERE, NOW)
    assert (press.button, press.of, press.where) == ("choose", "7:9", Where("D1", "1.2", "1.1"))
    fleeting = inbound.press({**body, "container": {**container, "is_ephemeral": True}}, HERE, NOW)
    assert fleeting.where.fleeting == "https://hooks.slack.com/actions/1"
    home = inbound.press({**body, "container": {"type": "view", "view_id": "V1"}}, HERE, NOW)
    assert home.where == Where("")


def test_a_form_gives_back_what_it_carried_and_what_was_entered() -> None:
    where = Where("D1", "1.2", "", "https://hooks.slack.com/actions/1")
    values = {
        "people": {"a": {"selected_options": [{"value": "p:3"}, {"value": "new:Bloom &amp; Co"}, {"x": 1}, None]}},
        "day": {"a": {"selected_date": "2026-11-23"}},
        "time": {"a": {"selected_time": None}},
        "place": {"a": {"value": "R&amp;D \u202eroom\x00"}},
        "topic": {},
        "bogus": {"a": {"value": "x"}},
    }
    back = Back("42", 3, where).written()
    view = {"id": "V1", "callback_id": "wellmet:meeting", "private_metadata": back, "state": {"values": values}}
    form = windows.submission({"user": {"id": "U1"}, "view": view}, HERE, NOW)
    assert (form.of, form.version, form.where, form.delivery) == ("42", 3, where, "view:V1")
    assert form.fields == {
        "people": ("p:3", "new:Bloom & Co"),
        "day": "2026-11-23",
        "time": "",
        "place": "R&D room",
    }


@given(st.text())
def test_what_a_form_carries_may_be_anything(written: str) -> None:
    assert Back.read(written) is not None


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = (
    "event", "user", "user_id", "actions", "container", "view", "state", "values", "trigger_id", "channel",
    "channel_id", "text", "ts", "event_id", "id", "value", "action_id", "type", "callback_id", "private_metadata",
    "response_url", "command", "message", "blocks", "profile", "tz",
)  # fmt: skip
PAYLOADS = st.recursive(
    JUNK, lambda inner: st.dictionaries(st.sampled_from(KEYS), inner, max_size=6), max_leaves=30
).filter(lambda made: isinstance(made, dict))


@given(PAYLOADS)
def test_a_payload_that_nobody_would_send_is_malformed_and_nothing_worse(body: Any) -> None:
    for read in (
        lambda: inbound.utterance(body, HERE, BOT),
        lambda: inbound.command(body, HERE, NOW),
        lambda: inbound.press(body, HERE, NOW),
        lambda: inbound.shortcut(body, HERE, NOW),
        lambda: windows.submission(body, HERE, NOW),
        lambda: windows.is_form(body),
        lambda: inbound.is_said(body, BOT),
        lambda: windows.fields_shown(body),
        lambda: windows.typing(body),
        lambda: windows.standing(body),
        lambda: windows.pressed_in(body),
        lambda: windows.beneath(body),
        lambda: windows.closed(body),
        lambda: inbound.home_of(body),
        lambda: profile(body, HERE),
    ):
        with suppress(Malformed):
            read()


@pytest.mark.parametrize("ts", ["", "nan", "inf", "1e400", "-1.0", "1764000000", "9" * 30 + ".0", "١٢.٣", None, 7])
def test_a_time_that_is_none_is_malformed(ts: Any) -> None:
    with pytest.raises(Malformed):
        inbound.utterance(event(ts=ts), HERE, BOT)


@given(st.text())
def test_what_is_taken_in_can_be_kept_and_changes_no_more(text: str) -> None:
    kept = taken(text)
    kept.encode()
    assert "\x00" not in kept
    assert clean(kept) == kept
    assert len(kept) <= LONGEST


def test_a_long_sentence_is_cut_where_no_mention_or_escape_is_halved() -> None:
    assert taken("x" * (LONGEST - 3) + "<@U017|linn> there") == "x" * (LONGEST - 3)
    assert taken("x" * (LONGEST - 3) + "&amp; there") == "x" * (LONGEST - 3)
    assert taken("x" * 50_000) == "x" * LONGEST


def test_what_reads_otherwise_than_it_stands_is_taken_out() -> None:
    hidden = "a\u202eb\u2066c\u200bd\ufeffe\x07f\x85g\r\nh\ti\ud800"
    assert clean(hidden) == "abcdef\ng\nh\ti"


def test_markup_reads_as_a_person_reads_it() -> None:
    raw = "met <@U1|linn> in <#C1|art> <!channel> <https://a.b|there> &amp;lt; <@U2>"
    assert readable(raw) == "met @linn in #art @channel there &lt; @someone"


# Members


def member(**more: Any) -> dict[str, Any]:
    return {"id": "U1", "team_id": "T1", "name": "linn", "real_name": "Linn", "profile": {}, **more}


@pytest.mark.parametrize(
    ("more", "standing"),
    [
        ({}, Standing.ACTIVE),
        ({"deleted": True, "is_bot": True}, Standing.DEACTIVATED),
        ({"is_bot": True}, Standing.BOT),
        ({"id": "USLACKBOT"}, Standing.BOT),
        ({"is_workflow_bot": True}, Standing.BOT),
        ({"is_stranger": True}, Standing.EXTERNAL),
        ({"team_id": "T2", "is_restricted": True}, Standing.EXTERNAL),
        ({"team_id": "T2", "enterprise_user": {"teams": ["T1", "T2"]}}, Standing.ACTIVE),
        ({"is_restricted": True}, Standing.GUEST),
        ({"is_ultra_restricted": True}, Standing.GUEST),
    ],
)
def test_what_an_account_is_to_the_workspace(more: dict[str, Any], standing: Standing) -> None:
    assert profile(member(**more), HERE).standing is standing


@pytest.mark.parametrize(
    ("written", "title", "organisation"),
    [
        ("Photographer at Bloom & Co", "Photographer", "Bloom & Co"),
        ("Photographer @ Bloom & Co", "Photographer", "Bloom & Co"),
        ("Photographer, Bloom & Co", "Photographer", "Bloom & Co"),
        ("Curator at the Young Gallery", "Curator", "the Young Gallery"),
        ("VP, Engineering", "VP, Engineering", ""),
        ("Formerly at Bloom & Co", "Formerly at Bloom & Co", ""),
        ("Contractor", "Contractor", ""),
        ("", "", ""),
        (", at @", ", at @", ""),
    ],
)
def test_a_title_tells_of_the_organisation(written: str, title: str, organisation: str) -> None:
    assert work(written) == (title, organisation)


def test_a_name_is_never_empty_and_always_one_clean_line() -> None:
    assert profile(member(real_name=" \u202e\n ", name=""), HERE).name == "U1"
    assert profile(member(real_name="Linn\u202e  O'Carroll\n&amp; Co"), HERE).name == "Linn O'Carroll & Co"
    assert profile({"id": "U1"}, HERE).name == "U1"


def test_only_an_address_on_the_web_is_a_picture() -> None:
    assert profile(member(profile={"image_72": "https://a.b/c.png"}), HERE).picture == "https://a.b/c.png"
    assert profile(member(profile={"image_72": "javascript:alert(1)"}), HERE).picture == ""
