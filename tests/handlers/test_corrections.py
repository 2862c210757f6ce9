"""Correcting by sentence, as a member does it: what is not clearly asked for is not done, and what is done is said."""

from collections.abc import Callable

import pytest

from playground import SeenMessage
from tests.handlers.conftest import House

REQUESTS = ("could somebody introduce me to Linn about prints?", "could somebody introduce me to Ana about the hall?")


@pytest.fixture
def say(house: House) -> Callable[..., SeenMessage]:
    """Maya says one sentence after another, minutes apart; the answer to the last, past "is that it?"."""

    def say(*sentences: str) -> SeenMessage:
        for words in sentences:
            house.clock.forward(minutes=2)
            answer = house.hears(house.member("Maya"), words)
            if "Is that it?" in answer.text:
                house.clock.forward(seconds=10)
                answer = house.hears(house.member("Maya"), "yes")
        return answer

    return say


Say = Callable[..., SeenMessage]


@pytest.mark.parametrize("off", ["cancel my reminder about Tom", "delete the reminder about Tom"])
def test_undo_right_after_something_was_called_off_puts_that_back(say: Say, off: str) -> None:
    say("remind me to chase Tom on Friday", "met Linn yesterday", off)
    assert "I'll remind you on Fri 27 Nov 2026: chase Tom Berger." in say("undo that").text
    assert "Linn O'Carroll" in say("who did I meet yesterday?").text
    assert "Undone: your meeting with Linn" in say("undo").text


def test_the_only_record_is_put_back_as_well(say: Say) -> None:
    say("remind me to chase Tom on Friday", "cancel my reminder about Tom")
    assert "I'll remind you on Fri 27 Nov 2026" in say("undo").text


def test_undo_after_undo_still_goes_back_one_by_one(say: Say) -> None:
    say("met Linn yesterday", "met Tom yesterday", "undo that")
    assert "Undone: your meeting with Linn" in say("undo").text


def test_undo_after_something_new_means_the_new(say: Say) -> None:
    say("met Tom yesterday", "delete the meeting with Tom", "met Linn yesterday")
    assert "Undone: your meeting with Linn" in say("undo").text


def test_other_words_that_may_mean_what_was_called_off_are_asked_about(say: Say) -> None:
    say("remind me to chase Tom on Friday", "met Linn yesterday", "cancel my reminder about Tom")
    assert say("take that back").buttons == ("Yes, this one", "Never mind")


def test_a_request_that_was_withdrawn_is_not_answered_by_taking_back_another_record(say: Say) -> None:
    say("met Tom yesterday", REQUESTS[0], "cancel my request")
    assert "can't be put back" in say("undo that").text


@pytest.mark.parametrize("words", ["cancel my request", "withdraw my intro request", "I no longer need the intro"])
def test_which_of_two_open_requests_is_to_go_is_asked(say: Say, words: str) -> None:
    assert say(*REQUESTS, words).buttons == ("The first", "The second", "Never mind")
    assert "Withdrawn: your request for an introduction to Linn" in say("the second").text


def test_the_request_that_is_pointed_at_is_the_last(say: Say) -> None:
    assert "Withdrawn: your request for an introduction to Ana" in say(*REQUESTS, "withdraw that").text


@pytest.mark.parametrize(
    "words", ["no, it wasn't Tom", "it wasn't with Tom", "not Tom", "no, it wasn't on Tuesday", "No, not yesterday."]
)
def test_what_it_was_not_sets_nothing_right_and_is_asked_back(say: Say, words: str) -> None:
    answer = say("met Tom yesterday", words)
    assert "Nothing was changed, since that says what it was not. Who or when was it?" in answer.text
    assert "1 meeting on Mon 23 Nov 2026:\n• Tom Berger" in say("who did I meet yesterday?").text


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("it wasn't with Tom, it was with Linn", "you met Linn O'Carroll on Mon 23 Nov 2026."),
        ("it wasn't yesterday, it was Friday", "you met Tom Berger on Fri 20 Nov 2026."),
        ("no, it wasn't about maps but about cakes", "about cakes."),
    ],
)
def test_what_it_was_instead_takes_the_place(say: Say, words: str, holds: str) -> None:
    assert holds in say("met Tom yesterday", words).text


@pytest.mark.parametrize(
    "words",
    ["no, with Ana too", "no, it was also with Ana", "Ana was there too", "and Ana was also there", "add Ana to it",
     "add Ana to yesterday's meeting"],
)  # fmt: skip
def test_who_was_there_too_stands_beside_the_others(say: Say, words: str) -> None:
    assert "you met Linn O'Carroll and Ana Ruiz on Mon 23 Nov 2026." in say("met Linn yesterday", words).text


