"""Whether what somebody offers is what somebody needs. Rather nobody than the wrong one.

Both are read as what English makes of them: "a wedding cake supplier for the fair in Galway" is about cakes (the head),
for weddings (what narrows it), in Galway (the place). They fit when each is about what the other speaks of, and they
are not narrowed in different ways. docs/decisions/matching.md has the figures.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.network.trades import root_of, tokens
from assistant.people.spelling import plain

Token = tuple[str, str]  # a word as said, and its root

# Words that say nothing of the trade: who does it, how, how good; and the sale of anything.
_SAYING_NOTHING = """
    a an the my our your their his her some any few several this that these those who which is are am be i we you
    it me us he she they very really quite highly one ones someone somebody anyone anybody person people man woman
    good great best better nice new old used second hand spare local reliable cheap affordable cheaper experienced
    qualified professional friendly small big large little free paid pro bono early stage first-rate fast
    more extra full part time freelance junior senior young
    help helping supplier suppliers supply provider providers expert experts specialist specialists expertise
    professional service services firm firms company companies business agency pro guru whizz consultant consultants
    consulting consultancy adviser advisers advisor advisors advice advising advisory broker brokers broking
    brokerage support work working job jobs stuff things hire hiring rent rental lend lending sell selling sale buy
    offer offers offering do does doing make makes making build builds building create creates creating provide
    provides providing give gives giving run running run can could would will get need needs looking want
    music sessions session set sets projects project needed
    owner founder co cofounder director ceo cto cfo head chief lead freelancer partner principal
    self employed proprietor
"""
_EMPTY = frozenset(_SAYING_NOTHING.split())
_AND = re.compile(r"\s+(?:and|or|plus|as well as)\s+|\s*[,;&/+]\s*|\s+-\s+", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s+(?:for|at|on|from|by|of|to\s+(?=\w+\s+(?:for|with|by)\b)|with\s+(?!grant)|near|around|in|during|about|who|that)\s+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|near|around)\s+((?:[A-Z]\w+[\s-]?)+)")
# "someone to photograph ceramics", "help with grant applications", "someone good at Excel"
_SOMEBODY = re.compile(
    r"^\s*(?:someone|somebody|anyone|anybody|a\s+person|people)\s+(?:to|who|that)\s+(?:can|could|does|do|will)?\s*",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\s*(?:(?:some\s+)?(?:help|support|advice)\s+(?:with|on|in|for)\s+|"
    r"(?:someone|somebody|anyone|anybody)\s+(?:really\s+)?(?:good\s+)?(?:at|for|with|in)\s+|"
    r"(?:i|we)\s+(?:can\s+)?)",
    re.IGNORECASE,
)
# Trades whose name says little without what narrows it: an engineer may be of sound or of bridges.
_BROAD = frozenset(
    root_of(word)
    for word in (
        "design", "engineer", "coach", "architect", "manager", "agent", "editor", "writer", "teacher", "therapist",
        "producer", "analyst", "scientist", "director", "artist", "organiser", "assistant", "trainer", "technician",
    )
)  # fmt: skip
# Who needs a logo is served by who designs logos.
_MAKING = frozenset(map(root_of, ("design", "print")))
_LONG, _LONGER = 8, 11  # letters from which one, or two, slips of the pen are overlooked
_CLOSE = 0.5  # how well the loosest fit counts, between 0 and 1


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is offered or needed."""

    core: tuple[Token, ...]  # the words that name it, in order
    heads: tuple[Token, ...]  # of the core: what it is about; one of them has to be what the other speaks of
    beside: tuple[Token, ...] = ()  # whom or what it is for
    place: frozenset[str] = field(default_factory=frozenset)


@lru_cache(8192)
def things(words: str, audience: str = "") -> tuple[Thing, ...]:
    """What a text offers or needs; nothing when its words say nothing of any trade."""
    place = frozenset(word for found in _PLACE.findall(words) for word in plain(found).split())
    verb = _SOMEBODY.match(words) is not None
    rest = _LEADING.sub("", _SOMEBODY.sub("", words))
    main, *after = _BESIDE.split(rest)
    beside = tuple(_telling(" ".join((*after, audience))))
    read = [thing for part in _AND.split(main) if (thing := _thing(part, verb, beside, place))]
    if not read and beside:  # "head of procurement": what stands before says nothing
        read = [thing for part in _AND.split(" ".join(after)) if (thing := _thing(part, False, (), place))]
    return tuple(read)


def fit(needed: Iterable[Thing], offered: Iterable[Thing]) -> float:
    """How well one of the things offered is one of those needed: 0 when none is, 1 when both say the same."""
    offered = tuple(offered)
    return max((_fit(need, offer) for need in needed for offer in offered), default=0.0)


def _fit(need: Thing, offer: Thing) -> float:
    if need.place and offer.place and not need.place & offer.place:
        return 0.0
    if not (_any(need.heads, offer.core) and _any(offer.heads, need.core)):
        return 0.0
    lacking = [word for word in need.core if not _in(word, (*offer.core, *offer.beside))]
    narrower = [word for word in offer.core if not _in(word, (*need.core, *need.beside))]
    broad = any(root in _BROAD for _, root in need.heads)
    if lacking and (narrower or offer.beside or broad):
        return 0.0
    if narrower and broad and len(need.core) == 1:
        return 0.0
    said = len(need.core) + len(offer.core)
    return max(_CLOSE, 1.0 - (len(lacking) + len(narrower)) / said)


def _thing(part: str, verb: bool, beside: tuple[Token, ...], place: frozenset[str]) -> Thing | None:
    core = tuple(_telling(part))
    if not core:
        return None
    heads = core[:1] if verb else core[-2:] if core[-1][1] in _MAKING else core[-1:]
    return Thing(core, heads, beside, place)


def _telling(text: str) -> list[Token]:
    """The words that say something of a trade; numbers do not."""
    return [(word, root) for word, root in tokens(text) if word not in _EMPTY and not word.isdecimal()]


def _any(some: Iterable[Token], among: tuple[Token, ...]) -> bool:
    return any(_in(one, among) for one in some)


def _in(one: Token, among: Iterable[Token]) -> bool:
    return any(one[1] == other[1] or _misspelt(one[0], other[0]) for other in among)


def _misspelt(one: str, other: str) -> bool:
    """Whether two long words that begin alike are one, but for a slip of the pen."""
    shorter = min(len(one), len(other))
    if shorter < _LONG or one[0] != other[0]:
        return False
    most = 2 if shorter >= _LONGER else 1
    return OSA.distance(one, other, score_cutoff=most) <= most
