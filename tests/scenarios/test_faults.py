"""What goes wrong between Wellmet and Slack: nothing is lost, nothing is said twice."""

import re
from collections import Counter
from threading import Thread

import pytest

from playground import Person, Playground, SeenMessage
from tests.conftest import StandingClock
from tests.scenarios.conftest import MANIFEST, Town


def heard(who: Person) -> list[SeenMessage]:
    """What Wellmet said to somebody in private, oldest first."""
    return [message for message in who.messages() if message.from_app]


def meetings(town: Town, who: Person) -> int:
    """How many meetings of theirs are on the first page of Home."""
    town.wellmet.worker.settle()
    who.open_home()
    town.wellmet.worker.settle()
    return len(re.findall(r"(?<!About )Tom Berger", town.until(who.home).words))


def all_said(town: Town, who: Person, wanted: int) -> list[SeenMessage]:
    """Let the standing clock run, so that what waits to be tried again is tried, until so many messages are there."""

    def enough() -> bool:
        town.clock.forward(seconds=2)
        town.wellmet.worker.wake()
        return len(heard(who)) >= wanted

    town.playground.wait(enough, timeout=20)
    return heard(who)


@pytest.mark.parametrize("kind", ["rate_limited", "server_error", "server_error_after", "drop_before", "drop_after"])
def test_an_answer_that_slack_did_not_take_at_first_is_said_once(town: Town, kind: str) -> None:
    maya = town.member("Maya")
    town.playground.faults.next("chat.postMessage", kind, times=2, retry_after=3)
    maya.dm("met Tom yesterday")
    assert "Tom Berger" in all_said(town, maya, 1)[0].text
    for _ in range(3):  # as often as it may be tried again
        town.clock.forward(minutes=1)
        assert town.wellmet.worker.settle()
    assert len(heard(maya)) == 1
    assert meetings(town, maya) == 1


@pytest.mark.parametrize("kind", ["duplicate", "drop_after", "drop_before"])
def test_a_delivery_that_comes_again_is_one_meeting_and_one_answer(town: Town, kind: str) -> None:
    maya = town.member("Maya")
    town.playground.faults.next("message.im", kind)
    maya.dm("met Tom yesterday")
    all_said(town, maya, 1)
    town.playground.settle()
    assert town.wellmet.worker.settle()
    assert len(heard(maya)) == 1
    assert meetings(town, maya) == 1


def test_sentences_that_overtake_each_other_are_all_noted(town: Town) -> None:
    maya = town.member("Maya")
    town.playground.faults.next("message.im", "reorder")
    maya.dm("met Tom on Friday at the mill")
    maya.dm("met Tom on Thursday at the quay")
    said = " ".join(message.text for message in all_said(town, maya, 2))
    assert "the mill" in said
    assert "the quay" in said
    assert meetings(town, maya) == 2


def test_a_revoked_token_holds_back_what_is_to_be_said_until_it_is_well_again(town: Town) -> None:
    maya = town.member("Maya")
    town.playground.faults.next("chat.postMessage", "token_revoked", times=2)
    for place in ("the mill", "the quay", "the barn"):
        maya.dm(f"met Tom yesterday at {place}")
    town.until(lambda: town.wellmet.worker.revoked_at is not None)
    assert not heard(maya)
    town.clock.forward(minutes=2)
    said = all_said(town, maya, 3)
    places = [re.search("the (mill|quay|barn)", message.text) for message in said]
    assert [found and found[1] for found in places] == ["mill", "quay", "barn"]
    assert len(heard(maya)) == 3


def test_in_bad_weather_every_sentence_is_answered_once(town: Town) -> None:
    """A fifth of all calls and deliveries goes wrong, from a seed."""
    maya, places = town.member("Maya"), [f"table {number}." for number in range(101, 116)]
    town.playground.faults.schedule(
        0.2,
        ("rate_limited", "server_error", "server_error_after", "slow", "drop_before", "drop_after", "duplicate"),
        only=("chat.postMessage", "conversations.history", "message.im"),
        seed=7,
        seconds=0.05,
    )
    for place in places:
        maya.dm(f"met Tom yesterday at {place}")
    said = [message.text for message in all_said(town, maya, len(places))]
    town.playground.faults.clear()
    town.playground.settle()
    town.clock.forward(minutes=5)
    assert town.wellmet.worker.settle()
    tables = Counter(found for text in said for found in re.findall(r"table (\d+)", text))
    assert len(heard(maya)) == len(places)
    assert set(tables) == {str(number) for number in range(101, 116)}


@pytest.mark.parametrize("ground", [("http", "sqlite")], ids=["http and sqlite"])
def test_what_takes_too_long_is_repeated_by_slack_and_still_one_meeting(
    database_url: str, clock: StandingClock
) -> None:
    """The database is busy for longer than Slack waits: the repeats queue, and end at what was seen."""
    hasty = {"ack_within": 0.2, "repeat_after": (0, 0.1, 0.2)}
    with Playground(MANIFEST, clock=lambda: clock.now().timestamp(), **hasty) as slack:  # type: ignore[arg-type]
        town = Town(slack, database_url, "http", clock)
        maya = town.member("Maya")
        with town.wellmet.database.write():
            said = Thread(target=maya.dm, args=("met Tom yesterday",))
            said.start()
            slack.wait(lambda: len(slack.traffic.entries(title="message.im")) >= 3)
        said.join()
        all_said(town, maya, 1)
        slack.settle()
        assert town.wellmet.worker.settle()
        assert len(heard(maya)) == 1
        assert meetings(town, maya) == 1
        town.stop()
