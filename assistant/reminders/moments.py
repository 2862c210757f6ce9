"""When a reminder comes: from what was said to a day, and to a clock time where one was said or had to be assumed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from assistant.errors import Refused
from assistant.facts import Grain, When
from assistant.phrases.dates.counting import days_on
from assistant.phrases.frame import Every
from assistant.reminders.record import Assumed

# Where somebody means an hour and says none. The morning needs none: that is when a day's reminders come.
_PARTS = {"noon": time(12), "midday": time(12), "lunchtime": time(12, 30), "afternoon": time(14), "evening": time(18),
          "tonight": time(19), "night": time(20)}  # fmt: skip
_LONG = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
SOON = timedelta(hours=1)  # "today", without an hour
PAST = "That moment has passed already. Tell me a day or a time that is still to come."
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in the owner's own calendar, with a clock time if it is to be kept."""

    day: date
    at: time | None = None
    assumed: frozenset[Assumed] = frozenset()


def moment_of(when: When | None, clock: datetime) -> Moment | None:
    """When it comes; None if no day was said. `clock` is the owner's wall clock. Raises Refused for what has passed."""
    day = (when.start or when.end) if when else None
    if when is None or day is None:
        return None
    assumed = {Assumed.DAY} if when.start and when.grain in _LONG else set()
    today = clock.date()
    if day < today and when.end and when.end > today:
        day = today + _A_DAY  # "this week": what is left of it begins tomorrow
    at = when.at
    if at is None and when.grain is Grain.PART and when.part in _PARTS:
        at, assumed = _PARTS[when.part], assumed | {Assumed.TIME}
    if at is None and day == today:
        soon = clock + SOON
        if soon.date() > today:
            return Moment(today + _A_DAY, None, frozenset({Assumed.DAY}))
        at, assumed = time(soon.hour, soon.minute - soon.minute % 5), assumed | {Assumed.TIME}
    if day < today or (day == today and at and datetime.combine(day, at) <= clock):
        raise Refused(PAST)
    return Moment(day, at, frozenset(assumed))


def ahead(when: When, today: date) -> When:
    """What is set right is read as past, and this is to come: the weekday that was said is the next one."""
    day = when.start or when.end
    if day is None or not timedelta(0) < today - day < _A_WEEK:
        return when
    start, end = (each and each + _A_WEEK for each in (when.start, when.end))
    return replace(when, start=start, end=end)


def after(day: date, every: Every) -> date:
    """One period later. Raises Refused for periods that no calendar holds."""
    found = days_on(day, every.n, every.unit) if 0 < every.n < 1_000 else None
    if found is None:
        raise Refused("That is no rhythm I can keep. Say it in days, weeks, months or years.")
    return found


def next_of(every: Every, since: date, last_met: date | None, today: date) -> date:
    """When a rhythm comes next: one period after they last met, tomorrow at the earliest."""
    return max(after(max(since, last_met or since), every), today + _A_DAY)
