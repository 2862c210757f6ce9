"""Whom a message really notifies, and what of it a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.records import Blocks, Json

_MARKED = re.compile(r"<(?:@([UW][A-Z0-9]+)|!(channel|here|everyone)|!subteam\^(\w+))(?:\|[^>]*)?>")
# Without `verbatim`, Slack itself turns a bare @here into a broadcast ("certain mentions will be parsed").
_BARE = re.compile(r"(?<![\w@])@(channel|here|everyone)\b")
_SHOWN = {"user": "@{user_id}", "channel": "#{channel_id}", "broadcast": "@{range}", "emoji": ":{name}:"}


def pings(text: str, blocks: Blocks) -> tuple[str, ...]:
    """Everyone a message notifies, each once: member ids, group ids, or channel, here, everyone."""
    found = list(_marked(text))
    for block in blocks:
        found += _in(block)
    return tuple(dict.fromkeys(found))


def _marked(text: str) -> Iterator[str]:
    for person, broadcast, group in _MARKED.findall(text):
        yield person or broadcast or group


def _in(part: Any) -> Iterator[str]:
    """Pings anywhere in a block; plain text and the text leaves of rich text notify nobody."""
    match part:
        case {"type": "mrkdwn", "text": str(text)}:
            yield from _marked(text)
            if not part.get("verbatim"):
                yield from _BARE.findall(text)
        case {"type": "markdown", "text": str(text)}:
            yield from _marked(text)
            yield from _BARE.findall(text)
        case {"type": "user", "user_id": str(id_)}:
            yield id_
        case {"type": "usergroup", "usergroup_id": str(id_)}:
            yield id_
        case {"type": "broadcast", "range": str(range_)}:
            yield range_
        case dict():
            for inner in part.values():
                yield from _in(inner)
        case list():
            for inner in part:
                yield from _in(inner)


def shown(blocks: Blocks) -> str:
    """Everything a reader sees in blocks, one line per piece: texts, labels, options, alt texts."""
    return "\n".join(piece for block in blocks for piece in _shown(block) if piece)


def _shown(part: Any) -> Iterator[str]:
    match part:
        case {"type": "rich_text_section" | "rich_text_preformatted" | "rich_text_quote", "elements": list(leaves)}:
            yield "".join(_leaf(leaf) for leaf in leaves)
        case {"type": "plain_text" | "mrkdwn" | "markdown" | "raw_text", "text": str(text)}:
            yield text
        case dict():
            for name, inner in part.items():
                if name == "alt_text":
                    yield inner
                elif name not in ("confirm", "initial_option", "initial_options", "placeholder"):
                    yield from _shown(inner)
        case list():
            for inner in part:
                yield from _shown(inner)


def _leaf(leaf: Json) -> str:
    if leaf.get("type") in ("text", "link"):
        return str(leaf.get("text", leaf.get("url", "")))
    return _SHOWN.get(leaf.get("type", ""), "").format(**leaf)
