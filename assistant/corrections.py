"""Taking back or setting right what was said before: "undo that", "no, it was Tuesday", "cancel my request"."""

from datetime import datetime

from assistant import records, undoing
from assistant.amending import amend
from assistant.errors import Refused
from assistant.following import keep_up
from assistant.ids import QuestionId
from assistant.introductions.moves import OPEN
from assistant.introductions.record import Origin, Verb
from assistant.introductions.steps import matter_for, step
from assistant.ledger import Ledger
from assistant.phrases.frame import Correction, Frame
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker


def correct(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Undo what was written down last, or set it right. Raises Refused when there is nothing to set right."""
    if frame.kind is Correction.CANCEL:
        last = records.last_standing(by, ledger)
        if last and last.subject is Subject.REMINDER and not frame.people:  # "cancel my reminder"
            return records.take_back(last, by, ledger, now)
        return withdraw_latest(by, ledger, now)
    if frame.kind is Correction.AMEND:
        last = records.last_standing(by, ledger)
        if last is None:
            raise Refused("There is nothing to set right: you have nothing noted.")
        changed = amend(last, frame, by, ledger, now, asked)
    elif frame.kind is Correction.RESTORE:
        changed = undoing.put_back_last(by, ledger, now)
    else:
        changed = undoing.take_back_last(by, ledger, now)
    keep_up(changed, by.person, ledger, now)
    return changed


def withdraw_latest(by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Take back the request that was made last and is still open. Raises Refused when there is none."""
    for one in ledger.introductions.of_requester(by.person.id, 20):
        if one.origin is Origin.REQUESTED and one.stage in OPEN:
            held = ledger.introductions.hold(one.id)
            if held and held.stage in OPEN:
                return matter_for(step(Verb.WITHDRAW, held, by.person, ledger, now), by.person.id)
    raise Refused("You have no open request to cancel. To take back the meeting noted last, say “undo that”.")
