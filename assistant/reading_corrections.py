"""Reading corrections in the forms that people use, before the models are asked: "cancel my reminder about Tom".

What takes the place of the old, as in "make it £300", is read by what the record is. assistant/corrections.py does what
was read.
"""

from dataclasses import dataclass, replace

from assistant import picking, records
from assistant.business.record import State
from assistant.errors import Refused
from assistant.ids import ReferralId
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.dates import Now
from assistant.phrases.en.calling_off import called_off, needless, taken_out, takes_any
from assistant.phrases.en.denying import Denied, denied, instead
from assistant.phrases.en.joining_in import joining_in, names_of, put_in
from assistant.phrases.en.naming import Named
from assistant.phrases.en.nothing_else import sets_right, takes_back
from assistant.phrases.en.outcomes import Became, outcome, says_won_or_lost, told_of, told_outcome
from assistant.phrases.en.setting_right import Clear, SetRight, name_in, new_of, set_right
from assistant.phrases.frame import Correction, Frame, Intent, Outcome, Record, Role, Which
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION, readable
from assistant.reading_denials import NOT_IT, refuse_denied
from assistant.reading_several import people_in, several_or_one
from assistant.reading_values import which_of
from assistant.reply import Matter
from assistant.said import Surface, Utterance
from assistant.settings import called_off as settings
from assistant.speaker import Speaker
from assistant.taking_out import put_into, with_more, without

_SETTLED = (State.WON, State.LOST)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that may set a record right, taken apart."""

    text: str
    became: Became | None  # "she won it"
    rights: tuple[SetRight, ...]
    denied: Denied | None  # "it wasn't Tom"
    contrasts: bool  # "it wasn't Tom, it was Linn", of which the text has what it was

    @classmethod
    def of(cls, words: str) -> "_Told":
        said = _plain(words)
        text = instead(said)
        return cls(text, told_outcome(text), set_right(text), denied(text), text != said)


def asked(said: Utterance, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence is: by what it names, or in a form that is clear. Raises Refused."""
    if not _may_correct(said):
        return None
    told = _Told.of(said.words)
    named = _named(told, by, ledger)
    found = named or _of_record(told, spoken_of(said, by, ledger), by, ledger)
    return found if named or (found and found.surety is Surety.ACT) else None


