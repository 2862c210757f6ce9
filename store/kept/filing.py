"""What finds records, where many come or go at once: forgotten, put back from a file, or taken out again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from assistant.export.copy import PEOPLE
from assistant.ids import MeetingId, PersonId, WorkspaceId
from assistant.reply import Matter, Subject
from store.index import SqlIndex
from store.kept.rules import Going
from store.kept.tables import KEPT
from store.meetings import SqlMeetings
from store.noted import FOLLOWED, SqlNoted
from store.people import SqlPeople, index_contact
from store.tables import meeting_people

FOUND = FOLLOWED | {Subject.MEETING}


class Filing:
    """The search index beside the records, on a connection. Rows of it go before the records that they name."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, known: SqlPeople) -> None:
        self._connection, self._people = connection, known
        self._index = SqlIndex(connection, workspace)
        self._meetings = SqlMeetings(connection, workspace, known)
        self._noted = SqlNoted(connection, workspace, known)

    def going(self, going: Going, keys: Iterable[str]) -> Sequence[MeetingId]:
        """Nothing finds what goes; the meetings that may stay without somebody, for `gone`."""
        self._index.beside()
        for record in filter(None, map(Matter.of_key, sorted(keys))):
            self._noted.leave(record)
            self._index.drop(going.owner, record)
        if going.about is None:
            self._index.forget(going.owner)
            return ()
        with_them = select(meeting_people.c.meeting).where(meeting_people.c.person.in_(going.about))
        return [MeetingId(one) for one in self._connection.execute(with_them).scalars()]

    def gone(self, going: Going, stays: Iterable[MeetingId]) -> None:
        """What stays is found by the words that it has left; others' meetings with who went, by their name alone."""
        self._meetings.index(going.owner, stays)
        if going.about is None:
            named = self._people.named([going.owner])
            self._meetings.describe_anew(named)
            self._noted.describe_anew(named)

    def came(self, member: PersonId, rows: Mapping[str, Collection[int]]) -> None:
        """These rows of lists of a copy were written for the member."""
        for contact in self._people.rows([PersonId(one) for one in rows.get(PEOPLE, ())]):
            index_contact(contact, self._index)
        for subject, numbers in _by_subject(rows):
            if subject is Subject.MEETING:
                self._meetings.index(member, map(MeetingId, numbers))
            else:
                self._noted.follow(subject, *numbers)

    def taken_out(self, member: PersonId, rows: Mapping[str, Collection[int]]) -> None:
        """These rows of lists of a copy are about to go."""
        for subject, numbers in _by_subject(rows):
            for number in numbers:
                self._noted.leave(Matter(subject, number))
                self._index.drop(member, Matter(subject, number))

    def dropped(self, member: PersonId, contacts: Collection[int]) -> None:
        """Those of the contacts that are not there any more are not found either."""
        still = self._people.by_ids([PersonId(one) for one in contacts])
        for one in contacts:
            if PersonId(one) not in still:
                self._index.drop(member, Matter(Subject.CONTACT, one))


def _by_subject(rows: Mapping[str, Collection[int]]) -> Iterator[tuple[Subject, Collection[int]]]:
    """The numbers by list, by what they are numbers of; without those that no search finds."""
    for kept in KEPT:
        if kept.subject in FOUND and kept.copied in rows:
            yield kept.subject, rows[kept.copied]
