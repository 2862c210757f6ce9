"""Files that the app hands to people: an address to send one to, the file as it came, and where it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class StoredFile:
    """A file. Nobody sees it before it is completed into a conversation."""

    id: str
    name: str
    length: int
    secret: str
    content: bytes | None = None  # None until it was sent
    shared: bool = False
