"""What the words that a rule of the grammar fits say: one small function for each rule.

Each takes the tokens, and whether the day stands before the month in figures; None where the words only look like it.
"""

from collections.abc import Callable, Sequence

from assistant.phrases.dates.clocks import clock_in, like, spoken_clock
from assistant.phrases.dates.numeric import numeric, year_of
from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.tokens import Token
from assistant.phrases.dates.words import OTHERWISE

Row = Sequence[Token]
Made = Callable[[Row, bool], Spoken | None]
_HALVES = {"hour": ("minute", 60), "year": ("month", 12), "day": ("hour", 24), "month": ("day", 30)}


def _int(token: Token | None) -> int:
    return token.value if token and isinstance(token.value, int) else 0


def _one(row: Row, kinds: str) -> Token | None:
    return next((token for token in row if token.kind in kinds), None)


def _named(row: Row, kinds: str) -> str:
    """What the first token of these classes stands for: a unit, a part of the day."""
    token = _one(row, kinds)
    return str(token.value) if token else ""


def _which(row: Row) -> str:
    token = _one(row, "ltx")
    return {"l": "last", "t": "this", "x": "next"}[token.kind] if token else ""


def _edge(row: Row) -> str:
    token = _one(row, "eghkKE")
    return OTHERWISE[token.kind] if token else ""


def _part(row: Row) -> str:
    """The part of the day; "am" is the morning."""
    token = _one(row, "pM")
    if token and token.kind == "M":
        return "morning" if token.text[:1] in "aA" else "afternoon"
    return str(token.value) if token else ""


def _year(row: Row) -> int:
    token = _one(row, "y")
    return _int(token)


def _counted(row: Row) -> int:
    """The count that is said: "two", "a", "a couple of", "14"."""
    found = [token for token in row if token.kind in "nwc"]
    return _int(found[-1]) if found else 1


def relative(row: Row, day_first: bool) -> Spoken:
    """yesterday, tomorrow morning, tonight."""
    token = _one(row, "R")
    days, part = token.value if token and isinstance(token.value, tuple) else (0, "")
    return Spoken("days", n=days, part=_part(row) or part)


def around(row: Row, day_first: bool) -> Spoken:
    """the day before yesterday, the day after tomorrow."""
    return Spoken("days", n=-2 if _one(row, "b") else 2)


def weekday(row: Row, day_first: bool) -> Spoken:
    """Friday, last Friday, Friday morning, Friday of next week, Friday week."""
    which = _which(row)
    if _one(row, "u"):
        which = f"{which} week" if which else "fortnight"
    return Spoken("weekday", weekday=_int(_one(row, "d")), which=which, part=_part(row))


def month_day(row: Row, day_first: bool) -> Spoken | None:
    """3 May, May 3rd 2026, the first of May, 3 to 5 May."""
    weekday = _one(row, "d")
    days = [_int(token) for token in row if token.kind in "now"]
    if not days or not all(1 <= day <= 31 for day in days):
        return None
    said = Spoken(
        "date", n=days[0], month=_int(_one(row, "m")), year=_year(row), which=_which(row),
        weekday=_int(weekday) if weekday else None,
    )  # fmt: skip
    return said.but(to=said.but(n=days[1], weekday=None)) if len(days) > 1 else said


def month_only(row: Row, day_first: bool) -> Spoken:
    """May, last May, the end of May, May 2026."""
    return Spoken("month", month=_int(_one(row, "m")), year=_year(row), which=_which(row) or _edge(row))


def nth(row: Row, day_first: bool) -> Spoken | None:
    """the 25th, Friday the 13th, the 3rd to the 5th."""
    weekday, days = _one(row, "d"), [_int(token) for token in row if token.kind in "on"]
    if not days or not all(1 <= day <= 31 for day in days):
        return None
    said = Spoken("nth", n=days[0], weekday=_int(weekday) if weekday else None)
    return said.but(to=Spoken("nth", n=days[1])) if len(days) > 1 else said


def year(row: Row, day_first: bool) -> Spoken:
    """2026, the end of 2026."""
    return Spoken("year", year=_year(row), which=_edge(row))


def week(row: Row, day_first: bool) -> Spoken | None:
    """week 31, week 3 of 2027."""
    number = _int(_one(row, "n"))
    if _named(row, "u") != "week" or not 1 <= number <= 53:
        return None
    return Spoken("week", n=number, year=_year(row))


def quarter(row: Row, day_first: bool) -> Spoken | None:
    """Q3, the third quarter of 2026, 2026 Q3."""
    number = _int(_one(row, "Qo"))
    if _named(row, "u") not in ("", "quarter") or not 1 <= number <= 4:
        return None
    return Spoken("quarter", n=number, year=_year(row))


def offset(row: Row, day_first: bool) -> Spoken:
    """two weeks ago, in an hour and a half, three days from now, after 3 weeks, a week before ..."""
    at = next(place for place, token in enumerate(row) if token.kind == "u")
    unit, count = str(row[at].value), _counted(row[:at])
    half = _one(row, "H")
    back = _one(row[at:], "ab") is not None or row[-1].kind == "E"
    if half:
        count = 0 if row.index(half) < at else count
        unit, whole = _HALVES.get(unit, (unit, 2))
        count = count * whole + whole // 2
    return Spoken("offset", n=-count if back else count, unit=unit, which="after" if row[0].kind == "F" else "")


