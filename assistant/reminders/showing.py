"""Reminders as their owner reads them: read back, in a list, and when they come."""

from assistant.facts import Person
from assistant.ids import ReminderId
from assistant.ledger import Ledger
from assistant.nudges.record import Nudge, State
from assistant.reminders.record import Reminder
from assistant.reply import Candidate, Matter, Refusal, ReminderDue, ReminderNoted, Reminders

LISTED = 20


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[ReminderNoted | Refusal, int]:
    """The record as it stands, and its version."""
    reminder = ledger.reminders.get(member.id, ReminderId(matter.id))
    if reminder is None:
        return Refusal("That reminder isn't there any more."), 0
    return ReminderNoted(reminder, _known(reminder, ledger), again=matter.again), reminder.version


def listed(member: Person, ledger: Ledger, most: int = LISTED) -> Reminders:
    """What is still to come, the next one first."""
    found = ledger.reminders.open_of(member.id, most + 1)
    return Reminders(tuple(found[:most]), more=len(found) > most)


def still(nudge: Nudge, person: Person, ledger: Ledger) -> ReminderDue | None:
    """What there is to show of a reminder that is due; None if it was done, taken back or set to another time."""
    matter = Matter.of_key(nudge.about)
    reminder = ledger.reminders.get(person.id, ReminderId(matter.id)) if matter else None
    if matter is None or reminder is None:
        return None
    if nudge.state is State.PLANNED and not (reminder.is_open and matter.side == str(reminder.round)):
        return None
    return ReminderDue(reminder, _known(reminder, ledger))


def _known(reminder: Reminder, ledger: Ledger) -> tuple[Candidate, ...]:
    met = ledger.meetings.met(reminder.owner, [person.id for person in reminder.people])
    return tuple(Candidate(person, *met.get(person.id, (0, None))) for person in reminder.people)
