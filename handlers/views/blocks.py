"""The small words of Block Kit, with its limits (docs.slack.dev/reference/block-kit). Typed text is never parsed.

Words stand in `rich_text` leaves or in `plain_text`, where Slack looks for no mention, link or markup; `mrkdwn` is not
used at all. The `text` of a message, which notifications and screen readers speak, is read off its blocks, so that the
two cannot say different things.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.buttons import Button
from assistant.ids import AccountId
from handlers.ids import action_id
from handlers.mrkdwn import clean, clip, escaped

Block = dict[str, Any]
_MARK = "\ue000"  # stands around an account while a text is escaped; `clean` lets nobody type it
_MENTIONED = re.compile(f"{_MARK}([A-Z0-9]+){_MARK}")

TEXT = 3_900  # of a message; Slack updates messages of up to 4,000 characters
WORDS = 3_000  # of a section; kept for rich text too, which has no limit of its own
SMALL = 2_000  # of an element of a context block
HEADER = 150
BUTTON = 75
VALUE = 2_000
OPTION = 75
OPTION_VALUE = 150
TITLE = 24  # of a view, and of its buttons
ALT = 2_000


@dataclass(frozen=True, slots=True)
class Bold:
    """Words that stand out. They say nothing that the same words would not say plainly."""

    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody with an account, who is told that they are named; only where they agreed to be."""

    account: AccountId
    name: str  # for who cannot see mentions


Words = str | Bold | Mention


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message: the whole of it in words, and the blocks that show it."""

    text: str
    blocks: list[Block]

    @property
    def has_pictures(self) -> bool:
        """Whether a picture stands beside any of it."""
        return any("accessory" in block for block in self.blocks)

    def without_pictures(self) -> "Rendered":
        """The same without pictures: Slack refuses a message whose picture it cannot fetch."""
        bare = [{name: part for name, part in block.items() if name != "accessory"} for block in self.blocks]
        return Rendered(self.text, bare)


def rendered(*blocks: Block | None) -> Rendered:
    """A message of these blocks; its text is what they say."""
    shown = [block for block in blocks if block]
    spoken = "\n".join(words for block in shown for words in _spoken(block))
    return Rendered(_MENTIONED.sub(r"<@\1>", escaped(spoken, TEXT)), shown)


def line(*words: Words) -> Block:
    """A paragraph."""
    return _rich({"type": "rich_text_section", "elements": _leaves(words)})


def quote(text: str) -> Block:
    """What somebody wrote, kept apart from what we say."""
    return _rich({"type": "rich_text_quote", "elements": _leaves((text,))})


def listed(*items: str) -> Block:
    """A list with bullets; each item reads as a line."""
    sections = [{"type": "rich_text_section", "elements": _leaves((item,))} for item in items]
    return _rich({"type": "rich_text_list", "style": "bullet", "elements": sections})


def pictured(text: str, picture: str, of: str) -> Block:
    """A paragraph with a small picture beside it, if there is one; `of` says who is in it."""
    block: Block = {"type": "section", "text": plain(text, WORDS)}
    if picture:
        alt = clip(clean(of), ALT) or "Picture"
        block["accessory"] = {"type": "image", "image_url": picture, "alt_text": alt}
    return block


def small(text: str) -> Block:
    """A line of small print."""
    return {"type": "context", "elements": [plain(text, SMALL)]}


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": plain(text, HEADER)}


def divider() -> Block:
    """A thin line."""
    return {"type": "divider"}


def button(
    label: str, name: Button, of: object = "", nth: int = 0, style: str = "", confirm: Block | None = None
) -> Block:
    """A button; `nth` tells those of one kind in one row apart, `style` is primary or danger."""
    element: Block = {"type": "button", "text": plain(label, BUTTON), "action_id": action_id(name, nth)}
    if str(of):
        element["value"] = str(of)[:VALUE]
    if style:
        element["style"] = style
    if confirm:
        element["confirm"] = confirm
    return element


def sure(title: str, text: str, yes: str, no: str) -> Block:
    """The dialogue in front of a button whose work is not undone beside it."""
    return {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def buttons(*elements: Block) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(elements)}


def row(*elements: Block) -> Block | None:
    """A row of buttons, if there are any: Slack refuses an empty one."""
    return buttons(*elements) if elements else None


def plain(text: str, most: int) -> Block:
    """A text that nothing is read into, not even emoji."""
    return {"type": "plain_text", "text": clip(clean(text), most) or " ", "emoji": False}


def option(text: str, value: str, note: str = "") -> Block:
    """An entry of a menu."""
    entry: Block = {"text": plain(text, OPTION), "value": value[:OPTION_VALUE]}
    if note:
        entry["description"] = plain(note, OPTION)
    return entry


def _rich(element: Block) -> Block:
    return {"type": "rich_text", "elements": [element]}


def _leaves(words: tuple[Words, ...]) -> list[Block]:
    """Text leaves; those that would be empty are left out, since Slack refuses them."""
    leaves: list[Block] = []
    room = WORDS
    for one in words:
        if isinstance(one, Mention):
            leaves.append({"type": "user", "user_id": one.account})
            room -= len(one.name)
            continue
        text = clip(clean(one.text if isinstance(one, Bold) else one), room) if room > 0 else ""
        room -= len(text)
        if text:
            leaf: Block = {"type": "text", "text": text}
            leaves.append(leaf | {"style": {"bold": True}} if isinstance(one, Bold) else leaf)
    return leaves or [{"type": "text", "text": " "}]


def _spoken(block: Block) -> Iterator[str]:
    """What a block says, line by line. Buttons are read by themselves."""
    match block["type"]:
        case "rich_text":
            for element in block["elements"]:
                inner = element["elements"]
                lines = [part["elements"] for part in inner] if element["type"] == "rich_text_list" else [inner]
                for leaves in lines:
                    yield "".join(leaf.get("text") or f"{_MARK}{leaf['user_id']}{_MARK}" for leaf in leaves).strip()
        case "section" | "header":
            yield block["text"]["text"]
        case "context":
            yield from (element["text"] for element in block["elements"])
