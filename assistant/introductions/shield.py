"""The connector's shield: so many requests a month reach one person, and then they rest."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from assistant.clock import local
from assistant.facts import Person
from assistant.ids import PersonId
from assistant.introductions.record import Introduction
from assistant.ledger import Ledger


def resting_until(connector: PersonId, ledger: Ledger, now: datetime) -> date | None:
    """The day from which the connector may be asked again, in their own calendar; None if they may be asked now."""
    return resting([connector], ledger, now).get(connector)


def resting(connectors: Sequence[PersonId], ledger: Ledger, now: datetime) -> Mapping[PersonId, date]:
    """Those of them who may not be asked now, with the day from which they may, in their own calendar.

    Four statements, however many they are.
    """
    people, chosen = ledger.people.by_ids(connectors), ledger.preferences.of_each(connectors)
    usual = ledger.preferences.workspace().asks_a_month
    month = {one: _month(now, _zone(people, one)) for one in connectors}
    asked = ledger.introductions.asked_since(connectors, min(month.values(), default=now).astimezone(now.tzinfo))
    rest: dict[PersonId, date] = {}
    for one in connectors:
        first, until, most = month[one], chosen[one].rests_until, chosen[one].asks_a_month
        if until and until > local(now, _zone(people, one)).date():
            rest[one] = until
        elif sum(at >= first for at in asked.get(one, ())) >= (usual if most is None else most):
            rest[one] = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return rest


def _zone(people: Mapping[PersonId, Person], one: PersonId) -> str | None:
    return people[one].zone if one in people else None


def _month(now: datetime, zone: str | None) -> datetime:
    """When the month began that it is there."""
    return local(now, zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def next_able(
    introduction: Introduction, ledger: Ledger, now: datetime
) -> tuple[PersonId | None, tuple[PersonId, ...]]:
    """The first of those in line who may still be asked, and who stands behind them; None when nobody is left.

    Since they were found they may have left, rest by now, be kept apart from the requester, or have
    come forward and been passed over.
    """
    asked = {one.person for one in ledger.introductions.asked(introduction.id)}
    people, apart = ledger.people.by_ids(introduction.queue), ledger.blocks.apart_from(introduction.requester)
    rest = resting(introduction.queue, ledger, now)
    for place, one in enumerate(introduction.queue, 1):
        able = one in people and people[one].may_keep_notes and one not in asked and one not in apart
        if able and one not in rest:
            return one, introduction.queue[place:]
    return None, ()
