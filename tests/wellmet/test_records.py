"""Operators undo, put back, call off and set right single records of a member, of every kind, without Slack."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from assistant.buttons import Button, Field, Form
from assistant.ids import AccountId, PersonId
from assistant.records import KINDS
from assistant.reply import IsThatIt, Message, Subject, WhoIsThis
from assistant.said import Surface
from store.engine import Database
from store.kept.tables import KEPT
from store.migrations import migrate
from store.tables import metadata
from tests.assistant.conftest import HERE, Talk
from tests.conftest import StandingClock
from wellmet.cli import app

# Of each kind of record a sentence that makes one.
NOTED = {
    Subject.MEETING: "met Linn yesterday about the spring show",
    Subject.REMINDER: "remind me to chase Tom about the lease in two weeks",
    Subject.SETTINGS: "quiet after 6pm",
    Subject.INTRODUCTION: "Tom introduced me to Linn last week",
    Subject.LISTING: "I offer wedding photography",
    Subject.THANKS: "thank Tom for the intro to Linn",
    Subject.REFERRAL: "Tom sent me a client, Xylophone Bakery, worth €2,500",
    Subject.PARTNERSHIP: "Linn and I are teaming up on the bridal fair until June",
    Subject.RECOMMENDATION: "I recommend Linn O'Carroll for portraits",
}
# Of each of these a sentence that sets it right, and what it says then.
SET_RIGHT = {
    Subject.MEETING: ("no, it was on Friday", "Fri 20 Nov 2026"),
    Subject.REMINDER: ("no, make it Friday", "Fri 27 Nov 2026"),
    Subject.SETTINGS: ("no, after 7pm", "19:00"),
    Subject.INTRODUCTION: ("I meant Sam Tanner", "Sam Tanner"),
    Subject.LISTING: ("no, I meant wedding cakes", "wedding cakes"),
    Subject.THANKS: ("it was for the evening at the gallery", "the evening at the gallery"),
    Subject.REFERRAL: ("make it £300", "300 GBP"),
    Subject.PARTNERSHIP: ("I meant Sam Tanner", "Sam Tanner"),
    Subject.RECOMMENDATION: ("I meant Sam Tanner", "Sam Tanner"),
}
# Contacts are forgotten and exported; the others are what Wellmet asks and says.
NO_RECORDS = {Subject.CONTACT, Subject.MATCH, Subject.QUESTION, Subject.NUDGES}
every_kind = pytest.mark.parametrize("kind", sorted(KINDS))


@dataclass
class Operator:
    """Types commands about Maya's records, on the database that she talks to."""

    command_line: CliRunner
    talk: Talk
    database: Database

    def runs(self, *words: str, fails: bool = False) -> str:
        """What the command prints."""
        done = self.command_line.invoke(app, list(words))
        assert done.exit_code == int(fails), done.output
        self.talk.work()
        return done.output

    def on(self, command: str, *words: str, fails: bool = False) -> str:
        return self.runs(command, "--member", "UMAYA", *words, fails=fails)

    def key(self, kind: str) -> str:
        """Of the record of that kind that Maya wrote down last."""
        return self.on("records", "--kind", kind).split()[0]

    def line(self, key: str) -> str:
        """How the list tells of the record."""
        return next(line for line in self.on("records").splitlines() if line.startswith(f"{key} "))

    def all_rows(self) -> dict[str, list[tuple[object, ...]]]:
        with self.database.read() as connection:
            return {one.name: [tuple(row) for row in connection.execute(select(one))] for one in metadata.sorted_tables}


@pytest.fixture
def operator(database_url: str, clock: StandingClock, command_line: CliRunner) -> Iterator[Operator]:
    database = Database(database_url)
    migrate(database)
    yield Operator(command_line, Talk(database, clock), database)
    database.close()


def says(operator: Operator, words: str, who: str = "UMAYA") -> Message:
    """By command: others may be told something at the same moment."""
    answer = operator.talk.says(who, words, Surface.COMMAND, "/wellmet")
    if isinstance(answer, IsThatIt):
        answer = operator.talk.says(who, "yes", Surface.COMMAND, "/wellmet")
    operator.talk.clock.forward(minutes=5)
    return answer


def id_of(operator: Operator, account: str) -> PersonId:
    with operator.talk.memory.read(HERE) as ledger:
        found = ledger.people.by_account(AccountId(account))
        assert found
        return found.id


