"""What Slack's own client makes of what a person types: escapes, mentions, links, and the rich text that goes along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.records import Blocks, Json
    from playground.workspace import Workspace

_BROADCASTS = ("channel", "here", "everyone")
_TOKEN = re.compile(r"(?P<link>https?://[^\s<>]+)|(?P<mail>[\w.+-]+@[\w-]+\.[\w.-]*\w)|(?P<at>@)|(?P<hash>#)")
_MARKED = re.compile(r"(<[^>]*>)")
_EMOJI = re.compile(r":([a-z0-9_+'-]+):")


def escaped(text: str) -> str:
    """The three characters Slack escapes, escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def names_of(workspace: Workspace) -> dict[str, str]:
    """Every name one may write after `@`, in lower case, with the member it means; shared names mean nobody."""
    known: dict[str, str] = {}
    shared: set[str] = set()
    for member in workspace.members.values():
        if member.deleted:
            continue
        for name in {member.name.lower(), member.real_name.lower(), member.display_name.lower(), member.id.lower()}:
            if name and known.setdefault(name, member.id) != member.id:
                shared.add(name)
    return {name: id_ for name, id_ in known.items() if name not in shared}


def parse(workspace: Workspace, words: str) -> list[Json]:
    """The leaves of rich text that the words become."""
    names = names_of(workspace) if "@" in words else {}
    rooms = {c.name: c.id for c in workspace.conversations.values() if c.kind in ("channel", "group")}
    leaves: list[Json] = []
    plain = at = 0
    while found := _TOKEN.search(words, at):
        at = found.end()
        leaf = None
        if found["link"]:
            at = found.start() + len(found["link"].rstrip(".,;:!?)"))
            leaf = {"type": "link", "url": words[found.start() : at]}
        elif found["mail"]:
            leaf = {"type": "link", "url": f"mailto:{found['mail']}", "text": found["mail"]}
        elif found["at"]:
            leaf, at = _mention(names, words, at)
        elif found["hash"] and (name := _longest(rooms, words, at)):
            leaf, at = {"type": "channel", "channel_id": rooms[name]}, at + len(name)
        if leaf is not None:
            leaves += [*_plain(words[plain : found.start()]), leaf]
            plain = at
    return leaves + _plain(words[plain:])


def _mention(names: dict[str, str], words: str, at: int) -> tuple[Json | None, int]:
    for range_ in _BROADCASTS:
        if re.match(rf"{range_}\b", words[at:]):
            return {"type": "broadcast", "range": range_}, at + len(range_)
    name = _longest(names, words, at)
    return ({"type": "user", "user_id": names[name]}, at + len(name)) if name else (None, at)


def _longest(names: dict[str, str], words: str, at: int) -> str:
    rest = words[at : at + 80].lower()
    fitting = [n for n in names if rest.startswith(n) and not re.match(r"[\w]", rest[len(n) : len(n) + 1])]
    return max(fitting, key=len, default="")


def _plain(words: str) -> list[Json]:
    leaves: list[Json] = []
    end = 0
    for found in _EMOJI.finditer(words):
        if found.start() > end:
            leaves.append({"type": "text", "text": words[end : found.start()]})
        leaves.append({"type": "emoji", "name": found[1]})
        end = found.end()
    if end < len(words):
        leaves.append({"type": "text", "text": words[end:]})
    return leaves


def as_message(workspace: Workspace, words: str) -> tuple[str, Blocks]:
    """The `text` and the one rich text block of a message that somebody typed."""
    leaves = parse(workspace, words)
    block_id = workspace.secret(5)
    section = {"type": "rich_text_section", "elements": leaves}
    return "".join(map(_as_text, leaves)), [{"type": "rich_text", "block_id": block_id, "elements": [section]}]


def linked(workspace: Workspace, text: str) -> str:
    """What `link_names` does to a text of the app's: names become mentions, and people are pinged."""
    pieces = _MARKED.split(text)
    return "".join(p if _MARKED.fullmatch(p) else _names_linked(workspace, p) for p in pieces)


def _names_linked(workspace: Workspace, piece: str) -> str:
    leaves = parse(workspace, piece)
    mentions = ("user", "broadcast", "channel")
    # The piece is escaped already, so words stay exactly as they are.
    return "".join(_as_text(leaf) if leaf["type"] in mentions else _untouched(leaf) for leaf in leaves)


def _untouched(leaf: Json) -> str:
    return str(leaf.get("text") or leaf.get("url") or f":{leaf.get('name')}:")


def as_command_text(workspace: Workspace, words: str, should_escape: bool) -> str:
    """The `text` of a command: mentions as `<@U…|name>` when the manifest asks for it, else as typed."""
    if not should_escape:
        return words
    said = []
    for leaf in parse(workspace, words):
        match leaf:
            case {"type": "user", "user_id": id_}:
                said.append(f"<@{id_}|{workspace.members[id_].name}>")
            case {"type": "channel", "channel_id": id_}:
                said.append(f"<#{id_}|{workspace.conversations[id_].name}>")
            case _:
                said.append(_as_text(leaf))
    return "".join(said)


def _as_text(leaf: Json) -> str:
    match leaf:
        case {"type": "text", "text": text}:
            return escaped(text)
        case {"type": "user", "user_id": id_}:
            return f"<@{id_}>"
        case {"type": "channel", "channel_id": id_}:
            return f"<#{id_}>"
        case {"type": "broadcast", "range": range_}:
            return f"<!{range_}>"
        case {"type": "emoji", "name": name}:
            return f":{name}:"
        case {"type": "link", "url": url, "text": text}:
            return f"<{escaped(url)}|{escaped(text)}>"
        case {"url": url}:
            return f"<{escaped(url)}>"
        case _:
            return ""
