"""A part of a transaction that is taken back leaves the rest, on both databases."""

import pytest

from assistant.ids import AccountId, PersonId
from assistant.jobs import ShowHome
from store.ledger import SqlMemory
from store.queue import Queue
from tests.conftest import TUESDAY
from tests.store.conftest import HERE


class Halted(Exception):
    """Something in the middle goes wrong."""


def test_what_raises_is_taken_back_and_what_was_before_stands(memory: SqlMemory, queue: Queue, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        before = ledger.people.add_contact(maya, "Zelda Quist")
        ledger.outbox.put(ShowHome(AccountId("UMAYA")), "before", "lane", TUESDAY)
        with pytest.raises(Halted), ledger.attempt():
            ledger.people.add_contact(maya, "Yara Holm")
            assert ledger.people.directory().with_beginning("yara", maya, 5)
            ledger.outbox.put(ShowHome(AccountId("UMAYA")), "within", "lane", TUESDAY)
            ledger.outbox.cancel("before")
            raise Halted
        with ledger.attempt():
            ledger.people.add_contact(maya, "Xaver Blom")
    with memory.read(HERE) as ledger:
        directory = ledger.people.directory()
        assert [one.id for one in directory.with_beginning("zelda", maya, 5)] == [before.id]
        assert directory.with_beginning("xaver", maya, 5)
        assert not directory.with_beginning("yara", maya, 5)
    assert [one.key for one in queue.claim(TUESDAY, 5)] == ["before"]
