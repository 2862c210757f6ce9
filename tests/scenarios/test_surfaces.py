"""Every other place where Wellmet is spoken to, and what it says there."""

import pytest

from tests.scenarios.conftest import Town


def test_a_reply_in_a_thread_is_answered_in_that_thread(town: Town) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Linn yesterday")
    maya.reply(card, "met Tom yesterday")
    town.until(lambda: any("Tom Berger" in reply.text for reply in card.replies if reply.from_app))


def test_an_open_question_is_answered_by_typing_after_a_restart(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Sam yesterday")
    town.restart()
    assert "Noted" in town.hears(maya, "the one from Northwind").text


def test_undo_of_an_old_message_works_after_a_restart(town: Town) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Tom yesterday")
    town.clock.forward(days=90)
    town.restart()
    maya.press(card, "Undo")
    town.until(lambda: "Undone" in card.text)


def test_met_as_a_word_of_wellmet_does_what_its_own_command_does(town: Town) -> None:
    maya = town.member("Maya")
    assert "Tom Berger" in maya.command("/wellmet", "met Tom yesterday").text
    maya.command("/wellmet", "met")
    assert "Who" in town.until(maya.view).fields


def test_changing_ones_own_sentence_says_nothing_twice(town: Town) -> None:
    maya = town.member("Maya")
    said = maya.dm("met Tom yesterday")
    town.until(lambda: maya.heard_after(said))
    maya.edit(said, "met Tom yesterday!")
    assert town.wellmet.worker.settle()
    assert len([m for m in maya.messages() if m.from_app and "Tom Berger" in m.text]) == 1


@pytest.mark.parametrize("words", ["", "help"])
def test_a_mention_without_a_meeting_is_answered_with_examples_in_private(town: Town, words: str) -> None:
    ana = town.member("Ana")
    ana.mention("#general", words)
    answer = town.until(ana.last)
    assert answer.place == "dm"
    assert "met " in answer.text


def test_a_shortcut_on_a_message_opens_the_form(town: Town) -> None:
    maya = town.member("Maya")
    said = town.member("Tom").say("#general", "lovely to meet you at the fair")
    assert maya.message_shortcut("note_meeting", said).ok
    assert "Who" in town.until(maya.view).fields
    assert not maya.submit({"Who": ["Tom Berger"]})
    assert "Tom Berger" in town.until(maya.last).text
