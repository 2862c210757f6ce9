"""One workspace, one transaction: the ledger that the thinking is handed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from assistant.clock import Clock
from assistant.ids import PersonId, WorkspaceId
from store.blocks import SqlBlocks
from store.business import SqlPartnerships, SqlReferrals
from store.contacts import SqlContacts
from store.dialect import upsert
from store.directories import Directories
from store.engine import Database
from store.errors import TryAgain
from store.introductions import SqlIntroductions
from store.journal import SqlJournal
from store.kept.erasing import SqlKept
from store.listings import SqlListings
from store.meanings import SqlMeanings
from store.meetings import SqlMeetings
from store.noted import SqlNoted
from store.nudges import SqlNudges
from store.outbox import SqlOutbox
from store.people import SqlPeople
from store.posts import SqlPosts
from store.preferences import SqlPreferences
from store.questions import SqlQuestions
from store.recommendations import SqlRecommendations
from store.reminders import SqlReminders
from store.search import SqlSearch
from store.seen import SqlSeen
from store.tables import workspaces
from store.thanks import SqlThanks
from store.ties import SqlTies


class SqlLedger:
    """`assistant.ledger.Ledger` on a connection within a transaction."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, directories: Directories, clock: Clock) -> None:
        self._connection, self._clock = connection, clock
        self.workspace = workspace
        self.people = SqlPeople(connection, workspace, directories, self._described)
        self.outbox = SqlOutbox(connection, workspace, clock)

    @cached_property
    def meetings(self) -> SqlMeetings:
        return SqlMeetings(self._connection, self.workspace, self.people)

    @cached_property
    def contacts(self) -> SqlContacts:
        return SqlContacts(self._connection, self.workspace, self.people, self._described)

    @cached_property
    def meanings(self) -> SqlMeanings:
        return SqlMeanings(self._connection, self.workspace, self.people)

    @cached_property
    def questions(self) -> SqlQuestions:
        return SqlQuestions(self._connection, self.workspace)

    @cached_property
    def ties(self) -> SqlTies:
        return SqlTies(self._connection, self.workspace, self.people)

    @cached_property
    def preferences(self) -> SqlPreferences:
        return SqlPreferences(self._connection, self.workspace)

    @cached_property
    def introductions(self) -> SqlIntroductions:
        return SqlIntroductions(self._connection, self.workspace, self.noted)

    @cached_property
    def recommendations(self) -> SqlRecommendations:
        return SqlRecommendations(self._connection, self.workspace, self.noted)

    @cached_property
    def listings(self) -> SqlListings:
        return SqlListings(self._connection, self.workspace, self.noted)

    @cached_property
    def noted(self) -> SqlNoted:
        return SqlNoted(self._connection, self.workspace, self.people)

    @cached_property
    def blocks(self) -> SqlBlocks:
        return SqlBlocks(self._connection, self.workspace)

    @cached_property
    def thanks(self) -> SqlThanks:
        return SqlThanks(self._connection, self.workspace, self.people, self.noted)

    @cached_property
    def referrals(self) -> SqlReferrals:
        return SqlReferrals(self._connection, self.workspace, self.people, self.noted)

    @cached_property
    def partnerships(self) -> SqlPartnerships:
        return SqlPartnerships(self._connection, self.workspace, self.people, self.noted)

    @cached_property
    def journal(self) -> SqlJournal:
        return SqlJournal(self._connection, self.workspace)

    @cached_property
    def kept(self) -> SqlKept:
        return SqlKept(self._connection, self.workspace, self.people, self.outbox, self._clock)

    @cached_property
    def nudges(self) -> SqlNudges:
        return SqlNudges(self._connection, self.workspace)

    @cached_property
    def reminders(self) -> SqlReminders:
        return SqlReminders(self._connection, self.workspace, self.people, self.noted)

    @cached_property
    def search(self) -> SqlSearch:
        return SqlSearch(self._connection, self.workspace)

    @cached_property
    def seen(self) -> SqlSeen:
        return SqlSeen(self._connection, self.workspace, self._clock)

    @cached_property
    def posts(self) -> SqlPosts:
        return SqlPosts(self._connection, self.workspace)

    def _described(self, people: Sequence[PersonId]) -> None:
        self.meetings.describe_anew(people)
        self.noted.describe_anew(people)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """What is done within is written as a whole; if it raises, none of it is, and what was before it stands."""
        savepoint, mark = self._connection.begin_nested(), self.outbox.mark()
        try:
            yield
        except Exception:
            savepoint.rollback()
            self.outbox.back_to(mark)
            self.people.back()
            raise
        savepoint.commit()


class SqlMemory:
    """`assistant.ledger.Memory`. `woken` is called after a commit that put something into the outbox."""

    def __init__(self, database: Database, clock: Clock, woken: Callable[[], None] = lambda: None) -> None:
        self._database, self._clock, self._woken = database, clock, woken
        self._directories = Directories()
        self._known: set[WorkspaceId] = set()

    @contextmanager
    def write(self, workspace: WorkspaceId) -> Iterator[SqlLedger]:
        """A ledger that is committed at the end. Raises TryAgain, LostLease; then nothing was written."""
        ledger: SqlLedger | None = None
        try:
            with self._database.write() as connection:
                if workspace not in self._known:
                    connection.execute(
                        upsert(connection.dialect.name, workspaces).on_conflict_do_nothing(), {"id": workspace}
                    )
                ledger = SqlLedger(connection, workspace, self._directories, self._clock)
                yield ledger
                ledger.outbox.flush()
        except BaseException as problem:
            if ledger and ledger.people.changed:
                self._directories.behind(workspace)
            if isinstance(problem, OperationalError):
                raise TryAgain("another transaction was in the way") from problem
            raise
        self._known.add(workspace)
        if ledger.outbox.waiting:
            self._woken()

    @contextmanager
    def read(self, workspace: WorkspaceId) -> Iterator[SqlLedger]:
        """A ledger to look things up in."""
        with self._database.read() as connection:
            yield SqlLedger(connection, workspace, self._directories, self._clock)
