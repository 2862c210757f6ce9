"""What is said of business unasked: whose word is wanted, and which partnership on paper ends soon."""

from datetime import UTC, datetime, time

from assistant.business.moves import BEFORE_END
from assistant.business.record import Partnership
from assistant.business.shown import one
from assistant.business.steps import asking, find
from assistant.clock import zone_of
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.nudges.plan import plan, settle, withdraw
from assistant.nudges.record import Deed, Ending, Nudge
from assistant.reply import Matter, PartnershipShown, ReferralShown, Subject
from assistant.speaker import Speaker


def to_confirm(nudge: Nudge, person: Person, ledger: Ledger) -> ReferralShown | PartnershipShown | None:
    """The record, if it waits for that person's word, said in that turn; once they answered, as it stands."""
    matter = Matter.of_key(nudge.about)
    record = find(matter, ledger) if matter else None
    if record is None or record.undone_at or not record.known_to(person.id):
        return None
    waits = record.waits_on == person.id and asking(record).key == nudge.about
    return one(record, person, ledger) if waits or not nudge.is_open else None


def at_end(nudge: Nudge, person: Person, ledger: Ledger) -> PartnershipShown | None:
    """The partnership, if it stands on paper and still ends on that day."""
    matter = Matter.of_key(nudge.about)
    record = find(matter, ledger) if matter else None
    if not isinstance(record, Partnership) or not _is_reminded_of(record) or ending(record).key != nudge.about:
        return None
    shown = one(record, person, ledger) if record.counts_for(person.id) else None
    return shown if isinstance(shown, PartnershipShown) else None


def ending(partnership: Partnership) -> Matter:
    """What the nudge is about that asks whether it goes on; with another last day it is another one."""
    return Matter(Subject.PARTNERSHIP, partnership.id, side=f"until{partnership.facts.until}")


def remind_of_end(partnership: Partnership, ledger: Ledger, now: datetime) -> None:
    """Both are asked, some weeks before the end of what stands on paper, whether it goes on."""
    until = partnership.facts.until
    if until is None or not _is_reminded_of(partnership):
        return
    for person in ledger.people.by_ids([who for who in (partnership.author, partnership.other) if who]).values():
        early = datetime.combine(until - BEFORE_END, time.min, zone_of(person.zone)).astimezone(UTC)
        if partnership.counts_for(person.id) and early > now:
            plan(person, Deed.PARTNERSHIP_END, ending(partnership), early, ledger, now)


def over(partnership: Partnership, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """Whoever was asked whether it goes on has answered, or need not: it was ended, changed or taken back by one."""
    settle(by.person.id, ending(partnership), Ending.DONE, ledger, now)
    withdraw(ending(partnership), ledger, now)


def _is_reminded_of(partnership: Partnership) -> bool:
    return partnership.is_formal and not partnership.undone_at and not partnership.ended_on
