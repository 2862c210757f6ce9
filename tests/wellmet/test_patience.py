"""Several who tell of the same at the same moment: nobody waits for ever, nothing is lost, nobody notices."""

from threading import Barrier, Thread

import pytest
from sqlalchemy import event, select

from assistant.business.record import Word
from assistant.desk import Desk
from assistant.facts import Profile
from assistant.ids import AccountId, DeliveryId, WorkspaceId
from assistant.said import Surface, Utterance, Where
from store.engine import Database
from store.errors import TryAgain
from store.ledger import SqlMemory
from store.tables import people
from tests.conftest import StandingClock
from wellmet.patience import PatientDesk

HERE = WorkspaceId("T1")
MEMBERS = (Profile(AccountId("UMAYA"), "Maya Patel"), Profile(AccountId("UTOM"), "Tom Berger"))
ROUNDS = 5  # two that hold themselves and then each other get stuck in two of three rounds


def said(clock: StandingClock, account: str, words: str, number: str) -> Utterance:
    where = Where("D" + account)
    return Utterance(HERE, AccountId(account), words, Surface.DM, where, clock.now(), DeliveryId(number), "")


@pytest.fixture
def desk(database_url: str, clock: StandingClock) -> Desk:
    desk = Desk(SqlMemory(Database(database_url), clock), clock)
    desk.learn(HERE, MEMBERS)
    return desk


def test_two_who_tell_of_the_same_business_at_once_make_one_confirmed_referral_of_it(
    desk: Desk, database_url: str, clock: StandingClock
) -> None:
    """Without trying again: in this they are not in one another's way at all."""
    gone_wrong: list[Exception] = []
    for number in range(ROUNDS):
        together = Barrier(2)

        def tells(account: str, words: str, number: int = number, together: Barrier = together) -> None:
            together.wait()
            try:
                desk.hear(said(clock, account, words, f"{account}{number}"))
            except TryAgain as problem:
                gone_wrong.append(problem)

        client = f"Bakery {'ABCDE'[number]}"
        both = (("UMAYA", f"Tom sent me a client, {client}, worth €500"),)
        both += (("UTOM", f"I sent Maya a client, {client}, worth €500"),)
        threads = [Thread(target=tells, args=one) for one in both]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not gone_wrong
    with SqlMemory(Database(database_url), clock).read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        tom = ledger.people.by_account(AccountId("UTOM"))
        assert maya
        assert tom
        assert [one.word for one in ledger.referrals.between(maya.id, tom.id)] == [Word.CONFIRMED] * ROUNDS


@pytest.mark.parametrize("database_kind", ["postgresql"])
def test_what_another_transaction_was_in_the_way_of_is_done_once_more(
    desk: Desk, database_url: str, clock: StandingClock
) -> None:
    """Maya is held by somebody who lets go when the first attempt has been given up."""
    joint = "&" if "?" in database_url else "?"
    hasty = Database(f"{database_url}{joint}options=-c%20lock_timeout%3D50")
    patient = PatientDesk(SqlMemory(hasty, clock), clock)
    other = Database(database_url)
    with other.engine.connect() as holding:
        holding.execute(select(people.c.id).where(people.c.account == "UMAYA").with_for_update())

        @event.listens_for(hasty.engine, "handle_error")
        def let_go(_: object) -> None:
            holding.rollback()

        patient.hear(said(clock, "UMAYA", "met Tom yesterday", "1"))
    with SqlMemory(other, clock).read(HERE) as ledger:
        maya = ledger.people.by_account(AccountId("UMAYA"))
        assert maya
        assert len(ledger.meetings.latest(maya.id, 5)) == 1
    other.close()
    hasty.close()
