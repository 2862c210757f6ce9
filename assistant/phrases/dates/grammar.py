"""The rules of dates, over the letters of token classes (words.py, tokens.py), and the moments that they say.

A rule is tried at each place in the order of the list; the first that fits there counts, so what says more comes first.
"""

import re
from collections.abc import Callable, Sequence

from assistant.phrases.dates.clocks import clock_in, like, spoken_clock
from assistant.phrases.dates.numeric import numeric
from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.tokens import Token

Row = Sequence[Token]
Made = Callable[[Row, re.Match[str], int], Spoken | None]


def _int(token: Token) -> int:
    return token.value if isinstance(token.value, int) else 0


def _one(row: Row, kinds: str) -> Token | None:
    return next((token for token in row if token.kind in kinds), None)


def _number(row: Row) -> int:
    """The count that is said: "two", "a", "a couple of", "14"."""
    couple = _one(row, "c")
    if couple:
        return _int(couple)
    found = [token for token in row if token.kind in "nw"]
    return _int(found[-1]) if found else 1


def _unit(row: Row) -> str:
    unit = _one(row, "u")
    return str(unit.value) if unit else ""


def _which(row: Row) -> str:
    token = _one(row, "ltx")
    return {"l": "last", "t": "this", "x": "next"}[token.kind] if token else ""


def _edge(row: Row) -> str:
    token = _one(row, "eghkKE")
    return {"e": "end", "g": "early", "h": "mid", "k": "end", "K": "later", "E": "earlier"}[token.kind] if token else ""


