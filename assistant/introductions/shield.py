"""The connector's shield: so many requests a month reach one person, and then they rest."""

from datetime import date, datetime

from assistant.clock import local
from assistant.ids import PersonId
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
