"""Ties follow what was recorded: noted, edited, undone or put back, the tie is what the standing meetings come to."""

from assistant.facts import Meeting
from assistant.ledger import Ledger


def met(meeting: Meeting, ledger: Ledger, before: Meeting | None = None) -> Meeting:
    """The meeting was written down or changed; everybody who stands, or stood, in it is weighed anew."""
    people = dict.fromkeys(person.id for each in (meeting, before) if each for person in each.people)
    shared = ledger.preferences.of(meeting.owner).shows_ties
    ledger.ties.met(meeting.owner, people, shared)
    return meeting
