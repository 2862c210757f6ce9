"""Every table is accounted for, and what is forgotten is nowhere any more."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import inspect, select

from assistant.erasing import Erasing
from assistant.facts import Grain, MeetingDraft, Profile, When
from assistant.ids import AccountId, PersonId
from assistant.jobs import Refresh, Say
from assistant.ledger import Ledger, Post
from assistant.reply import Matter, Subject
from store.engine import Database
from store.kept.tables import KEPT
from store.ledger import SqlMemory
from store.tables import metadata
from tests.conftest import StandingClock
from tests.store.conftest import HERE

Noted = Callable[..., int]


def test_every_table_says_how_it_is_forgotten() -> None:
    known = [kept.table.name for kept in KEPT]
    missing = [name for name in metadata.tables if name not in known]
    assert not missing, f"add an entry to KEPT in store/kept/tables.py for {missing}"
    assert len(set(known)) == len(known)
    for kept in KEPT:
        assert kept.why or not kept.untouched, f"store/kept/tables.py says nothing of {kept.table.name}"
        assert kept.why or kept.copied, f"store/kept/tables.py: is {kept.table.name} `copied`, or `why` not?"


def test_every_column_that_names_a_person_is_accounted_for() -> None:
    """A row may not keep pointing at somebody who goes altogether: the database would refuse, long afterwards."""
    for kept in KEPT:
        named = {key.parent for key in kept.table.foreign_keys if key.column.table.name == "people"}
        if kept.goes is None and kept.table.name != "introduction_moves":
            told = {kept.owner, *kept.about}
            assert named <= told, f"{kept.table.name}: add {named - told} to `about` in store/kept/tables.py"


def test_every_column_that_names_a_row_begins_an_index(database: Database) -> None:
    """Where it does not, every row that is deleted makes the database read that whole table."""
    with database.read() as connection:
        there = inspect(connection)
        for table in metadata.sorted_tables:
            led = {index["column_names"][0] for index in there.get_indexes(table.name) if not where(index)}
            led |= {unique["column_names"][0] for unique in there.get_unique_constraints(table.name)}
            led.add(there.get_pk_constraint(table.name)["constrained_columns"][0])
            named = {
                key["constrained_columns"][0]
                for key in there.get_foreign_keys(table.name)
                if key["referred_table"] != "workspaces"
            }
            assert named <= led, f"{table.name}: a migration has to index {named - led}"


def where(index: Any) -> bool:
    """Whether the index holds only some of the rows."""
    return any(name.endswith("_where") for name in index.get("dialect_options", {}))


def dump(database: Database) -> str:
    """Every row of every table, as text."""
    with database.read() as connection:
        return "\n".join(
            f"{table.name}: {dict(row._mapping)}"
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
        )


def note(ledger: Ledger, owner: PersonId, *people: PersonId, clock: StandingClock, topic: str = "") -> int:
    draft = MeetingDraft(people, When(Grain.DAY, date(2026, 11, 23)), topic=topic)
    meeting = ledger.meetings.add(owner, draft, clock.now())
    ledger.ties.weigh(owner, people, True)
    matter = Matter(Subject.MEETING, meeting.id)
    ledger.journal.wrote(owner, matter, clock.now())
    ledger.seen.remember(owner, topic, clock.now(), matter.key)
    ledger.posts.record(Post(matter.key, "D1", f"{meeting.id}.0", 1))
    return meeting.id


def test_forgetting_a_member_takes_what_i_noted_and_leaves_what_others_did(
    database: Database, memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        alone = note(ledger, maya, tom, clock=clock, topic="xylophones")
        shared = note(ledger, maya, tom, rosa, clock=clock, topic="boats")
        his = note(ledger, tom, maya, clock=clock, topic="ships")
    erasing = Erasing(maya, tom)
    with memory.write(HERE) as ledger:
        counts = {words[0]: number for words, number in ledger.kept.count(erasing).items()}
        assert counts["meeting"] == 1
        assert counts["mention in a meeting with others"] == 1
        stood = ledger.kept.erase(erasing)
        assert [(post.matter, post.message) for post in stood.posts] == [(f"meeting:{alone}", f"{alone}.0")]
    with memory.read(HERE) as ledger:
        left = ledger.meetings.latest(maya, 10)
        assert [(meeting.id, [one.id for one in meeting.people]) for meeting in left] == [(shared, [rosa])]
        assert [meeting.id for meeting in ledger.meetings.latest(tom, 10)] == [his]
        assert not ledger.kept.count(erasing)
        assert [one.id for one in ledger.journal.latest(maya, 10)] == [shared]
        assert not [tie for tie in ledger.ties.of(maya, 10, maya) if tie.other == tom and not tie.times]
    assert "xylophones" not in dump(database)


def test_forgetting_a_contact_takes_their_row_and_their_name_from_every_process(
    database: Database, memory: SqlMemory, maya: PersonId, clock: StandingClock
) -> None:
    elsewhere = SqlMemory(database, clock)
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        twin = ledger.people.add_contact(maya, "Rosie L").id
        ledger.contacts.merge(maya, twin, rosa)
        note(ledger, maya, twin, clock=clock, topic="boats")
        ledger.meanings.answered(maya, "rosa", rosa, (rosa,), clock.now())
    with elsewhere.read(HERE) as ledger:
        before = len(ledger.people.directory())
    with memory.write(HERE) as ledger:
        ledger.kept.erase(Erasing(maya, rosa))
    for one in (memory, elsewhere):
        with one.read(HERE) as ledger:
            assert not ledger.people.by_ids([rosa, twin])
            assert len(ledger.people.directory()) == before - 2
    left = dump(database)
    assert "Ros" not in left
    assert "rosa" not in left


def test_everything_of_a_member_leaves_their_account_and_others_notes_of_them(
    database: Database, memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel", email="maya@example.org", title="Photographer"))
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        note(ledger, maya, tom, rosa, clock=clock, topic="xylophones")
        his = note(ledger, tom, maya, clock=clock, topic="ships")
        ledger.people.turn_home(maya, 3)
    with memory.write(HERE) as ledger:
        ledger.kept.erase(Erasing(maya))
    left = dump(database)
    for words in ("xylophones", "Rosa", "maya@example.org", "Photographer"):
        assert words not in left
    with memory.read(HERE) as ledger:
        assert [meeting.people[0].name for meeting in ledger.meetings.latest(tom, 10)] == ["Maya Patel"]
        assert ledger.meetings.get(tom, ledger.meetings.latest(tom, 1)[0].id)
        assert not ledger.kept.count(Erasing(maya))
        assert his


def test_jobs_that_speak_of_what_is_erased_go_with_it(
    database: Database, memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        first = note(ledger, maya, tom, clock=clock)
        other = note(ledger, tom, maya, clock=clock)
        for number, who, owner in ((first, "UMAYA", maya), (other, "UTOM", tom)):
            matter = Matter(Subject.MEETING, number)
            ledger.outbox.put(Refresh(matter, owner), f"refresh:{matter.key}", f"dm:{who}", clock.now())
        words = Matter(Subject.NOT_UNDERSTOOD, words="xylophones")
        ledger.outbox.put(Say(AccountId("UMAYA"), words), "reply:1", "elsewhere", clock.now())
    with memory.write(HERE) as ledger:
        ledger.kept.erase(Erasing(maya))
    left = dump(database)
    assert "xylophones" not in left
    assert f"refresh:meeting:{first}" not in left
    assert f"refresh:meeting:{other}" in left


@pytest.mark.parametrize("again", [1, 2])
def test_erasing_what_is_not_there_changes_nothing(memory: SqlMemory, maya: PersonId, again: int) -> None:
    with memory.write(HERE) as ledger:
        for _ in range(again):
            assert not ledger.kept.erase(Erasing(maya)).posts
