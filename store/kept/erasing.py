"""Forgetting for good: rows are deleted, in the order that their keys need, within the caller's transaction."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, select, update

from assistant.clock import Clock
from assistant.erasing import Counts, Erasing
from assistant.export.copy import PEOPLE, Copy, Restored
from assistant.ids import AccountId, PersonId, WorkspaceId
from assistant.ledger import Erased
from assistant.reply import Matter, Subject
from store.batches import batched
from store.kept import jobs
from store.kept.batches import Batches
from store.kept.copying import Copying
from store.kept.filing import Filing
from store.kept.restoring import Restoring
from store.kept.rules import Condition, Going, Kept
from store.kept.tables import KEPT, in_order
from store.kept.unsaid import Unsaid, naming
from store.outbox import SqlOutbox, as_job
from store.people import SqlPeople
from store.tables import nudges, outbox, people, workspaces

_AT_ONCE = 500  # ids a statement
_CONTACTS = select(people.c.id).where(people.c.workspace == bindparam("here"), people.c.owner == bindparam("of"))
_ACCOUNT = select(people.c.account).where(people.c.workspace == bindparam("here"), people.c.id == bindparam("of"))
_ERASED = update(workspaces).where(workspaces.c.id == bindparam("here")).values(people_erased=bindparam("version"))
_ROWS = (outbox.c.id, outbox.c.key, outbox.c.kind, outbox.c.payload)
_JOBS = select(*_ROWS).where(outbox.c.workspace == bindparam("here"))


class SqlKept:
    """`assistant.ledger.Kept` on a connection."""

    def __init__(
        self, connection: Connection, workspace: WorkspaceId, known: SqlPeople, later: SqlOutbox, clock: Clock
    ) -> None:
        self._clock = clock
        self._connection, self._workspace, self._people, self._outbox = connection, workspace, known, later
        self._filing = Filing(connection, workspace, known)

    def count(self, erasing: Erasing) -> Counts:
        going = self._going(erasing)
        own = (kept for kept in KEPT if kept.words or (kept.owner is not None and not kept.follows))
        return self._counted((kept.words or ("", ""), kept.table, kept.doomed(going)) for kept in own)

    def stays(self, erasing: Erasing) -> Counts:
        going = self._going(erasing)
        return self._counted((kept.words, kept.table, kept.stays(going)) for kept in KEPT if kept.words and kept.stays)

    def _counted(self, rows: Iterable[tuple[tuple[str, str], Table, Condition]]) -> Counts:
        counted: Counter[tuple[str, str]] = Counter()
        for words, table, which in rows:
            number = select(func.count()).select_from(table).where(which)
            counted[words] += int(self._connection.execute(number).scalar_one())
        return {words: number for words, number in counted.items() if number}

    def copy(self, member: PersonId) -> Copy:
        return Copying(self._connection, self._workspace, member).make()

    def put_back(self, member: PersonId, copy: Copy, write: bool) -> Restored:
        done = Restoring(self._connection, self._workspace, self._people, member, write).put_back(copy)
        if done.rows:
            Batches(self._connection, self._workspace, member).keep(done.rows, self._clock.now())
            self._filing.came(member, done.rows)
        return done

    def take_out(self, member: PersonId) -> Sequence[int] | None:
        batches = Batches(self._connection, self._workspace, member)
        last = batches.last()
        if last is None:
            return None
        self._filing.taken_out(member, last[1])
        batches.drop(*last)
        return last[1].get(PEOPLE, ())

    def drop_contacts(self, member: PersonId, contacts: Sequence[int]) -> int:
        dropped = Batches(self._connection, self._workspace, member).drop_contacts(contacts)
        if dropped:
            self._gone()
            self._filing.dropped(member, contacts)
        return dropped

    def erase(self, erasing: Erasing) -> Erased:
        going = self._going(erasing)
        # All that goes is found before anything goes: what it is found by may go first.
        doomed = {kept.table.name: self._ids(kept, going) for kept in KEPT if "id" in kept.table.c}
        keys = {
            Matter(kept.subject, number).key
            for kept in KEPT
            if kept.subject and kept.table is not nudges
            for number in doomed[kept.table.name]
        }
        if going.about is None:
            keys |= {Matter(subject, going.owner).key for subject in (Subject.OFFERS, Subject.NEEDS)}
        unsaid = Unsaid(self._connection, self._workspace)
        nudged = unsaid.nudges(doomed[nudges.name], keys)
        doomed[nudges.name] = sorted(nudged.ids)
        keys |= nudged.keys
        stood = unsaid.about(keys)
        looked_up = unsaid.looked_up(going.owner, stood, going.about)
        # Messages of nudges that go on without some of them stay where they are; jobs of those some go.
        spoken_of = keys | {Matter(Subject.NUDGES, number).key for number in nudged.ids}
        self._outbox.drop({*doomed[outbox.name], *self._jobs_about(going, spoken_of)})
        Batches.leave_out(self._connection, self._workspace, doomed)
        stays = self._filing.going(going, keys)
        for kept in in_order():
            if kept.table is not outbox:  # its rows go when the lanes are locked, at the end of the transaction
                self._delete(kept, going, doomed, keys)
        for kept in KEPT:
            if kept.emptied:
                self._connection.execute(kept.emptied(going))
        self._filing.gone(going, stays)
        unsaid.drop(looked_up)
        if going.contacts:
            self._gone()
        return Erased((*stood, *looked_up), nudged.left)

    def _gone(self) -> None:
        """Somebody is not there any more: every process reads its directory anew."""
        version = self._people.next_version()
        self._connection.execute(_ERASED, {"here": self._workspace, "version": version})

    def _going(self, erasing: Erasing) -> Going:
        where = {"here": self._workspace, "of": erasing.owner}
        own = {PersonId(row.id) for row in self._connection.execute(_CONTACTS, where)}
        account = self._connection.execute(_ACCOUNT, where).scalar()
        about = None
        if erasing.about is not None:  # a contact that turned out to be somebody is only what was noted under its name
            about = set(self._people.rows_of(erasing.owner, erasing.about)) or {erasing.about}
        return Going(self._workspace, erasing.owner, account, about, own if about is None else own & about)

    def _ids(self, kept: Kept, going: Going) -> list[int]:
        return list(self._connection.execute(select(kept.table.c.id).where(kept.doomed(going))).scalars())

    def _delete(self, kept: Kept, going: Going, doomed: dict[str, list[int]], keys: set[str]) -> None:
        table = kept.table
        if kept.part_of is not None:
            parent = next(iter(kept.part_of.foreign_keys)).column.table.name
            self._delete_in(table, kept.part_of, doomed[parent])
        if kept.named_by is not None:
            for named in naming(kept.named_by, keys):
                self._connection.execute(delete(table).where(table.c.workspace == self._workspace, named))
        if table.name in doomed:
            self._delete_in(table, table.c.id, doomed[table.name])
        elif not kept.untouched:
            self._connection.execute(delete(table).where(kept.doomed(going)))

    def _delete_in(self, table: Any, column: Any, numbers: list[int]) -> None:
        # Of people in one statement where it can be: those merged into one another point at each other.
        for some in batched(numbers, _AT_ONCE if table is not people else 30_000):
            self._connection.execute(delete(table).where(column.in_(some)))

    def _jobs_about(self, going: Going, keys: set[str]) -> Iterator[int]:
        """Open jobs that speak of what goes, and the keys of those done: SQLite gives the last ids out again."""
        gone: set[jobs.Named] = {_named(key) for key in keys}
        if going.about is None:
            gone |= {(Subject.CONTACT, going.owner), (AccountId, going.account or "")}
        numbers = {str(number) for _, number in gone}
        for row in self._connection.execute(_JOBS, {"here": self._workspace}):
            if row.payload:
                speaks = not gone.isdisjoint(jobs.names(as_job(row.kind, row.payload)))
            else:
                speaks = not numbers.isdisjoint(row.key.split(":"))
            if speaks:
                yield row.id


def _named(key: str) -> jobs.Named:
    subject, _, number = key.partition(":")
    return Subject(subject), int(number)
