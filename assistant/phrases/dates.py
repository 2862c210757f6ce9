"""When it happened: dates in a sentence, found and valued by a small grammar with its own arithmetic.

Things that were met about lie in the past: a bare weekday or a day without a year is the latest one that is over.
Weeks run from Monday to Sunday. Spans are character positions; values are local days.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.facts import Grain, When

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ]  # fmt: skip
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )  # fmt: skip
    for name in names.split()
}
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}

_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMBER = "|".join([r"\d{1,3}", *sorted(_NUMBERS, key=len, reverse=True)])
_PART = "morning|afternoon|evening|night|lunchtime|noon"
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class Found:
    """A moment in a sentence."""

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class Now:
    """The speaker's own wall clock, and whether 3/4 is the third of April."""

    moment: datetime
    day_first: bool = True

    @property
    def today(self) -> date:
        return self.moment.date()


def find(text: str, now: Now) -> list[Found]:
    """The moments said in `text`, in order, not overlapping; the longest reading at each place counts."""
    found: list[Found] = []
    for rule, value in _RULES:
        for match in rule.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            when = value(match, now)
            if when is not None:
                found.append(Found(match.start(), match.end(), when))
    return _joined(sorted(found, key=lambda each: each.start), text)


def _joined(found: list[Found], text: str) -> list[Found]:
    """A day and a clock time, or a day and a part of it, side by side are one moment."""
    joined: list[Found] = []
    for each in found:
        before = joined[-1] if joined else None
        if before and text[before.end : each.start].strip(" ,") in ("", "at", "in the", "@"):
            days = [f for f in (before, each) if f.when.start and f.when.grain in (Grain.DAY, Grain.PART)]
            clocks = [f for f in (before, each) if f.when.at and f.when.start is None]
            if len(days) == len(clocks) == 1:
                clock = clocks[0].when
                joined[-1] = Found(before.start, each.end, When(clock.grain, days[0].when.start, at=clock.at))
                continue
        joined.append(each)
    return joined


def on_day(clock: When, day: date) -> When:
    """A bare clock time belongs to a day."""
    return When(clock.grain, day, at=clock.at)


def _day(day: date) -> When:
    return When(Grain.DAY, day)


def _past(year: int, month: int, day: int, now: Now, said_year: bool) -> When | None:
    """The latest such day that is not to come; with a year, that very day."""
    for candidate in [year] if said_year else [year, year - 1, year - 2, year - 3, year - 4]:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue  # 29 February exists in some years only
        if said_year or found <= now.today:
            return _day(found)
    return None


def _relative(match: re.Match[str], now: Now) -> When:
    word, part = match["rel"].casefold(), (match["relpart"] or "").casefold()
    back = {"yesterday": 1, "today": 0, "tonight": 0, "tonite": 0, "yest": 1, "day before yesterday": 2}
    day = now.today - timedelta(days=back[word.removeprefix("the ")])
    if word.startswith("ton"):
        part = "evening"
    return When(Grain.PART, day, part=part) if part else _day(day)


def _this_part(match: re.Match[str], now: Now) -> When:
    which, part = match["which"].casefold(), match["part"].casefold()
    day = now.today - timedelta(days=1 if which == "last" else 0)
    return When(Grain.PART, day, part="evening" if part == "night" and which == "this" else part)


def _weekday(match: re.Match[str], now: Now) -> When | None:
    name, which, part = match["weekday"].casefold(), (match["wwhich"] or "").casefold(), (match["wpart"] or "")
    if name in ("sat", "sun", "mon", "wed") and not (match["wwhich"] or match["on"] or match["weekday"][0].isupper()):
        return None  # "sat down with Tom" is no Saturday
    back = (now.today.weekday() - _WEEKDAYS[name]) % 7
    if which == "this":
        day = now.today - timedelta(days=now.today.weekday() - _WEEKDAYS[name])
    else:
        day = now.today - timedelta(days=back or 7)
    return When(Grain.PART, day, part=part.casefold()) if part else _day(day)


