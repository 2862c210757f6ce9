"""What is said in a word or two: the settings, a file, a reminder that came, a note to the last meeting."""

import pytest

from assistant.reply import (
    AllNoted,
    ExportOffered,
    MeetingNoted,
    Refusal,
    ReminderDue,
    ReminderNoted,
    Reminders,
    SettingsShown,
)
from assistant.said import Surface
from handlers.views import render
from tests.assistant.conftest import Talk


@pytest.mark.parametrize("words", ["show my settings", "Settings", "what are my settings?"])
def test_settings_are_shown_as_they_are(talk: Talk, words: str) -> None:
    talk.says("UMAYA", "quiet hours from 12 to 2pm")
    shown = talk.says("UMAYA", words)
    assert isinstance(shown, SettingsShown)
    assert "not from 12:00 to 14:00" in render(shown).text
    assert "Settings" in str(render(shown).blocks)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("export csv", "CSV tables"), ("export as vcard", "vCards"), ("export my data as a spreadsheet", "CSV tables"),
        ("send me my contacts as vCards", "vCards"), ("export json", "JSON"), ("export", "JSON"),
    ],
)  # fmt: skip
def test_the_file_comes_in_the_form_asked_for(talk: Talk, words: str, kind: str) -> None:
    for shown in (talk.says("UMAYA", words), talk.says("UMAYA", words, Surface.COMMAND, "/wellmet")):
        assert isinstance(shown, ExportOffered)
        assert kind in render(shown).text.partition(".")[0]


def test_a_note_is_added_to_the_meeting_written_down_last(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom yesterday")
    talk.says("UMAYA", "met Linn at the fair on 3 November")
    talk.says("UMAYA", "add a note: bring the plans")
    noted = [one.meeting for one in talk.shown.values() if isinstance(one, MeetingNoted) and one.meeting.notes]
    assert {(one.people[0].name, one.notes) for one in noted} == {("Linn O'Carroll", "bring the plans")}


def test_a_note_without_a_meeting_is_refused_with_the_way_to_one(talk: Talk) -> None:
    said = talk.says("UMAYA", "add a note: bring the plans")
    assert isinstance(said, Refusal)
    assert "no meeting to add it to" in said.why


@pytest.mark.parametrize("words", ["done", "Done!", "it's done", "did it", "mark it as done"])
def test_done_settles_the_reminder_that_just_came(talk: Talk, words: str) -> None:
    talk.says("UMAYA", "remind me to call Tom in 5 minutes")
    talk.clock.forward(minutes=10)
    talk.work()
    talk.says("UMAYA", words)
    assert any(isinstance(one, ReminderNoted) and "Done" in render(one).text for one in talk.shown.values())


def test_done_settles_nothing_that_has_not_come_or_came_long_ago(talk: Talk) -> None:
    talk.says("UMAYA", "remind me to call Tom tomorrow at 10")
    assert not isinstance(talk.says("UMAYA", "done"), ReminderNoted | ReminderDue)
    talk.clock.forward(days=4)
    talk.work()
    talk.clock.forward(days=2)
    assert not isinstance(talk.says("UMAYA", "done"), ReminderNoted | ReminderDue)


@pytest.mark.parametrize("words", ["when is my next reminder?", "what's my next reminder", "next reminder"])
def test_the_next_reminder_is_asked_for(talk: Talk, words: str) -> None:
    talk.says("UMAYA", "remind me to call Tom tomorrow at 10")
    shown = talk.says("UMAYA", words)
    assert isinstance(shown, Reminders)
    assert "call Tom Berger" in render(shown).text


@pytest.mark.parametrize("words", ["who sent me business?", "Who has sent me any clients?", "who referred me work"])
def test_who_sent_business_is_the_list_of_referrals(talk: Talk, words: str) -> None:
    talk.says("UMAYA", "Tom sent me a client, Hofmann Bakery, worth €2,500")
    shown = talk.says("UMAYA", words)
    assert isinstance(shown, AllNoted)
    assert "Tom Berger sent you a client, Hofmann Bakery" in render(shown).text


def test_words_of_thanks_are_led_to_and_a_suggestion_is_not_left_hanging_in_lists(talk: Talk) -> None:
    talk.says("UMAYA", "Linn for the portraits", Surface.COMMAND, "/thanks")
    assert any("thanks you, in these words:\nthe portraits" in render(one).text for one in talk.shown.values())
    talk.says("ULINN", "I'm looking for a photographer")
    listed = render(talk.says("ULINN", "show everything I noted")).text
    assert "a photographer" in listed
    assert "This may fit" not in listed
