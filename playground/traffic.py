"""Everything that passed between the app and the pretend Slack, for inspector and tests. Bounded, no secrets."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.workspace import Workspace

_SECRET_FIELDS = frozenset(("token", "ticket", "bot_access_token"))
_SECRET_WORDS = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=/response/)[\w/]+|(?<=ticket=)\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One call or delivery. `at` in unix seconds, `ms` how long it took, `status` the HTTP status or an error."""

    n: int
    at: float
    direction: str
    title: str
    status: int | str
    ms: float
    request: Any
    response: Any
    fault: str | None = None
    retry: int = 0


class Traffic:
    """The last entries, oldest first."""

    def __init__(self, workspace: Workspace, keep: int = 2000) -> None:
        self._workspace = workspace
        self._entries: deque[Entry] = deque(maxlen=keep)
        self._n = 0

    def note(
        self,
        direction: str,
        title: str,
        status: int | str,
        ms: float,
        request: Any,
        response: Any,
        fault: str | None = None,
        retry: int = 0,
    ) -> None:
        """Keep one more; secrets are taken out only when somebody reads."""
        with self._workspace.change():
            self._n += 1
            at = self._workspace.clock()
            self._entries.append(Entry(self._n, at, direction, title, status, ms, request, response, fault, retry))

    def entries(self, title: str | None = None, direction: str | None = None, after: int = 0) -> list[Entry]:
        """Entries kept, oldest first, all or of one title or direction, later than number `after`."""
        with self._workspace.changed:
            return [
                e
                for e in self._entries
                if e.n > after and title in (None, e.title) and direction in (None, e.direction)
            ]


def redacted(thing: Any) -> Any:
    """A copy without tokens, tickets or response addresses."""
    match thing:
        case dict():
            return {k: "…" if k in _SECRET_FIELDS else redacted(v) for k, v in thing.items()}
        case list() | tuple():
            return [redacted(v) for v in thing]
        case str():
            return _SECRET_WORDS.sub("…", thing)
        case _:
            return thing
