"""Who does what is sought: by what they offer, what others recommend them for, and what their title says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.listings.found import Found, Source
from assistant.listings.record import Listing, ListingKind
from assistant.network.matches import Thing, fit, things
from assistant.network.trades import spellings
from assistant.recommendations.record import Recommendation

READ = 2_000  # offers, needs or recommendations of a workspace that are looked through, the latest first
TITLES = 50  # people with a title that may fit
OWN = 200  # recommendations of the asker's own


def found(sought: tuple[Thing, ...], asker: PersonId, ledger: Ledger, most: int) -> list[Found]:
    """Members who do it, and whom the asker recommends themselves; the best fit first, each once; never the asker."""
    if not sought:
        return []
    offers = [one for one in ledger.listings.standing(ListingKind.OFFER, READ) if fits(sought, one)]
    praised = [one for one in _praised(asker, ledger) if fit(sought, things(one.topic))]
    people = ledger.people.by_ids({one.owner for one in offers} | {one.person for one in praised})
    ways = [_offer(people[one.owner], one, sought) for one in offers]
    ways += _recommended(praised, people, sought, ledger)
    ways += _titled(sought, ledger)
    return acquainted(_best(ways, asker)[:most], asker, ledger)


def how(sought: tuple[Thing, ...], person: Person, asker: PersonId, ledger: Ledger) -> Found | None:
    """How it is known now that the person does it; None when it is known no more."""
    offers = ledger.listings.of(person.id, ListingKind.OFFER)
    ways = [_offer(person, one, sought) for one in offers if fits(sought, one)]
    praised = [one for one in ledger.recommendations.of(person.id, OWN) if fit(sought, things(one.topic))]
    ways += _recommended(praised, {person.id: person}, sought, ledger)
    titled = fit(sought, things(person.title)) if person.title else 0.0
    if titled:
        ways.append(Found(person, Source.TITLE, person.title, titled))
    return next(iter(acquainted(_best(ways, asker), asker, ledger)), None)


def acquainted(some: Sequence[Found], asker: PersonId, ledger: Ledger) -> list[Found]:
    """The same, with whom the asker has met already."""
    met = ledger.meetings.met(asker, [one.person.id for one in some])
    return [replace(one, met=one.person.id in met) for one in some]


def fits(sought: tuple[Thing, ...], offer: Listing) -> float:
    """How well an offer is what is sought."""
    return fit(sought, things(offer.words, offer.audience))


def _offer(person: Person, offer: Listing, sought: tuple[Thing, ...]) -> Found:
    return Found(person, Source.OFFER, offer.words, fits(sought, offer))


def _praised(asker: PersonId, ledger: Ledger) -> Iterator[Recommendation]:
    """What everybody sees, and what the asker wrote themselves."""
    shown = ledger.recommendations.shown(READ)
    yield from shown
    known = {one.id for one in shown}
    yield from (one for one in ledger.recommendations.by(asker, OWN) if one.id not in known)


def _recommended(
    praised: Iterable[Recommendation], people: Mapping[PersonId, Person], sought: tuple[Thing, ...], ledger: Ledger
) -> Iterator[Found]:
    some = list(praised)
    authors = ledger.people.by_ids({one.author for one in some})
    for one in some:
        score = fit(sought, things(one.topic))
        yield Found(people[one.person], Source.RECOMMENDATION, one.topic, score, authors[one.author])


def _titled(sought: tuple[Thing, ...], ledger: Ledger) -> Iterator[Found]:
    """Members by their own title."""
    seen: set[PersonId] = set()
    for spelt in dict.fromkeys(spelt for thing in sought for _, root in thing.heads for spelt in spellings(root)):
        for person in ledger.people.described((), (spelt,), TITLES):
            score = fit(sought, things(person.title)) if person.id not in seen and person.account else 0.0
            seen.add(person.id)
            if score:
                yield Found(person, Source.TITLE, person.title, score)


def _best(ways: Iterable[Found], asker: PersonId) -> list[Found]:
    """The best way for each person whom the asker may know of."""
    best: dict[PersonId, Found] = {}
    for way in sorted(ways, key=lambda way: (-way.score, way.source)):
        person = way.person
        if person.id != asker and (person.may_keep_notes or person.owner == asker):
            best.setdefault(person.id, way)
    return list(best.values())
