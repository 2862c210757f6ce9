"""The worker: does what is due in the outbox, in order within a lane, each job until it is done.

One thread claims, a few deliver, so that a slow answer in one lane holds up no other; one of them is always there for
what somebody waits for. A process that dies loses nothing: its leases end, and its jobs are due again.
"""

import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from assistant.clock import Clock
from assistant.desk import Desk
from assistant.ids import WorkspaceId
from assistant.jobs import LearnMembers, Point, Say, Tidy
from assistant.outgoing import Delivered, Outgoing
from handlers.errors import Busy, Impossible, TokenRevoked, Uncertain
from handlers.outbound import Outbound
from store.errors import LostLease, TryAgain
from store.ledger import SqlMemory
from store.outbox import Claimed
from store.queue import Queue

log = structlog.get_logger()

DELIVERERS = 4  # calls to Slack under way at once; more would only meet Slack's limits sooner
FOR_ANSWERS = 1  # of them; a call may take as long as its time-out, and nobody shall wait for three such
PACE = timedelta(seconds=1)  # between two messages in a conversation, Slack's own limit
LOOK_AGAIN = timedelta(seconds=1)  # for what other processes put; our own commits wake us at once
LEAST_PAUSE = timedelta(milliseconds=50)  # between two looks that found nothing
# Slack waits three seconds for an acknowledgement, a reply may come a second later: a crowd of requests goes first.
GIVES_WAY = 1.0  # seconds at most
A_MOMENT = 0.02
REVOKED_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=1)  # between tries
# Seconds to finish what is in hand when it is told to stop. A call may take as long as its time-out, or be one of many;
# what is not done by then is done after its lease. Containers are killed 10 seconds after they are told.
STOPS_WITHIN = 5.0
FINISHES = 3  # tries to write down what was delivered
GIVE_UP = 24 * 60  # tries, about a day of them at the longest wait


