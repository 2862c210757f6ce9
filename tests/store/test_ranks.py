"""Who goes first: answers before what nobody waits for; and what is said unasked keeps a pace, whoever says it."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from assistant.ids import IntroductionId, PersonId, QuestionId, WorkspaceId
from assistant.jobs import Expire, Job, Remind, Tidy
from store import queue as statements
from store.engine import Database
from store.ledger import SqlMemory
from store.migrations import HEAD, migrate
from store.queue import LEASE, Queue
from tests.conftest import TUESDAY, StandingClock
from tests.store.conftest import HERE
from tests.store.test_outbox import NO_PACE, finish, keys, say

PACE = timedelta(seconds=2)
EARLIER = TUESDAY - timedelta(hours=1)
THERE = WorkspaceId("T2")


def nudge(number: int) -> Remind:
    return Remind(IntroductionId(number), PersonId(1))


def put(memory: SqlMemory, *jobs: tuple[str, str, Job], here: WorkspaceId = HERE) -> None:
    """What is said of our own accord has been due for an hour; what somebody waits for, only just."""
    with memory.write(here) as ledger:
        for key, lane, job in jobs:
            ledger.outbox.put(job, key, lane, EARLIER if isinstance(job, Remind | Expire) else TUESDAY)


def test_a_reply_goes_before_all_that_was_due_for_longer(memory: SqlMemory, queue: Queue) -> None:
    put(memory, *((f"nudge{n}", f"dm:{n}", nudge(n)) for n in range(20)), ("expire", "expiry", Expire(QuestionId(1))))
    put(memory, ("reply", "dm:x", say(1)))
    assert keys(queue.claim(TUESDAY, 3)) == ["reply", "expire", "nudge0"]


def test_in_one_conversation_the_reply_goes_first_and_then_the_nudges_in_their_order(
    memory: SqlMemory, queue: Queue
) -> None:
    put(memory, ("nudge1", "dm", nudge(1)), ("nudge2", "dm", nudge(2)), ("reply", "dm", say(1)))
    told = []
    while claims := queue.claim(TUESDAY, 5):
        told += keys(claims)
        finish(memory, claims[0])
    assert told == ["reply", "nudge1", "nudge2"]


def test_a_reply_does_not_wait_for_a_nudge_that_waits_for_slack(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("nudge", "dm", nudge(1)))
    (claimed,) = queue.claim(TUESDAY, 5)
    put(memory, ("reply", "dm", say(1)))
    assert queue.claim(TUESDAY, 5) == []  # one at a time in a conversation
    later = TUESDAY + timedelta(minutes=1)
    assert queue.postpone(claimed, later)
    (reply,) = queue.claim(TUESDAY, 5)
    assert reply.key == "reply"
    finish(memory, reply)
    assert queue.claim(TUESDAY, 5) == []
    assert queue.next_due() == later
    (again,) = queue.claim(later, 5)
    assert (again.key, again.tries) == ("nudge", 2)


def test_some_of_those_who_deliver_are_kept_for_answers(memory: SqlMemory, queue: Queue) -> None:
    put(memory, *((f"nudge{n}", f"dm:{n}", nudge(n)) for n in range(5)))
    assert keys(queue.claim(TUESDAY, 4, for_answers=1)) == ["nudge0", "nudge1", "nudge2"]
    assert queue.claim(TUESDAY, 1, for_answers=1) == []
    put(memory, ("reply", "dm:4", say(1)))
    assert keys(queue.claim(TUESDAY, 1, for_answers=1)) == ["reply"]


def test_a_workspace_hears_what_it_did_not_ask_for_at_one_pace_from_all_workers(
    database: Database, memory: SqlMemory
) -> None:
    workers = [Queue(database, PACE), Queue(database, PACE)]
    put(memory, *((f"nudge{n}", f"dm:{n}", nudge(n)) for n in range(4)))
    put(memory, ("there", "dm:0", nudge(1)), here=THERE)
    put(memory, *((f"reply{n}", f"dm:r{n}", say(n)) for n in range(3)), ("tidy", "tidy", Tidy()))
    first = [key for worker in workers for key in keys(worker.claim(TUESDAY, 8))]
    assert sorted(first) == ["nudge0", "reply0", "reply1", "reply2", "there", "tidy"]
    assert workers[1].next_due() == TUESDAY + PACE
    assert workers[1].claim(TUESDAY + PACE / 2, 8) == []
    second = [key for worker in workers for key in keys(worker.claim(TUESDAY + PACE, 8))]
    assert second == ["nudge1"]


def test_what_comes_to_nothing_gives_its_turn_to_the_next_but_not_against_slacks_will(
    database: Database, memory: SqlMemory
) -> None:
    queue = Queue(database, PACE)
    put(memory, *((f"nudge{n}", f"dm:{n}", nudge(n)) for n in range(4)), ("reply", "dm:r", say(1)))
    reply, moot = queue.claim(TUESDAY, 8)
    finish(memory, moot)
    queue.said_nothing(moot)
    (moot,) = queue.claim(TUESDAY, 8)
    assert moot.key == "nudge1"
    queue.postpone(reply, TUESDAY + timedelta(seconds=20), busy=True)
    queue.said_nothing(moot)
    assert queue.claim(TUESDAY + timedelta(seconds=19), 8) == []


def test_a_busy_slack_holds_back_what_nobody_asked_for_and_no_answers_elsewhere(
    memory: SqlMemory, queue: Queue
) -> None:
    put(memory, ("busy", "dm:1", say(1)), ("nudge", "dm:2", nudge(2)))
    put(memory, ("there", "dm:2", nudge(2)), here=THERE)
    busy = queue.claim(TUESDAY, 1)[0]
    later = TUESDAY + timedelta(seconds=20)  # sooner than the leases of those in hand end
    assert queue.postpone(busy, later, busy=True)
    put(memory, ("reply", "dm:3", say(3)))
    assert sorted(keys(queue.claim(TUESDAY, 5))) == ["reply", "there"]
    assert sorted(keys(queue.claim(later, 5))) == ["busy", "nudge"]


def test_a_shorter_wait_does_not_end_a_longer_one(memory: SqlMemory, queue: Queue) -> None:
    put(memory, *((f"nudge{n}", f"dm:{n}", nudge(n)) for n in range(3)))
    one, other, _ = queue.claim(TUESDAY, 3)
    queue.postpone(one, TUESDAY + timedelta(seconds=60), busy=True)
    queue.postpone(other, TUESDAY + timedelta(seconds=5), busy=True)
    assert queue.claim(TUESDAY + timedelta(seconds=59), 3) == []


def test_what_follows_from_a_job_that_nobody_waits_for_waits_its_turn_as_well(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("expire", "expiry", Expire(QuestionId(1))))
    (claimed,) = queue.claim(TUESDAY, 5)
    with memory.write(HERE) as ledger:
        assert ledger.outbox.finish(claimed, NO_PACE)
        ledger.outbox.put(say(1), "follows", "dm:1", EARLIER)
    put(memory, ("reply", "dm:2", say(2)))
    assert keys(queue.claim(TUESDAY, 5)) == ["reply", "follows"]


def test_what_somebody_waits_for_stays_so_when_it_is_put_again_unasked(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("expire", "expiry", Expire(QuestionId(1))))
    (claimed,) = queue.claim(TUESDAY, 5)
    put(memory, ("refresh", "dm:1", say(1)), ("other", "dm:2", nudge(2)))
    with memory.write(HERE) as ledger:
        assert ledger.outbox.finish(claimed, NO_PACE)
        ledger.outbox.put(say(1), "refresh", "dm:1", TUESDAY, replace=True)
    (first,) = queue.claim(TUESDAY, 1)
    assert first.key == "refresh"
    assert finish(memory, first)
    assert keys(queue.claim(TUESDAY, 5)) == ["other"]


def test_a_dead_workers_nudge_is_taken_over_when_its_lease_ends(
    database: Database, memory: SqlMemory, clock: StandingClock
) -> None:
    queue = Queue(database, PACE)
    put(memory, ("nudge", "dm:1", nudge(1)))
    assert keys(queue.claim(TUESDAY, 5)) == ["nudge"]
    assert queue.next_due() == TUESDAY + LEASE
    (again,) = queue.claim(TUESDAY + LEASE, 5)
    assert (again.key, again.tries) == ("nudge", 2)
    assert finish(memory, again)
    assert queue.next_due() is None


def test_what_a_dead_worker_had_in_hand_goes_before_what_was_due_meanwhile(memory: SqlMemory, queue: Queue) -> None:
    put(memory, *((f"nudge{n}", f"dm:{n}", nudge(n)) for n in range(6)))
    assert keys(queue.claim(TUESDAY, 2)) == ["nudge0", "nudge1"]  # and never finished
    taken_over = queue.claim(TUESDAY + LEASE, 2)
    assert sorted((one.key, one.tries) for one in taken_over) == [("nudge0", 2), ("nudge1", 2)]
    assert keys(queue.claim(TUESDAY + LEASE, 2)) == ["nudge2", "nudge3"]


def test_a_look_at_what_is_due_reads_no_table_through(database: Database) -> None:
    """On SQLite; PostgreSQL reads small tables through, so there the benchmark shows it."""
    if not database.is_sqlite:
        pytest.skip("its plan depends on what is in the tables")
    with database.read() as connection:
        asked = str(statements._NEXT.compile(connection))
        plan = [row.detail for row in connection.execute(text(f"explain query plan {asked}"))]
    of_lanes = [step for step in plan if "lanes" in step]
    assert len(of_lanes) >= 3
    assert all("USING COVERING INDEX ix_lanes" in step for step in of_lanes)


def test_jobs_from_before_there_were_ranks_have_theirs(empty_database_url: str, clock: StandingClock) -> None:
    database = Database(empty_database_url)
    migrate(database, "0006")
    later = TUESDAY + timedelta(days=2)
    jobs = (("Say", "dm", TUESDAY), ("Remind", "dm", EARLIER), ("AskOutcome", "dm", later), ("Tidy", "tidy", later))
    with database.write() as connection:
        connection.execute(text("insert into workspaces (id) values (:here)"), {"here": HERE})
        for lane in ("dm", "tidy", "idle"):
            connection.execute(
                text("insert into lanes (workspace, lane, free_at, next_at) values (:here, :lane, :at, :at)"),
                {"here": HERE, "lane": lane, "at": EARLIER.replace(tzinfo=None).isoformat(" ", "microseconds")},
            )
        for kind, lane, due in jobs:
            connection.execute(
                text(
                    "insert into outbox (workspace, key, lane, kind, payload, due) "
                    "values (:here, :kind, :lane, :kind, '{}', :due)"
                ),
                {"here": HERE, "kind": kind, "lane": lane, "due": due.isoformat(" ", "microseconds")[:26]},
            )
    migrate(database, HEAD)
    with database.read() as connection:
        ranks = {row.kind: row.rank for row in connection.execute(text("select kind, rank from outbox"))}
        waiting = connection.execute(text("select lane from lanes where upkeep_at is not null")).scalars().all()
        idle = connection.execute(text("select coalesce(answers_at, unasked_at) from lanes where lane = 'idle'"))
        assert ranks == {"Say": 0, "Remind": 2, "AskOutcome": 2, "Tidy": 1}
        assert waiting == ["tidy"]
        assert idle.scalar() is None
    assert Queue(database).next_due() == EARLIER
    database.close()
