"""A nudge's time has come: all that is due for its member is decided, and what may be sent is one message."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.facts import Person
from assistant.ids import NudgeId
from assistant.jobs import LookAtNudge
from assistant.ledger import Ledger
from assistant.nudges.deeds import item
from assistant.nudges.life import life_of
from assistant.nudges.plan import end, job_of, look_at
from assistant.nudges.policy import SILENT_AFTER, Decided, Life, decide_all, ignored_in_a_row, welcome
from assistant.nudges.record import Deed, Nudge, State
from assistant.outgoing import Delivered
from assistant.outgoing import Send as Outgoing
from assistant.reminders import rhythms
from assistant.reply import Matter, Nudges, NudgeShown, Subject


def due_now(person: Person, life: Life, ledger: Ledger, now: datetime) -> Decided:
    """Decide all that is due for the member."""

    def still(nudge: Nudge) -> bool:
        return item(nudge, person, ledger) is not None

    return decide_all(ledger.nudges.due(person.id, now), life, still, now)


def shown(job: LookAtNudge, ledger: Ledger, now: datetime) -> Outgoing | None:
    """The message with all that may be sent now; None when there is nothing, or nobody."""
    person = ledger.people.by_ids([job.person]).get(job.person)
    if person is None or person.account is None:
        return None
    life = life_of(person, ledger, now)
    found = due_now(person, life, ledger, now).to_send
    if not found:
        return None
    batch = min(nudge.id for nudge in found)
    message, version = _message(batch, found, person, ledger)
    matter = Matter(Subject.NUDGES, batch)
    return Outgoing(
        person.account, "", "", replace(message, last_call=_is_last_call(life, found, now)), matter, version,
        mark=f"nudges:{batch}", unless_quiet_at=now,
    )  # fmt: skip


def carried_out(
    job: LookAtNudge, outgoing: Outgoing | None, delivered: Delivered, ledger: Ledger, now: datetime
) -> None:
    """Count what was sent, write down what waits or is dropped, and look at the job's own nudge again in its time."""
    person = ledger.people.by_ids([job.person]).get(job.person)
    if person is None or person.account is None:
        return
    ledger.people.hold(person.account)
    message = outgoing.message if outgoing and delivered.posts else None
    told_now = [one.nudge.id for one in message.items] if isinstance(message, Nudges) else []
    due = [one.id for one in ledger.nudges.due(person.id, now)]
    # Others withdraw them at this very moment: all are held at once, and in order.
    held = {one.id: one for one in ledger.nudges.hold((*told_now, *due, job.nudge))}
    if outgoing:
        for present in filter(None, (held.get(number) for number in told_now)):
            state = State.SENT if present.state is State.PLANNED else present.state
            batch = NudgeId(outgoing.matter.id)
            ledger.nudges.save(present, silently=True, state=state, sent_at=now, batch=batch)
            ledger.outbox.cancel(job_of(present))
            if present.deed is Deed.RHYTHM:
                rhythms.told(present, person, ledger, now)
    present_life = life_of(person, ledger, now, delivered.quiet_until)
    found = due_now(person, present_life, ledger, now)
    for nudge, drop in found.drops:
        end(nudge, State.DROPPED, drop.why, ledger, now)
    for nudge, wait in found.waits:
        look_at(ledger.nudges.save(nudge, silently=True, due=wait.until), person, ledger)
    own = ledger.nudges.get(job.nudge)
    if own and own.state is State.PLANNED and own.due <= now:
        look_at(own, person, ledger)  # there was no room for it in the message


def told(matter: Matter, person: Person, ledger: Ledger) -> tuple[Nudges, int]:
    """The message as it stands now, and its version."""
    found = [nudge for nudge in ledger.nudges.of_batch(NudgeId(matter.id)) if nudge.person == person.id]
    return _message(NudgeId(matter.id), found, person, ledger)


def _message(batch: NudgeId, found: Sequence[Nudge], person: Person, ledger: Ledger) -> tuple[Nudges, int]:
    in_order = sorted(found, key=welcome)
    items = tuple(NudgeShown(nudge, item(nudge, person, ledger)) for nudge in in_order)
    return Nudges(batch, items), sum(nudge.version for nudge in in_order)


def _is_last_call(life: Life, found: Sequence[Nudge], now: datetime) -> bool:
    """If this one is ignored too, Wellmet falls silent; it says so before it does."""
    ours = any(not nudge.is_asked_for for nudge in found)
    return ours and ignored_in_a_row(life, now) == SILENT_AFTER - 1
