"""Who reads what of thanks: the giver all of it, each who is thanked their own part, nobody else anything."""

from assistant.clock import today
from assistant.facts import Person
from assistant.ids import PersonId, ThanksId
from assistant.ledger import Ledger
from assistant.reply import Matter, Message, Receiver, Refusal, ThanksNoted, ThanksReceived
from assistant.thanks.came import draft
from assistant.thanks.giving import matter_for, may_be_told
from assistant.thanks.record import Thanked, Thanks
from assistant.thanks.taking_back import GONE


def told(matter: Matter, member: Person, ledger: Ledger) -> tuple[Message, Matter, int]:
    """What there is to say to the member, what it is about, and the version it shows."""
    thanks = ledger.thanks.get(ThanksId(matter.id))
    if thanks is None:
        return Refusal(GONE), matter, 0
    if member.id == thanks.giver:
        to = tuple(_receiver(one, thanks, member, ledger) for one in thanks.to)
        return ThanksNoted(thanks, to, again=matter.again), matter, thanks.version
    theirs = thanks.given_to(member.id)
    giver = ledger.people.by_ids([thanks.giver]).get(thanks.giver)
    if theirs is None or not theirs.told or giver is None:
        return Refusal(GONE), matter, 0
    part = _receiver(theirs, thanks, member, ledger)
    return ThanksReceived(thanks, giver, part.other, part.made_on, part.met_on), matter, thanks.version


def still_to_tell(number: ThanksId, person: Person, ledger: Ledger) -> Matter | None:
    """What to tell somebody who is thanked; None when it was taken back, or they are not here any more."""
    thanks = ledger.thanks.get(number)
    if thanks is None or thanks.undone_at or not may_be_told(person):
        return None
    return matter_for(thanks, person.id)


def part_of(thanks: Thanks, receiver: Person, reader: Person, ledger: Ledger) -> Receiver | None:
    """That receiver's part of thanks, as the reader, one of the two, may see it."""
    people = ledger.people.by_ids(one.receiver for one in thanks.to)
    theirs = next((one for one in thanks.to if people[one.receiver].id == receiver.id), None)
    return _receiver(theirs, thanks, reader, ledger) if theirs else None


def _receiver(one: Thanked, thanks: Thanks, reader: Person, ledger: Ledger) -> Receiver:
    """Somebody who is thanked, the one whom they introduced the giver to, and when, in the reader's calendar."""
    introduction = ledger.introductions.get(one.introduction) if one.introduction else None
    other: PersonId | None = None
    if introduction:
        other = introduction.target if introduction.requester == thanks.giver else introduction.requester
    people = ledger.people.by_ids(filter(None, (one.receiver, other)))
    met = people.get(other) if other else None
    made_on = today(introduction.made_at, reader.zone) if introduction and introduction.made_at else None
    words = thanks.words or draft(met, made_on, one.met_on, thanks.business)
    return Receiver(people[one.receiver], one.told, met, made_on, one.met_on, words)
