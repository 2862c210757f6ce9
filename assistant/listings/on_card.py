"""What somebody offers and needs, on their card: everybody here may read it."""

from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.listings.record import Listing, ListingKind
from assistant.reply import Line, Part, Section, Typed

SHOWN = 5  # of each kind


def section(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """ "Offers wedding photography, for couples." """
    offers = ledger.listings.of(person.id, ListingKind.OFFER)[:SHOWN]
    needs = ledger.listings.of(person.id, ListingKind.NEED)[:SHOWN]
    lines: list[Line] = [("Offers ", Typed(one.words), *_audience(one), ".") for one in offers]
    lines += [("Looks for ", Typed(one.words), *_until(one), ".") for one in needs]
    return Section("Offers and needs", tuple(lines)) if lines else None


def _audience(offer: Listing) -> tuple[Part, ...]:
    return (", for ", Typed(offer.audience)) if offer.audience else ()


def _until(need: Listing) -> tuple[Part, ...]:
    return (", by ", need.until) if need.until else ()
