"""Nudges and reminders as they look: within Slack's limits, complete in words, and proof against whatever was typed."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.facts import Kind, Person
from assistant.ids import NudgeId, PersonId, QuestionId, ReminderId
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.phrases.frame import Every, Frame, Intent
from assistant.reminders.record import Assumed, Reminder
from assistant.reply import (
    Candidate,
    Message,
    NudgeItem,
    NudgeLine,
    Nudges,
    NudgeShown,
    ReminderDue,
    ReminderForm,
    ReminderNoted,
    Reminders,
    WhenAsked,
)
from handlers.views import open_form, render
from playground.pings import pings
from playground.rules import faults_of_message, faults_of_view

AT = datetime(2026, 12, 8, 9, tzinfo=UTC)
TOM = Person(PersonId(2), Kind.MEMBER, "Tom Berger", title="Founder", organisation="Harbour Studio")


def reminder(
    topic: str = "the lease", words: str = "remind me about the lease", every: Every | None = None
) -> Reminder:
    return Reminder(
        ReminderId(5), PersonId(1), (TOM,), topic, date(2026, 12, 8), time(15), every, date(2026, 11, 1), words,
        frozenset(Assumed), AT,
    )  # fmt: skip


def nudge(deed: Deed = Deed.REMINDER, how: Ending | None = None) -> Nudge:
    state = State.SETTLED if how else State.SENT
    return Nudge(NudgeId(7), PersonId(1), deed, "reminder:5:1", AT, AT, state=state, how=how, sent_at=AT)


def due(topic: str = "the lease", words: str = "remind me about the lease", every: Every | None = None) -> ReminderDue:
    return ReminderDue(reminder(topic, words, every), (Candidate(TOM, 4, date(2026, 10, 20)),))


def message(*items: NudgeItem | None, how: Ending | None = None, last_call: bool = False) -> Nudges:
    unasked = Deed.MADE if any(isinstance(item, NudgeLine) for item in items) else Deed.REMINDER
    return Nudges(NudgeId(7), tuple(NudgeShown(nudge(unasked, how), item) for item in items), last_call)


SIX_WEEKS = Every(6, "week")


@pytest.mark.parametrize(
    "shown",
    [
        ReminderNoted(reminder(), (Candidate(TOM),)),
        ReminderNoted(reminder(every=SIX_WEEKS), (Candidate(TOM, 1, date(2026, 10, 20)),), again=True),
        Reminders(tuple(reminder() for _ in range(20)), more=True),
        Reminders(),
        WhenAsked(QuestionId(3), Frame(Intent.SET_REMINDER, topic="pay the venue")),
        message(*(due() for _ in range(10)), last_call=True),
        message(due(every=SIX_WEEKS), NudgeLine("Is your offer still so?"), None),
        *(message(due(), how=how) for how in Ending),
    ],
)
def test_every_message_is_one_that_slack_takes(shown: Message) -> None:
    said = render(shown)
    assert faults_of_message(said.blocks) == []
    assert said.text


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=4000), st.text(max_size=4000))
def test_whatever_was_typed_pings_nobody_and_breaks_nothing(topic: str, words: str) -> None:
    for shown in (
        ReminderNoted(reminder(topic, words), (Candidate(TOM),)),
        Reminders((reminder(topic, words),)),
        WhenAsked(QuestionId(3), Frame(Intent.SET_REMINDER, topic=topic)),
        message(due(topic, words)),
    ):
        said = render(shown)
        assert faults_of_message(said.blocks) == []
        assert not pings(said.text, said.blocks)


def test_a_reminder_says_who_they_are_when_you_met_and_what_you_said() -> None:
    text = render(message(due())).text
    assert "Tom Berger – the lease" in text
    assert "Founder, Harbour Studio – you met 4 times, last on Tue 20 Oct 2026" in text
    assert "You said: remind me about the lease" in text


def test_a_rhythm_says_how_long_it_has_been() -> None:
    assert "You haven't met Tom Berger for 7 weeks." in render(message(due(every=SIX_WEEKS))).text


def test_what_is_settled_has_no_buttons_and_says_how_it_ended() -> None:
    said = render(message(due(), how=Ending.DONE))
    assert not [block for block in said.blocks if block["type"] == "actions"]
    assert "Done." in said.text


def test_our_own_idea_says_that_it_is_not_repeated_and_a_reminder_does_not() -> None:
    assert "I won't ask about this again." in render(message(NudgeLine("Thank Sam."))).text
    assert "again" not in render(message(due())).text
    assert "resume nudges" in render(message(NudgeLine("Thank Sam."), last_call=True)).text


@pytest.mark.parametrize("present", [None, reminder(), reminder(every=Every(5, "day")), reminder(every=SIX_WEEKS)])
def test_the_form_is_one_that_slack_takes(present: Reminder | None) -> None:
    assert faults_of_view(open_form(ReminderForm(date(2026, 11, 24), present))) == []
