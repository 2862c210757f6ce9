"""What a correction says of the record that was spoken of last: "no, it was 450", "it wasn't Tom, it was Linn"."""

from dataclasses import replace

from assistant import picking, records
from assistant.business.record import State
from assistant.errors import Refused
from assistant.ids import ReferralId
from assistant.ledger import Ledger
from assistant.phrases.en.joining_in import joining_in
from assistant.phrases.en.outcomes import Became
from assistant.phrases.en.setting_right import Clear, SetRight
from assistant.phrases.frame import Correction, Frame, Intent, Record, Which
from assistant.phrases.understood import Surety, Understood
from assistant.reading_clarity import NOT_IT, denies, how_clear
from assistant.reading_several import several_or_one
from assistant.reading_told import Told
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.taking_out import with_more

_SETTLED = (State.WON, State.LOST)


def of_record(told: Told, which: Which | None, by: Speaker, ledger: Ledger) -> Understood | None:
    """What is said of the record that was spoken of last. Raises Refused."""
    frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, notes=told.text)
    matter, kind = record_of(which, by, ledger) or (None, None)
    if told.settled and kind is not Record.REFERRAL:
        return _of_some_referral(replace(frame, outcome=told.settled), by, ledger)
    if matter is None or kind is None:
        return None
    joined = joining_in(told.text)
    if joined:
        return with_more(joined, matter, by, ledger)
    if told.denied:
        if (which or records.is_fresh(matter, by, ledger)) and denies(told.denied, kind, by, ledger):
            raise Refused(NOT_IT)
        return None
    if told.became and kind is Record.REFERRAL:
        return _became(frame, told.became, matter, ledger)
    return _set_right(told.of_last, frame, matter, kind, by, ledger) if told.of_last else None


def record_of(which: Which | None, by: Speaker, ledger: Ledger) -> tuple[Matter, Record] | None:
    """The record that `which` is, or the last that stands, and its kind; None if there is none."""
    matter = Matter.of_key(which.among[0]) if which and which.among else records.last_standing(by, ledger)
    kind = next((one for one in Record if matter and picking.is_a(one, matter, ledger)), None)
    return (matter, kind) if matter and kind else None


def _set_right(
    new: SetRight, frame: Frame, matter: Matter, kind: Record, by: Speaker, ledger: Ledger
) -> Understood | None:
    """What is new in the place of the old; asked about as far as that is not clear, None where it is no correction."""
    read = several_or_one(frame, new, kind, matter, by, ledger)
    clear = how_clear(new, read.frame, matter, kind, by, ledger) if read else None
    if read is None or clear is None:
        return None
    if read.frame.outcome:
        anew = Became(read.frame.outcome, clear >= read.takes, clear >= Clear.PERSON)
        return _became(read.frame, anew, matter, ledger)
    return Understood(read.frame, Surety.ACT if clear >= read.takes else Surety.CONFIRM)


def _became(frame: Frame, told: Became, matter: Matter, ledger: Ledger) -> Understood:
    """What became of a referral; a step back from won or lost takes a word that says so."""
    before = ledger.referrals.get(ReferralId(matter.id))
    back = before is not None and before.state in _SETTLED and before.state != State(told.outcome)
    sure = told.clear and (told.anew or not back)
    return Understood(replace(frame, outcome=told.outcome), Surety.ACT if sure else Surety.CONFIRM)


def _of_some_referral(frame: Frame, by: Speaker, ledger: Ledger) -> Understood | None:
    """Something else was spoken of last: only a referral is won or lost, if there is any."""
    which = Which(Record.REFERRAL)
    frame = replace(frame, which=which)
    return Understood(frame, Surety.CONFIRM) if picking.meant(frame, which, by, ledger) else None
