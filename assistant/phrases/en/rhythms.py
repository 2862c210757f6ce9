"""How often: "every 6 weeks", "quarterly", "twice a year", "3 weeks without", in its smallest whole form."""

import re
from collections.abc import Callable

from assistant.phrases.en.numbers import NUMBERS
from assistant.phrases.en.rules import LONGEST, Found
from assistant.phrases.frame import Every

_UNITS = {
    "day": r"days?|dys?",
    "week": r"weeks?|wks?|wk",
    "month": r"mon?ths?|mnths?|mths?|mos?",
    "year": r"years?|yrs?|annum",
}
_TIMES = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "half year": (6, "month"),
    "half-year": (6, "month"),
    "weekend": (1, "week"),
}
_COUNTS = {
    **NUMBERS, "a": 1, "an": 1, "other": 2, "second": 2, "2nd": 2, "couple": 2, "couple of": 2, "coupla": 2, "third": 3,
    "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "sixth": 6, "forty-five": 45, "once": 1, "twice": 2, "thrice": 3,
}  # fmt: skip
_WORDS = {
    "daily": (1, "day"), "weekly": (1, "week"), "wkly": (1, "week"), "fortnightly": (2, "week"),
    "biweekly": (2, "week"),
    "monthly": (1, "month"), "mthly": (1, "month"), "bimonthly": (2, "month"), "quarterly": (3, "month"),
    "qtrly": (3, "month"), "halfyearly": (6, "month"), "biannually": (6, "month"), "biannual": (6, "month"),
    "semiannually": (6, "month"), "semiannual": (6, "month"), "sixmonthly": (6, "month"), "yearly": (1, "year"),
    "annually": (1, "year"), "annual": (1, "year"), "biennially": (2, "year"),
}  # fmt: skip

_UNIT = rf"(?P<unit>{'|'.join(_UNITS.values())}|fortnights?|quarters?|qtrs?|half[ -]years?|weekends?)"
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|mornings?|evenings?|afternoons?|lunchtimes?"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|"
    r"xmas|spring|summer|autumn|winter)"
)
_UP_TO = r"(?:\s?(?:-|–|to|or)\s?(?:\d{1,3}|two|three|four|five|six|eight))?"  # the upper end of "4-6 weeks"
_SO = r"(?:\s+or\s+(?:so|two|three))?"


def _every(said: re.Match[str]) -> Every:
    return _of(_number(said["count"]), said["unit"])


def _times(said: re.Match[str]) -> Every | None:
    """Twice a year is every six months; three times a week cannot be said in whole days, so about every two."""
    return _shared(_of(1, said["unit"]), _number(said["times"]))


def _word(said: re.Match[str]) -> Every:
    return Every(*_WORDS[re.sub(r"[\s-]", "", said["word"].lower())])


def _adverb(said: re.Match[str]) -> Every:
    n, unit = _WORDS[said["unit"].lower()]
    return Every(n * _number(said["count"]), unit)


def _daily(_: re.Match[str]) -> Every:
    return Every(1, "day")


def _monthly(_: re.Match[str]) -> Every:
    return Every(1, "month")


def _weekly(said: re.Match[str]) -> Every:
    return Every(_number(said["count"]), "week")


def _yearly(said: re.Match[str]) -> Every:
    return Every(_number(said["count"]), "year")


