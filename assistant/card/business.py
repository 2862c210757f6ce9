"""Sections of a card from business between the two: partnerships that go on, and what they sent one another."""

from assistant.business.totals import Tally, counted
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.phrases.frame import Formality
from assistant.reply import Line, Section, Typed

_KIND = {Formality.FORMAL: "Partners on paper", Formality.INFORMAL: "Informal partners", None: "Partners"}


def partners(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """Partnerships that nobody ended, as far as they count for the reader."""
    lines: list[Line] = []
    for one in ledger.partnerships.between(reader.id, person.id):
        if one.ended_on or one.is_refused or not one.counts_for(reader.id):
            continue
        aim: Line = (", for: ", Typed(one.facts.aim)) if one.facts.aim else ()
        until: Line = (", until ", one.facts.until) if one.facts.until else ()
        word = "" if one.is_confirmed else " (your own note)"
        lines.append((_KIND[one.facts.formality], *aim, *until, f"{word}."))
    return Section("Partnership", tuple(lines)) if lines else None


def referrals(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """What they sent one another, in numbers; only these two can see them."""
    received, sent = counted(ledger.referrals.between(reader.id, person.id), reader.id)
    lines = [*_line("They sent you", received), *_line("You sent them", sent)]
    return Section("Referrals", tuple(lines)) if lines else None


def _line(opening: str, tally: Tally) -> tuple[Line, ...]:
    if not tally.times:
        return ()
    often = "1 referral" if tally.times == 1 else f"{tally.times} referrals"
    won = f", {tally.won} won" if tally.won else ""
    sums = f": {' and '.join(map(str, tally.sums))}" if tally.sums else ""
    return ((f"{opening} {often}{won}{sums}.",),)
