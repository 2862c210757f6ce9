"""All that the thinking asks of the memory, a module a noun. A ledger is one workspace within one transaction."""

from contextlib import AbstractContextManager
from typing import Protocol

from assistant.ids import WorkspaceId
from assistant.ledger.blocks import Blocks
from assistant.ledger.business import Partnerships, Referrals
from assistant.ledger.delivery import Outbox, Post, Posts, Seen
from assistant.ledger.erasing import Erased, Kept
from assistant.ledger.introductions import Introductions
from assistant.ledger.journal import Journal
from assistant.ledger.listings import Listings
from assistant.ledger.meetings import Meetings
from assistant.ledger.noted import NotedRecords
from assistant.ledger.nudges import Nudges
from assistant.ledger.people import Contacts, Meanings, People
from assistant.ledger.preferences import Preferences
from assistant.ledger.questions import Questions
from assistant.ledger.recommendations import Recommendations
from assistant.ledger.reminders import Reminders
from assistant.ledger.search import Entry, Search
from assistant.ledger.thanks import ThanksGiven
from assistant.ledger.ties import Ties

__all__ = [
    "Blocks",
    "Contacts",
    "Entry",
    "Erased",
    "Introductions",
    "Journal",
    "Kept",
    "Ledger",
    "Listings",
    "Meanings",
    "Meetings",
    "Memory",
    "NotedRecords",
    "Nudges",
    "Outbox",
    "Partnerships",
    "People",
    "Post",
    "Posts",
    "Preferences",
    "Questions",
    "Recommendations",
    "Referrals",
    "Reminders",
    "Search",
    "Seen",
    "ThanksGiven",
    "Ties",
]


class Ledger(Protocol):
    """One workspace, one transaction."""

    @property
    def workspace(self) -> WorkspaceId: ...
    @property
    def people(self) -> People: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def meanings(self) -> Meanings: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def ties(self) -> Ties: ...
    @property
    def preferences(self) -> Preferences: ...
    @property
    def introductions(self) -> Introductions: ...
    @property
    def recommendations(self) -> Recommendations: ...
    @property
    def listings(self) -> Listings: ...
    @property
    def noted(self) -> NotedRecords: ...
    @property
    def blocks(self) -> Blocks: ...
    @property
    def thanks(self) -> ThanksGiven: ...
    @property
    def referrals(self) -> Referrals: ...
    @property
    def partnerships(self) -> Partnerships: ...
    @property
    def journal(self) -> Journal: ...
    @property
    def kept(self) -> Kept: ...
    @property
    def nudges(self) -> Nudges: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def search(self) -> Search: ...
    @property
    def seen(self) -> Seen: ...
    @property
    def posts(self) -> Posts: ...
    @property
    def outbox(self) -> Outbox: ...

    def attempt(self) -> AbstractContextManager[None]:
        """What is done within is written as a whole; if it raises, none of it is, and what was before it stands."""
        ...


class Memory(Protocol):
    """Opens ledgers."""

    def write(self, workspace: WorkspaceId) -> AbstractContextManager[Ledger]:
        """A ledger that is committed at the end, or rolled back on an exception."""
        ...

    def read(self, workspace: WorkspaceId) -> AbstractContextManager[Ledger]:
        """A ledger to look things up in; holds nobody up."""
        ...
