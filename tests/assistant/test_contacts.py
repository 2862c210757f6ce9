"""Contacts: edited, merged and set apart again, and asked about when somebody joins."""

import pytest

from assistant.facts import Kind, Profile, Standing
from assistant.ids import AccountId
from assistant.reply import (
    ContactForm,
    ContactMerged,
    ContactNoted,
    ContactsForm,
    FormErrors,
    KeptApart,
    MeetingForm,
    MeetingNoted,
    Refusal,
    SamePerson,
    WhichPerson,
    WhoIsThis,
)
from tests.assistant.conftest import HERE, Talk

ROSA = Profile(AccountId("UROSA"), "Rosa Lind", title="Potter", organisation="Lind & Co")


def contact(talk: Talk, name: str, account: str = "UMAYA") -> int:
    """Maya meets somebody unknown, who becomes her contact."""
    asked = talk.says(account, f"met {name} yesterday")
    assert isinstance(asked, WhoIsThis), asked
    talk.presses(account, "add_contact", asked.question)
    (noted,) = (m for m in talk.shown.values() if isinstance(m, MeetingNoted) and m.meeting.people[0].name == name)
    assert noted.meeting.people[0].kind is Kind.CONTACT
    return noted.meeting.people[0].id


def edits(talk: Talk, of: int, account: str = "UMAYA", **fields: str) -> FormErrors | None:
    return talk.submits(account, "contact", of, **{"name": "Rosa Lind", **fields})


def last(talk: Talk) -> object:
    return list(talk.shown.values())[-1]


def met(talk: Talk, account: str = "UMAYA") -> list[list[tuple[str, Kind]]]:
    """Whom the member met, as Home shows it."""
    talk.desk.look(HERE, AccountId(account))
    talk.work()
    return [[(one.name, one.kind) for one in meeting.people] for meeting in talk.homes[account].meetings]


def person(talk: Talk, account: str) -> int:
    with talk.memory.read(HERE) as ledger:
        found = ledger.people.by_account(AccountId(account))
        assert found
        return found.id


