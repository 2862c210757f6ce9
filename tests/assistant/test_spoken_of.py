"""What a correction means that names no record: what was noted a moment ago; later it is shown and asked about."""

import pytest

from assistant.buttons import Button
from assistant.reply import (
    IsThatIt,
    ListingRemoved,
    MeetingNoted,
    MeetingUndone,
    Noted,
    QuestionClosed,
    ReferralShown,
    Refusal,
    ReminderNoted,
    WhichRecord,
)
from tests.assistant.conftest import Talk
from tests.assistant.test_correcting import REFERRAL, reads, says, shown_at


def asked(talk: Talk, words: str) -> str:
    """What Wellmet shows and asks whether it is the one."""
    which = talk.says("UMAYA", words)
    one: object = which.record if isinstance(which, IsThatIt) else None
    if one is None:
        assert isinstance(which, WhichRecord), which
        (one,) = which.records
    return one.record.key.split(":")[0] if isinstance(one, Noted) else "meeting"


@pytest.mark.parametrize(
    ("first", "chance", "kind"),
    [
        (REFERRAL, "he said no", "referral"), (REFERRAL, "we won", "referral"),
        ("thank Tom for the help with the fair", "this is Linn", "thanks"),
        ("met Tom on Monday", "cancel the meeting", "meeting"), ("met Tom on Monday", "delete that", "meeting"),
        ("remind me to chase Tom on 4 December", "no, make it Friday", "reminder"),
        ("could somebody introduce me to Sam Tanner about fonts?", "cancel it, I found someone", "introduction"),
    ],
)  # fmt: skip
def test_weeks_later_a_chance_sentence_moves_nothing_before_a_yes(
    talk: Talk, first: str, chance: str, kind: str
) -> None:
    says(talk, first)
    before = dict(talk.shown)
    talk.clock.forward(days=4)
    assert asked(talk, chance) == kind
    assert isinstance(says(talk, "no"), QuestionClosed)
    assert all(talk.shown[message] == stood for message, stood in before.items())


def test_within_the_hour_it_is_what_was_noted_last_and_after_it_it_is_asked(talk: Talk) -> None:
    says(talk, "met Tom yesterday")
    talk.clock.forward(minutes=50)
    assert isinstance(says(talk, "no, it was about maps"), MeetingNoted)
    talk.clock.forward(minutes=10)
    assert asked(talk, "no, it was about prints") == "meeting"
    assert "about prints" in reads(talk, "yes")


@pytest.mark.parametrize("words", ["undo", "undo that", "Oops, please undo it."])
def test_undo_alone_takes_back_the_last_one_at_any_age(talk: Talk, words: str) -> None:
    says(talk, "met Tom yesterday")
    talk.clock.forward(days=30)
    assert isinstance(says(talk, words), MeetingUndone)


def test_a_name_or_a_thread_tells_which_at_any_age(talk: Talk) -> None:
    says(talk, "remind me to chase Tom on 4 December")
    says(talk, REFERRAL)
    shown = shown_at(talk, ReferralShown)
    talk.clock.forward(days=4)
    assert isinstance(says(talk, "they signed", shown), ReferralShown)
    assert isinstance(says(talk, "delete my reminder"), ReminderNoted)
    assert isinstance(says(talk, "delete the referral from Tom"), ReferralShown)


def test_of_several_of_a_kind_the_last_is_meant_only_while_it_is_fresh_or_asked_for(talk: Talk) -> None:
    says(talk, "remind me to chase Tom on 4 December")
    says(talk, "remind me to call Linn on 7 December")
    talk.clock.forward(hours=2)
    which = says(talk, "cancel my reminder")
    assert isinstance(which, WhichRecord)
    assert len(which.records) == 2
    says(talk, "never mind")
    gone = says(talk, "delete the last reminder")
    assert isinstance(gone, ReminderNoted)
    assert [one.name for one in gone.reminder.people] == ["Linn O'Carroll"]


def test_a_meeting_is_moved_in_a_calendar_so_whether_its_note_has_that_day_is_asked(talk: Talk) -> None:
    says(talk, "met Tom yesterday about maps")
    assert asked(talk, "move my meeting with Tom to Friday") == "meeting"
    right = says(talk, "yes")
    assert isinstance(right, MeetingNoted)
    assert f"{right.meeting.when.start:%a %-d %b}" == "Fri 20 Nov"
    assert isinstance(says(talk, "no, it was Thursday"), MeetingNoted)


def test_what_the_other_one_wrote_is_not_taken_back_and_that_says_who_wrote_it(talk: Talk) -> None:
    noted = talk.says("UTOM", "Maya sent me a client, Hofmann Bakery, worth €2,500")
    assert isinstance(noted, ReferralShown)
    talk.presses("UMAYA", Button.CONFIRM, f"referral:{noted.referral.id}")
    assert "Tom Berger wrote that down" in reads(talk, "delete the referral to Tom")
    assert "Tom Berger wrote that down" in reads(talk, "delete the referral of Hofmann Bakery")
    assert "I find no such referral" in reads(talk, "delete the referral to Linn")


def test_what_is_needed_no_longer_is_no_offer(talk: Talk) -> None:
    says(talk, "I do wedding photography")
    assert isinstance(says(talk, "I no longer need photography"), Refusal)
    assert "wedding photography" in reads(talk, "show my offers")
    assert isinstance(says(talk, "cancel that"), ListingRemoved)
