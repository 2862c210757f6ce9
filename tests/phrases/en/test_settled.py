"""A whole frame: people completed and slots filled, each intent with its own."""

import pytest

from assistant.facts import Grain, PersonSaid, When
from assistant.phrases.en.slots import settled
from assistant.phrases.frame import Amount, Ask, Correction, Every, Formality, Frame, Intent, Role, Setting, Subject
from assistant.said import Surface

ANN = PersonSaid("Ann")
UNTIL_MONDAY = When(Grain.DAY)


@pytest.mark.parametrize(
    ("intent", "says", "slot", "value"),
    [
        (Intent.RECALL, "when did I last see Ann", "ask", Ask.LAST_MEETING),
        (Intent.SHOW, "my reminders", "subject", Subject.REMINDERS),
        (Intent.SETTINGS, "no more nudges", "setting", Setting.STOP_NUDGES),
        (Intent.CORRECT, "undo", "kind", Correction.UNDO),
        (Intent.FORGET, "delete all my data", "subject", Subject.EVERYTHING),
        (Intent.RECORD_PARTNERSHIP, "signed a contract with Calder Boats", "formality", Formality.FORMAL),
        (Intent.LOG_REFERRAL, "Calder Boats came through a friend, £2k", "amount", Amount(2000, "GBP")),
        (Intent.KEEP_IN_TOUCH, "coffee every fortnight", "every", Every(2, "week")),
        (Intent.SET_REMINDER, "remind me to paint the boat", "topic", "paint the boat"),
    ],
)
def test_each_intent_gets_its_own_slot(intent: Intent, says: str, slot: str, value: object) -> None:
    assert getattr(settled(Frame(intent), says, Surface.DM), slot) == value


def test_an_intent_gets_no_slot_of_another() -> None:
    frame = Frame(Intent.RECORD_MEETING, {Role.WITH: (ANN,)})
    assert settled(frame, "met Ann about the £2k contract, we meet every week", Surface.DM) == frame


def test_spans_come_out_in_the_form_of_records() -> None:
    frame = settled(
        Frame(Intent.RECORD_MEETING, {Role.WITH: (ANN,)}, topic="about the mast", place="at the quay"),
        "met Ann at the quay about the mast",
        Surface.DM,
    )
    assert (frame.topic, frame.place) == ("the mast", "the quay")


def test_a_pronoun_and_the_speaker_are_added_together() -> None:
    frame = settled(
        Frame(Intent.LOG_INTRO, {Role.INTRODUCED: (ANN,)}), "done, introduced Ann to him", Surface.THREAD,
        thread_target="Bo Strand",
    )  # fmt: skip
    assert [one.text for one in frame.people[Role.INTRODUCED]] == ["Ann", "him"]
    assert [one.speaker for one in frame.people[Role.CONNECTOR]] == [True]


def test_a_moment_makes_a_stop_a_pause_and_a_thread_makes_an_undo_a_withdrawal() -> None:
    assert settled(Frame(Intent.SETTINGS, when=UNTIL_MONDAY), "stop nudging me", Surface.DM).setting == "pause_nudges"
    assert settled(Frame(Intent.CORRECT), "scrap it", Surface.THREAD).kind is Correction.CANCEL
