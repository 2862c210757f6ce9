"""The connector's shield: so many requests a month reach one person, and then they rest."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from assistant.clock import local
from assistant.facts import Person
from assistant.ids import PersonId
from assistant.introductions.record import Bidden, Introduction, Wanted
from assistant.ledger import Ledger

ASKED_LATELY = timedelta(days=90)  # nobody is asked again for the same thing within it
LATEST = 20  # requests of a member that are looked through


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


def was_asked(
    connector: PersonId,
    wanted: Wanted,
    requester: PersonId,
    ledger: Ledger,
    now: datetime,
    *,
    by_name: bool = False,
) -> bool:
    """Whether they were asked for the same thing by the same requester lately; `by_name`: so that the requester knows
    of it. Who else was asked, and what they said, is theirs to tell.
    """
    for one in ledger.introductions.of_requester(requester, LATEST):
        if one.wanted.same(wanted) and now - one.asked_at < ASKED_LATELY:
            told = one.made_at is not None or not by_name
            for asked in ledger.introductions.asked(one.id):
                if asked.person == connector and (told or asked.bidden in (Bidden.NAMED, Bidden.SPARED)):
                    return True
    return False


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
