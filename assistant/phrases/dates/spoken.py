"""What a date says before it is counted out: small shapes, so that the same words can be valued for past or future."""

from datetime import time
from typing import NamedTuple

from assistant.facts import Grain


class Clock(NamedTuple):
    """A time of the day; `sure` when morning or afternoon was said."""

    hour: int
    minute: int = 0
    grain: Grain = Grain.HOUR
    sure: bool = False

    def at(self, late: bool = False) -> time:
        """The time; a bare hour of the small ones is one of the afternoon, any before noon is `late` if so."""
        hour = self.hour
        if not self.sure and hour < 12 and (late or 1 <= hour <= 6):
            hour += 12
        return time(hour % 24, self.minute)


class Spoken(NamedTuple):
    """One moment as said. `kind` says how it is counted out (see values.py), the rest is what it needs for that."""

    kind: str
    n: int = 0
    unit: str = ""
    which: str = ""  # this, next, last; early, mid, end
    month: int = 0
    year: int = 0
    weekday: int | None = None
    part: str = ""
    clock: Clock | None = None
    until_clock: Clock | None = None
    other: "Spoken | None" = None  # the anchor of "a week before Friday", of "the week of 3 June"
    to: "Spoken | None" = None  # the far end of a range
    only: str = ""  # until, by, since, from: the one end that was said

    def but(self, **changed: object) -> "Spoken":
        """The same with some of it changed."""
        return self._replace(**changed)  # type: ignore[arg-type]
