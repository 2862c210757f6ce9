"""What operators do with all that is kept of somebody: export it, have it forgotten, put it back. Without Slack."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant import forgetting
from assistant.clock import Clock, SystemClock
from assistant.erasing import Counts, Erasing
from assistant.export.copy import File, Format, Restored
from assistant.export.files import file, from_json
from assistant.facts import Person
from assistant.following import show_home
from assistant.ledger import Ledger
from assistant.network.tending import weigh
from assistant.reminders.keeping import remind_anew
from store.engine import Database
from store.ledger import SqlMemory
from wellmet.on_behalf import OnBehalf
from wellmet.trying import trying
from wellmet.whom import NotFound, Whom, workspace_of

_ALL = 1_000_000  # meetings; no member has more


class Keeping:
    """One workspace's memory, opened for an operator."""

    def __init__(self, database: Database, workspace: str = "", clock: Clock | None = None) -> None:
        """Raises NotFound for a workspace that is not there, or not the only one."""
        self._clock = clock or SystemClock()
        self._workspace = workspace_of(workspace, database)
        self._memory = SqlMemory(database, self._clock)
        self._whom = Whom(database, self._workspace, self._memory)

    def on_behalf(self, who: str) -> OnBehalf:
        """The single records of a member. Raises NotFound."""
        return OnBehalf(self._whom.member(who), self._workspace, self._memory, self._clock)

    def known_to(self, who: str, about: str) -> Person:
        """Whom the member means by that. Raises NotFound."""
        return self._whom.known_to(self._whom.member(who), about)

    def export(self, who: str, wanted: Format) -> File:
        """All that is kept of the member. Raises NotFound."""
        member = self._whom.member(who)
        with self._memory.read(self._workspace) as ledger:
            return file(ledger.kept.copy(member.id), wanted, self._clock.now())

    def put_back(self, who: str, content: bytes, *, write: bool) -> Restored:
        """What of a JSON export is not kept yet, for the member. Only counted without `write`.

        Raises NotFound, and NotACopy for another file.
        """
        member, copy = self._whom.member(who), from_json(content)
        with self._ledger(write) as ledger:
            done = ledger.kept.put_back(member.id, copy, write)
            if write:
                weigh(member.id, done.people - {member.id}, ledger)
                remind_anew(member, ledger, self._clock.now())
                show_home(member, ledger, self._clock.now())
        return done

    def take_out(self, who: str, *, write: bool) -> bool:
        """Undo the file that was put back last for the member; False if there is none. Only tried without `write`.

        Raises NotFound.
        """
        member = self._whom.member(who)
        with trying(self._memory, self._workspace, write=write) as ledger:
            met = {person.id for meeting in ledger.meetings.latest(member.id, _ALL) for person in meeting.people}
            contacts = ledger.kept.take_out(member.id)
            if contacts is not None:
                weigh(member.id, met, ledger)
                ledger.kept.drop_contacts(member.id, contacts)
                show_home(member, ledger, self._clock.now())
        return contacts is not None

    def forget_member(self, who: str, *, write: bool) -> Counts:
        """Everything of the member; how much it is. Nothing changes without `write`. Raises NotFound."""
        member = self._whom.member(who)
        return self._forget(Erasing(member.id), member, member, write)

    def forget_about(self, who: str, about: Person, *, write: bool) -> Counts:
        """What the member keeps of one person, in the same way. Raises NotFound."""
        member = self._whom.member(who)
        if about.id == member.id:
            raise NotFound("that is the member; without --about everything of theirs is forgotten")
        return self._forget(Erasing(member.id, about.id), member, about, write)

    def _forget(self, erasing: Erasing, member: Person, about: Person, write: bool) -> Counts:
        with self._ledger(write) as ledger:
            counts = ledger.kept.count(erasing)
            if write:
                forgetting.erase(member, about, ledger, self._clock.now())
        return counts

    def forget_contacts(self, who: str, *, write: bool) -> Counts:
        """What anybody noted of such contacts; how much it is. Nothing changes without `write`. Raises NotFound."""
        counts: dict[tuple[str, str], int] = {}
        found = self._whom.contacts(who)
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
