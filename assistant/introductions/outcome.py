"""What an introduction came to, as far as one of its people may know."""

from datetime import date

from assistant.clock import today
from assistant.facts import Person
from assistant.introductions.record import Introduction
from assistant.ledger import Ledger


def noted_on(introduction: Introduction, member: Person, ledger: Ledger) -> date | None:
    """The last day on which one of the two met the other since then, by their own notes.

    Nobody else learns of it: what was noted is its author's own until they tell it ("We met", or with their thanks).
    """
    other = introduction.target if introduction.requester == member.id else introduction.requester
    if other is None or introduction.made_at is None or member.id not in (introduction.requester, introduction.target):
        return None
    person = ledger.people.by_ids([other]).get(other)
    if person is None:
        return None
    _, last = ledger.meetings.met(member.id, [person.id]).get(person.id, (0, None))
    return last if last and last >= today(introduction.made_at, member.zone) else None


def met_on(introduction: Introduction, member: Person, ledger: Ledger) -> date | None:
    """The day on which the two met: by the member's own notes, else as one of them told it for all to know."""
    noted = noted_on(introduction, member, ledger)
    return noted or (today(introduction.met_at, member.zone) if introduction.met_at else None)
