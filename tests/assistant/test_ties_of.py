"""Ties come from everything that stands between two people: meetings, and introductions that were made."""

from datetime import datetime

import pytest

from assistant.buttons import Button
from assistant.ids import AccountId, PersonId
from assistant.network.ties import BROUGHT_TOGETHER, CONNECTED, MET, warmer, warmth_of
from assistant.reply import IsThatIt, Message, Refusal
from handlers.views import introductions
from tests.assistant.conftest import HERE, Talk
from tests.assistant.test_introductions import asks, person, room, shown_to

__all__ = ["room"]


def kept(talk: Talk, account: str) -> dict[PersonId, float]:
    """The ties that somebody told of, by whom with."""
    with talk.memory.read(HERE) as ledger:
        owner = ledger.people.by_account(AccountId(account))
        assert owner
        return {tie.other: tie.kept for tie in ledger.ties.of(owner.id, 20, owner.id)}


def says(talk: Talk, account: str, words: str) -> Message:
    said = talk.says(account, words)
    if isinstance(said, IsThatIt):
        talk.presses(account, Button.MEANT, f"{said.question}:1")
    return said


def made(talk: Talk) -> tuple[int, datetime]:
    """Linn brings Maya and Sam Okafor together."""
    asked = asks(talk, "UMAYA", "USAMO", "ULINN")
    talk.presses("ULINN", Button.ACCEPT, asked.id)
    talk.presses("USAMO", Button.ACCEPT, asked.id)
    return asked.id, talk.clock.now()


def test_an_introduction_ties_the_connector_to_both_and_the_two_to_each_other(room: Talk) -> None:
    number, at = made(room)
    maya, linn, sam = (person(room, one).id for one in ("UMAYA", "ULINN", "USAMO"))
    assert kept(room, "ULINN") == pytest.approx({maya: warmth_of(CONNECTED, at), sam: warmth_of(CONNECTED, at)})
    assert kept(room, "UMAYA") == pytest.approx({linn: warmth_of(CONNECTED, at), sam: warmth_of(BROUGHT_TOGETHER, at)})
    room.presses("UMAYA", Button.NOT_NEEDED, number)
    assert kept(room, "UMAYA") == kept(room, "ULINN") == {}


def test_a_meeting_adds_to_it_and_its_undo_leaves_the_rest(room: Talk) -> None:
    _, at = made(room)
    sam = person(room, "USAMO").id
    before = kept(room, "UMAYA")[sam]
    room.says("UMAYA", "met Sam Okafor today")
    assert kept(room, "UMAYA")[sam] == pytest.approx(warmer(before, MET, at), abs=0.01)
    room.says("UMAYA", "undo that")
    assert kept(room, "UMAYA")[sam] == pytest.approx(before)


def test_one_made_elsewhere_ties_its_author_alone(room: Talk) -> None:
    says(room, "UMAYA", "Tom Berger introduced me to Sam Okafor last week")
    assert set(kept(room, "UMAYA")) == {person(room, "UTOM").id, person(room, "USAMO").id}
    with room.memory.read(HERE) as ledger:
        tom = person(room, "UTOM")
        assert all(tie.other == person(room, "UMAYA").id for tie in ledger.ties.of(tom.id, 20, tom.id))
    room.says("UMAYA", "undo that")
    assert kept(room, "UMAYA") == {}


def test_one_made_elsewhere_takes_its_ties_along_when_it_is_set_right_and_put_back(room: Talk) -> None:
    says(room, "UMAYA", "Tom Berger introduced me to Sam Okafor last week")
    said = says(room, "UMAYA", "no, it was Sam Tanner, not Sam Okafor")
    assert not isinstance(said, Refusal)
    right = {person(room, "UTOM").id, person(room, "USAMT").id}
    assert set(kept(room, "UMAYA")) == right
    room.says("UMAYA", "undo that")
    assert kept(room, "UMAYA") == {}
    room.says("UMAYA", "put it back")
    assert set(kept(room, "UMAYA")) == right


def test_who_is_asked_reads_why_the_way_is_warm(room: Talk) -> None:
    made(room)
    asked = asks(room, "UTOM", "USAMT", "UMAYA")
    told = shown_to(room, "UMAYA", asked.id)
    assert told
    assert told.ways == ()
    with room.memory.write(HERE) as ledger:
        linn = person(room, "ULINN")
        ledger.preferences.choose(linn.id, ledger.preferences.of(linn.id).__class__())
    again = asks(room, "UTOM", "USAMO", "ULINN")
    words = shown_to(room, "ULINN", again.id)
    assert words
    assert [(way.connector, way.requester.name, way.target.name) for way in words.ways] == [
        (person(room, "ULINN"), "Maya Patel", "Sam Okafor")
    ]
    assert "you introduced Maya Patel to Sam Okafor" in introductions.shown(words).text
