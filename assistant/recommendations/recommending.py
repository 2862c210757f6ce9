"""Recommending somebody: written down at once, shown to others only when that person agrees.

They are asked once, privately, in a message of nudges. What they answer, their author reads only if it was a yes: a no,
"never" and silence are the same to them.
"""

from dataclasses import replace
from datetime import datetime

from assistant.errors import Gone, Refused
from assistant.facts import Kind, Person, Standing
from assistant.following import keep_up, say, show_home
from assistant.ids import QuestionId, RecommendationId
from assistant.jobs import Say
from assistant.ledger import Ledger
from assistant.listings import fitting
from assistant.network.matches import things
from assistant.network.tending import weigh
from assistant.nudges import plan as nudges
from assistant.nudges.record import Deed, Ending, Nudge, State
from assistant.people.spelling import words
from assistant.phrases.frame import Frame, Role
from assistant.recommendations.record import TOPIC, Consent, Recommendation
from assistant.reply import Matter, RecommendationAsked, Subject
from assistant.speaker import Speaker
from assistant.who import settle

GONE = "That recommendation isn't there any more."
YOURSELF = "You can't recommend yourself here. Say what you offer instead: “I do wedding photography”."
MOST = 200  # recommendations of one author that are looked through


def recommend(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Write down that the speaker recommends people; each is one recommendation, and twice is once.

    Returns a question when a name is not clear. Raises Refused for nobody, oneself, and who has left.
    """
    _refuse_gone(frame, ledger)
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    numbers = people.get(Role.PERSON, ())
    if not numbers:
        raise Refused("Whom do you recommend? Say it like “I recommend Linn for portraits”.")
    if by.person.id in numbers:
        raise Refused(YOURSELF)
    known = ledger.people.by_ids(numbers)
    topic = " ".join(frame.topic.split())[:TOPIC].strip()
    first, *others = [_write(known[number], topic, by, ledger, now) for number in numbers]
    for matter in others:
        say(Say(by.account, matter), f"recommended:{matter.id}:{now.isoformat()}", ledger, now)
    show_home(by.person, ledger, now)
    return first


def _refuse_gone(frame: Frame, ledger: Ledger) -> None:
    """Raises Refused for a mention of somebody who has left; a typed name of theirs is asked about, as everywhere."""
    accounts = [one.account for one in frame.people.get(Role.PERSON, ()) if one.account]
    for person in ledger.people.by_accounts(accounts).values():
        if person.standing is Standing.DEACTIVATED:
            raise Refused(f"{person.name} has left this workspace, so there is no card to show it on.")


def _write(person: Person, topic: str, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    for one in ledger.recommendations.by(by.person.id, MOST):
        if one.person == person.id and words(one.topic) == words(topic):
            return replace(matter_of(one), again=True)
    written = ledger.recommendations.add(by.person.id, person.id, topic, by.at)
    weigh(by.person.id, [person.id], ledger)
    ledger.journal.wrote(by.person.id, matter_of(written), by.at)
    _ask(written, person, ledger, now)
    return matter_of(written)


def _ask(recommendation: Recommendation, person: Person, ledger: Ledger, now: datetime) -> None:
    """Have the person asked, once; not who never wants to be, nor who cannot be."""
    if can_be_asked(person) and ledger.preferences.of(person.id).may_be_recommended:
        nudges.plan(person, Deed.CONFIRM, matter_of(recommendation), now, ledger, now)


def can_be_asked(person: Person) -> bool:
    """Whether there is a way to ask them; their own choice is not in it, and shows to nobody."""
    return person.kind is Kind.MEMBER and person.may_keep_notes


def still(nudge: Nudge, person: Person, ledger: Ledger) -> RecommendationAsked | None:
    """What the person recommended sees; None when there is nothing to ask any more."""
    matter = Matter.of_key(nudge.about)
    found = ledger.recommendations.get(RecommendationId(matter.id)) if matter else None
    if found is None or not found.stands or found.person != person.id:
        return None
    if nudge.state is State.PLANNED and (found.consent or not ledger.preferences.of(person.id).may_be_recommended):
        return None
    author = ledger.people.by_ids([found.author])[found.author]
    return RecommendationAsked(found, author)


def answer(consent: Consent, never: bool, of: RecommendationId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """The person recommended says yes or no, at any time; "never" also means the next ones. Raises Gone."""
    found = ledger.recommendations.get(of)
    if found is None or found.person != by.person.id or not found.stands:
        raise Gone(GONE)
    ledger.recommendations.save(replace(found, consent=consent))
    if never:
        chosen = ledger.preferences.of(by.person.id)
        ledger.preferences.choose(by.person.id, replace(chosen, may_be_recommended=False))
    about = matter_of(found)
    author = ledger.people.by_ids([found.author])[found.author]
    if (consent is Consent.SHOW) != found.is_shown:
        keep_up(about, author, ledger, now)
        if consent is Consent.SHOW:
            fitting.suggest_to_needs(things(found.topic), by.person, ledger, now)
    nudges.settle(by.person.id, about, Ending.DONE, ledger, now)
    nudge = ledger.nudges.find(by.person.id, Deed.CONFIRM, about.key)
    if nudge is None:
        return Matter(Subject.NOTICE, words="Noted.")
    ledger.nudges.save(nudge)  # a new version: its message shows the answer
    return Matter(Subject.NUDGES, nudge.batch or nudge.id)


def take_back(of: RecommendationId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Its author takes it back; again is the same. Raises Gone."""
    found = own(of, by, ledger)
    if found.stands:
        ledger.recommendations.save(replace(found, ended_at=by.at))
        weigh(by.person.id, [found.person], ledger)
        nudges.withdraw(matter_of(found), ledger, now)
        _show_anew(found, ledger, now)
    return matter_of(found)


def put_back(of: RecommendationId, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """It stands again, shown if it was; again is the same. Raises Gone."""
    found = own(of, by, ledger)
    if not found.stands:
        ledger.recommendations.save(replace(found, ended_at=None))
        weigh(by.person.id, [found.person], ledger)
        _ask(found, ledger.people.by_ids([found.person])[found.person], ledger, now)
        _show_anew(found, ledger, now)
    return matter_of(found)


def _show_anew(found: Recommendation, ledger: Ledger, now: datetime) -> None:
    """The message in which the person was asked follows."""
    nudge = ledger.nudges.find(found.person, Deed.CONFIRM, matter_of(found).key)
    if nudge and nudge.sent_at:
        nudges.show_anew(ledger.nudges.save(nudge), ledger, now)


def own(of: RecommendationId, by: Speaker, ledger: Ledger) -> Recommendation:
    """The speaker's own. Raises Gone."""
    found = ledger.recommendations.get(of)
    if found is None or found.author != by.person.id:
        raise Gone(GONE)
    return found


def matter_of(recommendation: Recommendation) -> Matter:
    """What a message about it to its author is about."""
    return Matter(Subject.RECOMMENDATION, recommendation.id)
