"""Offers and needs in words: what is noted, who may fit a need, and what others offer or need."""

from assistant.buttons import Button
from assistant.listings.found import Found, Source
from assistant.listings.record import Fit, Listing, ListingKind, Taken
from assistant.reply import FitFound, ListingNoted, ListingRemoved, Listings, StillSo
from handlers.views.blocks import (
    Block,
    Bold,
    Mention,
    Rendered,
    Words,
    button,
    buttons,
    divider,
    line,
    rendered,
    small,
    sure,
)
from handlers.views.meeting import DETAIL, typed
from handlers.views.moments import full_day
from handlers.views.people import name, work

ONLY_YOU_SEE = "Only you see these suggestions. Nobody is told of them."
SEEN_BY_ALL = "Members of this workspace can see it."
SHOWN_MINE = 10  # of one's own in one answer, two blocks each; all of them stand on Home
_LEAD = {ListingKind.OFFER: "what you offer", ListingKind.NEED: "what you're looking for"}


def noted(reply: ListingNoted) -> Rendered:
    """ "Noted what you're looking for: a cake supplier, by Tue 30 Jun 2027."."""
    listing = reply.listing
    opening = "You told me already" if reply.again else "Noted"
    told = f"{SEEN_BY_ALL} {_asks(listing)}"
    return rendered(
        line(f"{opening} {_LEAD[listing.kind]}: ", *said(listing), "."),
        *_suggested(reply.suggested),
        small(told),
        buttons(
            button("Undo", Button.UNDO, f"listing:{listing.id}"), button("Edit", Button.EDIT, f"listing:{listing.id}")
        ),
    )


def removed(reply: ListingRemoved) -> Rendered:
    """ "Removed from what you offer: wedding photography."."""
    listing = reply.listing
    return rendered(
        line(f"Removed from {_LEAD[listing.kind]}: ", *said(listing), "."),
        small("Nobody sees it any more."),
        buttons(button("Put it back", Button.RESTORE, f"listing:{listing.id}")),
    )


def all_of(reply: Listings) -> Rendered:
    """One's own, with what can be done about each, and those of others."""
    offers = reply.kind is ListingKind.OFFER
    new = button("Add an offer", Button.NEW_OFFER) if offers else button("Add a need", Button.NEW_NEED)
    title = "What you offer" if offers else "What you're looking for"
    others = "What others here offer" if offers else "What others here are looking for"
    verb = "offer" if offers else "look for"
    nothing = "You have noted nothing that you offer." if offers else "You have noted nothing that you're looking for."
    example = "“I do wedding photography”" if offers else "“I'm looking for a cake supplier”"
    own = [block for one in reply.mine[:SHOWN_MINE] for block in entry(one)]
    rest = len(reply.mine) - SHOWN_MINE
    return rendered(
        *([line(Bold(title)), *own] if own else [line(f"{nothing} Tell me like this: {example}.")]),
        small(f"And {rest} more of yours, on Home.") if rest > 0 else None,
        buttons(new),
        divider(),
        line(Bold(others)) if reply.others else line(f"Nobody else here has noted what they {verb} yet."),
        *(line(Bold(name(person)), ": ", *said(one)) for one, person in reply.others),
        small(f"And {reply.more} more.") if reply.more else None,
        small("Members of this workspace can see all of these."),
    )


def entry(listing: Listing) -> tuple[Block, Block]:
    """One of one's own, with its buttons."""
    ask = sure(
        "Remove this?",
        "Nobody sees it any more. “put it back” or the message about it brings it back.",
        "Remove",
        "Keep it",
    )
    return (
        line(*said(listing)),
        buttons(
            button("Edit", Button.EDIT, f"listing:{listing.id}"),
            button("Remove", Button.REMOVE_LISTING, listing.id, confirm=ask),
        ),
    )


