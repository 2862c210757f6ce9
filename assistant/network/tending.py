"""Ties follow what was recorded: noted, edited, undone or put back, the tie is what everything standing comes to."""

from collections.abc import Iterable

from assistant.facts import Meeting
from assistant.ids import PersonId
from assistant.introductions.record import Introduction, Origin
from assistant.ledger import Ledger


def met(meeting: Meeting, ledger: Ledger, before: Meeting | None = None) -> Meeting:
    """The meeting was written down or changed; everybody who stands, or stood, in it is weighed anew."""
    weigh(
        meeting.owner, dict.fromkeys(person.id for each in (meeting, before) if each for person in each.people), ledger
    )
    return meeting


def introduced(introduction: Introduction, ledger: Ledger) -> None:
    """The introduction was made, or counts no more; one made elsewhere counts for its author alone."""
    three = filter(None, (introduction.requester, introduction.target, introduction.connector))
    people = {person.id: person for person in ledger.people.by_ids(three).values()}
    for person in people.values():
        if person.account and (introduction.origin is not Origin.LOGGED or person.id == introduction.author):
            weigh(person.id, [one for one in people if one != person.id], ledger)


def between(one: PersonId, others: Iterable[PersonId], ledger: Ledger) -> None:
    """Something between one person and the others was written, changed or taken back; it counts for either side."""
    people = {person.id: person for person in ledger.people.by_ids((one, *others)).values()}
    for person in people.values():
        if person.account and person.id != one:
            weigh(person.id, [one], ledger)
    if one in people and people[one].account:
        weigh(one, [person for person in people if person != one], ledger)


def weigh(owner: PersonId, people: Iterable[PersonId], ledger: Ledger) -> None:
    """The owner's ties with the people are what everything that stands between them comes to now."""
    ledger.ties.weigh(owner, people, ledger.preferences.of(owner).shows_ties)
