"""A migrated database, and ledgers on it."""

from collections.abc import Iterator

import pytest

from assistant.facts import Profile
from assistant.ids import AccountId, PersonId, WorkspaceId
from store.engine import Database
from store.ledger import SqlMemory
from store.queue import Queue
from tests.conftest import StandingClock
from tests.filed import assert_filed_truly

HERE = WorkspaceId("T1")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    assert_filed_truly(database)
    database.close()


@pytest.fixture
def memory(database: Database, clock: StandingClock) -> SqlMemory:
    return SqlMemory(database, clock)


@pytest.fixture
def queue(database: Database) -> Queue:
    return Queue(database)


@pytest.fixture
def maya(memory: SqlMemory) -> PersonId:
    with memory.write(HERE) as ledger:
        return ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel", zone="Europe/London")).id


@pytest.fixture
def tom(memory: SqlMemory) -> PersonId:
    with memory.write(HERE) as ledger:
        return ledger.people.learn(Profile(AccountId("UTOM"), "Tom Berger")).id
