"""Stopping with work in hand: it is done and acknowledged first."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from playground import Playground
from tests.conftest import StandingClock
from tests.wellmet.conftest import MANIFEST
from wellmet.build import build
from wellmet.pretend import settings_for


def test_a_command_that_came_before_the_stop_is_answered_over_socket_mode(
    database_address: str, clock: StandingClock
) -> None:
    """The command waits for the database while Wellmet is told to stop; what was heard is not forgotten."""
    with Playground(MANIFEST, transport="socket") as playground, ThreadPoolExecutor(2) as others:
        wellmet = build(settings_for(playground, database_address, socket=True), clock=clock)
        heard = threading.Event()

        @wellmet.app.middleware
        def arrived(next: Callable[[], None]) -> None:
            heard.set()
            next()

        wellmet.start()
        playground.wait(lambda: playground.connected)
        assert wellmet.worker.settle()
        with wellmet.memory.write(wellmet.identity.workspace):
            answer = others.submit(playground.member("Maya").command, "/met", "Tom yesterday")
            assert heard.wait(5)
            stopped = others.submit(wellmet.stop)
        stopped.result(5)
        assert answer.result(5).ok
        assert "Tom Berger" in answer.result().text
