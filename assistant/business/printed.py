"""The tables of moves as docs/business.md has them; `wellmet states` prints them too, a test holds them together."""

from collections.abc import Iterator

from assistant.business.moves import STEPS, TURNS, WORDS


def table() -> Iterator[str]:
    """Lines of Markdown: three tables, each with what leads where."""
    yield from _rows("| whose word | who | does | leads to |", ((*key, to) for key, to in WORDS.items()))
    yield ""
    yield from _rows("| referral | either one tells | leads to |", ((*key, to) for key, to in STEPS.items()))
    yield ""
    yield from _rows("| partnership | either one does | leads to |", ((*key, to) for key, to in TURNS.items()))


def _rows(heading: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield heading
    yield "|---" * (heading.count("|") - 1) + "|"
    for row in rows:
        yield "| " + " | ".join(str(cell).replace("_", " ") for cell in row) + " |"
