"""What a correction says of a record that it names by its kind: "cancel my reminder about Tom"."""

from assistant import picking
from assistant.ledger import Ledger
from assistant.phrases.en.calling_off import called_off, needless, taken_out
from assistant.phrases.en.joining_in import put_in
from assistant.phrases.en.naming import Named
from assistant.phrases.en.outcomes import told_of
from assistant.phrases.en.setting_right import Clear
from assistant.phrases.frame import Correction, Frame, Intent, Record
from assistant.phrases.understood import Surety, Understood
from assistant.reading_several import several_or_one
from assistant.reading_told import Told
from assistant.reading_values import which_of
from assistant.settings import called_off as settings
from assistant.speaker import Speaker
from assistant.taking_out import put_into, without


def of_named(told: Told, by: Speaker, ledger: Ledger) -> Understood | None:
    """What is said of a record that the sentence names by its kind."""
    return (
        _called_off(told.text, by, ledger)
        or _taken_out(told.text, by, ledger)
        or _put_in(told.text, by, ledger)
        or _of_named_referral(told.text, by, ledger)
        or set_right_named(told, by, ledger)
    )


def _called_off(text: str, by: Speaker, ledger: Ledger) -> Understood | None:
    off = called_off(text)
    if off and off.named.record is Record.SETTINGS:
        ended = settings.called_off(text, by, ledger)
        if ended:
            return Understood(ended, Surety.ACT)
    if off:
        return Understood(Frame(Intent.CORRECT, kind=off.kind, which=which_of(off.named, by)), Surety.ACT)
    what = needless(text)
    # A request that is withdrawn cannot be put back, and "I don't need Tom" may be said of anything.
    for record, surety in ((Record.NEED, Surety.ACT), (Record.INTRODUCTION, Surety.CONFIRM)) if what else ():
        frame = needless_of(what, record, by)
        if frame.which and picking.meant(frame, frame.which, by, ledger):
            return Understood(frame, surety)
    return None


def needless_of(what: str, record: Record, by: Speaker) -> Frame:
    return Frame(Intent.CORRECT, kind=Correction.CANCEL, which=which_of(Named(record, rest=what), by))


def _taken_out(text: str, by: Speaker, ledger: Ledger) -> Understood | None:
    taken = taken_out(text)
    return Understood(without(taken, by, ledger), Surety.ACT) if taken else None


def _put_in(text: str, by: Speaker, ledger: Ledger) -> Understood | None:
    more = put_in(text)
    return put_into(more, by, ledger) if more else None


def _of_named_referral(text: str, by: Speaker, ledger: Ledger) -> Understood | None:
    told = told_of(text)
    if told is None or told.named is None:
        return None
    which = which_of(told.named, by)
    frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, notes=text, outcome=told.outcome)
    return Understood(frame, Surety.ACT) if picking.meant(frame, which, by, ledger) else None


def set_right_named(told: Told, by: Speaker, ledger: Ledger) -> Understood | None:
    """As the sentence is divided best: what reads as other words may be part of a name, "Tom to 450"."""
    found: dict[tuple[bool, bool], Understood] = {}
    for new in told.rights:
        if new.named is None:
            continue
        which = which_of(new.named, by)
        frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, notes=told.text)
        read = several_or_one(frame, new, new.named.record, None, by, ledger)
        if read:
            sure = Surety.ACT if new.clear >= read.takes and not read.frame.client else Surety.CONFIRM
            there = bool(picking.meant(read.frame, which, by, ledger))
            found.setdefault((read.takes < Clear.LED, there), Understood(read.frame, sure))
    return found[max(found)] if found else None
