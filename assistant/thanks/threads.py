"""Thanks said to Wellmet in the thread of a request's card, or of an introduction: they are for that introduction."""

from datetime import datetime

from assistant.ids import IntroductionId
from assistant.introductions.steps import CARD, TOGETHER
from assistant.ledger import Ledger
from assistant.phrases.frame import Intent, Role
from assistant.phrases.understand import understand
from assistant.phrases.understood import Heard, Surety
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker
from assistant.thanks.giving import thank
from assistant.thanks.made import known_made
from assistant.who import settle


def answer(said: Utterance, by: Speaker, ledger: Ledger, now: datetime) -> Matter | None:
    """Thank the connector of the thread's introduction, if the words name them; None for anything else."""
    matter = ledger.posts.at(said.where.conversation, said.where.thread) if said.where.thread else None
    if said.surface is not Surface.MENTION or matter is None or matter.subject is not Subject.INTRODUCTION:
        return None
    introduction = ledger.introductions.get(IntroductionId(matter.id)) if matter.side in (CARD, TOGETHER) else None
    made = known_made(introduction, by.person, ledger) if introduction else None
    if made is None:
        return None
    heard = Heard(said.words, said.surface, by.clock, by.day_first, said.command, by.person.id)
    read = understand(heard, ledger.people.directory())
    if read.surety is not Surety.ACT or read.frame.intent is not Intent.GIVE_THANKS:
        return None
    people = settle(read.frame, by, ledger)
    if isinstance(people, Matter):
        return people
    if people.get(Role.TO) != (made.connector.id,):
        return None
    return thank([(made.connector.id, made)], read.frame.topic, by, ledger, now)
