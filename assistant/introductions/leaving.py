"""Whoever is in no introduction any more: gone from the workspace, erased, or kept apart from somebody for good.

What cannot be made without them ends with the words of silence, so that nobody learns why.
"""

from datetime import datetime

from assistant.errors import Refused
from assistant.facts import Person
from assistant.ids import PersonId
from assistant.introductions.moves import OPEN, move
from assistant.introductions.record import Introduction, Side, Stage, Verb
from assistant.introductions.refusing import decline, no
from assistant.introductions.steps import step
from assistant.ledger import Ledger


def leave(person: PersonId, ledger: Ledger, now: datetime) -> None:
    """Somebody has gone, or is about to be erased: what cannot be made without them is closed, kindly.

    A connector's part goes on to the next; whoever stands in line is looked at again when it is their turn (shield.py).
    """
    for one in ledger.introductions.of(person):
        introduction = ledger.introductions.hold(one.id)
        if introduction is None or introduction.stage not in OPEN:
            continue
        if person == introduction.connector and introduction.stage is Stage.CONNECTOR_ASKED:
            no(introduction, None, ledger, now)
        elif person != introduction.connector:
            step(Verb.LEAVE, introduction, None, ledger, now)


def keep_apart(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> Introduction:
    """The person wants no introduction to the other one in this, ever: a no to this one and to all between the two.

    Raises Refused when there is nobody to be kept apart from.
    """
    other = introduction.other_than(person.id)
    if other is None or other == person.id:
        raise Refused("There is nobody here whom you could be kept apart from.")
    ledger.blocks.put(person.id, other, now)
    for one in ledger.introductions.of(person.id):
        held = ledger.introductions.hold(one.id)
        if held and held.stage in OPEN and other in (held.requester, held.target, held.connector):
            _part(held, person, ledger, now)
    return ledger.introductions.get(introduction.id) or introduction


def _part(introduction: Introduction, person: Person, ledger: Ledger, now: datetime) -> None:
    """A no where theirs is waited for, taken back where it is their own; else whoever comes next is not asked."""
    side = introduction.side_of(person.id)
    if side is Side.REQUESTER and move(introduction.stage, Verb.WITHDRAW, side):
        step(Verb.WITHDRAW, introduction, person, ledger, now)
    elif move(introduction.stage, Verb.DECLINE, side):
        decline(introduction, person, ledger, now)
    elif move(introduction.stage, Verb.WITHDRAW, side):
        step(Verb.WITHDRAW, introduction, person, ledger, now)