def read(said: Utterance, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence is or may be, where it is nothing else. Raises Refused."""
    if not _may_correct(said):
        return None
    told = _Told.of(said.words)
    return _named(told, by, ledger) or _of_record(told, spoken_of(said, by, ledger), by, ledger)


def perhaps(said: Utterance, by_models: Understood, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence may be, where the models read one too, or nothing."""
    found = read(said, by, ledger)
    what = needless(_plain(said.words)) if _may_correct(said) else ""
    if found or not what or by_models.frame.intent is not Intent.CORRECT or by_models.frame.people:
        return found
    return Understood(_needless(what, Record.NEED, by), Surety.ACT)  # there is none, and it is said of nothing else


def of_last(read: Understood, said: Utterance, by: Speaker, ledger: Ledger) -> Understood:
    """What the models read, of the record in whose thread it was said, or the last; asked first where more is said."""
    some = Which(some=True) if takes_any(_plain(said.words)) else None
    frame = replace(read.frame, which=spoken_of(said, by, ledger) or some)
    if frame.kind is Correction.AMEND and denied(_plain(said.words)):
        raise Refused(NOT_IT)
    changes = frame.kind is not Correction.AMEND or frame.people or frame.when
    sure = read.surety is Surety.ACT and (not changes or _says_nothing_else(said.words, frame, by))
    return replace(read, frame=frame, surety=Surety.ACT if sure else Surety.CONFIRM)


def about(words: str, record: Matter, by: Speaker, ledger: Ledger) -> Frame | None:
    """What the words set right of a record that is known without them; None for words that set nothing of it right."""
    told, this = _Told.of(words), Matter(record.subject, record.id)
    which = Which(among=(this.key,))
    read = _of_named(told, by, ledger) or _of_record(told, which, by, ledger)
    if read is None:
        heard = Heard(words, Surface.DM, by.clock, by.day_first, speaker=by.person.id)
        read = understand(heard, ledger.people.directory())
    frame = read.frame
    if read.surety is Surety.HELP or frame.intent is not Intent.CORRECT or frame.kind is not Correction.AMEND:
        return None
    if frame.which and frame.which.record and not _is_named(this, frame, frame.which, by, ledger):
        return None
    return replace(frame, notes=told.text, which=which)


def spoken_of(said: Utterance, by: Speaker, ledger: Ledger) -> Which | None:
    """The record in whose thread it was said; None for what was written down last."""
    matter = ledger.posts.at(said.where.conversation, said.where.thread) if said.where.thread else None
    if matter is None or matter.subject not in records.KINDS:
        return None
    return Which(among=(Matter(matter.subject, matter.id).key,))


def _may_correct(said: Utterance) -> bool:
    return said.surface is not Surface.THREAD and said.command in ("", "/wellmet")


def _says_nothing_else(words: str, frame: Frame, by: Speaker) -> bool:
    text = MENTION.sub(" ", new_of(_plain(words)))
    for found in reversed(dates.find(text, Now(by.clock, by.day_first))):
        text = f"{text[: found.start]} {text[found.end :]}"
    for one in (one for some in frame.people.values() for one in some):
        text = text.replace(one.text, " ")
    return sets_right(text) if frame.kind is Correction.AMEND else takes_back(text)


def _plain(words: str) -> str:
    return " ".join(readable(words).split()).strip(" .!")


def _named(told: _Told, by: Speaker, ledger: Ledger) -> Understood | None:
    """What is said of a record that the sentence names by its kind."""
    return (
        _called_off(told.text, by, ledger)
        or _taken_out(told.text, by, ledger)
        or _put_in(told.text, by, ledger)
        or _of_named_referral(told.text, by, ledger)
        or _of_named(told, by, ledger)
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
        frame = _needless(what, record, by)
        if frame.which and picking.meant(frame, frame.which, by, ledger):
            return Understood(frame, surety)
    return None


def _needless(what: str, record: Record, by: Speaker) -> Frame:
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


def _of_named(told: _Told, by: Speaker, ledger: Ledger) -> Understood | None:
    """As the sentence is divided best: what reads as other words may be part of a name, "Tom to 450"."""
    found: dict[tuple[bool, bool], Understood] = {}
    for new in told.rights:
        if new.named is None:
            continue
        which = which_of(new.named, by)
        frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, notes=told.text)
        read = several_or_one(frame, new, new.named.record, by, ledger)
        if read:
            sure = Surety.ACT if new.clear >= read.takes and not read.frame.client else Surety.CONFIRM
            there = bool(picking.meant(read.frame, which, by, ledger))
            found.setdefault((read.takes < Clear.LED, there), Understood(read.frame, sure))
    return found[max(found)] if found else None


def _of_record(told: _Told, which: Which | None, by: Speaker, ledger: Ledger) -> Understood | None:
    """What is said of the record that was spoken of last."""
    new = next((new for new in told.rights if new.named is None), None)
    frame = Frame(Intent.CORRECT, kind=Correction.AMEND, which=which, notes=told.text)
    matter = Matter.of_key(which.among[0]) if which and which.among else records.last_standing(by, ledger)
    record = next((one for one in Record if matter and picking.is_a(one, matter, ledger)), None)
    joined = joining_in(told.text)
    if matter and joined:
        return with_more(joined, matter, by, ledger)
    if matter and record and told.denied:
        if which or records.is_fresh(matter, by, ledger):
            refuse_denied(told.denied, record, by, ledger)
        return None
    met = people_in(names_of(name_in(new.value)), by, ledger) if new and told.contrasts else ()
    if met and record is Record.MEETING:
        return Understood(replace(frame, people={Role.WITH: met}), Surety.ACT)
    if matter and record is Record.REFERRAL and told.became:
        return _became(frame, told.became, matter, ledger)
    became = told.became.outcome if told.became else outcome(new.value) if new else None
    if record is not Record.REFERRAL and became in (Outcome.WON, Outcome.LOST) and says_won_or_lost(told.text):
        return _of_some_referral(replace(frame, outcome=became), by, ledger)
    read = several_or_one(frame, new, record, by, ledger) if new and record else None
    if matter is None or new is None or read is None:
        return None
    if read.frame.outcome:
        anew = Became(read.frame.outcome, new.clear >= read.takes, new.clear >= Clear.PERSON)
        return _became(read.frame, anew, matter, ledger)
    return Understood(read.frame, Surety.ACT if new.clear >= read.takes else Surety.CONFIRM)


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


def _is_named(record: Matter, frame: Frame, which: Which, by: Speaker, ledger: Ledger) -> bool:
    """Whether what the words name may be that record."""
    if which.record is None or not picking.is_a(which.record, record, ledger):
        return False
    return not (which.about or which.when) or record in picking.meant(frame, which, by, ledger)
