"""Taking back and putting back, whatever the kind of record: what was taken back last is known, and can come back."""

from datetime import datetime

from assistant import records
from assistant.business.moves import Turn
from assistant.business.partnerships import turn
from assistant.business.steps import find, matter_for
from assistant.buttons import Button
from assistant.errors import AnswerRefused, Gone, Refused
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import IntroductionId, PartnershipId
from assistant.introductions import answers
from assistant.introductions.moves import MADE
from assistant.introductions.record import Origin, Stage
from assistant.ledger import Ledger
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

_CALLED_OFF = "called off"  # no sentence that is kept reads so: each begins with its command, or a space
NOTHING = "There is nothing to take back: you have nothing noted."
STAYED = (
    "I don't know any more what you wrote down last, so nothing was changed. “show everything I noted” lists what "
    "there is, each with its buttons."
)


def take_back(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Undo the record; again is the same. Raises Gone for what is not there or not theirs, Refused where it is late."""
    after = records.take_back(record, by, ledger, now)
    ledger.journal.took_back(by.person.id, record, now)
    return after


def make_way(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """Undo the record for another in its place, as its messages show; it can be put back, which takes back the other
    one as soon as `Journal.replaced` names it. Raises Gone, Refused.
    """
    keep_up(take_back(record, by, ledger, now), by.person, ledger, now)


def unless_some_stayed(nothing: str, by: Speaker, ledger: Ledger) -> str:
    """That nothing is noted; not where there is, as what others confirmed is after everything else was forgotten."""
    return STAYED if ledger.journal.standing(by.person.id, records.KINDS, 1) else nothing


def put_back(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Put back what was taken back; again is the same. What stands in its place is taken back for it, and the other way
    round when that is put back. Raises Gone, or Refused for what others know of already.
    """
    instead = ledger.journal.in_place_of(by.person.id, record)
    swapped = instead is not None and records.stands(instead, by, ledger)
    if instead and swapped:
        make_way(instead, by, ledger, now)
    after = records.put_back(record, by, ledger, now)
    ledger.journal.put_back(by.person.id, record)
    if instead and swapped:
        ledger.journal.replaced(by.person.id, instead, record)
    return after


def put_back_last(by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Put back what was taken back last. Raises Refused when there is nothing, or it cannot be put back."""
    record = ledger.journal.last_taken_back(by.person.id)
    if record is None:
        raise Refused("There is nothing to put back: you have taken nothing back.")
    return put_back(record, by, ledger, now)


def call_off(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Say that it is off: what was so far was so and is over, anything else is undone. Raises Gone, Refused."""
    if not is_over_when_off(record, by, ledger):
        return take_back(record, by, ledger, now)
    if record.subject is Subject.PARTNERSHIP:
        return matter_for(turn(Turn.END, record.id, by, ledger, now), by.person.id)
    after = answers.pressed(Button.NOT_NEEDED, IntroductionId(record.id), by, ledger, now)
    if not isinstance(after, Matter):
        raise Gone(records.GONE)
    return after


def remember_called_off(record: Matter | None, by: Speaker, ledger: Ledger) -> None:
    """What was called off by its name just now; None for anything else that a correction did."""
    ledger.seen.remember(by.person.id, _CALLED_OFF, by.at, record.key if record else "")


def just_called_off(by: Speaker, ledger: Ledger) -> Matter | None:
    """What the speaker called off by its name a moment ago, and has written down nothing since: "undo that" means this.

    "Undo" after "undo" means the record before.
    """
    latest = next(iter(ledger.journal.latest(by.person.id, 1)), None)
    written = ledger.journal.written(by.person.id, latest) if latest else None
    since = min(records.FRESH, by.at - written) if written else records.FRESH
    record = Matter.of_key(ledger.seen.repeated(by.person.id, _CALLED_OFF, by.at, since) or "")
    return record if record and (_is_gone(record, by, ledger) or _is_over(record, ledger)) else None


def put_back_called_off(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """It holds again: what was over goes on, anything else is put back.

    Raises AnswerRefused where it cannot be: that is said once, and "undo" means the record before from then on.
    """
    remember_called_off(None, by, ledger)
    try:
        with ledger.attempt():
            if record.subject is Subject.PARTNERSHIP and not _is_gone(record, by, ledger):
                return matter_for(turn(Turn.RENEW, record.id, by, ledger, now), by.person.id)
            return put_back(record, by, ledger, now)
    except Refused as refusal:
        raise AnswerRefused(str(refusal)) from refusal


def _is_gone(record: Matter, by: Speaker, ledger: Ledger) -> bool:
    """Whether it is what the speaker took back last."""
    gone = ledger.journal.last_taken_back(by.person.id)
    return gone is not None and (gone.subject, gone.id) == (record.subject, record.id)


def _is_over(record: Matter, ledger: Ledger) -> bool:
    """Whether it was called off by ending it, and nobody has put it back since."""
    if record.subject is Subject.PARTNERSHIP:
        partnership = ledger.partnerships.get(PartnershipId(record.id))
        return partnership is not None and partnership.ended_on is not None
    if record.subject is Subject.INTRODUCTION:
        introduction = ledger.introductions.get(IntroductionId(record.id))
        return introduction is not None and introduction.stage is Stage.CLOSED
    return False


def is_over_when_off(record: Matter, by: Speaker, ledger: Ledger) -> bool:
    """Whether calling it off is another thing than undoing it: of a partnership that both agreed on, and of an
    introduction that was asked for and made.
    """
    if record.subject is Subject.PARTNERSHIP:
        found = find(record, ledger)
        return found is not None and (found.is_confirmed or found.author != by.person.id)
    if record.subject is Subject.INTRODUCTION:
        introduction = ledger.introductions.get(IntroductionId(record.id))
        return introduction is not None and introduction.origin is not Origin.LOGGED and introduction.stage in MADE
    return False


def just_undone(member: Person, ledger: Ledger) -> Matter | None:
    """What the member took back last, as long as they have noted nothing since: Home offers to put it back."""
    return ledger.journal.last_taken_back(member.id, since_written=True)
