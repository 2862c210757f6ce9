"""What the two may do with a referral and a partnership alike: say whether it is right, take it back, put it back."""

from dataclasses import replace
from datetime import datetime

from assistant.business.moves import Verb
from assistant.business.nudged import over, remind_of_end
from assistant.business.record import Partnership, Referral
from assistant.business.steps import find, held_partnership, held_referral, keep, say
from assistant.errors import Refused
from assistant.ledger import Ledger
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker


def confirm(matter: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Referral | Partnership:
    """The other side says that it is right. Raises Refused, Gone."""
    return _say(Verb.CONFIRM, matter, by, ledger, now)


def refuse(matter: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Referral | Partnership:
    """The other side says that it is not theirs; it stays the author's own note. Raises Refused, Gone."""
    return _say(Verb.REFUSE, matter, by, ledger, now)


def take_back(matter: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Referral | Partnership:
    """Undo it; again is the same. Raises Gone, or Refused for who did not write it down."""
    record = _own(matter, by, ledger)
    if record.undone_at:
        return record
    if isinstance(record, Referral):
        return keep(replace(record, undone_at=by.at), ledger, now)
    over(record, by, ledger, now)
    return keep(replace(record, undone_at=by.at), ledger, now)


def put_back(matter: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Referral | Partnership:
    """Put it back as it was; again is the same. Raises Gone, Refused."""
    record = _own(matter, by, ledger)
    if not record.undone_at:
        return record
    if isinstance(record, Referral):
        return keep(replace(record, undone_at=None), ledger, now)
    after = keep(replace(record, undone_at=None), ledger, now)
    remind_of_end(after, ledger, now)
    return after


def stands(matter: Matter, by: Speaker, ledger: Ledger) -> bool:
    """Whether the speaker's record is there and not taken back."""
    found = find(matter, ledger)
    return found is not None and found.author == by.person.id and not found.undone_at


def _held(matter: Matter, by: Speaker, ledger: Ledger) -> Referral | Partnership:
    if matter.subject is Subject.REFERRAL:
        return held_referral(matter.id, by.person.id, ledger)
    return held_partnership(matter.id, by.person.id, ledger)


def _own(matter: Matter, by: Speaker, ledger: Ledger) -> Referral | Partnership:
    """What somebody else wrote down can be set right or refused, not taken back."""
    record = _held(matter, by, ledger)
    if record.author != by.person.id:
        author = ledger.people.by_ids([record.author])[record.author]
        raise Refused(f"{author.name} wrote that down. If it isn't right, set it right; if it isn't yours, say so.")
    return record


def _say(verb: Verb, matter: Matter, by: Speaker, ledger: Ledger, now: datetime) -> Referral | Partnership:
    record = _held(matter, by, ledger)
    if isinstance(record, Referral):
        return say(verb, record, by, ledger, now)
    after = say(verb, record, by, ledger, now)
    remind_of_end(after, ledger, now)
    return after
