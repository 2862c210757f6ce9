"""Forgetting for good, as a member asks for it: asked first, in numbers, and then gone."""

import pytest

from assistant.buttons import Button
from assistant.facts import Person
from assistant.forgetting import end_introductions
from assistant.ids import AccountId, DeliveryId
from assistant.introductions.record import Closing, Side
from assistant.reply import (
    AllNoted,
    ForgetAsked,
    Forgotten,
    IntroductionShown,
    MeetingNoted,
    Nudges,
    Refusal,
    ReminderNoted,
    Reminders,
    Spared,
    ThanksOwed,
    WhichPerson,
    WhoIsThis,
)
from assistant.said import Surface, Utterance, Where
from assistant.undoing import STAYED
from handlers.views import render
from tests.assistant.conftest import HERE, Talk


def person(talk: Talk, account: str) -> Person:
    """Somebody as they are known by now."""
    with talk.memory.read(HERE) as ledger:
        return ledger.people.by_accounts([AccountId(account)])[AccountId(account)]


def tells(talk: Talk, account: str, words: str) -> None:
    """Says what others are told of as well."""
    where = Where("D" + account)
    said = Utterance(HERE, AccountId(account), words, Surface.DM, where, talk.clock.now(), DeliveryId(words))
    talk.desk.hear(said)
    talk.work()


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
    assert set(talk.shown) < before  # the message about the meeting is gone, and nothing is said anew
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
    which = talk.says("UMAYA", "forget Sam")
    assert isinstance(which, WhichPerson)
    assert {one.person.name for one in which.candidates} == {"Sam Okafor", "Sam Tanner"}
    assert "contact" not in str(render(which).blocks)


def test_nobody_becomes_a_contact_to_be_forgotten(talk: Talk) -> None:
    answer = talk.says("UMAYA", "forget Zebedee")
    assert answer == Refusal("I know nobody called Zebedee, so there is nothing to forget.")
    nearly = talk.says("UMAYA", "forget Lin")
    assert isinstance(nearly, WhoIsThis)
    assert [one.person.name for one in nearly.nearest] == ["Linn O'Carroll"]
    shown = render(nearly)
    assert "so there is nothing to forget. Did you mean one of these?" in " ".join(shown.text.split())
    assert "contact" not in str(shown.blocks)
    assert isinstance(talk.presses("UMAYA", Button.ADD_CONTACT, nearly.question), Refusal)
    with talk.memory.read(HERE) as ledger:
        assert not ledger.contacts.all_of(person(talk, "UMAYA").id)


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


def test_an_offer_that_waits_is_taken_back_before_one_of_the_two_is_forgotten(talk: Talk) -> None:
    tells(talk, "UTOM", "introduce Maya to Linn, both love galleries")
    waits = {
        key for key, m in talk.shown.items() if isinstance(m, IntroductionShown) and m.reader is not Side.CONNECTOR
    }
    assert len(waits) == 2
    asked = talk.says("UTOM", "forget Linn")
    assert isinstance(asked, ForgetAsked)
    assert counted(asked) == {"introduction": 1}
    with talk.memory.write(HERE) as ledger:
        tom, linn = (ledger.people.by_accounts([one])[one] for one in ("UTOM", "ULINN"))  # type: ignore[list-item,index]
        (offer,) = ledger.introductions.of(tom.id)
        end_introductions(tom, linn, ledger, talk.clock.now())
        ended = ledger.introductions.get(offer.id)
        assert ended
        assert ended.closing is Closing.WITHDRAWN
    talk.presses("UTOM", Button.FORGET, asked.person.id)
    assert not waits & talk.shown.keys()


