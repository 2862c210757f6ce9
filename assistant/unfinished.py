"""Setting right a sentence that still waits for an answer: "I meant Sam Tanner", "no, make it Friday".

What was asked about is what was spoken of last, as long as nothing was written down since; no record is meant then.
"""

from dataclasses import replace
from datetime import datetime

from assistant import questions, reading_corrections, records
from assistant.asked import Asking, NeverMind, Question
from assistant.facts import PersonSaid, When
from assistant.ledger import Ledger
from assistant.people.resolve import Unknown, resolve
from assistant.people.spelling import words
from assistant.phrases import dates
from assistant.phrases.dates import Direction, Now
from assistant.phrases.en.setting_right import Clear, goes_with_a_day, name_in, says_anew, set_right
from assistant.phrases.frame import Correction, Frame, Intent, Which
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Understood
from assistant.plainly import bare, person_said
from assistant.reply import Matter, Subject
from assistant.said import Utterance
from assistant.speaker import Speaker

_TO_COME = (Intent.SET_REMINDER, Intent.SET_NEED)
_HAS_A_DAY = (Intent.RECORD_MEETING, Intent.LOG_INTRO, Intent.LOG_REFERRAL, *_TO_COME)


def corrected(question: Question, said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """What comes of the sentence with the new person or day in it; the question again where neither fits.

    None for what corrects nothing, for what names a record, and where something was written down since. By "undo that"
    the sentence is dropped. Raises Refused.
    """
    if (
        said.command not in ("", "/wellmet")
        or reading_corrections.spoken_of(said, by, ledger)
        or _is_over(question, by, ledger)
    ):
        return None
    text = bare(said.words)
    read = _read(said, question, by, ledger)
    if read and read.frame.kind is Correction.AMEND and _corrects_last(question.said):
        return questions.reworded(question, replace(read.frame, notes=text, which=question.said.which), by, ledger, now)
    if read and read.frame.kind is not Correction.AMEND and read.surety is Surety.ACT:
        return questions.answer(question, NeverMind(), by, ledger, now, in_words=True)
    new = next((new for new in set_right(text) if new.named is None), None)
    value = new.value if new and new.firm > Clear.NOT else ""
    person, when = _person(name_in(value), by, ledger), _moment(value, question.said, by)
    if person or when:
        frame = _with(person, question) if person else _on(when, text, question.said)
        return questions.reworded(question, frame, by, ledger, now) if frame else _again(question)
    clear = new and (new.clear is Clear.ANY or says_anew(text)) and question.asking is not Asking.WHY
    return _again(question) if read or clear else None


def _corrects_last(asked: Frame) -> bool:
    """Whether what waits is a correction itself that names no record: another one takes its place."""
    return asked.intent is Intent.CORRECT and replace(asked.which or Which(), among=()) == Which()


def _is_over(question: Question, by: Speaker, ledger: Ledger) -> bool:
    """Whether something was written down since the question was asked."""
    last = records.last_standing(by, ledger)
    written = ledger.journal.written(by.person.id, last) if last else None
    return written is not None and written > question.said_at


def _again(question: Question) -> Matter:
    return Matter(Subject.QUESTION, question.id)


def _read(said: Utterance, question: Question, by: Speaker, ledger: Ledger) -> Understood | None:
    """The sentence as a correction of what was spoken of last; None for one of something that it names, or for none.

    A reason that was asked for may be in any words, so that it has to be clear that it is none.
    """
    any_words = question.asking is Asking.WHY
    in_form = reading_corrections.read(said, by, ledger)
    if in_form and (in_form.frame.intent is not Intent.CORRECT or _names_it(in_form.frame)):
        return None
    if in_form and in_form.surety is Surety.ACT and not any_words:
        return in_form
    heard = Heard(said.words, said.surface, by.clock, by.day_first, said.command, by.person.id)
    read = understand(heard, ledger.people.directory())
    if read.frame.intent is not Intent.CORRECT or _names_it(read.frame) or read.surety is Surety.HELP:
        return None
    return None if any_words and read.surety is Surety.CONFIRM else in_form or read


def _names_it(frame: Frame) -> bool:
    """Whether the record is named, or who was asked for in what is called off."""
    return frame.which not in (None, Which()) or (frame.kind is Correction.CANCEL and bool(frame.people))


def _person(value: str, by: Speaker, ledger: Ledger) -> PersonSaid | None:
    """Who the words name, if it is anybody known."""
    said = person_said(value)
    known = value and not isinstance(resolve(said, ledger.people.directory(), by.person.id), Unknown)
    return said if known else None


def _moment(value: str, asked: Frame, by: Speaker) -> When | None:
    """The moment that the words are, and nothing beside it."""
    direction = Direction.FUTURE if asked.intent in _TO_COME else Direction.PAST
    found = dates.find(value, Now(by.clock, by.day_first), direction)
    if len(found) != 1:
        return None
    return found[0].when if all(map(goes_with_a_day, (value[: found[0].start], value[found[0].end :]))) else None


def _with(person: PersonSaid, question: Question) -> Frame | None:
    """The sentence with them for the one who was asked about, the only one, or the one of the same first name."""
    said = [(role, one) for role, some in question.said.people.items() for one in some if not one.speaker]
    asked = [one for one in said if question.asking is Asking.WHO and one[1].called == question.name]
    alike = [one for one in said if words(one[1].text)[:1] == words(person.text)[:1]]
    takes = next((some for some in (asked, said, alike) if len(some) == 1), None)
    if takes is None:
        return None
    (role, old), *_ = takes
    others = {**question.said.people, role: tuple(person if one == old else one for one in question.said.people[role])}
    return replace(question.said, people=others)


def _on(when: When | None, text: str, said: Frame) -> Frame | None:
    """The sentence with that moment; a correction goes by the words that say it now."""
    if said.when is None and said.intent not in _HAS_A_DAY:
        return None
    return replace(said, when=when, notes=text if said.intent is Intent.CORRECT else said.notes)
