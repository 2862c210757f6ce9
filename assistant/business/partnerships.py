"""Partnerships: two who team up, or a member and an organisation; informal, or on paper and with an end."""

from dataclasses import replace
from datetime import date, datetime

from assistant.business.moves import TURNS, Turn, Verb, may_tell
from assistant.business.nudged import over, remind_of_end
from assistant.business.record import LINE, Life, Partnership, PartnershipFacts, Word
from assistant.business.referrals import other_of
from assistant.business.steps import first_word, follow, held_partnership, keep, matter_for, refuse_undone, say
from assistant.errors import Refused
from assistant.facts import Grain, When
from assistant.ids import PartnershipId, PersonId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.who import settle

_SPANS = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
_WHO = "With whom? Say it like “Maya and I are teaming up on the bridal fair until June”."


def record(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Write down that the speaker teamed up; or ask, before anything is written, who is meant. Raises Refused.

    Of one that goes on, another end is its new end: "renew my partnership with Tom until December".
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    others = [person for person in people.get(Role.WITH, ()) if person != by.person.id]
    if len(others) > 1:
        raise Refused("I note a partnership with one person at a time. Tell me each by itself.")
    if not others and not frame.organisation:
        raise Refused(_WHO)
    since, until = span(frame.when, by.today)
    facts = PartnershipFacts(
        frame.organisation[:LINE], frame.topic[:LINE], formality=frame.formality, since=since, until=until
    )
    before = _same(others[0] if others else None, facts, by, ledger)
    if before and before.waits_on != by.person.id:
        if until and since is None and until != before.facts.until:
            goes_on = replace(before.facts, until=until)
            return matter_for(change(before, goes_on, by, ledger, now), by.person.id)
        return replace(matter_for(before, by.person.id), again=True)
    return matter_for(add(others[0] if others else None, facts, by, ledger, now), by.person.id)


def add(other: PersonId | None, facts: PartnershipFacts, by: Speaker, ledger: Ledger, now: datetime) -> Partnership:
    """Write it down; what the other one wrote already, and waits for the speaker's word, is confirmed by that."""
    person = other_of(by.person.id, other, ledger) if other else None
    before = _same(other, facts, by, ledger)
    if before and before.waits_on == by.person.id:
        confirmed = say(Verb.CONFIRM, held_partnership(before.id, by.person.id, ledger), by, ledger, now)
        remind_of_end(confirmed, ledger, now)
        return confirmed
    draft = Partnership(
        id=PartnershipId(0), author=by.person.id, other=other, word=first_word(person), writer=by.person.id,
        written_at=by.at, facts=facts,
    )  # fmt: skip
    partnership = ledger.partnerships.add(draft)
    ledger.journal.wrote(by.person.id, matter_for(partnership, by.person.id), by.at)
    follow(partnership, ledger, now)
    remind_of_end(partnership, ledger, now)
    return partnership


def change(
    partnership: Partnership, facts: PartnershipFacts, by: Speaker, ledger: Ledger, now: datetime
) -> Partnership:
    """Say it otherwise: the other one is asked again, if they had a word in it. A later end makes it go on."""
    if facts == partnership.facts:
        refuse_undone(partnership)
        return partnership
    goes_on = partnership.ended_on is None or facts.until is None or facts.until >= by.today
    ended_on = None if goes_on and facts.until != partnership.facts.until else partnership.ended_on
    over(partnership, by, ledger, now)
    after = say(Verb.CHANGE, partnership, by, ledger, now, facts=facts, ended_on=ended_on)
    remind_of_end(after, ledger, now)
    return after


def turn(verb: Turn, number: int, by: Speaker, ledger: Ledger, now: datetime) -> Partnership:
    """End it, or let it go on without an end in sight; done twice is done once. Raises Refused, Gone."""
    partnership = held_partnership(number, by.person.id, ledger)
    refuse_undone(partnership)
    if not may_tell(by.person.id, partnership):
        raise Refused("Say first whether this is right; then either of you can end it.")
    to = TURNS.get((partnership.life(by.today), verb))
    if to is None:
        return partnership
    over(partnership, by, ledger, now)
    return keep(replace(partnership, ended_on=by.today if to is Life.ENDED else None), ledger, now)


def _same(other: PersonId | None, facts: PartnershipFacts, by: Speaker, ledger: Ledger) -> Partnership | None:
    """One that goes on with the same person, or organisation, for the same aim as far as both have one."""
    found = ledger.partnerships.between(by.person.id, other) if other else ledger.partnerships.of(by.person.id)
    for one in found:
        going_on = one.life(by.today) is Life.RUNNING and one.word is not Word.REFUSED and (other or one.other is None)
        same = _alike(one.facts.aim, facts.aim) and _alike(one.facts.organisation, facts.organisation)
        if going_on and same and (other or facts.organisation):
            return one
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two lines say the same, or one of them nothing."""
    mine, theirs = " ".join(one.casefold().split()), " ".join(other.casefold().split())
    return mine == theirs or not mine or not theirs


def span(when: When | None, today: date) -> tuple[date | None, date | None]:
    """From when, until when. A week or month that is over says when it began, and nothing of an end."""
    if when is None:
        return None, None
    if when.grain in _SPANS and when.end and when.end < today:
        return when.start, None
    return when.start, when.end
