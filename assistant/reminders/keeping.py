"""Writing reminders down, setting them to another time, and taking them back: each time they come is told once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.clock import zone_of
from assistant.errors import Gone, Refused
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import ReminderId
from assistant.ledger import Ledger
from assistant.nudges.plan import end, plan, withdraw
from assistant.nudges.record import ASKED_FOR, Deed, Ending, State
from assistant.reminders.moments import PAST, after, moment_of
from assistant.reminders.record import Assumed, Reminder, ReminderDraft
from assistant.reminders.sayings import Later
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

SPOKEN_OF = timedelta(days=7)  # "snooze it" means a reminder that came so lately
JUST_CAME = timedelta(days=1)  # "done" means one that came so lately
GONE = "That reminder isn't there any more."


def add(draft: ReminderDraft, by: Speaker, ledger: Ledger, now: datetime) -> Reminder:
    """Write a new one down, and plan it."""
    reminder = ledger.reminders.add(by.person.id, draft, by.at)
    ledger.journal.wrote(by.person.id, Matter(Subject.REMINDER, reminder.id), by.at)
    plan_next(reminder, by.person, ledger, now)
    keep_up(Matter(Subject.REMINDER, reminder.id), by.person, ledger, now)
    return reminder


def own(number: ReminderId, by: Speaker, ledger: Ledger) -> Reminder:
    """The speaker's reminder. Raises Gone."""
    found = ledger.reminders.get(by.person.id, number)
    if found is None:
        raise Gone(GONE)
    return found


def done(number: ReminderId, by: Speaker, ledger: Ledger, now: datetime) -> Reminder:
    """It is done; again is the same. A rhythm goes on, and counts from today. Raises Gone."""
    present = own(number, by, ledger)
    if not present.is_open:
        return present
    answered(present, Ending.DONE, ledger, now)
    if present.every:
        day = after(by.today, present.every)
        return moved(replace(present, since=by.today, day=day), by.person, ledger, now)
    withdraw(told_in(present), ledger, now)
    return _saved(replace(present, done_at=now), by.person, ledger, now)


def snooze(
    number: ReminderId, day: date, by: Speaker, ledger: Ledger, now: datetime, at: time | None = None
) -> Reminder:
    """It comes again that day. Raises Gone, and Refused for a moment that has passed."""
    present = own(number, by, ledger)
    if present.undone_at:
        raise Refused("That reminder was taken back. Put it back first.")
    if datetime.combine(day, at or time.max) <= by.clock:
        raise Refused(PAST)
    answered(present, Ending.SNOOZED, ledger, now)
    fresh = replace(present, day=day, at=at, done_at=None, assumed=present.assumed - {Assumed.DAY, Assumed.TIME})
    return moved(fresh, by.person, ledger, now)