def test_what_is_noted_of_a_contact_shows_in_its_meetings_and_is_found_by(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    opened = talk.presses("UMAYA", "edit_contact", rosa)
    assert isinstance(opened, ContactForm)
    assert edits(talk, rosa, name="Rosa Linde", organisation="Clay", title="Potter", email="rosa@clay.example") is None
    noted = last(talk)
    assert isinstance(noted, ContactNoted)
    assert (noted.contact.title, noted.contact.email) == ("Potter", "rosa@clay.example")
    assert met(talk) == [[("Rosa Linde", Kind.CONTACT)]]
    (shown,) = (message for message in talk.shown.values() if isinstance(message, MeetingNoted))
    assert shown.meeting.people[0].name == "Rosa Linde"
    assert isinstance(talk.says("UMAYA", "met Rosa from Clay today"), MeetingNoted)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "   ", "needs a name"), ("email", "rosa", "e-mail"), ("name", "Pia Holm", "another contact"),
        ("same_as", "p:999", "can't find"), ("same_as", "p:{rosa}", "itself"), ("same_as", "p:{maya}", "you"),
        ("same_as", "p:{bot}", "app"), ("same_as", "p:{toms}", "can't find"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_under_its_field_and_nothing_changes(
    talk: Talk, field: str, value: str, says: str
) -> None:
    rosa, _ = contact(talk, "Rosa Lind"), contact(talk, "Pia Holm")
    ids = {
        "rosa": rosa,
        "maya": person(talk, "UMAYA"),
        "bot": person(talk, "UBOT"),
        "toms": contact(talk, "Ida", "UTOM"),
    }
    wrong = edits(talk, rosa, **{"title": "Changed", field: value.format(**ids)})
    assert isinstance(wrong, FormErrors)
    ((slot, sentence),) = wrong.errors
    assert (slot, says in sentence) == (field, True), sentence
    opened = talk.presses("UMAYA", "edit_contact", rosa)
    assert isinstance(opened, ContactForm)
    assert opened.contact.title == ""


@pytest.mark.parametrize("of", ["", "x", "９", "-1", "999999", "1" * 30])
def test_forged_contacts_are_refused(talk: Talk, of: str) -> None:
    for button in ("edit_contact", "take_apart", "same", "apart"):
        assert isinstance(talk.presses("UMAYA", button, of), Refusal)
    assert isinstance(talk.submits("UMAYA", "contact", of, name="Rosa"), FormErrors)
    assert isinstance(talk.submits("UMAYA", "contacts", "", contact=f"p:{of}"), FormErrors)


def test_somebody_elses_contact_is_as_good_as_none(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    assert isinstance(talk.presses("UTOM", "edit_contact", rosa), Refusal)
    assert isinstance(talk.presses("UTOM", "take_apart", rosa), Refusal)
    assert isinstance(edits(talk, rosa, "UTOM"), FormErrors)
    assert isinstance(talk.submits("UTOM", "contacts", contact=f"p:{rosa}"), FormErrors)
    assert [one.text for one in talk.desk.find(HERE, AccountId("UTOM"), "Rosa", "contact")] == []


def test_home_leads_to_ones_contacts(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    assert met(talk)
    assert talk.homes["UMAYA"].contacts == 1
    assert isinstance(talk.presses("UMAYA", "contacts", ""), ContactsForm)
    for typed in ("", "lin", "Rosa L"):
        assert [one.person for one in talk.desk.find(HERE, AccountId("UMAYA"), typed, "contact")] == [rosa]
    assert talk.submits("UMAYA", "contacts", contact=f"p:{rosa}") is None
    assert isinstance(talk.submits("UMAYA", "contacts"), FormErrors)


def test_a_contact_is_really_somebody_and_undo_sets_everything_back(talk: Talk) -> None:
    rosa = contact(talk, "Rosie")
    talk.says("UMAYA", "met Linn last week")
    linn = person(talk, "ULINN")
    assert edits(talk, rosa, name="Rosie", same_as=f"p:{linn}") is None
    merged = last(talk)
    assert isinstance(merged, ContactMerged)
    assert merged.meant.name == "Linn O'Carroll"
    assert met(talk) == [[("Linn O'Carroll", Kind.MEMBER)], [("Linn O'Carroll", Kind.MEMBER)]]
    assert talk.homes["UMAYA"].contacts == 0
    by_old_name = talk.says("UMAYA", "met Rosie today")
    assert isinstance(by_old_name, MeetingNoted)
    assert by_old_name.meeting.people[0].id == linn
    assert isinstance(talk.says("UTOM", "met Rosie today"), WhoIsThis), "nobody else's name for Linn"
    with talk.memory.read(HERE) as ledger:
        assert ledger.meetings.met(ledger.people.by_account(AccountId("UMAYA")).id, [linn])[linn][0] == 3  # type: ignore[union-attr]

    talk.presses("UMAYA", "take_apart", rosa)
    assert any(isinstance(message, ContactNoted) for message in talk.shown.values())
    assert met(talk)[1] == [("Rosie", Kind.CONTACT)], "the first meeting is with the contact again"
    assert met(talk)[0] == [("Linn O'Carroll", Kind.MEMBER)], "what was noted of Linn stays with her"
    assert talk.presses("UMAYA", "take_apart", rosa) is None, "again is the same"


def tied(talk: Talk) -> dict[int, int]:
    """Whom Maya has ties with, and from how many meetings."""
    with talk.memory.read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        return {tie.other: tie.times for tie in ledger.ties.of(maya.id, 10, maya.id)}  # type: ignore[union-attr]


def test_ties_follow_a_merge_and_its_undo(talk: Talk) -> None:
    rosa, linn = contact(talk, "Rosa Lind"), person(talk, "ULINN")
    talk.says("UMAYA", "met Linn today")
    assert tied(talk) == {rosa: 1, linn: 1}
    edits(talk, rosa, same_as=f"p:{linn}")
    assert tied(talk) == {linn: 2}
    both = talk.says("UMAYA", "met Rosa Lind today about clay")
    assert isinstance(both, MeetingNoted)
    assert tied(talk) == {linn: 3}
    talk.presses("UMAYA", "undo", both.meeting.id)
    assert tied(talk) == {linn: 2}
    talk.presses("UMAYA", "take_apart", rosa)
    assert tied(talk) == {rosa: 1, linn: 1}


def test_messages_about_meetings_follow_a_merge(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    edits(talk, rosa, same_as=f"p:{person(talk, 'ULINN')}")
    (shown,) = (message for message in talk.shown.values() if isinstance(message, MeetingNoted))
    assert [one.name for one in shown.meeting.people] == ["Linn O'Carroll"]


def test_a_meeting_edited_while_merged_is_the_contacts_again_after_undo(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    linn = person(talk, "ULINN")
    edits(talk, rosa, same_as=f"p:{linn}")
    (shown,) = (message for message in talk.shown.values() if isinstance(message, MeetingNoted))
    form = talk.presses("UMAYA", "edit", shown.meeting.id)
    assert isinstance(form, MeetingForm)
    assert form.meeting
    meeting = form.meeting
    fields = {"people": (f"p:{linn}",), "day": "2026-11-20", "topic": "clay"}
    assert talk.submits("UMAYA", "meeting", meeting.id, meeting.version, **fields) is None
    assert met(talk) == [[("Linn O'Carroll", Kind.MEMBER)]]
    talk.presses("UMAYA", "take_apart", rosa)
    assert met(talk) == [[("Rosa Lind", Kind.CONTACT)]]


def test_who_stands_in_a_meeting_twice_is_read_back_once(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    linn = person(talk, "ULINN")
    both = talk.says("UMAYA", "met Rosa Lind and Linn today")
    assert isinstance(both, MeetingNoted)
    edits(talk, rosa, same_as=f"p:{linn}")
    assert met(talk)[0] == [("Linn O'Carroll", Kind.MEMBER)]
    with talk.memory.read(HERE) as ledger:
        assert ledger.meetings.met(both.meeting.owner, [linn])[linn][0] == 2, "one meeting counts once"
    talk.presses("UMAYA", "take_apart", rosa)
    assert met(talk)[0] == [("Rosa Lind", Kind.CONTACT), ("Linn O'Carroll", Kind.MEMBER)]


def test_contacts_merge_in_a_row_and_never_in_a_ring(talk: Talk) -> None:
    one, two = contact(talk, "Rosa Lind"), contact(talk, "Rosi")
    edits(talk, one, same_as=f"p:{two}")
    assert isinstance(edits(talk, two, name="Rosi", same_as=f"p:{one}"), FormErrors), "the other is that contact"
    assert edits(talk, two, name="Rosi", same_as=f"p:{person(talk, 'ULINN')}") is None
    assert met(talk) == [[("Linn O'Carroll", Kind.MEMBER)]] * 2
    refused = edits(talk, one, same_as=f"p:{person(talk, 'UTOM')}")
    assert isinstance(refused, FormErrors)
    assert "Undo that first" in refused.errors[0][1]
    talk.presses("UMAYA", "take_apart", two)
    assert met(talk) == [[("Rosi", Kind.CONTACT)]] * 2
    talk.presses("UMAYA", "take_apart", one)
    assert sorted(met(talk)) == [[("Rosa Lind", Kind.CONTACT)], [("Rosi", Kind.CONTACT)]]


def test_the_name_of_a_merged_contact_for_somebody_else_makes_another_contact(talk: Talk) -> None:
    first = contact(talk, "Sam Lind")
    edits(talk, first, name="Sam", same_as=f"p:{person(talk, 'ULINN')}")
    asked = talk.says("UMAYA", "met Sam today")
    assert isinstance(asked, WhichPerson)
    assert "Linn O'Carroll" in [one.person.name for one in asked.candidates]
    talk.presses("UMAYA", "add_contact", asked.question)
    assert met(talk) == [[("Sam", Kind.CONTACT)], [("Linn O'Carroll", Kind.MEMBER)]]


def test_the_owner_alone_is_asked_once_when_the_contact_may_have_joined(talk: Talk) -> None:
    contact(talk, "Rósa LIND")
    before = len(talk.shown)
    talk.desk.learn(HERE, [ROSA])
    talk.work()
    question = last(talk)
    assert isinstance(question, SamePerson)
    assert (question.member.title, question.contact.kind) == ("Potter", Kind.CONTACT)
    talk.desk.learn(HERE, [ROSA])
    talk.desk.learn(HERE, [Profile(ROSA.account, "Rosa Lind", title="Sculptor")])
    talk.work()
    assert len(talk.shown) == before + 1


def test_yes_merges_in_the_place_of_the_question_and_can_be_undone(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    talk.desk.learn(HERE, [ROSA])
    talk.work()
    question = last(talk)
    assert isinstance(question, SamePerson)
    talk.presses("UMAYA", "same", question.match)
    merged = last(talk)
    assert isinstance(merged, ContactMerged)
    assert met(talk) == [[("Rosa Lind", Kind.MEMBER)]]
    assert isinstance(talk.says("UMAYA", "met Rosa Lind today"), MeetingNoted), "one person now: no question"
    talk.presses("UMAYA", "take_apart", rosa)
    assert any(isinstance(message, ContactNoted) for message in talk.shown.values())
    assert not any(isinstance(message, SamePerson) for message in talk.shown.values()), "not asked again"
    assert met(talk)[1] == [("Rosa Lind", Kind.CONTACT)]


def test_no_is_remembered_and_can_be_thought_better_of(talk: Talk) -> None:
    contact(talk, "Rosa Lind")
    talk.desk.learn(HERE, [ROSA])
    talk.work()
    question = last(talk)
    assert isinstance(question, SamePerson)
    talk.presses("UMAYA", "apart", question.match)
    assert isinstance(last(talk), KeptApart)
    talk.desk.learn(HERE, [Profile(ROSA.account, "Rosa Berg")])
    talk.desk.learn(HERE, [ROSA])
    talk.work()
    assert isinstance(last(talk), KeptApart)
    assert isinstance(talk.says("UMAYA", "met Rosa Lind today"), WhichPerson)
    talk.presses("UMAYA", "same", question.match)
    assert any(isinstance(message, ContactMerged) for message in talk.shown.values())
    assert isinstance(talk.presses("UMAYA", "apart", question.match), Refusal), "they are one by now"


def test_an_address_is_enough_and_the_question_is_not_for_others(talk: Talk) -> None:
    rosa = contact(talk, "Rosie")
    edits(talk, rosa, name="Rosie", email="Rosa@Clay.example")
    talk.desk.learn(HERE, [Profile(AccountId("UROSA"), "Rosa Lind", email="rosa@clay.example")])
    talk.work()
    question = last(talk)
    assert isinstance(question, SamePerson)
    assert isinstance(talk.presses("UTOM", "same", question.match), Refusal)
    assert isinstance(talk.presses("UROSA", "apart", question.match), Refusal)


@pytest.mark.parametrize("standing", [Standing.BOT, Standing.DEACTIVATED])
def test_nobody_is_asked_about_apps_and_former_members(talk: Talk, standing: Standing) -> None:
    contact(talk, "Rosa Lind")
    before = len(talk.shown)
    talk.desk.learn(HERE, [Profile(ROSA.account, "Rosa Lind", standing=standing)])
    talk.work()
    assert len(talk.shown) == before


def test_a_contact_merged_by_hand_meanwhile_answers_the_question(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    talk.desk.learn(HERE, [ROSA])
    edits(talk, rosa, same_as=f"p:{person(talk, 'UROSA')}")
    assert not any(isinstance(message, SamePerson) for message in talk.shown.values())
    assert sum(isinstance(message, ContactMerged) for message in talk.shown.values()) >= 1


def test_an_open_question_of_who_is_meant_survives_a_merge(talk: Talk) -> None:
    rosa = contact(talk, "Sam Lind")
    question = talk.says("UMAYA", "met Sam today")
    assert isinstance(question, WhichPerson)
    edits(talk, rosa, name="Sam Lind", same_as=f"p:{person(talk, 'ULINN')}")
    talk.presses("UMAYA", "choose", f"{question.question}:{person(talk, 'ULINN')}")
    assert met(talk)[0] == [("Linn O'Carroll", Kind.MEMBER)]


def test_the_list_for_this_is_really_has_neither_the_contact_nor_a_new_one(talk: Talk) -> None:
    rosa = contact(talk, "Rosa Lind")
    talk.desk.learn(HERE, [ROSA])
    found = talk.desk.find(HERE, AccountId("UMAYA"), "Rosa Lind", "same_as", str(rosa))
    assert [one.person for one in found] == [person(talk, "UROSA")]
