"""Asking for an introduction: to somebody, to somebody at a house, or to a kind of person, with a line of why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.asked import Asking, QuestionDraft
from assistant.clock import short_day
from assistant.errors import Refused
from assistant.facts import Kind, Person, PersonSaid
from assistant.ids import PersonId, QuestionId
from assistant.introductions.moves import CONNECTORS_ASKED, EXPIRES_AFTER, MADE, OPEN, OPEN_REQUESTS
from assistant.introductions.record import Introduction, IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.introductions.shield import ASKED_LATELY, LATEST, resting, resting_until, was_asked
from assistant.introductions.steps import expire, matter_for, step
from assistant.ledger import Ledger
from assistant.network.connectors import connectors_for
from assistant.people.resolve import Unknown, resolve
from assistant.people.spelling import plain
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import OPEN_FOR, open_question, settle

MET_LATELY = timedelta(days=30)  # whom one met within it one can write to oneself
YOURSELF = "That's you. To bring two others together, say “introduce Maya to Tom”."


def request(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Write the request down, and ask the connector whom the requester named; else show how many know somebody.

    Returns a question when a name is not clear or the why is missing. Raises Refused for what cannot be asked for.
    """
    frame = _sought_if_unknown(frame, by, ledger)
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    target = next(iter(people.get(Role.TARGET, ())), None)
    named = next(iter(people.get(Role.CONNECTOR, ())), None)
    wanted = Wanted(target) if target else Wanted(None, frame.organisation, frame.seeking)
    before = _refuse(wanted, named, by, ledger, now)
    if before:
        return replace(matter_for(before, by.person.id), again=True)
    if not frame.topic and frame.intent is Intent.REQUEST_INTRO:
        return _ask_why(frame, by, ledger, asked)
    return _write_down(wanted, named, frame.topic, by, ledger, now)


