"""What a sentence brings about: an answer to an open question, or a frame and the capability behind it."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant import (
    corrections,
    fixed,
    handing_out,
    meetings,
    questions,
    reading_corrections,
    records,
    spoken,
    typed,
    unfinished,
)
from assistant.acting import act
from assistant.asked import Answer, Asking, NeverMind, Why
from assistant.business import asking as business
from assistant.errors import AnswerRefused, Refused
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import AccountId, QuestionId
from assistant.introductions import threads
from assistant.ledger import Ledger
from assistant.listings import sentences as listing_sentences
from assistant.phrases import commands, dates
from assistant.phrases.frame import Correction, Frame, Intent, Role, Which
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION, readable
from assistant.recall import command, sentences
from assistant.reminders.keeping import done_latest, snooze_latest
from assistant.reminders.sayings import later_said
from assistant.reply import Matter, MeetingForm, OpenForm, RequestForm, Subject, ThanksForm, WhoForm
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker
from assistant.thanks import threads as thanks_threads
from assistant.who import refuse_oneself

DATED = (Intent.RECORD_MEETING, Intent.LOG_INTRO, Intent.LOG_REFERRAL, Intent.SET_REMINDER)
HARMLESS = (Intent.RECALL, Intent.SHOW, Intent.FORGET)  # change nothing before a button, so they need no yes
# What stands behind these is something new, never the answer to a question: "/thanks @sam" names whom to thank.
_OF_THEIR_OWN = frozenset(("/met", "/intro", "/thanks", "/who"))
KEEPS_ITS_WORDS = frozenset((Intent.SET_REMINDER, Intent.KEEP_IN_TOUCH, Intent.SETTINGS, Intent.CORRECT))
"""What comes back later comes back as it was said."""
WELCOME = "You’re welcome! To thank somebody who opened a door, name them: “thank Sam for the intro to Linn”."
ONE_SENTENCE = timedelta(minutes=1)  # the same words again within it are the same thing, told twice


def strangers(said: Utterance, speaker: Person | None, ledger: Ledger) -> tuple[AccountId, ...]:
    """Accounts in the sentence that are not known here yet: mentioned ones, and the speaker's own."""
    unknown = () if speaker else (said.speaker,)
    mentioned = dict.fromkeys(AccountId(mention.group(1)) for mention in MENTION.finditer(said.words))
    if not mentioned:
        return unknown
    known = ledger.people.by_accounts(mentioned)
    return tuple(dict.fromkeys((*unknown, *(account for account in mentioned if account not in known))))


def form_asked_for(said: Utterance, by: Speaker) -> OpenForm | None:
    """A `/met`, `/intro` or `/who` without words, or `/wellmet met`: the form opens at once."""
    if said.surface is not Surface.COMMAND:
        return None
    if command.form_wanted(said):
        return WhoForm()
    match commands.form_wanted(said.command, said.words):
        case Intent.RECORD_MEETING:
            return MeetingForm(by.today)
        case Intent.REQUEST_INTRO:
            return RequestForm()
        case _:
            # The form of thanks needs no reading of words either.
            alone = commands.within(said.command, readable(said.words)) == ("/thanks", "")
            return ThanksForm() if alone else None


def answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """Do what the sentence asks for; what there is to tell of it. A refusal is a matter too. None: not meant for us.

    `now` is our clock: what follows is due at once, however Slack's clock and ours may differ.
    """
    try:
        with ledger.attempt():
            matter = _answer(said, by, ledger, now)
            if matter:
                spoken.remember(matter, by, ledger)
            return matter
    except Refused as refusal:
        return Matter(Subject.REFUSED, words=str(refusal))


def _answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    try:
        card = threads.card_of(said, ledger)
        volunteered = threads.answer(said, card, by, ledger, now) if card else None
        if volunteered or said.surface is Surface.THREAD:
            return volunteered
        return next(filter(None, (way(said, by, ledger, now) for way in _WAYS)), None)
    except AnswerRefused as refusal:
        return Matter(Subject.REFUSED, words=str(refusal))


