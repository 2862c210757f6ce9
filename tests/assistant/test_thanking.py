"""Reminders to thank: who is asked, once for each deed, with a draft; and what ends them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.buttons import Button, Form
from assistant.facts import Kind, Person
from assistant.ids import AccountId, IntroductionId, PersonId
from assistant.introductions.record import Introduction, Origin, Stage, Wanted
from assistant.nudges.record import Deed, Ending
from assistant.reply import (
    IsThatIt,
    Nudges,
    NudgeShown,
    Refusal,
    ThanksDue,
    ThanksForm,
    ThanksNoted,
    ThanksOwed,
    ThanksReceived,
)
from assistant.said import Surface
from assistant.thanks.chain import LINKS, chain
from assistant.thanks.made import Made, made_for
from assistant.thanks.nudging import gained
from handlers.views import render
from tests.assistant.conftest import HERE, Talk
from tests.conftest import TUESDAY


def tells(talk: Talk, account: str, words: str) -> None:
    answer = talk.says(account, words)
    if isinstance(answer, IsThatIt):
        talk.presses(account, Button.MEANT, f"{answer.question}:1")


def reminders(talk: Talk) -> list[NudgeShown]:
    """All that stands in reminders now, oldest first."""
    return [one for message in talk.shown.values() if isinstance(message, Nudges) for one in message.items]


def days(talk: Talk, number: int) -> None:
    """Let days pass, one after the other, each with its morning."""
    for _ in range(number):
        talk.clock.forward(days=1)
        talk.work()


def words(talk: Talk) -> str:
    return "\n".join(render(message).text for message in talk.shown.values() if isinstance(message, Nudges))


@pytest.fixture
def logged(talk: Talk) -> Talk:
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll yesterday")
    return talk


def test_an_introduction_is_reminded_of_once_with_a_draft(logged: Talk) -> None:
    assert reminders(logged) == []
    days(logged, 40)
    (one,) = reminders(logged)
    assert isinstance(one.item, ThanksDue)
    assert one.item.draft == "Thank you for introducing me to Linn O'Carroll on 23 November."
    assert "I won't ask about this again." in words(logged)


def test_send_sends_the_draft_and_nothing_was_said_before(logged: Talk) -> None:
    days(logged, 3)
    assert not any(isinstance(message, ThanksReceived) for message in logged.shown.values())
    (one,) = reminders(logged)
    logged.presses("UMAYA", Button.SEND_THANKS, one.nudge.id)
    (told,) = (message for message in logged.shown.values() if isinstance(message, ThanksReceived))
    assert "Thank you for introducing me to Linn O'Carroll" in render(told).text
    assert "Done." in words(logged)
    assert isinstance(logged.presses("UMAYA", Button.SEND_THANKS, one.nudge.id), Refusal)


def test_the_meeting_is_thanked_for_in_the_same_reminder_if_it_came_first(logged: Talk) -> None:
    tells(logged, "UMAYA", "met Linn O'Carroll today")
    days(logged, 20)
    (one,) = reminders(logged)
    assert isinstance(one.item, ThanksDue)
    assert one.item.draft.endswith("We met on 24 November.")


def test_a_meeting_after_the_thanks_is_one_more_reason_and_thanks_since_then_are_enough(logged: Talk) -> None:
    days(logged, 2)
    logged.presses("UMAYA", Button.SEND_THANKS, reminders(logged)[0].nudge.id)
    tells(logged, "UMAYA", "met Linn O'Carroll today")
    days(logged, 3)
    assert len(reminders(logged)) == 2
    talk = logged
    tells(talk, "UMAYA", "Tom Berger introduced me to Sam Tanner today")
    tells(talk, "UMAYA", "met Sam Tanner today")
    tells(talk, "UMAYA", "thank Tom Berger for the intro to Sam Tanner")
    days(talk, 20)
    assert len(reminders(talk)) == 2


def test_a_meeting_taken_back_is_not_thanked_for(logged: Talk) -> None:
    days(logged, 2)
    logged.presses("UMAYA", Button.SEND_THANKS, reminders(logged)[0].nudge.id)
    tells(logged, "UMAYA", "met Linn O'Carroll today")
    logged.says("UMAYA", "undo that")
    days(logged, 20)
    assert len(reminders(logged)) == 1


def test_edit_opens_the_draft_and_the_changed_words_are_what_is_read(logged: Talk) -> None:
    days(logged, 3)
    (one,) = reminders(logged)
    opened = logged.presses("UMAYA", Button.EDIT_THANKS, one.nudge.id)
    assert isinstance(opened, ThanksForm)
    assert opened.draft
    assert logged.submits("UMAYA", Form.THANKS, f"nudge:{one.nudge.id}", words="You are a star.") is None
    (told,) = (message for message in logged.shown.values() if isinstance(message, ThanksReceived))
    assert "You are a star." in render(told).text
    assert "Done." in words(logged)


def test_i_already_did_tells_nobody_and_is_owed_no_more(logged: Talk) -> None:
    days(logged, 3)
    logged.presses("UMAYA", Button.THANKED_ALREADY, reminders(logged)[0].nudge.id)
    assert not any(isinstance(message, ThanksReceived) for message in logged.shown.values())
    assert logged.says("UMAYA", "who do I still owe thanks to?") == ThanksOwed(())


def test_not_this_one_is_the_end_of_it(logged: Talk) -> None:
    days(logged, 3)
    logged.presses("UMAYA", Button.NUDGE_PASS, reminders(logged)[0].nudge.id)
    assert logged.says("UMAYA", "who do I still owe thanks to?") == ThanksOwed(())
    days(logged, 20)
    assert len(reminders(logged)) == 1


def a_week(talk: Talk) -> int | None:
    """How many nudges Maya chose."""
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        assert maya
        return ledger.preferences.of(maya.id).nudges_a_week


def test_fewer_means_one_less_a_week_however_often_it_is_pressed_and_is_the_end_of_this_one(logged: Talk) -> None:
    days(logged, 3)
    number = reminders(logged)[0].nudge.id
    assert "at most 1 a week" in str(logged.presses("UMAYA", Button.FEWER, number))
    assert isinstance(logged.presses("UMAYA", Button.FEWER, number), Refusal)
    assert a_week(logged) == 1
    assert "I remind you less from now on." in words(logged)
    assert isinstance(logged.presses("UMAYA", Button.SEND_THANKS, number), Refusal)
    owed = logged.says("UMAYA", "who do I still owe thanks to?")
    assert isinstance(owed, ThanksOwed)
    assert owed.owed, "what was not thanked for can still be"
    logged.says("UMAYA", "undo that")
    assert a_week(logged) is None


def test_none_any_more_can_be_changed_back_as_it_says(logged: Talk) -> None:
    days(logged, 3)
    first = reminders(logged)[0].nudge.id
    logged.presses("UMAYA", Button.FEWER, first)
    tells(logged, "UMAYA", "Tom Berger introduced me to Sam Tanner today")
    days(logged, 10)
    second = reminders(logged)[-1].nudge.id
    assert second != first
    assert "“resume nudges” change it back" in str(logged.presses("UMAYA", Button.FEWER, second))
    assert a_week(logged) == 0
    tells(logged, "UMAYA", "resume nudges")
    assert a_week(logged) is None


def test_the_reminders_of_somebody_else_cannot_be_pressed(logged: Talk) -> None:
    days(logged, 3)
    number = reminders(logged)[0].nudge.id
    for button in (Button.SEND_THANKS, Button.EDIT_THANKS, Button.THANKED_ALREADY, Button.FEWER):
        assert isinstance(logged.presses("UTOM", button, number), Refusal)


def test_what_was_introduced_long_ago_is_not_reminded_of(talk: Talk) -> None:
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll in March")
    days(talk, 20)
    assert reminders(talk) == []


def _introduction(origin: Origin, author: int) -> Introduction:
    return Introduction(
        IntroductionId(1), origin, Stage.INTRODUCED, PersonId(1), Wanted(PersonId(2)), "", PersonId(author),
        PersonId(3), False, (), TUESDAY, made_at=TUESDAY,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "author", "who"),
    [
        (Origin.REQUESTED, 1, {1}),
        (Origin.OFFERED, 3, {1, 2}),
        (Origin.LOGGED, 1, {1}),
        (Origin.LOGGED, 2, {2}),
        (Origin.LOGGED, 3, set()),
        (Origin.LOGGED, 4, set()),
    ],
)
def test_who_gained_is_who_is_asked(origin: Origin, author: int, who: set[int]) -> None:
    assert set(gained(_introduction(origin, author))) == who


def _made(connector: int, other: int, day: int) -> Made:
    people = [Person(PersonId(one), Kind.MEMBER, str(one)) for one in (connector, other)]
    return Made(_introduction(Origin.LOGGED, 1), *people, TUESDAY.date().replace(day=day))


def test_a_chain_names_everybody_who_opened_a_door() -> None:
    """Ana (1) introduced Bo (2), who introduced Cy (3), who bought."""
    found = chain(PersonId(3), [_made(2, 3, 20), _made(1, 2, 10)])
    assert [(one.connector.id, one.other.id) for one in found] == [(2, 3), (1, 2)]


def test_a_door_opened_afterwards_is_none_of_the_chain() -> None:
    assert [one.connector.id for one in chain(PersonId(3), [_made(1, 2, 20), _made(2, 3, 10)])] == [2]


@given(some.lists(some.tuples(some.integers(1, 6), some.integers(1, 6), some.integers(1, 28)), max_size=30))
def test_a_chain_ends_passes_nobody_twice_and_follows_one_from_the_other(doors: list[tuple[int, int, int]]) -> None:
    made = [_made(connector, other, day) for connector, other, day in doors]
    found = chain(PersonId(1), made)
    assert len(found) <= LINKS
    connectors = [one.connector.id for one in found]
    assert len(set(connectors)) == len(connectors)
    assert [one.other.id for one in found] == [PersonId(1), *connectors][: len(found)]
    assert [one.made_on for one in found] == sorted((one.made_on for one in found), reverse=True)


@pytest.fixture
def won(talk: Talk) -> Talk:
    """Tom introduced Maya to Linn, who introduced her to Sam Tanner; Linn sent her a client, and it was won."""
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll yesterday")
    tells(talk, "UMAYA", "Linn O'Carroll introduced me to Sam Tanner today")
    for connector in ("Tom Berger for the intro to Linn", "Linn O'Carroll for the intro to Sam Tanner"):
        talk.says("UMAYA", connector, Surface.COMMAND, "/thanks")
    tells(talk, "UMAYA", "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    days(talk, 20)
    assert [one for one in reminders(talk) if one.nudge.deed is Deed.BUSINESS] == []
    talk.presses("UMAYA", "won", "referral:1")
    days(talk, 3)
    return talk


def business(talk: Talk) -> NudgeShown:
    (one,) = (one for one in reminders(talk) if one.nudge.deed is Deed.BUSINESS)
    return one


def test_won_business_is_thanked_for_along_the_chain_with_one_draft(won: Talk) -> None:
    one = business(won)
    assert "Linn O'Carroll sent you business, and it is won. Before" not in words(won)
    assert "Linn O'Carroll sent you business, and it is won. Tom Berger introduced you to Linn O'Carroll" in words(won)
    before = len([message for message in won.shown.values() if isinstance(message, ThanksReceived)])
    won.presses("UMAYA", Button.SEND_THANKS, one.nudge.id)
    told = [message for message in won.shown.values() if isinstance(message, ThanksReceived)][before:]
    assert len(told) == 2
    for message in told:
        text = render(message).text
        assert "Business came of it." in text
        assert "2,500" not in text
        assert "Hofmann" not in text
    days(won, 20)
    assert business(won)


def test_a_client_whom_somebody_introduced_is_a_door_as_well(talk: Talk) -> None:
    """Ana introduced Bo, who introduced Cy, who bought; Bo says so: both are named."""
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll yesterday")
    tells(talk, "UMAYA", "Linn O'Carroll introduced me to Sam Tanner today")
    tells(talk, "UMAYA", "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    bought = {"client": "Sam Tanner", "amount": "2500", "currency": "EUR", "day": "2026-11-24", "state": "won"}
    assert talk.submits("UMAYA", "referral", 1, 1, **bought) is None
    days(talk, 3)
    item = business(talk).item
    assert isinstance(item, ThanksDue)
    assert item.sender is None
    assert [(one.connector.name, one.other.name) for one in item.owed] == [
        ("Linn O'Carroll", "Sam Tanner"),
        ("Tom Berger", "Linn O'Carroll"),
    ]


def told_to(talk: Talk) -> dict[str, str]:
    """What each of those thanked for business reads, by whom they introduced; "" for who introduced nobody."""
    told = [one for one in talk.shown.values() if isinstance(one, ThanksReceived) and one.thanks.business]
    return {one.other.name if one.other else "": render(one).text for one in told}


def test_each_reads_of_the_meeting_that_their_own_introduction_led_to(talk: Talk) -> None:
    """Linn introduced Sam, whom Maya met; Tom, who introduced Linn, is not told of that."""
    tells(talk, "UMAYA", "Tom Berger introduced me to Linn O'Carroll yesterday")
    tells(talk, "UMAYA", "Linn O'Carroll introduced me to Sam Tanner today")
    tells(talk, "UMAYA", "met Sam Tanner today")
    tells(talk, "UMAYA", "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    bought = {"client": "Sam Tanner", "amount": "2500", "currency": "EUR", "day": "2026-11-24", "state": "won"}
    assert talk.submits("UMAYA", "referral", 1, 1, **bought) is None
    days(talk, 3)
    talk.presses("UMAYA", Button.SEND_THANKS, business(talk).nudge.id)
    told = told_to(talk)
    assert "They met on Tue 24 Nov 2026." in told["Sam Tanner"]
    assert "They met" not in told["Linn O'Carroll"]
    (noted,) = [one for one in talk.shown.values() if isinstance(one, ThanksNoted)]
    text = render(noted).text
    assert "Linn O'Carroll also reads: introduced on Tue 24 Nov 2026; met on Tue 24 Nov 2026;" in text
    assert "Tom Berger also reads: introduced on Mon 23 Nov 2026; business came of it." in text
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        assert maya
        by_other = {one.other.name: one.introduction.met_at for one in made_for(maya, ledger)}
    assert by_other["Sam Tanner"]
    assert by_other["Linn O'Carroll"] is None


def test_who_sent_business_and_introduced_nobody_reads_of_no_meeting(won: Talk) -> None:
    tells(won, "UMAYA", "met Linn O'Carroll today")
    won.presses("UMAYA", Button.SEND_THANKS, business(won).nudge.id)
    told = told_to(won)
    assert "They met" in told["Linn O'Carroll"]
    assert "They met" not in told[""]


def test_plain_thanks_after_it_was_won_leave_only_the_others_to_be_thanked(won: Talk) -> None:
    """Linn sent it, Tom introduced Linn: each thanked in the member's own way is thanked."""
    one = business(won)
    won.says("UMAYA", "Linn O'Carroll for the bakery", Surface.COMMAND, "/thanks")
    left = business(won)
    assert left.nudge.is_open
    assert isinstance(left.item, ThanksDue)
    assert left.item.sender is None
    assert [owed.connector.name for owed in left.item.owed] == ["Tom Berger"]
    won.says("UMAYA", "Tom Berger for the bakery", Surface.COMMAND, "/thanks")
    assert business(won).nudge.how is Ending.DONE
    assert isinstance(won.presses("UMAYA", Button.SEND_THANKS, one.nudge.id), Refusal)


