"""A sentence as the models read it: what it asks for is done, or asked about first, or not understood."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant import corrections, questions, reading_corrections, records, spoken
from assistant.acting import act
from assistant.errors import Refused
from assistant.ids import QuestionId
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.frame import Correction, Frame, Intent, Role, Which
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import readable
from assistant.plainly import in_line
from assistant.recall import sentences
from assistant.reply import Matter, Subject
from assistant.said import Utterance
from assistant.speaker import Speaker
from assistant.who import refuse_oneself

DATED = (Intent.RECORD_MEETING, Intent.LOG_INTRO, Intent.LOG_REFERRAL, Intent.SET_REMINDER)
HARMLESS = (Intent.RECALL, Intent.SHOW, Intent.FORGET)  # change nothing before a button, so they need no yes
KEEPS_ITS_WORDS = frozenset((Intent.SET_REMINDER, Intent.KEEP_IN_TOUCH, Intent.SETTINGS, Intent.CORRECT))
"""What comes back later comes back as it was said."""
ONE_SENTENCE = timedelta(minutes=1)  # the same words again within it are the same thing, told twice


def answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """What came of it; None for talk that is not meant for us. The same words again within a minute are told once."""
    read = understand(heard(said, by), ledger.people.directory())
    if read.surety is Surety.SILENT:
        return None
    if read.surety is Surety.HELP or read.frame.intent is Intent.CORRECT:
        # What may be a correction is asked about only where the words are nothing else.
        perhaps = reading_corrections.perhaps(said, read, by, ledger)
        if perhaps:
            return done(perhaps, by, ledger, now)
    looked_for = sentences.looked_for(said.words, read, by, ledger)
    if looked_for:
        return looked_for
    if read.frame.intent in KEEPS_ITS_WORDS:
        read = replace(read, frame=replace(read.frame, notes=in_line(said.words)))
    if read.frame.intent is Intent.CORRECT and read.surety is not Surety.HELP:
        read = reading_corrections.of_last(read, said, by, ledger)
    if read.surety is Surety.HELP:
        return _not_understood(read, said, by, ledger, now)
    if read.frame.intent is Intent.RECORD_MEETING and not read.frame.people.get(Role.WITH):
        return Matter(Subject.NOBODY_NAMED, words=said.words)
    corrections.refuse_unfit(read.frame, said.words, by, ledger)
    _refuse_impossible_day(read, said, by)
    if spoken.leans_on_it(read.frame):
        return act(read.frame, by, ledger, now)  # the same words may mean somebody else a moment later
    told = f"{said.command} {said.words}"
    before = _told_before(ledger.seen.repeated(by.person.id, told, by.at, ONE_SENTENCE), by, ledger)
    if before:
        return before
    matter = done(read, by, ledger, now)
    if matter.key and read.frame.intent is not Intent.CORRECT:  # "undo" twice takes two things back
        ledger.seen.remember(by.person.id, told, by.at, matter.key)
    return matter


def _not_understood(read: Understood, said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """What can be said of it all the same: who is not known, how it would be understood, or that it was not."""
    lacking = read.lacking.people.values() if read.lacking else ()
    for one in (one for some in lacking for one in some):
        refuse_oneself(one, by, ledger)
    if read.lacking and read.lacking.intent is Intent.RECALL:
        return act(read.lacking, by, ledger, now)
    how = corrections.how_to(said.words, by, ledger)
    return Matter(Subject.REFUSED, words=how) if how else Matter(Subject.NOT_UNDERSTOOD, words=said.words)


def _refuse_impossible_day(read: Understood, said: Utterance, by: Speaker) -> None:
    """Raises Refused for a day that is in no calendar, rather than noting another."""
    dated = read.frame.intent in DATED and read.frame.when is None
    day = dates.impossible(readable(said.words), dates.Now(by.clock, by.day_first)) if dated else ""
    if day:
        raise Refused(f"There is no such day: “{day}”. Nothing was noted; say it again with the day that you mean.")


def done(read: Understood, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Do what was read; or ask whether it was meant, where that is not sure and would change something."""
    if read.surety is Surety.CONFIRM and read.frame.intent not in HARMLESS:
        return questions.ask_meaning(replace(read, frame=_pinned(read.frame, by, ledger)), by, ledger)
    return act(read.frame, by, ledger, now)


def _pinned(frame: Frame, by: Speaker, ledger: Ledger) -> Frame:
    """The frame, where it sets right what was noted last, of the record that this is now: the question shows it."""
    last = records.last_standing(by, ledger) if frame.kind is Correction.AMEND and frame.which is None else None
    return replace(frame, which=Which(among=(Matter(last.subject, last.id).key,))) if last else frame


def _told_before(note: str | None, by: Speaker, ledger: Ledger) -> Matter | None:
    """What came of the same words a moment ago, if it still stands: undone, they may well be meant anew."""
    matter = Matter.of_key(note or "")
    match matter and matter.subject:
        case Subject.QUESTION if matter:
            question = ledger.questions.get(by.person.id, QuestionId(matter.id))
            stands = question is not None and (question.ending is None or question.came_to != "")
        case _ if matter:
            stands = records.stands(matter, by, ledger)
        case _:
            return None
    return replace(matter, again=True) if stands else None


def heard(said: Utterance, by: Speaker) -> Heard:
    """The sentence as the models read it."""
    return Heard(said.words, said.surface, by.clock, by.day_first, said.command, by.person.id)
