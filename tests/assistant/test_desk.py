"""What the desk answers, and what it keeps: each sentence, press and form in one transaction."""

from datetime import date

import pytest

from assistant.asked import Ending
from assistant.buttons import Field
from assistant.facts import Grain, Kind, Profile, Slot
from assistant.ids import AccountId
from assistant.reply import (
    FormErrors,
    Help,
    LookingUp,
    MeetingForm,
    MeetingNoted,
    MeetingUndone,
    NobodyNamed,
    NotUnderstood,
    QuestionClosed,
    Refusal,
    WhichPerson,
    WhoIsThis,
)
from assistant.said import Surface
from tests.assistant.conftest import HERE, Talk


def names(reply: object) -> list[str]:
    assert isinstance(reply, MeetingNoted), reply
    return [person.name for person in reply.meeting.people]


def test_a_meeting_is_noted_for_its_speaker_with_what_was_assumed(talk: Talk) -> None:
    reply = talk.says("UMAYA", "met Linn at the Young Gallery")
    assert isinstance(reply, MeetingNoted)
    assert names(reply) == ["Linn O'Carroll"]
    assert (reply.meeting.place, reply.meeting.when.start) == ("the Young Gallery", date(2026, 11, 24))
    assert reply.meeting.assumed == {Slot.WHEN}


def test_the_day_is_counted_in_the_speakers_own_zone(talk: Talk) -> None:
    talk.clock.forward(hours=13, minutes=30)  # 23:50 in London, 00:50 on Wednesday in Berlin
    berlin = talk.says("UTOM", "met Linn yesterday")
    assert isinstance(berlin, MeetingNoted)
    assert berlin.meeting.when.start == date(2026, 11, 24)


def test_a_delivery_that_comes_again_is_not_heard_again(talk: Talk) -> None:
    assert names(talk.says("UMAYA", "met Tom", id="Ev1"))
    talk.clock.forward(minutes=5)
    assert talk.says("UMAYA", "met Tom", id="Ev1") is None


def test_the_same_words_within_a_minute_are_the_same_meeting_and_afterwards_another(talk: Talk) -> None:
    first = talk.says("UMAYA", "met Tom yesterday")
    again = talk.says("UMAYA", "met  tom yesterday")
    assert isinstance(again, MeetingNoted)
    assert isinstance(first, MeetingNoted)
    assert (again.again, again.meeting.id) == (True, first.meeting.id)
    talk.clock.forward(minutes=2)
    later = talk.says("UMAYA", "met Tom yesterday")
    assert isinstance(later, MeetingNoted)
    assert (later.again, later.meeting.id) != (True, first.meeting.id)


def test_words_said_again_after_undo_are_noted_anew(talk: Talk) -> None:
    talk.says("UMAYA", "met Tom yesterday")
    assert isinstance(talk.says("UMAYA", "undo"), MeetingUndone)
    reply = talk.says("UMAYA", "met Tom yesterday")
    assert isinstance(reply, MeetingNoted)
    assert not reply.again


def test_two_sams_are_asked_about_and_nothing_is_written_before_the_answer(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Sam yesterday")
    assert isinstance(question, WhichPerson)
    assert [one.person.name for one in question.candidates] == ["Sam Okafor", "Sam Tanner"]
    talk.desk.look(HERE, AccountId("UMAYA"))
    talk.work()
    assert talk.homes["UMAYA"].total == 0


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the second", "Sam Tanner"), ("2", "Sam Tanner"), ("first one", "Sam Okafor"), ("the last one", "Sam Tanner"),
        ("Sam Tanner", "Sam Tanner"), ("tanner", "Sam Tanner"), ("the one from Northwind", "Sam Okafor"),
        ("Sam from Tanner Type", "Sam Tanner"), ("the founder", "Sam Tanner"), ("<@USAMO>", "Sam Okafor"),
        ("I meant Okafor.", "Sam Okafor"),
    ],
)  # fmt: skip
def test_a_typed_answer_settles_who_is_meant(talk: Talk, words: str, meant: str) -> None:
    talk.says("UMAYA", "met Sam yesterday")
    assert names(talk.says("UMAYA", words)) == [meant]
    (closed,) = (message for message in talk.shown.values() if isinstance(message, QuestionClosed))
    assert closed.ending is Ending.ANSWERED


def test_a_typed_somebody_else_makes_a_contact(talk: Talk) -> None:
    talk.says("UMAYA", "met Sam yesterday")
    reply = talk.says("UMAYA", "someone else")
    assert isinstance(reply, MeetingNoted)
    assert [(p.name, p.kind) for p in reply.meeting.people] == [("Sam", Kind.CONTACT)]


