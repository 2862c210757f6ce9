"""Who is in the workspace, and how Wellmet comes to know of it."""

from tests.scenarios.conftest import Town


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
    assert "Zoe Quist" in town.hears(town.member("Maya"), f"met <@{zoe.id}> yesterday").text
    assert town.playground.traffic.entries(title="users.info")


def test_who_joined_while_wellmet_was_away_is_known_after_its_start(town: Town) -> None:
    town.stop()
    town.playground.join("Zoe Quist")
    town.wellmet = town.start()
    assert "Zoe Quist" in town.hears(town.member("Maya"), "met Zoe Quist yesterday").text
