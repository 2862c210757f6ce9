"""Introductions that a connector starts, believing in both; and those made elsewhere, which are only written down."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.clock import noon
from assistant.errors import Gone, Refused
from assistant.ids import IntroductionId, PersonId, QuestionId
from assistant.introductions.moves import EXPIRES_AFTER, Effect
from assistant.introductions.record import Introduction, IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.introductions.sides import GONE
from assistant.introductions.steps import follow, matter_for
from assistant.ledger import Ledger
from assistant.network import tending
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.thanks import nudging
from assistant.who import settle

ONCE = timedelta(days=90)  # the same two within it are the same introduction


def offer(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Ask both whether they would like to meet. Raises Refused for what cannot be offered."""
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    both = tuple(person for person in people.get(Role.INTRODUCE, ()) if person != by.person.id)
    if len(both) != 2:
        raise Refused(
            "Name two people, like “introduce Maya to Tom, both love galleries”. I bring two together at a time."
        )
    outside = next((one for one in ledger.people.by_ids(both).values() if one.account is None), None)
    if outside:
        raise Refused(
            f"{outside.name} has no account here, so I can't ask them. Introduce the two yourself, then tell me: "
            f"“I introduced …”, and I'll remember it."
        )
    first, second = both
    for one in ledger.introductions.between(first, second):
        if one.origin is Origin.OFFERED and one.author == by.person.id and now - one.asked_at < ONCE:
            return replace(matter_for(one, by.person.id), again=True)
    draft = IntroductionDraft(
        Origin.OFFERED, Stage.BOTH_ASKED, first, Wanted(second), frame.topic, by.person.id,
        named=True, expires_at=now + EXPIRES_AFTER,
    )  # fmt: skip
    introduction = ledger.introductions.add(draft, Moved(by.person.id, Verb.ASK, Stage.BOTH_ASKED, by.at))
    ledger.journal.wrote(by.person.id, matter_for(introduction, by.person.id), by.at)
    follow(introduction, (Effect.ASK_BOTH,), ledger, now)
    return matter_for(introduction, by.person.id)


def log(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    """Write down an introduction that was made elsewhere; nobody is asked or told. Raises Refused."""
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
    present = _logged(requester, target, connector, by.person.id, ledger)
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
    """Write one down that was made elsewhere, for its author alone."""
    draft = IntroductionDraft(
        Origin.LOGGED, Stage.INTRODUCED, requester, Wanted(target), topic, connector, named=True, made_at=made_at
    )
    introduction = ledger.introductions.add(draft, Moved(by.person.id, Verb.ACCEPT, Stage.INTRODUCED, by.at))
    tending.introduced(introduction, ledger)
    ledger.journal.wrote(by.person.id, matter_for(introduction, by.person.id), by.at)
    nudging.introduced(introduction, ledger, by.at)
    return introduction


def put_back(number: IntroductionId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """One that was made elsewhere and taken back counts again; again is the same. Raises Gone, or Refused for others:
    whoever was asked has been told that nothing is to be done any more.
    """
    held = ledger.introductions.hold(number)
    if held is None or held.author != by.person.id:
        raise Gone(GONE)
    if held.origin is not Origin.LOGGED:
        raise Refused("That can't be put back. Ask for it anew, and I begin again.")
    if held.stage is Stage.CLOSED:
        again = replace(held, stage=Stage.INTRODUCED, closing=None)
        held = ledger.introductions.save(again, Moved(by.person.id, Verb.ACCEPT, Stage.INTRODUCED, by.at))
        tending.introduced(held, ledger)
        nudging.introduced(held, ledger, now)
    return matter_for(held, by.person.id)


def _logged(
    requester: PersonId, target: PersonId, connector: PersonId | None, author: PersonId, ledger: Ledger
) -> Introduction | None:
    """The same introduction, if the same member wrote it down before."""
    for one in ledger.introductions.between(requester, target):
        if one.origin is Origin.LOGGED and one.author == author and one.connector == connector and one.closing is None:
            return one
    return None
