"""What a sentence brings about: an answer to an open question, or a frame and the capability behind it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from assistant import meetings, questions
from assistant.errors import Refused
from assistant.facts import Person, PersonSaid
from assistant.following import keep_up, show_home
from assistant.ids import AccountId, MeetingId, QuestionId
from assistant.ledger import Ledger
from assistant.people.resolve import Unknown, resolve
from assistant.phrases.frames import AskHelp, MetNobody, NewForm, RecordMeeting, Unclear, UndoLast
from assistant.phrases.understand import understand
from assistant.phrases.words import MENTION
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

ONE_SENTENCE = timedelta(minutes=1)  # the same words again within it are the same meeting, told twice


def strangers(said: Utterance, speaker: Person | None, ledger: Ledger) -> tuple[AccountId, ...]:
    """Accounts in the sentence that are not known here yet: mentioned ones, and the speaker's own."""
    unknown = () if speaker else (said.speaker,)
    mentioned = dict.fromkeys(AccountId(mention.group(1)) for mention in MENTION.finditer(said.words))
    if not mentioned:
        return unknown
    known = ledger.people.by_accounts(mentioned)
    return tuple(dict.fromkeys((*unknown, *(account for account in mentioned if account not in known))))


def answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Do what the sentence asks for; what there is to tell of it. A refusal is a matter too.

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
    return questions.answer(question, answered, by, ledger, in_words=True)


def _as_sentence(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    match understand(said.words, said.surface, said.command, by.clock, by.day_first):
        case RecordMeeting(meeting, plain):
            told = f"{said.command} {said.words}"
            before = _told_before(ledger.seen.repeated(by.person.id, told, by.at, ONE_SENTENCE), by, ledger)
            if before:
                return before
            if not plain and not _anybody_known(meeting.people, by, ledger):
                return Matter(Subject.NOT_UNDERSTOOD, words=said.words)
            matter = meetings.note(meeting, by, ledger)
            ledger.seen.remember(by.person.id, told, by.at, matter.key)
            show_home(by.person, ledger, now)
            return matter
        case UndoLast():
            latest = ledger.meetings.last_written(by.person.id)
            if latest is None:
                raise Refused("There is nothing to undo: you have no meetings noted.")
            undone = Matter(Subject.MEETING, ledger.meetings.undo(by.person.id, latest.id, by.at).id)
            keep_up(undone, by.person, ledger, now)
            return undone
        case AskHelp() | NewForm():
            return Matter(Subject.HELP)
        case MetNobody():
            return Matter(Subject.NOBODY_NAMED, words=said.words)
        case Unclear():
            return Matter(Subject.NOT_UNDERSTOOD, words=said.words)


def _told_before(note: str | None, by: Speaker, ledger: Ledger) -> Matter | None:
    """What came of the same words a moment ago, if it still stands: undone, they may well be meant anew."""
    subject, _, record = (note or "").partition(":")
    if subject == Subject.MEETING:
        meeting = ledger.meetings.get(by.person.id, MeetingId(int(record)))
        if meeting and not meeting.undone_at:
            return Matter(Subject.MEETING, meeting.id, again=True)
    if subject == Subject.QUESTION:
        question = ledger.questions.get(by.person.id, QuestionId(int(record)))
        if question and (question.ending is None or question.meeting):
            return Matter(Subject.QUESTION, question.id, again=True)
    return None


def _anybody_known(people: Iterable[PersonSaid], by: Speaker, ledger: Ledger) -> bool:
    """Somebody of that name, or nearly that name, is known; else "met expectations" would ask who that is."""
    directory = ledger.people.directory()
    return any(
        not isinstance(found := resolve(one, directory, by.person.id), Unknown) or found.nearest for one in people
    )


def asks_for_form(said: Utterance) -> bool:
    """A `/met` without words, or `/wellmet met`: the form opens at once."""
    return said.surface is Surface.COMMAND and isinstance(
        understand(said.words, said.surface, said.command, said.said_at.replace(tzinfo=None)), NewForm
    )
