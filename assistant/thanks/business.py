"""Business that was won: its receiver is reminded to thank whoever sent it, and everybody who opened a door to them."""

from datetime import datetime, timedelta

from assistant.business.record import Referral, State
from assistant.facts import Person
from assistant.ids import ReferralId
from assistant.ledger import Ledger
from assistant.nudges.plan import plan, withdraw
from assistant.nudges.record import Deed, Nudge
from assistant.people.spelling import plain
from assistant.reply import Matter, Subject, ThanksDue
from assistant.thanks.came import BUSINESS
from assistant.thanks.chain import chain
from assistant.thanks.made import made_for
from assistant.thanks.owed import as_owed

WON_AFTER = timedelta(hours=2)  # the next morning, as a rule


def about(referral: Referral) -> Matter:
    """The record as the nudge names it."""
    return Matter(Subject.REFERRAL, referral.id)


def told(referral: Referral, ledger: Ledger, now: datetime) -> None:
    """The referral was written down or changed: its receiver is reminded once it is won; not of what fell through."""
    if not _counts(referral):
        withdraw(about(referral), ledger, now)
        return
    receiver = ledger.people.by_ids([referral.receiver]).get(referral.receiver)
    if receiver:
        plan(receiver, Deed.BUSINESS, about(referral), now + WON_AFTER, ledger, now)


def still(nudge: Nudge, person: Person, ledger: Ledger) -> ThanksDue | None:
    """Everybody who made it happen: who sent the business, and who introduced the receiver to them, or to the client.

    Only by introductions that were made for the receiver, who knows of them. The draft, which all of them read, says
    that business came of it, and neither of whom nor how much.
    """
    matter = Matter.of_key(nudge.about)
    referral = ledger.referrals.get(ReferralId(matter.id)) if matter else None
    if referral is None or referral.receiver != person.id or not _counts(referral):
        return None
    sender = ledger.people.by_ids([referral.referrer]).get(referral.referrer)
    if sender is None or sender.id == person.id:
        return None
    made = made_for(person, ledger)
    client = next((one.other.id for one in made if plain(one.other.name) == plain(referral.facts.client)), None)
    doors = [one for one in chain(client or sender.id, made) if one.connector.can_be_met]
    thanked = {one.connector.id for one in doors}
    alone = None if sender.id in thanked or not sender.can_be_met else sender
    if not doors and alone is None:
        return None
    return ThanksDue(tuple(as_owed(one, person, ledger) for one in doors), BUSINESS, True, alone, referral.id)


def _counts(referral: Referral) -> bool:
    return referral.state is State.WON and referral.counts_for(referral.receiver)
