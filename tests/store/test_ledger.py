"""What is written down comes back as it went in, to its owner and to nobody else."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, insert

from assistant.asked import Asking, Ending, QuestionDraft
from assistant.errors import Gone
from assistant.facts import (
    Grain,
    MeetingDraft,
    PersonSaid,
    Profile,
    Slot,
    Standing,
    When,
)
from assistant.ids import AccountId, DeliveryId, PersonId, WorkspaceId
from assistant.ledger import Post
from assistant.phrases.frame import Amount, Every, Frame, Intent, Role
from assistant.reply import Matter, Subject
from store.engine import Database
from store.ledger import SqlMemory
from store.migrations import HEAD, migrate, revision
from store.tables import metadata
from tests.conftest import StandingClock
from tests.store.conftest import HERE


def draft(*people: PersonId, day: date = date(2026, 11, 23), **more: object) -> MeetingDraft:
    return replace(MeetingDraft(people, When(Grain.DAY, day)), **more)  # type: ignore[arg-type]


def _in_metadata(_: object, name: str | None, kind: str, *__: object) -> bool:
    """The index over words is each database's own, and no table or index that SQLAlchemy could describe."""
    return not (name or "").startswith(("search_index", "ix_search_entries_terms"))


def test_the_migrations_make_the_very_tables_that_the_code_uses(database: Database) -> None:
    with database.read() as connection:
        assert revision(connection) == HEAD
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": _in_metadata})
        assert compare_metadata(context, metadata) == []
    assert ScriptDirectory("store/migrations").get_heads() == [HEAD]


def test_two_processes_that_migrate_at_once_take_turns(empty_database_url: str) -> None:
    with ThreadPoolExecutor(2) as both:
        databases = [Database(empty_database_url) for _ in range(2)]
        assert sorted(both.map(migrate, databases)) == [False, True]
    for one in databases:
        one.close()


