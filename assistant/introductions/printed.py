"""The table of moves as docs/introductions.md has it; `wellmet states` prints it, a test holds the two together."""

from collections.abc import Iterator

from assistant.introductions.moves import MOVES


def table() -> Iterator[str]:
    """Lines of Markdown: stage, who, what they do, where that leads, what it brings about."""
    yield "| stage | who | does | leads to | which brings about |"
    yield "|---|---|---|---|---|"
    for (stage, verb, side), move in MOVES.items():
        to = f"{move.to}: {move.closing}" if move.closing else str(move.to)
        cells = (stage, side, verb, to, "; ".join(move.brings) or "–")
        yield "| " + " | ".join(str(cell).replace("_", " ") for cell in cells) + " |"
