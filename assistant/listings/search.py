"""Who does what is sought: by what they offer, what others recommend them for, and what their title says."""

from collections.abc import Iterable

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.listings.found import Found, Source
from assistant.listings.record import Listing, ListingKind
from assistant.network.matches import Thing, fit, things
from assistant.network.trades import spellings

READ = 2_000  # offers of a workspace that are looked through, those confirmed last first
TITLES = 50  # people with a title that may fit


def found(sought: tuple[Thing, ...], asker: PersonId, ledger: Ledger, most: int) -> list[Found]:
    """Members who do it, the best fit first, each once; never the asker, nobody who has gone, no apps."""
    if not sought:
        return []
    offers = ledger.listings.standing(ListingKind.OFFER, READ)
    fitting = [(one.owner, Source.OFFER, one.words, score) for one in offers if (score := fits(sought, one))]
    owners = ledger.people.by_ids({owner for owner, *_ in fitting})
    ways = [Found(owners[owner], source, words, score) for owner, source, words, score in fitting]
    ways += _titled(sought, ledger)
    return _best(ways, asker)[:most]


def how(sought: tuple[Thing, ...], person: Person, ledger: Ledger) -> Found | None:
    """How it is known now that the person does it; None when it is known no more."""
    offers = ledger.listings.of(person.id, ListingKind.OFFER)
    ways = [Found(person, Source.OFFER, one.words, score) for one in offers if (score := fits(sought, one))]
    titled = fit(sought, things(person.title)) if person.title else 0.0
    if titled:
        ways.append(Found(person, Source.TITLE, person.title, titled))
    return next(iter(_best(ways, None)), None)


def fits(sought: tuple[Thing, ...], offer: Listing) -> float:
    """How well an offer is what is sought."""
    return fit(sought, things(offer.words, offer.audience))


def _titled(sought: tuple[Thing, ...], ledger: Ledger) -> Iterable[Found]:
    """Members by their own title."""
    seen: set[PersonId] = set()
    for spelt in dict.fromkeys(spelt for thing in sought for _, root in thing.heads for spelt in spellings(root)):
        for person in ledger.people.described((), (spelt,), TITLES):
            score = fit(sought, things(person.title)) if person.id not in seen else 0.0
            seen.add(person.id)
            if score:
                yield Found(person, Source.TITLE, person.title, score)


def _best(ways: Iterable[Found], asker: PersonId | None) -> list[Found]:
    """The best way for each person who can be suggested."""
    best: dict[PersonId, Found] = {}
    for way in sorted(ways, key=lambda way: (-way.score, way.source)):
        if way.person.id != asker and way.person.may_keep_notes:
            best.setdefault(way.person.id, way)
    return list(best.values())
