"""What there is to see of offers and needs: one's own with those who may fit, and what others offer or need."""

from assistant.facts import Person
from assistant.ids import ListingId
from assistant.ledger import Ledger
from assistant.listings import fitting, noting
from assistant.listings.record import ListingKind
from assistant.listings.search import READ
from assistant.reply import ListingNoted, ListingRemoved, Listings, Matter, Message, Refusal

OTHERS = 15  # offers or needs of others in one answer


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    """The message about an offer or need of one's own, what it is about, and the version it shows."""
    listing = ledger.listings.get(ListingId(matter.id))
    if listing is None or listing.owner != member.id:
        return Refusal(noting.GONE), matter, 0
    if not listing.stands:
        return ListingRemoved(listing), matter, listing.version
    need = listing.kind is ListingKind.NEED
    suggested = tuple(fitting.suggestions(listing, ledger)) if need else ()
    return ListingNoted(listing, suggested, again=matter.again), matter, listing.version


def all_of(kind: ListingKind, matter: Matter, member: Person, ledger: Ledger) -> tuple[Listings, Matter, int]:
    """The member's own, and what others in the workspace offer or need, those confirmed last first.

    The version follows the member's own: when one of them changes, the list does.
    """
    standing = [one for one in ledger.listings.standing(kind, READ) if one.owner != member.id]
    people = ledger.people.by_ids({one.owner for one in standing})
    others = [(one, people[one.owner]) for one in standing if people[one.owner].may_keep_notes]
    mine = tuple(ledger.listings.of(member.id, kind))
    version = 1 + sum(one.id * one.version for one in mine)
    return Listings(kind, mine, tuple(others[:OTHERS]), max(0, len(others) - OTHERS)), matter, version
