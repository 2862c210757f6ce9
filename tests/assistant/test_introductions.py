"""What becomes of an introduction at the desk: who is asked, who is spared, and what nobody can tell from outside."""

from dataclasses import replace

import pytest

from assistant.buttons import Button, Form
from assistant.facts import Person
from assistant.forgetting import erase
from assistant.ids import AccountId, IntroductionId
from assistant.introductions.record import Closing, Introduction, Stage
from assistant.introductions.sides import seen_by
from assistant.reply import IntroductionShown, IsThatIt, Refusal, SettingsForm, WhyAsked
from handlers.views.introduction_asks import asked as asked_view
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


def shown_to(talk: Talk, account: str, number: int) -> IntroductionShown | None:
    """How it stands for somebody."""
    with talk.memory.read(HERE) as ledger:
        found = ledger.introductions.get(IntroductionId(number))
        return seen_by(found, person(talk, account), ledger) if found else None


def asked_privately(talk: Talk, number: int) -> set[int]:
    """Who has a question before them."""
    with talk.memory.read(HERE) as ledger:
        return {one.person for one in ledger.introductions.asked(IntroductionId(number)) if one.answer is None}


def keeps_apart(talk: Talk, account: str, other: str) -> None:
    with talk.memory.write(HERE) as ledger:
        ledger.blocks.put(person(talk, account).id, person(talk, other).id, talk.clock.now())


def test_never_is_a_no_now_and_for_good_and_can_be_lifted(room: Talk) -> None:
    asked = asks(room, "UMAYA", "USAMO", "ULINN")
    room.presses("ULINN", Button.ACCEPT, asked.id)
    room.presses("USAMO", Button.KEEP_APART, asked.id)
    assert stands(room, asked.id).seems is Stage.CONNECTOR_ASKED
    told = shown_to(room, "USAMO", asked.id)
    assert told
    assert told.apart
    form = room.presses("USAMO", Button.SETTINGS, "")
    assert isinstance(form, SettingsForm)
    assert [one.name for one in form.apart] == ["Maya Patel"]
    room.submits("USAMO", Form.SETTINGS, of=form.apart[0].id, apart=())
    form = room.presses("USAMO", Button.SETTINGS, "")
    assert isinstance(form, SettingsForm)
    assert form.apart == ()


def test_who_is_kept_apart_from_the_requester_is_not_asked_and_it_reads_like_a_no(room: Talk) -> None:
    keeps_apart(room, "USAMO", "UMAYA")
    spared = asks(room, "UMAYA", "USAMO", "ULINN")
    usual = asks(room, "UTOM", "USAMT", "ULINN")
    assert asked_privately(room, spared.id) == set()
    asked, quiet = shown_to(room, "UTOM", usual.id), shown_to(room, "UMAYA", spared.id)
    assert asked
    assert quiet
    assert asked.connector == quiet.connector == person(room, "ULINN")
    assert asked.introduction.seems is quiet.introduction.seems
    room.clock.forward(days=3)
    room.work()
    ended = shown_to(room, "UMAYA", spared.id)
    assert ended
    assert ended.introduction.seems is Stage.CLOSED


def test_nothing_of_the_month_is_spent_on_who_was_spared(room: Talk) -> None:
    keeps_apart(room, "ULINN", "UMAYA")
    asks(room, "UMAYA", "USAMO", "ULINN")
    assert asks(room, "UTOM", "USAMT", "ULINN").stage is Stage.CONNECTOR_ASKED


def test_a_volunteer_between_two_who_are_kept_apart_hears_what_silence_looks_like(room: Talk) -> None:
    keeps_apart(room, "USAMO", "UMAYA")
    card = asks(room, "UMAYA", "USAMO")
    room.presses("UMAYA", Button.POST_CARD, card.id)
    room.presses("UTOM", Button.VOLUNTEER, card.id)
    assert stands(room, card.id).stage is Stage.TARGET_ASKED
    assert asked_privately(room, card.id) == set()
    room.clock.forward(days=9)
    room.work()
    assert stands(room, card.id).stage is Stage.TARGET_ASKED
    room.clock.forward(days=1)
    room.work()
    assert stands(room, card.id).stage is Stage.CLOSED


