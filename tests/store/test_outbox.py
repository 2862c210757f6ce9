"""The outbox: in order within a lane, once, and never lost, whoever dies."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from assistant.ids import AccountId, DeliveryId, IntroductionId, PersonId
from assistant.jobs import Job, LookUp, Remind, Say, ShowHome, Tidy
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance, Where
from store.engine import Database
from store.errors import LostLease
from store.ledger import SqlMemory
from store.queue import LEASE, Queue
from tests.conftest import TUESDAY, StandingClock, new_sqlite
from tests.store.conftest import HERE

NO_PACE = timedelta(0)


def say(number: int) -> Say:
    return Say(AccountId("U1"), Matter(Subject.MEETING, number))


def put(
    memory: SqlMemory, *jobs: tuple[str, str], due: datetime = TUESDAY, replace: bool = False, job: Job | None = None
) -> None:
    with memory.write(HERE) as ledger:
        for number, (key, lane) in enumerate(jobs):
            ledger.outbox.put(job or say(number), key, lane, due, replace)


def finish(memory: SqlMemory, claimed: object, pace: timedelta = NO_PACE) -> bool:
    with memory.write(HERE) as ledger:
        return ledger.outbox.finish(claimed, pace)  # type: ignore[arg-type]


def keys(claims: object) -> list[str]:
    return [claimed.key for claimed in claims]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "job",
    [
        say(3),
        ShowHome(AccountId("U1"), 4),
        Tidy(),
        LookUp(
            (AccountId("U9"),),
            Utterance(
                HERE,
                AccountId("U1"),
                "met <@U9> – “naïve”",
                Surface.DM,
                Where("D1", thread="1.2"),
                TUESDAY,
                DeliveryId("E"),
            ),
        ),
    ],
)
def test_a_job_comes_back_as_it_was_put(memory: SqlMemory, queue: Queue, job: Job) -> None:
    with memory.write(HERE) as ledger:
        ledger.outbox.put(job, "it", "lane", TUESDAY)
    assert queue.claim(TUESDAY, 5)[0].job == job


def test_a_lane_is_done_in_order_one_job_at_a_time(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("a", "one"), ("b", "one"), ("c", "two"))
    first = queue.claim(TUESDAY, 5)
    assert sorted(keys(first)) == ["a", "c"]
    assert queue.claim(TUESDAY, 5) == []
    assert finish(memory, next(one for one in first if one.key == "a"))
    assert keys(queue.claim(TUESDAY, 5)) == ["b"]


def test_what_is_not_due_waits_and_says_when(memory: SqlMemory, queue: Queue) -> None:
    later = TUESDAY + timedelta(days=3)
    put(memory, ("a", "one"), due=later)
    assert queue.claim(TUESDAY, 5) == []
    assert queue.next_due() == later
    assert keys(queue.claim(later, 5)) == ["a"]


def test_a_job_that_waits_does_not_hold_up_those_that_are_due(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("later", "one"), due=TUESDAY + timedelta(days=3))
    put(memory, ("now", "one"))
    (claimed,) = queue.claim(TUESDAY, 5)
    assert claimed.key == "now"
    finish(memory, claimed)
    assert queue.next_due() == TUESDAY + timedelta(days=3)


def test_a_key_is_put_once_even_after_it_is_done(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("a", "one"))
    put(memory, ("a", "one"))
    finish(memory, queue.claim(TUESDAY, 5)[0])
    put(memory, ("a", "one"))
    assert queue.claim(TUESDAY, 5) == []


def test_a_job_that_is_replaced_while_it_is_done_is_done_again_at_once(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("home", "one"))
    (claimed,) = queue.claim(TUESDAY, 5)
    put(memory, ("home", "one"), replace=True)
    assert queue.claim(TUESDAY, 5) == []
    assert not finish(memory, claimed)
    queue.release(claimed, TUESDAY)
    (again,) = queue.claim(TUESDAY, 5)
    assert (again.key, again.tries) == ("home", 1)


def test_a_job_can_put_itself_again_for_later(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("tidy", "tidy"))
    (claimed,) = queue.claim(TUESDAY, 5)
    later = TUESDAY + timedelta(hours=6)
    with memory.write(HERE) as ledger:
        assert ledger.outbox.finish(claimed, NO_PACE)
        ledger.outbox.put(Tidy(), "tidy", "tidy", later, replace=True)
    assert queue.next_due() == later
    assert keys(queue.claim(later, 5)) == ["tidy"]


def test_a_lane_rests_for_its_pace_counted_from_the_end_of_the_job(
    memory: SqlMemory, queue: Queue, clock: StandingClock
) -> None:
    put(memory, ("a", "one"), ("b", "one"))
    (claimed,) = queue.claim(TUESDAY, 5)
    clock.forward(seconds=5)
    finish(memory, claimed, timedelta(seconds=1))
    assert queue.claim(clock.now(), 5) == []
    clock.forward(seconds=1)
    assert keys(queue.claim(clock.now(), 5)) == ["b"]


def test_a_dead_workers_job_is_taken_over_when_its_lease_ends_and_it_cannot_finish_it(
    memory: SqlMemory, queue: Queue, clock: StandingClock
) -> None:
    put(memory, ("a", "one"))
    (dead,) = queue.claim(TUESDAY, 5)
    assert queue.claim(TUESDAY + LEASE - timedelta(seconds=1), 5) == []
    (alive,) = queue.claim(TUESDAY + LEASE, 5)
    assert (alive.key, alive.tries) == ("a", 2)
    assert not finish(memory, dead)
    assert not queue.postpone(dead, TUESDAY)
    assert not queue.drop(dead, "no", TUESDAY)
    assert finish(memory, alive)
    assert queue.next_due() is None


def test_a_lease_that_is_lost_in_the_middle_undoes_the_whole_transaction(
    memory: SqlMemory, queue: Queue, database_url: str
) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("one writer at a time: nothing can happen in the middle")
    put(memory, ("a", "one"))
    (dead,) = queue.claim(TUESDAY, 5)
    with pytest.raises(LostLease), memory.write(HERE) as ledger:
        assert ledger.outbox.finish(dead, NO_PACE)
        assert queue.claim(TUESDAY + LEASE, 5)
        ledger.outbox.put(say(9), "what followed", "two", TUESDAY)
    assert queue.claim(TUESDAY, 5) == []


def test_a_postponed_job_keeps_its_place_in_the_lane(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("a", "one"), ("b", "one"))
    (claimed,) = queue.claim(TUESDAY, 5)
    later = TUESDAY + timedelta(seconds=30)
    assert queue.postpone(claimed, later)
    assert queue.claim(TUESDAY, 5) == []
    (again,) = queue.claim(later, 5)
    assert (again.key, again.tries) == ("a", 2)


def test_a_dropped_job_gives_way_to_the_next(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("a", "one"), ("b", "one"))
    (claimed,) = queue.claim(TUESDAY, 5)
    assert queue.drop(claimed, "channel_not_found", TUESDAY)
    assert keys(queue.claim(TUESDAY, 5)) == ["b"]


def test_a_cancelled_job_is_not_done(memory: SqlMemory, queue: Queue) -> None:
    put(memory, ("a", "one"))
    with memory.write(HERE) as ledger:
        ledger.outbox.cancel("a")
    assert queue.claim(TUESDAY, 5) == []
    assert queue.next_due() is None


def test_what_a_failed_transaction_put_was_never_there(memory: SqlMemory, queue: Queue) -> None:
    with pytest.raises(KeyError), memory.write(HERE) as ledger:
        ledger.outbox.put(say(1), "a", "one", TUESDAY)
        raise KeyError
    assert queue.next_due() is None


def test_workers_that_claim_at_once_never_get_the_same_job(memory: SqlMemory, queue: Queue) -> None:
    put(memory, *((f"key{number}", f"lane{number}") for number in range(40)))
    with ThreadPoolExecutor(8) as workers:
        claims = list(workers.map(lambda _: queue.claim(TUESDAY, 7), range(16)))
    taken = [key for claim in claims for key in keys(claim)]
    assert len(taken) == len(set(taken)) == 40


def test_what_is_done_long_ago_is_tidied_away(memory: SqlMemory, queue: Queue, clock: StandingClock) -> None:
    put(memory, ("old", "one"), ("open", "two"))
    for claimed in queue.claim(TUESDAY, 5):
        if claimed.key == "old":
            finish(memory, claimed)
    clock.forward(days=8)
    with memory.write(HERE) as ledger:
        ledger.seen.first(DeliveryId("new"))
        assert ledger.outbox.tidy(clock.now() - timedelta(days=7)) == 1
    assert keys(queue.claim(clock.now(), 5)) == ["open"]


RANKS = (say(1), Tidy(), Remind(IntroductionId(1), PersonId(1)))


class AnyOrder(RuleBasedStateMachine):
    """Whatever workers and clocks do: nothing is lost, nothing is done twice, a lane has one job in hand."""

    hands = Bundle("hands")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.database = Database(new_sqlite(self.folder.name))
        self.clock = StandingClock()
        self.memory, self.queue = SqlMemory(self.database, self.clock), Queue(self.database, timedelta(seconds=2))
        self.put_keys: set[str] = set()
        self.done: list[str] = []

    @rule(number=st.integers(0, 12), lane=st.sampled_from("ab"), wait=st.integers(0, 40), job=st.sampled_from(RANKS))
    def put(self, number: int, lane: str, wait: int, job: Job) -> None:
        put(self.memory, (f"{lane}{number}", lane), due=self.clock.now() + timedelta(seconds=wait), job=job)
        self.put_keys.add(f"{lane}{number}")

    @rule(target=hands, most=st.integers(1, 3))
    def claim(self, most: int) -> object:
        return list(self.queue.claim(self.clock.now(), most))

    @rule(claims=hands, pace=st.integers(0, 2))
    def finish(self, claims: list[object], pace: int) -> None:
        for claimed in claims:
            if finish(self.memory, claimed, timedelta(seconds=pace)):
                self.done.append(claimed.key)  # type: ignore[attr-defined]

    @rule(claims=hands, wait=st.integers(1, 20), busy=st.booleans())
    def postpone(self, claims: list[object], wait: int, busy: bool) -> None:
        for claimed in claims:
            self.queue.postpone(claimed, self.clock.now() + timedelta(seconds=wait), busy)  # type: ignore[arg-type]

    @rule(seconds=st.integers(1, 60))
    def pass_time(self, seconds: int) -> None:
        self.clock.forward(seconds=seconds)

    @invariant()
    def once(self) -> None:
        assert len(self.done) == len(set(self.done))

    def teardown(self) -> None:
        for _ in range(60):
            self.clock.forward(seconds=61)
            for claimed in self.queue.claim(self.clock.now(), 5):
                if finish(self.memory, claimed):
                    self.done.append(claimed.key)
        assert set(self.done) == self.put_keys
        assert len(self.done) == len(set(self.done))
        self.database.close()
        self.folder.cleanup()


def test_in_any_order_of_things_nothing_is_lost_or_done_twice() -> None:
    run_state_machine_as_test(
        AnyOrder,
        settings=settings(
            max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_a_job_that_cancels_itself_while_it_is_finished_is_done(
    memory: SqlMemory, queue: Queue, clock: StandingClock
) -> None:
    with memory.write(HERE) as ledger:
        ledger.outbox.put(Tidy(), "tidy", "lane", clock.now())
    (claimed,) = queue.claim(clock.now(), 1)
    with memory.write(HERE) as ledger:
        assert ledger.outbox.finish(claimed, timedelta(0))
        ledger.outbox.cancel("tidy")
    assert not queue.claim(clock.now() + timedelta(days=1), 1)
