"""Made-up directories of any size and the names that people might type for those in them, each with what is right.

Different on purpose from what the resolver's tables hold: surnames are put together from parts, half of the people have
no title or handle, typing mistakes are drawn without a keyboard, and organisations are shortened, not only cut.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from random import Random

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.facts import Kind, Person
from assistant.ids import PersonId

_BEGIN = (
    "Ab Al Ar Bal Bar Bel Ber Bo Bran Bro Cal Car Cas Cha Cor Da Del Der Do Dra Dun Eb El Er Fal Far Fen Fi Fo "
    "Gal Gar Ge Gol Gra Had Hal Har He Hol Hu Il Is Ja Jo Kal Kar Ke Kol Kra La Lar Le Lin Lo Lu Mac Mal Mar Me "
    "Mo Mun Na Ne No Ob Ol Or Pa Pel Per Pol Pra Qua Ra Re Ro Rus Sa San Se Sha Sol Ste Su Ta Tel Tor Tu Ul Va "
    "Vel Vo Wal Wen Wil Ya Zel Zo"
)
_MIDDLE = "ba be da de do ga gi ka ko la le li lo ma mi na ne ni no ra re ri ro sa se si ta te ti va ve vi zo"
_END = (
    "ber bach berg by cek dale den dez din don dorf er eva feld field ford gan gren hart holm holt ic in ini ins "
    "kamp ker kova land ler ley lin lov man mer mont mora na nak ner nez nik nova oglu ov over owski quist rell "
    "res ria rin ro roth sen ska son stad stein ston strom tano ter thal ti ton ucci ura vall vic vist wall well "
    "wick wood zak"
)
_TRADES = "Bakery Clinic Foods Gallery Garage Hotels Labs Legal Media Music Optics Print Studio Travel Works"
_TITLES = "Accountant Baker Curator Designer Editor Engineer Founder Lawyer Nurse Partner Photographer Writer"


@dataclass(frozen=True, slots=True)
class Query:
    """A typed name: the people it rightly means (none for a stranger), and of which kind it is."""

    kind: str
    text: str
    means: frozenset[PersonId]
    others: bool = False  # somebody else's name is nearly as near, so that asking is as right as being sure


@dataclass(frozen=True, slots=True)
class MadeUp:
    """People with their first and last names, in the same order, and what is said of them."""

    people: list[Person]
    named: list[tuple[str, str]]
    queries: list[Query]


def make(size: int, seed: int, each: int) -> MadeUp:
    """A directory of `size` people and about `each` queries of every kind; the same for the same seed."""
    draw = Random(f"{size} {seed}")
    firsts, short = _first_names()
    lasts = _surnames(draw, 1_000 + size // 30)
    organisations = [f"{_surname(draw)} {draw.choice(_TRADES.split())}" for _ in range(max(10, size // 50))]
    people, named = [], []
    for number in range(1, size + 1):
        first = firsts[int(len(firsts) * draw.random() ** 2)]
        last = lasts[int(len(lasts) * draw.random() ** 2)]
        called = draw.choice(short[first]) if first in short and draw.random() < 0.3 else first
        middle = f" {draw.choice('ABCDEFGHJKLMNPRSTW')}." if draw.random() < 0.08 else ""
        handle = f"{first}.{last}{number}".lower() if draw.random() < 0.5 else ""
        people.append(
            Person(
                PersonId(number), Kind.MEMBER, f"{first}{middle} {last}",
                f"{called} {last}" if called != first else "", handle,
                organisation=draw.choice(organisations),
                title=draw.choice(_TITLES.split()) if draw.random() < 0.5 else "",
            )
        )  # fmt: skip
        named.append((first, last))
    return MadeUp(people, named, list(_queries(people, named, short, draw, each, lasts, firsts)))


def _first_names() -> tuple[list[str], dict[str, list[str]]]:
    text = files("assistant.people").joinpath("nicknames.txt").read_text(encoding="utf-8")
    groups = [line.split(":") for line in text.splitlines() if line and not line.startswith("#")]
    short = {formal.title(): [form.strip().title() for form in forms.split(",")] for formal, forms in groups}
    return sorted(short), short


def _surname(draw: Random) -> str:
    return (
        draw.choice(_BEGIN.split())
        + (draw.choice(_MIDDLE.split()) if draw.random() < 0.5 else "")
        + draw.choice(_END.split())
    )


def _surnames(draw: Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        last = _surname(draw)
        found[
            f"{last}-{_surname(draw)}" if draw.random() < 0.03 else f"van {last}" if draw.random() < 0.03 else last
        ] = None
    return list(found)


def _queries(
    people: list[Person],
    named: list[tuple[str, str]],
    short: dict[str, list[str]],
    draw: Random,
    each: int,
    lasts: list[str],
    firsts: list[str],
) -> Iterator[Query]:
    ids: dict[tuple[str, str], set[PersonId]] = defaultdict(set)  # by the first names somebody goes by, and the last
    by_last: dict[str, set[tuple[str, PersonId]]] = defaultdict(set)
    for person, (first, last) in zip(people, named, strict=True):
        called = person.display_name.partition(" ")[0] or first
        for own in {first, called}:
            ids[own, last].add(person.id)
        by_last[last].add((first, person.id))
    together = {f"{first}{last}".lower().replace(" ", "").replace("-", "") for first, last in ids}
    everybody = sorted(together)

    def others(text: str, most: int) -> int:
        word = text.lower().replace(" ", "").replace("-", "")
        return len(process.extract(word, everybody, scorer=OSA.distance, score_cutoff=most, limit=5))

    plainly: dict[str, Callable[[str, str], str]] = {
        "as written": lambda first, last: f"{first} {last}",
        "small letters": lambda first, last: f"{first} {last}".lower(),
        "surname first": lambda first, last: f"{last}, {first}",
        "with a title": lambda first, last: f"Dr. {first} {last}",
    }
    for kind, write in plainly.items():
        for at in draw.sample(range(len(people)), each):
            first, last = named[at]
            familiar = any(short_of(first, one, short) for one, _ in by_last[last] if one != first)
            yield Query(kind, write(first, last), frozenset(ids[first, last]), familiar)
    for at in draw.sample(range(len(people)), 2 * each):
        first, last = named[at]
        text = _mistype(f"{first} {last}", draw)
        if others(text, 0) == 0:
            yield Query("mistyped", text, frozenset(ids[first, last]), others(text, 2) > 1)
    for at in draw.sample(range(len(people)), each):
        first, last = named[at]
        form = draw.choice(short[first])
        means = ids.get((form, last), set()) | {one for formal, one in by_last[last] if form in short.get(formal, ())}
        yield Query("familiar form", f"{form} {last}", frozenset(means), len(by_last[last]) > len(means))
    staff: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        staff[person.organisation].append(at)
    for at in draw.sample(range(len(people)), each):
        (first, _), organisation = named[at], people[at].organisation
        there = [(people[other], named[other][0]) for other in staff[organisation]]
        means = {one.id for one, own in there if first in (own, one.display_name.partition(" ")[0])}
        near = any(short_of(first, own, short) for _, own in there if own != first)
        yield Query("with an organisation", f"{first} from {organisation}", frozenset(means), near)
    strangers = 0
    while strangers < 2 * each:
        first, last = draw.choice(firsts), draw.choice(lasts) if draw.random() < 0.5 else _surname(draw)
        related = any(short_of(first, own, short) for own, _ in by_last[last])
        if (first, last) not in ids and not related and not others(f"{first} {last}", 2):
            strangers += 1
            yield Query("nobody here", f"{first} {last}", frozenset())


def short_of(one: str, other: str, short: dict[str, list[str]]) -> bool:
    """One of the two first names is a form of the other, or both are forms of a third."""
    mine, theirs = {one, *short.get(one, ())}, {other, *short.get(other, ())}
    return not mine.isdisjoint(theirs) or any({one, other} <= {formal, *forms} for formal, forms in short.items())


def _mistype(text: str, draw: Random) -> str:
    """One letter wrong, missing, doubled or swapped with the next, anywhere but at the beginning."""
    at = draw.randrange(1, len(text) - 1)
    while not (text[at].isalpha() and text[at + 1].isalpha()):
        at = draw.randrange(1, len(text) - 1)
    match draw.randrange(4):
        case 0:
            return text[:at] + draw.choice("aeioubcdfghklmnprstvwz") + text[at + 1 :]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + text[at] + text[at:]
        case _:
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
