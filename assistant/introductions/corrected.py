"""Setting right an introduction: by a sentence ("no, it was Tuesday", "I meant Sam Tanner"), or in its form."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant import undoing
from assistant.errors import Gone, Refused
from assistant.facts import Person, PersonSaid
from assistant.ids import IntroductionId, PersonId, QuestionId
from assistant.introductions import requests
from assistant.introductions.elsewhere import write_over
from assistant.introductions.moves import OPEN
from assistant.introductions.record import WHY, Introduction, Origin, Side, Stage, Wanted
from assistant.introductions.sides import GONE, seen_by
from assistant.introductions.steps import has_card, keep_up_all, matter_for
from assistant.ledger import Ledger
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Intent, Role
from assistant.reply import LoggedForm, Matter, RequestForm, Subject
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
    held = to_edit(IntroductionId(record.id), by, ledger)
    meant = people.get(Role.WITH, ())
    if held.origin is Origin.LOGGED:
        return _noted(held, frame, meant, by, ledger, now)
    return _request(held, frame, meant, by, ledger, now, asked)


def form_of(number: IntroductionId, by: Speaker, ledger: Ledger) -> LoggedForm | RequestForm:
    """It as it stands, to be set right. Raises Gone, Refused."""
    held = to_edit(number, by, ledger)
    shown = seen_by(held, by.person, ledger)
    if shown is None:
        raise Gone(GONE)
    before = matter_for(held, by.person.id)
    if held.origin is Origin.LOGGED:
        three = {Side.CONNECTOR: shown.connector, Side.REQUESTER: shown.requester, Side.TARGET: shown.target}
        people = {side: person for side, person in three.items() if side != shown.reader}
        return LoggedForm(before, held.version, people, shown.made_on, held.why)
    refuse_asked(held, ledger)
    sought = held.wanted.seeking or held.wanted.organisation
    return RequestForm(shown.target, held.why, before, held.version, sought)


def to_edit(number: IntroductionId, by: Speaker, ledger: Ledger) -> Introduction:
    """The speaker's own, which nobody else changes meanwhile. Raises Gone, and Refused for what stands as it is."""
    held = ledger.introductions.hold(number)
    if held is None or held.author != by.person.id:
        raise Gone(GONE)
    if held.origin is Origin.OFFERED:
        raise Refused("Both have been asked in these words. Say “undo that”, and introduce them anew.")
    if held.origin is Origin.REQUESTED and held.seems not in OPEN:
        raise Refused("That request isn't open any more. Ask for it anew, and I begin again.")
    if held.stage is Stage.CLOSED:
        raise Refused("That introduction was taken back. Put it back first.")
    return held


def _noted(
    held: Introduction, frame: Frame, meant: Sequence[PersonId], by: Speaker, ledger: Ledger, now: datetime
) -> Matter:
    day = frame.when.start if frame.when else None
    if not (day or frame.topic or meant):
        raise Refused("Tell me what to change: the day, the reason, or who it was.")
    after = held
    for person in meant:
        after = _with_another(after, person, ledger)
    three = {Side.REQUESTER: after.requester, Side.TARGET: after.target, Side.CONNECTOR: after.connector}
    people = {side: one for side, one in three.items() if one}
    return write_over(held, people, day, frame.topic or held.why, by, ledger, now)


def _request(
    held: Introduction,
    frame: Frame,
    meant: Sequence[PersonId],
    by: Speaker,
    ledger: Ledger,
    now: datetime,
    asked: QuestionId | None,
) -> Matter:
    if not meant and not frame.topic:
        raise Refused("Tell me what to change: whom you would like to meet, or why.")
    # Whom others found is not theirs to know, nor to guess.
    wanted = Wanted(meant[0]) if meant else held.wanted
    return ask_otherwise(held, wanted, frame.topic or held.why, by, ledger, now, asked)


def ask_otherwise(
    held: Introduction,
    wanted: Wanted,
    why: str,
    by: Speaker,
    ledger: Ledger,
    now: datetime,
    asked: QuestionId | None = None,
) -> Matter:
    """A request with another reason; for somebody else, it is withdrawn and another one takes its place."""
    why = " ".join(why.split())[:WHY]
    if not wanted.same(held.wanted):
        undoing.make_way(Matter(Subject.INTRODUCTION, held.id), by, ledger, now)
        return requests.request(_anew(wanted, why, ledger), by, ledger, now, asked)
    if why == held.why:
        return matter_for(held, by.person.id)
    refuse_asked(held, ledger)
    saved = ledger.introductions.save(replace(held, why=why))
    keep_up_all(saved, ledger, now)
    return matter_for(saved, by.person.id)


def _anew(wanted: Wanted, why: str, ledger: Ledger) -> Frame:
    intent = Intent.REQUEST_INTRO if why else Intent.FIND_PATH  # where no reason was asked for, none is now
    if wanted.target is None:
        return Frame(intent, {}, topic=why, organisation=wanted.organisation, seeking=wanted.seeking)
    name = ledger.people.by_ids([wanted.target])[wanted.target].name
    return Frame(intent, {Role.TARGET: (PersonSaid(name, known=wanted.target),)}, topic=why)


def refuse_asked(held: Introduction, ledger: Ledger) -> None:
    """Raises Refused for a request that somebody reads already."""
    if held.stage is not Stage.REQUESTED or has_card(held, ledger):
        raise Refused("It is being asked for in the words you gave. To say others, withdraw it and ask anew.")


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
