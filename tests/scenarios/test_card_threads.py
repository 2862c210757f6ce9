"""Replies in the thread of a card, where a workspace lets Wellmet read its channels: taken up there, nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from playground import Playground, SeenMessage
from tests.conftest import StandingClock
from tests.scenarios.conftest import MANIFEST, Town
from tests.scenarios.test_introductions import ASK, channel, last, on_card, private, says

__all__ = ["channel"]


@pytest.fixture
def town(transport: str, database_url: str, clock: StandingClock, tmp_path: Path) -> Iterator[Town]:
    """The manifest as it is with its two comments taken in."""
    written = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    written["oauth_config"]["scopes"]["bot"].append("channels:history")
    written["settings"]["event_subscriptions"]["bot_events"].append("message.channels")
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(yaml.safe_dump(written), encoding="utf-8")
    with Playground(manifest, transport=transport, clock=lambda: clock.now().timestamp()) as playground:
        town = Town(playground, database_url, transport, clock)
        try:
            yield town
        finally:
            town.stop()


@pytest.fixture
def card(channel: Town) -> SeenMessage:
    """Maya's request stands in the channel."""
    maya = channel.member("Maya")
    maya.press(says(channel, maya, ASK), "Ask in the introductions channel")
    last(channel, maya, "Your card stands in")
    return on_card(channel)


def test_a_plain_reply_comes_forward(channel: Town, card: SeenMessage) -> None:
    linn, priya = channel.member("Linn"), channel.member("Priya")
    linn.reply(card, "I know her well, happy to connect you")
    last(channel, linn, "Thank you. I've asked Priya Nair")
    last(channel, priya, "would like to introduce you")
    channel.until(lambda: "Somebody has come forward" in on_card(channel).text)


def test_a_plain_reply_names_somebody_who_is_asked(channel: Town, card: SeenMessage) -> None:
    linn, tom = channel.member("Linn"), channel.member("Tom")
    linn.reply(card, "@Tom knows her")
    last(channel, linn, "Thank you. Tom Berger is asked privately")
    last(channel, tom, "would like to meet")
    assert "Can you help?" in on_card(channel).text


def test_other_talk_is_none_of_its_business(channel: Town, card: SeenMessage) -> None:
    maya, linn = channel.member("Maya"), channel.member("Linn")

    def told() -> tuple[list[str], str, str]:
        aloud = [message.text for message in channel.playground.said() if message.from_app]
        return aloud, private(maya), private(linn)

    before = told()
    linn.reply(card, "good luck, that sounds like a lovely show!")
    linn.reply(card, "met Tom yesterday")  # a meeting is told to Wellmet, not to everybody in a thread
    linn.reply(card, "help")
    maya.reply(card, "thanks all, I'm happy to connect with anybody")
    talk = linn.say("#introductions", "does anybody know a caterer?")
    maya.reply(talk, "I know her well, happy to connect you")
    channel.playground.settle()
    assert channel.wellmet.worker.settle()
    assert told() == before


def test_a_mention_is_heard_once_though_it_comes_twice(channel: Town, card: SeenMessage) -> None:
    linn, priya = channel.member("Linn"), channel.member("Priya")
    linn.reply(card, "@Wellmet I know her well, happy to connect you")
    last(channel, priya, "would like to introduce you")
    channel.playground.settle()
    assert channel.wellmet.worker.settle()
    assert private(linn).count("Thank you. I've asked Priya Nair") == 1
    assert "seeing to this one already" not in private(linn)


def test_who_asked_says_in_the_thread_that_it_is_over_and_means_this_request(channel: Town, card: SeenMessage) -> None:
    maya = channel.member("Maya")
    says(channel, maya, "could you introduce me to José about maps?")
    maya.reply(card, "please withdraw this request, I found somebody else")
    channel.until(lambda: "José" in private(maya) and "Withdrawn" in private(maya))
    maya.dm("show my requests")
    listed = last(channel, maya, "You wait for").text
    assert "Priya" not in listed
    assert "José" in listed
