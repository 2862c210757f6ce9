"""When somebody may be spoken to unasked: their own working hours."""

from datetime import datetime, time, timedelta

from assistant.clock import local

FROM, UNTIL = time(9), time(17, 30)
"""Local working hours; a message that comes of itself arrives within them, Monday to Friday."""


def next_decent(instant: datetime, zone: str | None) -> datetime:
    """That moment if it is decent where the person is, else the next that is (UTC)."""
    there = local(instant, zone)
    if there.time() >= UNTIL:
        there = _at_start(there + timedelta(days=1))
    elif there.time() < FROM:
        there = _at_start(there)
    while there.weekday() >= 5:
        there = _at_start(there + timedelta(days=1))
    # Through the wall clock and back: on the day that the clocks change, nine o'clock is still nine o'clock.
    return there.astimezone(instant.tzinfo)


def _at_start(day: datetime) -> datetime:
    return day.replace(hour=FROM.hour, minute=FROM.minute, second=0, microsecond=0, fold=0)
