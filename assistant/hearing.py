"""What a sentence brings about: an answer to an open question, or a frame and the capability behind it."""

from datetime import datetime

from assistant import fixed, handing_out, meetings, reading_corrections, sentence, spoken, to_question
from assistant.acting import act
from assistant.business import asking as business
from assistant.errors import AnswerRefused, Refused
from assistant.facts import Person
from assistant.ids import AccountId
from assistant.introductions import threads
from assistant.ledger import Ledger
from assistant.listings import sentences as listing_sentences
from assistant.phrases import commands
from assistant.phrases.frame import Intent
from assistant.phrases.words import MENTION, readable
from assistant.recall import command, sentences
from assistant.reminders.keeping import done_latest, snooze_latest
from assistant.reminders.sayings import later_said
from assistant.reply import Matter, MeetingForm, OpenForm, RequestForm, Subject, ThanksForm, WhoForm
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker
from assistant.thanks import threads as thanks_threads

WELCOME = "You’re welcome! To thank somebody who opened a door, name them: “thank Sam for the intro to Linn”."


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
    return sentence.done(read, by, ledger, now) if read else None


def _as_snooze(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    later = later_said(readable(said.words), by)
    return snooze_latest(later, by, ledger, now) if later else None


def _as_form_of_words(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    return listing_sentences.asked(said, by) or sentences.searched(said.words, by)


# How a sentence may be heard, in order: what its thread, an open question or its form says of it comes before what the
# models make of it.
_WAYS = (
    thanks_threads.answer, _as_fixed, to_question.answer, _as_everyday, _as_who, _as_business, _as_correction,
    _as_snooze, _as_form_of_words, sentence.answer,
)  # fmt: skip
