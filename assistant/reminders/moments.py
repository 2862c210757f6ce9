"""When a reminder comes: from what was said to a day, and to a clock time where one was said or had to be assumed."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from assistant.errors import Refused
from assistant.facts import Grain, When
from assistant.phrases import dates
from assistant.phrases.dates import Direction, Now
from assistant.phrases.dates.counting import days_on
from assistant.phrases.en.setting_right import is_part_alone
from assistant.phrases.frame import Every, Frame
from assistant.reminders.record import Assumed
from assistant.speaker import Speaker

# Where somebody means an hour and says none. The morning needs none: that is when a day's reminders come.
_PARTS = {"noon": time(12), "midday": time(12), "lunchtime": time(12, 30), "afternoon": time(14), "evening": time(18),
          "tonight": time(19), "night": time(20)}  # fmt: skip
_LONG = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
SOON = timedelta(hours=1)  # "today", without an hour
PAST = "That moment has passed already. Tell me a day or a time that is still to come."
_A_DAY = timedelta(days=1)


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


def to_come(frame: Frame, by: Speaker) -> When | None:
    """The moment of a correction as one that is to come; what is set right may have been read as past."""
    spoken = _spoken(frame, by)
    return spoken.when if spoken else frame.when


def set_right(frame: Frame, day: date, at: time | None, by: Speaker) -> Moment | None:
    """Day and time with what was said anew in its place: "3pm" leaves the day as it is, and "Thursday" the time.

    "Make it 8", of what came at 7 in the evening, is 8 in the evening. None if no moment was said, or none that is a
    day. Raises Refused for what has passed.
    """
    when = to_come(frame, by)
    if when is None:
        return None
    if is_time_alone(frame, by):
        when = replace(when, start=max(day, when.start or day), at=_near(when.at or when.until, at, frame, by))
    elif at and when.at is None and when.grain is not Grain.PART:
        on = when.start or when.end
        when = replace(when, at=at) if on != by.today or at > by.clock.time() else when
    return moment_of(when, by.clock)


def kept(at: time | None, assumed: Collection[Assumed]) -> time | None:
    """The time that stays on another day: the one that was said, or meant by the part of the day that was."""
    return at if Assumed.TIME not in assumed or at in _PARTS.values() else None


def beside_what_stood(before: When, frame: Frame, by: Speaker) -> When | None:
    """The moment of a correction, of what has been: an hour without a day leaves the day that stood, and a day the
    hour, unless that is still ahead. Raises Refused for an hour where no single day stood.
    """
    if frame.when is None:
        return None
    if not is_time_alone(frame, by):
        return _at_time_of(before, frame.when, by)
    if before.start is None or before.grain in _LONG:
        raise Refused("On which day was that? Say it with the hour, like “no, it was Friday at 5”.")
    return replace(frame.when, start=before.start, end=before.start if frame.when.end else None)


def _at_time_of(before: When, said: When, by: Speaker) -> When:
    """The day said, with the hour or part of the day that stood."""
    day, timed = said.start, before.grain in (Grain.MINUTE, Grain.HOUR, Grain.PART)
    if said.grain is not Grain.DAY or day is None or before.start is None or not timed:
        return said
    if before.at and datetime.combine(day, before.at) > by.clock:
        return said
    return replace(before, start=day, end=day + (before.end - before.start) if before.end else None)


def _near(said: time | None, before: time | None, frame: Frame, by: Speaker) -> time | None:
    """The time said; where morning or afternoon was not, and a time stood, the one of the two that is nearer to it."""
    spoken = _spoken(frame, by)
    if said is None or before is None or spoken is None or spoken.is_sure:
        return said
    readings = (said.replace(hour=said.hour % 12), said.replace(hour=said.hour % 12 + 12))
    return min(readings, key=lambda one: abs(_minutes(one) - _minutes(before)))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def is_time_alone(frame: Frame, by: Speaker) -> bool:
    """Whether a clock time or "in the morning" was said, and no day."""
    spoken = _spoken(frame, by)
    return spoken is not None and spoken.is_time_alone


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A moment as its words say it."""

    when: When
    is_time_alone: bool
    is_sure: bool  # morning or afternoon was said, or an hour that there is once a day


def _spoken(frame: Frame, by: Speaker) -> _Spoken | None:
    """The frame's moment as its words say it; None where they say none."""
    now = Now(by.clock, by.day_first)
    for said in dates.said_in(frame.notes, by.day_first):
        coming = dates.valued(said, now, Direction.FUTURE)
        past = dates.valued(said, now, Direction.PAST)
        if coming and frame.when in (coming.when, past.when if past else None):
            clock = said.said.clock
            once = clock is None or clock.sure or not 0 < clock.hour < 12
            alone = said.said.kind == "clock" or is_part_alone(frame.notes[said.start : said.end])
            return _Spoken(coming.when, alone, once)
    return None


def after(day: date, every: Every) -> date:
    """One period later. Raises Refused for periods that no calendar holds."""
    found = days_on(day, every.n, every.unit) if 0 < every.n < 1_000 else None
    if found is None:
        raise Refused("That is no rhythm I can keep. Say it in days, weeks, months or years.")
    return found


def next_of(every: Every, since: date, last_met: date | None, today: date) -> date:
    """When a rhythm comes next: one period after they last met, tomorrow at the earliest."""
    return max(after(max(since, last_met or since), every), today + _A_DAY)
