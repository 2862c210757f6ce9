"""A sentence that waits for an answer is set right itself; what was noted before stays as it is."""

import pytest

from assistant.asked import Ending
from assistant.facts import Person
from assistant.phrases.frame import Role
from assistant.reply import (
    IntroductionShown,
    IsThatIt,
    ListingNoted,
    MeetingNoted,
    MeetingUndone,
    QuestionClosed,
    ReminderNoted,
    ThanksNoted,
    WhichPerson,
    WhichRecord,
    WhyAsked,
)
from tests.assistant.conftest import Talk
from tests.assistant.test_correcting import heard, reads, says, shown_at

THANKS = "thank Sam Okafor for the intro to Linn"
REQUEST = "introduce me to Sam Tanner"


@pytest.fixture
def noted(talk: Talk) -> Talk:
    """A reminder was noted last."""
    says(talk, "remind me to call the bank on Monday")
    talk.clock.forward(minutes=2)
    return talk


def reminder(talk: Talk) -> str:
    """Its day."""
    first, *_ = [one for one in talk.shown.values() if isinstance(one, ReminderNoted)]
    return f"{first.reminder.day:%A}"


def named(people: tuple[Person, ...]) -> list[str]:
    return [one.name for one in people]


def test_another_person_is_read_into_the_sentence_and_that_is_asked_about(noted: Talk) -> None:
    asked = noted.says("UMAYA", THANKS)
    assert isinstance(asked, IsThatIt)
    anew = noted.says("UMAYA", "I meant Sam Tanner")
    assert isinstance(anew, IsThatIt)
    assert [one.text for one in anew.said.people[Role.TO]] == ["Sam Tanner"]
    assert [one.text for one in anew.said.people[Role.INTRODUCED]] == ["Linn"]
    thanks = says(noted, "yes")
    assert isinstance(thanks, ThanksNoted)
    assert [one.person.name for one in thanks.to] == ["Sam Tanner"]
    closed = [one for one in noted.shown.values() if isinstance(one, QuestionClosed)]
    assert [one.ending for one in closed] == [Ending.ANSWERED, Ending.ANSWERED], "neither waits any more"
    assert reminder(noted) == "Monday"


def test_what_does_not_fit_changes_nothing_and_is_answered_with_the_question(noted: Talk) -> None:
    asked = noted.says("UMAYA", REQUEST)
    assert isinstance(asked, IsThatIt)
    assert noted.says("UMAYA", "no, make it Friday") == asked
    assert noted.says("UMAYA", "make it £300") == asked
    assert reminder(noted) == "Monday"
    assert isinstance(noted.says("UMAYA", "yes"), WhyAsked)


def test_while_the_reason_is_asked_for_another_person_is_no_reason(noted: Talk) -> None:
    assert isinstance(says(noted, REQUEST), WhyAsked)
    asked = noted.says("UMAYA", "no, make it Friday")
    assert isinstance(asked, WhyAsked)
    asked = noted.says("UMAYA", "I meant Tom")
    assert isinstance(asked, WhyAsked)
    assert [one.text for one in asked.said.people[Role.TARGET]] == ["Tom"]
    shown = noted.says("UMAYA", "it's about paper")
    assert isinstance(shown, IntroductionShown)
    assert shown.target
    assert (shown.target.name, shown.introduction.why) == ("Tom Berger", "it's about paper")
    assert reminder(noted) == "Monday"


def test_while_it_is_asked_who_is_meant_the_day_and_the_person_may_be_said_anew(noted: Talk) -> None:
    assert isinstance(noted.says("UMAYA", "met Sam yesterday"), WhichPerson)
    asked = noted.says("UMAYA", "no, it was Friday")
    assert isinstance(asked, WhichPerson)
    met = noted.says("UMAYA", "sorry, I meant Tom")
    assert isinstance(met, MeetingNoted)
    assert named(met.meeting.people) == ["Tom Berger"]
    assert f"{met.meeting.when.start:%A}" == "Friday"
    assert reminder(noted) == "Monday"


