"""What two people gave one another and received, and a member's referrals added up. In no order of how much."""

from collections.abc import Iterator

from assistant.business.given import Deed, Deeds, Exchange
from assistant.business.totals import Line, Tally, Totals
from assistant.clock import MONTHS
from handlers.views.blocks import Block, Bold, Rendered, header, line, listed, rendered, small
from handlers.views.meeting import typed
from handlers.views.moments import full_day
from handlers.views.people import name

SHOWN = 5  # deeds of a kind and direction; the rest is a number
LINES = 40  # people, or months
_GAVE = {
    "introductions": ("You introduced them to", "They introduced you to"),
    "thanks": ("You thanked them for", "They thanked you for"),
    "recommendations": ("You recommended them for", "They recommended you for"),
}
ONLY_YOU = "Only you can see this page; what you two sent one another, only you two."


def exchange(reply: Exchange) -> Rendered:
    """Give and receive, between the reader and one person."""
    them = name(reply.other)
    met = {0: "no meetings noted", 1: "met once"}.get(reply.met, f"met {reply.met} times")
    together = {0: "", 1: ", one partnership that goes on"}.get(
        reply.partnerships, f", {reply.partnerships} partnerships that go on"
    )
    given = [*_deeds(reply.deeds, 0), *sent_in_words("You sent them", reply.referrals_sent)]
    received = [*_deeds(reply.deeds, 1), *sent_in_words("They sent you", reply.referrals_received)]
    return rendered(
        header(f"You and {them}"),
        line(f"{met}{together}."[:1].upper() + f"{met}{together}."[1:]),
        line(Bold("What you gave")),
        listed(*given) if given else line("Nothing is noted yet."),
        line(Bold("What you received")),
        listed(*received) if received else line("Nothing is noted yet."),
        small(ONLY_YOU),
    )


def _deeds(kinds: tuple[Deeds, ...], direction: int) -> Iterator[str]:
    for kind in kinds:
        deeds = (kind.given, kind.received)[direction]
        if deeds:
            more = f" and {len(deeds) - SHOWN} more" if len(deeds) > SHOWN else ""
            yield f"{_GAVE[kind.kind][direction]} {', '.join(map(_deed, deeds[:SHOWN]))}{more}"


def _deed(deed: Deed) -> str:
    return f"{typed(deed.words, 100)} ({full_day(deed.day)})"


def sent_in_words(opening: str, tally: Tally) -> Iterator[str]:
    """ "They sent you 3 referrals, 1 won: 2,500 GBP", or nothing where there were none."""
    if tally.times:
        yield f"{opening} {_tally(tally)}"


def _tally(tally: Tally) -> str:
    """ "3 referrals, 1 won: 2,500 GBP and 300 EUR (1 not confirmed)"."""
    often = "1 referral" if tally.times == 1 else f"{tally.times} referrals"
    won = f", {tally.won} won" if tally.won else ""
    sums = f": {' and '.join(map(str, tally.sums))}" if tally.sums else ""
    return f"{often}{won}{sums}{f' ({tally.unconfirmed} not confirmed)' if tally.unconfirmed else ''}"


def window(reply: Totals) -> Rendered:
    """This year's, in a window."""
    if not reply.people:
        return rendered(line("No referrals are noted this year. Tell me of one: “Sam sent me a client, Bloom & Co”."))
    return rendered(*totals(reply), small("Only you can see this; of each line also the one it is about."))


def totals(reply: Totals) -> list[Block]:
    """By person, by name, and by month, as they went by; nothing is added across currencies."""
    more = small(f"And {len(reply.people) - LINES} more people.") if len(reply.people) > LINES else None
    return [
        line(Bold("Referrals by person")),
        listed(*(_line(one) for one in reply.people[:LINES])),
        *([more] if more else []),
        line(Bold("By month")),
        listed(*(_line(one) for one in reply.months[-LINES:])),
    ]


def _line(one: Line) -> str:
    who = name(one.person) if one.person else f"{MONTHS[one.month.month - 1]} {one.month.year}" if one.month else ""
    parts = []
    if one.received.times:
        parts.append(f"received {_tally(one.received)}")
    if one.sent.times:
        parts.append(f"sent {_tally(one.sent)}")
    return f"{who}: {'; '.join(parts)}"
