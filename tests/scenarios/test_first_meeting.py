"""The first meeting, end to end: said on every surface, read back, asked about, edited, undone."""

import re
from pathlib import Path

import pytest

from tests.scenarios.conftest import Town

README = Path(__file__).parents[2] / "README.md"


def test_a_meeting_said_in_the_private_conversation_is_noted_and_read_back(town: Town) -> None:
    answer = town.hears(town.member("Maya"), "met Linn at the Young Gallery yesterday about the spring show")
    assert "Linn O'Carroll" in answer.text
    assert "the Young Gallery" in answer.text
    assert "Mon 23 Nov 2026" in answer.text
    assert "the spring show" in answer.text
    assert {"Undo", "Edit", "Add a note"} <= set(answer.buttons)


def test_what_was_not_said_is_marked_as_assumed(town: Town) -> None:
    answer = town.hears(town.member("Maya"), "met Linn at the gallery")
    assert "Tue 24 Nov 2026" in answer.text
    assert "assumed" in answer.text


def test_a_command_is_answered_at_once_and_to_its_speaker_only(town: Town) -> None:
    answer = town.member("Ana").command("/met", "@tom yesterday about the fair", channel="#general")
    assert answer.ok
    assert answer.message
    assert answer.message.ephemeral
    assert "Tom Berger" in answer.text
    same = town.member("Ana").command("/wellmet", "met Priya today")
    assert "Priya Nair" in same.text


def test_a_mention_in_a_channel_is_answered_in_private(town: Town) -> None:
    ana = town.member("Ana")
    ana.mention("#general", "met Priya Nair yesterday about the fund")
    answer = town.until(ana.last)
    assert answer.place == "dm"
    assert "Priya Nair" in answer.text
    seen_by_tom = [message for message in town.member("Tom").inbox() if message.from_app]
    assert not seen_by_tom


def test_nobody_but_the_author_learns_of_a_meeting_and_nobody_is_pinged(town: Town) -> None:
    town.hears(town.member("Maya"), "met @linn yesterday about <!channel> & *everything*")
    for name in ("Linn", "Tom", "Ana"):
        assert not [m for m in town.member(name).inbox() if m.from_app]
    assert not [m.pings for m in town.playground.said() if m.pings]


def test_a_form_notes_a_meeting_with_members_and_new_contacts(town: Town) -> None:
    maya = town.member("Maya")
    maya.command("/met")
    town.until(maya.view)
    assert "Who" in (maya.submit({}) or {})
    assert len(maya.views()) == 1
    assert not maya.submit({"Who": ["Linn O'Carroll", "Rosa Lind"], "Where": "the harbour", "Topic": "boats"})
    answer = town.until(maya.last)
    assert "Linn O'Carroll" in answer.text
    assert "Rosa Lind" in answer.text
    assert "the harbour" in answer.text


def test_the_shortcut_and_home_open_the_same_form(town: Town) -> None:
    maya = town.member("Maya")
    maya.shortcut("new_meeting")
    title = town.until(maya.view).title
    maya.close()
    maya.open_home()
    town.until(maya.home)
    maya.press_home("Note a meeting")
    assert town.until(maya.view).title == title


def test_undo_and_putting_back_leave_the_message_showing_how_things_are(town: Town) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Tom yesterday")
    maya.press(card, "Undo")
    town.until(lambda: "Undone" in card.text)
    assert "Undo" not in card.buttons
    maya.press(card, "Put it back")
    town.until(lambda: "Undone" not in card.text and "Undo" in card.buttons)
    assert "Tom Berger" in card.text


def test_an_edit_much_later_changes_the_message_in_place(town: Town) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Tom yesterday at the office")
    town.clock.forward(days=40)
    town.restart()
    maya.press(card, "Edit")
    town.until(maya.view)
    assert not maya.submit({"Where": "the old harbour", "Day": "2026-11-20"})
    town.until(lambda: "the old harbour" in card.text)
    assert "Fri 20 Nov 2026" in card.text
    assert len([m for m in maya.messages() if m.from_app]) == 1


def test_a_note_is_added_below_the_others(town: Town) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Tom yesterday. He moves to Graz.")
    maya.press(card, "Add a note")
    town.until(maya.view)
    assert not maya.submit({"Note": "Ask about the keys"})
    town.until(lambda: "Ask about the keys" in card.text)
    assert "He moves to Graz." in card.text


def test_undo_in_words_takes_back_the_last_one(town: Town) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Tom yesterday")
    answer = town.hears(maya, "undo that")
    assert "Undone" in answer.text
    town.until(lambda: "Undone" in card.text)


def test_the_same_sentence_again_within_a_minute_is_one_meeting(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, "met Tom yesterday")
    town.clock.forward(seconds=20)
    assert "already" in town.hears(maya, "met Tom yesterday").text
    maya.open_home()
    home = town.until(maya.home)
    assert "1 meeting." in home.words


def test_home_shows_the_latest_meetings_page_by_page_and_keeps_up(town: Town) -> None:
    maya = town.member("Maya")
    for day in range(1, 13):
        town.hears(maya, f"met Tom on {day} November at table {day}")
    maya.open_home()
    home = town.until(maya.home)
    assert "table 12" in home.words
    assert "table 2" not in home.words.replace("table 12", "")
    maya.press_home("Older")
    town.until(lambda: "table 1" in maya.home().words and "table 12" not in maya.home().words)
    maya.press_home("Newer")
    town.until(lambda: "table 12" in maya.home().words)
    maya.press_home("Undo", nth=0)
    town.until(lambda: "table 12" not in maya.home().words)


def test_home_teaches_who_has_nothing_noted_yet(town: Town) -> None:
    tom = town.member("Tom")
    tom.open_home()
    assert "met " in town.until(tom.home).words


@pytest.mark.parametrize("words", ["help", "hello", "what can you do?"])
def test_help_shows_sentences_that_work(town: Town, words: str) -> None:
    tom = town.member("Tom")
    answer = town.hears(tom, words)
    assert "met " in answer.text


def test_what_is_not_understood_keeps_the_words_and_shows_a_way(town: Town) -> None:
    answer = town.hears(town.member("Tom"), "the weather is nice in Graz")
    assert "the weather is nice in Graz" in answer.text
    assert "met " in answer.text


def test_a_meeting_to_come_is_refused_kindly(town: Town) -> None:
    answer = town.hears(town.member("Tom"), "met Linn tomorrow")
    assert "still to come" in answer.text


@pytest.mark.parametrize("sentence", re.findall(r"^- `((?:met|had|/met) [^`]+)`", README.read_text(), re.MULTILINE))
def test_the_sentences_of_the_readme_do_what_it_says(town: Town, sentence: str) -> None:
    maya = town.member("Maya")
    if sentence.startswith("/"):
        command, _, words = sentence.partition(" ")
        assert "Noted: you met" in maya.command(command, words).text
        return
    answer = town.hears(maya, sentence)
    assert "Which Sam" in answer.text if "Sam" in sentence else "Noted: you met" in answer.text
