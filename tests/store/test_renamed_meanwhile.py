"""Two transactions at once on PostgreSQL: what finds records is as the records are when both have ended."""

from collections.abc import Callable
from datetime import date
from threading import Event, Thread

import pytest
from sqlalchemy import text

from assistant.erasing import Erasing
from assistant.facts import ALWAYS, Grain, MeetingDraft, Profile, When
from assistant.ids import AccountId, PersonId
from assistant.search.find import search
from store.engine import Database
from store.ledger import SqlLedger, SqlMemory
from tests.conftest import TUESDAY
from tests.store.conftest import HERE

pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"])
MONDAY = When(Grain.DAY, date(2026, 3, 9))
LONGEST = 2_000  # looks of 10 ms


@pytest.fixture
def linn(memory: SqlMemory) -> PersonId:
    with memory.write(HERE) as ledger:
        return ledger.people.learn(Profile(AccountId("ULINN"), "Linn Moser")).id


def found(memory: SqlMemory, owner: PersonId, words: str) -> list[str]:
    with memory.read(HERE) as ledger:
        result = search(words, owner, ALWAYS, ledger.search)
    return [] if result.missing or result.near else [one.key for one in result.records]


def renamed_while(memory: SqlMemory, database: Database, doing: Callable[[SqlLedger], None]) -> None:
    """Linn's name changes in a transaction that begins before that of `doing` ends."""

    def rename() -> None:
        with memory.write(HERE) as ledger:
            ledger.people.learn(Profile(AccountId("ULINN"), "Linnea Berg"))

    other = Thread(target=rename)
    with memory.write(HERE) as ledger:
        doing(ledger)
        other.start()
        assert any(waits(database) or Event().wait(0.01) for _ in range(LONGEST))
    other.join(LONGEST / 100)
    assert not other.is_alive()


def waits(database: Database) -> bool:
    with database.read() as connection:
        return bool(connection.execute(text("select count(*) from pg_locks where not granted")).scalar_one())


def test_what_is_noted_meanwhile_is_found_by_the_new_name(
    memory: SqlMemory, database: Database, maya: PersonId, linn: PersonId
) -> None:
    def note(ledger: SqlLedger) -> None:
        ledger.meetings.add(maya, MeetingDraft((linn,), MONDAY, topic="maps"), TUESDAY)
        ledger.recommendations.add(maya, linn, "maps", TUESDAY)

    renamed_while(memory, database, note)
    assert len(found(memory, maya, "linnea berg maps")) == 2
    assert found(memory, maya, "moser") == []


def test_what_is_changed_meanwhile_is_found_by_its_new_words(
    memory: SqlMemory, database: Database, maya: PersonId, linn: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        draft = MeetingDraft((linn,), MONDAY, topic="maps")
        meeting = ledger.meetings.add(maya, draft, TUESDAY).id

    def amend(ledger: SqlLedger) -> None:
        ledger.meetings.amend(maya, meeting, MeetingDraft((linn,), MONDAY, topic="globes"), TUESDAY)

    renamed_while(memory, database, amend)
    assert found(memory, maya, "berg globes") == [f"meeting:{meeting}"]
    assert found(memory, maya, "maps") == []


def test_what_is_forgotten_meanwhile_leaves_no_words(
    memory: SqlMemory, database: Database, maya: PersonId, linn: PersonId
) -> None:
    with memory.write(HERE) as ledger:
        ledger.meetings.add(maya, MeetingDraft((linn,), MONDAY, topic="maps"), TUESDAY)
        ledger.recommendations.add(maya, linn, "maps", TUESDAY)

    def forget(ledger: SqlLedger) -> None:
        ledger.kept.erase(Erasing(maya))

    renamed_while(memory, database, forget)
    assert found(memory, maya, "maps") == []
    with memory.read(HERE) as ledger:
        assert ledger.search.times(maya, ["maps", "linn", "linnea", ""]) == {}