def noted(operator: Operator, kind: str) -> str:
    """The key of a record of the kind, just written down."""
    says(operator, NOTED[Subject(kind)])
    return operator.key(kind)


def test_every_table_of_what_members_write_down_is_a_kind_of_record() -> None:
    """So that what is tested below for each kind is tested for whatever is added."""
    assert {kept.subject for kept in KEPT if kept.subject} == KINDS | NO_RECORDS
    assert set(NOTED) == set(SET_RIGHT) == KINDS


def test_what_a_member_noted_is_listed_whatever_its_kind_the_last_first(operator: Operator) -> None:
    assert "nothing is noted" in operator.on("records")
    for kind in NOTED:
        says(operator, NOTED[kind])
    listed = [line.split(":")[0] for line in operator.on("records").splitlines()]
    assert set(listed) == KINDS
    assert listed[0] == Subject.RECOMMENDATION
    assert listed[-1] == Subject.MEETING
    assert len(operator.on("records", "--limit", "3").splitlines()) == 3


def about(operator: Operator, who: str) -> set[str]:
    """The keys of what is listed as about somebody."""
    return {line.split()[0] for line in operator.on("records", "--about", who, "--limit", "99").splitlines()}


@pytest.mark.parametrize("kind", sorted(KINDS - {Subject.LISTING, Subject.SETTINGS}))
def test_what_is_about_somebody_is_listed_by_who_they_are_also_when_it_was_taken_back(
    operator: Operator, kind: str
) -> None:
    key = noted(operator, kind)
    for who, name in (("ULINN", "Linn O'Carroll"), ("UTOM", "Tom Berger"), ("USAMO", "Sam Okafor")):
        assert (key in about(operator, who)) is (name in operator.line(key))
    assert key in about(operator, "ULINN") | about(operator, "UTOM")
    operator.on("undo", key, "--write")
    assert key in about(operator, "ULINN") | about(operator, "UTOM")


def contact(operator: Operator, met_as: str, name: str) -> str:
    """The key of a contact of Maya's whom she met, and who is called so since."""
    asked = says(operator, f"met {met_as} yesterday")
    assert isinstance(asked, WhoIsThis)
    operator.talk.presses("UMAYA", Button.ADD_CONTACT, asked.question)
    operator.talk.clock.forward(minutes=5)
    with operator.talk.memory.read(HERE) as ledger:
        number = ledger.meetings.latest(id_of(operator, "UMAYA"), 1)[0].people[0].id
    assert operator.talk.submits("UMAYA", Form.CONTACT, str(number), name=name) is None
    return f"{Subject.CONTACT}:{number}"


def test_a_namesake_and_a_name_in_the_words_of_a_record_are_not_who_it_is_about(operator: Operator) -> None:
    says(operator, "met Tom Berger yesterday")
    berger = operator.key(Subject.MEETING)
    says(operator, "met Linn yesterday about Tom Berger")
    says(operator, "I offer portraits of Tom Berger")
    tom = contact(operator, "Zelda", "Tom")
    assert about(operator, tom) == {operator.key(Subject.MEETING)}
    assert about(operator, "UTOM") == {berger}


def test_what_is_about_a_contact_is_about_whoever_they_turned_out_to_be(operator: Operator) -> None:
    rosie = contact(operator, "Rosie", "Rosie Lind")
    meeting = operator.key(Subject.MEETING)
    says(operator, "remind me to call Rosie Lind on Friday")
    assert about(operator, rosie) == {meeting, operator.key(Subject.REMINDER)}
    says(operator, "met Linn yesterday")
    merged = f"p:{id_of(operator, 'ULINN')}"
    assert (
        operator.talk.submits("UMAYA", Form.CONTACT, rosie.partition(":")[2], name="Rosie Lind", same_as=merged) is None
    )
    everything = {meeting, operator.key(Subject.REMINDER), operator.key(Subject.MEETING)}
    assert about(operator, "ULINN") == about(operator, rosie) == everything


