"""When somebody is reminded to thank: after an introduction was made, after its meeting, after business came of it.

Who gained is asked, once for each deed. Of an introduction that somebody asked for: the requester when it is made, for
they got what they asked for; the target did them a kindness so far. Of one that the connector offered to both: both.
Of a meeting: whoever knows of it, which is both where one of them told all three, and its author alone where it stands
in somebody's own notes. Of one made elsewhere: its author, who alone knows of it.
"""

from datetime import datetime, timedelta

from assistant.facts import Meeting, Person
from assistant.following import keep_up
from assistant.ids import IntroductionId, PersonId
from assistant.introductions.outcome import met_on
from assistant.introductions.record import Introduction, Origin, Stage
from assistant.ledger import Ledger
from assistant.nudges.plan import plan, settle, show_anew
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.reply import Matter, Subject, ThanksDue
from assistant.thanks.came import draft
from assistant.thanks.made import Made, known_made, made_for
from assistant.thanks.owed import as_owed

MADE_AFTER = timedelta(days=1)  # the two write to each other first
MET_AFTER = timedelta(hours=2)  # the next morning, as a rule: thanks are warmest then
TOO_OLD = timedelta(days=30)  # of one that was made elsewhere: whoever notes it now thanked long ago, or never will

_STAGES = (Stage.INTRODUCED, Stage.MET, Stage.THANKED)


def gained(introduction: Introduction) -> tuple[PersonId, ...]:
    """Who gained by its being made."""
    both = tuple(filter(None, (introduction.requester, introduction.target)))
    match introduction.origin:
        case Origin.REQUESTED:
            return (introduction.requester,)
        case Origin.OFFERED:
            return both
        case Origin.LOGGED:
            return (introduction.author,) if introduction.author in both else ()


def introduced(introduction: Introduction, ledger: Ledger, now: datetime) -> None:
    """It was made: whoever gained is reminded tomorrow."""
    if introduction.made_at is None or now - introduction.made_at > TOO_OLD:
        return
    for person in ledger.people.by_ids(gained(introduction)).values():
        plan(person, Deed.MADE, about(introduction.id), now + MADE_AFTER, ledger, now)


def met(introduction: Introduction, ledger: Ledger, now: datetime, only: Person | None = None) -> None:
    """The two have met, as one of them told for all to know; or as stands in the notes of `only` one of them."""
    both = ledger.people.by_ids(filter(None, (introduction.requester, introduction.target)))
    for person in (only,) if only else both.values():
        if known_made(introduction, person, ledger):
            plan(person, Deed.MET, about(introduction.id), now + MET_AFTER, ledger, now)


def noted(meeting: Meeting, member: Person, ledger: Ledger, now: datetime) -> None:
    """A meeting was written down: it may be the one that an introduction led to. Its author's own message says so."""
    people = {person.id for person in meeting.people}
    for made in made_for(member, ledger):
        if made.other.id in people and meeting.when.start and meeting.when.start >= made.made_on:
            held = ledger.introductions.hold(made.introduction.id)
            if held and held.stage in _STAGES:
                saved = ledger.introductions.save(held)
                keep_up(Matter(Subject.INTRODUCTION, saved.id, side=str(member.id)), member, ledger, now)
                met(saved, ledger, now, only=member)


def changed(introduction: Introduction, ledger: Ledger, now: datetime) -> None:
    """It was set right, taken back or put back: a reminder about it that was said already shows how it stands."""
    for nudge in ledger.nudges.about(about(introduction.id).key):
        if nudge.sent_at:
            show_anew(ledger.nudges.save(nudge), ledger, now)


def thanked(introductions: list[IntroductionId], how: Ending, giver: Person, ledger: Ledger, now: datetime) -> None:
    """Whatever was to be said to the giver about these introductions is settled."""
    for number in introductions:
        settle(giver.id, about(number), how, ledger, now)


def ask_no_more(giver: Person, of: Person, ledger: Ledger, now: datetime) -> None:
    """They forgot somebody, of themselves everything, and with it what they thanked for: of what was made before, and
    stays as others' as well, they are asked nothing more.
    """
    for made in made_for(giver, ledger):
        if of.id in (giver.id, made.connector.id, made.other.id):
            record = about(made.introduction.id)
            settle(giver.id, record, Ending.PASSED, ledger, now)
            for deed in (Deed.MADE, Deed.MET):
                before = ledger.nudges.find(giver.id, deed, record.key)
                nudge = before or ledger.nudges.add(giver.id, deed, record.key, now, now, False)
                if nudge and nudge.how is not Ending.PASSED:
                    ledger.nudges.save(nudge, silently=True, state=State.SETTLED, how=Ending.PASSED, ended_at=now)


def about(introduction: IntroductionId) -> Matter:
    """The record as nudges name it."""
    return Matter(Subject.INTRODUCTION, introduction)


def still(nudge: Nudge, person: Person, ledger: Ledger) -> ThanksDue | None:
    """What to thank for, with a draft; None when it was thanked for since, or nobody is there to thank any more."""
    number = Matter.of_key(nudge.about)
    introduction = ledger.introductions.get(IntroductionId(number.id)) if number else None
    made = known_made(introduction, person, ledger) if introduction and introduction.stage in _STAGES else None
    if made is None or not made.connector.can_be_met:
        return None
    if nudge.is_open and not _open(nudge, made, person, ledger):
        return None
    owed = as_owed(made, person, ledger)
    return ThanksDue((owed,), draft(owed.other, owed.made_on, owed.met_on, business=False))


def _open(nudge: Nudge, made: Made, person: Person, ledger: Ledger) -> bool:
    last = ledger.thanks.last_for(person.id, [made.introduction.id]).get(made.introduction.id)
    met_day = met_on(made.introduction, person, ledger)
    if nudge.deed is Deed.MADE:
        # Once they have met, that is what is thanked for; one message about it is enough.
        return last is None and (nudge.state is State.SENT or met_day is None)
    return met_day is not None and (last is None or last <= nudge.earliest - MET_AFTER)