def _to_question(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    if said.surface is Surface.COMMAND and said.command in _OF_THEIR_OWN:
        return None
    question = ledger.questions.open_in(by.person.id, said.where.conversation)
    if question is None or question.expires_at <= by.at:
        return None
    why = question.asking is Asking.WHY  # which is in any words, so that a correction is looked for first
    answered = None if why else typed.typed_answer(said.words, question, by, ledger)
    if answered is None:
        corrected = unfinished.corrected(question, said, by, ledger, now)
        if corrected:
            keep_up(Matter(Subject.QUESTION, question.id), by.person, ledger, now)
            return corrected
        answered = _why(said, question.said, by, ledger) if why else None
    if answered is None:
        return None
    keep_up(Matter(Subject.QUESTION, question.id), by.person, ledger, now)
    return questions.answer(question, answered, by, ledger, now, in_words=True)


def _why(said: Utterance, asked: Frame, by: Speaker, ledger: Ledger) -> Answer | None:
    """The reason that was asked for: whatever is neither a no, nor a sentence of another kind, nor a request for
    somebody else.
    """
    if typed.is_dropped(said.words):
        return NeverMind()
    read = understand(_heard(said, by), ledger.people.directory())
    sure = read.surety is Surety.ACT or (read.surety is Surety.CONFIRM and read.frame.intent in HARMLESS)
    if sure and read.frame.intent not in (Intent.NONE, Intent.REQUEST_INTRO):
        return None
    sought = _sought(read.frame) if read.frame.intent is Intent.REQUEST_INTRO else ()
    if read.surety is not Surety.HELP and any(sought) and sought != _sought(asked):
        return None
    return Why(" ".join(readable(said.words).split()))


def _sought(frame: Frame) -> tuple[object, ...]:
    return tuple(one.text.casefold() for one in frame.people.get(Role.TARGET, ())), frame.organisation, frame.seeking


def _as_fixed(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    if fixed.is_thanks(said):
        return Matter(Subject.REFUSED, words=WELCOME)
    frame = fixed.frame_of(said)
    return act(frame, by, ledger, now) if frame else None


def _as_everyday(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """What is said in a word or two: of the settings, a file, the reminder that came, the last meeting."""
    wanted, note = fixed.export_as(said), fixed.note(said)
    if wanted:
        return handing_out.offer(by, ledger, now, wanted)
    if fixed.is_settings(said):
        return Matter(Subject.OWN_SETTINGS)
    if fixed.is_done(said):
        return done_latest(by, ledger, now)
    return meetings.note_to_latest(note, by, ledger, now) if note else None


def _as_who(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    frame = command.asked(said, by, ledger)
    return act(frame, by, ledger, now) if frame else None


def _as_business(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    frame = business.asked(said, by)
    return act(frame, by, ledger, now) if frame else None


def _as_correction(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    read = reading_corrections.asked(said, by, ledger)
    return _done(read, by, ledger, now) if read else None


def _heard(said: Utterance, by: Speaker) -> Heard:
    return Heard(said.words, said.surface, by.clock, by.day_first, said.command, by.person.id)


def _as_snooze(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    later = later_said(readable(said.words), by)
    return snooze_latest(later, by, ledger, now) if later else None


def _as_form_of_words(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    return listing_sentences.asked(said, by) or sentences.searched(said.words, by)


def _as_sentence(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    read = understand(_heard(said, by), ledger.people.directory())
    if read.surety is Surety.SILENT:
        return None
    if read.surety is Surety.HELP or read.frame.intent is Intent.CORRECT:
        # What may be a correction is asked about only where the words are nothing else.
        perhaps = reading_corrections.perhaps(said, read, by, ledger)
        if perhaps:
            return _done(perhaps, by, ledger, now)
    looked_for = sentences.looked_for(said.words, read, by, ledger)
    if looked_for:
        return looked_for
    if read.frame.intent in KEEPS_ITS_WORDS:
        read = replace(read, frame=replace(read.frame, notes=" ".join(readable(said.words).split())))
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
    matter = _done(read, by, ledger, now)
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


def _done(read: Understood, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
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


# How a sentence may be heard, in order: what its thread, an open question or its form says of it comes before what the
# models make of it.
_WAYS = (
    thanks_threads.answer, _as_fixed, _to_question, _as_everyday, _as_who, _as_business, _as_correction, _as_snooze,
    _as_form_of_words, _as_sentence,
)  # fmt: skip
