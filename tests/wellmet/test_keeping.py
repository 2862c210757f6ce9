"""Operators export, and have forgotten, what is kept of members and of people without an account."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.export.copy import Format
from assistant.facts import ContactFacts, Grain, MeetingDraft, Profile, When
from assistant.ids import AccountId, WorkspaceId
from store.engine import Database
from store.ledger import SqlMemory
from tests.conftest import StandingClock, new_sqlite
from tests.filed import assert_filed_truly
from wellmet.keeping import Keeping
from wellmet.whom import NotFound

HERE = WorkspaceId("T1")


@pytest.fixture
def database(tmp_path: Path, clock: StandingClock) -> Iterator[Database]:
    """Maya and Tom both keep Rosa as a contact, and met her."""
    database = Database(new_sqlite(tmp_path))
    with SqlMemory(database, clock).write(HERE) as ledger:
        for account, name, address in (("UMAYA", "Maya Patel", "Maya@example.org"), ("UTOM", "Tom Berger", "")):
            member = ledger.people.learn(Profile(AccountId(account), name, email=address)).id
            rosa = ledger.people.add_contact(member, "Rosa Lind").id
            ledger.contacts.edit(member, rosa, ContactFacts("Rosa Lind", "", "", "rosa@example.org"))
            ledger.meetings.add(member, MeetingDraft((rosa,), When(Grain.DAY, date(2026, 11, 23))), clock.now())
    yield database
    assert_filed_truly(database)
    database.close()


def test_a_member_is_found_by_account_or_address(database: Database, clock: StandingClock) -> None:
    keeping = Keeping(database, clock=clock)
    for who in ("UMAYA", "maya@example.org"):
        read = json.loads(keeping.export(who, Format.JSON).content)
        assert read["people"][0]["name"] == "Maya Patel"
        assert len(read["meetings"]) == 1
    with pytest.raises(NotFound):
        keeping.export("nobody@example.org", Format.JSON)


def test_without_write_nothing_changes(database: Database, clock: StandingClock) -> None:
    keeping = Keeping(database, clock=clock)
    before = keeping.export("UMAYA", Format.JSON)
    counts = keeping.forget_member("UMAYA", write=False)
    assert counts[("meeting", "meetings")] == 1
    assert keeping.export("UMAYA", Format.JSON) == before


def test_somebody_without_an_account_goes_from_everybodys_notes(database: Database, clock: StandingClock) -> None:
    keeping = Keeping(database, clock=clock)
    counts = keeping.forget_contacts("ROSA@example.org", write=True)
    assert counts[("contact", "contacts")] == 2
    assert counts[("meeting", "meetings")] == 2
    for who in ("UMAYA", "UTOM"):
        assert b"Rosa" not in keeping.export(who, Format.JSON).content
    with pytest.raises(NotFound):
        keeping.forget_contacts("rosa@example.org", write=True)


def test_a_member_goes_and_the_others_keep_theirs(database: Database, clock: StandingClock) -> None:
    keeping = Keeping(database, clock=clock)
    keeping.forget_member("UMAYA", write=True)
    assert not json.loads(keeping.export("UMAYA", Format.JSON).content)["meetings"]
    assert json.loads(keeping.export("UTOM", Format.JSON).content)["meetings"]


def test_the_workspace_must_be_known(database: Database) -> None:
    with pytest.raises(NotFound):
        Keeping(database, "T2")
