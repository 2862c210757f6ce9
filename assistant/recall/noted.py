"""A member's own records beside meetings and contacts: found by their words, and told in a sentence each.

Offers and needs, reminders, recommendations, thanks, referrals, partnerships and introductions. Everything here may be
shown to that member: what they wrote themselves, and what both sides of a referral or partnership can see.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant.business.record import Partnership, Referral
from assistant.clock import today
from assistant.facts import Person
from assistant.ids import (
    IntroductionId,
    ListingId,
    PartnershipId,
    PersonId,
    RecommendationId,
    ReferralId,
    ReminderId,
    ThanksId,
)
from assistant.introductions.record import Introduction
from assistant.ledger import Ledger
from assistant.ledger.search import Finding
from assistant.listings.record import Listing, ListingKind
from assistant.recommendations.record import Recommendation
from assistant.reminders.record import Reminder
from assistant.reply import Line, Matter, Noted, Subject, Typed
from assistant.search.beside import Beside, entry
from assistant.thanks.record import Thanks

READ = 1_000  # rows of a kind that are looked through, the latest; one a week is twenty years

_Record = Listing | Reminder | Recommendation | Thanks | Referral | Partnership | Introduction
_Known = Mapping[PersonId, Person]


def everything(reader: Person, ledger: Ledger) -> Finding:
    """The reader's indexed meetings and contacts, and their other records as they stand."""
    words = ledger.noted.of(reader.id, reader.zone, READ)
    known = ledger.people.by_ids({person for one in words for person in one.people})
    called = {person: f"{one.name} {one.organisation}" for person, one in known.items()}
    names = (" ".join(called[one] for one in record.people if one in called) for record in words)
    entries = (
        entry(one.record, one.day, (who, "", one.topic, one.notes)) for one, who in zip(words, names, strict=True)
    )
    return Beside(ledger.search, list(entries))


def told(record: Matter, reader: Person, ledger: Ledger) -> Noted | None:
    """The record as its member reads it; None when it is not there any more."""
    found = _find(record, reader, ledger)
    if found is None:
        return None
    people = tuple(dict.fromkeys(one for one in _people(found, reader) if one != reader.id))
    known = ledger.people.by_ids({*people, reader.id})
    return Noted(record, tuple(known[one] for one in people if one in known), _line(found, reader, known))


def _find(record: Matter, reader: Person, ledger: Ledger) -> _Record | None:
    match record.subject:
        case Subject.LISTING:
            return ledger.listings.get(ListingId(record.id))
        case Subject.REMINDER:
            return ledger.reminders.get(reader.id, ReminderId(record.id))
        case Subject.RECOMMENDATION:
            return ledger.recommendations.get(RecommendationId(record.id))
        case Subject.THANKS:
            return ledger.thanks.get(ThanksId(record.id))
        case Subject.REFERRAL:
            return ledger.referrals.get(ReferralId(record.id))
        case Subject.PARTNERSHIP:
            return ledger.partnerships.get(PartnershipId(record.id))
        case Subject.INTRODUCTION:
            return ledger.introductions.get(IntroductionId(record.id))
        case _:
            return None


def _people(one: _Record, reader: Person) -> Sequence[PersonId]:
    match one:
        case Listing():
            return ()
        case Reminder():
            return [each.id for each in one.people]
        case Recommendation():
            return (one.person,)
        case Thanks():
            return [each.receiver for each in one.to]
        case Introduction():
            return tuple(filter(None, (one.requester, _target(one, reader))))
        case _:
            return tuple(filter(None, (one.facing(reader.id),)))


def _target(one: Introduction, reader: Person) -> PersonId | None:
    """Of one that the reader asked for: whom they named, or whom they were brought together with, and nobody else."""
    hidden = one.requester == reader.id and one.wanted.is_sought and one.made_at is None
    return None if hidden else one.target


def _line(one: _Record, reader: Person, known: _Known) -> Line:
    match one:
        case Listing():
            return _listing(one)
        case Reminder():
            again: Line = (", ", one.every) if one.every else ()
            whom = _named(", about ", (each.id for each in one.people), known)
            return ("A reminder for ", one.day, *again, *whom, *_typed(": ", one.topic), ".")
        case Recommendation():
            since = today(one.written_at, reader.zone)
            return (
                *_named("You recommend ", (one.person,), known),
                *_typed(", for ", one.topic),
                ", since ",
                since,
                ".",
            )
        case Thanks():
            whom = _named("You thanked ", (each.receiver for each in one.to), known)
            return (*whom, " on ", today(one.at, reader.zone), *_typed(": ", one.words), ".")
        case Referral():
            return _referral(one, reader, known)
        case Partnership():
            return _partnership(one, reader, known)
        case Introduction():
            return _introduction(one, reader, known)


def _listing(one: Listing) -> Line:
    opening = "You offer: " if one.kind is ListingKind.OFFER else "You look for: "
    until: Line = (", by ", one.until) if one.until else ()
    return (opening, Typed(one.words), *_typed(", for ", one.audience), *until, ".")


def _referral(one: Referral, reader: Person, known: _Known) -> Line:
    facts = one.facts
    other = filter(None, (one.facing(reader.id),))
    theirs = one.receiver == reader.id
    sent: Line = (*_named("", other, known), " sent you ") if theirs else (*_named("You sent ", other, known), " ")
    client: Line = ("a client, ", Typed(facts.client)) if facts.client else ("business",)
    worth: Line = (f", worth {facts.money}",) if facts.money else ()
    return (*sent, *client, *worth, ", ", facts.when, *_typed(", about ", facts.what), f" ({one.state}).")


def _partnership(one: Partnership, reader: Person, known: _Known) -> Line:
    facts, other = one.facts, one.facing(reader.id)
    whom: Line = _named("", (other,), known) if other else (Typed(facts.organisation),)
    end = one.ended_on or facts.until
    until: Line = (", ended on " if one.ended_on else ", until ", end) if end else ()
    terms = _typed(", terms: ", facts.terms)
    return ("Your partnership with ", *whom, *_typed(", for: ", facts.aim), *terms, *until, ".")


def _introduction(one: Introduction, reader: Person, known: _Known) -> Line:
    wanted, target = one.wanted, _target(one, reader)
    kind = wanted.seeking or (f"somebody at {wanted.organisation}" if wanted.organisation else "somebody")
    whom: Line = ("you",) if target == reader.id else _named("", (target,), known) if target else (Typed(kind),)
    who: Line = ("you",) if one.requester == reader.id else _named("", (one.requester,), known)
    noted = today(one.asked_at, reader.zone)
    return ("An introduction of ", *who, " to ", *whom, ", noted on ", noted, *_typed(", about ", one.why), ".")


def _typed(opening: str, words: str) -> Line:
    return (opening, Typed(words)) if words else ()


def _named(opening: str, people: Iterable[PersonId], known: _Known) -> Line:
    """The opening and their names; who is not there any more stays nameless."""
    asked = list(people)
    found = list(dict.fromkeys(known[one] for one in asked if one in known))
    if not found:
        return (f"{opening}somebody",) if asked else ()
    return (opening, found[0], *(part for one in found[1:] for part in (", ", one)))
