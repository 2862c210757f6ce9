"""Changing settings, and changing them back; whatever is chosen leaves some time in which something may be said."""

from dataclasses import replace
from datetime import datetime

from assistant.decent import hours_of, leaves_time
from assistant.errors import Gone, Refused
from assistant.facts import Person, Preferences
from assistant.following import show_home
from assistant.ids import ChangeId
from assistant.ledger import Ledger
from assistant.nudges.life import life_of
from assistant.nudges.policy import is_silent
from assistant.reply import Matter, Refusal, SettingsNoted, Subject
from assistant.settings.record import SettingsChange
from assistant.speaker import Speaker

GONE = "That change of settings isn't there any more."


def change(after: Preferences, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Choose it. Raises Refused for hours that leave no time at all."""
    before = ledger.preferences.of(by.person.id)
    if not leaves_time(hours_of(after, ledger.preferences.workspace())):
        raise Refused("These hours leave no time at all. To hear nothing unasked, say “stop nudges”.")
    made = ledger.preferences.change(by.person.id, before, after, by.at)
    _follow(before, after, by.person, ledger, now)
    matter = Matter(Subject.SETTINGS, made.id)
    ledger.journal.wrote(by.person.id, matter, by.at)
    return matter


def take_back(number: ChangeId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """What held before holds again; again is the same. Raises Gone, or Refused when it was changed since."""
    return _turn(own(number, by, ledger), True, by, ledger, now)


def put_back(number: ChangeId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """The change holds again; again is the same. Raises Gone, or Refused when it was changed since."""
    return _turn(own(number, by, ledger), False, by, ledger, now)


def stands(number: ChangeId, by: Speaker, ledger: Ledger) -> bool:
    """Whether it is there, was not taken back, and is still what holds."""
    found = ledger.preferences.changed(by.person.id, number)
    return found is not None and not found.undone and ledger.preferences.of(by.person.id) == found.after


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[SettingsNoted | Refusal, int]:
    """What was changed, and what holds now."""
    found = ledger.preferences.changed(member.id, ChangeId(matter.id))
    if found is None:
        return Refusal(GONE), 0
    return SettingsNoted(found, ledger.preferences.workspace()), found.version


def silent(member: Person, ledger: Ledger, now: datetime) -> bool:
    """Whether Wellmet says nothing of its own accord, since the last ones were ignored."""
    return is_silent(life_of(member, ledger, now), now)


def own(number: ChangeId, by: Speaker, ledger: Ledger) -> SettingsChange:
    """The speaker's own change. Raises Gone."""
    found = ledger.preferences.changed(by.person.id, number)
    if found is None:
        raise Gone(GONE)
    return found


def _turn(found: SettingsChange, undone: bool, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    matter = Matter(Subject.SETTINGS, found.id)
    if found.undone == undone:
        return matter
    held, holds = (found.after, found.before) if undone else (found.before, found.after)
    if ledger.preferences.of(by.person.id) != held:
        raise Refused("You have changed your settings since. Open Settings on Home to see what holds now.")
    ledger.preferences.turn(replace(found, undone=undone), holds)
    _follow(held, holds, by.person, ledger, now)
    return matter


def _follow(before: Preferences, after: Preferences, person: Person, ledger: Ledger, now: datetime) -> None:
    if before.shows_ties != after.shows_ties:
        ledger.ties.share(person.id, after.shows_ties)
    show_home(person, ledger, now)
