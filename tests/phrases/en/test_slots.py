"""One slot of a sentence at a time: money, rhythms, what is asked, shown, forgotten, set and signed."""

import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assistant.phrases.en import (
    amounts,
    asks,
    corrections,
    formality,
    gate,
    outcomes,
    pronouns,
    reminders,
    rhythms,
    settings,
    speaker,
    subjects,
    topics,
    triggers,
)
from assistant.phrases.en.mending import mended
from assistant.phrases.en.rules import Rule, first
from assistant.phrases.frame import Ask, Correction, Formality, Frame, Intent, Setting, Subject

TABLES = tomllib.loads((Path(__file__).parent / "slots.toml").read_text())
RULES: tuple[tuple[Rule[object], ...], ...] = (
    asks.RULES,
    subjects.SHOWN,
    subjects.FORGOTTEN,
    settings.RULES,
    corrections.RULES,
    formality.RULES,
    outcomes.OUTCOMES,
)
EVERY_RULE = [(rule, table) for table in RULES for rule in table]


def _amount(text: str) -> str:
    said = amounts.amount(text)
    return f"{said.value:.10g} {said.currency}".strip() if said else ""


def _rhythm(text: str) -> str:
    found = rhythms.find(text)
    return f"{found.value.n} {found.value.unit}" if found else ""


SLOTS: dict[str, Callable[[str], object]] = {
    "amounts": _amount,
    "rhythms": _rhythm,
    "asks": asks.ask,
    "shown": subjects.shown,
    "forgotten": lambda text: subjects.forgotten(text, somebody=False),
    "settings": lambda text: settings.setting(text, timed=False),
    "formality": formality.formality,
}


@pytest.mark.parametrize(("slot", "says", "means"), [(slot, *case) for slot in SLOTS for case in TABLES[slot]])
def test_a_sentence_says_what_the_table_says(slot: str, says: str, means: str) -> None:
    assert str(SLOTS[slot](says) or "") == means


@pytest.mark.parametrize("says", TABLES["no_amounts"])
def test_not_every_number_is_money(says: str) -> None:
    assert amounts.find(says) == []


@pytest.mark.parametrize("says", TABLES["no_rhythms"])
def test_not_every_time_is_a_rhythm(says: str) -> None:
    assert rhythms.find(says) is None


def test_a_sum_takes_the_words_that_belong_to_it() -> None:
    text = "Ann sent me Calder Boats, worth about £3k, for a new site"
    (found,) = amounts.find(text)
    assert text[found.start : found.end] == "worth about £3k"


def test_the_sum_with_a_currency_counts_before_one_without() -> None:
    said = amounts.amount("5k leads in and one closed for £900")
    assert said is not None
    assert (said.value, said.currency) == (900, "GBP")


def test_a_rhythm_takes_the_words_that_belong_to_it() -> None:
    text = "coffee with Ann once every 6 weeks or so, at the quay"
    found = rhythms.find(text)
    assert found is not None
    assert text[found.start : found.end] == "once every 6 weeks or so"


@pytest.mark.parametrize(("rule", "table"), EVERY_RULE, ids=lambda value: getattr(value, "example", ""))
def test_a_rule_is_the_first_that_fits_its_own_example(rule: Rule[object], table: tuple[Rule[object], ...]) -> None:
    assert first(rule.example, table) == rule.means


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("meetign", "meeting"),
        ("introdced", "introduced"),
        ("remindder", "reminder"),
        ("withdarw", "withdraw"),
        ("contact", "contact"),
        ("thank", "thank"),
        ("reminds", "reminds"),
        ("greeting", "greeting"),
        ("request", "request"),
        ("signal", "signal"),
    ],
)
def test_a_slip_of_the_fingers_is_mended_and_another_word_is_left(typed: str, meant: str) -> None:
    assert mended(typed) == meant


def test_a_mistyped_sentence_is_read_as_it_was_meant() -> None:
    assert asks.ask("was I ever in a meetign with Ann") is Ask.MEETINGS
    assert formality.formality("an infromal thing with Bo") is Formality.INFORMAL


def test_nudges_that_stop_until_a_day_are_paused() -> None:
    assert settings.setting("stop nudging me", timed=True) is Setting.PAUSE_NUDGES
    assert settings.setting("stop nudging me", timed=False) is Setting.STOP_NUDGES


def test_after_the_command_for_introductions_it_is_introductions_that_pause() -> None:
    assert settings.setting("none for me until Monday", timed=True, of_intros=True) is Setting.DECLINE_INTROS