# In the order in which they are tried; the first that fits the text counts.
_GRAMMAR: tuple[tuple[Callable[[re.Match[str]], Every | None], str], ...] = (
    # twice a year, 3 times per month, 4x a year
    (
        _times,
        rf"(?P<times>once|twice|thrice|"
        rf"(?:\d{{1,2}}|two|three|four|five|six|ten|a\s+couple\s+of)\s?(?:x|times))\s*(?:a|an|per|each|every|"
        rf"in\s+a|/)\s*{_UNIT}",
    ),
    # every other week, once every 6 wks, each quarter, every couple of months or so
    (
        _every,
        rf"(?:(?:at\s+least\s+)?once\s+)?(?:in\s+)?(?:every|evry|each|ea\.?)\s+(?:single\s+|"
        rf"a\s+)?(?:{_COUNT}{_UP_TO}[\s-]+|(?P<one>))?{_UNIT}{_SO}",
    ),
    # per quarter
    (_every, rf"(?:per|/)\s*(?:{_COUNT}\s+)?{_UNIT}"),
    # the first Monday of the month, every 1st of the month
    (
        _monthly,
        rf"(?:first|second|third|last|\d{{1,2}}(?:st|nd|rd|th))\s+(?:(?:{_WEEKDAY}|day)\s+)?of\s+(?:the|each|every|a)\s+month",
    ),
    (_daily, r"(?:every|each)\s+(?:single\s+)?(?:weekday|working\s+day)"),
    (_weekly, rf"(?:every|each)\s+(?:{_COUNT}\s+|(?P<one>))?(?:{_WEEKDAY})"),
    (_yearly, rf"(?:every|each)\s+(?:{_COUNT}\s+|(?P<one>)){_MONTH}"),
    # 6-monthly
    (_adverb, rf"{_COUNT}[\s-]+(?P<unit>weekly|monthly|yearly)"),
    # quarterly, bi-monthly, half-yearly
    (
        _word,
        r"(?P<word>(?:bi|semi|half|six)[\s-]?(?:weekly|monthly|yearly|annual(?:ly)?)|fortnightly|daily|weekly|"
        r"monthly|quarterly|qtrly|mthly|wkly|yearly|annually|annual|biennially)",
    ),
    # no more than ten days, 3 weeks without talking
    (_every, rf"(?:more\s+than|longer\s+than|over|past|beyond|exceed)\s+{_COUNT}\s+{_UNIT}"),
    (_every, rf"{_COUNT}\s+{_UNIT}\s+(?:\w+\s+){{0,3}}?(?:without|go(?:es)?\s+by|pass(?:es)?|between|apart|max\w*)"),
    # a fortnight without, at 6 week intervals
    (_every, rf"(?:at\s+)?{_COUNT}[\s-]{_UNIT}\s+(?:intervals?|rhythm|cadence|cycle|gaps?)"),
    # keep in touch with Tom, 6 weeks
    (_every, rf"(?<!in )(?<!times )(?<!for )(?<!last )(?<!next )(?<!of ){_COUNT}\s+{_UNIT}(?=\s*[.!)]*$)"),
)

_PATTERNS = tuple((read, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for read, pattern in _GRAMMAR)


def find(text: str) -> Found[Every] | None:
    """The rhythm in a text, with the words that say it; None when there is none."""
    text = text[:LONGEST]
    for read, pattern in _PATTERNS:
        for said in pattern.finditer(text):
            every = read(said)
            if every and every.n:
                return Found(every, said.start(), said.end())
    return None


def _number(words: str | None) -> int:
    count = " ".join(re.sub(r"(?<=\d)\s?x$|times?$", "", (words or "one").lower().strip()).split())
    return (
        int(count)
        if count.isdigit()
        else _COUNTS.get(count, _COUNTS.get(count.removeprefix("a ").removesuffix(" of"), 1))
    )


def _of(n: int, unit: str) -> Every:
    said = unit.lower()
    for word, (each, smaller) in _TIMES.items():
        if said.removesuffix("s").startswith(word) or (word == "quarter" and said.startswith("qtr")):
            return Every(n * each, smaller)
    return Every(n, next(name for name, pattern in _UNITS.items() if re.fullmatch(pattern, said)))


# What a unit is when it has to be cut into parts; a year has no whole number of weeks that anybody counts in.
_SMALLER = {"year": (12, "month"), "month": (4, "week"), "week": (7, "day")}


def _shared(every: Every, times: int) -> Every | None:
    """`every` cut into so many parts, in the largest unit that it fits without a rest, or about so in the next."""
    while times and every.n % times and every.unit in _SMALLER:
        each, unit = _SMALLER[every.unit]
        every = Every(every.n * each, unit)
        if every.n >= times * 2 and every.n % times:
            return Every(round(every.n / times), unit)
    return Every(every.n // times, every.unit) if times and every.n >= times else None
