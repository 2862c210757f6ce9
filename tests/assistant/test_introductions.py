"""What becomes of an introduction at the desk: who is asked, who is spared, and what nobody can tell from outside."""

from dataclasses import replace

import pytest

from assistant.buttons import Button, Form
from assistant.facts import Person
from assistant.ids import AccountId, IntroductionId
from assistant.introductions.record import Introduction, Stage
from assistant.reply import Refusal
from tests.assistant.conftest import HERE, Talk

CHANNEL = "CINTRO"


@pytest.fixture
def room(talk: Talk) -> Talk:
    """There is an introductions channel, and Linn may be asked once a month."""
    with talk.memory.write(HERE) as ledger:
        ledger.preferences.settle(replace(ledger.preferences.workspace(), introductions_channel=CHANNEL))
        linn = ledger.people.by_account(AccountId("ULINN"))
        assert linn
        ledger.preferences.choose(linn.id, replace(ledger.preferences.of(linn.id), asks_a_month=1))
    return talk


def person(talk: Talk, account: str) -> Person:
    with talk.memory.read(HERE) as ledger:
        found = ledger.people.by_account(AccountId(account))
    assert found
    return found


def stands(talk: Talk, number: int) -> Introduction:
    with talk.memory.read(HERE) as ledger:
        found = ledger.introductions.get(IntroductionId(number))
    assert found
    return found


def asks(talk: Talk, account: str, target: str, connector: str = "") -> Introduction:
    """Fill in the form; where it may be asked, the request."""
    through = {"connector": f"p:{person(talk, connector).id}"} if connector else {}
    refused = talk.submits(account, Form.REQUEST, target=f"p:{person(talk, target).id}", why="the fair", **through)
    assert refused is None, refused
    with talk.memory.read(HERE) as ledger:
        return ledger.introductions.of_requester(person(talk, account).id, 1)[0]


def test_coming_forward_spends_nothing_of_the_month_and_being_asked_does(room: Talk) -> None:
    card = asks(room, "UMAYA", "USAMO")
    room.presses("UMAYA", Button.POST_CARD, card.id)
    room.presses("ULINN", Button.VOLUNTEER, card.id)
    assert stands(room, card.id).connector == person(room, "ULINN").id
    private = asks(room, "UTOM", "USAMT", "ULINN")
    assert private.stage is Stage.CONNECTOR_ASKED
    with pytest.raises(AssertionError, match="resting until"):
        asks(room, "UMAYA", "USAMT", "ULINN")


def test_a_card_put_up_after_a_no_stands_open_and_is_not_refused(room: Talk) -> None:
    asked = asks(room, "UMAYA", "USAMO", "ULINN")
    room.presses("ULINN", Button.DECLINE, asked.id)
    assert stands(room, asked.id).seems is Stage.CONNECTOR_ASKED
    assert not isinstance(room.presses("UMAYA", Button.POST_CARD, asked.id), Refusal)
    room.clock.forward(days=5)
    room.work()
    assert stands(room, asked.id).stage is Stage.REQUESTED
    room.presses("UTOM", Button.VOLUNTEER, asked.id)
    assert stands(room, asked.id).stage is Stage.TARGET_ASKED


def test_without_a_card_a_no_is_told_three_days_later(room: Talk) -> None:
    asked = asks(room, "UMAYA", "USAMO", "ULINN")
    room.presses("ULINN", Button.DECLINE, asked.id)
    room.clock.forward(days=2)
    room.work()
    assert stands(room, asked.id).seems is Stage.CONNECTOR_ASKED
    room.clock.forward(days=1)
    room.work()
    assert stands(room, asked.id).stage is Stage.CLOSED


def test_who_said_no_may_still_come_forward(room: Talk) -> None:
    asked = asks(room, "UMAYA", "USAMO", "ULINN")
    room.presses("UMAYA", Button.POST_CARD, asked.id)
    room.presses("ULINN", Button.DECLINE, asked.id)
    room.presses("ULINN", Button.VOLUNTEER, asked.id)
    assert stands(room, asked.id).stage is Stage.TARGET_ASKED
    assert stands(room, asked.id).connector == person(room, "ULINN").id
