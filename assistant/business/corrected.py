"""Setting right by a sentence what was written down last: "no, it was yesterday", "I meant Linn"."""

from dataclasses import replace
from datetime import datetime

from assistant.business import either, partnerships, referrals
from assistant.business.record import LINE, Partnership, Referral
from assistant.business.steps import held_partnership, held_referral, matter_for
from assistant.errors import Refused
from assistant.ids import PersonId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle

KINDS = (Subject.REFERRAL, Subject.PARTNERSHIP)


def amend(last: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """The new day, subject or person in the place of the old; or the question who is meant. Raises Refused.

    With another person it is another record: the first is taken back, and its other side is asked about it no more.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    other = next((person for person in people.get(Role.WITH, ()) if person != by.person.id), None)
    if last.subject is Subject.REFERRAL:
        return matter_for(_referral(last.id, other, frame, by, ledger, now), by.person.id)
    return matter_for(_partnership(last.id, other, frame, by, ledger, now), by.person.id)


def _referral(
    number: int, other: PersonId | None, frame: Frame, by: Speaker, ledger: Ledger, now: datetime
) -> Referral:
    before = held_referral(number, by.person.id, ledger)
    facts = before.facts
    if frame.when:
        referrals.refuse_ahead(frame.when, by.today)
        facts = replace(facts, when=frame.when, assumed=facts.assumed - {"when"})
    facts = replace(facts, what=frame.topic[:LINE] or facts.what)
    if other and other != before.other:
        either.take_back(Matter(Subject.REFERRAL, number), by, ledger, now)
        two = (by.person.id, other) if before.referrer == by.person.id else (other, by.person.id)
        return referrals.add(*two, facts, before.state, by, ledger, now)
    if facts == before.facts:
        raise Refused("Tell me what to change: the day, or who it was. Or press Edit, for the client and the sum too.")
    return referrals.change(before, facts, by, ledger, now)


def _partnership(
    number: int, other: PersonId | None, frame: Frame, by: Speaker, ledger: Ledger, now: datetime
) -> Partnership:
    before = held_partnership(number, by.person.id, ledger)
    since, until = partnerships.span(frame.when, by.today)
    facts = replace(before.facts, since=since or before.facts.since, until=until or before.facts.until)
    facts = replace(facts, aim=frame.topic[:LINE] or facts.aim)
    if other and other != before.other:
        either.take_back(Matter(Subject.PARTNERSHIP, number), by, ledger, now)
        return partnerships.add(other, facts, by, ledger, now)
    if facts == before.facts:
        raise Refused("Tell me what to change: from when, until when, or who it is. Or press Edit.")
    return partnerships.change(before, facts, by, ledger, now)
