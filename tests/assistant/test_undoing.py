"""What was taken back last comes back: by sentence, by button, and on Home."""

import pytest

from assistant.buttons import Button
from assistant.reply import MeetingNoted, MeetingUndone, Refusal
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