def test_a_name_that_was_answered_already_stays_answered(talk: Talk) -> None:
    assert isinstance(talk.says("UMAYA", "met Sam and Alex yesterday"), WhichPerson)
    talk.says("UMAYA", "the second")
    met = talk.says("UMAYA", "I meant Tom")
    assert isinstance(met, MeetingNoted)
    assert named(met.meeting.people) == ["Sam Tanner", "Tom Berger"]


def test_the_day_of_what_waits_for_the_choice_of_a_record(talk: Talk) -> None:
    says(talk, "remind me to chase Tom on Friday")
    says(talk, "remind me to call Tom on Monday")
    says(talk, "met Linn today")
    assert isinstance(says(talk, "move my reminder about Tom to Tuesday"), WhichRecord)
    assert isinstance(says(talk, "no, make it Wednesday"), WhichRecord)
    moved = says(talk, "the first")
    assert isinstance(moved, ReminderNoted)
    assert f"{moved.reminder.day:%A}" == "Wednesday"


def test_undo_drops_the_sentence_first_and_then_takes_back_what_was_noted(talk: Talk) -> None:
    says(talk, "met Linn yesterday")
    talk.clock.forward(minutes=2)
    assert isinstance(talk.says("UMAYA", THANKS), IsThatIt)
    closed = talk.says("UMAYA", "undo that")
    assert isinstance(closed, QuestionClosed)
    assert closed.ending is Ending.DROPPED
    assert isinstance(talk.says("UMAYA", "undo that"), MeetingUndone)


def test_what_was_noted_after_the_question_is_what_is_spoken_of(talk: Talk) -> None:
    assert isinstance(talk.says("UMAYA", THANKS), IsThatIt)
    says(talk, "met Linn yesterday")
    right = says(talk, "no, it was Friday")
    assert isinstance(right, MeetingNoted)
    assert f"{right.meeting.when.start:%A}" == "Friday"


def test_what_names_a_record_is_about_that_record(noted: Talk) -> None:
    assert isinstance(noted.says("UMAYA", THANKS), IsThatIt)
    moved = noted.says("UMAYA", "move my reminder about the bank to Friday")
    assert isinstance(moved, ReminderNoted)
    assert reminder(noted) == "Friday"


def test_a_correction_that_waits_gives_way_to_the_next(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    first = talk.says("UMAYA", "for small restaurants")
    assert isinstance(first, IsThatIt)
    anew = talk.says("UMAYA", "no, I meant wedding cakes")
    assert isinstance(anew, IsThatIt)
    assert anew.said.topic == "wedding cakes"
    noted = talk.says("UMAYA", "yes")
    assert isinstance(noted, ListingNoted)
    assert (noted.listing.words, noted.listing.audience) == ("wedding cakes", "")


def test_while_an_old_record_is_asked_about_another_correction_changes_it_no_more_than_the_first(talk: Talk) -> None:
    says(talk, "thank Tom for the help with the fair")
    talk.clock.forward(days=4)
    assert isinstance(talk.says("UMAYA", "this is Linn"), WhichRecord)
    assert isinstance(talk.says("UMAYA", "I meant Sam Tanner"), WhichRecord)
    thanks = says(talk, "yes")
    assert isinstance(thanks, ThanksNoted)
    assert [one.person.name for one in thanks.to] == ["Sam Tanner"]


def test_in_a_thread_it_goes_on_to_be_the_record_of_the_thread(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    thread = shown_at(talk, ListingNoted)
    says(talk, "I do portraits")
    waits = heard(talk, "for small restaurants", thread)
    assert isinstance(waits, IsThatIt)
    assert isinstance(talk.says("UMAYA", "no, I meant wedding cakes"), IsThatIt)
    noted = talk.says("UMAYA", "yes")
    assert isinstance(noted, ListingNoted)
    assert noted.listing.words == "wedding cakes"
    assert "portraits" in reads(talk, "show my offers")
