"""The connector's shield: so many requests a month reach one person, and then they rest."""

from datetime import date, datetime

from assistant.clock import local
from assistant.ids import PersonId
from assistant.introductions.record import Introduction
from assistant.ledger import Ledger


def resting_until(connector: PersonId, ledger: Ledger, now: datetime) -> date | None:
    """The day from which the connector may be asked again, in their own calendar; None if they may be asked now."""
    person = ledger.people.by_ids([connector]).get(connector)
    preferences = ledger.preferences.of(connector)
    today = local(now, person.zone if person else None)
    if preferences.rests_until and preferences.rests_until > today.date():
        return preferences.rests_until
    most = preferences.asks_a_month
    if most is None:
        most = ledger.preferences.workspace().asks_a_month
    first = today.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    if ledger.introductions.asked_since(connector, first.astimezone(now.tzinfo)) < most:
        return None
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def next_able(
    introduction: Introduction, ledger: Ledger, now: datetime
) -> tuple[PersonId | None, tuple[PersonId, ...]]:
    """The first of those in line who may still be asked, and who stands behind them; None when nobody is left.

    Since they were found they may have left, rest by now, be kept apart from the requester, or have
    come forward and been passed over.
    """
    asked = {one.person for one in ledger.introductions.asked(introduction.id)}
    people, apart = ledger.people.by_ids(introduction.queue), ledger.blocks.apart_from(introduction.requester)
    for place, one in enumerate(introduction.queue, 1):
        able = one in people and people[one].may_keep_notes and one not in asked and one not in apart
        if able and resting_until(one, ledger, now) is None:
            return one, introduction.queue[place:]
    return None, ()
