"""From where a date is counted: the speaker's own clock, and whether it lies in the past or the future."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Direction(StrEnum):
    """Where a date lies that does not say so."""

    PAST = "past"
    FUTURE = "future"
    ANY = "any"  # the nearer one for a day of the year; the coming one for a weekday


@dataclass(frozen=True, slots=True)
class Now:
    """The speaker's own wall clock, and whether 3/4 is the third of April."""

    moment: datetime
    day_first: bool = True

    @property
    def today(self) -> date:
        """The speaker's own day."""
        return self.moment.date()

    @property
    def monday(self) -> date:
        """The day that this week began."""
        return monday_of(self.today)


def monday_of(day: date) -> date:
    """The Monday of that day's week."""
    return date.fromordinal(day.toordinal() - day.weekday())
