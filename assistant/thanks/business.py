"""Business that was won: its receiver is reminded to thank whoever sent it, and everybody who opened a door to them."""

from datetime import datetime, timedelta

from assistant.business.record import Referral
from assistant.business.record import State as Outcome
from assistant.facts import Person
from assistant.ids import ReferralId
from assistant.ledger import Ledger
from assistant.nudges.plan import end, plan, show_anew, withdraw
from assistant.nudges.record import Deed, Ending, Nudge, State
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


def thanked(giver: Person, how: Ending, ledger: Ledger, now: datetime) -> None:
    """The giver thanked somebody, in whatever way: reminders end of which nobody is left, others name who is."""
    for nudge in ledger.nudges.open_of(giver.id, Deed.BUSINESS):
        if still(nudge, giver, ledger) is None:
            end(nudge, State.SETTLED, how, ledger, now)
        elif nudge.batch:
            show_anew(ledger.nudges.save(nudge), ledger, now)


def still(nudge: Nudge, person: Person, ledger: Ledger) -> ThanksDue | None:
    """Everybody who made it happen: who sent the business, and who introduced the receiver to them, or to the client.

    Only by introductions that were made for the receiver, who knows of them. The draft, which all of them read, says
    that business came of it, and neither of whom nor how much. Whom the receiver thanked since it was won is not named
    again, whatever the thanks were for.
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
    openers = {one.connector.id for one in doors}
    alone = None if sender.id in openers or not sender.can_be_met else sender
    if nudge.is_open:
        doors = [one for one in doors if not _thanked_since(nudge, one.connector, ledger)]
        alone = None if alone and _thanked_since(nudge, alone, ledger) else alone
    if not doors and alone is None:
        return None
    return ThanksDue(tuple(as_owed(one, person, ledger) for one in doors), BUSINESS, True, alone, referral.id)


def _thanked_since(nudge: Nudge, whom: Person, ledger: Ledger) -> bool:
    """Whether whoever is reminded thanked them since the business was won."""
    last = ledger.thanks.last_to(nudge.person, whom.id)
    return last is not None and last > nudge.earliest - WON_AFTER


def _counts(referral: Referral) -> bool:
    """Not what its referrer says is not theirs, though the receiver may go on counting it."""
    won = referral.state is Outcome.WON and not referral.is_refused
    return won and referral.counts_for(referral.receiver)
