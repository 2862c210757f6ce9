"""One step of an introduction: looked up in the table, written down, and what it brings about is set going."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.decent import next_decent
from assistant.errors import Refused
from assistant.facts import Person
from assistant.following import lane_of, say, show_home
from assistant.ids import IntroductionId, PersonId
from assistant.introductions.moves import (
    EXPIRES_AFTER,
    MADE,
    OPEN,
    OUTCOME_AFTER,
    REMIND_AFTER,
    TELL_NO_AFTER,
    Effect,
    Move,
    move,
)
from assistant.introductions.record import Answer, Asked, Bidden, Introduction, Moved, Side, Stage, Verb
from assistant.introductions.shield import was_asked
from assistant.jobs import AskOutcome, BringTogether, Disclose, ExpireIntroduction, Refresh, Remind, Say
from assistant.ledger import Ledger
from assistant.network import tending
from assistant.nudges.life import hours_for
from assistant.reply import Matter, Subject
from assistant.thanks import nudging

CARD, TOGETHER = "card", "together"
"""The two messages about an introduction that others read than one person alone."""

IN_HAND = "Thank you. Somebody is seeing to this one already, so nothing more is to be done for now."
TOO_LATE = {
    Stage.INTRODUCED: "You two have been introduced already.",
    Stage.MET: "That has happened already: you met.",
    Stage.THANKED: "That has happened already, and was thanked for.",
    Stage.CLOSED: "That is closed already; nothing more is to be done.",
}


def matter_for(introduction: Introduction, side: PersonId | str) -> Matter:
    """The message about it for one person, or the card, or the introduction itself."""
    return Matter(Subject.INTRODUCTION, introduction.id, side=str(side))


def step(
    verb: Verb, introduction: Introduction, by: Person | None, ledger: Ledger, now: datetime, **changed: object
) -> Introduction:
    """Make the move, with what else changes by it (`connector`, `wanted`, `queue`). Raises Refused if it may not be.

    The introduction must be held. `by` is None when it is the time that has come.
    """
    found = refuse_too_late(verb, introduction, by)
    after = replace(
        introduction,
        stage=found.to,
        closing=found.closing,
        disclosed=Effect.TELL_END not in found.brings or verb is Verb.EXPIRE,
        expires_at=_waits_until(introduction, found, now),
        made_at=now if verb is Verb.ACCEPT and found.to is Stage.INTRODUCED else introduction.made_at,
        met_at=introduction.met_at or now if verb is Verb.REPORT_MET else introduction.met_at,
        **changed,  # type: ignore[arg-type]  # fields of Introduction
    )
    saved = ledger.introductions.save(after, Moved(by.id if by else None, verb, found.to, now))
    if (introduction.stage in MADE) != (saved.stage in MADE):
        tending.introduced(saved, ledger)
    return follow(saved, found.brings, ledger, now)


def refuse_too_late(verb: Verb, introduction: Introduction, by: Person | None) -> Move:
    """What the move brings about. Raises Refused if it may not be made."""
    found = move(introduction.stage, verb, introduction.side_of(by.id) if by else Side.CLOCK)
    if found is None:
        raise Refused(_too_late(introduction, verb))
    return found


def _too_late(introduction: Introduction, verb: Verb) -> str:
    """Whoever comes to help is told the same whether an answer is awaited, or a no is not told yet."""
    hidden = introduction.stage is Stage.CLOSED and not introduction.disclosed
    if verb in (Verb.VOLUNTEER, Verb.NOMINATE) and (hidden or introduction.stage is Stage.TARGET_ASKED):
        return IN_HAND
    return TOO_LATE.get(introduction.stage, "That can't be done with this introduction now.")


def _waits_until(introduction: Introduction, found: Move, now: datetime) -> datetime | None:
    """Until when an answer is waited for. A no that is not told yet keeps it: with a card it is told only then."""
    if found.to is introduction.stage and not found.brings:
        return introduction.expires_at
    if found.to in OPEN:
        return now + EXPIRES_AFTER
    return introduction.expires_at if Effect.TELL_END in found.brings else None


def has_card(introduction: Introduction, ledger: Ledger) -> bool:
    """Whether its card stands in the introductions channel."""
    return bool(ledger.posts.about(matter_for(introduction, CARD)))


def parted(introduction: Introduction, ledger: Ledger) -> bool:
    """Whether two of its people are kept apart; then none of them is asked, and it ends as if nobody had answered."""
    return ledger.blocks.among((introduction.requester, introduction.connector, introduction.target))


def follow(introduction: Introduction, brings: tuple[Effect, ...], ledger: Ledger, now: datetime) -> Introduction:
    """Set going what a move brings about, and bring every message about it up to date; how it stands then."""
    for effect in brings:
        match effect:
            case Effect.ASK_CONNECTOR if introduction.connector and _is_spared(introduction, ledger, now):
                _spare(introduction, introduction.connector, ledger, now)
                return step(Verb.DECLINE, introduction, None, ledger, now)
            case Effect.ASK_TARGET | Effect.ASK_BOTH if parted(introduction, ledger):
                introduction = _end_unasked(introduction, ledger, now)
            case Effect.ASK_CONNECTOR if introduction.connector:
                ask(introduction, introduction.connector, Side.CONNECTOR, ledger, now)
            case Effect.ASK_TARGET if introduction.target:
                ask(introduction, introduction.target, Side.TARGET, ledger, now)
            case Effect.ASK_BOTH if introduction.target:
                ask(introduction, introduction.requester, Side.REQUESTER, ledger, now)
                ask(introduction, introduction.target, Side.TARGET, ledger, now)
            case Effect.INTRODUCE:
                nudging.introduced(introduction, ledger, now)
                job = BringTogether(introduction.id)
                ledger.outbox.put(job, f"together:{introduction.id}", f"together:{introduction.id}", now)
            case Effect.ASK_OUTCOME:
                ask_outcome(introduction, OUTCOME_AFTER, ledger, now)
            case Effect.TELL_END if not introduction.disclosed:
                tell_end(introduction, now + TELL_NO_AFTER, ledger)
            case _:
                pass  # TELL_OTHERS: below, everybody's message is brought up to date
    expire(introduction, ledger)
    keep_up_all(introduction, ledger, now)
    return introduction


def _is_spared(introduction: Introduction, ledger: Ledger, now: datetime) -> bool:
    """Whether its connector is not asked: kept apart, or asked for the same lately, without the requester's knowing."""
    if parted(introduction, ledger):
        return True
    first = introduction.named and not ledger.introductions.asked(introduction.id)
    connector = introduction.connector if first else None
    return connector is not None and was_asked(connector, introduction.wanted, introduction.requester, ledger, now)


