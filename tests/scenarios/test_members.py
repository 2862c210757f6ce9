"""Who is in the workspace, and how Wellmet comes to know of it."""

import pytest

from playground import Playground, larger_cast
from tests.conftest import StandingClock
from tests.scenarios.conftest import MANIFEST, Town


def test_who_joins_can_be_met_at_once_and_may_speak(town: Town) -> None:
    zoe = town.playground.join("Zoe Quist", title="Bookbinder at Quist")
    assert "Zoe Quist" in town.hears(town.member("Maya"), "met Zoe yesterday").text
    assert "Tom Berger" in town.hears(zoe, "met Tom yesterday").text


def test_who_changes_their_name_is_found_by_the_new_one(town: Town) -> None:
    town.member("Priya").change(real_name="Priya Blom")
    assert "Priya Blom" in town.hears(town.member("Maya"), "met Priya Blom yesterday").text


def test_who_left_is_not_proposed_any_more(town: Town) -> None:
    town.member("Sam Tanner").deactivate()
    answer = town.hears(town.member("Maya"), "met Sam yesterday")
    assert "Noted" in answer.text
    assert "Sam Okafor" in answer.text


def test_a_mention_of_somebody_never_heard_of_is_looked_up(town: Town) -> None:
    town.playground.faults.next("team_join", "drop_before", times=4)
    zoe = town.playground.join("Zoe Quist")
    assert "Zoe Quist" in town.hears(town.member("Maya"), f"met @{zoe.id} yesterday").text
    assert town.playground.traffic.entries(title="users.info")


def test_who_joined_while_wellmet_was_away_is_known_after_its_start(town: Town) -> None:
    town.stop()
    town.playground.join("Zoe Quist")
    town.wellmet = town.start()
    assert "Zoe Quist" in town.hears(town.member("Maya"), "met Zoe Quist yesterday").text


@pytest.mark.parametrize("ground", [("http", "sqlite")], ids=["http and sqlite"])
def test_all_pages_of_the_list_are_read_at_the_start(database_url: str, clock: StandingClock) -> None:
    with Playground(MANIFEST, cast=larger_cast(430), clock=lambda: clock.now().timestamp()) as slack:
        town = Town(slack, database_url, "http", clock)
        with town.wellmet.memory.read(town.wellmet.identity.workspace) as ledger:
            assert len(ledger.people.directory()) > 430
        assert len(slack.traffic.entries(title="users.list")) == 3
        town.stop()
