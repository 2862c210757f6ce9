"""Slack's text: what came in is made clean and readable, what goes out is escaped and cut to size.

https://docs.slack.dev/messaging/formatting-message-text: `&amp; &lt; &gt;` are the only escapes, and a `<` that is not
escaped always begins markup of Slack's own: a mention, a channel, a broadcast, a link.
"""

import re
import unicodedata

LONGEST = 4_000  # characters taken from one message or field; Slack advises no more in one message
ELLIPSIS = "…"

_NEWLINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# What no reader sees, and what makes readers see something else than what stands there: controls, bidirectional
# overrides and isolates, zero-width characters, tags; lone halves of surrogate pairs, non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_MARKUP = re.compile(r"<([@#!]?)([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>")
_BROKEN_MARKUP = re.compile(r"<[^<>]{0,2100}$")
_BROKEN_ESCAPE = re.compile(r"&[a-z]{0,3}$")


def clean(text: str) -> str:
    """The text without characters that nobody typed on purpose; line ends are `\\n`, accents are composed."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _NEWLINES.sub("\n", text)))


def one_line(text: str) -> str:
    """Clean, and on one line with single spaces: names, titles."""
    return " ".join(clean(text).split())


def taken(text: str) -> str:
    """Words as Slack sends them, clean and at most `LONGEST`; no mention or escape is cut in two."""
    text = clean(text)
    if len(text) <= LONGEST:
        return text
    return _BROKEN_ESCAPE.sub("", _BROKEN_MARKUP.sub("", text[:LONGEST]))


def unescape(text: str) -> str:
    """Slack's three escapes undone; the ampersand last, so that `&amp;lt;` is what somebody typed."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """The text as nothing but text: no mention, link or broadcast can stand in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def without_mentions(text: str) -> str:
    """Slack's markup as a person would read it, escapes left as they are: `<@U1|linn>` is "@linn"."""
    return _MARKUP.sub(_spoken, text)


def readable(text: str) -> str:
    """Words as Slack sends them, the way a person reads them."""
    return unescape(without_mentions(text))


def _spoken(found: re.Match[str]) -> str:
    sign, inner, label = found.group(1), found.group(2), found.group(3) or ""
    if sign == "@":
        return f"@{label.removeprefix('@') or 'someone'}"
    if sign == "#":
        return f"#{label or 'channel'}"
    if sign == "!":
        return label or f"@{inner.partition('^')[0]}"
    # A link has an address; anything else in angle brackets was typed by somebody.
    return (label or inner) if ":" in inner else found.group(0)


def clip(text: str, most: int) -> str:
    """At most `most` characters; what was cut shows as "…"."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS


def escaped(text: str, most: int) -> str:
    """Escaped and at most `most` characters long, with no escape cut in two."""
    whole = escape(text)
    if len(whole) <= most:
        return whole
    return _BROKEN_ESCAPE.sub("", whole[: most - 1]).rstrip() + ELLIPSIS
