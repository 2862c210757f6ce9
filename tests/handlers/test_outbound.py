"""What is sent, once: against a pretend Slack that loses answers, is busy, and forgets us."""

import socket
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from assistant.facts import Kind, Person, Standing
from assistant.ids import AccountId, PersonId, QuestionId, WorkspaceId
from assistant.ledger import Post
from assistant.outgoing import AskAccounts, AskMembers, Publish, Redraw, Send, Together, Whisper
from assistant.phrases.frame import Frame, Intent
from assistant.reply import (
    AnsweredPrivately,
    Candidate,
    Help,
    Home,
    Matter,
    MeetingUndone,
    NotUnderstood,
    Subject,
    WhichPerson,
)
from handlers.errors import Busy, Impossible, SlackTrouble, TokenRevoked, Uncertain
from handlers.outbound import Outbound, make_client
from playground import Person as Somebody
from playground import Playground, larger_cast
from tests.handlers.conftest import MANIFEST
from tests.handlers.test_views import ONE

QUESTION = Matter(Subject.QUESTION, 7)


@pytest.fixture
def playground() -> Iterator[Playground]:
    with Playground(MANIFEST) as playground:
        yield playground


@pytest.fixture
def outbound(playground: Playground) -> Outbound:
    return made(playground)


@pytest.fixture
def maya(playground: Playground) -> Somebody:
    return playground.member("Maya")


def made(playground: Playground) -> Outbound:
    client = make_client(playground.bot_token, playground.api_url)
    return Outbound(client, WorkspaceId(playground.workspace.id))


def help_for(who: Somebody, **more: Any) -> Send:
    given = {"conversation": "", "thread": "", "message": Help(), "matter": QUESTION, "version": 3, **more}
    return Send(AccountId(who.id), **given)


def calls(playground: Playground, title: str) -> int:
    return len(playground.traffic.entries(title))


def test_a_message_opens_the_conversation_once_and_carries_its_key(
    playground: Playground, outbound: Outbound, maya: Somebody
) -> None:
    first = outbound.deliver(help_for(maya), "reply:Ev1", again=False)
    outbound.deliver(help_for(maya), "reply:Ev2", again=False)
    sent = maya.messages()
    assert first.posts == (Post("question:7", sent[0].channel, sent[0].ts, 3),)
    assert [one.metadata["event_payload"]["key"] for one in sent if one.metadata] == ["reply:Ev1", "reply:Ev2"]
    assert calls(playground, "conversations.open") == 1


def test_a_message_about_no_record_is_told_of_with_nothing_that_it_is_about(outbound: Outbound, maya: Somebody) -> None:
    (post,) = outbound.deliver(help_for(maya, matter=Matter(Subject.HELP)), "k", again=False).posts
    assert post.matter == ""


@pytest.mark.parametrize("threaded", [False, True])
def test_an_answer_that_was_lost_on_its_way_back_is_found_and_not_said_twice(
    playground: Playground, outbound: Outbound, maya: Somebody, threaded: bool
) -> None:
    said = maya.dm("hi")
    thread = said.ts if threaded else ""
    old = help_for(maya, conversation=said.channel, thread=thread, message=NotUnderstood("old"))
    playground.faults.next("chat.postMessage", "drop_after")
    with pytest.raises(Uncertain):
        outbound.deliver(old, "reply:Ev1", again=False)
    new = help_for(maya, conversation=said.channel, thread=thread, message=NotUnderstood("new"))
    found = outbound.deliver(new, "reply:Ev1", again=True)
    sent = [one for one in maya.messages() if one.from_app]
    assert [one.ts for one in sent] == [found.posts[0].message]
    assert "new" in sent[0].text


def test_of_two_jobs_that_say_the_same_the_second_finds_what_the_first_said_unheard(
    playground: Playground, outbound: Outbound, maya: Somebody
) -> None:
    playground.faults.next("chat.postMessage", "drop_after")
    with pytest.raises(Uncertain):
        outbound.deliver(help_for(maya, mark="nudges:1"), "nudge:1", again=False)
    found = outbound.deliver(help_for(maya, mark="nudges:1"), "nudge:2", again=False)
    assert [one.ts for one in maya.messages()] == [found.posts[0].message]


