"""Settings by sentence: pause, stop, resume nudges, hours, how many a week, whether to be asked for introductions."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.errors import Refused
from assistant.facts import Preferences
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Setting
from assistant.reply import Matter
from assistant.settings.changing import change
from assistant.settings.words import led_times, often, says_how, span, until
from assistant.speaker import Speaker

__all__ = ["chosen", "says_how", "settings"]

PAUSE = timedelta(days=7)  # for who does not say how long


def settings(frame: Frame, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Change what the sentence says. Raises Refused for what cannot be."""
    return change(chosen(frame, ledger.preferences.of(by.person.id), by, now), by, ledger, now)


def chosen(frame: Frame, present: Preferences, by: Speaker, now: datetime) -> Preferences:
    """The settings as the sentence wants them."""
    most, hours = often(frame), _hours(frame, present)
    match frame.setting:
        case Setting.PAUSE_NUDGES if most:
            return replace(present, nudges_a_week=most, nudges_stopped=False)
        case Setting.PAUSE_NUDGES | Setting.QUIET_HOURS if hours:
            return hours
        case Setting.PAUSE_NUDGES:
            return replace(present, nudges_from=until(frame, by) or by.today + PAUSE, nudges_stopped=False)
        case Setting.STOP_NUDGES:
            return replace(present, nudges_stopped=True, nudges_from=None)
        case Setting.RESUME_NUDGES:
            a_week = None if present.nudges_a_week == 0 else present.nudges_a_week
            return replace(present, nudges_stopped=False, nudges_from=None, nudges_a_week=a_week, nudges_since=now)
        case Setting.QUIET_HOURS:
            raise Refused("From when until when? Say it like this: “quiet hours from 6pm to 9am”.")
        case Setting.DECLINE_INTROS:
            rest = until(frame, by)
            return replace(present, rests_until=rest) if rest else replace(present, asks_a_month=0)
        case Setting.ACCEPT_INTROS:
            asks = None if present.asks_a_month == 0 else present.asks_a_month
            return replace(present, rests_until=None, asks_a_month=asks)
        case _:
            raise Refused("Which setting? You find all of them on Home, under Settings.")


def _hours(frame: Frame, present: Preferences) -> Preferences | None:
    """Hours of the day, if the words say some: a span, or before or after what."""
    quiet, led = span(frame), dict(led_times(frame))
    if quiet:
        return replace(present, quiet_from=quiet[0], quiet_until=quiet[1])
    if "before" in led or "after" in led:
        return replace(
            present,
            hours_from=led["before"][0] if "before" in led else present.hours_from,
            hours_until=led["after"][0] if "after" in led else present.hours_until,
        )
    return None