def _ago(match: re.Match[str], now: Now) -> When:
    said = match["count"].casefold()
    count = int(said) if said.isdigit() else _NUMBERS[said]
    unit = match["unit"].casefold()
    if unit.startswith(("day", "night")):
        return _day(now.today - timedelta(days=count))
    if unit.startswith(("week", "wk")):
        return _day(now.today - timedelta(weeks=count))
    if unit.startswith("fortnight"):
        return _day(now.today - timedelta(weeks=2 * count))
    if unit.startswith(("hour", "hr")):
        moment = now.moment - timedelta(hours=count)
        return When(Grain.HOUR, moment.date(), at=moment.time().replace(minute=0, second=0, microsecond=0))
    months = count * (12 if unit.startswith(("year", "yr")) else 1)
    return _day(_months_back(now.today, months))


def _months_back(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    year, month = max(index // 12, 1), index % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def _period(match: re.Match[str], now: Now) -> When:
    which, unit = match["pwhich"].casefold(), match["period"].casefold()
    monday = now.today - timedelta(days=now.today.weekday())
    weeks = 2 if which == "before" else 0 if which in ("this", "earlier this") else 1
    if unit == "week":
        start = monday - timedelta(weeks=weeks)
        return When(Grain.WEEK, start, start + timedelta(days=6))
    if unit == "weekend":
        latest = (
            monday + timedelta(days=5) if now.today.weekday() >= 5 and which == "this" else monday - timedelta(days=2)
        )
        return When(Grain.DAY, latest, latest + timedelta(days=1))
    first = now.today.replace(day=1)
    if unit == "month":
        return _month(_months_back(first, 0 if weeks == 0 else 1))
    year = now.today.year - (0 if weeks == 0 else 1)
    return When(Grain.YEAR, date(year, 1, 1), date(year, 12, 31))


def _month(first: date) -> When:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return When(Grain.MONTH, first, following - timedelta(days=1))


def _named_day(match: re.Match[str], now: Now) -> When | None:
    month = _MONTHS[match["month"].casefold()]
    year = int(match["year"]) if match["year"] else now.today.year
    start = _past(year, month, int(match["day"]), now, bool(match["year"]))
    if start is None or not match["today"]:
        return start
    end = _past(start.start.year if start.start else year, month, int(match["today"]), now, True)
    return When(Grain.DAY, start.start, end.start) if end else start


def _named_month(match: re.Match[str], now: Now) -> When | None:
    month = _MONTHS[match["only"].casefold()]
    if match["oyear"]:
        return _month(date(int(match["oyear"]), month, 1))
    return _month(date(now.today.year - (month > now.today.month), month, 1))


def _iso(match: re.Match[str], now: Now) -> When | None:
    return _past(int(match["y"]), int(match["m"]), int(match["d"]), now, True)


def _numeric(match: re.Match[str], now: Now) -> When | None:
    first, second = int(match["a"]), int(match["b"])
    day, month = (first, second) if now.day_first or match["sep"] == "." else (second, first)
    if month > 12:
        day, month = month, day
    if not 1 <= month <= 12:
        return None
    year = int(match["ny"] or now.today.year)
    return _past(year + 2000 if year < 100 else year, month, day, now, bool(match["ny"]))


def _ordinal(match: re.Match[str], now: Now) -> When | None:
    for back in range(12):
        first = _months_back(now.today.replace(day=1), back)
        try:
            day = first.replace(day=int(match["nth"]))
        except ValueError:
            continue
        if day <= now.today:
            return _day(day)
    return None


def _ahead(match: re.Match[str], now: Now) -> When:
    """What lies ahead is understood too, so that it can be answered."""
    unit = match["ahead"].casefold()
    monday = now.today + timedelta(days=7 - now.today.weekday())
    if unit in _WEEKDAYS:
        return _day(monday + timedelta(days=_WEEKDAYS[unit]))
    if unit == "week":
        return When(Grain.WEEK, monday, monday + timedelta(days=6))
    first = _month(now.today.replace(day=1)).end
    following = (first or now.today) + timedelta(days=1)
    if unit == "month":
        return _month(following)
    return When(Grain.YEAR, date(now.today.year + 1, 1, 1), date(now.today.year + 1, 12, 31))


def _twelve(match: re.Match[str], now: Now) -> When:
    return When(Grain.HOUR, None, at=time(0 if match["word"].casefold() == "midnight" else 12))


def _clock(match: re.Match[str], now: Now) -> When | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["ampm"] or "").casefold().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hour in range(1, 7) and not match["min"]:
        hour += 12  # nobody meets at 4 in the morning without saying so
    if hour > 23 or minute > 59:
        return None
    return When(Grain.MINUTE if match["min"] else Grain.HOUR, None, at=time(hour, minute))


def _vague(match: re.Match[str], now: Now) -> When:
    return When(Grain.VAGUE)


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w<@/.-])(?:{pattern})(?![\w/])", re.IGNORECASE)