def section(offers: tuple[Listing, ...], needs: tuple[Listing, ...], most: int) -> list[Block]:
    """Offers and needs as a part of Home, the latest few of each."""
    blocks = [divider(), line(Bold("Offers and needs"))]
    for lead, some in (("You offer:", offers), ("You're looking for:", needs)):
        if some:
            blocks += [small(lead), *(block for one in some[:most] for block in entry(one))]
        if len(some) > most:
            blocks.append(small(f"And {len(some) - most} more: say “show my {some[0].kind}s” in Messages."))
    if not offers and not needs:
        blocks.append(
            small("What do you do for others, and what are you looking for? Members here can find each other by it.")
        )
    return [
        *blocks,
        buttons(
            button("Add an offer", Button.NEW_OFFER),
            button("Add a need", Button.NEW_NEED),
            button("Who shares my audience?", Button.AUDIENCE),
        ),
    ]


def said(listing: Listing) -> tuple[Words, ...]:
    """ "wedding photography, for small hotels", "a cake supplier, by Tue 30 Jun 2027"."""
    audience = typed(listing.audience, DETAIL)
    until = f", by {full_day(listing.until)}" if listing.until else ""
    return (Bold(typed(listing.words, DETAIL)), f", for {audience}" if audience else "", until)


def way(found: Found) -> tuple[Words, ...]:
    """How somebody was found: "Tom Berger (Baker, Elm & Sons) offers wedding cakes"."""
    at = work(found.person)
    known = f" ({at})" if at else ""
    words = typed(found.words, DETAIL)
    match found.source:
        case Source.OFFER:
            return (Bold(name(found.person)), known, " offers ", Bold(words))
        case Source.RECOMMENDATION:
            by = ("by ", Bold(name(found.by)), " ") if found.by else ()
            return (Bold(name(found.person)), known, " is recommended ", *by, "for ", Bold(words))
        case Source.TITLE:
            return (Bold(name(found.person)), known, ", by their title")


def _suggested(suggested: tuple[tuple[Fit, Found], ...]) -> list[Block]:
    """Who may fit a need, with what its owner can do about each."""
    if not suggested:
        return []
    blocks = [block for nth, (fit, found) in enumerate(suggested, 1) for block in _one(fit, found, nth)]
    return [small("This may fit:"), *blocks, small(ONLY_YOU_SEE)]


def _one(fit: Fit, found: Found, nth: int = 0) -> tuple[Block, ...]:
    """Somebody who may fit, with what can be done about them."""
    ask = (
        button("About them", Button.CARD, found.person.id, nth)
        if found.met
        else button("Ask for an introduction", Button.FIT_INTRO, fit.id, nth)
    )
    aside = button("Not this one", Button.FIT_NOT, fit.id, nth)
    if fit.taken is Taken.WRITES and found.person.account:
        mention = Mention(found.person.account, name(found.person))
        return line(*way(found), "."), line("Press their name to write to them: ", mention), buttons(ask, aside)
    return line(*way(found), "."), buttons(ask, button("Write to them", Button.FIT_WRITE, fit.id, nth), aside)


def fit_found(item: FitFound) -> tuple[Block, ...]:
    """Unasked: "You're looking for a cake supplier, and somebody new may fit:"."""
    lead = line("You're looking for ", *said(item.need), ", and this may fit:")
    return lead, *_one(item.fit, item.found), small(ONLY_YOU_SEE)


def still_so(item: StillSo) -> tuple[Block, ...]:
    """Unasked: "You said that you offer wedding photography. Is that still so?"."""
    listing = item.listing
    verb = "offer" if listing.kind is ListingKind.OFFER else "look for"
    if item.answered:
        return (line(f"You {verb} ", *said(listing), ". It stays."),)
    return (
        line(f"Some time ago you told me that you {verb} ", *said(listing), ". Is that still so?"),
        small("Without an answer within 30 days I remove it; you can put it back."),
        buttons(
            button("Yes, keep it", Button.KEEP_LISTING, listing.id, style="primary"),
            button("Edit", Button.EDIT, f"listing:{listing.id}"),
            button("Remove", Button.REMOVE_LISTING, listing.id),
        ),
    )


def _asks(listing: Listing) -> str:
    return f"I'll ask you after {full_day(listing.asked_at.date())} whether it is still so."
