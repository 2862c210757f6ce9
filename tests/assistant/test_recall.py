"""What was noted is told back: a person's card, questions about people and houses, lists with their pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.buttons import Button, Field, Form
from assistant.facts import Span
from assistant.ids import AccountId, PersonId
from assistant.recall.look import Look, What
from assistant.reply import (
    HowKnown,
    MeetingForm,
    MeetingNoted,
    MeetingsFound,
    Network,
    Numbers,
    PersonCard,
    Refusal,
    RequestForm,
    WhichPerson,
    WhoForm,
    WhoIsThis,
    Window,
)
from assistant.said import Surface
from handlers.views import render
from tests.assistant.conftest import HERE, Talk

COMMAND = Surface.COMMAND


def number_of(talk: Talk, name: str, owner: str = "") -> PersonId:
    """The id behind a name."""
    with talk.memory.read(HERE) as ledger:
        member = ledger.people.by_account(AccountId(name))
        assert member
        return member.id


def test_a_card_shows_how_often_when_where_and_what_about(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn at the Young Gallery on 3 November about the spring show")
    talk.says("UMAYA", "had coffee with Linn yesterday about frames")
    said = render(talk.says("UMAYA", "Linn", command="/who", surface=COMMAND)).text
    assert "Curator" in said
    assert "You met twice, the last time on Mon 23 Nov 2026." in said
    assert "The first time was at the Young Gallery on Tue 3 Nov 2026." in said
    assert "the spring show" in said
    assert "frames" in said
    assert "Only you can see this" in said


def test_a_card_holds_nothing_that_somebody_else_noted(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn at the Young Gallery yesterday about the secret show")
    talk.says("UTOM", "met Linn yesterday about the lease")
    said = render(talk.says("UTOM", "tell me about Linn")).text
    assert "secret" not in said
    assert "Young Gallery on" not in said
    assert "the lease" in said


def test_a_card_names_whom_both_know_as_far_as_their_ties_are_shown(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom yesterday")
    talk.says("ULINN", "met Tom yesterday")
    assert "Whom you both know" in render(talk.says("UMAYA", "who is Linn")).text
    talk.submits("ULINN", Form.SETTINGS, **{Field.SHOWS: ()})
    assert "Whom you both know" not in render(talk.says("UMAYA", "who is Linn")).text


def test_nobody_elses_contact_is_named_as_known_to_both(talk: Talk) -> None:
    rosa = talk.says("ULINN", "met Rosa Lind and Tom today")
    assert isinstance(rosa, WhoIsThis)
    talk.presses("ULINN", Button.ADD_CONTACT, rosa.question)
    mine = talk.says("UMAYA", "met Rosa Lind today")
    assert isinstance(mine, WhoIsThis)
    talk.presses("UMAYA", Button.ADD_CONTACT, mine.question)
    assert "Whom you both know" not in render(talk.says("UMAYA", "who is Linn")).text


def test_a_card_of_somebody_elses_contact_is_not_there(talk: Talk) -> None:
    asked = talk.says("ULINN", "met Rosa Lind today")
    assert isinstance(asked, WhoIsThis)
    talk.presses("ULINN", Button.ADD_CONTACT, asked.question)
    noted = next(one for one in talk.shown.values() if isinstance(one, MeetingNoted))
    rosa = noted.meeting.people[0].id
    assert isinstance(talk.presses("ULINN", Button.CARD, rosa), Window)
    assert isinstance(talk.presses("UMAYA", Button.CARD, rosa), Refusal)
    assert isinstance(talk.presses("UMAYA", Button.NEW_MEETING, rosa), Refusal)
    assert isinstance(talk.presses("UMAYA", Button.LOOK, f"meetings.{rosa}...1."), type(None))
    assert "don't know that person" in render(list(talk.shown.values())[-1]).text


def test_who_alone_opens_a_form_whose_answer_is_the_card(talk: Talk) -> None:
    assert isinstance(talk.says("UMAYA", "", command="/who", surface=COMMAND), WhoForm)
    assert isinstance(talk.says("UMAYA", "who", command="/wellmet", surface=COMMAND), WhoForm)
    assert talk.submits("UMAYA", Form.WHO)
    assert isinstance(talk.presses("UMAYA", Button.WHO, ""), WhoForm)


def test_who_behind_wellmet_is_a_card_for_a_name_and_a_question_otherwise(talk: Talk) -> None:
    assert isinstance(talk.says("UMAYA", "who Linn", command="/wellmet", surface=COMMAND), PersonCard)
    listed = talk.says("UMAYA", "who did I meet last week", command="/wellmet", surface=COMMAND)
    assert isinstance(listed, MeetingsFound)


def test_an_unclear_name_is_asked_about_and_the_answer_is_the_card(talk: Talk) -> None:
    asked = talk.says("UMAYA", "who is Sam?")
    assert isinstance(asked, WhichPerson)
    talk.presses("UMAYA", Button.CHOOSE, f"{asked.question}:{number_of(talk, 'USAMT')}")
    assert any(isinstance(one, PersonCard) and one.person.name == "Sam Tanner" for one in talk.shown.values())


def test_a_name_that_nobody_has_is_not_guessed(talk: Talk) -> None:
    said = talk.says("UMAYA", "Zebulon Quist", command="/who", surface=COMMAND)
    assert "I know nobody called Zebulon Quist" in render(said).text


def test_the_last_meeting_is_told_with_its_day_and_notes(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom on 3 November about the lease")
    talk.says("UMAYA", "met Tom yesterday at the harbour")
    said = render(talk.says("UMAYA", "when did I last see Tom?")).text
    assert "You last met Tom Berger at the harbour on Mon 23 Nov 2026." in said
    assert "You have met 2 times." in said


def test_after_the_last_meeting_come_all_of_them(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom on 3 November about the lease")
    talk.says("UMAYA", "met Tom yesterday at the harbour")
    last = talk.says("UMAYA", "when did I last see Tom?")
    assert isinstance(last, MeetingsFound)
    before = len(talk.shown)
    talk.presses("UMAYA", Button.LOOK, last.more)
    (everything,) = list(talk.shown.values())[before:]
    assert "2 meetings with Tom Berger" in render(everything).text  # type: ignore[arg-type]


def test_what_was_talked_about_is_told_within_the_days_asked_for(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom on 13 October about the lease")
    talk.says("UMAYA", "met Tom yesterday about frames")
    said = render(talk.says("UMAYA", "what did Tom and I discuss last month")).text
    assert "the lease" in said
    assert "frames" not in said


def test_where_nothing_was_noted_the_nearest_is_told(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom yesterday about frames")
    said = render(talk.says("UMAYA", "what did Tom and I discuss last month")).text
    assert "no meeting with Tom Berger" in said
    assert "frames" in said
    assert "no meeting with Linn" in render(talk.says("UMAYA", "when did I last see Linn")).text


def test_a_house_is_asked_about_through_its_people(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn yesterday about the show")
    talk.says("UMAYA", "met Tom today")
    said = render(talk.says("UMAYA", "when did I last talk to somebody at Young Gallery")).text
    assert "You last met Linn O'Carroll" in said


def test_who_introduced_whom_is_told_from_what_the_reader_may_know(talk: Talk) -> None:
    talk.says("UMAYA", "Tom introduced me to Linn last week")
    said = render(talk.says("UMAYA", "who introduced me to Linn?")).text
    assert "Tom Berger introduced you to Linn O'Carroll" in said
    assert "Tom Berger brought together" in render(talk.says("UMAYA", "whom did I meet through Tom")).text
    theirs = talk.says("ULINN", "who introduced me to Maya?")  # Maya's note is Maya's own
    assert isinstance(theirs, HowKnown)
    assert not theirs.introductions


def test_how_somebody_is_known_is_told_from_the_first_meeting(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom on 3 November at the fair")
    talk.says("UMAYA", "met Tom yesterday")
    said = render(talk.says("UMAYA", "how do I know Tom?")).text
    assert "The first time you met: Tom Berger at the fair on Tue 3 Nov 2026." in said


def test_meetings_of_a_week_are_listed_and_those_undone_are_not(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom on 18 November")
    talk.says("UMAYA", "met Linn on 19 November")
    talk.says("UMAYA", "undo")
    found = talk.says("UMAYA", "who did I meet last week")
    assert isinstance(found, MeetingsFound)
    assert [meeting.people[0].name for meeting in found.meetings] == ["Tom Berger"]


def test_a_long_list_goes_on_page_by_page_each_once(talk: Talk) -> None:
    for day in range(1, 13):
        talk.says("UMAYA", f"met Tom on {day} November about part {day}")
    first = talk.says("UMAYA", "have I ever met Tom")
    assert isinstance(first, MeetingsFound)
    assert (first.total, len(first.meetings)) == (12, 8)
    before = len(talk.shown)
    talk.presses("UMAYA", Button.LOOK, first.more)
    talk.presses("UMAYA", Button.LOOK, first.more)  # a double click
    second = list(talk.shown.values())[before:]
    assert len(second) == 1
    assert isinstance(second[0], MeetingsFound)
    assert {one.topic for one in first.meetings} | {one.topic for one in second[0].meetings} == {
        f"part {day}" for day in range(1, 13)
    }
    assert not second[0].more


def test_the_network_has_the_warm_and_those_not_met_for_long(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom yesterday")
    talk.says("UMAYA", "met Linn on 3 February")
    shown = talk.says("UMAYA", "show my network")
    assert isinstance(shown, Network)
    assert [one.person.name for one in shown.best] == ["Tom Berger"]
    assert [one.person.name for one in shown.fading] == ["Linn O'Carroll"]
    assert shown.people == 2
    assert "Not met for a while" in render(shown).text


def test_numbers_are_totals_of_the_reader_alone(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom and Linn yesterday at the harbour")
    talk.says("UMAYA", "met Tom today at the Harbour")
    talk.says("ULINN", "met Maya today")
    assert talk.says("UMAYA", "my stats") == Numbers(Span(), 2, 2, 1)


def test_a_card_offers_what_can_be_done_next(talk: Talk) -> None:
    linn = number_of(talk, "ULINN")
    card = talk.says("UMAYA", "who is Linn")
    assert isinstance(card, PersonCard)
    assert card.may_ask
    form = talk.presses("UMAYA", Button.NEW_MEETING, linn)
    assert isinstance(form, MeetingForm)
    assert form.person
    assert form.person.id == linn
    request = talk.presses("UMAYA", Button.NEW_REQUEST, linn)
    assert isinstance(request, RequestForm)
    assert request.target == form.person
    talk.says("UMAYA", "met Linn today")
    again = talk.says("UMAYA", "who is Linn")
    assert isinstance(again, PersonCard)
    assert not again.may_ask


_days = st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31))


@given(
    st.sampled_from(What), st.none() | st.integers(1, 10**15), _days, _days, st.integers(1, 99), st.text(max_size=80)
)
def test_what_is_looked_up_survives_its_way_through_a_button(
    what: What, person: int | None, first: date | None, last: date | None, page: int, words: str
) -> None:
    look = Look(what, PersonId(person) if person else None, Span(first, last), page, words)
    read = Look.read(look.written())
    assert read
    assert (read.what, read.person, read.span, read.page) == (look.what, look.person, look.span, page)
    assert len(look.matter().key) <= 64


@given(st.text(max_size=120))
def test_no_text_in_a_button_breaks_the_reading(text: str) -> None:
    read = Look.read(text)
    assert read is None or Look.read(read.written()) is not None


@pytest.mark.parametrize("of", ["", "cards", "card.1", "meetings.1.99999999..1.", "meetings.1.20260230..1.", "x" * 500])
def test_a_button_that_holds_nonsense_is_refused(talk: Talk, of: str) -> None:
    assert isinstance(talk.presses("UMAYA", Button.LOOK, of), Refusal)


def test_a_card_has_what_the_reader_will_be_reminded_of_and_nothing_of_others(talk: Talk) -> None:
    talk.says("UMAYA", "remind me to chase Tom about the lease in two weeks")
    talk.says("UMAYA", "catch up with Tom every 6 weeks")
    mine = render(talk.says("UMAYA", "Tom", command="/who", surface=COMMAND)).text
    assert "Reminders" in mine
    assert "every 6 weeks" in mine
    assert "the lease" in mine
    assert "Reminders" not in render(talk.says("ULINN", "Tom", command="/who", surface=COMMAND)).text
    talk.says("UMAYA", "undo")
    talk.says("UMAYA", "undo")
    assert "Reminders" not in render(talk.says("UMAYA", "Tom", command="/who", surface=COMMAND)).text
