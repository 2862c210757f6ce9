"""Referrals added up, for one of the people concerned: by person and by month, by currency, in no order of size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from assistant.business.money import Money, totals
from assistant.business.record import Referral, State
from assistant.facts import Person, Span
from assistant.ids import PersonId


@dataclass(frozen=True, slots=True)
class Tally:
    """What went in one direction."""

    times: int = 0
    won: int = 0
    sums: tuple[Money, ...] = ()  # of what was won, by currency
    unconfirmed: int = 0  # of these, so many stand on one side's word alone


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody sent to the reader, and the reader to them; or all of it in one month."""

    received: Tally
    sent: Tally
    person: Person | None = None
    month: date | None = None  # its first day


@dataclass(frozen=True, slots=True)
class Totals:
    """What the reader sent and received in some days."""

    span: Span
    people: tuple[Line, ...]  # by name: nobody is ranked
    months: tuple[Line, ...]  # as they went by


def counted(referrals: Iterable[Referral], reader: PersonId) -> tuple[Tally, Tally]:
    """What the reader received, and what they sent; what does not count for them is left out."""
    received, sent = Tally(), Tally()
    for one in referrals:
        if not one.counts_for(reader) or one.is_refused:
            continue
        if one.receiver == reader:
            received = _with(received, one)
        else:
            sent = _with(sent, one)
    return received, sent


def summed(referrals: Iterable[Referral], reader: PersonId, people: Mapping[PersonId, Person], span: Span) -> Totals:
    """All of it, by person and by month; `people` by the ids that the referrals name."""
    by_person: dict[Person, list[Referral]] = {}
    by_month: dict[date, list[Referral]] = {}
    for one in referrals:
        other = one.receiver if one.referrer == reader else one.referrer
        if other in people and one.counts_for(reader) and not one.is_refused:
            by_person.setdefault(people[other], []).append(one)
            by_month.setdefault(one.day.replace(day=1), []).append(one)
    lines = [Line(*counted(theirs, reader), person=person) for person, theirs in by_person.items()]
    months = [Line(*counted(theirs, reader), month=month) for month, theirs in sorted(by_month.items())]
    return Totals(span, tuple(sorted(lines, key=_by_name)), tuple(months))


def _by_name(line: Line) -> tuple[str, PersonId]:
    return (line.person.name.casefold(), line.person.id) if line.person else ("", PersonId(0))


def _with(tally: Tally, one: Referral) -> Tally:
    won = one.state is State.WON
    sums = totals((*tally.sums, one.facts.money)) if won and one.facts.money else tally.sums
    unconfirmed = tally.unconfirmed + (not one.is_confirmed)
    return replace(tally, times=tally.times + 1, won=tally.won + won, sums=sums, unconfirmed=unconfirmed)
