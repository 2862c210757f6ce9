"""What is said in the thread of a request's card: "I know her", "@tom knows her", "not needed any more"."""

from datetime import datetime

from assistant.errors import Refused
from assistant.facts import Person
from assistant.ids import IntroductionId
from assistant.introductions.answers import volunteer
from assistant.introductions.moves import OPEN
from assistant.introductions.record import Introduction, Origin, Stage, Verb
from assistant.introductions.requests import refuse_resting
from assistant.introductions.steps import CARD, matter_for, refuse_too_late, step
from assistant.ledger import Ledger
from assistant.people.resolve import Sure, resolve
from assistant.phrases.frame import Correction, Frame, Intent, Role
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety, Thread, Understood
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance, Where
from assistant.speaker import Speaker

IN_LINE = 6  # who stand in line to be asked, with those named in the thread


def card_of(said: Utterance, ledger: Ledger) -> IntroductionId | None:
    """The request whose card the sentence was said to, if it was said to one of ours."""
    return card_at(said.where, ledger) if said.surface in (Surface.MENTION, Surface.THREAD) else None


def card_at(where: Where, ledger: Ledger) -> IntroductionId | None:
    """The request whose card the thread hangs on, if it hangs on one of ours."""
    matter = ledger.posts.at(where.conversation, where.thread) if where.thread else None
    ours = matter is not None and matter.subject is Subject.INTRODUCTION and matter.side == CARD
    return IntroductionId(matter.id) if matter and ours else None


def answer(said: Utterance, number: IntroductionId, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """Take up whoever volunteers, or is named; None for words that offer nobody. Raises Refused."""
    introduction = ledger.introductions.hold(number)
    if introduction is None:
        return None
    heard = Heard(said.words, Surface.THREAD, by.clock, by.day_first, "", by.person.id, _about(introduction, ledger))
    read = understand(heard, ledger.people.directory())
    if _called_off(read, introduction, by):
        return matter_for(step(Verb.WITHDRAW, introduction, by.person, ledger, now), by.person.id)
    if read.surety is Surety.SILENT or read.frame.intent is not Intent.VOLUNTEER_INTRO:
        return None
    named = _named(read.frame, by, ledger)
    # Said to the others there rather than to us: only what is clear is taken up, and never the requester's own thanks.
    if said.surface is Surface.THREAD and (read.surety is not Surety.ACT or _is_own(introduction, named, by)):
        return None
    if named is None:
        if introduction.target is None:
            return Matter(Subject.NOTICE, words="Thank you. Press the button on the card to say whom you have in mind.")
        return matter_for(volunteer(introduction, by.person, ledger, now), by.person.id)
    nominate(introduction, named, by.person, ledger, now)
    # The same words whether somebody else is being asked or not: they would tell of a no.
    words = f"Thank you. {named.name} is asked privately, as soon as it is their turn."
    return Matter(Subject.NOTICE, words=words)


def _called_off(read: Understood, introduction: Introduction, by: Speaker) -> bool:
    """Who asked says in the thread that it is not needed any more: this request is meant, whatever else is open."""
    cancelled = read.frame.intent is Intent.CORRECT and read.frame.kind is Correction.CANCEL
    theirs = introduction.requester == by.person.id and introduction.origin is Origin.REQUESTED
    return cancelled and theirs and read.surety is Surety.ACT and introduction.stage in OPEN


def _is_own(introduction: Introduction, named: Person | None, by: Speaker) -> bool:
    return named is None and introduction.requester == by.person.id


def _named(frame: Frame, by: Speaker, ledger: Ledger) -> Person | None:
    """Who is said to know them; None for the speaker. Raises Refused for a name that is not clear."""
    for reference in frame.people.get(Role.CONNECTOR, ()):
        if reference.speaker:
            continue
        found = resolve(reference, ledger.people.directory(), by.person.id)
        if not isinstance(found, Sure):
            # A question would have to be answered elsewhere, and the thread is where it can be said.
            raise Refused(f"Whom do you mean by “{reference.text}”? Mention them with @, so that I ask the right one.")
        return found.person if found.person.id != by.person.id else None
    return None


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
    refuse_resting(connector.id, ledger, now)
    refuse_too_late(Verb.NOMINATE, introduction, by)
    asked = any(one.person == connector.id for one in ledger.introductions.asked(introduction.id))
    if asked or ledger.blocks.among((introduction.requester, connector.id)):
        return introduction  # in words as if it were done: nobody is told who was asked, or that two are kept apart
    if introduction.stage is Stage.CONNECTOR_ASKED:
        behind = (one for one in introduction.queue if one != connector.id)
        return step(Verb.NOMINATE, introduction, by, ledger, now, queue=(connector.id, *behind)[:IN_LINE])
    return step(Verb.NOMINATE, introduction, by, ledger, now, connector=connector.id)


def _about(introduction: Introduction, ledger: Ledger) -> Thread:
    target = introduction.target and ledger.people.by_ids([introduction.target]).get(introduction.target)
    return Thread(introduction.requester, target.name if target else "", introduction.wanted.seeking)
