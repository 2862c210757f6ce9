"""Thanking somebody: by sentence, by form, by a reaction. It is written down, passed on, and the introduction moves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.asked import Asking, QuestionDraft
from assistant.errors import Refused
from assistant.facts import Person, PersonSaid, Standing
from assistant.following import lane_of, show_home
from assistant.ids import PersonId, QuestionId, ThanksId
from assistant.introductions.elsewhere import note_made
from assistant.introductions.outcome import met_on
from assistant.introductions.record import Side, Stage, Verb
from assistant.introductions.steps import step
from assistant.jobs import PassThanks
from assistant.ledger import Ledger
from assistant.network.tending import between
from assistant.nudges.record import Ending
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.thanks import business as of_business
from assistant.thanks.made import Made, known_made, made_for
from assistant.thanks.nudging import thanked
from assistant.thanks.record import WORDS, Thanked, Thanks, ThanksDraft
from assistant.thanks.which import meant
from assistant.who import OPEN_FOR, open_question, settle

WHICH = ""  # the reference of a frame that stands for "the introduction that you mean"
BY_NAME = "Whom would you like to thank? Say it with a name, like “thank Sam for the intro to Linn”."
APP = "An app can't be thanked: nobody would read it. Whom would you like to thank?"
YOURSELF = "That's you. Whom would you like to thank?"


def give(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Thank those named in the sentence; or ask who, or which introduction, is meant. Raises Refused for nobody."""
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    named = people.get(Role.TO)
    receivers = [one for one in named if one != by.person.id]
    if not receivers:
        raise Refused(YOURSELF if named else BY_NAME)
    others = [one for one in people.get(Role.INTRODUCED) if one != by.person.id]
    other = others[0] if len(others) == 1 and others[0] not in receivers else None
    made = [] if Role.INTRODUCED in frame.people and not others else made_for(by.person, ledger)
    before = ledger.thanks.last_for(by.person.id, [one.introduction.id for one in made])
    fits = [meant(one, other, frame.topic, made, before) for one in receivers]
    if len(receivers) == 1 and len(fits[0]) > 1:
        return _ask_which(frame, fits[0], by, ledger, asked)
    found = [(receiver, some[0] if some else None) for receiver, some in zip(receivers, fits, strict=True)]
    if other is not None and all(one is None for _, one in found):
        found = [(one, _noted(one, other, by, ledger)) for one in receivers]
    return thank(found, frame.topic, by, ledger, now)


def thank(
    to: Sequence[tuple[PersonId, Made | None]],
    words: str,
    by: Speaker,
    ledger: Ledger,
    now: datetime,
    *,
    elsewhere: bool = False,
    business: bool = False,
    referral: int | None = None,
) -> Matter:
    """Write the thanks down, and pass them on to everybody who can be told.

    `elsewhere`: they were said without Wellmet, and nobody is told anything. Raises Refused for an app.
    """
    people = ledger.people.by_ids(one for one, _ in to)
    if any(person.standing is Standing.BOT for person in people.values()):
        raise Refused(APP)
    receivers = tuple(
        _thanked(people[one], made, not elsewhere and may_be_told(people[one]), by.person, ledger) for one, made in to
    )
    draft = ThanksDraft(by.person.id, receivers, words.strip()[:WORDS], business, referral)
    thanks = ledger.thanks.add(draft, by.at)
    ledger.journal.wrote(by.person.id, matter_for(thanks, by.person.id), by.at)
    pass_on(thanks, by.person, ledger, now)
    between(by.person.id, [one.receiver for one in receivers], ledger)
    how = Ending.ALREADY if elsewhere else Ending.DONE
    thanked([one.introduction for one in receivers if one.introduction], how, by.person, ledger, now)
    of_business.thanked(by.person, how, ledger, now)
    show_home(by.person, ledger, now)
    return matter_for(thanks, by.person.id)


def pass_on(thanks: Thanks, giver: Person, ledger: Ledger, now: datetime) -> None:
    """Tell those who are to be told, once, and move the introductions."""
    people = ledger.people.by_ids(one.receiver for one in thanks.to)
    for one in thanks.to:
        receiver = people[one.receiver]
        if one.told and receiver.account:
            _tell(thanks, receiver.id, lane_of(receiver.account), ledger, now)
        _move(one, giver, ledger, now)


def _tell(thanks: Thanks, receiver: PersonId, lane: str, ledger: Ledger, now: datetime) -> None:
    """Once: given again, whoever read them already sees them where they were told; whoever did not is told now."""
    if not ledger.posts.about(matter_for(thanks, receiver)):
        ledger.outbox.put(PassThanks(thanks.id, receiver), told_key(thanks.id, receiver), lane, now, replace=True)


def may_be_told(person: Person) -> bool:
    """Members of this workspace who are still here; whoever is only shared with it cannot be written to."""
    return person.account is not None and person.may_keep_notes


def told_key(thanks: ThanksId, receiver: PersonId) -> str:
    """The key of the job that tells somebody, and the mark of the message that it brings."""
    return f"thanks:{thanks}:{receiver}"


def matter_for(thanks: Thanks, person: PersonId) -> Matter:
    """The message about them for the giver, or for one who is thanked."""
    return Matter(Subject.THANKS, thanks.id, side=str(person))


def _ask_which(frame: Frame, fits: Sequence[Made], by: Speaker, ledger: Ledger, asked: QuestionId | None) -> Matter:
    """Several introductions by the same person: which one? The answer names whom they were introduced to."""
    others = tuple(dict.fromkeys(one.other.id for one in fits))
    said = replace(frame, people={**frame.people, Role.INTRODUCED: (PersonSaid(WHICH),)})
    if asked:
        ledger.questions.choose(asked, said)
        ledger.questions.turn_to(asked, WHICH, others, True)
        return Matter(Subject.QUESTION, asked)
    draft = QuestionDraft(
        by.person.id, Asking.WHO, said, by.at, by.conversation, by.at + OPEN_FOR, name=WHICH, candidates=others
    )
    return open_question(draft, ledger)


def _noted(connector: PersonId, other: PersonId, by: Speaker, ledger: Ledger) -> Made | None:
    """Nothing is known of the introduction: it is noted on the way, for the giver alone."""
    introduction = note_made(by.person.id, other, connector, "", by.at, by, ledger)
    return known_made(introduction, by.person, ledger)


def _thanked(receiver: Person, made: Made | None, told: bool, giver: Person, ledger: Ledger) -> Thanked:
    """Each is told of their own introduction, and of the meeting that it led to; of no other one's."""
    if made is None:
        return Thanked(receiver.id, told=told)
    return Thanked(receiver.id, made.introduction.id, told, met_on(made.introduction, giver, ledger))


def _move(one: Thanked, giver: Person, ledger: Ledger, now: datetime) -> None:
    """The introduction is thanked for; that the two met is told with it, and so it is known from now on."""
    introduction = ledger.introductions.hold(one.introduction) if one.introduction else None
    if introduction is None or introduction.side_of(giver.id) not in (Side.REQUESTER, Side.TARGET):
        return
    made_there = introduction.stage in (Stage.INTRODUCED, Stage.MET, Stage.THANKED)
    if made_there and one.told and one.met_on and not introduction.met_at:
        introduction = step(Verb.REPORT_MET, introduction, giver, ledger, now)
    if introduction.stage in (Stage.INTRODUCED, Stage.MET):
        step(Verb.THANK, introduction, giver, ledger, now)
