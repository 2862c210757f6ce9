"""The names of everybody in a workspace, in memory, with the people that each may stand for."""

from assistant.facts import Person
from assistant.ids import PersonId


class Directory:
    """Everybody who may be meant. Learns and forgets people one by one; safe to use from several threads."""

    def __init__(self) -> None:
        self._people: dict[PersonId, Person] = {}

    def learn(self, person: Person) -> None:
        """Add the person, or put the new facts in place of the old."""
        self._people[person.id] = person

    def forget(self, person: PersonId) -> None:
        """Nobody of that id is known any more."""
        self._people.pop(person, None)

    def __len__(self) -> int:
        return len(self._people)
