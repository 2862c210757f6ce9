"""Nudges in the memory: one for each deed, for ever, and what was sent lately."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from assistant.facts import Profile
from assistant.ids import AccountId, NudgeId, PersonId
from assistant.jobs import LookAtNudge
from assistant.nudges.plan import end, plan, settle, withdraw
from assistant.nudges.policy import Sent
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.reply import Matter, Subject
from store.ledger import SqlLedger, SqlMemory
from store.queue import Queue
from tests.conftest import TUESDAY
from tests.store.conftest import HERE

IT = Matter(Subject.INTRODUCTION, 7)
TOMORROW = TUESDAY.replace(hour=9, minute=0) + timedelta(days=1)  # London keeps UTC in winter


def planned(ledger: SqlLedger, about: Matter = IT, deed: Deed = Deed.MADE) -> Nudge | None:
    maya = ledger.people.learn(Profile(AccountId("UMAYA"), "Maya Patel", zone="Europe/London"))
    return plan(maya, deed, about, TUESDAY, ledger, TUESDAY)


def test_a_deed_is_planned_once_and_looked_at_the_next_morning(memory: SqlMemory, queue: Queue) -> None:
    with memory.write(HERE) as ledger:
        first = planned(ledger)
    assert first is not None
    assert first.due == TOMORROW
    with memory.write(HERE) as ledger:
        assert planned(ledger) is None
        assert ledger.nudges.get(first.id) == first
    assert not queue.claim(TOMORROW - timedelta(seconds=1), 5)
    (claimed,) = queue.claim(TOMORROW, 5)
    assert claimed.job == LookAtNudge(first.id, first.person)


def test_what_was_answered_is_over_and_asks_for_nothing_more(memory: SqlMemory, queue: Queue) -> None:
    with memory.write(HERE) as ledger:
        nudge = planned(ledger)
        assert nudge
        settle(nudge.person, IT, Ending.ALREADY, ledger, TUESDAY)
    with memory.write(HERE) as ledger:
        assert ledger.nudges.due(nudge.person, TOMORROW) == []
        assert planned(ledger) is None, "never a second one for the same deed"
        present = ledger.nudges.get(nudge.id)
        assert present and (present.state, present.how) == (State.SETTLED, Ending.ALREADY)
    assert not queue.claim(TOMORROW, 5)


def test_one_person_s_answer_leaves_the_other_s_nudge_alone(memory: SqlMemory, tom: PersonId) -> None:
    with memory.write(HERE) as ledger:
        mine = planned(ledger)
        of_tom = plan(ledger.people.by_ids([tom])[tom], Deed.MADE, IT, TUESDAY, ledger, TUESDAY)
        assert mine and of_tom
        settle(mine.person, IT, Ending.DONE, ledger, TUESDAY)
        assert [one.id for one in ledger.nudges.about(IT.key) if one.is_open] == [of_tom.id]


def test_what_was_taken_back_before_anybody_heard_of_it_may_be_planned_anew(memory: SqlMemory) -> None:
    with memory.write(HERE) as ledger:
        nudge = planned(ledger)
        assert nudge
        withdraw(IT, ledger, TUESDAY)
        again = planned(ledger)
        assert again and (again.id, again.state) == (nudge.id, State.PLANNED)
        ledger.nudges.save(again, state=State.SENT, sent_at=TOMORROW, batch=again.id)
        withdraw(IT, ledger, TOMORROW)
        assert planned(ledger) is None


def test_what_was_sent_is_counted_by_the_message(memory: SqlMemory) -> None:
    with memory.write(HERE) as ledger:
        sent = [planned(ledger, Matter(Subject.INTRODUCTION, nth)) for nth in range(1, 5)]
        asked = planned(ledger, Matter(Subject.INTRODUCTION, 9), Deed.REMINDER)
        for days, batch, nudge in ((30, 1, sent[0]), (2, 2, sent[1]), (2, 2, sent[2]), (1, 3, sent[3]), (1, 4, asked)):
            assert nudge
            state = State.SETTLED if nudge is sent[2] else State.SENT
            at = TUESDAY - timedelta(days=days)
            ledger.nudges.save(nudge, state=state, sent_at=at, batch=NudgeId(batch))
    with memory.read(HERE) as ledger:
        assert sent[0]
        lately = [Sent(TUESDAY - timedelta(days=1)), Sent(TUESDAY - timedelta(days=2), 2, True)]
        assert ledger.nudges.sent(sent[0].person, TUESDAY - timedelta(days=7), 2) == lately
        month = [*lately, Sent(TUESDAY - timedelta(days=30))]
        assert ledger.nudges.sent(sent[0].person, TUESDAY - timedelta(days=7), 3) == month
        assert [one.batch for one in ledger.nudges.of_batch(NudgeId(2))] == [2, 2]


def test_what_was_read_before_others_changed_it_wipes_nothing_of_theirs(memory: SqlMemory) -> None:
    """One withdraws it on what they read a moment ago; meanwhile it was sent."""
    with memory.write(HERE) as ledger:
        before = planned(ledger)
        assert before
    with memory.write(HERE) as ledger:
        ledger.nudges.save(before, silently=True, state=State.SENT, sent_at=TOMORROW, batch=before.id)
    with memory.write(HERE) as ledger:
        ended = end(before, State.DROPPED, Ending.WITHDRAWN, ledger, TOMORROW)
        assert ended == ledger.nudges.get(before.id)
    assert (ended.state, ended.sent_at, ended.batch) == (State.DROPPED, TOMORROW, before.id)


def test_who_sends_it_and_who_withdraws_it_at_the_same_moment_take_turns(memory: SqlMemory) -> None:
    """Whichever of the two comes first, it is known that it was sent, in which message, and that it is over."""
    with memory.write(HERE) as ledger:
        sent = [
            planned(ledger, Matter(Subject.INTRODUCTION, nth), deed) for nth in (7, 8) for deed in (Deed.MADE, Deed.MET)
        ]
    numbers = [one.id for one in sent if one]
    assert len(numbers) == 4
    both_began = Barrier(2)

    def deliver() -> None:
        both_began.wait()
        with memory.write(HERE) as ledger:
            for one in ledger.nudges.hold(reversed(numbers)):
                state = State.SENT if one.state is State.PLANNED else one.state
                ledger.nudges.save(one, silently=True, state=state, sent_at=TOMORROW, batch=numbers[0])

    def take_back() -> None:
        both_began.wait()
        with memory.write(HERE) as ledger:
            for nth in (7, 8):
                withdraw(Matter(Subject.INTRODUCTION, nth), ledger, TOMORROW)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(deliver), pool.submit(take_back)]:
            done.result(timeout=20)
    with memory.read(HERE) as ledger:
        for nudge in ledger.nudges.of_batch(numbers[0]):
            assert (nudge.state, nudge.sent_at) == (State.DROPPED, TOMORROW)
        assert len(ledger.nudges.of_batch(numbers[0])) == 4


def test_the_rounds_of_a_record_are_found_together_and_no_others(memory: SqlMemory, maya: PersonId) -> None:
    with memory.write(HERE) as ledger:
        for about in ("referral:1:turn0", "referral:1:turn1", "referral:1:turn2", "referral:11:turn0"):
            assert ledger.nudges.add(maya, Deed.CONFIRM, about, TUESDAY, TUESDAY, sharp=False)
        found = ledger.nudges.about_any(["referral:1:turn1", "referral:1:turn0"])
    assert [one.about for one in found] == ["referral:1:turn0", "referral:1:turn1"]