def test_what_never_left_is_sent_by_the_second_attempt(
    playground: Playground, outbound: Outbound, maya: Somebody
) -> None:
    playground.faults.next("chat.postMessage", "drop_before")
    with pytest.raises(Uncertain):
        outbound.deliver(help_for(maya), "reply:Ev1", again=False)
    outbound.deliver(help_for(maya), "reply:Ev1", again=True)
    assert len(maya.messages()) == 1


def test_an_answer_to_a_thread_that_is_gone_is_said_beside_it(outbound: Outbound, maya: Somebody) -> None:
    said = maya.dm("hi")
    outbound.deliver(help_for(maya, conversation=said.channel, thread="1.000001"), "k", again=False)
    assert maya.last().thread_ts is None


def test_every_message_about_a_record_shows_its_present_state_and_one_that_is_gone_does_no_harm(
    outbound: Outbound, maya: Somebody
) -> None:
    [post] = outbound.deliver(help_for(maya), "k", again=False).posts
    gone = Post("question:7", post.conversation, "1.000001", 1)
    redraw = Redraw(MeetingUndone(ONE), Matter(Subject.MEETING, 42), (gone, post), 5)
    done = outbound.deliver(redraw, "refresh", again=False)
    assert "Undone" in maya.last().text
    assert [(one.matter, one.shown) for one in done.posts] == [("meeting:42", 5)] * 2


def test_a_whisper_is_rather_lost_than_said_twice(playground: Playground, outbound: Outbound, maya: Somebody) -> None:
    whisper = Whisper(AccountId(maya.id), playground.channel("#general"), "", AnsweredPrivately())
    outbound.deliver(whisper, "point:1", again=False)
    outbound.deliver(whisper, "point:1", again=True)
    assert len([one for one in maya.inbox() if one.ephemeral]) == 1


def test_home_is_published(outbound: Outbound, maya: Somebody) -> None:
    me = Person(PersonId(9), Kind.MEMBER, "Maya", account=AccountId(maya.id))
    outbound.deliver(Publish(AccountId(maya.id), Home(me, (ONE,), 1, 1, 1)), "home", again=False)
    assert "Linn O'Carroll" in maya.home().words


def test_accounts_are_asked_about_and_those_nobody_knows_are_unknown(
    outbound: Outbound, playground: Playground
) -> None:
    eva = playground.workspace.members
    ids = [AccountId(one.id) for one in eva.values() if one.name in ("linn", "eva", "standup", "gus")]
    profiles = {
        one.name: one for one in outbound.deliver(AskAccounts((*ids, AccountId("UNOBODY"))), "k", False).profiles
    }
    assert profiles["Linn O'Carroll"].organisation == "the Young Gallery"
    assert profiles["Gus Guest"].standing is Standing.GUEST
    assert profiles["Eva Extern"].standing is Standing.EXTERNAL
    assert profiles["UNOBODY"].standing is Standing.UNKNOWN


def test_all_members_are_read_page_by_page() -> None:
    with Playground(MANIFEST, cast=larger_cast(450)) as playground:
        profiles = made(playground).deliver(AskMembers(), "k", again=False).profiles
        assert len(profiles) >= 450
        assert calls(playground, "users.list") == 3


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("rate_limited", Busy),
        ("server_error", Uncertain),
        ("server_error_after", Uncertain),
        ("drop_before", Uncertain),
        ("drop_after", Uncertain),
        ("invalid_auth", TokenRevoked),
        ("token_revoked", TokenRevoked),
    ],
)
def test_troubles_of_slack_are_told_apart_and_nothing_is_repeated_by_itself(
    playground: Playground, outbound: Outbound, maya: Somebody, fault: str, error: type[SlackTrouble]
) -> None:
    conversation = maya.dm("hi").channel
    playground.faults.next("chat.postMessage", fault, retry_after=7)
    with pytest.raises(error) as trouble:
        outbound.deliver(help_for(maya, conversation=conversation), "k", again=False)
    assert calls(playground, "chat.postMessage") == 1
    if isinstance(trouble.value, Busy):
        assert trouble.value.wait == timedelta(seconds=7)


