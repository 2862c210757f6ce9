"""Setting right a change of settings by a sentence: "no, make it Friday", after "pause nudges until Thursday".

Only what was set is changed: quiet hours stay quiet hours, and the end of them that was not spoken of stays as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time

from assistant import undoing
from assistant.errors import Refused
from assistant.facts import Preferences
from assistant.ids import ChangeId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame
from assistant.reminders.moments import is_time_alone, to_come
from assistant.reply import Matter
from assistant.settings.changing import change, own
from assistant.settings.record import SettingsChange
from assistant.settings.words import led_times, often, span, until
from assistant.speaker import Speaker

_Ends = tuple[time | None, time | None]
_Fit = Callable[[SettingsChange, Frame, Speaker], Preferences | None]
_DAY = 24 * 60  # minutes
# Which end of them is meant by the word in front of a time: "no messages before 10" are hours that begin at 10.
_QUIET = {"after": 0, "past": 0, "from": 0, "before": 1, "until": 1, "till": 1, "til": 1}
_HOURS = {"before": 0, "after": 1, "past": 1}
_ON_HOME = "Tell me until when, or which hours. You find all of your settings on Home."


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The same setting, with the day, hours or number said now: the first change is taken back.

    Raises Gone, and Refused for what is not of the setting that was changed.
    """
    before = own(ChangeId(record.id), by, ledger)
    after = _set_right(before, frame, by)
    undoing.make_way(record, by, ledger, now)
    return change(after, by, ledger, now)


def _set_right(made: SettingsChange, frame: Frame, by: Speaker) -> Preferences:
    """What was chosen, with what is said now in its place. Raises Refused with how to say it."""
    ways = list(_set(made.before, made.after))
    for fit, _ in ways:
        after = fit(made, frame, by)
        if after:
            return after
    raise Refused(f"Nothing is changed. {ways[0][1]}" if ways else _ON_HOME)


def _set(before: Preferences, after: Preferences) -> Iterator[tuple[_Fit, str]]:
    """What was set: how words are read for it, and how it is said."""
    if before.nudges_a_week != after.nudges_a_week:
        yield _often, "What you set is how often I nudge you: say it like “no, twice a week”."
    if (before.nudges_from, before.nudges_stopped) != (after.nudges_from, after.nudges_stopped):
        yield _pause, "What you set is a pause: say until which day, like “no, until Friday”."
    if (before.rests_until, before.asks_a_month) != (after.rests_until, after.asks_a_month):
        yield _rest, "What you set is a rest from requests: say until which day, like “no, until Friday”."
    if _quiet_of(before) != _quiet_of(after):
        yield _quiet, "What you set is quiet hours: say when they begin or end, like “no, from 7pm” or “no, until 8am”."
    if _hours_of(before) != _hours_of(after):
        yield _hours, "What you set is your hours: say it like “no, before 10am” or “no, after 6pm”."


def _often(made: SettingsChange, frame: Frame, by: Speaker) -> Preferences | None:
    most = often(frame)
    return replace(made.after, nudges_a_week=most, nudges_stopped=False) if most else None


def _pause(made: SettingsChange, frame: Frame, by: Speaker) -> Preferences | None:
    day = None if is_time_alone(frame, by) else until(replace(frame, when=to_come(frame, by)), by)
    return replace(made.after, nudges_from=day, nudges_stopped=False) if day else None


def _rest(made: SettingsChange, frame: Frame, by: Speaker) -> Preferences | None:
    day = None if is_time_alone(frame, by) else until(replace(frame, when=to_come(frame, by)), by)
    return replace(made.after, rests_until=day, asks_a_month=made.before.asks_a_month) if day else None


def _quiet(made: SettingsChange, frame: Frame, by: Speaker) -> Preferences | None:
    start, end = span(frame) or _with_times(frame, by, _quiet_of(made.after), _QUIET)
    return replace(made.after, quiet_from=start, quiet_until=end) if (start, end) != _quiet_of(made.after) else None


def _hours(made: SettingsChange, frame: Frame, by: Speaker) -> Preferences | None:
    if span(frame):
        return None
    before, after = _hours_of(made.before), _hours_of(made.after)
    changed = tuple(new if new != old else None for old, new in zip(before, after, strict=True))
    fresh = _with_times(frame, by, (changed[0], changed[1]), _HOURS)
    if fresh == changed:
        return None
    # The end that is spoken of stands in the place of the one that was: "no messages before 10" – "no, after 6".
    said = [new != old for new, old in zip(fresh, changed, strict=True)]
    kept = before if not any(yes and old for yes, old in zip(said, changed, strict=True)) else after
    start, end = (new if yes else old for new, yes, old in zip(fresh, said, kept, strict=True))
    return replace(made.after, hours_from=start, hours_until=end)


def _with_times(frame: Frame, by: Speaker, ends: _Ends, leads: dict[str, int]) -> _Ends:
    """The ends with each time said in the place of the one it is meant for, or else of the one that it is nearer to."""
    said = list(led_times(frame))
    when = frame.when
    at = (when.at or when.until) if when and is_time_alone(frame, by) else None
    for lead, readings in said or ([("", (at,))] if at else []):
        where = [leads[lead]] if lead in leads else [nth for nth, end in enumerate(ends) if end]
        choices = [(_apart(one, ends[nth]), nth, one) for nth in where for one in readings]
        if choices:
            _, nth, one = min(choices)
            ends = (one, ends[1]) if nth == 0 else (ends[0], one)
    return ends


def _apart(one: time, other: time | None) -> int:
    """Minutes between two times of the day, whichever way round is shorter."""
    if other is None:
        return 0
    minutes = abs((one.hour - other.hour) * 60 + one.minute - other.minute)
    return min(minutes, _DAY - minutes)


def _quiet_of(chosen: Preferences) -> _Ends:
    return chosen.quiet_from, chosen.quiet_until


def _hours_of(chosen: Preferences) -> _Ends:
    return chosen.hours_from, chosen.hours_until
