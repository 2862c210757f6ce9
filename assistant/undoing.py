"""Taking back and putting back, whatever the kind of record: what was taken back last is known, and can come back."""

from datetime import datetime

from assistant import records
from assistant.errors import Refused
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.reply import Matter
from assistant.speaker import Speaker

NOTHING = "There is nothing to take back: you have nothing noted."


def take_back(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Undo the record; again is the same. Raises Gone for what is not there or not theirs, Refused where it is late."""
    after = records.take_back(record, by, ledger, now)
    ledger.journal.took_back(by.person.id, record, now)
    return after


def take_back_last(by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Undo what was written down last and still stands. Raises Refused when there is nothing."""
    record = records.last_standing(by, ledger)
    if record is None:
        raise Refused(NOTHING)
    return take_back(record, by, ledger, now)


def put_back(record: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Put back what was taken back; again is the same. Raises Gone, or Refused for what others know of already."""
    after = records.put_back(record, by, ledger, now)
    ledger.journal.put_back(by.person.id, record)
    return after


def put_back_last(by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Put back what was taken back last. Raises Refused when there is nothing, or it cannot be put back."""
    record = ledger.journal.last_taken_back(by.person.id)
    if record is None:
        raise Refused("There is nothing to put back: you have taken nothing back.")
    return put_back(record, by, ledger, now)


def just_undone(member: Person, ledger: Ledger) -> Matter | None:
    """What the member took back last, as long as they have noted nothing since: Home offers to put it back."""
    return ledger.journal.last_taken_back(member.id, since_written=True)
