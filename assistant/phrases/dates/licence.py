"""Whether words that look like a date are meant as one where they stand: May, sat, second, at 3."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.tokens import Token

# Without any of these a text holds no date, and is not read.
_TRIGGER = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|to?m+o?r+[ow]|tmrw?|tmw|tomoz"
    r"|tdy|today|toni|yest|y['’]?d|ystd|ages|ago|back|recent|lately|soon|short|some|other|now|noon|mid|eod|eow|eom|eoy"
    r"|asap|while|after|in\s|within|last|past|prev|lst|next|nxt|coming|upcoming|follow|this|ths|current|week|wk|month"
    r"|mth|year|yr|quarter|qtr|day|end|early|late|half|at\s|by\s|overm|o['’]?\s?clock|[ap]\.?m\b|ch?ristmas|xmas|hallow)",
    re.IGNORECASE,
)
_WEAK_DAYS = frozenset(("sat", "sun", "mon", "wed", "fri", "thu", "tue"))
_GIRLS = frozenset(("may", "april", "june", "august", "march", "jan"))  # months that are names, or verbs
_RHYTHM = frozenset(("every", "each", "alternate"))
_SOFTWARE = frozenset(("version", "release", "v", "ver"))
# What may follow a date or an hour in small letters; any other word may be what is counted.
_GOES_ON = frozenset(
    (
        "about", "with", "for", "we", "he", "she", "they", "it", "please", "at", "in", "over", "when", "because",
        "then", "via", "re", "regarding", "where", "who", "too", "again", "instead", "or", "if", "so", "but", "as",
        "would", "works", "is", "was", "i", "you", "my", "our", "your", "not", "plz", "pls", "x", "xx", "w", "sharp",
        "talking", "discussing", "i'm", "i'll", "we'll", "there", "her", "his", "their", "and", "ok", "okay",
        "thanks", "thx", "ty", "that", "which", "did", "will", "until", "till", "lol", "ta", "cheers", "than",
        "onwards",
    )
)  # fmt: skip


class Where(NamedTuple):
    """The tokens of a moment, and those around it."""

    own: Sequence[Token]
    row: Sequence[Token]
    begins: int
    before: Token | None
    after: Token | None

    @property
    def lead(self) -> str:
        """The class of the token in front."""
        return self.before.kind if self.before else ""

    @property
    def ends_here(self) -> bool:
        """Whether the clause ends behind it."""
        return self.after is None or self.after.kind in ".,-"

    @property
    def counts_on(self) -> bool:
        """Whether a word follows that may be what is counted or named: 3 people, the second half."""
        after = self.after
        return after is not None and (
            (after.kind in "zuYHVjEaw" and after.text.casefold() not in (*_GOES_ON, "a", "an")) or after.kind == "n"
        )


def worth_reading(text: str) -> bool:
    """Whether a date can stand in the text at all."""
    return _TRIGGER.search(text) is not None


def licensed(said: Spoken, begins: int, ends: int, row: Sequence[Token]) -> bool:
    """Whether the tokens say a date rather than a name, a number or a verb."""
    before = row[begins - 1] if begins else None
    after = row[ends] if ends < len(row) else None
    if before and before.kind == "z" and before.text.casefold() in _RHYTHM:
        return False
    judge = _JUDGES.get(said.kind)
    return judge is None or judge(said, Where(row[begins:ends], row, begins, before, after))


def _weekday(said: Spoken, where: Where) -> bool:
    day = next(token for token in where.own if token.kind == "d")
    low = day.text.casefold()
    if low.endswith("days"):
        return False
    if len(where.own) > 1:
        return True
    if _is_a_name(day, where):
        return False
    if low in _WEAK_DAYS and not (day.text[:1].isupper() and low in ("fri", "thu", "tue")):
        return (
            where.lead in tuple("OltxUfsbB-")
            or (where.begins == 0 and _alone(where))
            or (where.begins > 0 and (where.ends_here or _timed_next(where)))
        )
    return True


def _alone(where: Where) -> bool:
    """Nothing else was said."""
    return len(where.row) <= len(where.own) + 1


def _timed_next(where: Where) -> bool:
    return where.after is not None and where.after.kind in "ApDonNmRC&-f"


def _is_a_name(token: Token, where: Where) -> bool:
    """A capital before another capitalised word that is no date: Sunday Riley, March Capital, Tuesday Weld."""
    after = where.after
    if not token.text[:1].isupper():
        return False
    if after is not None and after.text.casefold() in ("were", "are", "is", "was") and where.begins > 2:
        return where.lead == "&"
    if after is None or after.kind != "z" or not after.text[:1].isupper():
        return False
    if after.text in ("I", "I'm", "I've", "I'd", "I'll") or (after.text.isupper() and len(after.text) > 4):
        return False
    return where.lead not in tuple("OUfsltxb")


def _month(said: Spoken, where: Where) -> bool:
    own = where.own
    month = next((token for token in own if token.kind == "m"), None)
    if month is None:
        return True
    if any(token.kind == "y" for token in own):
        return True
    low = month.text.casefold()
    heads = [token.kind for token in own[: own.index(month)] if token.kind not in "Tq-"]
    lead = heads[0] if heads else where.lead
    if own[0].kind == "T" and not heads:
        return False  # the July one
    if heads and heads[0] in "eghkKE":
        return True
    ranged = where.begins > 1 and lead in "-U&" and where.row[where.begins - 2].kind == "m"
    ranged = ranged and (lead != "&" or (where.begins > 2 and where.row[where.begins - 3].kind == "B"))
    if lead not in tuple("isUltxqfKEbBFOT@") and not ranged and not (lead in "-&" and low not in _GIRLS):
        return where.begins > 0 and where.after is None and low not in _GIRLS
    if _is_a_name(month, where) and lead not in tuple("iOltx"):
        return False
    if low in _GIRLS and lead in "@T&-OU" and not ranged:
        return (lead == "U" and low not in ("may", "jan", "april", "june")) or (lead == "U" and where.ends_here)
    if low == "may" and month.text.islower() and not ranged:
        return lead in "isUlxeghkbf"
    if low in _GIRLS and lead == "f" and month.text[:1].isupper():
        return where.after is not None and where.after.kind in "-U"
    return lead != "@" or month.text.islower()


def _year(said: Spoken, where: Where) -> bool:
    if len(where.own) > 1:
        return True
    row, at = where.row, where.begins + 1
    if where.after is not None and where.after.kind in "-U" and at + 1 < len(row) and row[at + 1].kind == "y":
        return True
    if where.counts_on:
        return False
    for_it = where.before is not None and where.before.text.casefold() == "for"
    return (
        for_it or where.lead == "A" or (where.lead in tuple("isUqfB-&FbTx") and (where.lead != "-" or where.begins > 1))
    )


def _clock(said: Spoken, where: Where) -> bool:
    """ "at 3" is three o'clock at the end of a clause, not before what is counted or a street."""
    own = where.own
    if any(token.kind in "ACLMH" for token in own):
        return True
    if own[0].kind == "N" and where.lead in tuple("Rdp"):
        return True
    if own[0].text in ("@", "~") or own[0].text.casefold() in ("about", "around", "circa"):
        ahead = where.row[where.begins + 2 : where.begins + 5]
        return bool(ahead) and (ahead[0].kind in "ltRd" or [token.kind for token in ahead] == ["i", "T", "p"])
    if len(own) > 2 or where.after is None or where.after.kind in ".,-U&iOFbdRmtxlTfr@sP":
        return not (where.after is not None and where.after.text in ("%", "x", "$", "£", "€"))
    return not where.counts_on and not where.after.text[:1].isupper()


