"""Taking back or setting right what was said before: "undo that", "no, it was Tuesday", "cancel my request"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant import records, undoing
from assistant.amending import amend
from assistant.errors import Refused
from assistant.following import keep_up
from assistant.ids import QuestionId
from assistant.ledger import Ledger
from assistant.phrases.en.calling_off import points_at_it
from assistant.phrases.frame import Correction, Frame, Record, Role, Which
from assistant.picking import ask_which, meant
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

NOTHING = "There is nothing to set right: you have nothing noted."
_CALLED_OFF = (Subject.REMINDER, Subject.INTRODUCTION, Subject.LISTING)  # what "cancel it" may be said of
_NONE = {
    Record.MEETING: "I find no such meeting. “search” with a name or a word finds what you noted.",
    Record.INTRODUCTION: "You have no such request open. “show my requests” lists those that are.",
    Record.REMINDER: "You have no such reminder. “show my reminders” lists those that are to come.",
    Record.OFFER: "You have no such offer noted. “show my offers” lists them.",
    Record.NEED: "You have no such need noted. “show my needs” lists them.",
    Record.THANKS: "I find no such thanks of yours. “search” with a name finds what you noted.",
    Record.REFERRAL: "I find no such referral. “search” with a name or the client finds what you noted.",
    Record.PARTNERSHIP: "You have no such partnership noted. “who am I partnered with?” lists them.",
    Record.RECOMMENDATION: "I find no such recommendation of yours. “search” with a name finds what you noted.",
    Record.SETTINGS: "There is no such change to take back. Settings on Home show what holds now.",
}


def correct(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Undo or set right what is meant: what the words name, or what was written down last; or ask which it is.

    Raises Refused when there is nothing that fits.
    """
    if frame.kind is Correction.RESTORE:
        changed = undoing.put_back_last(by, ledger, now)
    else:
        found = _meant(frame, by, ledger)
        if len(found) > 1 or (found and _doubtful(frame, found[0], by, ledger)):
            return ask_which(frame, _which(frame) or Which(), found, by, ledger, asked)
        changed = _done(frame, found[0], by, ledger, now, asked)
    keep_up(changed, by.person, ledger, now)
    return changed


def _meant(frame: Frame, by: Speaker, ledger: Ledger) -> Sequence[Matter]:
    """The records that may be meant, at least one. Raises Refused."""
    which = _which(frame)
    last = records.last_standing(by, ledger)
    if which is None or which == Which():
        if frame.kind is Correction.CANCEL and not (
            last and (last.subject in _CALLED_OFF or points_at_it(frame.notes))
        ):
            which = Which(Record.INTRODUCTION)
        elif last:
            return (last,)
        else:
            raise Refused(NOTHING if frame.kind is Correction.AMEND else undoing.NOTHING)
    found = meant(frame, which, by, ledger)
    if not found:
        raise Refused(_NONE[which.record or Record.INTRODUCTION])
    return found


def _which(frame: Frame) -> Which | None:
    """The record as it was named; who alone is named in what is called off was asked for."""
    named = frame.people.get(Role.WITH, ())
    if frame.which is None and frame.kind is Correction.CANCEL and named:
        return Which(Record.INTRODUCTION, tuple(one.means or one.text for one in named))
    return frame.which


def _doubtful(frame: Frame, record: Matter, by: Speaker, ledger: Ledger) -> bool:
    """A meeting is called off in a calendar; whether its note is to go is asked, unless it was written just now."""
    known = frame.which is not None and bool(frame.which.among)
    calendar = frame.kind is Correction.CANCEL and record.subject is Subject.MEETING and not known
    return calendar and records.last_standing(by, ledger) != record


def _done(frame: Frame, record: Matter, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    if frame.kind is Correction.AMEND:
        return amend(record, frame, by, ledger, now, asked)
    do = undoing.call_off if frame.kind is Correction.CANCEL else undoing.take_back
    return do(replace(record, side=""), by, ledger, now)
