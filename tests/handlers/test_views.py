"""Every reply, as it looks: within Slack's limits, complete in its text, and proof against whatever was typed."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.asked import Ending
from assistant.buttons import Field
from assistant.facts import Grain, Kind, Meeting, Person, PersonSaid, Slot, Standing, When
from assistant.ids import AccountId, MatchId, MeetingId, PersonId, QuestionId
from assistant.people.index import Directory
from assistant.phrases.frame import Amount, Every, Frame, Intent, Role, Setting
from assistant.phrases.frame import Subject as ShownSubject
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety
from assistant.reply import (
    AllNoted,
    AnsweredPrivately,
    Candidate,
    ContactForm,
    ContactMerged,
    ContactNoted,
    ContactsForm,
    FormErrors,
    Help,
    Home,
    IsThatIt,
    KeptApart,
    LookingUp,
    Matter,
    MeetingForm,
    MeetingNoted,
    MeetingUndone,
    Message,
    NobodyNamed,
    Noted,
    NoteForm,
    NotUnderstood,
    OpenForm,
    PersonChoice,
    QuestionClosed,
    Refusal,
    SamePerson,
    Subject,
    WhichPerson,
    WhoIsThis,
)
from assistant.said import Surface, Where
from handlers.views import Rendered, errors, home, no_form, no_window, notice, offered, open_form, render, trouble
from handlers.views.blocks import small
from handlers.views.help import EXAMPLES
from handlers.views.home import home as page_of
from handlers.views.moments import moment
from playground.pings import pings
from playground.rules import faults_of_message, faults_of_options, faults_of_view

MONDAY = date(2026, 11, 23)
WRITTEN = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)
LINN = Person(PersonId(1), Kind.MEMBER, "Linn O'Carroll", title="Curator", organisation="Young Gallery")
ROSA = Person(PersonId(2), Kind.CONTACT, "Rosa Lind", owner=PersonId(9))
ME = Person(PersonId(9), Kind.MEMBER, "Maya Patel", account=AccountId("U9"))
ONE = Meeting(
    MeetingId(42), PersonId(9), (LINN, ROSA), When(Grain.DAY, MONDAY), "the Young Gallery", "the spring show", "",
    frozenset(), WRITTEN,
)  # fmt: skip


def words(meeting: Meeting, again: bool = False) -> str:
    return render(MeetingNoted(meeting, again)).text


def test_a_meeting_is_read_back_in_full() -> None:
    assert words(ONE).startswith(
        "Noted: you met Linn O'Carroll and Rosa Lind (your contact) at the Young Gallery on Mon 23 Nov 2026, "
        "about the spring show.\n"
    )
    assert "Only you can see this." in words(ONE)


def test_what_was_assumed_is_marked() -> None:
    assert "assumed" not in words(ONE)
    assert "I assumed the day, since none was given." in words(replace(ONE, assumed=frozenset({Slot.WHEN})))


def test_notes_stand_on_their_own_lines_and_an_edit_shows() -> None:
    told = words(replace(ONE, notes="He moves to Graz.\nAsk about <keys>", edited_at=WRITTEN))
    assert "\nHe moves to Graz.\nAsk about &lt;keys&gt;\n" in told
    assert "Edited." in told


def test_the_same_again_and_taken_back() -> None:
    assert words(ONE, again=True).startswith("You told me already: you met Linn")
    undone = render(MeetingUndone(ONE))
    assert undone.text.startswith("Undone: your meeting with Linn O'Carroll")
    assert labels(undone.blocks) == ["Put it back"]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(Grain.DAY, MONDAY), "on Mon 23 Nov 2026"),
        (When(Grain.MINUTE, MONDAY, at=time(15, 0)), "on Mon 23 Nov 2026 at 15:00"),
        (When(Grain.HOUR, MONDAY, at=time(9)), "on Mon 23 Nov 2026 at 09:00"),
        (When(Grain.PART, MONDAY, part="morning"), "on Mon 23 Nov 2026 in the morning"),
        (When(Grain.PART, MONDAY, part="night"), "on Mon 23 Nov 2026 at night"),
        (When(Grain.DAY, date(2026, 11, 21), date(2026, 11, 22)), "on Sat 21 – Sun 22 Nov 2026"),
        (When(Grain.WEEK, date(2026, 11, 16), date(2026, 11, 22)), "in the week of Mon 16 – Sun 22 Nov 2026"),
        (When(Grain.WEEK, date(2026, 11, 30), date(2026, 12, 6)), "in the week of Mon 30 Nov – Sun 6 Dec 2026"),
        (When(Grain.WEEK, date(2026, 12, 28), date(2027, 1, 3)), "in the week of Mon 28 Dec 2026 – Sun 3 Jan 2027"),
        (When(Grain.MONTH, date(2026, 10, 1), date(2026, 10, 31)), "in October 2026"),
        (When(Grain.QUARTER, date(2026, 7, 1), date(2026, 9, 30)), "in the third quarter of 2026"),
        (When(Grain.YEAR, date(2026, 1, 1), date(2026, 12, 31)), "in 2026"),
        (When(Grain.VAGUE), "recently (no date given)"),
        (When(Grain.DAY, None, MONDAY), "by Mon 23 Nov 2026"),
    ],
)
def test_moments_are_said_in_full(when: When, said: str) -> None:
    assert moment(when) == said


def sam(id_: int, name: str = "Sam Okafor", **more: Any) -> Candidate:
    return Candidate(Person(PersonId(id_), Kind.MEMBER, name, **more), 4, date(2026, 11, 3))


def test_which_person_has_a_line_and_a_button_for_each() -> None:
    first = sam(3, title="Product lead", organisation="Northwind", picture="https://a.b/c.png")
    question = WhichPerson(
        QuestionId(7), "Sam", (first, sam(4, "Sam Tanner")), Frame(Intent.RECORD_MEETING, place="the fair")
    )
    shown = render(question)
    assert "Which Sam did you meet at the fair?" in shown.text
    assert "1. Sam Okafor – Product lead, Northwind – you met 4 times, last on Tue 3 Nov 2026" in shown.text
    assert labels(shown.blocks) == ["Sam Okafor", "Sam Tanner", "Somebody else: add as a contact", "Never mind"]
    assert [one.get("value") for one in elements(shown.blocks)] == ["7:3", "7:4", "7", "7"]
    assert shown.has_pictures
    assert not shown.without_pictures().has_pictures


def test_two_people_of_one_name_have_buttons_that_differ() -> None:
    question = WhichPerson(QuestionId(7), "Sam", (sam(3, title="Baker"), sam(4), sam(5)), Frame(Intent.RECORD_MEETING))
    assert labels(render(question).blocks)[:3] == ["1. Sam Okafor (Baker)", "2. Sam Okafor", "3. Sam Okafor"]


def test_an_unknown_name_offers_those_spelt_nearly_so_and_a_contact() -> None:
    question = WhoIsThis(QuestionId(7), "Rosa Lind", (sam(3),), Frame(Intent.RECORD_MEETING))
    assert labels(render(question).blocks) == ["Sam Okafor", "Add Rosa Lind as a contact", "Never mind"]
    long = WhoIsThis(QuestionId(7), "x" * 300, (), Frame(Intent.RECORD_MEETING))
    assert labels(render(long).blocks)[0].endswith("… as a contact")


@pytest.mark.parametrize("sentence", EXAMPLES)
def test_the_examples_in_help_work(sentence: str) -> None:
    said = sentence.replace("@linn", "<@U1|linn>")
    now = datetime(2026, 11, 24, 10, 20)  # noqa: DTZ001 (a wall clock)
    read = understand(Heard(said, Surface.DM, now), Directory())
    assert (read.surety, read.frame.intent) == (Surety.ACT, Intent.RECORD_MEETING)


def test_what_was_not_understood_is_kept_as_it_was_written() -> None:
    told = render(NotUnderstood("the &lt;weather&gt; &amp; <@U1|linn> <!here>")).text
    assert "the &lt;weather&gt; &amp; @linn @here" in told


def test_an_edit_form_holds_the_meeting_and_says_what_a_picker_cannot() -> None:
    week = replace(ONE, when=When(Grain.WEEK, date(2026, 11, 16), date(2026, 11, 22)), version=3)
    where = Where("D1", "1.2", "", "https://hooks.slack.com/x")
    view = open_form(MeetingForm(MONDAY, week), where)
    assert json.loads(view["private_metadata"])["version"] == 3
    assert json.loads(view["private_metadata"])["fleeting"] == where.fleeting
    fields = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
    assert [one["value"] for one in fields["people"]["element"]["initial_options"]] == ["p:1", "p:2"]
    assert fields["day"]["element"]["initial_date"] == "2026-11-16"
    assert "in the week of" in fields["day"]["hint"]["text"]
    assert [block["label"]["text"] for block in fields.values()] == ["Who", "Day", "Time", "Where", "Topic", "Notes"]


def test_a_vague_meeting_is_edited_without_a_day_being_made_up() -> None:
    view = open_form(MeetingForm(MONDAY, replace(ONE, when=When(Grain.VAGUE))))
    assert "initial_date" not in json.dumps(view)


def test_errors_stand_under_fields_that_the_form_has() -> None:
    found = FormErrors(((Field.DAY, "Too late."), (Field.PEOPLE, "Nobody.")))
    assert errors(found, ("people", "day")) == {"day": "Too late.", "people": "Nobody."}
    assert errors(found, ("notes",)) == {"notes": "Too late. Nobody."}


def test_home_has_pages_and_offers_to_put_back_what_was_undone() -> None:
    page = home(Home(ME, (ONE,) * 10, 2, 5, 44))
    assert labels(page["blocks"])[0] == "Note a meeting"
    turns = [labels([block]) for block in page["blocks"]]
    assert ["Newer", "Older"] in turns
    assert "Page 2 of 5" in json.dumps(page)
    undone = home(Home(ME, (ONE,), 1, 1, 1, undone=MeetingUndone(ONE)))
    assert "Put it back" in labels(undone["blocks"])


def test_home_teaches_who_has_nothing_and_tells_others_why_not() -> None:
    assert EXAMPLES[0] in json.dumps(home(Home(ME, (), 1, 1, 0)))
    outside = replace(ME, standing=Standing.EXTERNAL)
    assert labels(home(Home(outside, (), 1, 1, 0))["blocks"]) == []


def test_a_contact_that_was_met_has_a_way_to_its_form() -> None:
    rosa = Person(PersonId(5), Kind.CONTACT, "Rosa Lind", owner=ME.id)
    noted = render(MeetingNoted(replace(ONE, people=(LINN, rosa))))
    assert labels(noted.blocks)[-1] == "Edit contact"
    two = render(MeetingNoted(replace(ONE, people=(rosa, replace(rosa, id=PersonId(6), name="Pia Holm")))))
    assert labels(two.blocks)[-2:] == ["Edit Rosa Lind", "Edit Pia Holm"]


def test_the_question_about_somebody_who_joined_says_who_and_what_follows() -> None:
    rosa = Person(PersonId(5), Kind.CONTACT, "Rosa Lind", owner=ME.id, organisation="Clay")
    asked = render(SamePerson(MatchId(3), rosa, replace(LINN, id=PersonId(7), name="Rosa Lind")))
    assert asked.text.startswith("Rosa Lind is in this workspace now. Is this the Rosa Lind (Clay) whom you noted")
    assert labels(asked.blocks) == ["Yes, the same", "No"]


# Whatever was typed

NASTY = st.sampled_from(
    (
        "<!channel>", "<!here|x>", "<@U123>", "<@U123|linn>", "<#C1|general>", "@channel @here @everyone",
        "&lt;!here&gt;", "<https://evil.example|click>", "https://evil.example", "*bold* _it_ ~no~ `code`", "```",
        "&amp;amp;", "&", "<", ">", "\x00\x07", "\u202ereversed", "\ud800", "<!date^0^{date}|x>", "<!subteam^S1|@x>",
        "", " ", "\n\n", "x" * 5_000, "&" * 4_000, "<" * 3_999, ":smile:", "e\u0301", "\U0001f469\u200d\U0001f52c",
    )
)  # fmt: skip
TYPED = st.one_of(NASTY, st.text(max_size=60), st.builds(lambda a, b, c: a + b + c, NASTY, st.text(max_size=20), NASTY))
PIDS = st.integers(1, 10**12).map(PersonId)
SURE = st.builds(
    Person,
    id=PIDS,
    kind=st.sampled_from(Kind),
    name=TYPED,
    title=TYPED,
    organisation=TYPED,
    picture=st.sampled_from(("", "https://a.b/c.png")),
)
CONTACTS = st.builds(
    Person, PIDS, st.just(Kind.CONTACT), TYPED, email=TYPED, title=TYPED, organisation=TYPED, owner=st.just(PersonId(9))
)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
WHENS = st.builds(
    When,
    st.sampled_from(Grain),
    st.none() | DAYS,
    st.none() | DAYS,
    st.none() | st.times(),
    st.sampled_from(("", "morning")),
)
MEETINGS = st.builds(
    Meeting,
    id=st.integers(1, 10**12).map(MeetingId),
    owner=st.just(PersonId(9)),
    people=st.lists(SURE, min_size=1, max_size=20).map(tuple),
    when=WHENS,
    place=TYPED,
    topic=TYPED,
    notes=TYPED,
    assumed=st.frozensets(st.sampled_from(Slot)),
    written_at=st.just(WRITTEN),
    edited_at=st.sampled_from((None, WRITTEN)),
)
CANDIDATES = st.lists(st.builds(Candidate, SURE, st.integers(0, 9), st.none() | DAYS), max_size=5).map(tuple)
PEOPLE_SAID = st.lists(st.builds(PersonSaid, TYPED, speaker=st.booleans(), means=TYPED), max_size=4).map(tuple)
SAID = st.builds(
    Frame,
    intent=st.sampled_from(Intent),
    people=st.dictionaries(st.sampled_from(Role), PEOPLE_SAID, max_size=2),
    when=st.none() | WHENS,
    place=TYPED,
    topic=TYPED,
    organisation=TYPED,
    seeking=TYPED,
    client=TYPED,
    amount=st.none() | st.builds(Amount, st.floats(0, 1e9), st.sampled_from(("", "EUR"))),
    every=st.none() | st.builds(Every, st.integers(1, 99), st.sampled_from(("week", "month"))),
    subject=st.none() | st.sampled_from(ShownSubject),
    setting=st.none() | st.sampled_from(Setting),
)
QUESTIONS = st.just(QuestionId(7))
NOTED = st.builds(Noted, st.just(Matter(Subject.MEETING, 7)), st.builds(MeetingNoted, MEETINGS, st.booleans()))
MESSAGES = st.one_of(
    st.builds(MeetingNoted, MEETINGS, st.booleans()),
    st.builds(MeetingUndone, MEETINGS),
    st.builds(
        AllNoted,
        st.lists(MEETINGS | NOTED, max_size=8).map(tuple),
        st.sampled_from((None, Subject.REFERRAL, Subject.RECOMMENDATION)),
        st.integers(1, 3),
        TYPED,
        TYPED,
    ),
    st.builds(WhichPerson, QUESTIONS, TYPED, CANDIDATES.filter(bool), SAID),
    st.builds(WhoIsThis, QUESTIONS, TYPED, CANDIDATES, SAID),
    st.builds(IsThatIt, QUESTIONS, SAID, st.none() | SAID),
    st.builds(QuestionClosed, st.sampled_from(Ending), TYPED, st.none() | SURE),
    st.builds(NotUnderstood, TYPED),
    st.builds(NobodyNamed, TYPED),
    st.builds(Refusal, TYPED),
    st.builds(ContactNoted, CONTACTS),
    st.builds(ContactMerged, CONTACTS, SURE),
    st.builds(SamePerson, st.just(MatchId(3)), CONTACTS, SURE),
    st.builds(KeptApart, st.just(MatchId(3)), CONTACTS, SURE),
    st.sampled_from((Help(), LookingUp(), AnsweredPrivately())),
)
FORMS = st.one_of(
    st.builds(MeetingForm, st.just(MONDAY), st.none() | MEETINGS),
    st.builds(NoteForm, MEETINGS),
    st.builds(ContactForm, CONTACTS),
    st.just(ContactsForm()),
)
HOMES = st.builds(
    Home,
    st.just(ME),
    st.lists(MEETINGS, max_size=12).map(tuple),
    st.integers(1, 5),
    st.integers(1, 5),
    st.integers(0, 99),
    st.integers(0, 2),
    noted=st.lists(NOTED, max_size=3).map(tuple),
    everything=st.sampled_from(("", "noted....1.")),
)
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def elements(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for block in blocks if block["type"] == "actions" for one in block["elements"]]


def labels(blocks: list[dict[str, Any]]) -> list[str]:
    return [one["text"]["text"] for one in elements(blocks)]


def harmless(blocks: list[dict[str, Any]]) -> None:
    """Nothing is parsed: no mrkdwn or markdown, and in rich text no leaf but plain words."""
    assert pings("", blocks) == ()
    text = json.dumps(blocks)
    assert '"mrkdwn"' not in text
    assert '"markdown"' not in text
    text.encode()
    for kind in ("user", "broadcast", "usergroup", "channel", "link", "emoji", "date"):
        assert f'"type": "{kind}"' not in text


def sound(said: Rendered) -> None:
    assert faults_of_message(said.blocks) == []
    harmless(said.blocks)
    assert said.text.strip()
    assert len(said.text) <= 4_000
    assert "<" not in said.text
    assert ">" not in said.text
    assert re.sub("&(amp|lt|gt);", "", said.text).count("&") == 0
    said.text.encode()


@SLOW
@given(MESSAGES)
def test_whatever_was_typed_a_message_is_sound(message: Message) -> None:
    said = render(message)
    sound(said)
    below = Where("", windows=("look:1:" + "x" * 1_500,) * 2)
    assert faults_of_view(notice(said, below, "x" * 1_500)) == []


@SLOW
@given(MEETINGS)
def test_the_text_says_whom_it_is_about(meeting: Meeting) -> None:
    plain = replace(meeting, people=(LINN,), place="", topic="")
    assert "Linn O'Carroll" in render(MeetingNoted(plain)).text
    assert moment(meeting.when) in render(MeetingNoted(plain)).text


@SLOW
@given(FORMS, TYPED)
def test_whatever_was_typed_a_form_opens(form: OpenForm, address: str) -> None:
    view = open_form(form, Where("D1", "1.2", "", "https://hooks.slack.com/" + address))
    assert faults_of_view(view) == []
    harmless(view["blocks"])
    for block in view["blocks"]:
        element = block.get("element", {})
        assert len(element.get("initial_value", "")) <= element.get("max_length", 3_000)


@SLOW
@given(HOMES)
def test_whatever_was_typed_home_is_published(page: Home) -> None:
    view = home(page)
    assert faults_of_view(view) == []
    harmless(view["blocks"])


@pytest.mark.parametrize("others", [0, 40, 64, 70])
def test_where_all_else_on_home_is_long_meetings_give_way_and_what_stands_below_does_not(others: int) -> None:
    view = page_of(Home(ME, (ONE,) * 10, 1, 2, 20), undone=[small("something") for _ in range(others)])
    assert faults_of_view(view) == []
    assert {"Older", "Add an offer"} <= set(labels(view["blocks"]))
    assert ("show my meetings" in str(view)) is (labels(view["blocks"]).count("Edit") < 10)


@SLOW
@given(st.builds(PersonChoice, st.none() | st.integers(1, 99).map(PersonId), TYPED, TYPED))
def test_whatever_was_typed_it_can_be_offered(choice: PersonChoice) -> None:
    assert faults_of_options({"options": [offered(choice)]}) == []


@given(TYPED)
def test_whatever_was_typed_trouble_can_be_told(words: str) -> None:
    sound(trouble("abc123", words))
    sound(no_form("/met"))
    sound(no_window())
