"""Lists of rows by a number, kept small: a lone row is no list."""

from array import array
from collections.abc import Iterator, Sequence

_RUN = 1 << 31  # numbers from here on stand for words run together, by their hash


def run_together(words: Sequence[str]) -> int:
    """A number for several words written as one ("vanbragt"), which no vocabulary keeps: it is only compared."""
    return _RUN | (hash("".join(words)) & (_RUN - 1))


def pair_of(one: int, other: int) -> int:
    """One number for two, in either order."""
    return (one << 32) | other if one < other else (other << 32) | one


class Postings:
    """Rows by key, in the order in which they were added. Three in four keys have one row."""

    def __init__(self) -> None:
        self._rows: dict[int, int | array[int]] = {}

    def add(self, row: int, *keys: int) -> None:
        """The keys stand for the row too."""
        rows = self._rows
        for key in keys:
            there = rows.get(key)
            if there is None:
                rows[key] = row
            elif isinstance(there, int):
                rows[key] = array("I", (there, row))
            else:
                there.append(row)

    def __contains__(self, key: int) -> bool:
        return key in self._rows

    def of(self, key: int) -> Iterator[int]:
        """The rows of the key."""
        there = self._rows.get(key)
        if there is None:
            return iter(())
        return iter((there,)) if isinstance(there, int) else iter(there)