def test_nobody_is_added_to_a_meeting_that_is_not_there(say: Say) -> None:
    assert "no such meeting" in say("met Linn yesterday", "add Ana to the meeting with Tom").text


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("no, it was Friday, with Ana, at the harbour", "you met Ana Ruiz at the harbour on Fri 20 Nov 2026."),
        ("no, it was on Friday at the harbour", "you met Linn O'Carroll at the harbour on Fri 20 Nov 2026."),
        ("no, it was with Tom about maps", "you met Tom Berger on Mon 23 Nov 2026, about maps."),
        ("no, it was at the harbour about maps", "at the harbour on Mon 23 Nov 2026, about maps."),
        ("no, it was about the talk at the fair", "about the talk at the fair."),
        ("no, it was at the museum on the hill", "at the museum on the hill on Mon 23 Nov 2026."),
        ("no, it was Tuesday, not Monday, at the harbour", "you met Linn O'Carroll at the harbour on Tue 17 Nov 2026."),
        ("it was Friday, with Linn and Tom", "you met Linn O'Carroll and Tom Berger on Fri 20 Nov 2026."),
    ],
)
def test_several_things_are_set_right_together(say: Say, words: str, holds: str) -> None:
    assert holds in say("met Linn yesterday", words).text


def test_several_things_of_other_records_are_set_right_together(say: Say) -> None:
    say("Tom sent me a client, Hofmann Bakery, worth €2,500")
    assert (
        "Harbour Bakery, worth 450 EUR, on Fri 20 Nov"
        in say("no, it was 450 euros, for Harbour Bakery, on Friday").text
    )
    say("remind me to chase Tom on Friday")
    assert (
        "on Mon 30 Nov 2026: Linn O'Carroll – the invoice" in say("no, it was Linn, on Monday, about the invoice").text
    )


def test_of_several_things_none_is_set_right_unasked_where_one_is_not_understood(house: House, say: Say) -> None:
    say("met Linn yesterday")
    house.clock.forward(minutes=1)
    answer = house.hears(house.member("Maya"), "no, it was in the afternoon and we ate fish")
    assert answer.buttons == ("Yes, that's it", "No")


@pytest.mark.parametrize("words", ["delete all my meetings", "remove all my notes", "cancel everything"])
def test_many_at_once_are_neither_taken_back_nor_turned_into_forgetting_everything(say: Say, words: str) -> None:
    answer = say("met Tom yesterday", words)
    assert "I take back one thing at a time, so nothing was changed." in answer.text
    assert "“forget everything” erases more" in answer.text
    assert answer.buttons == ()


def test_what_is_deleted_elsewhere_is_nothing_to_forget_here(say: Say) -> None:
    assert "I didn't understand that" in say("met Tom yesterday", "delete my number from your phone").text
    assert say("delete all my data").buttons == ("Export first", "Forget everything", "Never mind")


@pytest.mark.parametrize("words", ["cancel my appointment with the dentist", "please cancel the taxi"])
def test_what_is_nothing_of_theirs_is_not_called_off(say: Say, words: str) -> None:
    assert "I find nothing of yours that fits" in say(REQUESTS[0], words).text
    assert "Linn" in say("show my requests").text


def test_no_request_is_offered_to_be_called_off_that_is_not_there(say: Say) -> None:
    assert "no such open request" in say("I no longer need the intro").text


def test_a_pause_is_called_off_though_another_setting_was_changed_since(say: Say) -> None:
    after = say("pause nudges until Friday", "quiet hours from 6pm to 9am", "cancel my pause").text
    assert "At most 2 nudges a week" in after
    assert "not from 18:00 to 09:00" in after
    assert "nudges aren’t paused" in say("cancel my pause").text
    say("pause nudges until Friday")
    assert "quiet hours aren’t what you changed last" in say("cancel my quiet hours").text


def test_a_partnership_is_put_on_paper_and_ends_on_no_day_that_is_over(say: Say) -> None:
    say("Tom and I are teaming up on the bridal fair until June")
    assert "That day is over." in say("no, until last Friday").text
    assert "partners on paper, for: the bridal fair, until Wed 30 Jun 2027" in say("it was on paper").text


@pytest.mark.parametrize(
    ("first", "words", "holds"),
    [
        ("remind me to chase Tom on Friday at 7pm", "make it 8", "at 20:00"),
        ("remind me to chase Tom on Friday at 7pm", "no, at 8:30", "at 20:30"),
        ("remind me to chase Tom on Friday at 9am", "no, at 8", "at 08:00"),
        ("remind me to chase Tom on Friday at 7pm", "make it 8am", "at 08:00"),
        ("remind me to chase Tom on Friday", "make it 8", "at 08:00"),
    ],
)
def test_a_bare_hour_is_the_one_nearer_to_what_stood(say: Say, first: str, words: str, holds: str) -> None:
    assert f"on Fri 27 Nov 2026 {holds}: chase Tom" in say(first, words).text


def test_a_correction_that_is_not_understood_is_answered_by_how_to_correct(say: Say) -> None:
    answer = say("met Linn yesterday", "no, with Bruno Unknown too")
    assert "nothing was changed. Say what holds instead: “no, it was Tuesday”" in answer.text
    assert answer.buttons == ()
