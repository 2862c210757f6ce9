"""Introductions that were made elsewhere and are only written down, for their author alone.

Nobody is asked or told, so that they are set right, taken back and put back at any time.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from assistant.clock import noon, today
from assistant.errors import Gone, Refused, StillAhead
from assistant.ids import PersonId, QuestionId
from assistant.introductions.record import (
    WHY,
    Closing,
    Introduction,
    IntroductionDraft,
    Moved,
    Origin,
    Side,
    Stage,
    Verb,
    Wanted,
)
from assistant.introductions.sides import GONE
from assistant.introductions.steps import keep_up_all, matter_for
from assistant.ledger import Ledger
from assistant.network import tending
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.thanks import nudging
from assistant.who import settle

_THANKED = "You have thanked for it. Take the thanks back first, and then this."


def log(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    """Write it down; the same one again is the one that stands. Returns a question when a name is not clear. Raises
    Refused when it is not clear who introduced whom.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    both = people.get(Role.INTRODUCED, ())
    connector = next(iter(people.get(Role.CONNECTOR, ())), None)
    if len(both) == 1 and connector != by.person.id and both[0] != by.person.id:
        both = (by.person.id, *both)
    if len(both) != 2 or connector in both:
        raise Refused("Who introduced whom? Say it like “Sam introduced me to Linn last week”.")
    requester, target = both if both[1] != by.person.id else (both[1], both[0])
    present = _standing(requester, target, connector, by.person.id, ledger)
    if present:
        return replace(matter_for(present, by.person.id), again=True)
    made_at = noon(frame.when.start, by.person.zone) if frame.when and frame.when.start else by.at
    introduction = note_made(requester, target, connector, frame.topic, made_at, by, ledger)
    return matter_for(introduction, by.person.id)


def note_made(
    requester: PersonId,
    target: PersonId,
    connector: PersonId | None,
    topic: str,
    made_at: datetime,
    by: Speaker,
    ledger: Ledger,
) -> Introduction:
    """Write one down, as it was told."""
    draft = IntroductionDraft(
        Origin.LOGGED, Stage.INTRODUCED, requester, Wanted(target), topic, connector, named=True, made_at=made_at
    )
    introduction = ledger.introductions.add(draft, Moved(by.person.id, Verb.ACCEPT, Stage.INTRODUCED, by.at))
    tending.introduced(introduction, ledger)
    ledger.journal.wrote(by.person.id, matter_for(introduction, by.person.id), by.at)
    nudging.introduced(introduction, ledger, by.at)
    return introduction


def write_over(
    held: Introduction,
    people: Mapping[Side, PersonId],
    day: date | None,
    why: str,
    by: Speaker,
    ledger: Ledger,
    now: datetime,
) -> Matter:
    """It with the people, the day and the reason that are right; those not given stay. Raises StillAhead, Refused.

    With other people it is not known that they met.
    """
    after = replace(
        held,
        requester=people.get(Side.REQUESTER, held.requester),
        wanted=Wanted(people.get(Side.TARGET, held.target)),
        connector=people.get(Side.CONNECTOR, held.connector),
        made_at=_made_at(held, day, by),
        why=" ".join(why.split())[:WHY],
    )
    if after == held:
        return matter_for(held, by.person.id)
    if _three(after) != _three(held):
        _refuse_people(held, after, by, ledger)
        after = replace(after, stage=Stage.INTRODUCED, met_at=None)
    return matter_for(_kept(held, after, None, ledger, now), by.person.id)


def take_back(held: Introduction, by: Speaker, ledger: Ledger, now: datetime) -> Introduction:
    """It counts no more; again is the same. Raises Gone for somebody else's, Refused once it was thanked for."""
    if held.author != by.person.id:
        raise Gone(GONE)
    if held.stage is Stage.CLOSED:
        return held
    if held.stage is Stage.THANKED:
        raise Refused(_THANKED)
    after = replace(held, stage=Stage.CLOSED, closing=Closing.DROPPED)
    return _kept(held, after, Moved(by.person.id, Verb.DROP, after.stage, by.at), ledger, now)


def put_back(held: Introduction, by: Speaker, ledger: Ledger, now: datetime) -> Introduction:
    """It counts again; again is the same. Raises Gone for somebody else's, Refused where it was noted anew since."""
    if held.author != by.person.id:
        raise Gone(GONE)
    if held.stage is not Stage.CLOSED:
        return held
    _refuse_twice(held, by, ledger)
    after = replace(held, stage=Stage.MET if held.met_at else Stage.INTRODUCED, closing=None)
    saved = _kept(held, after, Moved(by.person.id, Verb.ACCEPT, after.stage, by.at), ledger, now)
    nudging.introduced(saved, ledger, now)
    return saved


def _made_at(held: Introduction, day: date | None, by: Speaker) -> datetime | None:
    """The day said; while that is the one it has, the moment stays as it was."""
    if day is None or (held.made_at and day == today(held.made_at, by.person.zone)):
        return held.made_at
    if day > by.today:
        raise StillAhead("That day is still to come. When were they introduced?")
    return noon(day, by.person.zone)


def _refuse_people(held: Introduction, after: Introduction, by: Speaker, ledger: Ledger) -> None:
    """Raises Refused for people who cannot stand in it."""
    three = [one for one in _three(after) if one]
    if len({person.id for person in ledger.people.by_ids(three).values()}) < len(three):
        raise Refused("These are to be different people: who was introduced to whom, and by whom?")
    if held.stage is Stage.THANKED:
        raise Refused(_THANKED)
    _refuse_twice(after, by, ledger)


def _refuse_twice(introduction: Introduction, by: Speaker, ledger: Ledger) -> None:
    requester, target, connector = _three(introduction)
    if requester and target:
        present = _standing(requester, target, connector, by.person.id, ledger)
        if present and present.id != introduction.id:
            raise Refused("You have noted the same one besides, and it stands. “show everything I noted” lists it.")


def _three(introduction: Introduction) -> tuple[PersonId | None, PersonId | None, PersonId | None]:
    return introduction.requester, introduction.target, introduction.connector


def _standing(
    requester: PersonId, target: PersonId, connector: PersonId | None, author: PersonId, ledger: Ledger
) -> Introduction | None:
    """The same introduction, if the same member wrote it down before."""
    for one in ledger.introductions.between(requester, target):
        if one.origin is Origin.LOGGED and one.author == author and one.connector == connector and one.closing is None:
            return one
    return None


def _kept(
    before: Introduction, after: Introduction, moved: Moved | None, ledger: Ledger, now: datetime
) -> Introduction:
    """Saved; ties, messages and reminders to thank follow."""
    saved = ledger.introductions.save(after, moved)
    for one in (before, saved):
        tending.introduced(one, ledger)
    keep_up_all(saved, ledger, now)
    nudging.changed(saved, ledger, now)
    return saved
