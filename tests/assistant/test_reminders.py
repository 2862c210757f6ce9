"""Reminders and rhythms, from the sentence to the moment they come, and everything that can happen between."""

from datetime import UTC, date, datetime, time

import pytest

from assistant.buttons import Button
from assistant.facts import Profile, Standing
from assistant.ids import AccountId
from assistant.nudges.record import Ending, State
from assistant.reply import (
    FormErrors,
    IsThatIt,
    Nudges,
    QuestionClosed,
    Refusal,
    ReminderDue,
    ReminderNoted,
    Reminders,
    WhenAsked,
)
from handlers.views import render
from tests.assistant.conftest import HERE, Talk

MAYA = "UMAYA"  # in London, where it is Tuesday 24 November 2026, 10:20


def at(day: int, hour: int = 9, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def comes(talk: Talk, moment: datetime) -> list[Nudges]:
    """The messages of nudges that stand when that moment has come."""
    talk.clock.moment = moment
    talk.work()
    return [message for message in talk.shown.values() if isinstance(message, Nudges)]


def says_yes(talk: Talk, words: str) -> object:
    """What comes of it; where Wellmet asks whether that was meant, it was."""
    answer = talk.says(MAYA, words)
    return talk.says(MAYA, "yes") if isinstance(answer, IsThatIt) else answer


def noted(message: object) -> ReminderNoted:
    assert isinstance(message, ReminderNoted), message
    return message


def test_a_reminder_is_read_back_and_comes_in_the_morning_of_its_day(talk: Talk) -> None:
    reminder = noted(talk.says(MAYA, "remind me to chase Tom in two weeks")).reminder
    assert (reminder.day, reminder.at) == (date(2026, 12, 8), None)
    assert [one.name for one in reminder.people] == ["Tom Berger"]
    assert not comes(talk, at(8, 8, 59, month=12))
    (message,) = comes(talk, at(8, month=12))
    (shown,) = message.items
    assert isinstance(shown.item, ReminderDue)
    assert shown.item.reminder.words == "remind me to chase Tom in two weeks"
    assert len(comes(talk, at(20, month=12))) == 1


def test_a_clock_time_that_was_said_is_kept(talk: Talk) -> None:
    assert noted(talk.says(MAYA, "remind me to call Linn tomorrow at 8pm")).reminder.at == time(20)
    assert not comes(talk, at(25, 19, 59))
    assert len(comes(talk, at(25, 20))) == 1


def test_a_reminder_for_a_sunday_comes_on_the_sunday(talk: Talk) -> None:
    assert noted(talk.says(MAYA, "remind me to call Linn on Sunday")).reminder.day == date(2026, 11, 29)
    assert len(comes(talk, at(29))) == 1


def test_without_a_moment_it_asks_and_takes_the_answer_by_button_or_typed(talk: Talk) -> None:
    for topic, answer, day in (
        ("her lamp", "button", date(2026, 11, 30)),
        ("her car", "on Friday", date(2026, 11, 27)),
        ("her shop", "in ten days", date(2026, 12, 4)),
    ):
        asked = talk.says(MAYA, f"remind me to call Linn about {topic}")
        assert isinstance(asked, WhenAsked), asked
        if answer == "button":
            talk.presses(MAYA, Button.WHEN, f"{asked.question}:week")
            reminder = noted(list(talk.shown.values())[-1]).reminder
        else:
            reminder = noted(talk.says(MAYA, answer)).reminder
        assert reminder.day == day
    asked = talk.says(MAYA, "remind me to call Linn about her roof")
    assert isinstance(talk.says(MAYA, "never mind"), QuestionClosed)


def test_a_moment_that_has_passed_is_refused(talk: Talk) -> None:
    assert isinstance(talk.says(MAYA, "remind me to call Linn today at 8am"), Refusal)


def test_today_without_an_hour_comes_in_an_hour_and_says_that_it_was_assumed(talk: Talk) -> None:
    reminder = noted(talk.says(MAYA, "remind me to call Linn today")).reminder
    assert (reminder.at, len(reminder.assumed)) == (time(11, 20), 1)
    assert len(comes(talk, at(24, 11, 20))) == 1


def test_done_and_snoozed_are_shown_in_the_message_that_told(talk: Talk) -> None:
    number = noted(talk.says(MAYA, "remind me to chase Tom tomorrow")).reminder.id
    comes(talk, at(25))
    talk.presses(MAYA, Button.SNOOZE, f"{number}:week")
    (message,) = comes(talk, at(25, 9, 1))
    assert message.items[0].nudge.how is Ending.SNOOZED
    first, second = comes(talk, at(30))
    assert second.items[0].nudge.state is State.SENT or second.items[0].nudge.how is None
    talk.presses(MAYA, Button.REMINDER_DONE, number)
    first, second = comes(talk, at(30, 9, 1))
    assert (first.items[0].nudge.how, second.items[0].nudge.how) == (Ending.SNOOZED, Ending.DONE)
    assert len(comes(talk, at(20, month=12))) == 2


def test_snooze_it_until_friday_is_understood_when_one_has_come(talk: Talk) -> None:
    talk.says(MAYA, "remind me to chase Tom tomorrow")
    comes(talk, at(25))
    for words, day in (("snooze it until Friday", 27), ("postpone it for a week", 2), ("remind me again tomorrow", 26)):
        assert noted(talk.says(MAYA, words)).reminder.day.day == day
    assert len(comes(talk, at(26))) == 2


def test_no_friday_sets_the_last_reminder_anew_and_cancel_takes_it_back(talk: Talk) -> None:
    talk.says(MAYA, "remind me to chase Tom tomorrow")
    assert noted(says_yes(talk, "no, make it Friday")).reminder.day == date(2026, 11, 27)
    assert not comes(talk, at(26, 17))
    assert noted(says_yes(talk, "cancel my reminder")).reminder.undone_at
    assert not comes(talk, at(28))


def test_undo_takes_it_back_and_put_back_lets_it_come(talk: Talk) -> None:
    number = noted(talk.says(MAYA, "remind me to chase Tom tomorrow")).reminder.id
    undone = noted(talk.says(MAYA, "undo"))
    assert undone.reminder.undone_at
    assert not comes(talk, at(25, 10))
    talk.presses(MAYA, Button.RESTORE, f"reminder:{number}")
    assert not comes(talk, at(25, 17)), "what would have come meanwhile comes the next day"
    assert len(comes(talk, at(26))) == 1


def test_the_list_and_the_form_change_them(talk: Talk) -> None:
    reminder = noted(talk.says(MAYA, "remind me to chase Tom tomorrow")).reminder
    talk.says(MAYA, "remind me to pay the venue on Friday")
    listed = talk.says(MAYA, "what reminders do I have?")
    assert isinstance(listed, Reminders)
    assert [one.day.day for one in listed.open] == [25, 27]
    changed = {"people": ("p:1",), "topic": "the lease", "day": "2026-12-03", "time": "15:00", "every": "once"}
    assert isinstance(talk.submits(MAYA, "reminder", reminder.id, 7, **changed), FormErrors), "somebody was faster"
    past = talk.submits(MAYA, "reminder", reminder.id, reminder.version, **{**changed, "day": "2026-11-23"})
    assert isinstance(past, FormErrors)
    assert talk.submits(MAYA, "reminder", reminder.id, reminder.version, **{**changed, "people": ()}) is None
    assert not [one for one in comes(talk, at(26)) if one]
    assert len(comes(talk, at(27))) == 1
    assert len(comes(talk, at(3, 15, month=12))) == 2


def test_what_is_due_in_one_morning_is_one_message(talk: Talk) -> None:
    talk.says(MAYA, "remind me to chase Tom on Friday")
    talk.says(MAYA, "remind me to pay the venue on Friday")
    (message,) = comes(talk, at(27))
    assert len(message.items) == 2


def test_another_s_reminder_cannot_be_touched(talk: Talk) -> None:
    number = noted(talk.says(MAYA, "remind me to chase Tom tomorrow")).reminder.id
    snooze, undo = (Button.SNOOZE, f"{number}:week"), (Button.UNDO, f"reminder:{number}")
    for button, of in ((Button.REMINDER_DONE, number), snooze, undo):
        assert isinstance(talk.presses("UTOM", button, of), Refusal)
    for forged in ("x", f"{number}:someday", "9" * 30, ""):
        assert isinstance(talk.presses(MAYA, Button.SNOOZE, forged), Refusal)
    assert len(comes(talk, at(25))) == 1


def test_a_member_who_travels_is_told_in_the_morning_of_where_they_are(talk: Talk) -> None:
    talk.says(MAYA, "remind me to chase Tom on Thursday")
    talk.says(MAYA, "remind me to call Linn on Thursday at 3pm")
    talk.desk.learn(HERE, [Profile(AccountId(MAYA), "Maya Patel", zone="America/New_York")])
    assert not comes(talk, at(26, 13, 59))
    assert len(comes(talk, at(26, 14))) == 1
    assert len(comes(talk, at(26, 15))) == 1, "three o'clock is three o'clock in New York"
    assert len(comes(talk, at(26, 20))) == 2


def test_who_left_is_told_nothing_more(talk: Talk) -> None:
    talk.says(MAYA, "remind me to chase Tom tomorrow")
    talk.desk.learn(HERE, [Profile(AccountId(MAYA), "Maya Patel", standing=Standing.DEACTIVATED)])
    assert not comes(talk, at(25))


def test_a_rhythm_counts_from_the_last_meeting_and_moves_with_each_new_one(talk: Talk) -> None:
    talk.says(MAYA, "met Tom Berger on 10 November")
    rhythm = noted(talk.says(MAYA, "catch up with Tom every 6 weeks"))
    assert rhythm.reminder.day == date(2026, 12, 22)
    assert rhythm.known[0].last_met == date(2026, 11, 10)
    talk.clock.moment = at(1, month=12)
    talk.says(MAYA, "met Tom Berger today")
    listed = talk.says(MAYA, "what reminders do I have?")
    assert isinstance(listed, Reminders)
    assert listed.open[0].day == date(2027, 1, 12)
    talk.says(MAYA, "undo")
    listed = talk.says(MAYA, "what reminders do I have?")
    assert isinstance(listed, Reminders)
    assert listed.open[0].day == date(2026, 12, 22)
    (message,) = comes(talk, at(22, month=12))
    assert isinstance(message.items[0].item, ReminderDue)
    assert not comes(talk, at(26, month=12))[1:]
    talk.says(MAYA, "met Tom Berger today")
    (message,) = comes(talk, at(26, 9, 5, month=12))
    assert message.items[0].nudge.how is Ending.DONE
    assert len(comes(talk, datetime(2027, 2, 5, 12, tzinfo=UTC))) == 1
    assert len(comes(talk, datetime(2027, 2, 8, 9, tzinfo=UTC))) == 2, "6 weeks after the 26th is a Saturday"


def test_a_rhythm_that_nobody_answers_comes_again_one_period_later(talk: Talk) -> None:
    talk.says(MAYA, "catch up with Tom every 2 weeks")
    assert len(comes(talk, at(8, month=12))) == 1
    assert len(comes(talk, at(22, month=12))) == 2
    talk.says(MAYA, "catch up with Tom every month")
    listed = talk.says(MAYA, "what reminders do I have?")
    assert isinstance(listed, Reminders)
    assert len(listed.open) == 1


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("remind me to call Tom on Friday", "call Tom Berger"),
        ("remind me to call Tom about the van on Friday", "call Tom Berger about the van"),
        ("remind me to send Tom the proofs on Friday", "send Tom Berger the proofs"),
        ("don't let me forget to thank Tom on Friday", "thank Tom Berger"),
        ("remind me to follow up with Tom and Linn on Friday", "follow up with Tom Berger and Linn O'Carroll"),
        ("remind me to call <@UTOM|tom> on Friday", "call Tom Berger"),
        ("remind me about Tom on Friday", "Tom Berger"),
    ],
)
def test_a_reminder_is_read_back_in_the_words_of_who_asked_for_it(talk: Talk, words: str, reads: str) -> None:
    answer = says_yes(talk, words)
    assert isinstance(answer, ReminderNoted)
    assert render(answer).text.startswith(f"I'll remind you on Fri 27 Nov 2026: {reads}.\n")


def test_about_somebody_else_the_words_name_them(talk: Talk) -> None:
    says_yes(talk, "remind me to call Tom on Friday")
    assert ": call Linn O'Carroll." in render(talk.says(MAYA, "I meant Linn")).text
