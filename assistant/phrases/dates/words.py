"""The words of dates in English: for each its class, one letter, and what it counts for.

The grammar is written in these letters, so that a rule reads "n u a" for "two weeks ago" whatever the words are.
Another language is another table.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """A word's class and value."""

    kind: str
    value: object = None


WEEKDAYS = (
    ("monday", "mon", "mondays"), ("tuesday", "tue", "tues", "tuesdays"), ("wednesday", "wed", "weds", "wednesdays"),
    ("thursday", "thu", "thur", "thurs", "thursdays"), ("friday", "fri", "fridays"), ("saturday", "sat", "saturdays"),
    ("sunday", "sun", "sundays"),
)  # fmt: skip
MONTHS = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_NTHS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBERS = {word: number for number, word in enumerate(_ONES, 1)}
ORDINALS = {word: number for number, word in enumerate(_NTHS, 1)} | {"twentieth": 20, "thirtieth": 30}
UNITS = {
    "second": ("seconds", "sec", "secs"),
    "minute": ("minute", "minutes", "min", "mins"),
    "hour": ("hour", "hours", "hr", "hrs"),
    "day": ("day", "days"),
    "week": ("week", "weeks", "wk", "wks"),
    "fortnight": ("fortnight", "fortnights"),
    "month": ("month", "months", "mth", "mths"),
    "quarter": ("quarter", "quarters", "qtr", "qtrs"),
    "year": ("year", "years", "yr", "yrs"),
}
PARTS = {
    "morning": ("morning", "mornings", "mrng", "morng"),
    "noon": ("lunchtime", "lunch"),
    "afternoon": ("afternoon", "arvo", "aft"),
    "evening": ("evening", "eve"),
    "night": ("night", "nite"),
}
# The day, counted from today, and the part of it that the word says.
RELATIVE = {
    "today": (0, ""), "tdy": (0, ""), "tonight": (0, "evening"), "tonite": (0, "evening"), "2nite": (0, "evening"),
    "yesterday": (-1, ""), "yest": (-1, ""), "ystd": (-1, ""), "yesturday": (-1, ""), "yesteday": (-1, ""),
    "ydy": (-1, ""), "y'day": (-1, ""),
    "yday": (-1, ""), "tomorrow": (1, ""), "tomorow": (1, ""), "tommorow": (1, ""), "tommorrow": (1, ""),
    "tmrw": (1, ""), "tmr": (1, ""), "tomoz": (1, ""), "tmw": (1, ""), "2moro": (1, ""), "2morrow": (1, ""),
    "overmorrow": (2, ""),
}  # fmt: skip
_PLAIN = {
    "a": ("ago", "back"),
    "l": ("last", "past", "previous", "lst"),
    "x": ("next", "coming", "upcoming", "following", "nxt"),
    "t": ("this", "current", "ths"),
    "b": ("before",),
    "F": ("after",),
    "f": ("from", "beginning", "starting"),
    "i": ("in", "within", "during"),
    "O": ("on",),
    "@": ("at", "around", "about", "circa"),
    "T": ("the",),
    "q": ("of",),
    "s": ("since",),
    "U": ("until", "till", "til", "by", "untill"),
    "-": ("to", "thru", "through"),
    "&": ("and",),
    "B": ("between",),
    "e": ("end",),
    "g": ("early", "start", "begin"),
    "h": ("mid", "middle"),
    "k": ("late",),
    "K": ("later",),
    "E": ("earlier",),
    "r": ("now",),
    "W": ("weekend", "weekends", "wkend"),
    "H": ("half",),
    "P": ("past",),
    "v": ("recently", "lately", "soon", "shortly", "someday", "sometime"),
    "j": ("other",),
    "w": ("a", "an"),
    "S": ("commencing", "beginning", "starting"),
    "V": ("few", "several", "some", "many", "ages"),
    "C": ("noon", "midday", "midnight"),
    "Y": ("thing",),
}
# What else the words of these classes are called where a rule has read them.
OTHERWISE = {"e": "end", "g": "early", "h": "mid", "k": "end", "K": "later", "E": "earlier"}
HOLIDAYS = {"christmas": (25, 12), "xmas": (25, 12), "halloween": (31, 10)}
WORDS: dict[str, Word] = {}
for _kind, _words in _PLAIN.items():
    for _word in _words:
        WORDS.setdefault(_word, Word(_kind, _word))
for _number, _words in enumerate(WEEKDAYS):
    WORDS.update(dict.fromkeys(_words, Word("d", _number)))
for _number, _words in enumerate(MONTHS, 1):
    WORDS.update(dict.fromkeys(_words, Word("m", _number)))
for _name, _words in UNITS.items():
    WORDS.update(dict.fromkeys(_words, Word("u", _name)))
for _name, _words in PARTS.items():
    WORDS.update(dict.fromkeys(_words, Word("p", _name)))
for _word, _value in RELATIVE.items():
    WORDS[_word] = Word("R", _value)
for _word, _count in {**NUMBERS, **TENS}.items():
    WORDS[_word] = Word("w", _count)
for _word, _count in ORDINALS.items():
    WORDS[_word] = Word("o", _count)
for _word, _date in HOLIDAYS.items():
    WORDS[_word] = Word("X", _date)
WORDS["a"] = WORDS["an"] = Word("w", 1)
WORDS["couple"] = Word("c", 2)
WORDS |= {"eow": Word("Z", "week"), "eom": Word("Z", "month"), "eoy": Word("Z", "year"), "eod": Word("Z", "day")}
WORDS["asap"] = Word("v", "soon")