def relative(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    token = _one(row, "R")
    assert token
    days, part = token.value if isinstance(token.value, tuple) else (0, "")
    said = _one(row, "pC")
    return Spoken("days", n=days, part=str(said.value) if said and said.kind == "p" else part)


def around(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    """the day before yesterday, the day after tomorrow."""
    return Spoken("days", n=-2 if _one(row, "b") else 2)


def weekday(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    day, part = _one(row, "d"), _one(row, "p")
    assert day
    week = _one(row, "u")
    which = _which(row)
    if week and not which:
        which = "fortnight"  # "Tuesday week": the one after the coming one
    elif week:
        which = f"{which} week"  # "Friday of next week"
    return Spoken("weekday", weekday=_int(day), which=which, part=str(part.value) if part else "")


def month_day(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    month, year = _one(row, "m"), _one(row, "y")
    days = [token for token in row if token.kind in "now"]
    if not month or not days or not 1 <= _int(days[0]) <= 31:
        return None
    weekday = _one(row, "d")
    first = Spoken(
        "date", n=_int(days[0]), month=_int(month), year=_int(year) if year else 0,
        weekday=_int(weekday) if weekday else None,
    )  # fmt: skip
    if len(days) > 1 and _one(row, "-&U"):
        return first.but(other=first.but(n=_int(days[1]), weekday=None)) if 1 <= _int(days[1]) <= 31 else None
    return first


def month_only(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    month, year = _one(row, "m"), _one(row, "y")
    assert month
    return Spoken("month", month=_int(month), year=_int(year) if year else 0, which=_which(row) or _edge(row))


def nth(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    day, weekday = _one(row, "on"), _one(row, "d")
    number = _int(day) if day else 0
    return Spoken("nth", n=number, weekday=_int(weekday) if weekday else None) if 1 <= number <= 31 else None


def year(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    said = _one(row, "y")
    assert said
    return Spoken("year", year=_int(said), which=_edge(row))


def quarter(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    said, year = _one(row, "Qo"), _one(row, "y")
    number = _int(said) if said else 0
    return Spoken("quarter", n=number, year=_int(year) if year else 0) if 1 <= number <= 4 else None


def offset(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    """two weeks ago, in an hour and a half, three days from now."""
    back = _one(row, "ab") is not None or (row[-1].kind == "E")
    half = 0.5 if _one(row, "H") else 0.0
    unit = _unit(row)
    counted = [token for token in row if token.kind in "nwcH"]
    if half and counted and counted[0].kind == "H":
        return _halved(unit, 0, back)
    count = _number(row[: 1 + next(i for i, token in enumerate(row) if token.kind == "u")])
    if half:
        return _halved(unit, count, back)
    return Spoken("offset", n=-count if back else count, unit=unit)


def _halved(unit: str, whole: int, back: bool) -> Spoken:
    smaller = {"hour": ("minute", 30), "year": ("month", 6), "day": ("hour", 12), "month": ("day", 15)}
    name, half = smaller.get(unit, (unit, 1))
    times = {"hour": 60, "year": 12, "day": 24, "month": 30}.get(unit, 1)
    count = whole * times + half
    return Spoken("offset", n=-count if back else count, unit=name)


def vague(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    return Spoken("vague")


def period(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    """last week, this month, the next 3 months, early next year, the week before last."""
    unit = "weekend" if _one(row, "W") else _unit(row)
    which = _which(row) or "this"
    if _one(row, "b") and row[-1].kind == "l":
        return Spoken("period", unit=unit, n=-2)
    if _one(row, "F") and row[-1].kind == "x":
        return Spoken("period", unit=unit, n=2)
    counted = [
        token for token in row if token.kind in "nc" or (token.kind == "w" and token.text.casefold() not in ("a", "an"))
    ]
    if counted and which != "this":
        return Spoken("span", n=_int(counted[0]), unit=unit, which=which)
    return Spoken("period", unit=unit, n={"last": -1, "this": 0, "next": 1}[which], which=_edge(row))


def edge(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    """the end of the month, EOW."""
    token = _one(row, "Z")
    return Spoken("period", unit=str(token.value) if token else _unit(row), which="end")


def this_part(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    part = _one(row, "p")
    assert part
    return Spoken("days", n=-1 if _one(row, "l") else 1 if _one(row, "x") else 0, part=str(part.value))


def nth_weekday(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    """the last Friday of the month, the first week of June, the third quarter of 2026."""
    place = _one(row, "ol")
    if _unit(row) == "quarter" and place and place.kind == "o":
        return quarter(row, match, day_first)
    weekday, month, year = _one(row, "d"), _one(row, "m"), _one(row, "y")
    tail = row[next(i for i, token in enumerate(row) if token.kind in "qi") :] if _one(row, "qi") else ()
    return Spoken(
        "place",
        n=-1 if place is None or place.kind == "l" else _int(place),
        weekday=_int(weekday) if weekday else None,
        month=_int(month) if month else 0,
        year=_int(year) if year else 0,
        unit=_unit(tail),
        which=_which(tail),
        part=_unit(row) if not weekday else "",
    )


def week_of(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    at = next(i for i, token in enumerate(row) if token.kind in "Sqf") + 1
    anchor = month_day(row[at:], match, day_first) if _one(row[at:], "m") else nth(row[at:], match, day_first)
    return Spoken("week of", other=anchor) if anchor else None


def literal(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    token = _one(row, "D")
    return numeric(str(token.value), bool(day_first)) if token else None


def clock(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    found = [one for one in (clock_in(token, row[nth + 1 :]) for nth, token in enumerate(row)) if one]
    if not found:
        return None
    if len(found) == 1:
        return Spoken("clock", clock=found[0])
    return Spoken("clock", clock=like(found[0], found[1]), until_clock=like(found[1], found[0]))


def fraction(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    """in 1/2 hour, a quarter of an hour."""
    token = _one(row, "D")
    share = {"1/2": 30, "1/4": 15, "3/4": 45}.get("".join(token.text.split())) if token else 15
    units = [str(one.value) for one in row if one.kind == "u"]
    return Spoken("offset", n=share, unit="minute") if share and units[-1] == "hour" else None


def part_only(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    part = _one(row, "p")
    assert part
    return Spoken("days", n=0, part=str(part.value))


def in_words(row: Row, match: re.Match[str], day_first: int) -> Spoken | None:
    said = spoken_clock(row)
    return Spoken("clock", clock=said) if said else None


def now(row: Row, match: re.Match[str], day_first: int) -> Spoken:
    return Spoken("offset", n=0, unit="minute")


COUNT = "(?:[nw]|w?cq?)"
_YEAR = "(?:,?y|q?y)?"
_HOUR = "(?:A|[nw]L|[nw](?=M))L?M?"
_GRAMMAR: tuple[tuple[Made, str], ...] = (
    (vague, "w?Vu(?:a|b|E|K)|wz?a|T?ju|v"),
    (around, "T?u[bF]R"),
    (fraction, "iDw?u|iwuqwu"),
    (literal, "(?:d,?)?T?D"),
    (week_of, "T?uS?q?(?:d,?)?T?[no]q?m" + _YEAR + "|T?u[Sqf]T?(?:d,?)?(?:m[no]|[no]q?m)" + _YEAR + "|T?u[Sq]T?o"),
    (nth_weekday, "T?[ol](?:d|u)[qi]T?[ltx]?(?:m" + _YEAR + "|u|y)"),
    (month_day, "(?:[ltx]?d,?)?T?[no](?:[-&U]T?[no])?q?T?m[.]?" + _YEAR),
    (month_day, "(?:[ltx]?d,?)?(?:m|m[.])T?(?:[no]|w)(?:[-&U]T?[no](?!m|L|M|u))?(?:,?y)?"),
    (offset, "[ix]?" + COUNT + "u(?:&wH)?(?:[abEK]|fr|fR|Fr)"),
    (offset, "i@?" + COUNT + "u(?:&wH)?|i?Hw?u(?:[abEK]|fr)|iHw?u"),
    (quarter, "T?Q(?:q?y)?|T?ou(?:q?y)?(?=$|[^u])(?<=[uy])"),
    (nth, "(?:Td?o|d,?T?o|(?<=[OUf])T?[no]|dTn|o(?=[-U]T?o))(?![uLMm])"),
    (weekday, "T?[ltx]?dq[ltx]u|T?[ltx]?d[ltx]u|du|T?[ltx]{0,2}dk?[.-]?p?"),
    (relative, "(?:g|k|E|K)?Rk?-?(?:iT)?p?"),
    (this_part, "(?:g|k|E|K)?[ltx]k?p|(?:K|E|k)R"),
    (period, "T?ubl|T?Wbl|T?uFx|T?[ltx]" + COUNT + "u|T?" + COUNT + "[ltx]u"),
    (period, "(?:[egkh]-?(?:q|i)?@?T?|[KE])?(?:q|i)?T?[ltx]{1,2}(?:u|W)"),
    (period, "[KE]iTu|T?[egh]q?T?u|T(?:W|u)"),
    (edge, "T?Z"),
    (month_only, "T?(?:[ltx]|[eghk]-?q?T?|[KE])*m(?:,?q?y)?"),
    (year, "T?(?:[eghk]-?q?T?)?u?y"),
    (clock, _HOUR + "(?:[-U&]" + _HOUR + "|[-U](?:n|w))?|(?:n|w)[-&U]" + _HOUR + "|(?<=[fB])[nw][-&U][nw](?![umo])"),
    (in_words, "(?:n|w|H|wu|u)[lb-](?:n|w|A)L?M?|@[nw](?!u|m|q)|C"),
    (part_only, "iT?k?p"),
    (now, "zr|r"),
)
_RULES = re.compile("|".join(f"(?P<r{nth}>{pattern})" for nth, (_, pattern) in enumerate(_GRAMMAR)))
MAKERS = tuple(made for made, _ in _GRAMMAR)


def matches(kinds: str) -> list[tuple[Made, re.Match[str]]]:
    """Every place where a rule fits, with what makes a moment of it; they do not overlap."""
    return [
        (MAKERS[int(str(found.lastgroup)[1:])], found)
        for found in _RULES.finditer(kinds)
        if found.end() > found.start()
    ]
