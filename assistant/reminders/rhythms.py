"""Rhythms follow the meetings that were noted: a new one moves them on, one that is taken back moves them back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from assistant.clock import today
from assistant.facts import Person
from assistant.ids import PersonId, ReminderId
from assistant.ledger import Ledger
from assistant.nudges.record import Ending, Nudge
from assistant.reminders.keeping import answered, goes_on, moved
from assistant.reminders.moments import next_of
from assistant.reply import Matter


def met(owner: PersonId, people: Iterable[PersonId], ledger: Ledger, now: datetime) -> None:
    """The owner's meetings with these people have changed: their rhythms count from the last one there is."""
    rhythms = ledger.reminders.rhythms_with(owner, tuple(people))
    person = ledger.people.by_ids([owner]).get(owner) if rhythms else None
    for rhythm in rhythms:
        if rhythm.every is None or person is None:
            continue
        last = ledger.meetings.met(owner, [one.id for one in rhythm.people])
        last_met = max((day for _, day in last.values() if day), default=None)
        here = today(now, person.zone)
        day = next_of(rhythm.every, rhythm.since or here, last_met, here)
        if day >= rhythm.day:
            answered(rhythm, Ending.DONE, ledger, now)
        if day != rhythm.day:
            moved(replace(rhythm, day=day), person, ledger, now)


def told(nudge: Nudge, person: Person, ledger: Ledger, now: datetime) -> None:
    """A rhythm was told: it goes on, whether that is answered or not."""
    matter = Matter.of_key(nudge.about)
    rhythm = ledger.reminders.get(person.id, ReminderId(matter.id)) if matter else None
    if rhythm and matter and matter.side == str(rhythm.round):
        goes_on(rhythm, person, ledger, now)