def test_whom_one_met_before_stands_first_but_is_still_asked_about(talk: Talk) -> None:
    talk.says("UMAYA", "met Sam Tanner last week")
    question = talk.says("UMAYA", "met Sam today")
    assert isinstance(question, WhichPerson)
    assert [(one.person.name, one.times_met) for one in question.candidates] == [("Sam Tanner", 1), ("Sam Okafor", 0)]


def test_a_button_puts_the_meeting_in_the_place_of_the_question(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Sam yesterday")
    assert isinstance(question, WhichPerson)
    tanner = question.candidates[1].person
    talk.presses("UMAYA", "choose", f"{question.question}:{tanner.id}")
    assert [names(message) for message in talk.shown.values()] == [["Sam Tanner"]]


def test_a_second_press_on_an_answered_question_is_told_so(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Sam yesterday")
    assert isinstance(question, WhichPerson)
    one, other = (f"{question.question}:{candidate.person.id}" for candidate in question.candidates)
    talk.presses("UMAYA", "choose", one)
    assert isinstance(talk.presses("UMAYA", "choose", other), Refusal)
    assert len(talk.shown) == 1


@pytest.mark.parametrize("of", ["", "x", "1:2:3", "1:999", "9" * 50 + ":1", "1:-1", "１:１"])
def test_a_forged_choice_is_refused(talk: Talk, of: str) -> None:
    talk.says("UMAYA", "met Sam yesterday")
    assert isinstance(talk.presses("UMAYA", "choose", of), Refusal)


def test_nobody_answers_somebody_elses_question_or_undoes_their_meeting(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Sam yesterday")
    noted = talk.says("UMAYA", "met Linn yesterday")
    assert isinstance(question, WhichPerson)
    assert isinstance(noted, MeetingNoted)
    choice = f"{question.question}:{question.candidates[0].person.id}"
    assert isinstance(talk.presses("UTOM", "choose", choice), Refusal)
    for button in ("undo", "restore", "edit", "add_note"):
        assert isinstance(talk.presses("UTOM", button, noted.meeting.id), Refusal)
    assert talk.submits("UTOM", "note", noted.meeting.id, 1, notes="mine now")


def test_an_unknown_name_becomes_a_contact_known_to_its_owner_only(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Rosa Lind yesterday")
    assert isinstance(question, WhoIsThis)
    talk.presses("UMAYA", "add_contact", question.question)
    talk.clock.forward(minutes=2)
    assert names(talk.says("UMAYA", "met Rosa today")) == ["Rosa Lind"]
    assert not isinstance(talk.says("UTOM", "met Rosa today"), MeetingNoted)


def test_a_name_in_small_letters_that_nobody_has_is_not_asked_about_in_a_sentence(talk: Talk) -> None:
    assert isinstance(talk.says("UMAYA", "met expectations"), NotUnderstood)


def test_two_open_names_are_asked_one_after_the_other(talk: Talk) -> None:
    first = talk.says("UMAYA", "met Sam and Rosa Lind yesterday")
    assert isinstance(first, WhichPerson)
    talk.presses("UMAYA", "choose", f"{first.question}:{first.candidates[0].person.id}")
    (second,) = talk.shown.values()
    assert isinstance(second, WhoIsThis)
    assert second.name == "Rosa Lind"
    talk.presses("UMAYA", "add_contact", second.question)
    (noted,) = talk.shown.values()
    assert names(noted) == ["Sam Okafor", "Rosa Lind"]


def test_a_question_expires_after_a_day_and_says_so_in_its_message(talk: Talk) -> None:
    question = talk.says("UMAYA", "met Sam yesterday")
    assert isinstance(question, WhichPerson)
    talk.clock.forward(hours=24)
    talk.work()
    (closed,) = talk.shown.values()
    assert isinstance(closed, QuestionClosed)
    assert closed.ending is Ending.EXPIRED
    choice = f"{question.question}:{question.candidates[0].person.id}"
    assert isinstance(talk.presses("UMAYA", "choose", choice), Refusal)


def test_another_sentence_is_not_taken_for_an_answer(talk: Talk) -> None:
    talk.says("UMAYA", "met Sam yesterday")
    assert names(talk.says("UMAYA", "met Tom on Friday")) == ["Tom Berger"]
    assert isinstance(talk.says("UMAYA", "what can you do?"), Help)
    assert names(talk.says("UMAYA", "Sam Tanner")) == ["Sam Tanner"]


def test_never_mind_drops_the_sentence(talk: Talk) -> None:
    talk.says("UMAYA", "met Sam yesterday")
    reply = talk.says("UMAYA", "never mind")
    assert isinstance(reply, QuestionClosed)
    assert reply.ending is Ending.DROPPED


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("help", Help), ("the sky is blue", NotUnderstood), ("met with a", NobodyNamed), ("met Linn tomorrow", Refusal),
        ("met <@UBOT> yesterday", Refusal), ("met <@UNOBODY> yesterday", Refusal), ("undo", Refusal),
        ("met <@UMAYA> yesterday", Refusal),
    ],
)  # fmt: skip
def test_what_cannot_be_noted_has_an_answer_too(talk: Talk, words: str, kind: type) -> None:
    assert isinstance(talk.says("UMAYA", words), kind)
    assert not [m for m in talk.shown.values() if isinstance(m, MeetingNoted)]


def test_a_former_member_may_become_a_contact(talk: Talk) -> None:
    question = talk.says("UMAYA", "met <@UDAN> yesterday")
    assert isinstance(question, WhoIsThis)
    talk.presses("UMAYA", "add_contact", question.question)
    (noted,) = talk.shown.values()
    assert names(noted) == ["Dan Departed"]


def test_external_people_are_told_why_and_bots_are_not_answered(talk: Talk) -> None:
    assert isinstance(talk.says("UEVA", "met Tom"), Refusal)
    assert talk.says("UBOT", "met Tom") is None


def test_accounts_unknown_here_are_looked_up_before_the_sentence_is_heard(talk: Talk) -> None:
    talk.foreign["UNEW"] = Profile(AccountId("UNEW"), "Noor Aziz")
    assert names(talk.says("UMAYA", "met <@UNEW> yesterday")) == ["Noor Aziz"]
    talk.foreign["UNEWER"] = Profile(AccountId("UNEWER"), "Bea Kraft")
    assert names(talk.says("UNEWER", "met Noor yesterday")) == ["Noor Aziz"]


def test_a_command_that_must_look_somebody_up_is_answered_in_private_afterwards(talk: Talk) -> None:
    talk.foreign["UNEW"] = Profile(AccountId("UNEW"), "Noor Aziz")
    assert isinstance(talk.says("UMAYA", "<@UNEW> yesterday", Surface.COMMAND, "/met"), LookingUp)
    assert [names(message) for message in talk.shown.values()] == [["Noor Aziz"]]


def test_a_command_answers_at_once_and_alone_opens_the_form(talk: Talk) -> None:
    assert names(talk.says("UMAYA", "linn yesterday", Surface.COMMAND, "/met")) == ["Linn O'Carroll"]
    assert isinstance(talk.says("UMAYA", "", Surface.COMMAND, "/met"), MeetingForm)
    assert isinstance(talk.says("UMAYA", "", Surface.COMMAND, "/wellmet"), Help)
    assert not talk.shown


def test_undo_and_restore_show_in_every_message_and_pressing_twice_changes_nothing(talk: Talk) -> None:
    noted = talk.says("UMAYA", "met Linn yesterday")
    assert isinstance(noted, MeetingNoted)
    talk.presses("UMAYA", "undo", noted.meeting.id)
    talk.presses("UMAYA", "undo", noted.meeting.id)
    assert [type(message) for message in talk.shown.values()] == [MeetingUndone]
    talk.presses("UMAYA", "restore", noted.meeting.id)
    assert [type(message) for message in talk.shown.values()] == [MeetingNoted]


def test_a_fleeting_message_is_replaced_by_what_the_press_returns(talk: Talk) -> None:
    noted = talk.says("UMAYA", "linn yesterday", Surface.COMMAND, "/met")
    assert isinstance(noted, MeetingNoted)
    assert isinstance(talk.presses("UMAYA", "undo", noted.meeting.id, fleeting="https://there"), MeetingUndone)


def test_an_edit_changes_the_message_and_what_was_assumed_is_said_now(talk: Talk) -> None:
    noted = talk.says("UMAYA", "met Linn")
    assert isinstance(noted, MeetingNoted)
    linn = noted.meeting.people[0].id
    people = (f"p:{linn}", "new:Rosa Lind")
    assert not talk.submits("UMAYA", "meeting", noted.meeting.id, 1, people=people, day="2026-11-20", place="here")
    (shown,) = talk.shown.values()
    assert isinstance(shown, MeetingNoted)
    assert names(shown) == ["Linn O'Carroll", "Rosa Lind"]
    assert (shown.meeting.when.start, shown.meeting.assumed) == (date(2026, 11, 20), frozenset())


def test_an_edit_that_leaves_the_day_alone_keeps_its_grain(talk: Talk) -> None:
    noted = talk.says("UMAYA", "met Linn last week")
    assert isinstance(noted, MeetingNoted)
    people = (f"p:{noted.meeting.people[0].id}",)
    talk.submits("UMAYA", "meeting", noted.meeting.id, 1, people=people, day="2026-11-16", topic="art")
    (shown,) = talk.shown.values()
    assert isinstance(shown, MeetingNoted)
    assert shown.meeting.when.grain is Grain.WEEK


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, Field.PEOPLE),
        ({"people": ("p:999",)}, Field.PEOPLE),
        ({"people": ("new:Jo",), "day": "2027-01-01"}, Field.DAY),
    ],
)
def test_a_form_says_what_is_wrong_under_its_field(talk: Talk, fields: dict[str, object], field: Field) -> None:
    outcome = talk.submits("UMAYA", "meeting", **fields)
    assert isinstance(outcome, FormErrors)
    assert outcome.errors[0][0] is field
    assert not talk.shown