def _write_down(wanted: Wanted, named: PersonId | None, why: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    if named:
        _refuse_resting(named, wanted, by, ledger, now)
    known = [named] if named else [one.person for one in connectors_for(by.person.id, wanted, ledger, now)]
    able = known if named else _able(known, wanted, by, ledger, now)
    draft = IntroductionDraft(
        Origin.REQUESTED, Stage.REQUESTED, by.person.id, wanted, why,
        named=named is not None, queue=tuple(able[:CONNECTORS_ASKED]), expires_at=now + EXPIRES_AFTER,
    )  # fmt: skip
    introduction = ledger.introductions.add(draft, Moved(by.person.id, Verb.ASK, Stage.REQUESTED, by.at))
    ledger.journal.wrote(by.person.id, matter_for(introduction, by.person.id), by.at)
    expire(introduction, ledger)
    if named:
        introduction = ask_around(introduction, by.person, ledger, now)
    return matter_for(introduction, by.person.id)


def ask_around(introduction: Introduction, requester: Person, ledger: Ledger, now: datetime) -> Introduction:
    """Ask the warmest of those who may be asked; the others are asked if that comes to nothing. Raises Refused."""
    if not introduction.why:
        raise Refused("Say in a line why you would like to meet. It travels with the request.")
    if not introduction.queue:
        raise Refused("Nobody can be asked privately for this one.")
    first, *rest = introduction.queue
    return step(Verb.ASK, introduction, requester, ledger, now, connector=first, queue=tuple(rest))


def _sought_if_unknown(frame: Frame, by: Speaker, ledger: Ledger) -> Frame:
    """A target whom nobody here is called like is sought by that name; one that is spelt nearly so is asked about."""
    directory = ledger.people.directory()
    for reference in frame.people.get(Role.TARGET, ()):
        if plain(reference.text) == plain(by.person.name):
            raise Refused(YOURSELF)
        found = None if reference.account else resolve(reference, directory, by.person.id)
        if isinstance(found, Unknown) and not found.nearest:
            return sought(frame, reference.text)
    return frame


def sought(frame: Frame, name: str) -> Frame:
    """The frame with that name looked for rather than known."""
    others: dict[Role, tuple[PersonSaid, ...]] = {
        role: people for role, people in frame.people.items() if role is not Role.TARGET
    }
    return replace(frame, people=others, seeking=frame.seeking or name)


def _refuse(wanted: Wanted, named: PersonId | None, by: Speaker, ledger: Ledger, now: datetime) -> Introduction | None:
    """Raises Refused, with the reason, for what makes no sense to ask; the open request if this is one again."""
    me = by.person.id
    if wanted == Wanted():
        raise Refused("Whom would you like to meet? Say a name, an organisation, or a kind of person.")
    if me in (wanted.target, named):
        raise Refused(YOURSELF)
    if wanted.target and wanted.target == named:
        raise Refused(f"{_name(named, ledger)} can't introduce you to themselves. You can write to them directly.")
    mine = ledger.introductions.of_requester(me, LATEST)
    still_open = [one for one in mine if one.origin is Origin.REQUESTED and (one.stage in OPEN or not one.disclosed)]
    for one in still_open:
        if one.wanted.same(wanted):
            return one
    if wanted.target:
        _refuse_acquainted(wanted.target, by, ledger, now)
    if len(still_open) >= OPEN_REQUESTS:
        raise Refused(
            f"You have {len(still_open)} requests open, and {OPEN_REQUESTS} at a time is the most. "
            "Withdraw one, or wait for an answer; “show my requests” lists them."
        )
    return None


def _refuse_acquainted(target: PersonId, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """Whom the requester met lately, or was introduced to, they can write to themselves."""
    times, last = ledger.meetings.met(by.person.id, [target]).get(target, (0, None))
    if times and last and now.date() - last <= MET_LATELY:
        raise Refused(f"You met {_name(target, ledger)} on {short_day(last)}, so you can write to them yourself.")
    for one in ledger.introductions.between(by.person.id, target):
        told = (
            (one.author,) if one.origin is Origin.LOGGED else (one.author, one.requester)
        )  # a log is its author's own
        if one.stage in MADE and by.person.id in told:
            raise Refused(f"You and {_name(target, ledger)} have been introduced already. You can write to them.")


def _refuse_resting(named: PersonId, wanted: Wanted, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """Raises Refused when the connector whom the requester named cannot be asked, as far as the requester may know."""
    if was_asked(named, wanted, by.person.id, ledger, now, by_name=True):
        raise Refused(f"{_name(named, ledger)} was asked about this already; nobody is asked twice for the same thing.")
    refuse_resting(named, ledger, now)


def refuse_resting(connector: PersonId, ledger: Ledger, now: datetime) -> None:
    """Raises Refused for a connector who is asked for nothing now."""
    until = resting_until(connector, ledger, now)
    if until:
        raise Refused(
            f"{_name(connector, ledger)} is resting until {short_day(until)}, and is asked for nothing before then."
        )


def _able(
    connectors: Sequence[PersonId], wanted: Wanted, by: Speaker, ledger: Ledger, now: datetime
) -> Sequence[PersonId]:
    """Those who may be asked for it now, in the order given."""
    rest, before = resting(connectors, ledger, now), _asked_before(wanted, by, ledger, now)
    return [one for one in connectors if one not in rest and one not in before]


def _asked_before(wanted: Wanted, by: Speaker, ledger: Ledger, now: datetime) -> frozenset[PersonId]:
    """Who was asked for the same thing by the same requester lately."""
    latest = ledger.introductions.of_requester(by.person.id, LATEST)
    same = [one.id for one in latest if one.wanted.same(wanted) and now - one.asked_at < ASKED_LATELY]
    return frozenset().union(*ledger.introductions.asked_about(same).values())


def _ask_why(frame: Frame, by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    if asked:
        ledger.questions.turn_to_why(asked)
        return Matter(Subject.QUESTION, asked)
    draft = QuestionDraft(by.person.id, Asking.WHY, frame, by.at, by.conversation, by.at + OPEN_FOR)
    return open_question(draft, ledger)


def _name(person: PersonId, ledger: Ledger) -> str:
    found = ledger.people.by_ids([person]).get(person)
    return found.name if found and (found.kind is Kind.MEMBER or found.owner) else "That person"
