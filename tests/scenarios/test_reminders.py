"""Asked to be reminded, and reminded: with what is known, at the hour that suits, and never in do-not-disturb."""

from datetime import UTC, datetime, timedelta

from tests.scenarios.conftest import Town
from tests.scenarios.test_introductions import last, private, says


def until(town: Town, moment: datetime) -> None:
    """Let it be that moment, and all be done that is due."""
    town.clock.moment = moment
    town.wellmet.worker.wake()
    assert town.wellmet.worker.settle()


def test_a_reminder_comes_back_with_what_you_should_know_and_is_snoozed_and_done(town: Town) -> None:
    maya = town.member("Maya")
    says(town, maya, "met Tom Berger on 10 November about the harbour studio")
    noted = says(town, maya, "remind me to chase Tom on Friday")
    assert "I'll remind you on Fri 27 Nov 2026: chase Tom Berger." in noted.text
    town.restart()
    until(town, datetime(2026, 11, 27, 8, 59, tzinfo=UTC))
    assert "Reminder:" not in private(maya)
    until(town, datetime(2026, 11, 27, 9, tzinfo=UTC))
    told = last(town, maya, "Reminder: chase Tom Berger.")
    assert "you met once, on Tue 10 Nov 2026" in told.text
    assert "You said: remind me to chase Tom on Friday" in told.text
    maya.press(told, "Next week")
    town.until(lambda: "It comes again later." in private(maya))
    until(town, datetime(2026, 11, 30, 9, tzinfo=UTC))
    again = town.until(lambda: [m for m in maya.messages() if m.from_app and m.text.startswith("Reminder:")][1:])[0]
    maya.press(again, "Done")
    town.until(lambda: "Done." in private(maya))
    maya.open_home()
    assert "Reminders" not in town.until(maya.home).words


def test_nothing_comes_in_do_not_disturb_and_afterwards_it_does(town: Town) -> None:
    maya = town.member("Maya")
    says(town, maya, "remind me to chase Tom on Friday")
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    maya.do_not_disturb(int(datetime(2026, 11, 27, 6, tzinfo=UTC).timestamp()), int(noon.timestamp()))
    until(town, datetime(2026, 11, 27, 9, tzinfo=UTC))
    assert "Reminder:" not in private(maya)
    until(town, noon)
    last(town, maya, "Reminder: chase Tom Berger.")


def test_keeping_in_touch_counts_from_the_last_meeting_and_says_how_long_it_was(town: Town) -> None:
    maya = town.member("Maya")
    says(town, maya, "met Tom Berger on 10 November")
    noted = says(town, maya, "I want to catch up with Tom every 6 weeks")
    assert "next on Tue 22 Dec 2026" in noted.text
    until(town, datetime(2026, 12, 22, 9, tzinfo=UTC))
    last(town, maya, "You haven't met Tom Berger for 6 weeks.")
    says(town, maya, "met Tom Berger today")
    until(town, datetime(2026, 12, 22, 9, 1, tzinfo=UTC))
    assert "You met Tom Berger again, on Tue 22 Dec 2026." in private(maya)


def test_settings_by_sentence_say_what_holds_and_are_taken_back(town: Town) -> None:
    maya = town.member("Maya")
    noted = says(town, maya, "stop nudging me until Monday")
    assert "No nudges before Mon 30 Nov 2026" in noted.text
    maya.press(noted, "Undo")
    town.until(lambda: "Taken back: no nudges before Mon 30 Nov 2026" in private(maya))


def test_two_reminders_of_one_morning_are_one_message_though_slack_s_answer_is_lost(town: Town) -> None:
    maya = town.member("Maya")
    for name in ("Tom", "Linn"):
        says(town, maya, f"remind me to chase {name} on Friday")
    town.playground.faults.next("chat.postMessage", "drop_after")
    morning = datetime(2026, 11, 27, 9, tzinfo=UTC)
    for minutes in range(4):  # as often as it may be tried again
        until(town, morning + timedelta(minutes=minutes))
    told = [message for message in maya.messages() if message.from_app and message.text.startswith("Reminder:")]
    assert len(told) == 1
    assert "Tom Berger" in told[0].text
    assert "Linn O'Carroll" in told[0].text


def test_of_two_reminders_about_somebody_the_one_pressed_is_called_off(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "remind me to chase Tom on Friday")
    town.hears(maya, "remind me to call Tom on Monday")
    town.hears(maya, "met Linn today")
    asked = town.hears(maya, "cancel my reminder about Tom")
    assert "Which of these is to be called off?" in asked.text
    maya.press(asked, "The second")
    town.until(lambda: "Taken back, and it won't come: chase Tom Berger" in asked.text)
    assert "Mon 30 Nov" in town.hears(maya, "show my reminders").text
