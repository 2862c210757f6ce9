"""What is done about referrals and partnerships alike: one says it, the other is asked, and both see how it stands."""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from assistant.business.moves import WORDS, Verb, side_of
from assistant.business.record import Partnership, Referral, Word
from assistant.errors import Gone, Refused
from assistant.facts import Person
from assistant.following import lane_of, show_home
from assistant.following import say as tell_them
from assistant.ids import PartnershipId, PersonId, ReferralId
from assistant.jobs import Refresh, Say
from assistant.ledger import Ledger
from assistant.network.tending import between
from assistant.nudges.plan import plan, settle, show_anew, withdraw
from assistant.nudges.record import Deed, Ending
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker
from assistant.thanks import business as thanks

R = TypeVar("R", Referral, Partnership)
GONE = "That isn't there any more."
TAKEN_BACK = "That was taken back. Whoever wrote it down can put it back."


def matter_for(record: Referral | Partnership, person: PersonId) -> Matter:
    """The message about it for one of the two."""
    return Matter(_subject(record), record.id, side=str(person))


def asking(record: Referral | Partnership) -> Matter:
    """What the nudge is about that asks for somebody's word; each turn is another one."""
    return Matter(_subject(record), record.id, side=f"turn{record.turn}")


def _subject(record: Referral | Partnership) -> Subject:
    return Subject.REFERRAL if isinstance(record, Referral) else Subject.PARTNERSHIP


def first_word(other: Person | None) -> Word:
    """Whose word a new record is: who has no account, or keeps no notes here, cannot be asked."""
    return Word.ASKED if other and other.may_keep_notes else Word.OWN


def seen(record: Referral | Partnership | None, person: PersonId) -> bool:
    """Whether the person may see it at all."""
    return record is not None and record.known_to(person)


def held_referral(number: int, by: PersonId, ledger: Ledger) -> Referral:
    """The referral, for one of the two, so that nobody else changes it meanwhile. Raises Gone."""
    record = ledger.referrals.hold(ReferralId(number))
    if record is None or not seen(record, by):
        raise Gone(GONE)
    return record


def held_partnership(number: int, by: PersonId, ledger: Ledger) -> Partnership:
    """The partnership, in the same way. Raises Gone."""
    record = ledger.partnerships.hold(PartnershipId(number))
    if record is None or not seen(record, by):
        raise Gone(GONE)
    return record


def refuse_undone(record: Referral | Partnership) -> None:
    """Raises Refused for what was taken back."""
    if record.undone_at:
        raise Refused(TAKEN_BACK)


def say(verb: Verb, record: R, by: Speaker, ledger: Ledger, now: datetime, **changed: object) -> R:
    """Somebody confirms it, refuses it, or says it otherwise (`changed`); kept as they say. Raises Refused."""
    refuse_undone(record)
    word = WORDS.get((record.word, verb, side_of(by.person.id, record)))
    if word is None:
        raise Refused("That can't be done with this any more.")
    writer = by.person.id if verb is Verb.CHANGE else record.writer
    after = replace(record, word=word, writer=writer, **changed)  # type: ignore[arg-type]  # fields of the record
    if after == record:
        return record
    if after.facts != record.facts:
        after = replace(after, edited_at=now)
    if after.waits_on is not None and after.waits_on != record.waits_on:
        after = replace(after, turn=record.turn + 1)
    settle(by.person.id, asking(record), Ending.DONE, ledger, now)
    return keep(after, ledger, now)


def stand(record: Referral | Partnership, by: Speaker, ledger: Ledger, now: datetime) -> None:
    """The other one answered a nudge, or on Home: from then on they have a message of the record, as its author has."""
    matter = matter_for(record, by.person.id)
    if by.person.id != record.author and not ledger.posts.about(matter):
        tell_them(Say(by.account, matter), f"stands:{matter.key}", ledger, now)


def keep(record: R, ledger: Ledger, now: datetime) -> R:
    """Write down what changed, ask whose word is wanted, and show both how it stands."""
    saved: R = ledger.referrals.save(record) if isinstance(record, Referral) else ledger.partnerships.save(record)
    follow(saved, ledger, now)
    return saved


def follow(record: Referral | Partnership, ledger: Ledger, now: datetime) -> None:
    """Whose word is wanted is asked once a turn; messages about the record, and both Homes, show how it stands."""
    people = ledger.people.by_ids([one for one in (record.author, record.other) if one])
    about = asking(record)
    if isinstance(record, Referral):
        thanks.told(record, ledger, now)
        if record.other:
            between(record.author, [record.other], ledger)
    if record.undone_at:
        withdraw(about, ledger, now)
    for nudge in ledger.nudges.about_any([asking(replace(record, turn=turn)).key for turn in range(record.turn + 1)]):
        if nudge.batch:
            show_anew(ledger.nudges.save(nudge), ledger, now)  # it stands in a message, with what the record says
    for person in people.values():
        if person.account is None or not record.known_to(person.id):
            continue
        matter = matter_for(record, person.id)
        if person.id == record.waits_on:
            plan(person, Deed.CONFIRM, about, now, ledger, now)
        if ledger.posts.about(matter):
            refresh = Refresh(matter, person.id)
            ledger.outbox.put(refresh, f"refresh:{matter.key}", lane_of(person.account), now, replace=True)
        show_home(person, ledger, now)


def find(matter: Matter, ledger: Ledger) -> Referral | Partnership | None:
    """The record that a matter is about."""
    if matter.subject is Subject.REFERRAL:
        return ledger.referrals.get(ReferralId(matter.id))
    return ledger.partnerships.get(PartnershipId(matter.id))


def hold(matter: Matter, ledger: Ledger) -> None:
    """Nobody changes the record before the transaction ends."""
    if matter.subject is Subject.REFERRAL:
        ledger.referrals.hold(ReferralId(matter.id))
    elif matter.subject is Subject.PARTNERSHIP:
        ledger.partnerships.hold(PartnershipId(matter.id))
