"""What the memory knows of a member's life when something is about to be said to them."""

from datetime import datetime

from assistant.decent import Hours, hours_of
from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.nudges.policy import SILENT_AFTER, WEEK, Life


def hours_for(person: PersonId, ledger: Ledger) -> Hours:
    """When the person may be spoken to unasked."""
    return hours_of(ledger.preferences.of(person), ledger.preferences.workspace())


def life_of(person: Person, ledger: Ledger, now: datetime, quiet_until: datetime | None = None) -> Life:
    """All that the policy asks about a member; `quiet_until` is what Slack says of do-not-disturb, if it was asked."""
    chosen, settings = ledger.preferences.of(person.id), ledger.preferences.workspace()
    return Life(
        zone=person.zone,
        here=person.may_keep_notes and person.account is not None,
        hours=hours_of(chosen, settings),
        most=settings.nudges_a_week if chosen.nudges_a_week is None else chosen.nudges_a_week,
        stopped=chosen.nudges_stopped,
        paused_until=chosen.nudges_from,
        since=chosen.nudges_since,
        sent=ledger.nudges.sent(person.id, now - WEEK, SILENT_AFTER),
        quiet_until=quiet_until,
    )
