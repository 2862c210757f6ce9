"""Every surface of Slack, in a pretend workspace: what is pressed, typed and sent off, and what stands there then."""

import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode

import pytest
from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

from assistant.buttons import Button
from handlers.ids import action_id
from tests.handlers.conftest import House


def test_a_sentence_in_private_is_read_back(house: House) -> None:
    answer = house.hears(house.member("Maya"), "met Linn at the Young Gallery yesterday about the spring show")
    assert (
        "Noted: you met Linn O'Carroll at the Young Gallery on Mon 23 Nov 2026, about the spring show." in answer.text
    )
    assert answer.buttons == ("Undo", "Edit", "Add a note", "About Linn O'Carroll")
    assert answer.metadata
    assert answer.metadata["event_payload"]["key"].startswith("reply:")


def test_an_edited_or_deleted_sentence_is_not_heard_again(house: House) -> None:
    maya = house.member("Maya")
    said = maya.dm("met Tom yesterday")
    house.work()
    maya.edit(said, "met Priya yesterday")
    maya.delete(said)
    house.playground.settle()
    house.work()
    assert len([m for m in maya.messages() if m.from_app]) == 1


def test_a_command_is_answered_in_its_acknowledgement(house: House) -> None:
    answer = house.member("Maya").command("/met", "@linn yesterday", channel="#general")
    assert answer.message
    assert answer.message.ephemeral
    assert "Linn O'Carroll" in answer.text


def test_a_button_under_a_fleeting_answer_changes_it_in_place(house: House) -> None:
    maya = house.member("Maya")
    answer = maya.command("/met", "@linn yesterday", channel="#general").message
    assert answer
    maya.press(answer, "Undo")
    assert "Undone" in answer.text
    assert answer.buttons == ("Put it back",)


def test_a_form_opened_from_a_fleeting_answer_changes_it_in_place(house: House) -> None:
    maya = house.member("Maya")
    answer = maya.command("/met", "@linn yesterday", channel="#general").message
    assert answer
    maya.press(answer, "Edit")
    assert maya.submit({"Where": "the harbour"}) is None
    assert "the harbour" in answer.text
    assert "Edited" in answer.text


def test_errors_stand_under_the_field_and_the_form_stays_open(house: House) -> None:
    maya = house.member("Maya")
    maya.shortcut("new_meeting")
    errors = maya.submit({"Who": ["Linn O'Carroll"], "Day": "2027-03-01"})
    assert errors
    assert "still to come" in errors["Day"]
    assert maya.submit({"Day": "2026-11-20", "Time": "15:00"}) is None
    house.work()
    assert "on Fri 20 Nov 2026 at 15:00" in house.until(maya.last).text


def test_the_message_shortcut_opens_the_form_too(house: House) -> None:
    maya = house.member("Maya")
    said = house.member("Tom").say("#general", "hello all")
    maya.message_shortcut("note_meeting", said)
    assert maya.view().title == "Note a meeting"


def test_typing_a_name_offers_people_and_then_the_words_as_a_contact(house: House) -> None:
    maya = house.member("Maya")
    maya.shortcut("new_meeting")
    assert maya.options("Who", "Sam") == ("Sam Okafor", "Sam Tanner", "Sam")
    assert maya.options("Who", "Rosa & Lind")[-1] == "Rosa & Lind"


def test_a_form_that_takes_too_long_to_open_says_so_kindly(house: House) -> None:
    house.playground.faults.next("views.open", "drop_before")
    answer = house.member("Maya").command("/met")
    assert "didn't open in time" in answer.text
    card = house.hears(house.member("Maya"), "met Tom yesterday")
    house.playground.faults.next("views.open", "server_error")
    house.member("Maya").press(card, "Edit")
    assert "didn't open in time" in house.member("Maya").inbox()[-1].text


def test_home_is_published_when_it_is_opened(house: House) -> None:
    maya = house.member("Maya")
    house.hears(maya, "met Tom yesterday")
    maya.open_home()
    house.work()
    assert "Tom Berger on Mon 23 Nov 2026" in maya.home().words
    maya.press_home("Undo")
    house.work()
    words = maya.home().words
    assert "Undone: your meeting with Tom Berger" in words
    assert "No meeting is noted yet" in words
    maya.press_home("Put it back")
    house.work()
    assert "1 meeting." in maya.home().words


def test_a_refusal_on_home_opens_a_window_since_no_message_can_stand_there(house: House) -> None:
    maya = house.member("Maya")
    house.hears(maya, "met Tom yesterday")
    maya.open_home()
    house.work()
    home = maya.home()
    maya.press_home("Undo")
    maya.press(home, "Edit")
    assert "Put it back first" in maya.view().words


def test_a_refusal_beside_a_message_leaves_the_message_alone(house: House) -> None:
    maya = house.member("Maya")
    question = house.hears(maya, "met Sam yesterday")
    house.clock.forward(days=2)
    maya.press(question, "Sam Okafor")
    beside = maya.inbox()[-1]
    assert beside.ephemeral
    assert "isn't open any more" in beside.text
    assert question.buttons


def test_a_second_click_on_an_answer_says_that_it_was_given(house: House) -> None:
    maya = house.member("Maya")
    question = house.hears(maya, "met Sam yesterday")
    maya.press(question, "Sam Okafor")
    maya.press(question, "Sam Okafor")  # before the message has changed
    assert "answered that question already" in maya.inbox()[-1].text
    house.work()
    noted = [message for message in maya.inbox() if "Noted: you met Sam Okafor" in message.text]
    assert len(noted) == 1


