"""A sentence as a row of tokens, each with the letter of its class: what the grammar is matched against."""

import re
from typing import NamedTuple

from assistant.phrases.dates.words import MONTHS, TENS, WORDS, Word

OTHER, STOP = "z", "."  # any other word; what parts a clause
LONGEST = 1_200  # tokens of a text that are read; nobody types more in one message

_MONTH = "|".join(name for names in MONTHS for name in names)
_HALF = r"[ap]\.?m\b\.?"
_TOKEN = re.compile(
    r"(?P<D>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=T?[\s,;:!?.)]|T\d|$)"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)(?![\d.])"
    r"|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)(?![\d-])"
    rf"|\d{{1,2}}[-/. ](?:{_MONTH})[-/. ]\d{{2,4}}(?![\d:])"
    rf"|\d{{4}}[-/.](?:{_MONTH})[-/.]\d{{1,2}}(?!\d)"
    r"|\d{1,2}\.\d{1,2}\.(?=[\s,;:!?)]|$)"
    r"|\d{1,2}\s?/\s?(?:19|20)\d\d(?!\d)"
    r"|\d{1,2}\s?/\s?\d{1,2}(?![\d/%]|\.\d)|\d{4}[/-]\d{2}(?![\d/-]))"
    rf"|(?P<A>T?\d{{1,2}}[:h]\d\d(?::\d\d)?(?:\s?{_HALF}|\s?[ap]\b)?|\d{{1,2}}\.\d\d\s?{_HALF}"
    rf"|\d{{1,2}}(?:\s?{_HALF}|[ap](?=[\s,;:!?.)-]|$)|h(?=[\s,;:!?.)-]|$)|ish\b))"
    r"|(?P<N>(?<![\d.,£$€])\d{1,2}\.\d\d?(?![\d%]|\.\d))"
    r"|(?P<L>o['’]?\s?clock\b)|(?P<M>[ap]\.\s?m\b\.?|[ap]m\b)"
    r"|(?P<o>\d{1,2}\s?(?:st|nd|rd|th)\b)"
    r"|(?P<q>Q[1-4]\b)"
    r"|(?P<y>(?<![\d.,£$€])(?:19|20)\d\d(?![\d.,]*\d))"
    r"|(?P<n>(?<![\d.,£$€#])\d{1,3}(?![\d,]*\d|\.\d|%))"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<dash>[-–—])|(?P<comma>,)|(?P<at>@|~)|(?P<figure>[\d.,]*\d)|(?P<mark>[^\s\w])",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, number or sign."""

    kind: str  # the letter of its class
    start: int
    end: int
    text: str
    value: object = None


def tokens(text: str) -> list[Token]:
    """The tokens of the text, in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        token = _word(match) if match.lastgroup == "word" else _token(match)
        if token.kind in "wo" and found and found[-1].kind == "w":
            whole = _compound(found[-1], token, text)
            if whole:
                found[-1] = whole
                continue
        found.append(token)
        if len(found) == LONGEST:
            break
    return found


def _compound(tens: Token, ones: Token, text: str) -> Token | None:
    """twenty nine, twenty ninth."""
    count = TENS.get(tens.text.casefold())
    if count is None or not isinstance(ones.value, int) or ones.value >= 10 or not ones.text.isalpha():
        return None
    return Token(ones.kind, tens.start, ones.end, text[tens.start : ones.end], count + ones.value)


def _token(match: re.Match[str]) -> Token:
    kind, text = str(match.lastgroup), match.group()
    start, end = match.span()
    match kind:
        case "n" | "y":
            return Token(kind, start, end, text, int(text))
        case "o":
            return Token("o", start, end, text, int(re.sub(r"\D", "", text)))
        case "q":
            return Token("Q", start, end, text, int(text[1]))
        case "dash":
            return Token("-", start, end, text)
        case "comma":
            return Token(",", start, end, text)
        case "at":
            return Token("@", start, end, text)
        case "D" | "A" | "L" | "M" | "N":
            return Token(kind, start, end, text, text)
        case _:
            return Token(STOP if kind == "mark" else OTHER, start, end, text)


_NO_WORD = Word(OTHER)


def _word(match: re.Match[str]) -> Token:
    text = match.group()
    low = text.casefold()
    word = WORDS.get(low)
    if word is None:
        low = low.replace("’", "'")
        word = WORDS.get(low) or (WORDS.get(low[:-2]) if low[-2:] == "'s" else None) or _NO_WORD
    return Token(word.kind, match.start(), match.end(), text, word.value)


def letters(row: list[Token]) -> str:
    """The classes of the tokens, a letter each: positions in it are positions in the row."""
    return "".join([token.kind for token in row])
