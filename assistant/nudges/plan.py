"""Planning nudges, and what ends them before or after they are sent. Nothing is said here: that is decided when due."""

from datetime import datetime

from assistant.facts import Person
from assistant.following import keep_up, lane_of
from assistant.ids import PersonId
from assistant.jobs import LookAtNudge
from assistant.ledger import Ledger
from assistant.nudges.life import life_of
from assistant.nudges.policy import first_look
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.reply import Matter, Subject


def plan(
    person: Person, deed: Deed, about: Matter, earliest: datetime, ledger: Ledger, now: datetime, sharp: bool = False
) -> Nudge | None:
    """Tell the person of the deed about that record once, in a morning of theirs that is not before `earliest`.

    `sharp`: at `earliest` itself, because they said a clock time. None when it was planned before, whatever became of
    it (one that was withdrawn before it was ever sent is planned anew), and for who is told nothing here.
    """
    if person.account is None or not person.may_keep_notes:
        return None
    due = first_look(deed, earliest, sharp, life_of(person, ledger, now), now)
    nudge = ledger.nudges.add(person.id, deed, about.key, earliest, due, sharp) or _anew(
        person.id, deed, about, earliest, due, sharp, ledger
    )
    if nudge:
        look_at(nudge, person, ledger)
    return nudge


def look_at(nudge: Nudge, person: Person, ledger: Ledger) -> None:
    """Look at it when it is due; each has a job of its own, so that no two transactions have to agree on one."""
    if person.account:
        job, lane = LookAtNudge(nudge.id, person.id), lane_of(person.account)
        ledger.outbox.put(job, job_of(nudge), lane, nudge.due, replace=True)


def job_of(nudge: Nudge) -> str:
    """The key of the job that looks at it."""
    return f"nudge:{nudge.id}"


def settle(
    person: PersonId, about: Matter, how: Ending, ledger: Ledger, now: datetime, deed: Deed | None = None
) -> None:
    """The person has answered, in whatever way: every nudge of theirs about the record ends (or those of one deed)."""
    for nudge in ledger.nudges.about(about.key):
        if nudge.person == person and deed in (None, nudge.deed):
            end(nudge, State.SETTLED, how, ledger, now)


def withdraw(about: Matter, ledger: Ledger, now: datetime, how: Ending = Ending.WITHDRAWN) -> None:
    """The record was taken back, or is not true any more: nobody is told of it; who was told sees that it is over."""
    for nudge in ledger.nudges.about(about.key):
        end(nudge, State.DROPPED, how, ledger, now)


def end(nudge: Nudge, state: State, how: Ending, ledger: Ledger, now: datetime) -> Nudge:
    """Settle or drop it; again changes nothing. The message that it stands in is brought up to date."""
    present = next(iter(ledger.nudges.hold([nudge.id])), nudge)
    if not present.is_open:
        return present
    ended = ledger.nudges.save(present, state=state, how=how, ended_at=now)
    ledger.outbox.cancel(job_of(ended))
    show_anew(ended, ledger, now)
    return ended


def show_anew(nudge: Nudge, ledger: Ledger, now: datetime) -> None:
    """The message that the nudge stands in shows its present state soon."""
    person = ledger.people.by_ids([nudge.person]).get(nudge.person)
    if nudge.batch and person:
        keep_up(Matter(Subject.NUDGES, nudge.batch), person, ledger, now)


def _anew(
    person: PersonId, deed: Deed, about: Matter, earliest: datetime, due: datetime, sharp: bool, ledger: Ledger
) -> Nudge | None:
    """What was taken back before anybody was told of it, and is put back now."""
    before = ledger.nudges.find(person, deed, about.key)
    present = next(iter(ledger.nudges.hold([before.id])), None) if before else None
    if present is None or present.how is not Ending.WITHDRAWN or present.sent_at:
        return None
    return ledger.nudges.save(
        present, state=State.PLANNED, earliest=earliest, due=due, sharp=sharp, how=None, ended_at=None
    )
