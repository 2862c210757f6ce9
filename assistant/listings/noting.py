"""Writing offers and needs down: a sentence or a form; the same one twice is one, and saying it again confirms it."""

from dataclasses import replace
from datetime import date, datetime

from assistant.errors import Gone, Refused
from assistant.following import keep_up
from assistant.ids import ListingId
from assistant.ledger import Ledger
from assistant.listings import fitting
from assistant.listings.nudged import begin_round
from assistant.listings.record import WORDS, Listing, ListingDraft, ListingKind
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Intent
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

GONE = "That isn't there any more."
CHANGED = "This was changed while the form was open. Close it and press Edit again."
MOST = 30  # offers, or needs, of one member; more than anybody reads
_ASKS = {
    ListingKind.OFFER: "What do you offer? Say it like “I do wedding photography”.",
    ListingKind.NEED: "What are you looking for? Say it like “I'm looking for a cake supplier”.",
}


def note(frame: Frame, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Write down what the speaker offers or needs. Raises Refused when the words say nothing."""
    kind = ListingKind.OFFER if frame.intent is Intent.SET_OFFER else ListingKind.NEED
    until = (frame.when.end or frame.when.start) if frame.when else None
    draft = drafted(kind, frame.topic, until=until if kind is ListingKind.NEED else None)
    listing, again = write(draft, by, ledger, now)
    return replace(matter_of(listing), again=again)


def drafted(kind: ListingKind, said: str, audience: str = "", until: date | None = None) -> ListingDraft:
    """The draft, with the words on one line. Raises Refused when there are none."""
    one_line = " ".join(said.split())[:WORDS].strip()
    if not words(one_line):
        raise Refused(_ASKS[kind])
    return ListingDraft(kind, one_line, " ".join(audience.split())[:WORDS].strip(), until)


def write(draft: ListingDraft, by: Speaker, ledger: Ledger, now: datetime) -> tuple[Listing, bool]:
    """Write it down; whether it stood already, in the same words. Raises Refused for too many."""
    mine = ledger.listings.of(by.person.id, draft.kind)
    same = next((one for one in mine if words(one.words) == words(draft.words)), None)
    if same:
        said_again = replace(
            same, audience=draft.audience or same.audience, until=draft.until or same.until, confirmed_at=by.at
        )
        listing = ledger.listings.save(said_again)
    elif len(mine) >= MOST:
        raise Refused(f"You have {len(mine)} {draft.kind}s noted, and {MOST} is the most. Remove one on Home first.")
    else:
        listing = ledger.listings.add(by.person.id, draft, by.at)
        ledger.journal.wrote(by.person.id, matter_of(listing), by.at)
    _follow(listing, by, ledger, now, same)
    return listing, same is not None


def amend(listing: ListingId, version: int, draft: ListingDraft, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Write a form down over what stood. Raises Gone, or Refused when it was changed meanwhile."""
    present = to_edit(listing, by, ledger)
    if present.version != version:
        raise Refused(CHANGED)
    changed = replace(present, words=draft.words, audience=draft.audience, until=draft.until, confirmed_at=by.at)
    listed = ledger.listings.save(changed)
    _follow(listed, by, ledger, now, present)
    return matter_of(listed)


def list_of(listing: Listing) -> Matter:
    """The list in which its owner sees it."""
    subject = Subject.OFFERS if listing.kind is ListingKind.OFFER else Subject.NEEDS
    return Matter(subject, listing.owner)


def keep(listing: ListingId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """It is still so; a day that has passed is not. Raises Gone."""
    present = own(listing, by, ledger)
    until = None if present.until and present.until < by.today else present.until
    kept = ledger.listings.save(replace(present, confirmed_at=now, until=until, ended_at=None))
    _follow(kept, by, ledger, now, present)
    return matter_of(kept)


def take_back(listing: ListingId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Remove it; again is the same. Raises Gone."""
    present = own(listing, by, ledger)
    if present.ended_at is None:
        ended = ledger.listings.save(replace(present, ended_at=by.at))
        _follow(ended, by, ledger, now, present)
    return matter_of(present)


def put_back(listing: ListingId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """It stands again; again is the same. Raises Gone."""
    present = own(listing, by, ledger)
    return matter_of(present) if present.ended_at is None else keep(listing, by, ledger, now)


def to_edit(listing: ListingId, by: Speaker, ledger: Ledger) -> Listing:
    """The listing, for a form. Raises Gone, or Refused for one that was removed."""
    present = own(listing, by, ledger)
    if present.ended_at:
        raise Refused("That was removed. Put it back first.")
    return present


def own(listing: ListingId, by: Speaker, ledger: Ledger) -> Listing:
    """The speaker's own. Raises Gone for one that is not there, or is somebody else's."""
    present = ledger.listings.get(listing)
    if present is None or present.owner != by.person.id:
        raise Gone(GONE)
    return present


def _follow(listing: Listing, by: Speaker, ledger: Ledger, now: datetime, before: Listing | None = None) -> None:
    """What follows from a change: who fits is looked for, and the list and Home are brought up to date."""
    begin_round(listing, by.person, ledger, now, before)
    if listing.stands:
        fitting.look(listing, by.person, ledger, now)
    keep_up(list_of(listing), by.person, ledger, now)


def matter_of(listing: Listing) -> Matter:
    """What a message about it is about."""
    return Matter(Subject.LISTING, listing.id)