@pytest.mark.parametrize("kind", sorted(KINDS - {Subject.SETTINGS, Subject.INTRODUCTION}))
def test_what_a_file_brought_back_is_listed_undone_and_put_back_as_well(
    operator: Operator, tmp_path: Path, kind: str
) -> None:
    noted(operator, kind)
    copy = str(tmp_path / "maya.json")
    operator.on("export", "--out", copy)
    operator.on("forget", "--write")
    assert "nothing is noted" in operator.on("records")
    operator.on("import", copy, "--write")
    key = operator.key(kind)
    stood = operator.line(key)
    operator.on("undo", key, "--write")
    assert operator.line(key) != stood
    operator.on("redo", "--write")
    assert operator.line(key) == stood
    operator.talk.presses("UMAYA", Button.UNDO, key)
    assert operator.line(key) != stood
    says(operator, "put it back")
    assert operator.line(key) == stood
    operator.on("undo", key, "--write")
    assert "nothing was changed" in operator.on("import", "--undo")
    assert operator.line(key) != stood
    assert "taken out again" in operator.on("import", "--undo", "--write")
    assert "no file was put back" in operator.on("import", "--undo", "--write")
    assert "has taken nothing back" in operator.on("redo", "--write", fails=True)


def test_whom_a_connector_has_in_mind_is_not_learned_by_asking_what_is_about_them(operator: Operator) -> None:
    says(operator, "met Linn yesterday")
    says(operator, "Sam Okafor and I met last week", who="ULINN")
    says(operator, "could Linn introduce me to somebody at Northwind? I'd like to talk about the lease")
    number = operator.key(Subject.INTRODUCTION).partition(":")[2]
    operator.talk.submits("ULINN", Form.WHOM, number, **{Field.TARGET: f"p:{id_of(operator, 'USAMO')}"})
    assert "nothing is noted" in operator.on("records", "--about", "USAMO")
    operator.talk.presses("USAMO", Button.ACCEPT, number)
    assert "introduction:" in operator.on("records", "--about", "USAMO")


@every_kind
def test_a_record_is_taken_back_and_put_back(operator: Operator, kind: str) -> None:
    key = noted(operator, kind)
    before, stood = operator.all_rows(), operator.line(key)
    assert "nothing was changed" in operator.on("undo", key)
    assert operator.all_rows() == before
    assert "done" in operator.on("undo", key, "--write")
    assert operator.line(key) != stood
    assert "it was taken back already; nothing was changed" in operator.on("undo", key, "--write")
    before = operator.all_rows()
    assert "nothing was changed" in operator.on("redo")
    assert operator.all_rows() == before
    operator.on("redo", "--write")
    assert operator.line(key) == stood
    operator.on("undo", "--write")
    assert operator.line(key) != stood


@every_kind
def test_a_record_is_called_off(operator: Operator, kind: str) -> None:
    key = noted(operator, kind)
    before, stood = operator.all_rows(), operator.line(key)
    assert "nothing was changed" in operator.on("cancel", key)
    assert operator.all_rows() == before
    assert "the same as `wellmet undo`" in operator.on("cancel", key, "--write")
    assert operator.line(key) != stood


@every_kind
def test_a_record_is_set_right_by_a_sentence(operator: Operator, kind: str) -> None:
    if kind == Subject.INTRODUCTION:
        says(operator, "Sam Okafor introduced me to Tom last week")
        key = operator.key(kind)
    else:
        key = noted(operator, kind)
    before = operator.all_rows()
    sentence, words = SET_RIGHT[Subject(kind)]
    tried = operator.on("amend", key, sentence)
    assert words in tried
    assert "nothing was changed" in tried
    assert operator.all_rows() == before
    _, after, said = operator.on("amend", key, sentence, "--write").splitlines()
    assert said == "done"
    assert after.split()[1:] == tried.splitlines()[1].removeprefix("another one").removeprefix(key).split()
    assert words in operator.line(after.split()[0])


def test_what_would_be_asked_is_told_and_nothing_is_changed(operator: Operator) -> None:
    key = noted(operator, Subject.MEETING)
    before = operator.all_rows()
    asked = operator.on("amend", key, "I meant Sam", "--write", fails=True)
    assert "Sam Okafor – Northwind (USAMO); Sam Tanner" in asked
    assert "nobody called Zeno Zilch" in operator.on("amend", key, "I meant Zeno Zilch", "--write", fails=True)
    for words in ("undo that", "what is the weather", "met Tom yesterday"):
        assert "sets nothing right" in operator.on("amend", key, words, "--write", fails=True)
    assert operator.all_rows() == before
    operator.on("amend", key, "I meant <@USAMO>", "--write")
    assert "Sam Okafor" in operator.line(key)


def test_the_record_is_the_one_of_the_key_whatever_was_noted_since(operator: Operator) -> None:
    key = noted(operator, Subject.LISTING)
    noted(operator, Subject.MEETING)
    operator.on("amend", key, "no, I meant wedding cakes", "--write")
    assert "wedding cakes" in operator.line(key)