def vague(row: Row, day_first: bool) -> Spoken:
    """recently, the other day, a few weeks ago."""
    return Spoken("vague")


def period(row: Row, day_first: bool) -> Spoken | None:
    """last week, this month, the next 3 months, early next year, the week before last."""
    unit = "weekend" if _one(row, "W") else _named(row, "u")
    which = _which(row) or "this"
    if row[-1].kind == "l" and _one(row, "b"):
        return Spoken("period", unit=unit, n=-2)
    if row[-1].kind == "x" and _one(row, "F"):
        return Spoken("period", unit=unit, n=2)
    counted = [token for token in row if token.kind in "nwc"]
    if counted and which != "this":
        return Spoken("span", n=_int(counted[-1]), unit=unit, which=which)
    if which == "last" and unit in ("minute", "day", "second"):
        return None  # at the last minute, my last day
    return Spoken("period", unit=unit, n={"last": -1, "this": 0, "next": 1}[which], which=_edge(row))


def edge(row: Row, day_first: bool) -> Spoken:
    """EOW, the end of the month."""
    return Spoken("period", unit=_named(row, "Z"), which="end")


def this_part(row: Row, day_first: bool) -> Spoken:
    """this morning, last night, next evening."""
    return Spoken("days", n=-1 if _one(row, "l") else 1 if _one(row, "x") else 0, part=_part(row))


def part_only(row: Row, day_first: bool) -> Spoken:
    """in the morning."""
    return Spoken("days", part=_part(row))


def nth_of(row: Row, day_first: bool) -> Spoken | None:
    """the last Friday of the month, the second last week of June, the third quarter of 2026."""
    unit = "weekend" if _one(row, "W") else _named(row, "u")
    place, last = _one(row, "o"), _one(row, "l")
    at = next(at for at, token in enumerate(row) if token.kind in "qi")
    if unit == "quarter" and place and _one(row[:at], "u"):
        return quarter(row, day_first)
    weekday = _one(row, "d")
    count = _int(place) or 1
    return Spoken(
        "place", n=-count if last and row.index(last) < at else count, weekday=_int(weekday) if weekday else None,
        month=_int(_one(row, "m")), year=_year(row), unit=_named(row[at:], "u"), which=_which(row[at:]),
        part="" if weekday else unit,
    )  # fmt: skip


def week_of(row: Row, day_first: bool) -> Spoken | None:
    """the week of 3 June, week commencing the 9th."""
    if _named(row, "u") != "week":
        return None
    tail = row[next(at for at, token in enumerate(row) if token.kind == "u") + 1 :]
    anchor = month_day(tail, day_first) if _one(tail, "m") else nth(tail, day_first)
    return Spoken("week of", other=anchor) if anchor else None


def literal(row: Row, day_first: bool) -> Spoken | None:
    """3/4, 03.04.2026, Friday 3/4, 5/7, 2020."""
    token, weekday = _one(row, "DN"), _one(row, "d")
    said = numeric(token.text, day_first) if token else None
    if said and said.kind == "date" and not said.year:
        years = [each for each in row if each.kind in "y"]
        return said.but(
            year=_int(years[0]) if years else 0, weekday=_int(weekday) if weekday and not _which(row) else None
        )
    return said


def clock(row: Row, day_first: bool) -> Spoken | None:
    """3pm, 15:30, 3 to 5pm."""
    found = [one for one in (clock_in(token, row[at + 1 :]) for at, token in enumerate(row)) if one]
    if len(found) > 1:
        return Spoken("clock", clock=like(found[0], found[1]), until_clock=like(found[1], found[0], ends=True))
    return Spoken("clock", clock=found[0]) if found else None


def in_words(row: Row, day_first: bool) -> Spoken | None:
    """half past two, a quarter to nine, at 9, noon, five-thirty."""
    said = spoken_clock(row)
    return Spoken("clock", clock=said) if said else None


def fraction(row: Row, day_first: bool) -> Spoken | None:
    """in 1/2 hour, in a quarter of an hour."""
    token = _one(row, "D")
    share = {"1/2": 30, "1/4": 15, "3/4": 45}.get("".join(token.text.split())) if token else 15
    units = [str(one.value) for one in row if one.kind == "u"]
    return Spoken("offset", n=share, unit="minute") if share and units[-1] == "hour" else None


def now(row: Row, day_first: bool) -> Spoken:
    """now."""
    return Spoken("offset", n=0, unit="minute")


def holiday(row: Row, day_first: bool) -> Spoken | None:
    """Christmas, New Year's Day: the days that are the same each year."""
    token = _one(row, "X")
    if not token or not isinstance(token.value, tuple):
        return None
    day, month = token.value
    return Spoken("date", n=day, month=month, year=_year(row), which=_which(row))


def short_year(row: Row, day_first: bool) -> Spoken | None:
    """15 April '87, Aug 9 96."""
    said = month_day([token for token in row if token is not row[-1]], day_first)
    return said.but(year=year_of(row[-1].text)) if said and len(row[-1].text) == 2 else None
