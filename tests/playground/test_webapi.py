"""The Web API, seen through Slack's own client: what it answers and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
from slack_sdk import WebClient

from playground import Playground, larger_cast
from tests.playground.conftest import SCOPES, manifest, refused, section

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App


def test_the_app_learns_who_it_is_and_what_it_may_do(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    answer = client.auth_test()
    assert answer["user_id"] == playground.app_id
    assert answer.headers["x-oauth-scopes"].split(",") == list(SCOPES)


def test_a_wrong_token_is_refused_and_a_missing_one_too(both: tuple[Playground, App]) -> None:
    playground, _ = both
    stranger = WebClient(token="xoxb-made-up", base_url=playground.api_url)
    assert refused(stranger.auth_test)["error"] == "invalid_auth"
    assert httpx.post(f"{playground.api_url}auth.test").json() == {"ok": False, "error": "not_authed"}


def test_arguments_may_be_a_form_json_or_in_the_address(both: tuple[Playground, App]) -> None:
    playground, _ = both
    headers, ana = {"Authorization": f"Bearer {playground.bot_token}"}, playground.member("Ana").id
    address = f"{playground.api_url}users.info"
    for how in ({"data": {"user": ana}}, {"json": {"user": ana}}, {"params": {"user": ana}}):
        assert httpx.post(address, headers=headers, **how).json()["user"]["id"] == ana


def test_an_unknown_method_is_unknown(client: WebClient) -> None:
    assert refused(client.api_call, api_method="chat.shout")["error"] == "unknown_method"


def test_a_missing_scope_is_named(make: Callable[..., tuple[Playground, App]]) -> None:
    _, app = make(wants=manifest(scopes=("chat:write", "im:write")))
    answer = refused(app.client.users_list)
    assert (answer["error"], answer["needed"], answer["provided"]) == (
        "missing_scope",
        "users:read",
        "chat:write,im:write",
    )


def test_a_group_needs_a_scope_of_its_own(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, app = make(wants=manifest(scopes=("chat:write", "im:write")))
    people = [playground.member(name).id for name in ("Ana", "Tom")]
    assert app.client.conversations_open(users=people[0])["ok"]
    assert refused(app.client.conversations_open, users=people)["needed"] == "mpim:write"


def test_large_workspaces_come_in_pages(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, app = make(cast=larger_cast(250))
    seen = [member["id"] for page in app.client.users_list(limit=60) for member in page["members"]]
    assert len(seen) == len(set(seen)) == len(playground.workspace.members)
    assert app.client.users_list()["response_metadata"]["next_cursor"], "even without a limit, not all at once"


def test_members_have_zones_titles_and_flags(both: tuple[Playground, App], client: WebClient) -> None:
    members = {m["name"]: m for m in client.users_list()["members"]}
    assert members["jose"]["tz"] == "Europe/Lisbon"
    assert members["maya"]["profile"]["title"] == "Photographer at Bloom & Co"
    assert members["gus"]["is_restricted"]
    assert members["eva"]["is_stranger"]
    assert members["eva"]["team_id"] != members["ana"]["team_id"]
    assert members["dan"]["deleted"]
    assert members["standup"]["is_bot"]
    assert members["slackbot"]["id"] == "USLACKBOT"
    assert not members["slackbot"]["is_bot"], "Slack does not flag Slackbot as a bot"
    assert httpx.get(members["ana"]["profile"]["image_72"]).headers["content-type"] == "image/svg+xml"


def test_the_same_people_always_share_the_same_group(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    ana, tom, maya = (playground.member(name).id for name in ("Ana", "Tom", "Maya"))
    first = client.conversations_open(users=[ana, tom])["channel"]
    again = client.conversations_open(users=[tom, ana])
    assert again["channel"]["id"] == first["id"]
    assert again["already_open"]
    assert first["is_mpim"]
    assert client.conversations_open(users=[ana, tom, maya])["channel"]["id"] != first["id"]


@pytest.mark.parametrize(
    ("who", "error"),
    [
        ("dan", "user_disabled"),
        ("standup", "cannot_dm_bot"),
        ("slackbot", "cannot_dm_bot"),
        ("eva", "user_not_visible"),
        ("UNOBODY123", "user_not_found"),
    ],
)
def test_some_people_cannot_be_written_to(
    both: tuple[Playground, App], client: WebClient, who: str, error: str
) -> None:
    playground, _ = both
    id_ = who if who.startswith("U") else playground.member(who).id
    assert refused(client.conversations_open, users=id_)["error"] == error


def test_groups_hold_eight_people(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, app = make(cast=larger_cast(9))
    everyone = [p.id for p in playground.people if p.record.kind == "member"]
    assert app.client.conversations_open(users=everyone[:8])["ok"]
    assert refused(app.client.conversations_open, users=everyone[:9])["error"] == "too_many_users"


def test_metadata_comes_back_only_when_asked_for(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    about = {"event_type": "wellmet", "event_payload": {"key": "k1"}}
    posted = client.chat_postMessage(channel=playground.member("Ana").id, text="hello", metadata=about)
    plain = client.conversations_history(channel=posted["channel"])["messages"][0]
    full = client.conversations_history(channel=posted["channel"], include_all_metadata=True)["messages"][0]
    assert "metadata" not in plain
    assert full["metadata"] == about
    assert playground.member("Ana").last().metadata == about


def test_history_is_newest_first_within_bounds_and_without_replies(
    both: tuple[Playground, App], client: WebClient
) -> None:
    ana = both[0].member("Ana").id
    one, two, three = (client.chat_postMessage(channel=ana, text=t) for t in ("one", "two", "three"))
    place = one["channel"]
    client.chat_postMessage(channel=place, text="in the thread", thread_ts=one["ts"])

    def texts(**how: Any) -> list[str]:
        return [m["text"] for m in client.conversations_history(channel=place, **how)["messages"]]

    assert texts() == ["three", "two", "one"]
    assert texts(oldest=one["ts"]) == ["three", "two"]
    assert texts(oldest=one["ts"], inclusive=True) == ["three", "two", "one"]
    assert texts(latest=three["ts"], limit=1) == ["two"]
    assert [m["text"] for p in client.conversations_history(channel=place, limit=2) for m in p["messages"]] == [
        "three",
        "two",
        "one",
    ]
    thread = client.conversations_replies(channel=place, ts=one["ts"])["messages"]
    assert [m["text"] for m in thread] == ["one", "in the thread"]
    assert thread[0]["reply_count"] == 1
    assert two["ts"] < three["ts"]


def test_channels_keep_outsiders_out(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    random, board = playground.channel("#random"), playground.channel("#board")
    assert refused(client.chat_postMessage, channel=random, text="hi")["error"] == "not_in_channel"
    assert refused(client.chat_postMessage, channel=board, text="hi")["error"] == "channel_not_found"
    client.conversations_join(channel=random)
    assert client.chat_postMessage(channel=random, text="hi")["ok"]
    playground.archive("#random")
    assert refused(client.chat_postMessage, channel=random, text="hi")["error"] == "is_archived"


def test_only_its_own_messages_can_be_changed(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    ana = playground.member("Ana")
    said = ana.dm("hello")
    where = {"channel": said.channel, "ts": said.ts}
    assert refused(client.chat_update, **where, text="x")["error"] == "cant_update_message"
    assert refused(client.chat_delete, **where)["error"] == "cant_delete_message"
    own = client.chat_postMessage(channel=said.channel, text="before")
    client.chat_update(channel=said.channel, ts=own["ts"], text="after")
    assert (ana.last().text, ana.last().edited) == ("after", True)
    client.chat_delete(channel=said.channel, ts=own["ts"])
    assert refused(client.chat_update, channel=said.channel, ts=own["ts"], text="x")["error"] == "message_not_found"


def test_an_ephemeral_is_seen_by_one_person_only(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    ana, tom, general = playground.member("Ana"), playground.member("Tom"), playground.channel("#general")
    client.chat_postEphemeral(channel=general, user=ana.id, text="psst")
    assert [m.text for m in ana.inbox()] == ["psst"]
    assert ana.inbox()[0].ephemeral
    assert tom.inbox() == []
    assert client.conversations_history(channel=general)["messages"] == []
    guest = playground.member("Gus").id
    assert refused(client.chat_postEphemeral, channel=general, user=guest, text="x")["error"] == "user_not_in_channel"


def test_the_pace_of_a_channel_can_be_kept(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    playground.one_message_a_second()
    ana, tom = playground.member("Ana").id, playground.member("Tom").id
    client.chat_postMessage(channel=ana, text="one")
    answer = refused(client.chat_postMessage, channel=ana, text="two")
    assert (answer.status_code, answer["error"], answer.headers["Retry-After"]) == (429, "ratelimited", "1")
    assert client.chat_postMessage(channel=tom, text="one")["ok"], "another channel has a pace of its own"


def test_a_pinged_person_is_on_record(both: tuple[Playground, App], client: WebClient) -> None:
    playground, _ = both
    ana, tom = playground.member("Ana"), playground.member("Tom")

    def pings(text: str = "hello", **how: Any) -> tuple[str, ...]:
        client.chat_postMessage(channel=ana.id, text=text, **how)
        return ana.last().pings

    leaf = {"type": "text", "text": "<!channel>"}
    quoted = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [leaf]}]}
    named = {"type": "rich_text_section", "elements": [{"type": "user", "user_id": tom.id}]}
    assert pings(f"<@{tom.id}> and <!channel>") == (tom.id, "channel")
    assert pings("&lt;!channel&gt; @here") == ()
    assert pings("@here", link_names=True) == ("here",)
    assert pings(blocks=[section("@here")]) == ("here",), "Slack parses bare mentions unless told not to"
    verbatim = {"type": "section", "text": {"type": "mrkdwn", "text": "@here", "verbatim": True}}
    assert pings(blocks=[verbatim]) == ()
    assert pings(blocks=[quoted]) == ()
    assert pings(blocks=[{"type": "rich_text", "elements": [named]}]) == (tom.id,)


def test_quiet_hours_are_told(both: tuple[Playground, App], client: WebClient) -> None:
    ana = both[0].member("Ana")
    assert not client.dnd_info(user=ana.id)["dnd_enabled"]
    ana.do_not_disturb(100, 200)
    assert client.dnd_teamInfo(users=[ana.id])["users"][ana.id]["next_dnd_end_ts"] == 200


def test_revoked_tokens_stay_revoked(both: tuple[Playground, App], client: WebClient) -> None:
    both[0].revoke()
    assert refused(client.auth_test)["error"] == "account_inactive"


def test_methods_can_be_held_to_their_tiers(both: tuple[Playground, App], client: WebClient) -> None:
    both[0].keep_to_tiers()
    for _ in range(20):
        client.users_list(limit=1)
    answer = refused(client.users_list)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 1
