"""Who does what is sought, and who shares the reader's clients: looked up when it is shown."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.listings.found import Found, Source
from assistant.listings.record import ListingKind
from assistant.listings.search import READ, acquainted, found
from assistant.network.audiences import Shared, Trade, shared, trade
from assistant.network.matches import fit, things
from assistant.reply import Audience, Companion, WhoDoes, WhoNeeds

LISTED = 8  # people in one answer


def who_does(sought: str, member: Person, ledger: Ledger) -> WhoDoes:
    """Those who do it, or are recommended for it."""
    return WhoDoes(sought, tuple(found(things(sought), member.id, ledger, LISTED)))


def who_needs(offered: str, member: Person, ledger: Ledger) -> WhoNeeds:
    """Others whose needs it fits."""
    apart = ledger.blocks.apart_from(member.id)
    needs = [one for one in ledger.listings.standing(ListingKind.NEED, READ) if one.owner not in (member.id, *apart)]
    wanted = things(offered)
    scored = [(score, one) for one in needs if (score := fit(things(one.words), wanted))]
    people = ledger.people.by_ids({one.owner for _, one in scored})
    best = [one for _, one in sorted(scored, key=lambda pair: -pair[0]) if people[one.owner].may_keep_notes]
    return WhoNeeds(offered, tuple((one, people[one.owner]) for one in best[:LISTED]))


def audience(member: Person, ledger: Ledger) -> Audience:
    """Members of another trade with the same clients, those who say so themselves first."""
    mine = list(_trades(member, ledger))
    best: dict[Person, tuple[Shared, Companion]] = {}
    for person, way, theirs in _others(member, ledger):
        for my_way, own in mine:
            together = shared(own, theirs)
            if together and (person not in best or together.strength > best[person][0].strength):
                found_as = Found(person, way, theirs.words, together.strength)
                best[person] = together, Companion(found_as, own.words, my_way, together.clients, together.said)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0].strength, pair[1].found.person.name))
    shown = [companion for _, companion in ranked[:LISTED]]
    known = acquainted([one.found for one in shown], member.id, ledger)
    return Audience(bool(mine), tuple(replace(one, found=it) for one, it in zip(shown, known, strict=True)))


def _trades(member: Person, ledger: Ledger) -> Iterable[tuple[Source, Trade]]:
    """What the member does, by their offers, and by their title."""
    for one in ledger.listings.of(member.id, ListingKind.OFFER):
        if things(one.words):
            yield Source.OFFER, trade(one.words, one.audience)
    if things(member.title):
        yield Source.TITLE, trade(member.title)


def _others(member: Person, ledger: Ledger) -> Iterable[tuple[Person, Source, Trade]]:
    offers = [one for one in ledger.listings.standing(ListingKind.OFFER, READ) if one.owner != member.id]
    apart = ledger.blocks.apart_from(member.id)
    people = ledger.people.by_ids({one.owner for one in offers})
    for one in offers:
        if people[one.owner].may_keep_notes and one.owner not in apart:
            yield people[one.owner], Source.OFFER, trade(one.words, one.audience)
    for person in ledger.people.titled(READ):
        if person.id != member.id and person.may_keep_notes and person.id not in apart:
            yield person, Source.TITLE, trade(person.title)