def test_what_slack_will_never_do_is_impossible(outbound: Outbound, maya: Somebody) -> None:
    with pytest.raises(Impossible) as trouble:
        outbound.deliver(help_for(maya, conversation="CNOWHERE"), "k", again=False)
    assert trouble.value.code == "channel_not_found"


class Answers:
    """A server that says one thing after another, byte for byte."""

    def __init__(self, *bodies: tuple[int, bytes]) -> None:
        self.asked: list[bytes] = []
        waiting, asked = list(bodies), self.asked

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
                status, body = waiting.pop(0)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Door)
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.outbound = Outbound(make_client("x", f"http://127.0.0.1:{self._server.server_port}/"), WorkspaceId("T1"))

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def answering() -> Iterator[Callable[..., Answers]]:
    running: list[Answers] = []

    def answer(*bodies: tuple[int, bytes]) -> Answers:
        running.append(Answers(*bodies))
        return running[-1]

    yield answer
    for one in running:
        one.stop()


TO_DM = Send(AccountId("U1"), "D1", "", Help(), QUESTION, 1)


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (200, b"<html>maintenance</html>", Uncertain),
        (200, b"[1]", Uncertain),
        (200, b"\xff\xfe{", Uncertain),
        (200, b"", Uncertain),
        (200, b'{"ok": false}', Uncertain),
        (502, b"bad gateway", Uncertain),
        (429, b"slow down", Busy),
        (200, b'{"ok": false, "error": "ratelimited"}', Busy),
        (200, b'{"ok": false, "error": "fatal_error"}', Uncertain),
        (200, b'{"ok": false, "error": "msg_too_long"}', Impossible),
        (200, b'{"ok": false, "error": "missing_scope", "needed": "chat:write"}', Impossible),
        (403, b'{"ok": false, "error": "account_inactive"}', TokenRevoked),
    ],
)
def test_answers_that_are_none_are_uncertain(
    answering: Callable[..., Answers], status: int, body: bytes, error: type[SlackTrouble]
) -> None:
    with pytest.raises(error):
        answering((status, body)).outbound.deliver(TO_DM, "k", again=False)


def test_nobody_there_is_uncertain() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        client = make_client("x", f"http://127.0.0.1:{taken.getsockname()[1]}/")
        with pytest.raises(Uncertain):
            Outbound(client, WorkspaceId("T1")).deliver(TO_DM, "k", again=False)


def test_a_picture_that_slack_cannot_fetch_is_left_out(answering: Callable[..., Answers]) -> None:
    sam = Person(PersonId(3), Kind.MEMBER, "Sam", picture="https://a.b/gone.png")
    asked = WhichPerson(QuestionId(7), "Sam", (Candidate(sam, 1, date(2026, 11, 3)),), Frame(Intent.RECORD_MEETING))
    slack = answering((200, b'{"ok": false, "error": "invalid_blocks"}'), (200, b'{"ok": true, "ts": "1.2"}'))
    done = slack.outbound.deliver(Send(AccountId("U1"), "D1", "", asked, QUESTION, 1), "k", again=False)
    assert done.posts[0].message == "1.2"
    assert [b"gone.png" in body for body in slack.asked] == [True, False]


def test_where_it_cannot_be_looked_up_it_is_rather_said_twice(answering: Callable[..., Answers]) -> None:
    slack = answering((200, b'{"ok": false, "error": "missing_scope"}'), (200, b'{"ok": true, "ts": "1.2"}'))
    assert slack.outbound.deliver(TO_DM, "k", again=True).posts[0].message == "1.2"


@pytest.mark.parametrize(("people", "in_group"), [(7, True), (8, False)])
def test_more_people_than_a_group_message_holds_are_brought_together_in_the_channel(
    people: int, in_group: bool
) -> None:
    """Eight with Wellmet itself, says Slack of conversations.open."""
    with Playground(MANIFEST, cast=larger_cast(12)) as playground:
        ours = made(playground).deliver(AskMembers(), "members", again=False).profiles
        accounts = [one.account for one in ours if one.standing is Standing.ACTIVE][:people]
        channel = playground.channel("#introductions")
        together = Together(tuple(accounts), channel, Help(), QUESTION, 1)
        (post,) = made(playground).deliver(together, "together:1", again=False).posts
        assert (post.conversation == channel) is not in_group
