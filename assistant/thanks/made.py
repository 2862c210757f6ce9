"""Introductions that were made for a member, as far as the member knows of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.clock import today
from assistant.errors import Gone
from assistant.facts import Person
from assistant.ids import IntroductionId, PersonId
from assistant.introductions.record import Introduction, Origin
from assistant.ledger import Ledger
from assistant.speaker import Speaker

LOOKED_THROUGH = 50  # introductions of one member, the newest first; nobody thanks for older ones by name alone


@dataclass(frozen=True, slots=True)
class Made:
    """An introduction that was made for a member: by whom, and to whom."""

    introduction: Introduction
    connector: Person
    other: Person
    made_on: date  # in the member's own calendar


def made_for(member: Person, ledger: Ledger) -> Sequence[Made]:
    """Those that brought the member together with somebody, the newest first."""
    found = ledger.introductions.made_for(member.id, LOOKED_THROUGH)
    return _known_to(member, found, ledger)


def known_made(introduction: Introduction, member: Person, ledger: Ledger) -> Made | None:
    """This one, if it was made for the member, and the member may know of it."""
    return next(iter(_known_to(member, [introduction], ledger)), None)


def made_or_gone(number: IntroductionId, by: Speaker, ledger: Ledger) -> Made:
    """That one. Raises Gone if it was not made for the speaker, as far as they know."""
    introduction = ledger.introductions.get(number)
    made = known_made(introduction, by.person, ledger) if introduction else None
    if made is None:
        raise Gone("That introduction isn't there any more.")
    return made


def _known_to(member: Person, introductions: Sequence[Introduction], ledger: Ledger) -> list[Made]:
    """A log is its author's own; the others who stand in it know nothing of it."""
    ids = {one for each in introductions for one in (each.requester, each.connector, each.target) if one}
    people = ledger.people.by_ids(ids)
    known = []
    for one in introductions:
        connector, other = people.get(one.connector or PersonId(0)), people.get(_other(one, member.id) or PersonId(0))
        theirs = member.id in (one.requester, one.target) and (
            one.origin is not Origin.LOGGED or one.author == member.id
        )
        if theirs and one.made_at and connector and other and member.id not in (connector.id, other.id):
            known.append(Made(one, connector, other, today(one.made_at, member.zone)))
    return known


def _other(introduction: Introduction, member: PersonId) -> PersonId | None:
    return introduction.target if introduction.requester == member else introduction.requester
