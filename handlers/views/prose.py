"""Words with emphasis, written once: as a rich text block, whose leaves are never parsed, and as plain escaped text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]

LEAF = 2_900  # characters of one leaf; Slack documents no limit, its sections have 3,000
TEXT = 3_900  # characters of a message's text; chat.update refuses more than 4,000


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style."""

    words: str
    bold: bool = False
    quiet: bool = False  # an aside, in italics


Line = tuple[Run, ...]


def line(*parts: str | Run) -> Line:
    """A line of words and runs; what is empty falls away."""
    runs = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in runs if run.words)


def strong(words: str) -> Run:
    """What the eye should find."""
    return Run(words, bold=True)


def quiet(words: str) -> Run:
    """What may be passed over."""
    return Run(words, quiet=True)


def escape(words: str) -> str:
    """The three characters by which Slack knows markup, made harmless."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clip(words: str, most: int) -> str:
    """At most that many characters, with an ellipsis for what is left out."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def as_text(lines: Iterable[Line]) -> str:
    """The lines for a message's text: what notifications and screen readers say."""
    words = "\n".join("".join(run.words for run in each) for each in lines)
    # Clipped before it is escaped, so that no escape is cut in two.
    most = TEXT
    while len(escaped := escape(clip(words, most))) > TEXT:
        most -= len(escaped) - TEXT
    return escaped


def as_block(lines: Iterable[Line], block_id: str = "") -> Block:
    """The lines as one rich text block."""
    leaves: list[Block] = []
    for each in lines:
        if leaves:
            leaves.append({"type": "text", "text": "\n"})
        leaves.extend(_leaf(run) for run in each)
    block: Block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": leaves}]}
    return {**block, "block_id": block_id} if block_id else block


def _leaf(run: Run) -> Block:
    style = {name: True for name, on in (("bold", run.bold), ("italic", run.quiet)) if on}
    leaf: Block = {"type": "text", "text": clip(run.words, LEAF)}
    return {**leaf, "style": style} if style else leaf