def test_a_form_that_is_sent_off_twice_is_one_meeting_and_one_that_was_wrong_may_come_again(talk: Talk) -> None:
    for _ in range(2):
        assert not talk.submits("UMAYA", "meeting", id="view1", people=("new:Rosa Lind",), day="2026-11-20")
    assert len(talk.shown) == 1
    assert talk.submits("UMAYA", "meeting", id="view2", people=())
    assert not talk.submits("UMAYA", "meeting", id="view2", people=("new:Bea Kraft",))
    assert len(talk.shown) == 2


def test_a_form_based_on_an_older_state_is_told_so(talk: Talk) -> None:
    noted = talk.says("UMAYA", "met Linn yesterday")
    assert isinstance(noted, MeetingNoted)
    talk.submits("UMAYA", "note", noted.meeting.id, 1, notes="she likes boats")
    people = (f"p:{noted.meeting.people[0].id}",)
    assert talk.submits("UMAYA", "meeting", noted.meeting.id, 1, people=people)
    (shown,) = talk.shown.values()
    assert isinstance(shown, MeetingNoted)
    assert shown.meeting.notes == "she likes boats"


def test_a_new_form_is_answered_in_the_private_conversation(talk: Talk) -> None:
    assert not talk.submits("UMAYA", "meeting", people=("new:Rosa Lind",), day="2026-11-20", time="15:30")
    (shown,) = talk.shown.values()
    assert isinstance(shown, MeetingNoted)
    assert shown.meeting.when.grain is Grain.MINUTE


