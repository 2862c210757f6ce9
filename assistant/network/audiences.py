"""Who shares somebody's clients: another trade for the same people. Each answer has its reason.

Two ways lead there. Both say for whom they work ("for small hotels"), or name the occasion ("wedding cakes").
Or their trades are known to meet there, though neither says so (occasions.py).
"""

from dataclasses import dataclass
from functools import lru_cache

from assistant.network.matches import Thing, Token, fit, things
from assistant.network.occasions import OCCASIONS, Occasion
from assistant.network.trades import root_of, tokens

# Words of clients that say too little: everybody has clients.
_UNTOLD = "client customer private everybody everyone all member other organisation industry sector"
_VAGUE = frozenset(map(root_of, _UNTOLD.split()))
_NAMED = {one: frozenset(root for _, root in tokens(one.named)) for one in OCCASIONS}
_TRADES = {one: tuple(things(name) for name in one.trades.split(",")) for one in OCCASIONS}
# How much each kind of reason counts for the order in which they are shown: what is said before what is supposed.
_BOTH_SAY, _ONE_SAYS, _NEITHER = 1.0, 0.7, 0.4


@dataclass(frozen=True, slots=True)
class Trade:
    """What somebody does, and for whom."""

    words: str  # as they said it
    done: tuple[Thing, ...]
    clients: frozenset[Token]  # the words that say for whom
    occasions: frozenset[Occasion]


@dataclass(frozen=True, slots=True)
class Shared:
    """Clients that two trades share."""

    clients: str  # "weddings", "hotels"
    said: bool  # both say so; else their trades are known to meet there
    strength: float  # 0 to 1


@lru_cache(4096)
def trade(words: str, audience: str = "") -> Trade:
    """What an offer, or a title, says of somebody's trade and clients."""
    done = things(words, audience)
    narrowing = (word for thing in done for word in (*thing.beside, *thing.core) if word not in thing.heads)
    clients = frozenset((said, root) for said, root in narrowing if root not in _VAGUE)
    named = {one for one in OCCASIONS if _NAMED[one] & _roots(clients)}
    met = {one for one in OCCASIONS if any(fit(known, done) for known in _TRADES[one])}
    return Trade(words, done, clients, frozenset(named | met))


def shared(mine: Trade, theirs: Trade) -> Shared | None:
    """The clients that two share while doing different things; None when there are none, or they do the same."""
    if not mine.done or not theirs.done or _same(mine, theirs):
        return None
    both = _roots(mine.clients) & _roots(theirs.clients)
    occasions = sorted(mine.occasions & theirs.occasions, key=lambda one: one.reads)
    if both:
        occasion = next((one.reads for one in occasions if _NAMED[one] & both), "")
        as_said = sorted(said for said, root in theirs.clients if root in both)
        return Shared(occasion or " ".join(as_said), True, _BOTH_SAY)
    if not occasions:
        return None
    named = _roots(mine.clients | theirs.clients)
    first = next((one for one in occasions if _NAMED[one] & named), None)
    return Shared((first or occasions[0]).reads, False, _ONE_SAYS if first else _NEITHER)


def _same(one: Trade, other: Trade) -> bool:
    """Whether they would compete: what both are about is the same, however it is narrowed."""
    heads = {root for thing in one.done for _, root in thing.heads}
    return any(root in heads for thing in other.done for _, root in thing.heads)


def _roots(some: frozenset[Token]) -> frozenset[str]:
    return frozenset(root for _, root in some)
