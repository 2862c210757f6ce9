"""When somebody may be spoken to unasked: within their own working hours, outside of their quiet ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from assistant.clock import local, zone_of
from assistant.facts import Preferences, WorkspaceSettings


@dataclass(frozen=True, slots=True)
class Hours:
    """A week on somebody's own wall clock; the quiet hours may pass midnight."""

    start: time = time(9)
    end: time = time(17, 30)  # the first moment that is too late
    days: tuple[int, ...] = (0, 1, 2, 3, 4)  # Monday is 0
    quiet: tuple[time, time] | None = None  # from, until


OFFICE = Hours()
"""What holds where nobody chose: the office hours that calendars begin with, Monday to Friday."""

_DAYS_AHEAD = 8  # a week and today again: whoever has one decent day has it within them


def hours_of(chosen: Preferences, settings: WorkspaceSettings) -> Hours:
    """The member's own choice, and the workspace's where they made none."""
    quiet = (chosen.quiet_from, chosen.quiet_until)
    return Hours(
        chosen.hours_from or settings.hours_from,
        chosen.hours_until or settings.hours_until,
        chosen.days or settings.days,
        (quiet[0], quiet[1]) if quiet[0] and quiet[1] and quiet[0] != quiet[1] else None,
    )


def is_decent(instant: datetime, zone: str | None, hours: Hours = OFFICE) -> bool:
    """Whether that moment lies within the hours, on the wall clock of whoever lives in `zone`."""
    there = local(instant, zone)
    return there.weekday() in hours.days and any(start <= there.time() < end for start, end in _windows(hours))


def next_decent(instant: datetime, zone: str | None, hours: Hours = OFFICE) -> datetime:
    """That moment if it is decent where the person is, else the next that is (UTC)."""
    if is_decent(instant, zone, hours):
        return instant
    return next((start for start in _starts(instant, zone, hours) if start > instant), _some_time(instant, zone, hours))


def next_morning(instant: datetime, zone: str | None, hours: Hours = OFFICE) -> datetime:
    """The first start of a decent day that is not before that moment (UTC): what is due within a day comes together."""
    seen: set[date] = set()
    for start in _starts(instant, zone, hours):
        day = local(start, zone).date()
        if day not in seen and start >= instant:
            return start
        seen.add(day)
    return _some_time(instant, zone, hours)


def leaves_time(hours: Hours) -> bool:
    """Whether there is any decent moment in such a week."""
    return bool(hours.days) and any(True for _ in _windows(hours))


def _windows(hours: Hours) -> Iterator[tuple[time, time]]:
    """The spans of a day that are left when the quiet hours are taken out of the working hours."""
    if hours.quiet is None:
        quiet: list[tuple[time, time]] = []
    elif hours.quiet[0] < hours.quiet[1]:
        quiet = [hours.quiet]
    else:
        quiet = [(time.min, hours.quiet[1]), (hours.quiet[0], time.max)]
    edges = sorted({hours.start, hours.end, *(edge for span in quiet for edge in span)})
    for start, end in pairwise(edges):
        if hours.start <= start and end <= hours.end and not any(a <= start and end <= b for a, b in quiet):
            yield start, end


def _starts(instant: datetime, zone: str | None, hours: Hours) -> Iterator[datetime]:
    """The beginnings of decent spans from that day on, in order (UTC)."""
    today = local(instant, zone).date()
    for ahead in range(_DAYS_AHEAD + 1):
        day = today + timedelta(days=ahead)
        for start, _ in _windows(hours):
            # Through the wall clock and back: on the day that the clocks change, nine o'clock is still nine o'clock.
            moment = datetime.combine(day, start, zone_of(zone)).astimezone(instant.tzinfo)
            if is_decent(moment, zone, hours):  # not so in the hour that is left out when the clocks go forward
                yield moment


def _some_time(instant: datetime, zone: str | None, hours: Hours) -> datetime:
    """Quiet hours that leave nothing of the working hours (these may have changed since): the moment they end."""
    end = hours.quiet[1] if hours.quiet else hours.start
    tomorrow = local(instant, zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, end, zone_of(zone)).astimezone(instant.tzinfo)
