"""Several processes that share one database: each knows what the others learn, and each thing is done once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.scenarios.conftest import Town
from wellmet.build import Wellmet, build
from wellmet.pretend import settings_for

pytestmark = pytest.mark.parametrize("ground", [("http", "postgresql")], ids=["http and postgresql"])


@pytest.fixture
def beside(town: Town, database_url: str) -> Iterator[Wellmet]:
    """`wellmet worker`: no door, only the outbox."""
    other = build(settings_for(town.playground, database_url, socket=False), clock=town.clock, pace=timedelta(0))
    other.worker.start()
    yield other
    other.stop()


def test_a_worker_beside_it_says_what_was_heard_here_and_once(town: Town, beside: Wellmet) -> None:
    town.wellmet.worker.stop()  # from here on the other one alone works on the outbox
    maya = town.member("Maya")
    for name in ("Tom", "Priya", "Ana"):
        maya.dm(f"met {name} yesterday")
        beside.worker.wake()
    said = town.until(lambda: [m for m in maya.messages() if m.from_app] if len(maya.messages()) >= 6 else None)
    assert [m.text.count("Noted") for m in said] == [1, 1, 1]


def test_who_is_learned_by_one_is_known_to_the_other(town: Town, beside: Wellmet) -> None:
    zoe = town.playground.join("Zoe Quist")
    assert town.wellmet.worker.settle()
    with beside.memory.read(beside.identity.workspace) as ledger:
        known = ledger.people.directory().account(zoe.id)
    assert known is not None
    assert known.name == "Zoe Quist"
