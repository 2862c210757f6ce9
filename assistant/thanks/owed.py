"""What a member may still want to thank for: introductions that were made for them."""

from assistant.facts import Person
from assistant.introductions.outcome import met_on
from assistant.ledger import Ledger
from assistant.reply import Owed, ThanksOwed
from assistant.thanks.made import Made, made_for

LISTED = 10  # a list that is longer is no list of things to do any more


def owed(member: Person, ledger: Ledger) -> ThanksOwed:
    """Introductions that the member has not thanked for, the newest first."""
    made = made_for(member, ledger)
    thanked = ledger.thanks.last_for(member.id, [one.introduction.id for one in made])
    still = [one for one in made if one.introduction.id not in thanked]
    return ThanksOwed(tuple(as_owed(one, member, ledger) for one in still[:LISTED]))


def as_owed(made: Made, member: Person, ledger: Ledger) -> Owed:
    """The facts of one, to be listed or to begin a draft with."""
    met = met_on(made.introduction, member, ledger)
    return Owed(made.introduction.id, made.connector, made.other, made.made_on, met)
