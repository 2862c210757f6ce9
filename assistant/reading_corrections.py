"""Reading corrections in the forms that people use, before the models are asked: "cancel my reminder about Tom".

What takes the place of the old, as in "make it £300", is read by what the record is. assistant/corrections.py does what
was read.
"""

from dataclasses import replace

from assistant import picking, records
from assistant.errors import Refused
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.dates import Now
from assistant.phrases.en.calling_off import needless, takes_any
from assistant.phrases.en.denying import denied
from assistant.phrases.en.nothing_else import sets_right, takes_back
from assistant.phrases.en.setting_right import Clear, new_of
from assistant.phrases.frame import Correction, Frame, Intent, Record, Which
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION
from assistant.plainly import bare
from assistant.reading_clarity import NOT_IT, denies
from assistant.reading_last import of_record, record_of
from assistant.reading_named import needless_of, of_named, set_right_named
from assistant.reading_slots import NOT_ALL, loses
from assistant.reading_told import Told
from assistant.reply import Matter
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker


def asked(said: Utterance, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence is: by what it names, or in a form that is clear. Raises Refused."""
    if not _may_correct(said):
        return None
    told = Told.of(said.words)
    named = of_named(told, by, ledger)
    found = named or of_record(told, spoken_of(said, by, ledger), by, ledger)
    return found if named or (found and found.surety is Surety.ACT) else None


def read(said: Utterance, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence is or may be, where it is nothing else. Raises Refused."""
    if not _may_correct(said):
        return None
    told = Told.of(said.words)
    return of_named(told, by, ledger) or of_record(told, spoken_of(said, by, ledger), by, ledger)


def perhaps(said: Utterance, by_models: Understood, by: Speaker, ledger: Ledger) -> Understood | None:
    """The correction that the sentence may be, where the models read one too, or nothing."""
    found = read(said, by, ledger)
    what = needless(bare(said.words)) if _may_correct(said) else ""
    if found or not what or by_models.frame.intent is not Intent.CORRECT or by_models.frame.people:
        return found
    return Understood(needless_of(what, Record.NEED, by), Surety.ACT)  # there is none, and it is said of nothing else


def of_last(read: Understood, said: Utterance, by: Speaker, ledger: Ledger) -> Understood:
    """What the models read, of the record in whose thread it was said, or the last; asked first where more is said.

    HELP for what denies nothing that stands in a record: "not yet" is talk. Raises Refused.
    """
    words = bare(said.words)
    some = Which(some=True) if takes_any(words) else None
    frame = replace(read.frame, which=spoken_of(said, by, ledger) or some)
    it, found = denied(words), record_of(frame.which, by, ledger)
    if it and frame.kind is Correction.AMEND:
        if found and denies(it, found[1], by, ledger):
            raise Refused(NOT_IT)
        return replace(read, surety=Surety.HELP)
    if _loses(frame, by, ledger):
        raise Refused(NOT_ALL)
    changes = frame.kind is not Correction.AMEND or frame.people or frame.when
    new = Told.of(said.words).of_last
    clear = not (new and new.against) or new.clear > Clear.FIGURE  # "it was Linn, not Tom, who said so"
    sure = read.surety is Surety.ACT and (not changes or (clear and _says_nothing_else(words, frame, by)))
    return replace(read, frame=frame, surety=Surety.ACT if sure else Surety.CONFIRM)


def about(words: str, record: Matter, by: Speaker, ledger: Ledger) -> Frame | None:
    """What the words set right of a record that is known without them; None for words that set nothing of it right."""
    told, this = Told.of(words), Matter(record.subject, record.id)
    which = Which(among=(this.key,))
    read = set_right_named(told, by, ledger) or of_record(told, which, by, ledger)
    if read is None:
        heard = Heard(words, Surface.DM, by.clock, by.day_first, speaker=by.person.id)
        read = understand(heard, ledger.people.directory())
    frame = read.frame
    if read.surety is Surety.HELP or frame.intent is not Intent.CORRECT or frame.kind is not Correction.AMEND:
        return None
    if frame.which and frame.which.record and not _is_named(this, frame, frame.which, by, ledger):
        return None
    if _loses(replace(frame, notes=told.text, which=which), by, ledger):
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
    text = MENTION.sub(" ", new_of(words))
    for found in reversed(dates.find(text, Now(by.clock, by.day_first))):
        text = f"{text[: found.start]} {text[found.end :]}"
    for one in (one for some in frame.people.values() for one in some):
        text = text.replace(one.text, " ")
    return sets_right(text) if frame.kind is Correction.AMEND else takes_back(text)


def _loses(frame: Frame, by: Speaker, ledger: Ledger) -> bool:
    """Whether a part of what is to be set right would have no place in the record."""
    found = record_of(frame.which, by, ledger) if frame.kind is Correction.AMEND else None
    return found is not None and loses(frame, found[1], found[0], by, ledger)


def _is_named(record: Matter, frame: Frame, which: Which, by: Speaker, ledger: Ledger) -> bool:
    """Whether what the words name may be that record."""
    if which.record is None or not picking.is_a(which.record, record, ledger):
        return False
    return not (which.about or which.when) or record in picking.meant(frame, which, by, ledger)