@pytest.mark.parametrize(
    "sentence",
    ["change my reminder about Tom to yesterday", "change my meeting with Tom to yesterday", "the referral was won"],
)
def test_a_sentence_that_names_another_record_sets_nothing_of_this_one_right(operator: Operator, sentence: str) -> None:
    noted(operator, Subject.REMINDER)
    key = noted(operator, Subject.MEETING)
    before = operator.all_rows()
    assert "sets nothing right" in operator.on("amend", key, sentence, "--write", fails=True)
    assert operator.all_rows() == before
    operator.on("amend", key, "change my meeting with Linn to Friday", "--write")
    assert "Fri 20 Nov 2026" in operator.line(key)


def test_a_partnership_that_both_agreed_on_was_one_when_it_is_called_off(operator: Operator) -> None:
    key = noted(operator, Subject.PARTNERSHIP)
    operator.talk.presses("ULINN", Button.CONFIRM, key)
    assert "the same as" not in operator.on("cancel", key, "--write")
    assert "Undone" not in operator.line(key)
    assert "ended" in operator.line(key)


def asked_for_sam(operator: Operator) -> str:
    """The key of Maya's request, which Linn is asked about."""
    says(operator, "met Linn yesterday")
    says(operator, "Sam Okafor and I met last week", who="ULINN")
    says(operator, "could Linn introduce me to Sam Okafor? I'd like to talk about the lease")
    operator.talk.work()
    return operator.key(Subject.INTRODUCTION)


def test_a_request_that_is_called_off_is_withdrawn_where_it_was_asked(operator: Operator) -> None:
    key = asked_for_sam(operator)
    asked = list(operator.talk.shown.values())
    operator.on("cancel", key, "--write")
    assert "Withdrawn" in operator.line(key)
    assert list(operator.talk.shown.values()) != asked
    assert "called off already" in operator.on("cancel", key, "--write")


def test_an_introduction_that_was_made_is_not_taken_back_but_needed_no_longer(operator: Operator) -> None:
    key = asked_for_sam(operator)
    for who in ("ULINN", "USAMO"):
        operator.talk.presses(who, Button.ACCEPT, key.partition(":")[2])
    assert "introduced already" in operator.on("undo", key, "--write", fails=True)
    assert "done" in operator.on("cancel", key, "--write")
    assert "work out" in operator.line(key)


@pytest.mark.parametrize("command", ["undo", "redo", "cancel", "amend"])
def test_a_key_that_is_not_of_their_record_is_said_so(operator: Operator, command: str) -> None:
    says(operator, "met Maya yesterday", who="UTOM")
    before = operator.all_rows()
    for key in ("meeting:1", "meeting:99", "meeting", "gift:1", "meeting:１", "meeting:" + "9" * 30, "contact:1"):
        more = ("no, it was Tuesday",) if command == "amend" else ()
        said = operator.on(command, key, *more, "--write", fails=True)
        assert f"{key!r} is the key of no record of Maya Patel" in said
    assert operator.all_rows() == before


def test_where_nothing_can_be_done_it_is_said_so(operator: Operator) -> None:
    assert "has noted nothing" in operator.on("undo", "--write", fails=True)
    assert "has taken nothing back" in operator.on("redo", "--write", fails=True)
    for words in (("records",), ("undo",), ("cancel", "meeting:1")):
        assert "no member has the account" in operator.runs(*words, "--member", "nobody@example.org", fails=True)
    assert "nobody they know is called 'Zeno'" in operator.on("records", "--about", "Zeno", fails=True)
    assert "Sam Okafor – Northwind (USAMO)" in operator.on("records", "--about", "Sam", fails=True)


def test_what_a_member_keeps_of_one_person_is_forgotten_and_no_more(operator: Operator) -> None:
    for words in (*NOTED.values(), "met Rosa Lind yesterday"):
        says(operator, words)
    says(operator, "met Maya yesterday", who="ULINN")
    before = operator.all_rows()
    assert "of Linn O'Carroll" in operator.on("forget", "--about", "Linn")
    assert operator.all_rows() == before
    assert "erased" in operator.on("forget", "--about", "linn", "--write")
    left = operator.on("records")
    assert "Linn" not in left
    assert "wedding photography" in left
    assert "Tom Berger" in left
    assert "Maya" in operator.runs("records", "--member", "ULINN")
    assert "nothing is kept" in operator.on("forget", "--about", "ULINN", "--write")
    assert "that is the member" in operator.on("forget", "--about", "UMAYA", "--write", fails=True)