def test_a_meeting_comes_back_as_it_was_noted(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    when = When(Grain.MINUTE, date(2026, 11, 20), at=time(15, 30))
    noted = draft(
        tom, when=when, place="the <harbour> & more", topic="naïve 🚢", notes="a\nb", assumed=frozenset({Slot.PLACE})
    )
    with memory.write(HERE) as ledger:
        added = ledger.meetings.add(maya, noted, clock.now())
    with memory.read(HERE) as ledger:
        found = ledger.meetings.get(maya, added.id)
    assert found == added
    assert found.when == when
    assert [person.name for person in found.people] == ["Tom Berger"]
    assert found.written_at == clock.now()


def test_what_no_database_can_hold_falls_away_and_the_rest_is_kept(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        added = ledger.meetings.add(maya, draft(tom, topic="a\x00b\ud800c"), clock.now())
    with memory.read(HERE) as ledger:
        found = ledger.meetings.get(maya, added.id)
    assert found
    assert found.topic == "abc"


def test_somebody_elses_meeting_is_not_there(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        meeting = ledger.meetings.add(maya, draft(tom), clock.now()).id
    with memory.write(HERE) as ledger:
        assert ledger.meetings.get(tom, meeting) is None
        for change in (ledger.meetings.undo, ledger.meetings.restore):
            with pytest.raises(Gone):
                change(tom, meeting, clock.now())
        with pytest.raises(Gone):
            ledger.meetings.amend(tom, meeting, draft(maya), clock.now())
    with memory.write(WorkspaceId("T2")) as elsewhere:
        assert elsewhere.meetings.get(maya, meeting) is None


def test_undo_takes_a_meeting_from_the_list_and_restore_puts_it_back_once(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        meeting = ledger.meetings.add(maya, draft(tom), clock.now()).id
        undone = ledger.meetings.undo(maya, meeting, clock.now())
        assert undone.undone_at == clock.now()
        assert ledger.meetings.undo(maya, meeting, clock.now()).version == undone.version
        assert (ledger.meetings.count(maya), list(ledger.meetings.latest(maya, 10))) == (0, [])
        assert ledger.meetings.last_written(maya) is None
        ledger.meetings.restore(maya, meeting, clock.now())
        assert ledger.meetings.count(maya) == 1


def test_the_latest_come_first_by_day_then_by_when_they_were_noted(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        days = [date(2026, 11, 3), date(2026, 11, 20), date(2026, 11, 3)]
        ids = [ledger.meetings.add(maya, draft(tom, day=day), clock.now()).id for day in days]
        vague = ledger.meetings.add(maya, draft(tom, when=When(Grain.VAGUE)), clock.now()).id
        assert [m.id for m in ledger.meetings.latest(maya, 10)] == [vague, ids[1], ids[2], ids[0]]
        assert [m.id for m in ledger.meetings.latest(maya, 2, 1)] == [ids[1], ids[2]]
        assert ledger.meetings.met(maya, [tom, maya]) == {tom: (4, date(2026, 11, 20))}


def test_an_edit_replaces_everything_and_counts_a_version(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        meeting = ledger.meetings.add(maya, draft(tom, topic="before"), clock.now())
        changed = ledger.meetings.amend(maya, meeting.id, draft(rosa, tom, topic="after"), clock.now())
    assert ([person.id for person in changed.people], changed.topic) == ([rosa, tom], "after")
    assert (changed.version, changed.edited_at) == (2, clock.now())


def test_a_failed_transaction_leaves_nothing_behind(memory: SqlMemory, maya: PersonId, clock: StandingClock) -> None:
    with pytest.raises(KeyError), memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind").id
        assert len(ledger.people.directory()) == 2
        ledger.meetings.add(maya, draft(rosa), clock.now())
        raise KeyError
    with memory.write(HERE) as ledger:
        assert ledger.meetings.count(maya) == 0
        assert len(ledger.people.directory()) == 1


def test_members_are_learnt_once_and_changed_in_place(memory: SqlMemory, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        changed = ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Lindqvist", standing=Standing.GUEST))
        assert changed.id == maya
        assert ledger.people.by_account(AccountId("UMAYA")) == changed
        assert not ledger.people.by_accounts([AccountId("UNOBODY"), AccountId("U2")])


def test_many_threads_learn_the_same_member_as_one_person(memory: SqlMemory) -> None:
    def learn(_: int) -> PersonId:
        with memory.write(HERE) as ledger:
            return ledger.people.learn(Profile(AccountId("UNEW"), "Noor Aziz")).id

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(learn, range(16)))) == 1


def test_every_process_sees_the_people_that_another_one_adds(database: Database, clock: StandingClock) -> None:
    here, there = SqlMemory(database, clock), SqlMemory(database, clock)
    with here.write(HERE) as ledger:
        maya = ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel")).id
    with there.read(HERE) as ledger:
        assert [one.id for one in ledger.people.directory().with_beginning("maya", PersonId(0), 5)] == [maya]
    with here.write(HERE) as ledger:
        ledger.people.learn(Profile(AccountId("UMAYA"), "Meera Patel"))
    with there.read(HERE) as ledger:
        assert not ledger.people.directory().with_beginning("maya", PersonId(0), 5)
        assert ledger.people.directory().with_beginning("meera", PersonId(0), 5)


def test_a_contact_is_its_owners_alone_and_the_same_name_is_the_same_contact(
    memory: SqlMemory, maya: PersonId, tom: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        rosa = ledger.people.add_contact(maya, "Rosa Lind")
        assert ledger.people.add_contact(maya, "Rosa Lind") == rosa
        assert ledger.people.add_contact(tom, "Rosa Lind") != rosa


def test_a_delivery_is_first_only_once_however_many_arrive_at_the_same_time(memory: SqlMemory, maya: PersonId) -> None:
    def arrive(_: int) -> bool:
        with memory.write(HERE) as ledger:
            return ledger.seen.first(DeliveryId("Ev1"))

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(arrive, range(16))) == 1


def test_the_same_words_are_remembered_for_as_long_as_asked(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    minute = timedelta(minutes=1)
    with memory.write(HERE) as ledger:
        assert ledger.seen.repeated(maya, "met Tom", clock.now(), minute) is None
        ledger.seen.remember(maya, "met Tom", clock.now(), "meeting:1")
        assert ledger.seen.repeated(maya, "Met  tom ", clock.now(), minute) == "meeting:1"
        assert ledger.seen.repeated(tom, "met Tom", clock.now(), minute) is None
        assert ledger.seen.repeated(maya, "met Tom", clock.now() + minute, minute) is None


def test_a_question_keeps_what_was_said_and_whom_it_offered(
    memory: SqlMemory, maya: PersonId, tom: PersonId, clock: StandingClock
) -> None:
    who = {Role.WITH: (PersonSaid("Sam", None, "Acme"),)}
    said = Frame(Intent.RECORD_MEETING, who, When(Grain.DAY, date(2026, 11, 23)), "here", "this", notes="that")
    later = clock.now() + timedelta(days=1)
    asked = QuestionDraft(maya, Asking.WHO, said, clock.now(), "D1", later, None, "Sam", (tom, maya), True)
    with memory.write(HERE) as ledger:
        question = ledger.questions.ask(asked)
        assert (question.said, question.candidates, question.fits) == (said, (tom, maya), True)
        assert ledger.questions.open_in(maya, "D1") == question
        assert ledger.questions.open_in(maya, "D2") is None
        assert ledger.questions.get(tom, question.id) is None
        settled = ledger.questions.settle(question.id, "Sam", tom)
        assert settled.settled == (("Sam", tom),)
        meeting = ledger.meetings.add(maya, draft(tom), clock.now()).id
        closed = ledger.questions.close(question.id, Ending.ANSWERED, f"meeting:{meeting}", in_words=True)
        assert (closed.ending, closed.came_to, closed.in_words) == (Ending.ANSWERED, f"meeting:{meeting}", True)
        assert ledger.questions.open_in(maya, "D1") is None


def test_a_question_of_meaning_keeps_both_readings_until_one_is_chosen(
    memory: SqlMemory, maya: PersonId, clock: StandingClock
) -> None:
    first = Frame(Intent.LOG_REFERRAL, {Role.REFERRER: (PersonSaid("me", speaker=True),)}, amount=Amount(2500, "GBP"))
    second = Frame(Intent.KEEP_IN_TOUCH, every=Every(6, "week"), when=When(Grain.MINUTE, date(2026, 11, 2), at=time(9)))
    later = clock.now() + timedelta(days=1)
    with memory.write(HERE) as ledger:
        question = ledger.questions.ask(QuestionDraft(maya, Asking.MEANING, first, clock.now(), "D1", later, second))
        assert (question.asking, question.said, question.second) == (Asking.MEANING, first, second)
        chosen = ledger.questions.choose(question.id, second)
        assert (chosen.said, chosen.second) == (second, None)


def test_an_open_question_of_the_first_version_is_still_open_after_the_upgrade(
    empty_database_url: str, clock: StandingClock
) -> None:
    database = Database(empty_database_url)
    migrate(database, "0001")
    kept = {"workspace": "T1", "said": '{"people":[{"text":"Sam"}],"place":"here"}', "conversation": "D1"}
    person = {"id": 1, "workspace": "T1", "kind": "member", "account": "U1", "standing": "active", "zone": "UTC"}
    empty = dict.fromkeys(("name", "display_name", "handle", "email", "organisation", "title", "picture"), "")
    later = clock.now() + timedelta(days=1)
    asked = {"asker": 1, "name": "Sam", "candidates": "", "fits": True, "settled": "[]", "in_words": False}
    with database.write() as connection:
        tables = MetaData()
        tables.reflect(connection)
        connection.execute(insert(tables.tables["workspaces"]), {"id": "T1"})
        connection.execute(insert(tables.tables["people"]), {**person, **empty, "version": 1})
        times = {"said_at": clock.now().replace(tzinfo=None), "expires_at": later.replace(tzinfo=None)}
        connection.execute(insert(tables.tables["questions"]), {**kept, **asked, **times})
    assert migrate(database)
    with SqlMemory(database, clock).read(WorkspaceId("T1")) as ledger:
        question = ledger.questions.open_in(PersonId(1), "D1")
    assert question is not None
    assert question.said == Frame(Intent.RECORD_MEETING, {Role.WITH: (PersonSaid("Sam"),)}, place="here")
    database.close()


def test_posts_are_found_by_what_they_are_about_and_change_hands(memory: SqlMemory, maya: PersonId) -> None:
    question, meeting = Matter(Subject.QUESTION, 7), Matter(Subject.MEETING, 3)
    with memory.write(HERE) as ledger:
        ledger.posts.record(Post(question.key, "D1", "1.1", 1))
        ledger.posts.record(Post(question.key, "D1", "1.1", 2))
        assert ledger.posts.about(question) == [Post(question.key, "D1", "1.1", 2)]
        ledger.posts.hand_over(question, meeting)
        assert ledger.posts.about(meeting) == [Post(meeting.key, "D1", "1.1", 0)]