def test_names_being_typed_find_members_and_offer_a_new_contact(talk: Talk) -> None:
    def found(typed: str) -> list[str]:
        return [choice.text for choice in talk.desk.find(HERE, AccountId("UMAYA"), typed)]

    assert found("sa") == ["Sam Okafor", "Sam Tanner", "sa"]
    assert found("linn o") == ["Linn O'Carroll", "linn o"]
    assert found("Linn O'Carroll") == ["Linn O'Carroll"]
    assert found("zzz") == ["zzz"]
    assert found("") == []


def test_home_is_published_when_opened_and_kept_up_to_date_from_then_on(talk: Talk) -> None:
    talk.says("UMAYA", "met Linn yesterday")
    assert not talk.homes
    talk.desk.look(HERE, AccountId("UMAYA"))
    talk.work()
    assert talk.homes["UMAYA"].total == 1
    talk.says("UMAYA", "met Tom yesterday")
    assert talk.homes["UMAYA"].total == 2
    talk.says("UMAYA", "undo")
    assert talk.homes["UMAYA"].total == 1


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("met Linn yesterday 2-4pm", date(2026, 11, 23), date(2026, 11, 23)),
        ("met Linn between Monday and Wednesday last week", date(2026, 11, 16), date(2026, 11, 18)),
        ("met Linn until 5pm", None, date(2026, 11, 24)),
        ("met Linn since September", date(2026, 9, 1), None),
    ],
)
def test_moments_of_every_form_are_kept_and_shown(talk: Talk, said: str, start: date | None, end: date | None) -> None:
    noted = talk.says("UMAYA", said)
    assert isinstance(noted, MeetingNoted)
    when = noted.meeting.when
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize("says", ["met Linn on 31 February about the show", "remind me to call Linn on 30 Feb"])
def test_a_day_that_no_calendar_has_is_refused_and_nothing_is_noted(talk: Talk, says: str) -> None:
    refused = talk.says("UMAYA", says)
    assert isinstance(refused, Refusal)
    assert "no such day" in refused.why
