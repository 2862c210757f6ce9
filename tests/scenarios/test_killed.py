"""A process killed with -9 wherever it stands, and started again on the same database."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import update

from playground import Person, Playground, SeenMessage
from store.engine import Database
from store.lanes import ALWAYS
from store.tables import lanes
from tests.scenarios.conftest import MANIFEST
from tests.wellmet.test_start import environment, free_port, running


class Served:
    """`wellmet serve` as a process, to be killed and started again on the same port and database."""

    def __init__(self, playground: Playground, folder: Path, stack: ExitStack) -> None:
        self.playground, self._folder, self._stack, self._port = playground, folder, stack, free_port()
        playground.events_url = f"http://127.0.0.1:{self._port}/slack/events"
        self.process = self.start()

    def start(self) -> subprocess.Popen[str]:
        """Start it, and wait until it is ready."""
        env = environment(self.playground, self._folder, PORT=str(self._port))
        self.process = self._stack.enter_context(running("serve", env=env, until="ready in"))
        return self.process

    def kill(self) -> None:
        """Kill -9, the process that listens and the one that works."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for process in (str(self.process.pid), *children):
            subprocess.run(["kill", "-9", process], check=False)
        self.process.wait(10)

    def leases_end(self) -> None:
        """Half a minute passes for what the killed process had in hand; nobody has to wait for it."""
        database = Database(f"sqlite:///{self._folder / 'served.db'}")
        with database.write() as connection:
            in_hand = update(lanes).where(lanes.c.lease.is_not(None))
            connection.execute(in_hand.values(free_at=ALWAYS, answers_at=ALWAYS))
        database.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Playground(MANIFEST, repeat_after=(0.2, 1, 3, 5)) as playground, ExitStack() as stack:
        yield Served(playground, tmp_path, stack)


def heard(who: Person) -> list[SeenMessage]:
    return [message for message in who.messages() if message.from_app]


@pytest.mark.parametrize("point", ["drop_before", "drop_after"])
def test_killed_while_it_answers_it_answers_once_after_its_start(served: Served, point: str) -> None:
    """Killed when its message did not come through, or came through unheard of."""
    playground, maya = served.playground, served.playground.member("Maya")
    playground.faults.next("chat.postMessage", point)
    maya.dm("met Tom yesterday")
    playground.wait(lambda: playground.traffic.entries(title="chat.postMessage"))
    served.kill()
    served.leases_end()
    served.start()
    assert "Tom Berger" in playground.wait(lambda: heard(maya)[0] if heard(maya) else None, timeout=15).text
    question = maya.dm("met Sam yesterday")
    assert "Sam Okafor" in playground.wait(lambda: maya.heard_after(question), timeout=15).text
    assert len([message for message in heard(maya) if "Tom Berger" in message.text]) == 1
    maya.open_home()
    assert len(re.findall(r"(?<!About )Tom Berger", playground.wait(maya.home).words)) == 1
