"""Many things fall due at once: they are said at a pace, and nobody who speaks meanwhile waits for them."""

from collections.abc import Iterator

import pytest

from playground import Playground
from tests.conftest import StandingClock
from tests.wellmet.conftest import MANIFEST
from tests.wellmet.test_worker import answers, passes, tries
from wellmet.build import Wellmet, build
from wellmet.pretend import serve_locally, settings_for

UPDATE = "chat.update"
NAMES = ("Maya", "Ana", "Tom")


@pytest.fixture
def playground(clock: StandingClock) -> Iterator[Playground]:
    """Slack's clock and ours are one, since what expires counts from when it was said."""
    with Playground(MANIFEST, clock=lambda: clock.now().timestamp()) as playground:
        yield playground


@pytest.fixture
def unhurried(playground: Playground, database_address: str, clock: StandingClock) -> Iterator[Wellmet]:
    """Says one thing a second unasked. Three questions were asked, and all of them expire now."""
    settings = settings_for(playground, database_address, socket=False).model_copy(update={"unasked_a_minute": 60})
    wellmet = build(settings, clock=clock)
    wellmet.start()
    server, playground.events_url = serve_locally(wellmet)
    assert wellmet.worker.settle()
    for name in NAMES:
        playground.member(name).dm("met Sam yesterday")
    passes(wellmet, clock)
    clock.forward(days=2)
    yield wellmet
    server.shutdown()
    server.server_close()
    wellmet.stop()


def test_what_comes_of_itself_keeps_a_pace_and_a_reply_does_not_wait_for_it(
    playground: Playground, unhurried: Wellmet, clock: StandingClock
) -> None:
    passes(unhurried, clock)
    assert tries(playground, UPDATE) == 1
    for name in NAMES:
        playground.member(name).dm("met Priya yesterday")
    passes(unhurried, clock)
    assert [len(answers(playground, name)) for name in NAMES] == [2, 2, 2]
    assert tries(playground, UPDATE) == 1
    told = []
    for _ in range(3):
        passes(unhurried, clock, seconds=1)
        told.append(tries(playground, UPDATE))
    assert told == [2, 3, 3]


def test_while_slack_is_busy_nothing_is_said_unasked_but_replies_are(
    playground: Playground, unhurried: Wellmet, clock: StandingClock
) -> None:
    playground.faults.next(UPDATE, "rate_limited", retry_after=30)
    passes(unhurried, clock)
    passes(unhurried, clock, seconds=29)
    assert tries(playground, UPDATE) == 1
    for name in NAMES:
        playground.member(name).dm("met Priya yesterday")
    passes(unhurried, clock)
    assert [len(answers(playground, name)) for name in NAMES] == [2, 2, 2]
    for _ in range(3):
        passes(unhurried, clock, seconds=1)
    assert tries(playground, UPDATE) == 1 + 3  # the refused one, and all three