class Worker:
    """Works until it is stopped; `wake` when there is something new."""

    def __init__(
        self,
        queue: Queue,
        memory: SqlMemory,
        desk: Desk,
        outbound: Outbound,
        clock: Clock,
        pace: timedelta = PACE,
        crowded: Callable[[], bool] = lambda: False,
    ) -> None:
        self._queue, self._memory, self._desk, self._outbound = queue, memory, desk, outbound
        self._clock, self._pace, self._crowded = clock, pace, crowded
        self._goes_on_at: float | None = None  # on the monotonic clock, while it gives way
        self._changed = threading.Condition()
        self._woken, self._stopping, self._in_hand = False, False, 0
        self._looking = False  # at the outbox: what is claimed is in hand a moment later
        self._thread: threading.Thread | None = None
        self._rest_until = datetime.min.replace(tzinfo=UTC)
        self.revoked_at: datetime | None = None  # when Slack last refused our token

    def first_jobs(self, workspace: WorkspaceId) -> None:
        """What every start begins with: who is here now, and a look at what can be forgotten."""
        now = self._clock.now()
        with self._memory.write(workspace) as ledger:
            ledger.outbox.put(LearnMembers(), "learn-members", "directory", now, replace=True)
            ledger.outbox.put(Tidy(), "tidy", "tidy", now, replace=True)

    def start(self) -> None:
        """Begin, in threads of its own."""
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._thread.start()

    def stop(self, within: float = STOPS_WITHIN) -> None:
        """Finish what is in hand and end, after at most so many seconds."""
        if self._thread is None:
            return
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        until = time.monotonic() + within
        self._thread.join(within)
        with self._changed:
            if not self._changed.wait_for(lambda: not self._in_hand, until - time.monotonic()):
                log.warning("stopped with work in hand; it is done when its lease ends", jobs=self._in_hand)
        self._thread = None

    @property
    def alive(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None and self._thread.is_alive()

    def wake(self) -> None:
        """There is something new to look at."""
        with self._changed:
            self._woken = True
            self._changed.notify_all()

    def settle(self, timeout: float = 10.0) -> bool:
        """Wait until nothing that is due is left, for at most `timeout` seconds; whether that came to be."""
        self.wake()
        with self._changed:
            return self._changed.wait_for(self._idle, timeout)

    def _idle(self) -> bool:
        due = self._queue.next_due()
        return not self._looking and not self._in_hand and (due is None or due > self._clock.now())

    def _run(self) -> None:
        while True:
            with self._changed:
                if self._stopping:
                    return
                self._woken = False  # before looking, so that what is put meanwhile is looked at as well
                self._looking = True
                free = DELIVERERS - self._in_hand
            pause = self._look(free)
            with self._changed:
                self._looking = False
                self._changed.notify_all()
                self._changed.wait_for(self._may_look, pause)

    def _may_look(self) -> bool:
        return self._stopping or (self._woken and self._in_hand < DELIVERERS)

    def _look(self, free: int) -> float:
        """Begin what is due, at most `free` jobs; seconds to wait after that when nobody wakes us.

        Not while the lock is held: whoever wakes us would wait for the database.
        """
        now = self._clock.now()
        if not free or now < self._rest_until:
            return LOOK_AGAIN.total_seconds()
        if self._gives_way():
            return A_MOMENT
        try:
            # Of a token that was refused, one job finds out whether it is well again; the others stay untried.
            claims = self._queue.claim(now, 1) if self.revoked_at else self._queue.claim(now, free, FOR_ANSWERS)
            for claimed in claims:
                with self._changed:
                    self._in_hand += 1
                threading.Thread(target=self._do, args=(claimed,), name="deliverer", daemon=True).start()
            if claims:
                return 0.0
            due = self._queue.next_due()
        except Exception:
            log.exception("the outbox could not be looked at")
            return LOOK_AGAIN.total_seconds()
        left = due - self._clock.now() if due else LOOK_AGAIN
        # What is due and was not given to us is in another process's hands: no need to ask without pause.
        return max(LEAST_PAUSE, min(left, LOOK_AGAIN)).total_seconds()

    def _gives_way(self) -> bool:
        """Whether requests crowd in, and it has not waited for them too long already."""
        if not self._crowded():
            self._goes_on_at = None
            return False
        now = time.monotonic()
        if self._goes_on_at is None:
            self._goes_on_at = now + GIVES_WAY
        if now < self._goes_on_at:
            return True
        self._goes_on_at = None
        return False

    def _do(self, claimed: Claimed) -> None:
        try:
            self._carry_out(claimed)
        except Exception:
            log.exception("a job failed", job=claimed.key, tries=claimed.tries)
            self._safely(lambda: self._later(claimed, "failed"))
        finally:
            with self._changed:
                self._in_hand -= 1
                self._woken = True
                self._changed.notify_all()

    def _carry_out(self, claimed: Claimed) -> None:
        outgoing = self._desk.due(claimed.workspace, claimed.job)
        try:
            delivered = self._outbound.deliver(outgoing, claimed.key, claimed.tries > 1) if outgoing else Delivered()
        except Busy as busy:
            self._queue.postpone(claimed, self._clock.now() + busy.wait, busy=True)
        except Uncertain as problem:
            self._later(claimed, str(problem))
        except TokenRevoked as problem:
            now = self._clock.now()
            self.revoked_at, self._rest_until = now, now + REVOKED_WAIT
            log.error("Slack refuses our token; nothing is lost, all waits a minute", reason=str(problem))
            self._queue.postpone(claimed, now + REVOKED_WAIT)
        except Impossible as problem:
            log.warning("a job can never be done and was dropped", job=claimed.key, reason=str(problem))
            self._queue.drop(claimed, str(problem), self._clock.now())
        else:
            if outgoing:
                self.revoked_at = None
            self._finish(claimed, outgoing, delivered)
            if not outgoing:
                self._queue.said_nothing(claimed)

    def _finish(self, claimed: Claimed, outgoing: Outgoing | None, delivered: Delivered) -> None:
        for attempt in range(FINISHES):
            try:
                if not self._finished(claimed, outgoing, delivered):
                    self._queue.release(claimed, self._clock.now())
                return
            except TryAgain:
                # It stands in Slack already; to give up here would be to say it again.
                if attempt == FINISHES - 1:
                    raise

    def _finished(self, claimed: Claimed, outgoing: Outgoing | None, delivered: Delivered) -> bool:
        """Done, with what follows from it, in one transaction; False if the job was taken from us or replaced."""
        pace = self._pace if isinstance(claimed.job, Say | Point) else timedelta(0)
        try:
            with self._memory.write(claimed.workspace) as ledger:
                if not ledger.outbox.finish(claimed, pace):
                    return False
                self._desk.done(ledger, claimed.job, outgoing, delivered)
        except LostLease:
            return False
        return True

    def _later(self, claimed: Claimed, why: str) -> None:
        """Try again after 1, 2, 4 … seconds; a little more or less, so that many do not come back together."""
        if claimed.tries >= GIVE_UP:
            log.error("a job was given up", job=claimed.key, reason=why, tries=claimed.tries)
            self._queue.drop(claimed, f"given up: {why}", self._clock.now())
            return
        wait = min(timedelta(seconds=2 ** min(claimed.tries - 1, 6)), LONGEST_WAIT)
        spread = random.Random(f"{claimed.id}:{claimed.tries}").uniform(0.75, 1.25)
        self._queue.postpone(claimed, self._clock.now() + wait * spread)

    def _safely(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Exception:
            log.exception("a failed job could not be put back; its lease will end")
