"""Setting right a change of settings by a sentence: "no, make it Friday", after "pause nudges until Thursday"."""

from dataclasses import replace
from datetime import datetime

from assistant import undoing
from assistant.errors import Refused
from assistant.ids import ChangeId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Setting
from assistant.reminders.moments import ahead
from assistant.reply import Matter
from assistant.settings import saying
from assistant.settings.changing import change, own
from assistant.settings.record import SettingsChange
from assistant.speaker import Speaker


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The same setting, with the day or hours said now: the first change is taken back. Raises Gone, Refused."""
    before = own(ChangeId(record.id), by, ledger)
    setting = _setting(before)
    when = ahead(frame.when, by.today) if frame.when else None
    said = Frame(Intent.SETTINGS, when=when, setting=setting, notes=frame.notes)
    if setting is None or not saying.says_how(said):
        raise Refused("Tell me until when, or which hours. You find all of your settings on Home.")
    undoing.make_way(record, by, ledger, now)
    return change(saying.chosen(said, ledger.preferences.of(by.person.id), by, now), by, ledger, now)


def _setting(made: SettingsChange) -> Setting | None:
    """What a sentence changed; None for what has neither day nor hours."""
    unchanged = replace(
        made.after, nudges_from=made.before.nudges_from, nudges_a_week=made.before.nudges_a_week,
        nudges_stopped=made.before.nudges_stopped, nudges_since=made.before.nudges_since,
    )  # fmt: skip
    if made.after.rests_until != made.before.rests_until or made.after.asks_a_month != made.before.asks_a_month:
        return Setting.DECLINE_INTROS
    if unchanged != made.after:
        return Setting.PAUSE_NUDGES
    return Setting.QUIET_HOURS if made.before != made.after else None
