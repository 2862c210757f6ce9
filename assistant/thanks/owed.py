"""What a member may still want to thank for: introductions that were made for them."""

from itertools import islice

from assistant.facts import Person
from assistant.introductions.outcome import met_on
from assistant.ledger import Ledger
from assistant.nudges.record import Ending
from assistant.reply import Matter, Owed, Subject, ThanksOwed
from assistant.thanks.made import Made, made_for

LISTED = 10  # a list that is longer is no list of things to do any more


def owed(member: Person, ledger: Ledger) -> ThanksOwed:
    """Introductions that the member has not thanked for, the newest first."""
    made = made_for(member, ledger)
    thanked = ledger.thanks.last_for(member.id, [one.introduction.id for one in made])
    still = [one for one in made if one.introduction.id not in thanked]
    wanted = islice((one for one in still if not _passed(one, member, ledger)), LISTED)
    return ThanksOwed(tuple(as_owed(one, member, ledger) for one in wanted))


def _passed(made: Made, member: Person, ledger: Ledger) -> bool:
    """Whether the member said "not this one"."""
    about = ledger.nudges.about(Matter(Subject.INTRODUCTION, made.introduction.id).key)
    return any(one.person == member.id and one.how is Ending.PASSED for one in about)


def as_owed(made: Made, member: Person, ledger: Ledger) -> Owed:
    """The facts of one, to be listed or to begin a draft with."""
    met = met_on(made.introduction, member, ledger)
    return Owed(made.introduction.id, made.connector, made.other, made.made_on, met)
