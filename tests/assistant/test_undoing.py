"""What was taken back last comes back: by sentence, by button, and on Home."""

from datetime import date

import pytest

from assistant.buttons import Button
from assistant.introductions.record import Stage
from assistant.reply import IntroductionShown, IsThatIt, MeetingNoted, MeetingUndone, Message, Refusal
from tests.assistant.conftest import HERE, Talk


@pytest.mark.parametrize("words", ["put it back", "redo", "Restore that, please.", "undo the undo"])
def test_what_was_undone_last_is_put_back_by_saying_so(talk: Talk, words: str) -> None:
    talk.says("UMAYA", "met Linn yesterday")
    talk.says("UMAYA", "met Tom yesterday")
    assert isinstance(talk.says("UMAYA", "undo that"), MeetingUndone)
    assert isinstance(talk.says("UMAYA", "undo"), MeetingUndone)
    back = talk.says("UMAYA", words)
    assert isinstance(back, MeetingNoted)
    assert [person.name for person in back.meeting.people] == ["Linn O'Carroll"]
    again = talk.says("UMAYA", words)
    assert isinstance(again, MeetingNoted)
    assert [person.name for person in again.meeting.people] == ["Tom Berger"]
    assert isinstance(talk.says("UMAYA", words), Refusal)


def test_home_offers_to_put_back_what_was_undone_there_until_something_new_is_noted(talk: Talk) -> None:
    talk.desk.look(HERE, "UMAYA")  # type: ignore[arg-type]
    talk.work()
    noted = talk.says("UMAYA", "Tom yesterday", command="/met")
    assert isinstance(noted, MeetingNoted)
    talk.presses("UMAYA", Button.UNDO, f"meeting:{noted.meeting.id}")
    undone = talk.homes["UMAYA"].undone
    assert isinstance(undone, MeetingUndone)
    talk.presses("UMAYA", Button.RESTORE, f"meeting:{noted.meeting.id}")
    assert talk.homes["UMAYA"].undone is None
    assert talk.homes["UMAYA"].total == 1
    talk.presses("UMAYA", Button.UNDO, f"meeting:{noted.meeting.id}")
    talk.clock.forward(minutes=1)
    talk.says("UMAYA", "met Linn today")
    assert talk.homes["UMAYA"].undone is None


def says(talk: Talk, words: str) -> Message:
    """The answer, past the question whether it was understood."""
    answer = talk.says("UMAYA", words)
    return talk.says("UMAYA", "yes") if isinstance(answer, IsThatIt) else answer


def noted(talk: Talk) -> IntroductionShown:
    """An introduction made elsewhere, told of a moment ago."""
    shown = says(talk, "Sam Okafor introduced me to Tom last week about maps")
    assert isinstance(shown, IntroductionShown)
    return shown


def test_a_noted_introduction_is_set_right_by_its_day_and_by_the_one_whose_name_begins_alike(talk: Talk) -> None:
    noted(talk)
    said = says(talk, "no, it was on Friday")
    assert isinstance(said, IntroductionShown)
    assert said.introduction.made_at
    assert said.introduction.made_at.date() == date(2026, 11, 20)
    meant = says(talk, "I meant Sam Tanner")
    assert isinstance(meant, IntroductionShown)
    assert meant.connector
    assert meant.connector.name == "Sam Tanner"
    assert meant.target
    assert meant.target.name == "Tom Berger"


def test_whose_place_somebody_takes_is_not_guessed(talk: Talk) -> None:
    noted(talk)
    assert isinstance(says(talk, "I meant Linn"), Refusal)


def test_a_noted_introduction_that_was_undone_is_put_back(talk: Talk) -> None:
    before = noted(talk)
    says(talk, "undo that")
    again = says(talk, "put it back")
    assert isinstance(again, IntroductionShown)
    assert (again.introduction.id, again.introduction.stage) == (before.introduction.id, Stage.INTRODUCED)