_ON = r"(?P<on>(?:on|the|since)\s+)*"
_NTH = r"(?:st|nd|rd|th)"
# In the order in which they are tried: a rule that says more comes before one that says less.
_RULES: list[tuple[re.Pattern[str], Callable[[re.Match[str], Now], When | None]]] = [
    (_rule(rf"(?:on\s+)?(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)"), _iso),
    (
        _rule(
            rf"(?:(?:{_WEEKDAY}),?\s+)?{_ON}(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}?"
            rf"(?:\s*[-–]\s*(?P<today>\d{{1,2}}){_NTH}?)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?(?:,?\s+(?P<year>{_YEAR}))?"
        ),
        _named_day,
    ),
    (
        _rule(
            rf"{_ON}(?:(?:{_WEEKDAY}),?\s+)?(?P<month>{_MONTH})\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}?"
            rf"(?:\s*[-–]\s*(?P<today>\d{{1,2}}){_NTH}?)?(?:,?\s+(?P<year>{_YEAR}))?(?!:)"
        ),
        _named_day,
    ),
    (
        _rule(r"(?:on\s+)?(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?:(?P=sep)(?P<ny>(?:20)?\d\d)|(?<=\d)(?P=sep))?"),
        _numeric,
    ),
    (_rule(rf"{_ON}(?P<count>{_NUMBER})\s+(?P<unit>days?|nights?|weeks?|wks?|fortnights?|months?|years?|yrs?|hours?|hrs?)"
           r"\s+(?:ago|back)"), _ago),
    (_rule(r"(?:a\s+few|several|some|many)\s+(?:days|weeks|months|years)\s+(?:ago|back)|(?:just\s+)?(?:recently|lately)|"
           r"(?:just\s+)?the\s+other\s+(?:day|night|week|evening|morning)|a\s+while\s+(?:ago|back)|some\s+time\s+ago"), _vague),
    (_rule(rf"(?P<rel>yesterday|yest|today|tonight|tonite|(?:the\s+)?day\s+before\s+yesterday)(?:\s+(?P<relpart>{_PART}))?"),
     _relative),
    (_rule(r"(?:in\s+)?(?:the\s+)?(?P<period>week)\s+(?P<pwhich>before)\s+last"), _period),
    (_rule(rf"(?P<which>this|last)\s+(?P<part>{_PART})"), _this_part),
    (_rule(r"(?:over\s+|in\s+|at\s+)?(?:the\s+)?(?P<pwhich>earlier\s+this|this|last|past)\s+(?P<period>weekend|week|month|year)"),
     _period),
    (_rule(rf"(?P<on>on\s+)?(?:(?P<wwhich>last|this|past)\s+)?(?P<weekday>{_WEEKDAY})(?:\s+(?P<wpart>{_PART}))?"), _weekday),
    (_rule(rf"(?:on\s+)?the\s+(?P<nth>\d{{1,2}}){_NTH}"), _ordinal),
    (_rule(rf"(?:back\s+)?in\s+(?:late\s+|early\s+|mid\s+)?(?P<only>{_MONTH})(?:\s+(?P<oyear>{_YEAR}))?"), _named_month),
    (_rule(r"tomorrow"), lambda match, now: _day(now.today + timedelta(days=1))),
    (_rule(rf"next\s+(?P<ahead>week|month|year|{_WEEKDAY})"), _ahead),
    (_rule(r"(?:(?:at|from)\s+|@\s*)?(?P<h>\d{1,2})(?::(?P<min>\d\d))?\s*(?P<ampm>[ap]\.?m\.?)"), _clock),
    (_rule(r"(?:at\s+|@\s*)(?P<h>\d{1,2})(?:[:.h](?P<min>\d\d))?(?:\s*o'clock)?(?P<ampm>)(?!\s+(?-i:[A-Z]))"), _clock),
    (_rule(r"(?:from\s+)?(?P<h>\d{1,2}):(?P<min>\d\d)(?P<ampm>)"), _clock),
    (_rule(r"(?:at\s+|@\s*)(?P<word>noon|midday|midnight)"), _twelve),
]  # fmt: skip