def test_a_mention_in_a_channel_is_answered_in_private_and_pointed_to(house: House) -> None:
    ana = house.member("Ana")
    ana.mention("#general", "met Priya Nair yesterday")
    house.playground.settle()
    house.work()
    pointer, answer = ana.inbox()[-2:]
    if not pointer.ephemeral:
        pointer, answer = answer, pointer
    assert "private conversation" in pointer.text
    assert answer.text.startswith("Noted: you met Priya Nair")


def test_joining_and_changing_are_learnt(house: House) -> None:
    noor = house.playground.join("Noor Aziz", "Baker at Crumb")
    noor.change(real_name="Noor Aziz-Berg")
    house.playground.settle()
    assert "Noor Aziz-Berg" in house.hears(house.member("Maya"), "met Noor yesterday").text


def dispatch(house: House, body: object, **more: str) -> tuple[int, str]:
    """What a payload that never comes from the pretend Slack is answered with."""
    text = json.dumps(body) if not more else urlencode({"payload": json.dumps(body)})
    kind = "application/json" if not more else "application/x-www-form-urlencoded"
    verifier = SignatureVerifier(house.playground.signing_secret)
    now = str(int(time.time()))
    headers = {
        "content-type": [kind],
        "x-slack-request-timestamp": [now],
        "x-slack-signature": [verifier.generate_signature(timestamp=now, body=text) or ""],
    }
    response = house.app.dispatch(BoltRequest(body=text, headers=headers))
    return response.status, response.body


def gesture(house: House, **more: object) -> dict[str, object]:
    who = house.member("Maya")
    return {
        "team": {"id": house.workspace},
        "user": {"id": who.id, "team_id": house.workspace},
        "api_app_id": "A1",
        "trigger_id": "1.2.3",
        **more,
    }


def test_a_button_of_an_earlier_version_is_answered_clearly(house: House) -> None:
    maya = house.member("Maya")
    card = house.hears(maya, "met Tom yesterday")
    for strange in ("wellmet:dance", "someone-elses", action_id(Button.UNDO) + ":x:y"):
        place, _ = card.find("Undo")
        place.element["action_id"] = strange
        maya.press(card, strange)
    assert "earlier version" in next(m for m in maya.inbox() if m.ephemeral).text


def test_a_form_of_an_earlier_version_says_that_nothing_was_saved(house: House) -> None:
    view = {"id": "V1", "type": "modal", "callback_id": "wellmet:dance", "state": {"values": {}}, "blocks": []}
    status, body = dispatch(house, gesture(house, type="view_submission", view=view), form="1")
    assert status == 200
    assert "nothing was saved" in body


@pytest.mark.parametrize("event", [{}, {"type": "message"}, {"user": "U1", "channel_type": "im", "ts": "nan"}])
def test_an_event_that_cannot_be_read_is_not_asked_for_again(house: House, event: dict[str, object]) -> None:
    body = {"type": "event_callback", "team_id": house.workspace, "event": {"type": "message", **event}}
    assert dispatch(house, body)[0] == 200


class Broken:
    """A memory whose database is gone."""

    def write(self, workspace: str) -> object:
        raise RuntimeError("secret detail of the database")

    read = write


def test_what_breaks_says_that_nothing_was_saved_and_gives_a_reference(house: House) -> None:
    maya = house.member("Maya")
    card = house.hears(maya, "met Tom yesterday")
    maya.shortcut("new_meeting")
    maya.fill(maya.view(), {"Who": ["Linn O'Carroll"]})
    house.desk._memory = Broken()  # type: ignore[assignment]
    answer = maya.command("/met", "@linn yesterday about <the show>")
    assert re.search(r"nothing was saved.*Reference [0-9a-f]{6}", answer.text)
    assert "secret" not in answer.text
    assert "@linn yesterday about &lt;the show&gt;" in answer.text
    maya.press(card, "Undo")
    assert "nothing was saved" in maya.inbox()[-1].text
    errors = maya.submit({"Where": "here"})
    assert errors
    assert "nothing was saved" in errors["Who"]
    assert maya.options("Who", "Linn") == ()


def test_an_event_that_breaks_is_left_for_slack_to_repeat(house: House) -> None:
    house.desk._memory = Broken()  # type: ignore[assignment]
    event = {"type": "message", "channel_type": "im", "channel": "D1", "user": house.member("Maya").id, "ts": "1.2"}
    body = {"type": "event_callback", "team_id": house.workspace, "event_id": "Ev1", "event": {**event, "text": "hi"}}
    assert dispatch(house, body)[0] == 500


def test_a_response_address_that_is_gone_costs_nothing_but_the_message(house: House) -> None:
    class Refuses(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Refuses)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    action = {"action_id": "wellmet:undo", "value": "999", "block_id": "b", "type": "button"}
    container = {"type": "message", "message_ts": "1.2", "channel_id": "D1", "is_ephemeral": True}
    address = f"http://127.0.0.1:{server.server_port}/gone"
    body = gesture(house, type="block_actions", actions=[action], container=container, response_url=address)
    assert dispatch(house, body, form="1")[0] == 200
    server.shutdown()
    assert dispatch(house, body, form="1")[0] == 200
    server.server_close()
