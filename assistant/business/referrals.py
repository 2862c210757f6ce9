"""Referrals: business that one member sent to another, written down by either, confirmed by the other."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.business.money import of_amount
from assistant.business.moves import STEPS, Step, Verb, may_tell
from assistant.business.record import LINE, Referral, ReferralFacts, State
from assistant.business.steps import first_word, follow, held_referral, keep, matter_for, refuse_undone, say
from assistant.errors import Refused, StillAhead
from assistant.facts import Grain, Person, When
from assistant.ids import PersonId, QuestionId, ReferralId
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Role
from assistant.reply import Matter
from assistant.speaker import Speaker
from assistant.who import Settled, settle

SAME_WITHIN = timedelta(days=90)  # the other one writes down the same client within it: that is a confirmation
_WHO = "Who sent it to whom? Say it like “Sam sent me a client, Bloom & Co, worth £2,500”, or “I sent Tom a lead”."


def log(frame: Frame, by: Speaker, ledger: Ledger, now: datetime, asked: QuestionId | None) -> Matter:
    """Write down who sent what to whom; or ask, before anything is written, who is meant. Raises Refused."""
    when = frame.when or When(Grain.DAY, by.today)
    refuse_ahead(when, by.today)
    people = settle(frame, by, ledger, asked)
    if isinstance(people, Matter):
        return people
    referrer, receiver = _two(people, by.person.id)
    facts = _facts(frame, when, ledger)
    return matter_for(add(referrer, receiver, facts, State.SENT, by, ledger, now), by.person.id)


def add(
    referrer: PersonId,
    receiver: PersonId,
    facts: ReferralFacts,
    state: State,
    by: Speaker,
    ledger: Ledger,
    now: datetime,
) -> Referral:
    """Write it down; what the other one wrote already, and waits for the speaker's word, is confirmed by that.

    What became of it is the latest that either of them told.
    """
    other = other_of(by.person.id, receiver if referrer == by.person.id else referrer, ledger)
    for one in ledger.referrals.between(by.person.id, other.id):
        if one.waits_on == by.person.id and _same(one, referrer, facts):
            held = held_referral(one.id, by.person.id, ledger)
            verb = Verb.CONFIRM if facts.money in (None, held.facts.money) else Verb.CHANGE
            money = held.facts.money if verb is Verb.CONFIRM else facts.money
            after = say(verb, held, by, ledger, now, facts=replace(held.facts, money=money))
            # That it was sent says nothing new of what became of it.
            return after if state is State.SENT else move(after, state, by, ledger, now)
    draft = Referral(
        id=ReferralId(0), author=by.person.id, other=other.id, word=first_word(other), writer=by.person.id,
        written_at=by.at, referrer=referrer, receiver=receiver, facts=facts, state=state,
    )  # fmt: skip
    referral = ledger.referrals.add(draft)
    ledger.journal.wrote(by.person.id, matter_for(referral, by.person.id), by.at)
    follow(referral, ledger, now)
    return referral


def other_of(speaker: PersonId, person: PersonId, ledger: Ledger) -> Person:
    """The other one of the two; while both write the same down at once, one of them waits here for the other."""
    ledger.people.hold_pair(speaker, person)
    return ledger.people.by_ids([person])[person]


def change(referral: Referral, facts: ReferralFacts, by: Speaker, ledger: Ledger, now: datetime) -> Referral:
    """Say it otherwise: the other one is asked again, if they had a word in it. What stays as it was asks nobody."""
    if _plain(facts) == _plain(referral.facts):
        refuse_undone(referral)
        return referral if facts == referral.facts else keep(replace(referral, facts=facts), ledger, now)
    return say(Verb.CHANGE, referral, by, ledger, now, facts=facts)


def move(referral: Referral, to: State, by: Speaker, ledger: Ledger, now: datetime) -> Referral:
    """Tell what became of it; told twice is told once. Raises Refused for who has not said yet whether it is theirs."""
    refuse_undone(referral)
    if not may_tell(by.person.id, referral):
        raise Refused("Say first whether this is right; then either of you can tell what became of it.")
    if referral.state is to:
        return referral
    if to not in (STEPS.get((referral.state, step)) for step in Step):
        raise Refused("That can't be told of this referral now.")
    return keep(replace(referral, state=to), ledger, now)


def refuse_ahead(when: When, today: date) -> None:
    """Only what has happened is noted. Raises StillAhead."""
    if when.start and when.start > today:
        raise StillAhead("That day is still to come. Tell me once it was sent, and I'll note it.")


def _two(people: Settled, speaker: PersonId) -> tuple[PersonId, PersonId]:
    """Referrer and receiver; where one is missing it is the speaker, who must be one of the two. Raises Refused."""
    referrers, receivers = people.get(Role.REFERRER) or (speaker,), people.get(Role.RECEIVER) or (speaker,)
    if len(referrers) > 1 or len(receivers) > 1:
        raise Refused("I note one referral at a time, from one person to one other. Tell me each by itself.")
    two = referrers[0], receivers[0]
    if two[0] == two[1]:
        raise Refused(_WHO)
    if speaker not in two:
        raise Refused("I note what you sent or received yourself. What others send one another is theirs to tell.")
    return two


def _facts(frame: Frame, when: When, ledger: Ledger) -> ReferralFacts:
    assumed = frozenset() if frame.when else frozenset({"when"})
    money = None
    if frame.amount:
        money, guessed = of_amount(frame.amount, ledger.preferences.workspace().currency)
        assumed |= {"currency"} if guessed else set()
    return ReferralFacts(when, frame.client[:LINE], frame.topic[:LINE], money, assumed)


def _same(one: Referral, referrer: PersonId, facts: ReferralFacts) -> bool:
    """The same business, told from the other side."""
    day = facts.when.start or facts.when.end
    near = day is None or abs(one.day - day) <= SAME_WITHIN
    client = " ".join(facts.client.casefold().split())
    return (
        one.referrer == referrer and near and client != "" and client == " ".join(one.facts.client.casefold().split())
    )


def _plain(facts: ReferralFacts) -> ReferralFacts:
    """What is said, whether it was assumed or not."""
    return replace(facts, assumed=frozenset())