def test_who_was_thanked_before_the_reminder_came_is_not_named_in_it(talk: Talk) -> None:
    tells(talk, "UMAYA", "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    talk.presses("UMAYA", "won", "referral:1")
    talk.clock.forward(minutes=5)
    talk.says("UMAYA", "Linn O'Carroll for the bakery", Surface.COMMAND, "/thanks")
    days(talk, 5)
    assert not [one for one in reminders(talk) if one.nudge.deed is Deed.BUSINESS]


def test_who_says_that_it_was_not_them_who_sent_it_is_not_thanked_for_it(talk: Talk) -> None:
    tells(talk, "UMAYA", "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    days(talk, 1)
    talk.presses("ULINN", Button.NOT_MINE, "referral:1")
    talk.presses("UMAYA", "won", "referral:1")
    days(talk, 5)
    assert not [one for one in reminders(talk) if one.nudge.deed is Deed.BUSINESS]


def test_business_that_falls_through_is_not_thanked_for(talk: Talk) -> None:
    tells(talk, "UMAYA", "Linn O'Carroll sent me a client, Hofmann Bakery, worth €2,500")
    talk.presses("UMAYA", "won", "referral:1")
    talk.presses("UMAYA", "lost", "referral:1")
    days(talk, 5)
    assert not [one for one in reminders(talk) if one.nudge.deed is Deed.BUSINESS]


def test_the_card_of_each_has_the_thanks_between_the_two(logged: Talk) -> None:
    logged.says("UMAYA", "Tom Berger for the intro to Linn", Surface.COMMAND, "/thanks")
    hers = render(logged.says("UMAYA", "Tom Berger", Surface.COMMAND, "/who")).text
    assert "You thanked them on Tue 24 Nov 2026 for the introduction to Linn O'Carroll" in hers
    his = render(logged.says("UTOM", "Maya Patel", Surface.COMMAND, "/who")).text
    assert "Maya Patel thanked you on Tue 24 Nov 2026 for the introduction to Linn O'Carroll" in his
    assert "thanked" not in render(logged.says("ULINN", "Tom Berger", Surface.COMMAND, "/who")).text


@pytest.mark.parametrize("words", ["thanks", "Thank you so much!", "ok, thanks", "thx"])
def test_thanks_to_wellmet_itself_are_taken_as_such(talk: Talk, words: str) -> None:
    said = render(talk.says("UMAYA", words)).text
    assert said.startswith("You’re welcome!")
    assert "thank Sam for the intro to Linn" in said
