"""What can go wrong between an app and Slack: on demand for the next call, or as weather from a seeded schedule."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# kind → what it does to a call the app makes. `*_after` and `drop_after` do the work and lose the answer.
FROM_APP = {
    "rate_limited": "429 with Retry-After; nothing was done",
    "server_error": "5xx; nothing was done",
    "server_error_after": "5xx; the work was done",
    "slow": "the answer takes `seconds`",
    "drop_before": "the connection closes; nothing was done",
    "drop_after": "the connection closes; the work was done",
    "invalid_auth": "the token is refused",
    "token_revoked": "the token is said to be revoked",
}
# kind → what it does to a delivery to the app.
TO_APP = {
    "slow": "it leaves `seconds` late",
    "drop_before": "it never arrives; Slack notices and may repeat it",
    "drop_after": "it arrives, its acknowledgement is lost; Slack may repeat it",
    "duplicate": "it arrives twice",
    "reorder": "it waits until another one has gone first, or `seconds`",
}
KINDS = tuple(dict.fromkeys((*FROM_APP, *TO_APP)))
# Lost credentials end the game for most apps, so they do not come with the weather unless asked for.
WEATHER = tuple(kind for kind in KINDS if kind not in ("invalid_auth", "token_revoked"))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong. `seconds` for slow and reorder, `retry_after` for 429, `status` for 5xx."""

    kind: str
    seconds: float = 0.5
    retry_after: int = 1
    status: int = 503


@dataclass(frozen=True, slots=True)
class Weather:
    """A share (0..1) of all calls goes wrong, in one of `kinds`; direction is from_app, to_app or both."""

    share: float
    kinds: tuple[str, ...] = WEATHER
    direction: str = "both"
    only: tuple[str, ...] = ()
    seed: int = 1
    seconds: float = 0.5
    retry_after: int = 1


class Faults:
    """The faults to come, by the titles of the traffic: `chat.postMessage`, `message.im`, `block_actions`, `/met`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: dict[str, list[Fault]] = {}
        self._count: Counter[str] = Counter()
        self.weather = Weather(0.0)

    def next(
        self,
        title: str,
        kind: str,
        *,
        times: int = 1,
        seconds: float = 0.5,
        retry_after: int = 1,
        status: int = 503,
    ) -> None:
        """Let the next `times` calls or deliveries of that title (`*` for any) go wrong."""
        _known((kind,))
        with self._lock:
            self._asked.setdefault(title, []).extend([Fault(kind, seconds, retry_after, status)] * times)

    def schedule(
        self,
        share: float,
        kinds: Iterable[str] = WEATHER,
        *,
        direction: str = "both",
        only: Iterable[str] = (),
        seed: int = 1,
        seconds: float = 0.5,
        retry_after: int = 1,
    ) -> None:
        """Let a share of everything (or `only` of some titles) go wrong from now on; share 0 is fine weather."""
        if not 0 <= share <= 1:
            raise ValueError(f"share is a part of one, not {share}")
        with self._lock:
            self._count.clear()
            self.weather = Weather(share, _known(kinds), direction, tuple(only), seed, seconds, retry_after)

    def clear(self) -> None:
        """Nothing more goes wrong."""
        with self._lock:
            self._asked.clear()
            self.weather = Weather(0.0)

    def draw(self, direction: str, title: str) -> Fault | None:
        """The fault of this call, if it has one; from_app or to_app."""
        with self._lock:
            for name in (title, "*"):
                for fault in self._asked.get(name, ()):
                    if fault.kind in _possible(direction):
                        self._asked[name].remove(fault)
                        return fault
            return self._from_weather(direction, title) if self.weather.share else None

    def _from_weather(self, direction: str, title: str) -> Fault | None:
        weather = self.weather
        kinds = [kind for kind in weather.kinds if kind in _possible(direction)]
        if weather.direction not in (direction, "both") or (weather.only and title not in weather.only) or not kinds:
            return None
        # Drawn from the seed and the how-many-eth call of this title, so that threads in another order change nothing.
        self._count[title] += 1
        digest = hashlib.sha256(f"{weather.seed} {direction} {title} {self._count[title]}".encode()).digest()
        if int.from_bytes(digest[:8]) / 2**64 >= weather.share:
            return None
        kind = kinds[int.from_bytes(digest[8:16]) % len(kinds)]
        return Fault(kind, weather.seconds, weather.retry_after)


def _possible(direction: str) -> dict[str, str]:
    return FROM_APP if direction == "from_app" else TO_APP


def _known(kinds: Iterable[str]) -> tuple[str, ...]:
    listed = tuple(kinds)
    unknown = [kind for kind in listed if kind not in KINDS]
    if unknown:
        raise ValueError(f"no such fault: {', '.join(unknown)}; there are {', '.join(KINDS)}")
    return listed
