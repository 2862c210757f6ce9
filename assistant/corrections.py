"""Taking back or setting right what was said before: "undo that", "no, it was Tuesday", "cancel my request"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from assistant import records, undoing
from assistant.amending import amend
from assistant.errors import Refused
from assistant.following import keep_up
from assistant.ids import QuestionId
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.dates import Direction, Now
from assistant.phrases.en.calling_off import is_undo_alone, moves, points_at_it, takes_several, takes_something
from assistant.phrases.en.nothing_else import takes_back
from assistant.phrases.en.setting_right import FIRMLY
from assistant.phrases.frame import Correction, Frame, Intent, Record, Role, Which
from assistant.phrases.frame import Subject as FrameSubject
from assistant.picking import ask_which, is_a, meant
from assistant.plainly import bare, in_line
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

NOTHING = "There is nothing to set right: you have nothing noted."
ONE_BY_ONE = (
    "I take back one thing at a time, so nothing was changed. Name it: “delete the meeting with Tom”, “cancel my "
    "request for Sam”. “show everything I noted” lists all, each with its buttons. “forget everything” erases more: "
    "all that is yours, for good."
)
HOW = (
    "I didn't understand what to set right, so nothing was changed. Say what holds instead: “no, it was Tuesday”, “no, "
    "with Ana”, “no, at the harbour”, “no, it was about maps”; or press Edit or Change. “undo” takes back the whole."
)
NOTHING_SUCH = (
    "I find nothing of yours that fits, so nothing was changed. What you noted here is cancelled by its name: “cancel "
    "my reminder about Tom”, “cancel my request for Sam”. “show everything I noted” lists it."
)
_NEEDLESS = (Record.REMINDER, Record.INTRODUCTION, Record.NEED)  # what one may need no longer; nobody needs an offer
_COMING = timedelta(days=7)  # a weekday that may be ahead is no farther
_NONE = {
    Record.MEETING: "I find no such meeting. “search” with a name or a word finds what you noted.",
    Record.INTRODUCTION: "I find no such introduction, and no such open request. “show my requests” lists them.",
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
    called_off = undoing.just_called_off(by, ledger) if _is_undo_alone(frame) else None
    if frame.kind is Correction.RESTORE:
        changed = undoing.put_back_last(by, ledger, now)
    elif called_off:
        changed = undoing.put_back_called_off(called_off, by, ledger, now)
    else:
        found = _meant(frame, by, ledger)
        if len(found) > 1 or (found and _doubtful(frame, found[0], by, ledger)):
            return ask_which(frame, _which(frame) or Which(), found, by, ledger, asked)
        changed = _done(frame, found[0], by, ledger, now, asked)
        named = frame.kind is not Correction.AMEND and not _is_undo_alone(frame)
        undoing.remember_called_off(found[0] if named else None, by, ledger)
    keep_up(changed, by.person, ledger, now)
    return changed


def refuse_unfit(frame: Frame, words: str, by: Speaker, ledger: Ledger) -> None:
    """Raises Refused where more than one thing would go, or nothing of the speaker's: neither is asked about."""
    takes = frame.intent is Intent.CORRECT and frame.kind in (Correction.CANCEL, Correction.UNDO)
    text = bare(words)
    changes = frame.intent not in (Intent.RECALL, Intent.SHOW, Intent.FORGET)
    if takes_several(text) and (changes or frame.subject is FrameSubject.EVERYTHING):
        raise Refused(ONE_BY_ONE)
    if not takes or _is_undo_alone(frame):
        return
    if _which(frame) in (None, Which()) and takes_something(text) and not takes_back(text):
        raise Refused(NOTHING_SUCH)
    _meant(frame, by, ledger)


def how_to(words: str, by: Speaker, ledger: Ledger) -> str:
    """How a record is set right, for words that begin like a correction of what was just written down; else ""."""
    last = records.last_standing(by, ledger)
    fresh = last is not None and records.is_fresh(last, by, ledger)
    return HOW if fresh and FIRMLY.match(in_line(words)) else ""


def _meant(frame: Frame, by: Speaker, ledger: Ledger) -> Sequence[Matter]:
    """The records that may be meant, at least one. Raises Refused."""
    which = _which(frame)
    last = records.last_standing(by, ledger)
    if which is None or which == Which():
        if frame.kind is Correction.CANCEL and not (
            last and (points_at_it(frame.notes) or any(is_a(one, last, ledger) for one in _NEEDLESS))
        ):
            which = Which(Record.INTRODUCTION)
        elif last:
            return (last,)
        else:
            nothing = NOTHING if frame.kind is Correction.AMEND else undoing.NOTHING
            raise Refused(undoing.unless_some_stayed(nothing, by, ledger))
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
    """Whether to show the record, and wait for a yes; never where a thread or an answer says which it is.

    What no name tells of was written down a moment ago, or it is asked, as is "a meeting", which may be any; "undo"
    alone means the last one at any time. A meeting is called off or moved in a calendar: whether its note is to go, or
    to have that day, is asked, too.
    """
    which = frame.which or Which()
    if which.among:
        return False
    if which.some and not which.about and which.when is None:
        return True
    fresh = records.is_fresh(record, by, ledger)
    if record.subject is Subject.MEETING and frame.kind is Correction.CANCEL:
        return not fresh or records.last_standing(by, ledger) != record
    if record.subject is Subject.MEETING and _may_be_ahead(frame, by):
        return True
    if _which(frame) not in (None, Which()) or _is_undo_alone(frame):
        return False
    # "Take that back", right after something was called off, may as well be said of that.
    return not fresh or (frame.kind is Correction.UNDO and undoing.just_called_off(by, ledger) is not None)


def _is_undo_alone(frame: Frame) -> bool:
    """Whether it is "undo" and nothing more, outside the thread of a record."""
    return frame.kind is Correction.UNDO and frame.which in (None, Which()) and is_undo_alone(frame.notes or "undo")


def _may_be_ahead(frame: Frame, by: Speaker) -> bool:
    """Whether the day may be one that is to come: "move my meeting with Tom to Friday"."""
    named = frame.which is not None and frame.which.record is Record.MEETING
    if frame.when is None or not (named or moves(frame.notes)):
        return False
    days = (one.when.start for one in dates.find(frame.notes, Now(by.clock, by.day_first), Direction.FUTURE))
    return any(day is not None and by.today < day <= by.today + _COMING for day in days)


def _done(frame: Frame, record: Matter, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    if frame.kind is Correction.AMEND:
        return amend(record, frame, by, ledger, now, asked)
    do = undoing.call_off if frame.kind is Correction.CANCEL else undoing.take_back
    return do(replace(record, side=""), by, ledger, now)
