"""What the worker does when Slack is busy, uncertain, unwilling or not ours any more."""

import json
from http.client import HTTPConnection
from urllib.parse import urlsplit

from assistant.ids import AccountId
from assistant.jobs import Point
from playground import Playground, SeenMessage
from tests.conftest import StandingClock
from wellmet.build import Wellmet
from wellmet.worker import REVOKED_WAIT

POST = "chat.postMessage"


def answers(playground: Playground, name: str = "Maya") -> list[SeenMessage]:
    return [message for message in playground.member(name).messages() if message.from_app]


def tries(playground: Playground, title: str = POST) -> int:
    return len(playground.traffic.entries(title, "from_app"))


def passes(wellmet: Wellmet, clock: StandingClock, **time: float) -> None:
    """Time passes, and all that has fallen due is done."""
    clock.forward(**time)
    assert wellmet.worker.settle()


def test_a_busy_slack_is_asked_again_after_as_long_as_it_said_and_not_before(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    playground.faults.next(POST, "rate_limited", retry_after=30)
    playground.member("Maya").dm("met Tom yesterday")
    passes(wellmet, clock)
    passes(wellmet, clock, seconds=29)
    assert tries(playground) == 1
    passes(wellmet, clock, seconds=2)
    assert len(answers(playground)) == 1


def test_an_answer_lost_on_its_way_is_said_once(playground: Playground, wellmet: Wellmet, clock: StandingClock) -> None:
    playground.faults.next(POST, "drop_after")
    playground.faults.next(POST, "server_error_after")
    for name in ("Maya", "Ana"):
        playground.member(name).dm("met Tom yesterday")
    for _ in range(4):
        passes(wellmet, clock, seconds=5)
    assert len(answers(playground, "Maya")) == 1
    assert len(answers(playground, "Ana")) == 1


def test_an_uncertain_slack_is_tried_less_and_less_often(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    playground.faults.next(POST, "server_error", times=3)
    playground.member("Maya").dm("met Tom yesterday")
    passes(wellmet, clock)
    seen = [tries(playground)]
    for seconds in (0.7, 0.6, 1.4, 1.2, 2.9, 2.2):  # a little before and after 1, 2 and 4 seconds, each 25 % either way
        passes(wellmet, clock, seconds=seconds)
        seen.append(tries(playground))
    assert seen == [1, 1, 2, 2, 3, 3, 4]
    assert len(answers(playground)) == 1


def test_what_slack_will_never_do_is_dropped_and_the_next_one_goes_on(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    point = Point(AccountId(playground.member("Maya").id), "C0NOWHERE")
    with wellmet.memory.write(wellmet.identity.workspace) as ledger:
        ledger.outbox.put(point, "point:1", "channel:C0NOWHERE", clock.now())
        ledger.outbox.put(point, "point:2", "channel:C0NOWHERE", clock.now())
    passes(wellmet, clock)
    passes(wellmet, clock, days=1)
    assert tries(playground, "chat.postEphemeral") == 2


def test_a_refused_token_drops_nothing_and_all_waits_a_minute(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    playground.faults.next(POST, "token_revoked")
    playground.member("Maya").dm("met Tom yesterday")
    playground.wait(lambda: wellmet.worker.revoked_at)
    status, facts = health(playground)
    assert (status, facts["token"]) == (503, "refused")
    playground.member("Ana").dm("met Tom yesterday")
    clock.forward(seconds=REVOKED_WAIT.total_seconds() / 2)
    assert not wellmet.worker.settle(timeout=0.3)  # Ana's answer is due, and stays so
    assert tries(playground) == 1
    clock.forward(seconds=REVOKED_WAIT.total_seconds() / 2 + 1)
    wellmet.worker.wake()
    assert playground.wait(lambda: len(answers(playground, "Maya")) == 1 and len(answers(playground, "Ana")) == 1)
    assert health(playground)[0] == 200


def test_a_slow_answer_in_one_conversation_holds_up_no_other(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    wellmet.worker.stop()  # so that both answers set out together
    playground.faults.next(POST, "slow", seconds=1.5)
    playground.member("Maya").dm("met Tom yesterday")
    playground.member("Ana").dm("met Tom yesterday")
    wellmet.worker.start()
    passes(wellmet, clock)
    first, second = playground.traffic.entries(POST, "from_app")
    assert (first.fault, second.fault) == (None, "slow")  # in the order in which they were answered


def test_an_answer_that_slack_is_slow_to_take_does_not_hold_up_the_end(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    playground.faults.next(POST, "slow", seconds=2)
    playground.member("Maya").dm("met Tom yesterday")
    assert not wellmet.worker.settle(timeout=0.5)  # it is on its way
    wellmet.worker.stop(within=0.1)
    assert tries(playground) == 0
    wellmet.worker.start()
    assert playground.wait(lambda: answers(playground))
    passes(wellmet, clock, minutes=1)
    assert len(answers(playground)) == 1


def test_a_conversation_is_told_one_message_a_second(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    maya = playground.member("Maya")
    for day in (1, 2, 3):
        maya.dm(f"met Tom on {day} November")
    told = []
    for _ in range(3):
        passes(wellmet, clock)
        told.append(len(answers(playground)))
        clock.forward(seconds=1)
    assert told == [1, 2, 3]


def test_what_was_in_the_outbox_at_the_end_is_said_at_the_next_start(
    playground: Playground, wellmet: Wellmet, clock: StandingClock
) -> None:
    wellmet.worker.stop()
    playground.member("Maya").dm("met Tom yesterday")
    assert not answers(playground)
    wellmet.worker.start()
    passes(wellmet, clock)
    assert len(answers(playground)) == 1


def health(playground: Playground) -> tuple[int, dict[str, object]]:
    connection = HTTPConnection(urlsplit(str(playground.events_url)).netloc, timeout=5)
    connection.request("GET", "/health")
    answer = connection.getresponse()
    facts = json.loads(answer.read())
    connection.close()
    return answer.status, facts
