"""Whom members meant by words that they were asked about."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Insert, bindparam, case, select, update

from assistant.facts import Meaning
from assistant.ids import PersonId, WorkspaceId
from store.dialect import upsert
from store.people import SqlPeople
from store.tables import name_meanings as meanings

LONGEST = 200  # characters; a name that is longer is asked about every time
_MINE = (meanings.c.workspace == bindparam("here")) & (meanings.c.owner == bindparam("of"))
_ONE = select(meanings).where(_MINE, meanings.c.words == bindparam("said"))
_DOUBT = update(meanings).where(_MINE, meanings.c.person.in_(bindparam("people", expanding=True))).values(times=1)


@cache
def _answer(dialect: str) -> Insert:
    new = upsert(dialect, meanings)
    same = meanings.c.person == new.excluded.person
    return new.on_conflict_do_update(
        index_elements=[meanings.c.workspace, meanings.c.owner, meanings.c.words],
        set_={
            "times": case((same, meanings.c.times + 1), else_=1),
            "person": new.excluded.person,
            "among": new.excluded.among,
            "at": new.excluded.at,
        },
    )


class SqlMeanings:
    """`assistant.ledger.Meanings` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people

    def of(self, owner: PersonId, words: str) -> Meaning | None:
        row = self._connection.execute(_ONE, {"here": self._workspace, "of": owner, "said": words}).first()
        if row is None:
            return None
        return Meaning(PersonId(row.person), row.times, frozenset(PersonId(int(n)) for n in row.among.split(",") if n))

    def answered(self, owner: PersonId, words: str, person: PersonId, among: Iterable[PersonId], at: datetime) -> None:
        if len(words) > LONGEST:
            return
        row = {
            "workspace": self._workspace, "owner": owner, "words": words, "person": person, "times": 1, "at": at,
            "among": ",".join(map(str, among)),
        }  # fmt: skip
        self._connection.execute(_answer(self._connection.dialect.name), row)

    def doubt(self, owner: PersonId, people: Iterable[PersonId]) -> None:
        wanted = set(people)
        if wanted:
            wanted |= {one for one, meant in self._people.merged(owner).items() if meant in wanted}
            self._connection.execute(_DOUBT, {"here": self._workspace, "of": owner, "people": list(wanted)})