def test_home_shows_nothing_of_what_was_forgotten(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn yesterday about xylophones")
    talk.desk.look(HERE, AccountId("UMAYA"))
    talk.work()
    assert "xylophones" in str(talk.homes["UMAYA"])
    asked = talk.says("UMAYA", "forget everything")
    assert isinstance(asked, ForgetAsked)
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert "xylophones" not in str(talk.homes["UMAYA"])


def test_whoever_was_asked_whether_it_is_right_reads_nothing_of_it_any_more(talk: Talk) -> None:
    """The question stood in one message with another one, which stays."""
    talk.says("UMAYA", "Tom sent me a client, Xylophone Bakery, worth €2,500")
    talk.says("ULINN", "Tom sent me a client, Hofmann Bakery, worth €100")
    talk.clock.forward(days=1)
    talk.work()
    (question,) = (ts for ts, m in talk.shown.items() if isinstance(m, Nudges))
    assert "Xylophone" in str(talk.shown[question])
    asked = talk.says("UMAYA", "forget everything")
    assert isinstance(asked, ForgetAsked)
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert "Xylophone" not in str(talk.shown[question])
    assert "Hofmann" in str(talk.shown[question])
    again = talk.says("ULINN", "forget everything")
    assert isinstance(again, ForgetAsked)
    talk.presses("ULINN", Button.FORGET, again.person.id)
    assert question not in talk.shown


def test_who_forgets_somebody_changes_nobody_elses_question_about_the_same_person(talk: Talk) -> None:
    for account in ("UMAYA", "ULINN"):
        talk.says(account, "met Tom today")
    for account in ("ULINN", "UMAYA"):
        asked = talk.says(account, "forget Tom")
    assert isinstance(asked, ForgetAsked)
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert [type(m) for m in talk.shown.values() if isinstance(m, ForgetAsked | Forgotten)] == [ForgetAsked, Forgotten]


def partners(talk: Talk) -> None:
    """Linn and Maya are, and both say so; Maya sent Linn a client, and both say so."""
    talk.says("ULINN", "Maya and I are teaming up on the spring show until June")
    talk.says("ULINN", "Maya sent me a client, Hofmann Bakery, worth €2,500")
    talk.clock.forward(days=1)
    talk.work()
    talk.presses("UMAYA", Button.CONFIRM, "partnership:1")
    talk.presses("UMAYA", Button.CONFIRM, "referral:1")


def test_what_both_confirmed_stays_and_every_answer_says_so(talk: Talk) -> None:
    partners(talk)
    asked = talk.says("ULINN", "forget everything")
    assert isinstance(asked, ForgetAsked)
    stays = {("referral", "referrals"): 1, ("partnership", "partnerships"): 1}
    assert asked.stays == stays
    talk.presses("ULINN", Button.FORGET, asked.person.id)
    (gone,) = [m for m in talk.shown.values() if isinstance(m, ForgetAsked | Forgotten)]
    assert gone == Forgotten(person(talk, "ULINN"), True, stays)
    left = talk.says("ULINN", "show everything I noted")
    assert isinstance(left, AllNoted)
    assert len(left.records) == 2
    undone = talk.says("ULINN", "undo")
    assert isinstance(undone, Refusal)
    assert undone.why == STAYED
    again = talk.says("ULINN", "forget everything")
    assert isinstance(again, ForgetAsked)
    assert (again.counts, again.stays) == ({}, stays)
    theirs = talk.says("UMAYA", "show everything I noted")
    assert isinstance(theirs, AllNoted)
    assert len(theirs.records) == 2


def test_what_was_said_to_be_forgotten_stays_said_whatever_is_noted_afterwards(talk: Talk) -> None:
    for _ in range(2):
        talk.says("ULINN", "met Tom today")
        asked = talk.says("ULINN", "forget Tom")
        assert isinstance(asked, ForgetAsked)
        talk.presses("ULINN", Button.FORGET, asked.person.id)
    ended = [m for m in talk.shown.values() if isinstance(m, ForgetAsked | Forgotten)]
    assert [type(m) for m in ended] == [Forgotten, Forgotten]


@pytest.mark.parametrize("words", ["forget Tom", "forget everything"])
def test_whoever_keeps_it_reads_that_nothing_was_erased(talk: Talk, words: str) -> None:
    talk.says("ULINN", "met Tom today")
    asked = talk.says("ULINN", words)
    assert isinstance(asked, ForgetAsked)
    talk.presses("ULINN", Button.SPARE, asked.person.id)
    assert [type(m) for m in talk.shown.values()] == [MeetingNoted, Spared]
    again = talk.says("ULINN", words)
    assert isinstance(again, ForgetAsked)


def test_nobody_is_spared_whom_one_does_not_know(talk: Talk) -> None:
    assert isinstance(talk.presses("UMAYA", Button.SPARE, 999999), Refusal)


def test_what_somebody_says_of_a_member_in_private_is_no_part_of_what_that_member_forgets(talk: Talk) -> None:
    talk.says("UTOM", "met Linn today")
    bare = talk.says("UTOM", "forget everything")
    noted = talk.says("UMAYA", "can't recommend Tom enough for funding")
    asked = talk.says("UTOM", "forget everything")
    assert asked == bare
    assert isinstance(asked, ForgetAsked)
    talk.presses("UTOM", Button.FORGET, asked.person.id)
    assert noted in talk.shown.values()
    mine = talk.says("UMAYA", "show everything I noted")
    assert isinstance(mine, AllNoted)
    assert [one.message for one in mine.records] == [noted]
    talk.clock.forward(days=2)
    talk.work()
    assert not [m for m in talk.shown.values() if isinstance(m, Nudges)]


def test_whoever_forgets_everything_takes_back_that_recommendations_of_them_are_shown(talk: Talk) -> None:
    private = talk.says("UMAYA", "can't recommend Tom enough for funding")
    talk.clock.forward(days=1)
    talk.work()
    talk.presses("UTOM", Button.RECOMMEND_YES, 1)
    assert private not in talk.shown.values()
    card = talk.says("ULINN", "who is Tom?")
    assert "funding" in str(card)
    asked = talk.says("UTOM", "forget everything")
    assert isinstance(asked, ForgetAsked)
    assert "recommendation" not in counted(asked)
    talk.presses("UTOM", Button.FORGET, asked.person.id)
    assert private in talk.shown.values()
    for account in ("ULINN", "UTOM"):
        assert "funding" not in str(talk.says(account, "who is Tom?"))


@pytest.mark.parametrize("words", ["forget everything", "forget Tom"])
def test_whoever_forgot_their_thanks_is_not_asked_to_thank_once_more(talk: Talk, words: str) -> None:
    """The introduction itself stays: it is the others' as well."""
    tells(talk, "UTOM", "introduce Maya to Linn, both love galleries")
    for account in ("UMAYA", "ULINN"):
        talk.presses(account, Button.ACCEPT, 1)
    assert thanks_owed(talk, "ULINN") == 1
    tells(talk, "ULINN", "thank Tom for the intro to Maya")
    assert thanks_owed(talk, "ULINN") == 0
    asked = talk.says("ULINN", words)
    assert isinstance(asked, ForgetAsked)
    talk.presses("ULINN", Button.FORGET, asked.person.id)
    assert thanks_owed(talk, "ULINN") == 0
    assert thanks_owed(talk, "UMAYA") == 1
    before = set(talk.shown)
    talk.says("ULINN", "met Maya today")
    talk.clock.forward(days=3)
    talk.work()
    new = [m for ts, m in talk.shown.items() if ts not in before and isinstance(m, Nudges)]
    assert not [m for m in new if m.items[0].nudge.person == person(talk, "ULINN").id]


def thanks_owed(talk: Talk, account: str) -> int:
    answer = talk.says(account, "whom do I still have to thank?")
    assert isinstance(answer, ThanksOwed)
    return len(answer.owed)


def test_lists_cards_and_refusals_that_name_somebody_go_with_them(talk: Talk) -> None:
    which = talk.says("UMAYA", "met Zoë Zander yesterday")
    assert isinstance(which, WhoIsThis)
    talk.presses("UMAYA", Button.ADD_CONTACT, which.question)
    for words in ("remind me to call Zoë in two weeks", "my reminders", "who is Zoë?", "when did I last see Zoë?"):
        talk.says("UMAYA", words)
    refused = talk.says("UMAYA", "introduce me to Zoë Zander for her cakes")
    assert isinstance(refused, Refusal)
    assert "Zoë" in refused.why
    talk.says("UMAYA", "zoë zander frobnicates")
    talk.says("UMAYA", "met Linn today")
    talk.says("UMAYA", "remind me to call Linn in two weeks")
    linns = talk.says("UMAYA", "who shares my audience?")
    talk.says("UTOM", "my reminders")
    asked = talk.says("UMAYA", "forget Zoë Zander")
    assert isinstance(asked, ForgetAsked)
    talk.presses("UMAYA", Button.FORGET, asked.person.id)
    assert "Zoë" not in str(talk.shown)
    assert "zoë" not in str(talk.shown)
    assert len([m for m in talk.shown.values() if isinstance(m, MeetingNoted | ReminderNoted | Forgotten)]) == 3
    assert linns in talk.shown.values()
    assert len([m for m in talk.shown.values() if isinstance(m, Reminders)]) == 1


def test_a_list_without_the_one_forgotten_stays(talk: Talk) -> None:
    talk.says("UMAYA", "remind me to call Linn in two weeks")
    listed = talk.says("UMAYA", "my reminders")
    talk.says("UMAYA", "met Tom today")
    for words, stays in (("forget Tom", True), ("forget Linn", False)):
        asked = talk.says("UMAYA", words)
        assert isinstance(asked, ForgetAsked)
        talk.presses("UMAYA", Button.FORGET, asked.person.id)
        assert (listed in talk.shown.values()) is stays
