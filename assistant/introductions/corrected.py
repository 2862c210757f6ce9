"""Setting right an introduction by a sentence: "no, it was Tuesday", "I meant Sam Tanner"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant import undoing
from assistant.errors import Gone, Refused
from assistant.facts import Person, PersonSaid
from assistant.ids import IntroductionId, PersonId, QuestionId
from assistant.introductions import requests
from assistant.introductions.moves import OPEN
from assistant.introductions.record import WHY, Introduction, Origin, Stage, Wanted
from assistant.introductions.sides import GONE
from assistant.introductions.steps import has_card, keep_up_all, matter_for
from assistant.ledger import Ledger
from assistant.network.ties import at_noon
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Set right one that was noted, or a request; or the question who is meant. Raises Gone, Refused.

    Of one that was made elsewhere, the new day, reason or person. A request for somebody else is another request: the
    first is withdrawn. Its reason travels with what was asked, and stands as soon as anybody was.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    held = ledger.introductions.hold(IntroductionId(record.id))
    if held is None or held.author != by.person.id:
        raise Gone(GONE)
    meant = people.get(Role.WITH, ())
    match held.origin:
        case Origin.LOGGED:
            return _noted(held, frame, meant, by, ledger, now)
        case Origin.REQUESTED:
            return _request(held, frame, meant, by, ledger, now, asked)
        case Origin.OFFERED:
            raise Refused("Both have been asked in these words. Say “undo that”, and introduce them anew.")


def _noted(
    held: Introduction, frame: Frame, meant: Sequence[PersonId], by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    day = frame.when.start if frame.when else None
    if not (day or frame.topic or meant):
        raise Refused("Tell me what to change: the day, the reason, or who it was.")
    changed = replace(held, made_at=at_noon(day) if day else held.made_at, why=frame.topic[:WHY] or held.why)
    for person in meant:
        changed = _with_another(changed, person, ledger)
    return _kept(changed, by, ledger, now)


def _request(
    held: Introduction,
    frame: Frame,
    meant: Sequence[PersonId],
    by: Speaker,
    ledger: Ledger,
    now: datetime,
    asked: QuestionId | None,
) -> Matter:
    why = frame.topic[:WHY] or held.why
    if held.seems not in OPEN:
        raise Refused("That request isn't open any more. Ask for it anew, and I begin again.")
    named = None if held.wanted.is_sought else held.target  # whom others found is not theirs to know, nor to guess
    if meant and meant[0] != named:
        undoing.make_way(Matter(Subject.INTRODUCTION, held.id), by, ledger, now)
        name = ledger.people.by_ids(meant)[meant[0]].name
        said = {Role.TARGET: (PersonSaid(name, known=meant[0]),)}
        intent = Intent.REQUEST_INTRO if why else Intent.FIND_PATH  # where no reason was asked for, none is now
        return requests.request(Frame(intent, said, topic=why), by, ledger, now, asked)
    if not frame.topic:
        raise Refused("Tell me what to change: whom you would like to meet, or why.")
    if held.stage is not Stage.REQUESTED or has_card(held, ledger):
        raise Refused("It is being asked for in the words you gave. To say others, withdraw it and ask anew.")
    return _kept(replace(held, why=why), by, ledger, now)


def _kept(changed: Introduction, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
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
