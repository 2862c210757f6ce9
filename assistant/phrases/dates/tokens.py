"""A sentence as a row of tokens, each with the letter of its class: what the grammar is matched against."""

import re
from dataclasses import dataclass

from assistant.phrases.dates.words import MONTHS, TENS, WORDS, Word

OTHER, STOP = "z", "."  # any other word; what parts a clause

_MONTH = "|".join(name for names in MONTHS for name in names)
_TOKEN = re.compile(
    r"(?P<D>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=T?[\s,;:!?.)]|T\d|$)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\d/])"
    r"|\d{1,2}-\d{1,2}-\d{4}(?!\d)"
    rf"|\d{{1,2}}[-/. ](?:{_MONTH})[-/. ]\d{{2,4}}(?!\d)"
    r"|\d{1,2}\s?/\s?\d{1,2}(?![\d/%])|\d{4}[/-]\d{2}(?![\d/-]))"
    r"|(?P<A>T?\d{1,2}[:h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?|\s?[ap]\b)?|\d{1,2}\.\d\d\s?[ap]\.?m\b\.?"
    r"|\d{1,2}\s?(?:[ap]\.?m\b\.?|[ap](?=[\s,;:!?.)-]|$)|h(?=[\s,;:!?.)-]|$)))"
    r"|(?P<L>o['’]?\s?clock\b)|(?P<M>[ap]\.\s?m\b\.?|[ap]m\b)"
    r"|(?P<o>\d{1,2}\s?(?:st|nd|rd|th)\b)"
    r"|(?P<q>Q[1-4]\b)"
    r"|(?P<y>(?<![\d.,£$€])(?:19|20)\d\d(?![\d.,]*\d))"
    r"|(?P<n>(?<![\d.,£$€#])\d{1,3}(?![\d,]*\d|\.\d|%))"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<dash>[-–—])|(?P<comma>,)|(?P<at>@|~)|(?P<figure>[\d.,]*\d)|(?P<mark>[^\s\w])",
    re.IGNORECASE,
)
LONGEST = 1_200  # tokens of a text that are read; nobody types more in one message


@dataclass(frozen=True, slots=True)
class Token:
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
        token = _token(match)
        before = found[-1] if found else None
        if (
            before
            and token.kind in "wo"
            and before.kind == "w"
            and before.text.casefold() in TENS
            and token.text.isalpha()
        ):
            tens, ones = TENS[before.text.casefold()], token.value
            if isinstance(ones, int) and ones < 10:  # "twenty nine", "twenty ninth"
                found[-1] = Token(token.kind, before.start, token.end, text[before.start : token.end], tens + ones)
                continue
        found.append(token)
        if len(found) == LONGEST:
            break
    return found


def _token(match: re.Match[str]) -> Token:
    kind, text = str(match.lastgroup), match.group()
    start, end = match.span()
    match kind:
        case "word":
            low = text.casefold()
            word = WORDS.get(low) or (WORDS.get(low[:-2]) if low.endswith(("'s", "’s")) else None) or Word(OTHER)
            return Token(word.kind, start, end, text, word.value)
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
        case "D" | "A" | "L" | "M":
            return Token(kind, start, end, text, text)
        case _:
            return Token(STOP if kind == "mark" else OTHER, start, end, text)


def letters(row: list[Token]) -> str:
    """The classes of the tokens, a letter each: positions in it are positions in the row."""
    return "".join(token.kind for token in row)
