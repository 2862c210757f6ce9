"""Nothing that a requester can say, press or take along tells whom they did not name, and what those answered."""

import pytest

from assistant.buttons import Button, Form
from assistant.facts import ContactFacts
from assistant.ids import IntroductionId
from assistant.introductions.record import Closing, IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.introductions.sides import seen_by
from assistant.introductions.threads import nominate
from assistant.reply import ForgetAsked, Forgotten, IntroductionShown
from tests.assistant.conftest import HERE, Talk
from tests.assistant.test_introductions import asks, keeps_apart, person, room, stands

__all__ = ["room"]


def knows(talk: Talk, account: str, other: str, *others: str) -> None:
    for one in (other, *others):
        talk.says(account, f"met <@{one}> yesterday")


def asks_around(talk: Talk, target: str) -> int:
    """Maya asks whoever knows them, without naming anybody."""
    asked = asks(talk, "UMAYA", target)
    talk.presses("UMAYA", Button.ASK_AROUND, asked.id)
    return asked.id


def forgets(talk: Talk, account: str, other: str) -> dict[str, int]:
    """What would go, in numbers."""
    reply = talk.says(account, f"forget <@{other}>")
    assert isinstance(reply, ForgetAsked | Forgotten), reply
    return {words[0]: n for words, n in reply.counts.items()} if isinstance(reply, ForgetAsked) else {}


def exported(talk: Talk, account: str, introduction: int = 0) -> dict[str, object]:
    """One's introductions as a copy shows them: whom it names."""
    with talk.memory.read(HERE) as ledger:
        copy = ledger.kept.copy(person(talk, account).id)
    names = {one["id"]: one["name"] for one in copy.lists["people"]}
    row = copy.lists["introductions"][introduction]
    return {side: names.get(row.get(side)) for side in ("requester", "connector", "target")}


def shown(talk: Talk, account: str, number: int) -> dict[str, object]:
    """The same by the card."""
    with talk.memory.read(HERE) as ledger:
        found = ledger.introductions.get(IntroductionId(number))
        card = found and seen_by(found, person(talk, account), ledger)
    assert card
    sides = {"requester": card.requester, "connector": card.connector, "target": card.target}
    return {side: one.name if one else None for side, one in sides.items()}


@pytest.mark.parametrize("no", [False, True])
def test_forgetting_counts_nobody_who_was_asked_in_private(room: Talk, no: bool) -> None:
    knows(room, "UTOM", "USAMO")
    number = asks_around(room, "USAMO")
    assert stands(room, number).connector == person(room, "UTOM").id
    if no:
        room.presses("UTOM", Button.DECLINE, number)
    assert forgets(room, "UMAYA", "UTOM") == forgets(room, "UMAYA", "ULINN") == {}
    assert forgets(room, "UMAYA", "USAMO") == {"introduction": 1}


def test_forgetting_counts_whom_one_named_oneself(room: Talk) -> None:
    asks(room, "UMAYA", "USAMO", "UTOM")
    assert forgets(room, "UMAYA", "UTOM") == {"introduction": 1}


def test_a_copy_names_whom_the_card_names(room: Talk) -> None:
    """Whoever is asked after the one that was named: they passed it on, came forward, or were named in a thread."""
    number = asks(room, "UMAYA", "USAMO", "UTOM").id
    assert exported(room, "UMAYA")["connector"] == "Tom Berger"
    room.presses("UMAYA", Button.POST_CARD, number)
    room.presses("ULINN", Button.VOLUNTEER, number)
    assert stands(room, number).connector == person(room, "ULINN").id
    assert exported(room, "UMAYA") == shown(room, "UMAYA", number)
    assert exported(room, "UMAYA")["connector"] == "Tom Berger"
    assert forgets(room, "UMAYA", "ULINN") == {}
    room.presses("USAMO", Button.ACCEPT, number)
    assert exported(room, "UMAYA") == shown(room, "UMAYA", number)
    assert exported(room, "UMAYA")["connector"] == "Linn O'Carroll"


