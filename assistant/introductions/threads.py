"""What is said to Wellmet in the thread of a request's card: "I know her, happy to connect", "@tom knows her"."""

from datetime import datetime

from assistant.errors import Refused
from assistant.facts import Person
from assistant.ids import IntroductionId
from assistant.introductions.answers import volunteer
from assistant.introductions.record import Introduction, Stage, Verb
from assistant.introductions.requests import refuse_resting
from assistant.introductions.steps import CARD, matter_for, step
from assistant.ledger import Ledger
from assistant.phrases.frame import Intent, Role
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Thread
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker
from assistant.who import settle

IN_LINE = 6  # who stand in line to be asked, with those named in the thread


def card_of(said: Utterance, ledger: Ledger) -> IntroductionId | None:
    """The request whose card the thread hangs on, if it hangs on one of ours."""
    if said.surface is not Surface.MENTION or not said.where.thread:
        return None
    matter = ledger.posts.at(said.where.conversation, said.where.thread)
    ours = matter is not None and matter.subject is Subject.INTRODUCTION and matter.side == CARD
    return IntroductionId(matter.id) if matter and ours else None


def answer(said: Utterance, number: IntroductionId, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """Take up whoever volunteers, or is named; None for words that offer nobody. Raises Refused."""
    introduction = ledger.introductions.hold(number)
    if introduction is None:
        return None
    heard = Heard(said.words, Surface.THREAD, by.clock, by.day_first, "", by.person.id, _about(introduction, ledger))
    read = understand(heard, ledger.people.directory())
    if read.surety is Surety.SILENT or read.frame.intent is not Intent.VOLUNTEER_INTRO:
        return None
    people = settle(read.frame, by, ledger)
    if isinstance(people, Matter):
        return people
    named = [one for one in people.get(Role.CONNECTOR, ()) if one != by.person.id]
    if not named:
        if introduction.target is None:
            return Matter(Subject.NOTICE, words="Thank you. Press the button on the card to say whom you have in mind.")
        return matter_for(volunteer(introduction, by.person, ledger, now), by.person.id)
    connector = ledger.people.by_ids(named)[named[0]]
    nominate(introduction, connector, by.person, ledger, now)
    # The same words whether somebody else is being asked or not: they would tell of a no.
    words = f"Thank you. {connector.name} is asked privately, as soon as it is their turn."
    return Matter(Subject.NOTICE, words=words)


def nominate(introduction: Introduction, connector: Person, by: Person, ledger: Ledger, now: datetime) -> Introduction:
    """Ask somebody whom another member named, after whoever is being asked now.

    Raises Refused for whoever cannot be asked, and when it is settled.
    """
    if connector.id == introduction.requester:
        raise Refused(f"It is {connector.name} who asks.")
    if connector.id == introduction.target:
        raise Refused(f"It is {connector.name} whom they would like to meet.")
    if not connector.may_keep_notes:
        raise Refused(f"{connector.name} can't be asked here: only members of this workspace can.")
    if any(one.person == connector.id for one in ledger.introductions.asked(introduction.id)):
        raise Refused(f"{connector.name} was asked about this already; nobody is asked twice for the same thing.")
    refuse_resting(connector.id, ledger, now)
    if introduction.stage is Stage.CONNECTOR_ASKED:
        behind = (one for one in introduction.queue if one != connector.id)
        return step(Verb.NOMINATE, introduction, by, ledger, now, queue=(connector.id, *behind)[:IN_LINE])
    return step(Verb.NOMINATE, introduction, by, ledger, now, connector=connector.id)


def _about(introduction: Introduction, ledger: Ledger) -> Thread:
    target = introduction.target and ledger.people.by_ids([introduction.target]).get(introduction.target)
    return Thread(introduction.requester, target.name if target else "", introduction.wanted.seeking)
