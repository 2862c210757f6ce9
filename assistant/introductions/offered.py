"""Introductions that a connector starts, believing in both."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.errors import Refused
from assistant.ids import QuestionId
from assistant.introductions.moves import EXPIRES_AFTER, Effect
from assistant.introductions.record import IntroductionDraft, Moved, Origin, Stage, Verb, Wanted
from assistant.introductions.steps import follow, matter_for
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter
from assistant.speaker import Speaker
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