def snooze_latest(later: Later, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """The reminder that came last, or else was written last, comes again then; None if there is none to be meant.

    Raises Refused for a moment that has passed.
    """
    told = ledger.nudges.told_last(by.person.id, now - SPOKEN_OF, tuple(ASKED_FOR))
    matter = Matter.of_key(told.about) if told else None
    if matter is None:
        written = next(iter(ledger.journal.latest(by.person.id, 1)), None)
        matter = written if written and written.subject is Subject.REMINDER else None
    found = ledger.reminders.get(by.person.id, ReminderId(matter.id)) if matter else None
    if found is None or found.undone_at:
        return None
    moment = moment_of(later.when, by.clock)
    day, at = (moment.day, moment.at) if moment else (by.today + timedelta(days=1), None)
    return Matter(Subject.REMINDER, snooze(found.id, day, by, ledger, now, at).id)


def done_latest(by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """The reminder that came within a day, and last, is done; None if none is to be meant."""
    told = ledger.nudges.told_last(by.person.id, now - JUST_CAME, tuple(ASKED_FOR))
    matter = Matter.of_key(told.about) if told else None
    found = ledger.reminders.get(by.person.id, ReminderId(matter.id)) if matter else None
    if found is None or not found.is_open or matter is None or matter.subject is not Subject.REMINDER:
        return None
    return Matter(Subject.REMINDER, done(found.id, by, ledger, now).id)


def amend(
    number: ReminderId | None, version: int, draft: ReminderDraft, by: Speaker, ledger: Ledger, now: datetime
) -> Reminder:
    """Write a form down. Raises Gone, or Refused when the reminder was changed meanwhile or its moment has passed."""
    if datetime.combine(draft.day, draft.at or time.max) <= by.clock:
        raise Refused(PAST)
    if number is None:
        return add(draft, by, ledger, now)
    present = own(number, by, ledger)
    if present.version != version:
        raise Refused("This reminder was changed while the form was open. Close it and open it again.")
    answered(present, Ending.SNOOZED, ledger, now)
    people = tuple(ledger.people.by_ids(draft.people).values())
    fresh = replace(
        present, people=people, topic=draft.topic, day=draft.day, at=draft.at, every=draft.every, since=draft.since,
        assumed=frozenset(), done_at=None,
    )  # fmt: skip
    return moved(fresh, by.person, ledger, now)


def take_back(number: ReminderId, by: Speaker, ledger: Ledger, now: datetime) -> Reminder:
    """It comes no more; again is the same. Raises Gone."""
    present = own(number, by, ledger)
    if present.undone_at:
        return present
    for told in _told_lately(present):
        withdraw(told, ledger, now)
    return _saved(replace(present, undone_at=now), by.person, ledger, now)


def restore(number: ReminderId, by: Speaker, ledger: Ledger, now: datetime) -> Reminder:
    """Put it back; again is the same. What would have come meanwhile comes tomorrow. Raises Gone."""
    present = own(number, by, ledger)
    if present.undone_at is None:
        return present
    over = datetime.combine(present.day, present.at or time.max) <= by.clock
    fresh = replace(present, day=by.today + timedelta(days=1), at=None) if over else present
    return moved(replace(fresh, undone_at=None), by.person, ledger, now)


def moved(reminder: Reminder, person: Person, ledger: Ledger, now: datetime) -> Reminder:
    """It is set to come anew: what was planned for the round before comes no more."""
    withdraw(told_in(reminder), ledger, now)
    fresh = _saved(replace(reminder, round=reminder.round + 1), person, ledger, now)
    plan_next(fresh, person, ledger, now)
    return fresh


def plan_next(reminder: Reminder, person: Person, ledger: Ledger, now: datetime) -> None:
    """Plan the nudge of this round, on the owner's present wall clock."""
    zone = zone_of(person.zone)
    earliest = datetime.combine(reminder.day, reminder.at or time.min, zone).astimezone(UTC)
    plan(person, deed_of(reminder), told_in(reminder), earliest, ledger, now, sharp=reminder.at is not None)


def remind_anew(person: Person, ledger: Ledger, now: datetime) -> None:
    """Whatever reminders came back with a file come in their time; those that are planned already stay so."""
    for reminder in ledger.reminders.open_of(person.id, LOOKED_THROUGH):
        plan_next(reminder, person, ledger, now)


def in_new_zone(person: Person, ledger: Ledger, now: datetime) -> None:
    """The member's wall clock is another one now: what is planned comes when that one says so."""
    for reminder in ledger.reminders.open_of(person.id, LOOKED_THROUGH):
        planned = ledger.nudges.find(person.id, deed_of(reminder), told_in(reminder).key)
        if planned and planned.state is State.PLANNED:
            withdraw(told_in(reminder), ledger, now)
            plan_next(reminder, person, ledger, now)


LOOKED_THROUGH = 200  # reminders of one member that a new zone moves; nobody keeps as many in mind


def goes_on(reminder: Reminder, person: Person, ledger: Ledger, now: datetime) -> None:
    """A rhythm was told: unanswered, it is told again one period later."""
    if reminder.every and reminder.is_open:
        day = after(reminder.day, reminder.every)
        fresh = ledger.reminders.save(replace(reminder, day=day, round=reminder.round + 1))
        plan_next(fresh, person, ledger, now)


def answered(reminder: Reminder, how: Ending, ledger: Ledger, now: datetime) -> None:
    """Whatever was told of it lately is answered by that; what is still to come stays planned."""
    for told in _told_lately(reminder):
        for nudge in ledger.nudges.about(told.key):
            if nudge.state is State.SENT:
                end(nudge, State.SETTLED, how, ledger, now)


def deed_of(reminder: Reminder) -> Deed:
    """As what its nudges count."""
    return Deed.RHYTHM if reminder.every else Deed.REMINDER


def _told_lately(reminder: Reminder) -> tuple[Matter, ...]:
    """This round, and the one before: a rhythm begins a new one as soon as it was told."""
    rounds = (reminder.round, reminder.round - 1) if reminder.every else (reminder.round,)
    return tuple(Matter(Subject.REMINDER, reminder.id, side=str(nth)) for nth in rounds)


def told_in(reminder: Reminder) -> Matter:
    """What the nudge of this round is about."""
    return Matter(Subject.REMINDER, reminder.id, side=str(reminder.round))


def _saved(reminder: Reminder, person: Person, ledger: Ledger, now: datetime) -> Reminder:
    saved = ledger.reminders.save(reminder)
    keep_up(Matter(Subject.REMINDER, reminder.id), person, ledger, now)
    return saved