def _spare(introduction: Introduction, connector: PersonId, ledger: Ledger, now: datetime) -> None:
    """To the requester it is as if whom they named had been asked, and said nothing."""
    if introduction.named and not ledger.introductions.asked(introduction.id):
        ledger.introductions.ask(Asked(introduction.id, connector, Side.CONNECTOR, now, bidden=Bidden.SPARED))
        ledger.introductions.answer(introduction.id, connector, Answer.NO)


def _end_unasked(introduction: Introduction, ledger: Ledger, now: datetime) -> Introduction:
    """It ends when a no would be told."""
    if has_card(introduction, ledger):
        return introduction
    return ledger.introductions.save(replace(introduction, expires_at=now + TELL_NO_AFTER))


def ask(introduction: Introduction, person: PersonId, side: Side, ledger: Ledger, now: datetime) -> None:
    """Ask somebody with an account, privately, once; they are reminded once."""
    asked = ledger.people.by_ids([person])[person]
    first = side is Side.CONNECTOR and introduction.named and not ledger.introductions.asked(introduction.id)
    row = Asked(introduction.id, person, side, now, bidden=Bidden.NAMED if first else Bidden.FOUND)
    if asked.account is None or not ledger.introductions.ask(row):
        return
    say(Say(asked.account, matter_for(introduction, person)), f"ask:intro:{introduction.id}:{person}", ledger, now)
    remind(introduction.id, asked, now + REMIND_AFTER, ledger)


def remind(introduction: IntroductionId, person: Person, at: datetime, ledger: Ledger) -> None:
    """Remind the person at the first decent hour after `at`, if they have not answered by then."""
    if person.account:
        job, due = Remind(introduction, person.id), next_decent(at, person.zone, hours_for(person.id, ledger))
        ledger.outbox.put(job, remind_key(job), lane_of(person.account), due, replace=True)


def remind_key(job: Remind) -> str:
    """Names the reminder in the outbox."""
    return f"remind:intro:{job.introduction}:{job.person}"


def outcome_key(job: AskOutcome) -> str:
    """Names the question whether they met in the outbox."""
    return f"outcome:intro:{job.introduction}:{job.person}:{'again' if job.again else 'first'}"


def tell_end(introduction: Introduction, at: datetime, ledger: Ledger) -> None:
    """The requester may know of a no from that moment on."""
    job, key = Disclose(introduction.id), f"disclose:intro:{introduction.id}"
    ledger.outbox.put(job, key, "introductions", at, replace=True)


def expire(introduction: Introduction, ledger: Ledger) -> None:
    """Look again when the time for an answer is over; nothing is left to look at once it is decided."""
    key = f"expire:intro:{introduction.id}"
    if introduction.expires_at and introduction.stage in OPEN:
        job = ExpireIntroduction(introduction.id)
        ledger.outbox.put(job, key, "introductions", introduction.expires_at, replace=True)
    else:
        ledger.outbox.cancel(key)


def ask_outcome(
    introduction: Introduction, after: timedelta, ledger: Ledger, now: datetime, only: Person | None = None
) -> None:
    """Ask both, or one of them once more, whether they met; at a decent hour of their own."""
    people = ledger.people.by_ids([one for one in (introduction.requester, introduction.target) if one])
    for person in people.values():
        if person.account and only in (None, person):
            job = AskOutcome(introduction.id, person.id, again=only is not None)
            due = next_decent(now + after, person.zone, hours_for(person.id, ledger))
            ledger.outbox.put(job, outcome_key(job), lane_of(person.account), due)


def involved(introduction: Introduction, ledger: Ledger) -> list[Person]:
    """Everybody with an account who has a message about it: its people, and all who were asked."""
    asked = (one.person for one in ledger.introductions.asked(introduction.id))
    ids = dict.fromkeys((introduction.requester, introduction.author, *asked))
    return [person for person in ledger.people.by_ids(ids).values() if person.account]


def keep_up_all(introduction: Introduction, ledger: Ledger, now: datetime) -> None:
    """Every message about it shows its present state soon, to each as far as they may see, and so does their Home."""
    for person in involved(introduction, ledger):
        if person.account:
            _refresh(matter_for(introduction, person.id), person.id, lane_of(person.account), ledger, now)
            show_home(person, ledger, now)
    for side in (CARD, TOGETHER):
        matter = matter_for(introduction, side)
        _refresh(matter, introduction.requester, f"{side}:{introduction.id}", ledger, now)


def _refresh(matter: Matter, owner: PersonId, lane: str, ledger: Ledger, now: datetime) -> None:
    if ledger.posts.about(matter):
        ledger.outbox.put(Refresh(matter, owner), f"refresh:{matter.key}", lane, now, replace=True)
