"""Setting right an introduction that was noted: "no, it was Tuesday", "I meant Sam Tanner"."""

from dataclasses import replace
from datetime import datetime

from assistant.errors import Refused
from assistant.facts import Person
from assistant.ids import IntroductionId, PersonId, QuestionId
from assistant.introductions.record import Introduction, Origin, Stage, Wanted
from assistant.introductions.steps import keep_up_all, matter_for
from assistant.ledger import Ledger
from assistant.network.ties import at_noon
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle


def is_noted(record: Matter, ledger: Ledger) -> bool:
    """Whether the record is an introduction that was made elsewhere, and so is its author's alone to set right."""
    found = ledger.introductions.get(IntroductionId(record.id)) if record.subject is Subject.INTRODUCTION else None
    return found is not None and found.origin is Origin.LOGGED and found.stage is not Stage.CLOSED


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The new day, reason or person in the place of the old. Raises Refused when it is not clear what is to change."""
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    held = ledger.introductions.hold(IntroductionId(record.id))
    day = frame.when.start if frame.when else None
    if held is None or not (day or frame.topic or people.get(Role.WITH)):
        raise Refused("Tell me what to change: the day, the reason, or who it was.")
    changed = replace(held, made_at=at_noon(day) if day else held.made_at, why=frame.topic or held.why)
    for person in people.get(Role.WITH, ()):
        changed = _with_another(changed, person, ledger)
    saved = ledger.introductions.save(changed)
    keep_up_all(saved, ledger, now)
    return matter_for(saved, by.person.id)


def _with_another(introduction: Introduction, person: PersonId, ledger: Ledger) -> Introduction:
    """The person in the place of the one whose name begins alike. Raises Refused when that is nobody, or both."""
    sides = [one for one in (introduction.connector, introduction.target) if one]
    known = ledger.people.by_ids([person, *sides])
    if person in (*sides, introduction.requester):
        raise Refused("They stand in it already. For other people say “undo that”, and tell me anew.")
    alike = [one for one in sides if _first(known[one]) == _first(known[person])] or (sides if len(sides) == 1 else [])
    if len(alike) != 1:
        raise Refused(f"Whose place does {known[person].name} take? Say “undo that”, and tell me anew.")
    if alike[0] == introduction.connector:
        return replace(introduction, connector=person)
    return replace(introduction, wanted=Wanted(person))


def _first(person: Person) -> str:
    return next(iter(words(person.name)), "")
