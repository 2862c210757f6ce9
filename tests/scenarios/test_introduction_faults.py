"""Introductions while Slack fails, the process stops, permissions are missing, and several people press at once."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import yaml

from playground import Person, Playground, SeenMessage
from tests.conftest import StandingClock
from tests.scenarios.conftest import MANIFEST, Town
from tests.scenarios.test_introductions import ASK, brought_together, channel, last, on_card, private, says

__all__ = ["channel"]


@pytest.fixture
def five(town: Town) -> Town:
    """Tom and Linn know Priya, Ana knows José; Maya, who knows Tom, asks for Priya, and Gus for José."""
    says(town, town.member("Tom"), "met Priya Nair yesterday about the harbour studio")
    says(town, town.member("Linn"), "met Priya Nair last week")
    says(town, town.member("Ana"), "met José Ferreira last week")
    says(town, town.member("Maya"), "met Tom Berger last week")
    return town


def until_said(town: Town, who: Person, holding: str) -> SeenMessage:
    """The message, once Slack takes it: the standing clock runs, so that what waits to be tried again is tried."""

    for _ in range(24):  # two minutes
        weather_passes(town)
        if found := next((one for one in reversed(who.messages()) if one.from_app and holding in one.text), None):
            return found
    raise AssertionError(f"{who.name} never heard {holding!r}")


def weather_passes(town: Town) -> None:
    """Some seconds pass, with nothing in hand: a lease that ended meanwhile would be a fault of another kind."""
    assert town.wellmet.worker.settle()
    town.clock.forward(seconds=5)
    assert town.wellmet.worker.settle()


def together(town: Town) -> list[SeenMessage]:
    """The introductions that stand in group messages."""
    said = (one for one in town.playground.said() if one.from_app and len(one.people) > 2)
    return [one for one in said if "group" in str(one.place)]


@pytest.mark.parametrize("kind", ["rate_limited", "server_error", "drop_before"])
def test_while_slack_fails_everybody_is_asked_once_and_brought_together_once(five: Town, kind: str) -> None:
    faults = five.playground.faults
    maya, tom, priya, gus, ana, jose = (five.member(one) for one in ("Maya", "Tom", "Priya", "Gus", "Ana", "José"))
    answer = says(five, maya, ASK)
    says(five, gus, "could Ana introduce me to José Ferreira about the maps?")
    faults.next("chat.postMessage", kind, times=3, retry_after=3)
    maya.press(answer, "Ask privately")
    tom.press(until_said(five, tom, "would like to meet"), "I'll introduce them")
    ana.press(until_said(five, ana, "would like to meet"), "I'll introduce them")
    wishes = (
        until_said(five, priya, "would like to introduce you"),
        until_said(five, jose, "would like to introduce you"),
    )
    faults.next("conversations.open", kind, times=2, retry_after=3)
    faults.next("chat.postMessage", kind, times=2, retry_after=3)
    for who, wish in zip((priya, jose), wishes, strict=True):
        who.press(wish, "Yes, introduce us")
    until_said(five, maya, "You are introduced to Priya Nair")
    until_said(five, gus, "You are introduced to José Ferreira")

    for _ in range(12):  # a minute
        weather_passes(five)
    assert len(together(five)) == 2
    for who in (tom, ana):
        assert private(who).count("Introduced: ") == 1


def test_stopped_in_the_middle_it_goes_on_where_it_stood(five: Town) -> None:
    maya, tom, priya = (five.member(one) for one in ("Maya", "Tom", "Priya"))
    maya.press(says(five, maya, ASK), "Ask privately")
    wish = last(five, tom, "would like to meet")
    five.restart()
    tom.press(wish, "I'll introduce them")
    wish = last(five, priya, "would like to introduce you")
    priya.press(wish, "Yes, introduce us")
    five.restart()
    brought_together(five)
    assert five.wellmet.worker.settle()
    assert len(together(five)) == 1
    last(five, maya, "You are introduced to Priya Nair")


def test_two_who_press_at_once_are_one_connector_and_one_thank_you(channel: Town) -> None:
    maya, linn, ana, priya = (channel.member(one) for one in ("Maya", "Linn", "Ana", "Priya"))
    maya.press(says(channel, maya, ASK), "Ask in the introductions channel")
    card = on_card(channel)
    assert channel.wellmet.worker.settle()
    pressing = [Thread(target=who.press, args=(card, "I can introduce them")) for who in (linn, ana)]
    for one in pressing:
        one.start()
    for one in pressing:
        one.join()
    last(channel, priya, "would like to introduce you")
    assert channel.wellmet.worker.settle()
    assert private(priya).count("would like to introduce you") == 1
    thanked = [who for who in (linn, ana) if "Thank you. I've asked Priya Nair" in private(who)]
    assert len(thanked) == 1
    refused = [one for one in channel.playground.said() if one.ephemeral and "seeing to this one" in one.text]
    assert len(refused) == 1


@pytest.fixture
def without_groups(transport: str, database_url: str, clock: StandingClock, tmp_path: Path) -> Iterator[Town]:
    """A workspace that did not allow group messages."""
    written = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    written["oauth_config"]["scopes"]["bot"].remove("mpim:write")
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(yaml.safe_dump(written), encoding="utf-8")
    with Playground(manifest, transport=transport, clock=lambda: clock.now().timestamp()) as playground:
        town = Town(playground, database_url, transport, clock)
        try:
            yield town
        finally:
            town.stop()


@pytest.mark.parametrize("with_channel", [True, False])
def test_without_group_messages_it_stands_in_the_channel_or_with_each(without_groups: Town, with_channel: bool) -> None:
    town = without_groups
    tom, ana, jose, linn = (town.member(one) for one in ("Tom", "Ana", "José", "Linn"))
    if with_channel:
        linn.open_home()
        town.until(linn.home)
        linn.press_home("For everybody here")
        linn.fill(linn.view(), {"Introductions channel": "#introductions"})
        assert linn.submit({}) is None
    says(town, tom, "please introduce Ana Ruiz to José Ferreira, both love maps")
    for one in (ana, jose):
        one.press(last(town, one, "would like to introduce you"), "Yes, introduce us")
    if with_channel:
        aloud = town.until(lambda: [one for one in town.playground.said() if "speaks first" in one.text])
        assert len(aloud) == 1
        assert "introductions" in str(aloud[0].place)
    else:
        for one in (tom, ana, jose):
            assert "both love maps" in last(town, one, "speaks first").text
    assert not together(town)
