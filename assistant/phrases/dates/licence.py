"""Whether words that look like a date are meant as one where they stand."""

import re

from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.tokens import Token

# Without any of these a text holds no date, and is not read.
_TRIGGER = re.compile(
    r"\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|to?m+o?r+[ow]|tmrw?|tmw|tomoz|tdy|today"
    r"|toni|yest|yday|ystd|ago|back|recent|lately|soon|short|some|other|now|noon|mid|eod|eow|eom|eoy|asap|while|after|"
    r"in\s|within|last|past|prev|lst|next|nxt|coming|upcoming|follow|this|ths|current|week|wk|month|mth|year|yr|quarter|qtr|day|"
    r"end|early|late|half|at\s|overm)",
    re.IGNORECASE,
)
_WEAK_DAYS = frozenset(("sat", "sun", "mon", "wed"))
_WEAK_MONTHS = frozenset(("may", "march", "mar", "jan"))


def worth_reading(text: str) -> bool:
    """Whether a date can stand in the text at all."""
    return _TRIGGER.search(text) is not None


def licensed(said: Spoken, begins: int, ends: int, row: list[Token], text: str) -> bool:
    """Whether the tokens say a date rather than a name, a number or a verb."""
    before = row[begins - 1] if begins else None
    after = row[ends] if ends < len(row) else None
    own = row[begins:ends]
    match said.kind:
        case "weekday" if len(own) == 1 or (own[0].kind == "d" and len(own) == 1):
            return _weekday(own[0], before, after, begins, text)
        case "month" if any(token.kind == "m" for token in own):
            return _month(own, before, after)
        case "year" if own[-1] is own[0]:
            return before is not None and before.kind in "isUqfB-&@FbT" and before.text not in ("@", "-")
        case "clock" if not any(token.kind in "ACLM" for token in own):
            return _bare_hour(own, before, after)
        case "days" if len(own) == 1:
            return not _named(own[0], before, after, begins)
        case "nth":
            return (
                after is None
                or after.kind not in "zu"
                or own[0].kind in "OdfU"
                or not after.text[:1].isalpha()
                or (own[0].kind == "T" and not _noun(after))
            )
        case "date" if own[-1].kind in "mwno" and any(token.kind == "m" for token in own):
            return _month_day(own, before, after)
        case "offset" if said.n == 0:
            return (own[0].kind == "z" and own[0].text.casefold() in ("just", "right")) or (
                own[0].kind == "r" and (before is None or before.kind in ".,") and after is None
            )
        case "vague":
            return _vague(own, before, after)
        case "period" if not any(token.kind in "ltxegkhKEZbFW" for token in own):
            return before is not None and before.kind in "iU@Ofs"
        case _:
            return True


def _weekday(day: Token, before: Token | None, after: Token | None, begins: int, text: str) -> bool:
    low = day.text.casefold()
    if _named(day, before, after, begins):
        return False
    if low in _WEAK_DAYS:
        if after is not None and after.text.casefold() in (
            "down",
            "in",
            "with",
            "next",
            "beside",
            "through",
            "on",
            "around",
            "by",
        ):
            return False
        return before is not None and before.kind != "T"
    return not (low.endswith("days") and low != "days")


def _named(token: Token, before: Token | None, after: Token | None, begins: int) -> bool:
    """A capital before another capitalised word that is no date: Sunday Riley, March Capital, Tuesday Weld."""
    if not token.text[:1].isupper() or after is None or after.kind != "z" or not after.text[:1].isupper():
        return (
            before is not None
            and before.kind == "&"
            and token.text[:1].isupper()
            and token.kind == "d"
            and begins > 2
            and (after is not None and after.text.casefold() in ("were", "are", "is", "was"))
        )
    if after.text in ("I", "I'm", "I've", "I'd", "I'll") or (after.text.isupper() and len(after.text) > 4):
        return False
    return (token.kind in "dm" and (before is None or before.kind not in "OUfsltx")) or (
        begins == 0 and token.kind == "R"
    )


def _noun(after: Token) -> bool:
    return after.text[:1].islower() and after.text.casefold() not in _AFTER_DATES


_AFTER_DATES = frozenset(
    (
        "about", "with", "for", "we", "he", "she", "they", "it", "please", "at", "in", "over", "when", "because",
        "then", "via", "re", "regarding", "where", "who", "too", "again", "instead", "or", "if", "so", "but", "as",
        "would", "works", "is", "was",
    )
)  # fmt: skip


def _month(own: list[Token], before: Token | None, after: Token | None) -> bool:
    month = next(token for token in own if token.kind == "m")
    if any(token.kind == "y" for token in own):
        return True
    low = month.text.casefold()
    lead = own[0].kind if own[0] is not month else before.kind if before else ""
    if lead not in tuple("isUltxTqfeghkKEB-&@ObF") or lead == "":
        return False
    if _named(month, Token("O", 0, 0, "") if lead and lead not in "@fT&-" else None, after, 1):
        return False
    if lead in ("@", "T", "&", "-", "O") and low in ("may", "april", "june", "august", "march"):
        return False
    if low == "may" and month.text.islower():
        return lead in ("i", "s", "U", "l", "x", "t", "e", "g", "h", "k") and lead != "t"
    if lead == "f" and month.text[:1].isupper() and low in ("may", "april", "june", "august"):
        return after is not None and after.kind in "-U"
    return lead != "@" or month.text.islower()


def _month_day(own: list[Token], before: Token | None, after: Token | None) -> bool:
    month = next(token for token in own if token.kind == "m")
    if month.text.casefold() in _WEAK_MONTHS and month.text.islower() and own[0] is month and own[-1].kind == "w":
        return False
    return not (own[-1].kind == "w" and own[-1].text.casefold() in ("a", "an"))


def _bare_hour(own: list[Token], before: Token | None, after: Token | None) -> bool:
    """ "at 3" is three o'clock at the end of a clause, not before what is counted or a street."""
    if (own[0].kind == "@" and len(own) == 2 and own[0].text in ("@", "~")) or own[0].text.casefold() in (
        "about",
        "around",
        "circa",
    ):
        return False
    if any(token.kind in "&-U" and token.text.casefold() not in ("to",) for token in own[1:-1]):
        return before is not None and before.kind in "fB"
    if len(own) > 2 or after is None or after.kind in ".,-U&iOFbdRmtxlTfr":
        return True
    return after.kind == "z" and after.text[:1].islower() and after.text.casefold() in _AFTER_DATES


def _vague(own: list[Token], before: Token | None, after: Token | None) -> bool:
    low = own[-1].text.casefold()
    if low in ("soon", "shortly"):
        return not (before and before.text.casefold() in ("too", "as", "very"))
    if own[-1].kind == "a" and own[0].kind != "V":
        return any(token.text.casefold() in ("while", "time") for token in own)
    if low == "sometime":
        return after is None or after.kind in ".,"
    return True
