"""Calling off a setting by its name: "cancel my pause" is of the pause, whatever else was changed since."""

import re

from assistant import records
from assistant.errors import Refused
from assistant.facts import Preferences
from assistant.ids import ChangeId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Setting
from assistant.reply import Subject
from assistant.settings.record import SettingsChange
from assistant.speaker import Speaker

_PAUSE = re.compile(r"\bpause\b", re.IGNORECASE)
_QUIET = re.compile(r"\bquiet\s+hours\b", re.IGNORECASE)
NO_PAUSE = "There is no such change to take back: nudges aren’t paused. Settings on Home show what holds now."
OTHERS = (
    "Your quiet hours aren’t what you changed last, so nothing was changed. Empty them in Settings, which you find on "
    "Home."
)


def called_off(text: str, by: Speaker, ledger: Ledger) -> Frame | None:
    """What ends the pause, where something else was changed since; None where the last change is the one meant.

    Raises Refused where there is no pause, or no sentence that ends the setting.
    """
    last = _last(by, ledger)
    if _PAUSE.search(text) and not any(_paused(ledger.preferences.of(by.person.id))):
        raise Refused(NO_PAUSE)
    if _PAUSE.search(text) and not (last and _paused(last.before) != _paused(last.after)):
        return Frame(Intent.SETTINGS, setting=Setting.RESUME_NUDGES, notes="resume nudges")
    if _QUIET.search(text) and not (last and _quiet(last.before) != _quiet(last.after)):
        raise Refused(OTHERS)
    return None


def _last(by: Speaker, ledger: Ledger) -> SettingsChange | None:
    """The change of settings that holds, and so can be taken back."""
    latest = ledger.journal.latest(by.person.id, records.LOOKED_THROUGH)
    standing = (one for one in latest if one.subject is Subject.SETTINGS and records.stands(one, by, ledger))
    last = next(standing, None)
    return ledger.preferences.changed(by.person.id, ChangeId(last.id)) if last else None


def _paused(chosen: Preferences) -> tuple[object, ...]:
    return chosen.nudges_from, chosen.nudges_stopped


def _quiet(chosen: Preferences) -> tuple[object, ...]:
    return chosen.quiet_from, chosen.quiet_until
