"""What a sentence brings about: an answer to an open question, or a frame and the capability behind it."""

from datetime import datetime, timedelta

from assistant import questions
from assistant.acting import act
from assistant.errors import Refused
from assistant.facts import Person
from assistant.following import keep_up
from assistant.ids import AccountId, MeetingId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases import commands
from assistant.phrases.frame import Intent, Role
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.phrases.words import MENTION
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

ONE_SENTENCE = timedelta(minutes=1)  # the same words again within it are the same thing, told twice


def strangers(said: Utterance, speaker: Person | None, ledger: Ledger) -> tuple[AccountId, ...]:
    """Accounts in the sentence that are not known here yet: mentioned ones, and the speaker's own."""
    unknown = () if speaker else (said.speaker,)
    mentioned = dict.fromkeys(AccountId(mention.group(1)) for mention in MENTION.finditer(said.words))
    if not mentioned:
        return unknown
    known = ledger.people.by_accounts(mentioned)
    return tuple(dict.fromkeys((*unknown, *(account for account in mentioned if account not in known))))


def asks_for_form(said: Utterance) -> bool:
    """A `/met` without words, or `/wellmet met`: the form opens at once."""
    return said.surface is Surface.COMMAND and commands.form_wanted(said.command, said.words) is Intent.RECORD_MEETING


def answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """Do what the sentence asks for; what there is to tell of it. A refusal is a matter too. None: not meant for us.

    `now` is our clock: what follows is due at once, however Slack's clock and ours may differ.
    """
    try:
        return _to_question(said, by, ledger, now) or _as_sentence(said, by, ledger, now)
    except Refused as refusal:
        return Matter(Subject.REFUSED, words=str(refusal))


def _to_question(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    question = ledger.questions.open_in(by.person.id, said.where.conversation)
    if question is None or question.expires_at <= by.at:
        return None
    answered = questions.typed_answer(said.words, question, by, ledger)
    if answered is None:
        return None
    keep_up(Matter(Subject.QUESTION, question.id), by.person, ledger, now)
    return questions.answer(question, answered, by, ledger, now, in_words=True)


def _as_sentence(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    heard = Heard(said.words, said.surface, by.clock, by.day_first, said.command, by.person.id)
    read = understand(heard, ledger.people.directory())
    if read.surety is Surety.SILENT:
        return None
    if read.surety is Surety.HELP:
        return Matter(Subject.NOT_UNDERSTOOD, words=said.words)
    if read.frame.intent is Intent.RECORD_MEETING and not read.frame.people.get(Role.WITH):
        return Matter(Subject.NOBODY_NAMED, words=said.words)
    told = f"{said.command} {said.words}"
    before = _told_before(ledger.seen.repeated(by.person.id, told, by.at, ONE_SENTENCE), by, ledger)
    if before:
        return before
    matter = _done(read, by, ledger, now)
    if matter.key and read.frame.intent is not Intent.CORRECT:  # "undo" twice takes two things back
        ledger.seen.remember(by.person.id, told, by.at, matter.key)
    return matter


def _done(read: Understood, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    if read.surety is Surety.CONFIRM:
        return questions.ask_meaning(read, by, ledger)
    return act(read.frame, by, ledger, now)


def _told_before(note: str | None, by: Speaker, ledger: Ledger) -> Matter | None:
    """What came of the same words a moment ago, if it still stands: undone, they may well be meant anew."""
    matter = Matter.of_key(note or "")
    match matter and matter.subject:
        case Subject.MEETING if matter:
            meeting = ledger.meetings.get(by.person.id, MeetingId(matter.id))
            stands = meeting is not None and not meeting.undone_at
        case Subject.QUESTION if matter:
            question = ledger.questions.get(by.person.id, QuestionId(matter.id))
            stands = question is not None and (question.ending is None or question.came_to != "")
        case _:
            return None
    return Matter(matter.subject, matter.id, again=True) if stands else None