def test_two_who_are_kept_apart_are_not_offered_to_each_other(room: Talk) -> None:
    keeps_apart(room, "USAMO", "UMAYA")
    question = room.says("UTOM", "please introduce Maya Patel to Sam Okafor, both love maps")
    assert isinstance(question, IsThatIt)
    room.presses("UTOM", Button.MEANT, f"{question.question}:1")
    with room.memory.read(HERE) as ledger:
        offered = ledger.introductions.between(person(room, "UMAYA").id, person(room, "USAMO").id)[0].id
    assert asked_privately(room, offered) == set()
    assert isinstance(room.presses("UTOM", Button.ACCEPT, offered), Refusal)
    room.clock.forward(days=3)
    room.work()
    assert stands(room, offered).stage is Stage.CLOSED


def test_keeping_apart_ends_what_is_under_way_between_the_two(room: Talk) -> None:
    mine = asks(room, "USAMO", "UMAYA", "UTOM")
    room.presses("UTOM", Button.ACCEPT, mine.id)
    theirs = asks(room, "UMAYA", "USAMT", "USAMO")
    room.presses("USAMO", Button.KEEP_APART, theirs.id)
    assert stands(room, mine.id).closing is Closing.WITHDRAWN
    assert stands(room, theirs.id).seems is Stage.CONNECTOR_ASKED


@pytest.mark.parametrize("account", ["UMAYA", "USAMO"])
def test_whoever_is_erased_leaves_nothing_that_waits_for_them(room: Talk, account: str) -> None:
    asked = asks(room, "UMAYA", "USAMO", "ULINN")
    keeps_apart(room, account, "UTOM")
    with room.memory.write(HERE) as ledger:
        gone = person(room, account)
        erase(gone, gone, ledger, room.clock.now())
    room.work()
    with room.memory.read(HERE) as ledger:
        found = ledger.introductions.get(asked.id)
        assert found is None or found.closing is Closing.LEFT
        assert not ledger.blocks.apart_from(person(room, "UTOM").id)


def test_a_no_of_one_who_was_offered_does_not_show_to_the_other(room: Talk) -> None:
    question = room.says("UTOM", "please introduce Maya Patel to Sam Okafor, both love maps")
    assert isinstance(question, IsThatIt)
    room.presses("UTOM", Button.MEANT, f"{question.question}:1")
    with room.memory.read(HERE) as ledger:
        offered = ledger.introductions.between(person(room, "UMAYA").id, person(room, "USAMO").id)[0].id
    room.presses("UMAYA", Button.DECLINE, offered)
    assert stands(room, offered).stage is Stage.CLOSED
    assert not isinstance(room.presses("USAMO", Button.ACCEPT, offered), Refusal)
    with room.memory.read(HERE) as ledger:
        seen = seen_by(stands(room, offered), person(room, "USAMO"), ledger)
    assert seen
    assert "You agreed" in str(asked_view(seen))
    room.clock.forward(days=4)
    room.work()
    with room.memory.read(HERE) as ledger:
        seen = seen_by(stands(room, offered), person(room, "USAMO"), ledger)
    assert seen
    assert "is settled" in str(asked_view(seen))


def test_a_request_for_somebody_else_is_no_reason_for_the_first(room: Talk) -> None:
    first = room.says("UMAYA", "please introduce me to Sam Okafor")
    if isinstance(first, IsThatIt):
        first = room.says("UMAYA", "yes")
    assert isinstance(first, WhyAsked)
    second = room.says("UMAYA", "please introduce me to Linn O'Carroll")
    if isinstance(second, IsThatIt):
        second = room.says("UMAYA", "yes")
    assert isinstance(second, WhyAsked)
    assert "Linn" in str(second.said.people)


@pytest.mark.parametrize("button", [Button.ACCEPT, Button.DECLINE, Button.NOT_NOW])
def test_a_button_pressed_after_the_time_is_over_says_so_and_changes_nothing(room: Talk, button: Button) -> None:
    asked = asks(room, "UMAYA", "USAMO", "ULINN")
    room.clock.forward(days=11)
    room.work()
    ended = stands(room, asked.id)
    assert ended.stage is Stage.CLOSED
    answer = room.presses("ULINN", button, asked.id)
    assert isinstance(answer, Refusal)
    assert answer.why
    assert stands(room, asked.id) == ended