def test_who_is_named_is_forgotten_and_not_everything() -> None:
    assert subjects.forgotten("delete all you have about Ann", somebody=True) is Subject.PERSON


@pytest.mark.parametrize(
    ("says", "replaced", "in_thread", "means"),
    [
        ("please undo", False, False, Correction.UNDO),
        ("that entry was a mistake, get rid of it", False, False, Correction.UNDO),
        ("delete the last one, it was Monday", True, False, Correction.AMEND),
        ("no, I meant Ann Lee", True, False, Correction.AMEND),
        ("make it the 9th", True, False, Correction.AMEND),
        ("call off the introduction to Bo", False, False, Correction.CANCEL),
        ("I don't want that intro any more", False, False, Correction.CANCEL),
        ("that was Ann not Bo", True, False, Correction.AMEND),
        ("change it to Friday", True, False, Correction.AMEND),
        ("sorry, meant yesterday", True, False, Correction.AMEND),
        ("wrong person, it was Ann", True, False, Correction.AMEND),
        ("remove the last note", False, False, Correction.UNDO),
        ("I didn't mean to save that", False, False, Correction.UNDO),
        ("oops, undo please", False, False, Correction.UNDO),
        ("get rid of that entry", False, False, Correction.UNDO),
        ("withdraw my request for Ann", False, False, Correction.CANCEL),
        ("I don't need an intro to Bo any longer", False, False, Correction.CANCEL),
        ("never mind about Ann, I've met her", False, False, Correction.CANCEL),
        ("please cancel", False, False, Correction.CANCEL),
        ("the meeting with Ann was on Monday, not Tuesday", True, False, Correction.AMEND),
        ("disregard that", False, False, Correction.UNDO),
        ("scrap it", False, True, Correction.CANCEL),
        ("scrap it", False, False, Correction.UNDO),
    ],
)
def test_what_happens_to_what_was_said_before(says: str, replaced: bool, in_thread: bool, means: Correction) -> None:
    assert corrections.correction(says, replaced, in_thread) is means


@pytest.mark.parametrize(
    ("intent", "says", "explicit"),
    [
        (Intent.FORGET, "erase Ann", True),
        (Intent.FORGET, "Ann was lovely", False),
        (Intent.SETTINGS, "snooze those", True),
        (Intent.SETTINGS, "we should start on Monday", False),
        (Intent.CORRECT, "undo", True),
        (Intent.CORRECT, "coffee with Ann on Tuesday", False),
        (Intent.SHOW, "anything at all", True),
    ],
)
def test_what_destroys_has_to_be_said_in_so_many_words(intent: Intent, says: str, explicit: bool) -> None:
    assert triggers.explicit(says, intent) is explicit


PIECES = [
    "£", "5", "k", "every", "week", "a", "one", "who", "did", "i", "me", "last", "and", "what", "her", "to", "stop",
    "the", "for", "about", ",", ".", " ", "  ", "\n", "don't", "nudge", "intro", "remind", "1,000", "EUR", "-", "(",
    "```",
]  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=4000),
    st.lists(st.sampled_from(PIECES), max_size=800).map(" ".join),
    st.builds(lambda piece, times: (piece * times)[:4000], st.sampled_from(PIECES), st.integers(1, 4000)),
    st.builds(lambda piece, times: f"{piece} " * times, st.sampled_from(PIECES), st.integers(1, 500)),
)


def read_all(text: str) -> None:
    amounts.find(text)
    rhythms.find(text)
    asks.ask(text)
    subjects.shown(text)
    subjects.forgotten(text, somebody=False)
    settings.setting(text, timed=False)
    corrections.correction(text, replaced=False, in_thread=False)
    formality.formality(text)
    for trim in (topics.topic, topics.place, topics.organisation, topics.seeking, topics.client):
        trim(text)
    reminders.topic(text, ["a"], [(0, 1)] if text else [])
    for intent in Intent:
        speaker.with_speaker(intent, text, {})
        pronouns.filled(intent, text, {}, ())
        triggers.explicit(text, intent)
        gate.why_not(Frame(intent), text, lambda one: False)


@given(ANY_TEXT)
@hypothesis_settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    read_all(text)


@pytest.mark.parametrize("piece", [*PIECES, "who did i ", "to her ", "5 5 5 ", "a, ", "was ", "not a ", "for the "])
def test_no_text_is_slow_to_read(piece: str) -> None:
    """Forty readings of 4,000 characters, 0.01 s of processor time; a pattern that runs wild takes seconds for one."""
    text = (piece * 4000)[:4000]
    began = time.process_time()
    read_all(text)
    assert time.process_time() - began < 0.5