@pytest.mark.parametrize("apart", [False, True])
def test_naming_in_a_thread_whoever_was_asked_in_private_reads_like_naming_anybody(room: Talk, apart: bool) -> None:
    knows(room, "UTOM", "USAMO")
    number = asks_around(room, "USAMO")
    room.presses("UTOM", Button.DECLINE, number)
    if apart:
        keeps_apart(room, "UTOM", "UMAYA")
    with room.memory.write(HERE) as ledger:
        held = ledger.introductions.hold(IntroductionId(number))
        assert held
        assert nominate(held, person(room, "UTOM"), person(room, "UMAYA"), ledger, room.clock.now()) == held


def test_naming_for_a_new_request_whoever_said_no_to_the_last_in_private_reads_as_if_they_were_asked(
    room: Talk,
) -> None:
    knows(room, "UTOM", "USAMO")
    first = asks_around(room, "USAMO")
    room.presses("UTOM", Button.DECLINE, first)
    room.clock.forward(days=11)
    room.work()
    assert stands(room, first).stage is Stage.CLOSED
    assert stands(room, first).disclosed
    again = asks(room, "UMAYA", "USAMO", "UTOM")
    usual = asks(room, "ULINN", "USAMO", "UTOM")
    assert shown(room, "UMAYA", again.id)["connector"] == shown(room, "ULINN", usual.id)["connector"] == "Tom Berger"
    assert stands(room, again.id).seems is stands(room, usual.id).seems is Stage.CONNECTOR_ASKED
    with room.memory.read(HERE) as ledger:
        asked = ledger.introductions.asked(again.id)
    assert [one.answer for one in asked] == ["no"]  # nobody is asked twice for the same thing


def test_what_somebody_noted_of_their_contact_is_in_no_copy_but_their_own(room: Talk) -> None:
    """Maya is introduced to a contact of Tom's: she knows the name, and not what he keeps of them."""
    which = room.says("UTOM", "met Rosa Lind yesterday")
    room.presses("UTOM", Button.ADD_CONTACT, which.question)  # type: ignore[union-attr]
    with room.memory.write(HERE) as ledger:
        (rosa,) = ledger.contacts.all_of(person(room, "UTOM").id)
        ledger.contacts.edit(
            rosa.owner or rosa.id, rosa.id, ContactFacts("Rosa Lind", "Lind & Sons", "Partner", "rosa@example.org")
        )
        maya = person(room, "UMAYA").id
        draft = IntroductionDraft(
            Origin.REQUESTED, Stage.INTRODUCED, maya, Wanted(rosa.id, seeking="a printer"), "the fair",
            person(room, "UTOM").id, made_at=room.clock.now(),
        )  # fmt: skip
        ledger.introductions.add(draft, Moved(maya, Verb.ASK, Stage.INTRODUCED, room.clock.now()))
        theirs = [one for one in ledger.kept.copy(maya).lists["people"] if one["name"] == "Rosa Lind"]
        own = [one for one in ledger.kept.copy(rosa.owner or rosa.id).lists["people"] if one["name"] == "Rosa Lind"]
    assert [set(one) for one in theirs] == [{"id", "kind", "name"}]
    assert own[0]["email"] == "rosa@example.org"


@pytest.mark.parametrize("guess", ["Linn O'Carroll", "Tom Berger"])
def test_whom_others_found_is_not_told_by_guessing_them(room: Talk, guess: str) -> None:
    """Linn was found, and asked; whoever is guessed, it is another request."""
    room.says("UMAYA", "could somebody introduce me to a florist about flowers for the fair?")
    room.presses("UMAYA", Button.POST_CARD, 1)
    room.submits("USAMO", Form.WHOM, 1, target=f"p:{person(room, 'ULINN').id}")
    assert stands(room, 1).target == person(room, "ULINN").id
    asked = room.says("UMAYA", f"I meant {guess}")
    assert isinstance(asked, IntroductionShown)
    assert asked.target
    assert (asked.target.name, asked.introduction.id) == (guess, 2)
    assert asked.introduction.why == "flowers for the fair"
    assert stands(room, 1).closing is Closing.WITHDRAWN
