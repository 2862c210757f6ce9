"""Ties follow what was recorded: noted, edited, undone or put back, the tie is what the standing meetings come to."""

from collections.abc import Iterable

from assistant.facts import Meeting
from assistant.ids import PersonId
from assistant.ledger import Ledger


def met(meeting: Meeting, ledger: Ledger, before: Meeting | None = None) -> Meeting:
    """The meeting was written down or changed; everybody who stands, or stood, in it is weighed anew."""
    weigh(
        meeting.owner, dict.fromkeys(person.id for each in (meeting, before) if each for person in each.people), ledger
    )
    return meeting


def weigh(owner: PersonId, people: Iterable[PersonId], ledger: Ledger) -> None:
    """The owner's ties with the people are what their standing meetings come to now."""
    ledger.ties.met(owner, people, ledger.preferences.of(owner).shows_ties)
