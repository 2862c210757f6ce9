"""A sentence while a question is open: its answer, or a correction of what it asks about."""

from datetime import datetime

from assistant import questions, sentence, typed, unfinished
from assistant.asked import Answer, Asking, NeverMind, Why
from assistant.following import keep_up
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Role
from assistant.phrases.understand import understand
from assistant.phrases.understood import Surety
from assistant.plainly import in_line
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

# What stands behind these is something new, never the answer to a question: "/thanks @sam" names whom to thank.
_OF_THEIR_OWN = frozenset(("/met", "/intro", "/thanks", "/who"))


def answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """What the sentence answers, or sets right of what was asked about; None where it does neither."""
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
    read = understand(sentence.heard(said, by), ledger.people.directory())
    sure = read.surety is Surety.ACT or (read.surety is Surety.CONFIRM and read.frame.intent in sentence.HARMLESS)
    if sure and read.frame.intent not in (Intent.NONE, Intent.REQUEST_INTRO):
        return None
    sought = _sought(read.frame) if read.frame.intent is Intent.REQUEST_INTRO else ()
    if read.surety is not Surety.HELP and any(sought) and sought != _sought(asked):
        return None
    return Why(in_line(said.words))


def _sought(frame: Frame) -> tuple[object, ...]:
    return tuple(one.text.casefold() for one in frame.people.get(Role.TARGET, ())), frame.organisation, frame.seeking
