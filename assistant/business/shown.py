"""What each of the two reads of a referral or partnership, and the lists that a member has of their own."""

from collections.abc import Iterable
from datetime import date

from assistant.business.exchange import exchange
from assistant.business.moves import BEFORE_END
from assistant.business.record import Partnership, Referral
from assistant.business.steps import GONE, find, seen
from assistant.business.totals import Totals, counted, summed
from assistant.errors import Gone
from assistant.facts import Person, Span
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.reply import (
    BusinessAtHome,
    ExchangeWindow,
    Matter,
    Message,
    Partnerships,
    PartnershipShown,
    ReferralsBetween,
    ReferralShown,
    Refusal,
)

ON_HOME = 3  # of each kind; the rest comes as these are answered
LISTED = 20  # partnerships in the list, which is one message


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    """The message, what it is about, and the version it shows."""
    record = find(matter, ledger)
    shown = one(record, member, ledger, matter.again) if record and seen(record, member.id) else None
    return (shown, matter, record.version) if record and shown else (Refusal(GONE), matter, 0)


def one(
    record: Referral | Partnership, reader: Person, ledger: Ledger, again: bool = False
) -> ReferralShown | PartnershipShown | None:
    """As one of the two sees it; None where the other one is not there any more."""
    facing = record.facing(reader.id)
    other = ledger.people.by_ids([facing]).get(facing) if facing else None
    if isinstance(record, Partnership):
        return PartnershipShown(record, reader, other, again)
    return ReferralShown(record, reader, other, again) if other else None


def partnerships(member: Person, on: date, ledger: Ledger) -> Partnerships:
    """All that count for the member, those that go on first, the newest of each first."""
    theirs = [one for one in ledger.partnerships.of(member.id) if one.counts_for(member.id) and not one.is_refused]
    in_order = sorted(theirs, key=lambda one: not one.is_running(on))
    return Partnerships(_partnerships(in_order[:LISTED], member, ledger), len(theirs))


def _partnerships(found: Iterable[Partnership], member: Person, ledger: Ledger) -> tuple[PartnershipShown, ...]:
    shown = (one(each, member, ledger) for each in found)
    return tuple(one for one in shown if isinstance(one, PartnershipShown))


def at_home(member: Person, on: date, ledger: Ledger) -> BusinessAtHome:
    """What waits for the member's word, and what stands on paper and ends soon."""
    waiting = (one(each, member, ledger) for each in ledger.referrals.waiting_on(member.id, ON_HOME))
    ending = [
        one
        for one in ledger.partnerships.of(member.id)
        if one.is_formal and one.counts_for(member.id) and one.is_running(on) and _ends_soon(one, on)
    ]
    return BusinessAtHome(
        tuple(one for one in waiting if isinstance(one, ReferralShown)),
        _partnerships(ledger.partnerships.waiting_on(member.id, ON_HOME), member, ledger),
        _partnerships(ending[:ON_HOME], member, ledger),
    )


def _ends_soon(one: Partnership, on: date) -> bool:
    return one.facts.until is not None and one.facts.until - on <= BEFORE_END


def this_year(today: date) -> Span:
    """The calendar year of that day."""
    return Span(today.replace(month=1, day=1), today.replace(month=12, day=31))


def totals(member: Person, span: Span, ledger: Ledger) -> Totals:
    """What the member sent and received in those days, with nobody else's in it."""
    found = ledger.referrals.of(member.id, span.first or date.min, span.last or date.max)
    facing = {one.facing(member.id) for one in found}
    people = ledger.people.by_ids([person for person in facing if person])
    return summed(found, member.id, people, span)


def between(member: Person, other: Person, span: Span, ledger: Ledger) -> ReferralsBetween:
    """The referrals between the two in those days that count for the member, and what they come to."""
    first, last = span.first or date.min, span.last or date.max
    theirs = [
        one
        for one in ledger.referrals.between(member.id, other.id)
        if first <= one.day <= last and one.counts_for(member.id) and not one.is_refused
    ]
    in_order = sorted(theirs, key=lambda one: one.day, reverse=True)
    return ReferralsBetween(member, other, span, tuple(in_order), *counted(theirs, member.id))


def exchange_with(person: PersonId, reader: Person, on: date, ledger: Ledger) -> ExchangeWindow:
    """What the reader and that person gave one another. Raises Gone for who is not theirs to know."""
    other = ledger.people.by_ids([person]).get(person)
    if other is None or other.id == reader.id or other.owner not in (None, reader.id):
        raise Gone(GONE)
    return ExchangeWindow(exchange(reader, other, ledger, on))
