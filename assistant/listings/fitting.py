"""Bringing a need and those who may fit it together: suggested to the one who needs, once, and to nobody else.

Whoever is suggested learns nothing of it, unless the one who needs writes to them or asks for an introduction.
"""

from datetime import datetime

from assistant.errors import Gone
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import FitId
from assistant.ledger import Ledger
from assistant.listings.found import Found
from assistant.listings.nudged import tell_fit
from assistant.listings.record import Fit, Listing, ListingKind, Taken
from assistant.listings.search import READ, found, how
from assistant.network.matches import Thing, fit, things
from assistant.reply import Matter, Subject

SUGGESTED = 3  # people at a time; more would be a directory
GONE = "That suggestion isn't there any more."


def look(listing: Listing, owner: Person, ledger: Ledger, now: datetime) -> None:
    """A need was written down or changed: look for those who fit it. An offer: look for needs that it fits."""
    if listing.kind is ListingKind.NEED:
        apart = ledger.blocks.apart_from(owner.id)
        doing = found(things(listing.words), owner.id, ledger, READ)
        able = [one.person for one in doing if one.person.account and one.person.id not in apart]
        for person in able[:SUGGESTED]:
            ledger.listings.suggest(listing.id, person.id)
    elif owner.may_keep_notes:
        suggest_to_needs(things(listing.words, listing.audience), owner, ledger, now)


def suggest_to_needs(offered: tuple[Thing, ...], person: Person, ledger: Ledger, now: datetime) -> None:
    """Somebody does this, as everybody may know from now on: each who needs it hears of them, once."""
    apart = ledger.blocks.apart_from(person.id)
    for need in ledger.listings.standing(ListingKind.NEED, READ):
        if need.owner == person.id or need.owner in apart or not fit(things(need.words), offered):
            continue
        suggested = ledger.listings.suggest(need.id, person.id)
        if suggested:
            in_need = ledger.people.by_ids([need.owner])[need.owner]
            tell_fit(suggested, need, in_need, ledger, now)
            keep_up(Matter(Subject.LISTING, need.id), in_need, ledger, now)


def suggestions(need: Listing, ledger: Ledger) -> list[tuple[Fit, Found]]:
    """Those suggested for the need for whom it still holds, and whom its owner has not put aside."""
    sought = things(need.words)
    left = [one for one in ledger.listings.fits(need.id) if one.taken is not Taken.NOT_THIS]
    people = ledger.people.by_ids(one.person for one in left)
    holding = ((one, how(sought, people[one.person], need.owner, ledger)) for one in left)
    return [(one, way) for one, way in holding if way]


def to_take(number: FitId, by: Person, ledger: Ledger) -> tuple[Fit, Person]:
    """A suggestion made to that member, and who it is. Raises Gone."""
    suggested = ledger.listings.fit(number)
    need = ledger.listings.get(suggested.need) if suggested else None
    if suggested is None or need is None or need.owner != by.id or need.ended_at:
        raise Gone(GONE)
    return suggested, ledger.people.by_ids([suggested.person])[suggested.person]


def take(number: FitId, taken: Taken, by: Person, ledger: Ledger) -> Matter:
    """What the one who needs does about a suggestion. Raises Gone."""
    suggested, _ = to_take(number, by, ledger)
    ledger.listings.take(suggested.id, taken)
    return Matter(Subject.LISTING, suggested.need)
