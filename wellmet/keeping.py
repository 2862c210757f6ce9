"""What operators do with all that is kept of somebody: export it, have it forgotten, put it back. Without Slack."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select

from assistant import forgetting
from assistant.clock import Clock, SystemClock
from assistant.erasing import Counts, Erasing
from assistant.export.copy import File, Format, Restored
from assistant.export.files import file, from_json
from assistant.facts import Kind, Person
from assistant.following import show_home
from assistant.ids import WorkspaceId
from assistant.ledger import Ledger
from assistant.network.tending import weigh
from assistant.reminders.keeping import remind_anew
from store.directories import as_person
from store.engine import Database
from store.ledger import SqlMemory
from store.tables import people, workspaces


class NotFound(Exception):
    """Nobody, or several, are meant; the text says which."""


class Keeping:
    """One workspace's memory, opened for an operator."""

    def __init__(self, database: Database, workspace: str = "", clock: Clock | None = None) -> None:
        self._database, self._clock = database, clock or SystemClock()
        self._workspace = self._only(workspace)
        self._memory = SqlMemory(database, self._clock)

    def _only(self, wanted: str) -> WorkspaceId:
        """The workspace wanted, or the only one there is. Raises NotFound."""
        with self._database.read() as connection:
            known = list(connection.execute(select(workspaces.c.id)).scalars())
        if (wanted and wanted not in known) or not known:
            raise NotFound("this database knows no such workspace")
        if not wanted and len(known) > 1:
            raise NotFound(f"name the workspace, one of {', '.join(sorted(known))}")
        return WorkspaceId(wanted or known[0])

    def member(self, who: str) -> Person:
        """The member with that account or address. Raises NotFound."""
        with self._database.read() as connection:
            named = (people.c.account == who) | (func.lower(people.c.email) == who.strip().casefold())
            here = (people.c.workspace == self._workspace) & (people.c.kind == Kind.MEMBER)
            found = [as_person(row) for row in connection.execute(select(people).where(here, named))]
        if len(found) != 1:
            accounts = ", ".join(str(one.account) for one in found) or "none"
            raise NotFound(f"{len(found)} members have the account or address {who!r}: {accounts}")
        return found[0]

    def contacts(self, who: str) -> list[Person]:
        """Everybody's contacts with that address, or of exactly that name. Raises NotFound."""
        with self._database.read() as connection:
            plain = who.strip().casefold()
            named = (func.lower(people.c.email) == plain) | (func.lower(people.c.name) == plain)
            here = (people.c.workspace == self._workspace) & (people.c.kind == Kind.CONTACT)
            found = [as_person(row) for row in connection.execute(select(people).where(here, named))]
        if not found:
            raise NotFound(f"nobody keeps a contact with the address or name {who!r}")
        return found

    def export(self, who: str, wanted: Format) -> File:
        """All that is kept of the member. Raises NotFound."""
        member = self.member(who)
        with self._memory.read(self._workspace) as ledger:
            return file(ledger.kept.copy(member.id), wanted, self._clock.now())

    def put_back(self, who: str, content: bytes, *, write: bool) -> Restored:
        """What of a JSON export is not kept yet, for the member. Only counted without `write`.

        Raises NotFound, and NotACopy for another file.
        """
        member, copy = self.member(who), from_json(content)
        with self._ledger(write) as ledger:
            done = ledger.kept.put_back(member.id, copy, write)
            if write:
                weigh(member.id, done.people - {member.id}, ledger)
                remind_anew(member, ledger, self._clock.now())
                show_home(member, ledger, self._clock.now())
        return done

    def take_out(self, who: str) -> bool:
        """Undo the file that was put back last for the member; False if there is none. Raises NotFound."""
        member = self.member(who)
        with self._memory.write(self._workspace) as ledger:
            met = {person.id for meeting in ledger.meetings.latest(member.id, 1_000_000) for person in meeting.people}
            contacts = ledger.kept.take_out(member.id)
            if contacts is not None:
                weigh(member.id, met, ledger)
                ledger.kept.drop_contacts(member.id, contacts)
                show_home(member, ledger, self._clock.now())
        return contacts is not None

    def forget_member(self, who: str, *, write: bool) -> Counts:
        """Everything of the member; how much it is. Nothing changes without `write`. Raises NotFound."""
        member = self.member(who)
        with self._ledger(write) as ledger:
            counts = ledger.kept.count(Erasing(member.id))
            if write:
                forgetting.erase(member, member, ledger, self._clock.now())
        return counts

    def forget_contacts(self, who: str, *, write: bool) -> Counts:
        """What anybody noted of such contacts; how much it is. Nothing changes without `write`. Raises NotFound."""
        counts: dict[tuple[str, str], int] = {}
        found = self.contacts(who)
        with self._ledger(write) as ledger:
            owners = ledger.people.by_ids(one.owner for one in found if one.owner)
            for contact in found:
                # One that was merged into another of these goes with it.
                if contact.owner is None or contact.merged_into in {one.id for one in found}:
                    continue
                for words, number in ledger.kept.count(Erasing(contact.owner, contact.id)).items():
                    counts[words] = counts.get(words, 0) + number
                if write:
                    forgetting.erase(owners[contact.owner], contact, ledger, self._clock.now())
        return counts

    @contextmanager
    def _ledger(self, write: bool) -> Iterator[Ledger]:
        opened = self._memory.write if write else self._memory.read
        with opened(self._workspace) as ledger:
            yield ledger
