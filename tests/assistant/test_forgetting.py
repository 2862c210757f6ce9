"""Forgetting for good, as a member asks for it: asked first, in numbers, and then gone."""

import pytest

from assistant.buttons import Button
from assistant.reply import ForgetAsked, Forgotten, MeetingNoted, Refusal, WhichPerson
from tests.assistant.conftest import HERE, Talk


def counted(reply: ForgetAsked) -> dict[str, int]:
    return {words[0]: number for words, number in reply.counts.items() if words[0]}


def test_a_person_is_forgotten_after_being_asked_about(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn yesterday about the spring show")
    talk.says("UMAYA", "met Linn and Tom today")
    asked = talk.says("UMAYA", "forget Linn")
    assert isinstance(asked, ForgetAsked)
    assert counted(asked) == {"meeting": 1, "mention in a meeting with others": 1}
    before = set(talk.shown)
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert set(talk.shown) == before
    assert [m for m in talk.shown.values() if isinstance(m, Forgotten)]
    assert not [m for m in talk.shown.values() if isinstance(m, ForgetAsked)]
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_accounts(["UMAYA"])["UMAYA"]  # type: ignore[list-item,index]
        assert [[one.name for one in m.people] for m in ledger.meetings.latest(maya.id, 9)] == [["Tom Berger"]]


def test_the_message_about_a_meeting_with_others_names_the_forgotten_no_more(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn and Tom today")
    asked = talk.says("UMAYA", "forget everything you know about Linn")
    assert isinstance(asked, ForgetAsked)
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    shown = next(m for m in talk.shown.values() if isinstance(m, MeetingNoted))
    assert [person.name for person in shown.meeting.people] == ["Tom Berger"]


def test_a_name_that_fits_two_is_asked_about_before_anybody_is_forgotten(talk: Talk) -> None:
    talk.says("UMAYA", "met Sam Okafor yesterday")
    assert isinstance(talk.says("UMAYA", "forget Sam"), WhichPerson | ForgetAsked)


def test_a_contact_goes_altogether_and_a_second_press_says_so(talk: Talk) -> None:
    which = talk.says("UMAYA", "met Rosa Lind yesterday")
    talk.presses("UMAYA", Button.ADD_CONTACT, which.question)  # type: ignore[union-attr]
    asked = talk.says("UMAYA", "forget Rosa Lind")
    assert isinstance(asked, ForgetAsked)
    assert counted(asked) == {"meeting": 1, "contact": 1}
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert isinstance(talk.presses("UMAYA", Button.FORGET, asked.person.id), Refusal)
    with talk.memory.read(HERE) as ledger:
        assert not ledger.people.by_ids([asked.person.id])


def test_everything_goes_and_whoever_speaks_again_begins_anew(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn yesterday")
    talk.says("UTOM", "met Maya today")
    asked = talk.says("UMAYA", "forget everything about me")
    assert isinstance(asked, ForgetAsked)
    assert asked.everything
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert [m for m in talk.shown.values() if isinstance(m, Forgotten) and m.everything]
    theirs = [m for m in talk.shown.values() if isinstance(m, MeetingNoted)]
    assert [[one.name for one in m.meeting.people] for m in theirs if m.meeting.owner != asked.person.id] == [
        ["Maya Patel"]
    ]
    assert isinstance(talk.says("UMAYA", "met Linn yesterday"), MeetingNoted)


@pytest.mark.parametrize("of", ["", "x", "999999", "-1"])
def test_a_forged_button_forgets_nobody(talk: Talk, of: str) -> None:
    assert isinstance(talk.presses("UMAYA", Button.FORGET, of), Refusal)


def test_somebody_elses_contact_cannot_be_forgotten(talk: Talk) -> None:
    which = talk.says("UMAYA", "met Rosa Lind yesterday")
    talk.presses("UMAYA", Button.ADD_CONTACT, which.question)  # type: ignore[union-attr]
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_accounts(["UMAYA"])["UMAYA"]  # type: ignore[list-item,index]
        (rosa,) = ledger.contacts.all_of(maya.id)
    assert isinstance(talk.presses("UTOM", Button.FORGET, rosa.id), Refusal)
    with talk.memory.read(HERE) as ledger:
        assert ledger.people.by_ids([rosa.id])
