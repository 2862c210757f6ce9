"""A desk with a memory behind it, and members who talk to it; what would be sent is read instead."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from assistant.desk import Desk
from assistant.facts import Profile, Standing
from assistant.ids import AccountId, DeliveryId, WorkspaceId
from assistant.ledger import Post
from assistant.outgoing import AskAccounts, Delivered, Erase, Outgoing, Publish, Redraw, Send
from assistant.reply import FormErrors, Home, Message, OpenForm
from assistant.said import ButtonPress, FormSubmission, Surface, Utterance, Where
from store.engine import Database
from store.ledger import SqlMemory
from store.queue import Queue
from tests.conftest import StandingClock, new_sqlite
from tests.filed import assert_filed_truly

HERE = WorkspaceId("T1")
MEMBERS = (
    Profile(AccountId("UMAYA"), "Maya Patel", title="Photographer", organisation="Bloom & Co", zone="Europe/London"),
    Profile(AccountId("ULINN"), "Linn O'Carroll", title="Curator", organisation="Young Gallery", zone="Europe/Dublin"),
    Profile(AccountId("USAMO"), "Sam Okafor", organisation="Northwind", zone="Africa/Lagos"),
    Profile(AccountId("USAMT"), "Sam Tanner", title="Founder", organisation="Tanner Type", zone="America/New_York"),
    Profile(AccountId("UTOM"), "Tom Berger", zone="Europe/Berlin"),
    Profile(AccountId("UBOT"), "Standup Bot", standing=Standing.BOT),
    Profile(AccountId("UDAN"), "Dan Departed", standing=Standing.DEACTIVATED),
    Profile(AccountId("UEVA"), "Eva Extern", standing=Standing.EXTERNAL),
)


class Talk:
    """Says things to the desk and keeps every message as it would stand in Slack."""

    def __init__(self, database: Database, clock: StandingClock) -> None:
        self.clock, self._numbers = clock, count(1)
        self.memory, self._queue = SqlMemory(database, clock), Queue(database)
        self.desk = Desk(self.memory, clock)
        self.shown: dict[str, Message] = {}
        self.homes: dict[str, Home] = {}
        self.foreign: dict[str, Profile] = {}
        self.desk.learn(HERE, MEMBERS)

    def says(self, account: str, words: str, surface: Surface = Surface.DM, command: str = "", id: str = "") -> Message:
        """The answer to a sentence: at once, or after what is due was done."""
        number = id or str(next(self._numbers))
        said = Utterance(
            HERE,
            AccountId(account),
            words,
            surface,
            Where("D" + account),
            self.clock.now(),
            DeliveryId(number),
            command,
        )
        before = set(self.shown)
        at_once = self.desk.hear(said)
        self.work()
        if at_once is not None:
            return at_once  # type: ignore[return-value]
        new = [message for ts, message in self.shown.items() if ts not in before]
        assert len(new) <= 1, "one message per matter"
        return new[0] if new else None  # type: ignore[return-value]

    def presses(self, account: str, button: str, of: object, fleeting: str = "") -> Message | OpenForm | None:
        where = Where("D" + account, "1.0", fleeting=fleeting)
        outcome = self.desk.press(ButtonPress(HERE, AccountId(account), button, str(of), where, self.clock.now()))
        self.work()
        return outcome

    def submits(
        self, account: str, form: str, of: object = "", version: int = 0, id: str = "", **fields: object
    ) -> FormErrors | None:
        number = DeliveryId(id or f"view{next(self._numbers)}")
        sent = FormSubmission(
            HERE, AccountId(account), form, str(of), version, fields, Where(""), self.clock.now(), number  # type: ignore[arg-type]
        )  # fmt: skip
        outcome = self.desk.submit(sent)
        self.work()
        return outcome if isinstance(outcome, FormErrors) else None

    def work(self) -> None:
        """Do all that is due, as a worker would, with a Slack that is always there."""
        while claims := self._queue.claim(self.clock.now(), 10):
            for claimed in claims:
                outgoing = self.desk.due(claimed.workspace, claimed.job)
                delivered = self._delivered(outgoing)
                with self.memory.write(claimed.workspace) as ledger:
                    finished = ledger.outbox.finish(claimed, timedelta(0))
                    if finished:
                        self.desk.done(ledger, claimed.job, outgoing, delivered)
                if not finished:
                    self._queue.release(claimed, self.clock.now())

    def _delivered(self, outgoing: Outgoing | None) -> Delivered:
        match outgoing:
            case Send(_, conversation, _, message, matter, version):
                ts = f"{next(self._numbers)}.0"
                self.shown[ts] = message
                return Delivered((Post(matter.key, conversation or "D", ts, version),))
            case Redraw(message, matter, posts, version):
                for post in posts:
                    self.shown[post.message] = message
                return Delivered(tuple(Post(matter.key, post.conversation, post.message, version) for post in posts))
            case Erase(_, ts):
                self.shown.pop(ts)
            case Publish(to, home):
                self.homes[to] = home
            case AskAccounts(accounts):
                unknown = [Profile(one, one, standing=Standing.UNKNOWN) for one in accounts if one not in self.foreign]
                return Delivered(profiles=(*unknown, *(self.foreign[one] for one in accounts if one in self.foreign)))
            case _:
                pass
        return Delivered()


@pytest.fixture
def talk(tmp_path: Path, clock: StandingClock) -> Iterator[Talk]:
    database = Database(new_sqlite(tmp_path))
    yield Talk(database, clock)
    assert_filed_truly(database)
    database.close()
