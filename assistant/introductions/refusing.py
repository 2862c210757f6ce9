"""A no, whoever says it: on to the next connector, or the end, and never whose it was."""

from datetime import datetime

from assistant.facts import Person
from assistant.introductions.record import (
    Answer,
    Introduction,
    Origin,
    Stage,
    Verb,
)
from assistant.introductions.shield import next_able
from assistant.introductions.steps import (
    keep_up_all,
    step,
)
from assistant.ledger import Ledger


def decline(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Introduction:
    """Say no; nobody learns whose it was. Another connector is asked, if there is one. Raises Refused."""
    if ended_unheard(introduction):
        return heard(introduction, person, Answer.NO, ledger, now)
    after = no(introduction, person, ledger, now)
    ledger.introductions.answer(introduction.id, person.id, Answer.NO)
    return after


def ended_unheard(introduction: Introduction) -> bool:
    """One of two who were offered to each other said no, and the other has not been told that it is over."""
    return introduction.origin is Origin.OFFERED and introduction.seems is not introduction.stage


def heard(introduction: Introduction, person: Person, answer: Answer, ledger: Ledger, now: datetime) -> Introduction:
    """Take the answer as ever, so that nobody learns from it that the other one said no; nothing follows."""
    ledger.introductions.answer(introduction.id, person.id, answer)
    after = ledger.introductions.save(introduction)
    keep_up_all(after, ledger, now)
    return after


def no(introduction: Introduction, person: Person | None, ledger: Ledger, now: datetime) -> Introduction:
    """A no, or a connector who is gone (None): on to the next connector; without one it is nobody's for now."""
    return _passed_on(introduction, person, ledger, now) or step(Verb.DECLINE, introduction, person, ledger, now)


def silent(introduction: Introduction, ledger: Ledger, now: datetime) -> Introduction:
    """No answer in time: on to the next connector, or the end."""
    return _passed_on(introduction, None, ledger, now) or step(Verb.EXPIRE, introduction, None, ledger, now)


def _passed_on(introduction: Introduction, person: Person | None, ledger: Ledger, now: datetime) -> Introduction | None:
    """The next connector is asked, who may have gone or be resting since they were found."""
    if introduction.stage is not Stage.CONNECTOR_ASKED:
        return None
    able, rest = next_able(introduction, ledger, now)
    if able is None:
        return None
    return step(Verb.PASS_ON, introduction, person, ledger, now, connector=able, queue=rest)
