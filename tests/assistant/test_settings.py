"""What members choose: by sentence, button and form; what holds then, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from assistant.buttons import Button
from assistant.decent import hours_of, is_decent
from assistant.facts import Preferences, Profile
from assistant.ids import AccountId
from assistant.nudges.plan import plan
from assistant.nudges.record import Deed, Ending
from assistant.reply import FormErrors, IsThatIt, Matter, Refusal, SettingsForm, SettingsNoted, Subject, WorkspaceForm
from handlers.views import render
from tests.assistant.conftest import HERE, Talk

MAYA = "UMAYA"  # in London, where it is Tuesday 24 November 2026, 10:20


def chosen(talk: Talk) -> Preferences:
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId(MAYA))
        assert maya
        return ledger.preferences.of(maya.id)


def says(talk: Talk, words: str) -> object:
    """What Wellmet answers; where it asks whether that was meant, it was."""
    answer = talk.says(MAYA, words)
    return talk.says(MAYA, "yes") if isinstance(answer, IsThatIt) else answer


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("stop nudging me until Monday", {"nudges_from": date(2026, 11, 30)}),
        ("pause nudges for two weeks", {"nudges_from": date(2026, 12, 8)}),
        ("pause nudges", {"nudges_from": date(2026, 12, 1)}),
        ("stop nudging me", {"nudges_stopped": True}),
        ("quiet hours from 6pm to 9am", {"quiet_from": time(18), "quiet_until": time(9)}),
        ("quiet hours 18 to 9", {"quiet_from": time(18), "quiet_until": time(9)}),
        ("no messages before 10am", {"hours_from": time(10)}),
        ("don't disturb me between 12 and 2", {"quiet_from": time(12), "quiet_until": time(14)}),
        ("only nudge me once a week", {"nudges_a_week": 1}),
        ("don't ask me for introductions until January", {"rests_until": date(2027, 1, 1)}),
        ("stop asking me for introductions", {"asks_a_month": 0}),
    ],
)
def test_a_sentence_changes_it_and_undo_changes_it_back(talk: Talk, words: str, holds: dict[str, object]) -> None:
    answer = says(talk, words)
    assert isinstance(answer, SettingsNoted), answer
    assert chosen(talk) == replace(Preferences(), **holds)  # type: ignore[arg-type]
    undone = talk.says(MAYA, "undo")
    assert isinstance(undone, SettingsNoted)
    assert undone.change.undone
    assert chosen(talk) == Preferences()
    talk.presses(MAYA, Button.RESTORE, f"settings:{answer.change.id}")
    assert chosen(talk) == replace(Preferences(), **holds)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "gone", "now"),
    [
        ("stop nudging me until Monday", "no nudges before Mon 30 Nov 2026", "at most 2 nudges a week."),
        ("stop nudging me", "I say nothing of my own accord.", "at most 2 nudges a week."),
        ("quiet hours from 6pm to 9am", "but not from 18:00 to 09:00", "from 09:00 to 17:30, by your own clock."),
        ("don't ask me for introductions until January", "introductions before Fri 1 Jan 2027", "at most 2 requests"),
    ],
)
def test_what_was_taken_back_is_named_and_so_is_what_holds_now(talk: Talk, words: str, gone: str, now: str) -> None:
    says(talk, words)
    taken_back, holds, *_ = render(talk.says(MAYA, "undo")).text.splitlines()
    assert taken_back.startswith("Taken back: ")
    assert gone in taken_back
    assert holds.startswith("Now: ")
    assert now in holds


def test_resume_and_open_again_take_back_what_was_stopped(talk: Talk) -> None:
    for words in ("stop nudging me", "stop asking me for introductions"):
        says(talk, words)
    says(talk, "resume nudges")
    says(talk, "I'm open for introductions again")
    assert chosen(talk) == Preferences(nudges_since=talk.clock.now())


def test_a_change_is_taken_back_only_while_it_holds(talk: Talk) -> None:
    first = says(talk, "stop nudging me")
    assert isinstance(first, SettingsNoted)
    says(talk, "quiet hours from 6pm to 9am")
    assert isinstance(talk.presses(MAYA, Button.UNDO, f"settings:{first.change.id}"), Refusal)
    assert isinstance(talk.presses("UTOM", Button.UNDO, f"settings:{first.change.id}"), Refusal)


def test_hours_that_leave_no_time_are_refused(talk: Talk) -> None:
    assert isinstance(says(talk, "quiet hours from 8am to 8pm"), Refusal)
    assert chosen(talk) == Preferences()


def fields(**more: object) -> dict[str, object]:
    usual = {"shows": ("ties",), "days": tuple("01234"), "from": "09:00", "until": "17:30"}
    return {**usual, **more}


def test_the_form_keeps_what_it_says_and_what_it_does_not_show(talk: Talk) -> None:
    says(talk, "stop nudging me until Monday")
    assert isinstance(talk.presses(MAYA, Button.SETTINGS, ""), SettingsForm)
    form = fields(nudges="1", days=("1", "2"), quiet_from="12:00", quiet_until="14:00")
    assert talk.submits(MAYA, "settings", **form) is None
    held = chosen(talk)
    assert held.nudges_from == date(2026, 11, 30)
    assert (held.nudges_a_week, held.days, held.hours_from) == (1, (1, 2), None)
    assert (held.quiet_from, held.quiet_until) == (time(12), time(14))
    shown = list(talk.shown.values())[-1]
    assert isinstance(shown, SettingsNoted)


@pytest.mark.parametrize(
    "wrong",
    [
        {"nudges": "many"},
        {"nudges": "21"},
        {"quiet_from": "12:00"},
        {"from": "17:00", "until": "09:00"},
        {"quiet_from": "08:00", "quiet_until": "18:00"},
        {"rests": "soon"},
    ],
)
def test_what_is_wrong_with_the_form_is_said(talk: Talk, wrong: dict[str, object]) -> None:
    assert isinstance(talk.submits(MAYA, "settings", **fields(**wrong)), FormErrors)
    assert chosen(talk) == Preferences()


def test_admins_choose_for_everybody_and_nobody_else_does(talk: Talk) -> None:
    assert isinstance(talk.presses(MAYA, Button.WORKSPACE_SETTINGS, ""), Refusal)
    assert isinstance(talk.submits(MAYA, "workspace", **fields(asks="3", nudges="1")), FormErrors)
    talk.desk.learn(HERE, [Profile(AccountId(MAYA), "Maya Patel", zone="Europe/London", admin=True)])
    assert isinstance(talk.presses(MAYA, Button.WORKSPACE_SETTINGS, ""), WorkspaceForm)
    form = {**fields(asks="3", nudges="1"), "from": "08:00"}
    assert talk.submits(MAYA, "workspace", **form) is None
    with talk.memory.read(HERE) as ledger:
        settings = ledger.preferences.workspace()
        assert (settings.asks_a_month, settings.nudges_a_week, settings.hours_from) == (3, 1, time(8))
        assert is_decent(datetime(2026, 11, 24, 8, tzinfo=UTC), "UTC", hours_of(Preferences(), settings))
    assert isinstance(talk.submits(MAYA, "workspace", **{**form, "until": "07:00"}), FormErrors)


def test_reminders_come_while_nudges_are_stopped(talk: Talk) -> None:
    says(talk, "stop nudging me")
    talk.says(MAYA, "remind me to chase Tom tomorrow")
    before = len(talk.shown)
    talk.clock.moment = datetime(2026, 11, 25, 9, tzinfo=UTC)
    talk.work()
    assert len(talk.shown) == before + 1


def test_our_own_ideas_are_dropped_for_good_while_stopped_and_home_has_the_way_back(talk: Talk) -> None:
    with talk.memory.write(HERE) as ledger:
        maya = ledger.people.by_account(AccountId(MAYA))
        assert maya
        nudge = plan(maya, Deed.MATCH, Matter(Subject.MEETING, 1), talk.clock.now(), ledger, talk.clock.now())
    says(talk, "stop nudging me")
    talk.desk.look(HERE, AccountId(MAYA))
    talk.work()
    muted = talk.homes[MAYA].muted
    assert muted and muted.stopped
    talk.clock.moment += timedelta(days=2)
    talk.work()
    with talk.memory.read(HERE) as ledger:
        assert nudge
        present = ledger.nudges.get(nudge.id)
        assert present and present.how is Ending.STOPPED
    talk.presses(MAYA, Button.RESUME_NUDGES, "")
    assert talk.homes[MAYA].muted is None
