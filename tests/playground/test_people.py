"""What people do and see, with a Bolt app at the other end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from playground import CannotDoError, NothingThereError, Playground
from tests.playground.conftest import Ears, button, field, manifest, modal, refused, section

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App


def test_a_message_reaches_the_app_as_slack_writes_it(both: tuple[Playground, App]) -> None:
    playground, app = both
    ears, ana = Ears(app, "message"), playground.member("Ana")
    tom = playground.member("Tom")
    said = ana.dm("met @Tom & <friends> :tada: at https://x.org/a?b=1&c=2, @channel")
    (event,) = ears.events
    assert (
        event["text"]
        == said.text
        == (f"met <@{tom.id}> &amp; &lt;friends&gt; :tada: at <https://x.org/a?b=1&amp;c=2>, <!channel>")
    )
    assert (event["channel_type"], event["user"], event["channel"]) == ("im", ana.id, said.channel)
    kinds = [leaf["type"] for leaf in event["blocks"][0]["elements"][0]["elements"]]
    assert kinds == ["text", "user", "text", "emoji", "text", "link", "text", "broadcast"]
    assert "thread_ts" not in event
    body = ears.bodies[0]
    assert body["type"] == "event_callback"
    assert body["authorizations"][0]["user_id"] == playground.app_id


def test_a_name_that_two_people_share_is_not_a_mention(both: tuple[Playground, App]) -> None:
    playground, _ = both
    ana = playground.member("Ana")
    assert ana.dm("@Sam").pings == ()
    assert ana.dm("@Sam Okafor!").pings == (playground.member("sam.okafor").id,)
    with pytest.raises(CannotDoError, match="several people are called Sam"):
        playground.member("Sam")


def test_a_reply_stays_in_its_thread(both: tuple[Playground, App]) -> None:
    playground, app = both
    ears, ana = Ears(app, "message"), playground.member("Ana")
    root = ana.dm("hello")
    reply = ana.reply(root, "and again")
    assert ears.events[1]["thread_ts"] == reply.thread_ts == root.ts
    assert ears.events[1]["parent_user_id"] == ana.id
    assert root.replies == (reply,)


def test_a_mention_in_a_channel_comes_as_such(both: tuple[Playground, App]) -> None:
    playground, app = both
    ears, ana = Ears(app, "app_mention", "message"), playground.member("Ana")
    ana.mention("#general", "met Tom")
    ana.say("#general", "nothing for the app")
    ana.say("#random", f"@{playground.app_id} is not in here")
    playground.settle()
    kinds = sorted((e["type"], e.get("channel_type", "")) for e in ears.events)
    assert kinds == [("app_mention", ""), ("message", "channel"), ("message", "channel")]


def test_the_app_hears_only_what_it_subscribed_to_and_may_hear(
    make: Callable[..., tuple[Playground, App]],
) -> None:
    playground, app = make(wants=manifest(scopes=("chat:write",), hears=("message.im", "app_home_opened")))
    ears, ana = Ears(app, "message", "app_home_opened", "team_join"), playground.member("Ana")
    ana.dm("without im:history nobody hears this")
    playground.join("Zoe Zander")
    ana.open_home()
    assert [e["type"] for e in ears.events] == ["app_home_opened"]


def test_edits_and_deletions_are_told(both: tuple[Playground, App]) -> None:
    playground, app = both
    ears, ana = Ears(app, "message"), playground.member("Ana")
    said = ana.dm("met Tim")
    ana.edit(said, "met Tom")
    ana.delete(said)
    changed, deleted = ears.events[1:]
    assert (changed["subtype"], changed["previous_message"]["text"]) == ("message_changed", "met Tim")
    assert (changed["message"]["text"], changed["message"]["edited"]["user"]) == ("met Tom", ana.id)
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", said.ts)
    assert said.deleted


def test_a_command_is_answered_in_its_acknowledgement(both: tuple[Playground, App]) -> None:
    playground, app = both

    @app.command("/met")
    def met(ack: Any, command: dict[str, str]) -> None:
        ack(f"{command['channel_name']}: {command['text']}")

    ana, sam = playground.member("Ana"), playground.member("sam.okafor")
    answer = ana.command("/met", "@sam.okafor & co", channel="#general")
    assert answer.text == f"general: <@{sam.id}|sam.okafor> &amp; co"
    assert answer.ok
    assert answer.ephemerals == (answer.message,)
    assert sam.inbox() == []
    assert ana.command("/met", "x").text == "directmessage: x"


def test_without_should_escape_a_command_stays_as_typed(both: tuple[Playground, App]) -> None:
    playground, app = both

    @app.command("/raw")
    def raw(ack: Any, command: dict[str, str]) -> None:
        ack(text=command["text"], response_type="in_channel")

    assert playground.member("Ana").command("/raw", "@tom", channel="#general").text == "@tom"
    assert [m.text for m in playground.member("Tom").inbox()] == ["@tom"]


def test_a_late_command_shows_a_time_out_though_the_work_was_done(
    make: Callable[..., tuple[Playground, App]],
) -> None:
    playground, app = make(ack_within=0.05)

    @app.command("/met")
    def met(ack: Any, client: Any, command: dict[str, str]) -> None:
        playground.wait(lambda: playground.traffic.entries("/met"))
        client.chat_postMessage(channel=command["user_id"], text="done")
        ack()

    ana = playground.member("Ana")
    assert ana.command("/met").error == "operation_timeout"
    assert playground.wait(ana.last).text == "done"


def test_a_button_tells_where_it_was_pressed_and_can_be_replaced(both: tuple[Playground, App]) -> None:
    playground, app = both
    pressed: list[dict[str, Any]] = []

    @app.action("undo")
    def undo(ack: Any, body: dict[str, Any], respond: Any) -> None:
        ack()
        pressed.append(body)
        respond(text="Undone", replace_original=True)

    ana = playground.member("Ana")
    row = {"type": "actions", "block_id": "row", "elements": [button("Undo", "undo", value="m1"), button("Edit", "e")]}
    app.client.chat_postMessage(channel=ana.id, text="Noted", blocks=[section("Noted"), row])
    noted = ana.last()
    assert noted.buttons == ("Undo", "Edit")
    assert noted.words == "Noted\nUndo\nEdit"
    assert ana.press(noted, "Undo").ok
    assert (noted.text, noted.buttons, noted.edited) == ("Undone", (), True)
    (body,) = pressed
    assert body["actions"][0]["value"] == "m1"
    assert body["container"] == {
        "type": "message",
        "message_ts": noted.ts,
        "channel_id": noted.channel,
        "is_ephemeral": False,
    }
    assert body["message"]["ts"] == noted.ts
    with pytest.raises(NothingThereError):
        ana.press(noted, "Undo")


def test_two_buttons_of_one_name_must_be_told_apart(both: tuple[Playground, App]) -> None:
    playground, app = both
    hits: list[str] = []

    @app.action("one")
    def one(ack: Any) -> None:
        ack()
        hits.append("one")

    @app.action("two")
    def two(ack: Any) -> None:
        ack()
        hits.append("two")

    ana = playground.member("Ana")
    view = {"type": "home", "blocks": [section("x", accessory=button("Edit", n)) for n in ("one", "two")]}
    app.client.views_publish(user_id=ana.id, view=view)
    with pytest.raises(CannotDoError, match="2 times"):
        ana.press_home("Edit")
    ana.press_home("Edit", nth=1)
    ana.press_home("one")
    assert hits == ["two", "one"]


def test_a_response_url_works_five_times(both: tuple[Playground, App]) -> None:
    playground, app = both
    statuses: list[int] = []

    @app.command("/met")
    def met(ack: Any, respond: Any) -> None:
        ack()
        statuses.extend(respond(text=f"{n}").status_code for n in range(6))

    ana = playground.member("Ana")
    ana.command("/met", channel="#general")
    assert statuses == [200] * 5 + [404]
    assert [m.text for m in ana.inbox()] == ["0", "1", "2", "3", "4"]


FIELDS = [
    field("Who", {"type": "multi_users_select", "action_id": "a"}, "who"),
    field("When", {"type": "datepicker", "action_id": "a", "initial_date": "2026-01-01"}, "when"),
    field("Note", {"type": "plain_text_input", "action_id": "a", "max_length": 10}, "note", optional=True),
    field(
        "How",
        {
            "type": "static_select",
            "action_id": "a",
            "options": [{"text": {"type": "plain_text", "text": t}, "value": t[0]} for t in ("Call", "Walk")],
        },
        "how",
    ),
    field("Where", {"type": "external_select", "action_id": "where", "min_query_length": 0}, "where"),
]


def formed(app: App, answer: Callable[[dict[str, Any], Any], Any]) -> None:
    """An app that opens a form from its shortcut, suggests places, and answers a sent form."""

    @app.shortcut("note")
    def note(ack: Any, shortcut: dict[str, Any], client: Any) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=modal(*FIELDS, notify_on_close=True))

    @app.options("where")
    def where(ack: Any, payload: dict[str, Any]) -> None:
        places = [p for p in ("Young Gallery", "Harbour") if payload["value"].lower() in p.lower()]
        ack(options=[{"text": {"type": "plain_text", "text": p}, "value": p.lower()} for p in places])

    @app.view("form")
    def form(ack: Any, view: dict[str, Any]) -> None:
        answer(view, ack)


@pytest.mark.parametrize("transport", ["http", "socket"])
def test_a_form_is_filled_in_by_its_labels(make: Callable[..., tuple[Playground, App]], transport: str) -> None:
    playground, app = make(transport=transport)
    sent: list[dict[str, Any]] = []

    def answer(view: dict[str, Any], ack: Any) -> None:
        sent.append(view["state"]["values"])
        ack() if len(sent) > 1 else ack(response_action="errors", errors={"when": "That is in the future."})

    formed(app, answer)
    ana, tom = playground.member("Ana"), playground.member("Tom")
    ana.shortcut("New note")
    form = playground.wait(ana.view)
    assert (form.title, form.fields) == ("Form", ("Who", "When", "Note", "How", "Where"))
    missing = ana.submit({"Note": "far too long"})
    assert missing is not None
    assert missing["Who"] == "Please complete this required field."
    assert "Note" in missing
    assert sent == [], "what is missing never reaches the app"
    assert ana.options("Where", "gal") == ("Young Gallery",)
    entries = {"Who": [tom, "Maya"], "When": date(2027, 1, 1), "Note": None, "how": "Walk", "Where": "Young Gallery"}
    errors = ana.submit(entries)
    assert errors == {"When": "That is in the future.", "when": "That is in the future."}
    assert ana.submit({"When": date(2026, 3, 2)}) is None
    assert ana.views() == ()
    last = sent[-1]
    assert last["who"]["a"]["selected_users"] == [tom.id, playground.member("Maya").id]
    assert last["when"]["a"] == {"type": "datepicker", "selected_date": "2026-03-02"}
    assert last["how"]["a"]["selected_option"]["value"] == "W"
    assert last["where"]["where"]["selected_option"]["value"] == "young gallery"
    assert last["note"]["a"]["value"] is None


def test_forms_stack_three_high_and_close_one_by_one(both: tuple[Playground, App]) -> None:
    playground, app = both
    closed: list[bool] = []

    def answer(_: dict[str, Any], ack: Any) -> None:
        ack(response_action="push", view=modal(section("on top"), callback_id="top"))

    formed(app, answer)

    @app.view_closed("form")
    def gone(ack: Any, body: dict[str, Any]) -> None:
        ack()
        closed.append(body["is_cleared"])

    ana = playground.member("Ana")
    ana.shortcut("note")
    playground.wait(ana.view)
    ana.options("Where", "")
    ana.submit({"Who": "Tom", "How": "Call", "Where": "Harbour"})
    assert [v.callback_id for v in ana.views()] == ["form", "top"]
    ana.close()
    ana.close()
    assert (ana.views(), closed) == ((), [False])


def test_a_trigger_lives_three_seconds_and_once(both: tuple[Playground, App]) -> None:
    playground, app = both
    errors: list[str] = []

    @app.shortcut("note")
    def note(ack: Any, shortcut: dict[str, Any], client: Any) -> None:
        ack()
        trigger = shortcut["trigger_id"]
        client.views_open(trigger_id=trigger, view=modal(section("x")))
        errors.append(_error(client, trigger))
        playground.expire_triggers()
        errors.append(_error(client, trigger))

    playground.member("Ana").shortcut("note")
    assert errors == ["exchanged_trigger_id", "expired_trigger_id"]


def _error(client: Any, trigger: str) -> str:
    return str(refused(client.views_open, trigger_id=trigger, view=modal(section("x")))["error"])


def test_people_come_change_and_go(both: tuple[Playground, App]) -> None:
    playground, app = both
    ears = Ears(app, "team_join", "user_change", "tokens_revoked", "app_uninstalled")
    zoe = playground.join("Zoe Zander", title="Poet", zone="Europe/Athens")
    zoe.change(title="Printer")
    zoe.deactivate()
    playground.revoke()
    joined, printer, gone = (e["user"] for e in ears.events[:3])
    assert (joined["tz"], printer["profile"]["title"], gone["deleted"]) == ("Europe/Athens", "Printer", True)
    assert sorted(e["type"] for e in ears.events[3:]) == ["app_uninstalled", "tokens_revoked"]


def test_a_messages_tab_that_is_off_takes_no_messages(make: Callable[..., tuple[Playground, App]]) -> None:
    playground, _ = make(wants=manifest(messages_tab_read_only_enabled=True))
    with pytest.raises(CannotDoError, match="turned off"):
        playground.member("Ana").dm("hello")
