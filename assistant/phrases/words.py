"""A sentence as Slack sends it, made plain: escapes undone, emoji and decoration put aside, mentions kept whole."""

import re

MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
_LINK = re.compile(r"<(?:https?|mailto|tel)[^>|\s]*(?:\|([^>]*))?>")
_OTHER_MARKUP = re.compile(r"<[!#][^>|]*(?:\|([^>]*))?>")
_EMOJI = re.compile(r"(?<![\w\d]):[a-z0-9_+\-']*[a-z][a-z0-9_+\-']*:(?::skin-tone-\d:)?")
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def unescape(text: str) -> str:
    """Slack's three escapes undone; there are no others."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def readable(text: str) -> str:
    """The words alone: no emoji, a link as its text, channels and broadcasts by name; mentions stay as they are."""
    text = _LINK.sub(lambda link: link.group(1) or "", text)
    text = _OTHER_MARKUP.sub(lambda markup: markup.group(1) or "", text)
    text = _PICTURES.sub(" ", _EMOJI.sub(" ", text))
    # A typed "<" is an escape until here, so only mentions of Slack's own making survive as markup.
    parts = re.split(f"({MENTION.pattern.replace('([UW][A-Z0-9]+)', '[UW][A-Z0-9]+')})", text)
    text = "".join(part if MENTION.fullmatch(part) else unescape(part) for part in parts)
    return "\n".join(" ".join(line.split()) for line in text.translate(_QUOTES).splitlines()).strip()
