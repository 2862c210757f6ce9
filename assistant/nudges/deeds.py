"""Is it still so? For every deed the one function that says what there is to show of it now: the visible list."""

from collections.abc import Callable, Mapping

from assistant.business import nudged as business
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.listings import nudged as listings
from assistant.nudges.record import Deed, Nudge
from assistant.recommendations import recommending
from assistant.reminders import showing
from assistant.reply import Matter, NudgeItem, Subject
from assistant.thanks import business as thanks_business
from assistant.thanks import nudging

Still = Callable[[Nudge, Person, Ledger], NudgeItem | None]

CONFIRMED: Mapping[Subject, Still] = {
    Subject.REFERRAL: business.to_confirm,
    Subject.PARTNERSHIP: business.to_confirm,
    Subject.RECOMMENDATION: recommending.still,
}


def _to_confirm(nudge: Nudge, person: Person, ledger: Ledger) -> NudgeItem | None:
    """Somebody else's record that waits for this member's word, whichever kind it is of."""
    matter = Matter.of_key(nudge.about)
    still = CONFIRMED.get(matter.subject) if matter else None
    return still(nudge, person, ledger) if still else None


STILL: Mapping[Deed, Still] = {
    Deed.CONFIRM: _to_confirm,
    Deed.PARTNERSHIP_END: business.at_end,
    Deed.BUSINESS: thanks_business.still,
    Deed.MET: nudging.still,
    Deed.MADE: nudging.still,
    Deed.REMINDER: showing.still,
    Deed.RHYTHM: showing.still,
    Deed.MATCH: listings.fitting_now,
    Deed.OFFER_EXPIRY: listings.still_so,
    Deed.NEED_EXPIRY: listings.still_so,
}
"""The present state of what a nudge is about, as its person may see it; None when there is no reason for it any more.

Also asked of nudges that have ended, for the message that they stand in: then None shows how it ended, and no more.
"""


def item(nudge: Nudge, person: Person, ledger: Ledger) -> NudgeItem | None:
    """What there is to show of a nudge now."""
    still = STILL.get(nudge.deed)
    return still(nudge, person, ledger) if still else None
