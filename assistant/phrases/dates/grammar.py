"""The rules of dates: a pattern each, and what its words come to."""

import re
from collections.abc import Callable

from assistant.facts import When
from assistant.phrases.dates import spans, values
from assistant.phrases.dates.values import Now
from assistant.phrases.dates.words import MONTHS, NUMBERS, PARTS, WEEKDAYS

_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMBER = "|".join([r"\d{1,3}", *sorted(NUMBERS, key=len, reverse=True)])
_PART = "|".join(PARTS)
_YEAR = r"(?:19|20)\d\d"


_ON = r"(?P<on>(?:on|the|since)\s+){0,2}"
_NTH = r"(?:st|nd|rd|th)"
_DAYS = rf"(?:\s*[-–]\s*(?P<today>\d{{1,2}}){_NTH}?)?"
_UNIT = r"days?|nights?|weeks?|wks?|fortnights?|months?|years?|yrs?|hours?|hrs?"
_OTHER = r"(?:day|night|week|evening|morning)"

# In the order in which they are tried: a rule that says more comes before one that says less.
_GRAMMAR: tuple[tuple[Callable[[re.Match[str], Now], When | None], str], ...] = (
    (values.iso, rf"(?:on\s+)?(?P<y>{_YEAR})[-/](?P<m>\d\d)[-/](?P<d>\d\d)"),
    (
        values.named_day,
        rf"(?:(?:{_WEEKDAY}),?\s+)?{_ON}(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}?{_DAYS}"
        rf"\s+(?:of\s+)?(?P<month>{_MONTH})\.?(?:,?\s+(?P<year>{_YEAR}))?",
    ),
    (
        values.named_day,
        rf"{_ON}(?:(?:{_WEEKDAY}),?\s+)?(?P<month>{_MONTH})\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){_NTH}?{_DAYS}"
        rf"(?:,?\s+(?P<year>{_YEAR}))?(?!:)",
    ),
    (
        values.numeric,
        r"(?:on\s+)?(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?:(?P=sep)(?P<ny>(?:20)?\d\d)|(?<=\d)(?P=sep))?",
    ),
    (values.ago, rf"{_ON}(?P<count>{_NUMBER})\s+(?P<unit>{_UNIT})\s+(?:ago|back)"),
    (
        spans.in_days,
        rf"in\s+(?P<many>{_NUMBER})\s+(?P<each>days?|weeks?|fortnights?|months?|years?)(?:'?\s+time)?(?!\s+(?:ago|of))",
    ),
    (spans.quarter, rf"(?:in\s+)?Q(?P<quarter>[1-4])(?:\s+(?P<qyear>{_YEAR}))?"),
    (spans.year, rf"in\s+(?P<inyear>{_YEAR})(?!\s*[%€$£-])"),
    (spans.after_tomorrow, r"(?:the\s+)?day\s+after\s+tomorrow"),
    (values.vague, r"(?:a\s+few|several|some|many)\s+(?:days|weeks|months|years)\s+(?:ago|back)"),
    (
        values.vague,
        rf"(?:just\s+)?(?:recently|lately|the\s+other\s+{_OTHER})|a\s+while\s+(?:ago|back)|some\s+time\s+ago",
    ),
    (
        values.relative,
        r"(?P<rel>yesterday|yest|today|tonight|tonite|(?:the\s+)?day\s+before\s+yesterday)"
        rf"(?:\s+(?P<relpart>{_PART}))?",
    ),
    (values.period, r"(?:in\s+)?(?:the\s+)?(?P<period>week)\s+(?P<pwhich>before)\s+last"),
    (values.this_part, rf"(?P<which>this|last)\s+(?P<part>{_PART})"),
    (
        values.period,
        r"(?:over\s+|in\s+|at\s+)?(?:the\s+)?(?P<pwhich>earlier\s+this|this|last|past)\s+"
        r"(?P<period>weekend|week|month|year)",
    ),
    (
        values.weekday,
        rf"(?P<on>on\s+)?(?:(?P<wwhich>last|this|past)\s+)?(?P<weekday>{_WEEKDAY})(?:\s+(?P<wpart>{_PART}))?",
    ),
    (values.ordinal, rf"(?:on\s+)?the\s+(?P<nth>\d{{1,2}}){_NTH}"),
    (
        values.named_month,
        rf"(?:back\s+)?in\s+(?:late\s+|early\s+|mid\s+)?(?P<only>{_MONTH})(?:\s+(?P<oyear>{_YEAR}))?",
    ),
    (values.tomorrow, r"tomorrow|tmrw|tomoz"),
    (values.ahead, rf"next\s+(?P<ahead>week|month|year|{_WEEKDAY})"),
    (values.clock, r"(?:(?:at|from)\s+|@\s*)?(?P<h>\d{1,2})(?::(?P<min>\d\d))?\s*(?P<ampm>[ap]\.?m\.?)"),
    (
        values.clock,
        r"(?:at\s+|@\s*)(?P<h>\d{1,2})(?:[:.h](?P<min>\d\d))?(?:\s*o'clock)?(?P<ampm>)(?!\s+(?-i:[A-Z]))",
    ),
    (values.clock, r"(?:from\s+)?(?P<h>\d{1,2}):(?P<min>\d\d)(?P<ampm>)"),
    (values.twelve, r"(?:at\s+|@\s*)(?P<word>noon|midday|midnight)"),
)

RULES = tuple(
    (re.compile(rf"(?<![\w<@/.-])(?:{pattern})(?![\w/])", re.IGNORECASE), value) for value, pattern in _GRAMMAR
)
