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
