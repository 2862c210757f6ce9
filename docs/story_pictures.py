"""The pictures of docs/story.md: weeks of a pretend workspace whose clock is moved by hand. Made by `make pictures`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playground import Person, Playground, SeenMessage
from store.engine import Database
from store.migrations import migrate
from wellmet.build import Wellmet, build
from wellmet.doctor import manifest_path
from wellmet.pretend import serve_locally, settings_for

MONDAY = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)
Take = Callable[[str, str], None]
"""Takes a picture of that name, of what somebody sees."""


class Weeks:
    """A pretend workspace, and the time in it."""

    def __init__(self) -> None:
        self.moment = MONDAY
        self.playground: Playground
        self.wellmet: Wellmet

    def now(self) -> datetime:
        return self.moment

    def pass_days(self, days: int) -> None:
        """Let days pass; what falls due is said."""
        for _ in range(2 * days):
            self.moment += timedelta(hours=12)
            self.settle()

    def settle(self) -> None:
        self.wellmet.worker.wake()
        self.wellmet.worker.settle()

    def says(self, who: Person, words: str) -> SeenMessage:
        """Say it in private; the answer, and a yes where Wellmet asks for one."""
        said = who.dm(words)
        answer = self.playground.wait(lambda: who.heard_after(said))
        if "Is that it?" in answer.text:
            who.press(answer, "Yes, that's it")
        self.settle()
        return answer

    def last(self, who: Person, holding: str) -> SeenMessage:
        """The newest message to somebody that holds the words."""
        return self.playground.wait(lambda: next((m for m in reversed(who.messages()) if holding in m.text), None))


@contextmanager
def weeks() -> Iterator[Weeks]:
    """The workspace, until the end of the block."""
    manifest, here = manifest_path(), Weeks()
    assert manifest
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        here.playground = stack.enter_context(Playground(manifest, clock=lambda: here.moment.timestamp()))
        settings = settings_for(here.playground, f"sqlite:///{Path(folder) / 'wellmet.db'}", socket=False)
        database = Database(settings.database_url)
        migrate(database)
        database.close()
        here.wellmet = build(settings, clock=here, pace=timedelta(0))
        here.wellmet.start()
        stack.callback(here.wellmet.stop)
        server, here.playground.events_url = serve_locally(here.wellmet)
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
        here.settle()
        yield here


def tell(here: Weeks, take: Take) -> None:
    """Ana is introduced to Priya by Maya, thanks her, meets Priya, and thanks Maya again."""
    ana, maya, priya = (here.playground.member(name) for name in ("Ana", "Maya", "Priya"))
    here.says(maya, "met Priya Nair and Ana Ruiz last week about the print festival")
    here.says(ana, "could somebody introduce me to Priya Nair about funding the print festival?")
    ana.press(here.last(ana, "may be asked"), "Ask privately")
    maya.press(here.last(maya, "would like to meet"), "I'll introduce them")
    priya.press(here.last(priya, "would like to introduce you"), "Yes, introduce us")
    here.pass_days(2)
    reminder = here.last(ana, "A word of thanks?")
    take("thanks-reminder", "Ana Ruiz")
    ana.press(reminder, "Send")
    here.settle()
    take("thanks-received", "Maya Patel")
    here.pass_days(6)
    here.says(ana, "had coffee with Priya Nair today about the budget")
    here.pass_days(2)
    ana.press(here.last(ana, "and you met on"), "Edit")
    take("thanks-form", "Ana Ruiz")
    ana.submit({"Your words": "Priya said yes. You were right about her, and I owe you a coffee."})
    here.settle()
    take("thanks-met", "Maya Patel")
