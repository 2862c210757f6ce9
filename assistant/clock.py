"""The time, passed in: nothing in the house reads the wall clock itself."""

from datetime import UTC, date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Clock(Protocol):
    """Tells the present moment, in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


# Written out, so that nothing depends on the locale of the machine.
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def short_day(day: date) -> str:
    """ "Mon 23 Nov"."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]}"


def zone_of(name: str | None) -> ZoneInfo:
    """The zone called `name`; UTC for a name that no zone has (profiles may carry any)."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local(instant: datetime, zone: str | None) -> datetime:
    """The wall clock of somebody in `zone` at that instant."""
    return instant.astimezone(zone_of(zone))


def noon(day: date, zone: str | None) -> datetime:
    """The instant, in UTC, that stands for a whole day of somebody in `zone`."""
    return datetime.combine(day, time(12), zone_of(zone)).astimezone(UTC)


def today(instant: datetime, zone: str | None) -> date:
    """The calendar day of somebody in `zone` at that instant."""
    return local(instant, zone).date()
