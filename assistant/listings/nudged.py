"""What is said of offers and needs unasked: is it still so, and somebody new who fits; and what silence brings about.

Each confirmation begins a round of its own, told apart by the side of the matter, so that one is asked about once.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import FitId, ListingId
from assistant.jobs import Lapse
from assistant.ledger import Ledger
from assistant.listings.record import TO_ANSWER, Fit, Listing, ListingKind, Taken
from assistant.listings.search import how
from assistant.network.matches import things
from assistant.nudges import plan as nudges
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.reply import FitFound, Matter, StillSo, Subject

NEVER_ASKED = timedelta(days=180)  # who wants no nudges cannot be asked: what they said then goes without


def begin_round(listing: Listing, owner: Person, ledger: Ledger, now: datetime, before: Listing | None = None) -> None:
    """It was said, or said anew: in time whether it is still so is asked, and of earlier rounds no more."""
    if before:
        nudges.settle(owner.id, _round(before), Ending.DONE, ledger, now)
    if listing.stands:
        nudges.plan(owner, _deed(listing), _round(listing), listing.asked_at, ledger, now)
        ledger.outbox.put(
            Lapse(listing.id), f"lapse:{listing.id}", "expiry", listing.asked_at + TO_ANSWER, replace=True
        )
    else:
        ledger.outbox.cancel(f"lapse:{listing.id}")


def tell_fit(fit: FitId, need: Listing, in_need: Person, ledger: Ledger, now: datetime) -> None:
    """Somebody new fits: the one who needs hears of it, once."""
    nudges.plan(in_need, Deed.MATCH, Matter(Subject.LISTING, need.id, side=str(fit)), now, ledger, now)


def still_so(nudge: Nudge, person: Person, ledger: Ledger) -> StillSo | None:
    """The question whether it is still so; None once that round is over."""
    listing = _listing(nudge, ledger)
    if listing is None or listing.owner != person.id or not listing.stands:
        return None
    over = nudge.state is State.PLANNED and _round(listing).key != nudge.about
    return None if over else StillSo(listing, answered=nudge.state is State.SETTLED)


def fitting_now(nudge: Nudge, person: Person, ledger: Ledger) -> FitFound | None:
    """Somebody who fits a need; None when they fit no more, or were put aside."""
    need, fit = _listing(nudge, ledger), _fit(nudge, ledger)
    if need is None or fit is None or need.owner != person.id or not need.stands or fit.taken is Taken.NOT_THIS:
        return None
    somebody = ledger.people.by_ids([fit.person])[fit.person]
    found = how(things(need.words), somebody, person.id, ledger)
    return FitFound(need, fit, found) if found else None


def lapse(number: ListingId, ledger: Ledger, now: datetime) -> None:
    """Nobody said that it is still so: it is removed, if they were asked; it can be put back."""
    listing = ledger.listings.get(number)
    if listing is None or not listing.stands or now < listing.asked_at + TO_ANSWER:
        return
    owner = ledger.people.by_ids([listing.owner])[listing.owner]
    asked = ledger.nudges.find(owner.id, _deed(listing), _round(listing).key)
    until = asked.sent_at + TO_ANSWER if asked and asked.sent_at else listing.asked_at + NEVER_ASKED
    if now < until:
        ledger.outbox.put(Lapse(number), f"lapse:{number}", "expiry", until, replace=True)
        return
    ledger.listings.save(replace(listing, ended_at=now))
    keep_up(Matter(Subject.LISTING, number), owner, ledger, now)


def _deed(listing: Listing) -> Deed:
    return Deed.OFFER_EXPIRY if listing.kind is ListingKind.OFFER else Deed.NEED_EXPIRY


def _round(listing: Listing) -> Matter:
    return Matter(Subject.LISTING, listing.id, side=f"{listing.confirmed_at:%Y%m%d%H%M%S}")


def _listing(nudge: Nudge, ledger: Ledger) -> Listing | None:
    matter = Matter.of_key(nudge.about)
    return ledger.listings.get(ListingId(matter.id)) if matter else None


def _fit(nudge: Nudge, ledger: Ledger) -> Fit | None:
    matter = Matter.of_key(nudge.about)
    return ledger.listings.fit(FitId(int(matter.side))) if matter and matter.side.isdecimal() else None