def _nth(said: Spoken, where: Where) -> bool:
    own, after = where.own, where.after
    spelt = [token for token in own if token.kind == "o" and token.text.isalpha()]
    if spelt and len(own) <= 2 and where.lead not in tuple("OUsb"):
        return False  # the second, the third: of a list as often as of a month
    if after is None or not after.text[:1].isalpha() or any(token.kind in "d" for token in own):
        return True
    return not where.counts_on and not (after.text[:1].isupper() and after.kind == "z" and where.lead not in "OU")


def _date(said: Spoken, where: Where) -> bool:
    own, low = where.own, where.before.text.casefold() if where.before else ""
    if any(token.kind in "DN" for token in own):
        two = where.row[where.begins - 2].text.casefold() if where.begins > 1 else ""
        return low not in _SOFTWARE and two not in _SOFTWARE and not _a_number(own, where)
    months = [token for token in own if token.kind == "m"]
    if not months:  # a holiday
        return where.lead in tuple("sUfb@xltqOFi") or where.ends_here
    last = own[-1]
    if months[0].text.casefold() in _GIRLS and months[0].text.islower() and own[0] is months[0] and last.kind == "w":
        return False
    return not (last.kind == "w" and last.text.casefold() in ("a", "an"))


def _a_number(own: Sequence[Token], where: Where) -> bool:
    """5.2 and 4.3. are versions unless a date is expected there."""
    token = next(token for token in own if token.kind in "DN")
    if token.kind == "N" or token.text.count(".") != 2 or not token.text.endswith("."):
        return False
    short = len(token.text) < 6
    return short and where.lead not in tuple("OUfsd,-b") and where.begins > 0


def _offset(said: Spoken, where: Where) -> bool:
    """A bare "now" is one only at the end of something, or of the whole sentence."""
    if said.n or said.unit != "minute":
        return True
    if where.own[0].kind == "z":
        return where.own[0].text.casefold() in ("just", "right")
    goes_on = where.after is not None and where.after.kind in "U-"
    return where.lead in tuple("B&f-U") or goes_on or (where.lead in ("", ".", ",") and where.after is None)


def _vague(said: Spoken, where: Where) -> bool:
    own, low = where.own, where.own[-1].text.casefold()
    before = where.before.text.casefold() if where.before else ""
    if low in ("soon", "shortly"):
        return before not in ("too", "as", "very", "come", "how")
    if own[-1].kind == "a" and not any(token.kind in "Vu" for token in own):
        return any(token.text.casefold() in ("while", "time") for token in own)
    if any(token.kind == "j" for token in own):
        return any(token.value in ("day", "week", "night", "evening", "afternoon", "morning") for token in own)
    return low != "sometime" or where.after is None or where.after.kind in ".,"


def _period(said: Spoken, where: Where) -> bool:
    if any(token.kind in "ltxegkhKEZbF" for token in where.own):
        return True
    if said.unit in ("day", "hour", "minute", "second"):
        return False
    before = where.before.text.casefold() if where.before else ""
    here = where.lead in tuple("iU@Ofsb") or before in ("over", "for", "at")
    return _alone(where) or (here and not where.counts_on)


_JUDGES: dict[str, Callable[[Spoken, Where], bool]] = {
    "weekday": _weekday, "month": _month, "year": _year, "clock": _clock, "nth": _nth, "date": _date,
    "offset": _offset, "vague": _vague, "period": _period,
}  # fmt: skip
