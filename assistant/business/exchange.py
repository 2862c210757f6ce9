"""Give and receive: what two people did for one another, as one of them may know it. Nobody else reads it, and no list
puts people in an order of how much.
"""

from collections.abc import Callable
from datetime import date

from assistant.business.given import Deed, Deeds, Exchange
from assistant.business.totals import counted
from assistant.facts import Person
from assistant.introductions.moves import MADE
from assistant.introductions.sides import seen_by
from assistant.ledger import Ledger

RECOMMENDED = 200  # recommendations by, and of, the reader that are looked through
LOOKED_AT = 50  # thanks of two people; a window shows five, and how many more


def exchange(reader: Person, other: Person, ledger: Ledger, today: date) -> Exchange:
    """All of it, from what the reader may know."""
    received, sent = counted(ledger.referrals.between(reader.id, other.id), reader.id)
    together = ledger.partnerships.between(reader.id, other.id)
    times, _ = ledger.meetings.met(reader.id, [other.id]).get(other.id, (0, None))
    return Exchange(
        other,
        times,
        tuple(kind(reader, other, ledger) for kind in KINDS),
        received,
        sent,
        sum(one.counts_for(reader.id) and one.is_running(today) for one in together),
    )


def introductions(reader: Person, other: Person, ledger: Ledger) -> Deeds:
    """Introductions that one of the two made for the other, as far as the reader knows of them."""
    return Deeds("introductions", _made_by(reader, other, reader, ledger), _made_by(other, reader, reader, ledger))


def _made_by(connector: Person, gained: Person, reader: Person, ledger: Ledger) -> tuple[Deed, ...]:
    made: list[Deed] = []
    for one in ledger.introductions.through(connector.id, gained.id):
        shown = seen_by(one, reader, ledger)
        if shown is None or shown.connector is None or one.stage not in MADE or shown.made_on is None:
            continue
        both = (shown.requester, shown.target)
        whom = next((person for person in both if person and person.id != gained.id), None)
        if whom:
            made.append(Deed(shown.made_on, whom.name))
    return tuple(made)


def thanks(reader: Person, other: Person, ledger: Ledger) -> Deeds:
    """Thanks that one gave the other and was told of."""
    given: list[Deed] = []
    received: list[Deed] = []
    for one in ledger.thanks.between(reader.id, other.id, LOOKED_AT):
        (given if one.giver == reader.id else received).append(Deed(one.at.date(), one.words or "an introduction"))
    return Deeds("thanks", tuple(given), tuple(received))


def recommendations(reader: Person, other: Person, ledger: Ledger) -> Deeds:
    """The reader's own of the other, and the other's of the reader that may be shown."""
    given = [one for one in ledger.recommendations.by(reader.id, RECOMMENDED) if one.person == other.id]
    received = [one for one in ledger.recommendations.of(reader.id, RECOMMENDED) if one.author == other.id]
    both = (tuple(Deed(one.written_at.date(), one.topic or "their work") for one in some) for some in (given, received))
    return Deeds("recommendations", *both)


KINDS: tuple[Callable[[Person, Person, Ledger], Deeds], ...] = (introductions, thanks, recommendations)
"""What is looked at, in the order in which it is read."""
