"""Setting right a referral or partnership by a sentence: "no, it was 450 euros", "it was won", "I meant Linn"."""

from dataclasses import replace
from datetime import datetime

from assistant import undoing
from assistant.business import partnerships, referrals
from assistant.business.money import Money, of_amount
from assistant.business.record import LINE, Partnership, Referral, ReferralFacts, State
from assistant.business.steps import held_partnership, held_referral, matter_for
from assistant.errors import Refused
from assistant.ids import PersonId, QuestionId
from assistant.ledger import Ledger
from assistant.phrases.frame import Amount, Frame, Role
from assistant.reminders.moments import beside_what_stood
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.who import settle

_OVER = (
    "That day is over. If the partnership is, press “End it”. Or say a last day that is still to come: “until July”."
)


def amend(record: Matter, frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """What was said anew in the place of the old; or the question who is meant. Raises Gone, Refused.

    With another person it is another record: the first is taken back, and its other side is asked about it no more.
    """
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    other = next((person for person in people.get(Role.WITH, ()) if person != by.person.id), None)
    if record.subject is Subject.REFERRAL:
        return matter_for(_referral(record.id, other, frame, by, ledger, now), by.person.id)
    return matter_for(_partnership(record.id, other, frame, by, ledger, now), by.person.id)


def _referral(
    number: int, other: PersonId | None, frame: Frame, by: Speaker, ledger: Ledger, now: datetime
) -> Referral:
    before = held_referral(number, by.person.id, ledger)
    facts = _facts(before.facts, frame, by, ledger)
    state = State(frame.outcome) if frame.outcome else before.state
    if other and other != before.facing(by.person.id):
        undoing.make_way(Matter(Subject.REFERRAL, number), by, ledger, now)
        two = (by.person.id, other) if before.referrer == by.person.id else (other, by.person.id)
        return referrals.add(*two, facts, state, by, ledger, now)
    if facts == before.facts and frame.outcome is None:
        raise Refused("Tell me what to change: the day, the client, the sum, who it was, or what became of it.")
    changed = before if facts == before.facts else referrals.change(before, facts, by, ledger, now)
    return referrals.move(changed, state, by, ledger, now) if frame.outcome else changed


def _facts(before: ReferralFacts, frame: Frame, by: Speaker, ledger: Ledger) -> ReferralFacts:
    facts = replace(before, what=frame.topic[:LINE] or before.what, client=frame.client[:LINE] or before.client)
    when = beside_what_stood(before.when, frame, by)
    if when:
        referrals.refuse_ahead(when, by.today)
        facts = replace(facts, when=when, assumed=facts.assumed - {"when"})
    if frame.amount:
        money, assumed = _money(frame.amount, before, ledger)
        facts = replace(facts, money=money, assumed=facts.assumed - {"currency"} | ({"currency"} if assumed else set()))
    return facts


def _money(said: Amount, before: ReferralFacts, ledger: Ledger) -> tuple[Money, bool]:
    """The new sum, and whether its currency was assumed: one that is not said is that of the old sum."""
    if said.currency or before.money is None or not before.money.currency:
        return of_amount(said, ledger.preferences.workspace().currency)
    money, _ = of_amount(said, before.money.currency)
    return money, "currency" in before.assumed


def _partnership(
    number: int, other: PersonId | None, frame: Frame, by: Speaker, ledger: Ledger, now: datetime
) -> Partnership:
    before = held_partnership(number, by.person.id, ledger)
    since, until = partnerships.span(frame.when, by.today)
    if until and until < by.today:
        raise Refused(_OVER)
    facts = replace(before.facts, since=since or before.facts.since, until=until or before.facts.until)
    facts = replace(facts, formality=frame.formality or facts.formality)
    facts = replace(facts, aim=frame.topic[:LINE] or facts.aim)
    facts = replace(facts, organisation=frame.organisation[:LINE] or facts.organisation)
    if other and other != before.facing(by.person.id):
        undoing.make_way(Matter(Subject.PARTNERSHIP, number), by, ledger, now)
        return partnerships.add(other, facts, by, ledger, now)
    if facts == before.facts:
        raise Refused(
            "Tell me what to change: from when, until when, on what, with whom, or that it is on paper. Or press Edit."
        )
    return partnerships.change(before, facts, by, ledger, now)
