"""A change of the memory that is done in earnest, or only tried: then nothing of it stays."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.ids import WorkspaceId
from assistant.ledger import Ledger
from store.ledger import SqlMemory


class _NotWritten(Exception):
    """It was only tried."""


@contextmanager
def trying(memory: SqlMemory, workspace: WorkspaceId, *, write: bool) -> Iterator[Ledger]:
    """A ledger for the change, which stays with `write`."""
    try:
        with memory.write(workspace) as ledger:
            yield ledger
            if not write:
                raise _NotWritten
    except _NotWritten:
        pass
