"""The composition root: settings in, the whole of Wellmet out. The only place that sees every part."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version
from typing import Any, TypeVar

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult

from assistant.clock import Clock, SystemClock
from assistant.ids import AccountId, WorkspaceId
from handlers import Surroundings, register
from handlers.errors import Busy, Impossible, TokenRevoked, Uncertain, slack_errors
from handlers.outbound import Outbound, make_client
from store.engine import Database
from store.ledger import SqlMemory
from store.queue import Queue
from wellmet.health import Health
from wellmet.http import Door
from wellmet.patience import PatientDesk
from wellmet.settings import Settings
from wellmet.worker import PACE, Worker

log = logging.getLogger(__name__)
T = TypeVar("T")

TRIES = 6  # of the first call, over about half a minute; a process manager starts us again after that


class CannotStart(Exception):
    """Slack does not know us or is not there; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose token it is."""

    workspace: WorkspaceId
    bot: AccountId
    bot_id: str
    team: str  # the workspace's name


def identify(settings: Settings, wait: Callable[[float], None] = time.sleep) -> Identity:
    """Ask Slack who we are; a Slack that is away for a moment is waited for. Raises CannotStart."""
    client = make_client(settings.slack_bot_token, settings.slack_api_url)
    refused = "Slack refuses SLACK_BOT_TOKEN ({}): install the app again and copy its token"
    away = f"Slack cannot be reached at {settings.slack_api_url} ({{}})"
    answer = _patiently(client.auth_test, refused, away, wait)
    return Identity(
        WorkspaceId(answer["team_id"]), AccountId(answer["user_id"]), answer.get("bot_id") or "",
        answer.get("team") or "",
    )  # fmt: skip


def _patiently(call: Callable[[], T], refused: str, away: str, wait: Callable[[float], None] = time.sleep) -> T:
    """What the call to Slack returns, in one of TRIES. Raises CannotStart, in those words with the problem in them."""
    problem: Exception | None = None
    for attempt in range(TRIES):
        try:
            with slack_errors():
                return call()
        except (TokenRevoked, Impossible) as refusal:
            raise CannotStart(refused.format(refusal)) from refusal
        except (Busy, Uncertain) as trouble:
            problem = trouble
            log.warning("Slack cannot be reached yet: %s", trouble)
            if attempt < TRIES - 1:
                wait(trouble.wait.total_seconds() if isinstance(trouble, Busy) else min(2**attempt, 10))
    raise CannotStart(away.format(problem))


class Wellmet:
    """All of it, for one workspace. `start` begins to work, `stop` ends it; `door` is what a web server serves."""

    def __init__(self, settings: Settings, identity: Identity, clock: Clock, pace: timedelta) -> None:
        self.settings, self.identity = settings, identity
        self.database = Database(settings.database_url)
        self.memory = SqlMemory(self.database, clock, woken=self._wake)
        self.desk = PatientDesk(self.memory, clock)
        client = make_client(settings.slack_bot_token, settings.slack_api_url)
        self.worker = Worker(
            Queue(self.database, settings.unasked_pace),
            self.memory,
            self.desk,
            Outbound(client, identity.workspace),
            clock,
            pace,
            self._crowded,
        )
        self.app = _app(settings, identity)
        register(self.app, Surroundings(self.desk, clock, identity.workspace, identity.bot))
        self.health = Health(self.database, self.worker, identity.team, version("wellmet"))
        self.door = Door(self.app, self.health)
        self._socket: Any = None

    def _crowded(self) -> bool:
        return self.door.crowded

    def _wake(self) -> None:
        self.worker.wake()

    def start(self) -> None:
        """Begin to work: the outbox, and with Socket Mode the connection to Slack."""
        self.worker.first_jobs(self.identity.workspace)
        self.worker.start()
        if self.settings.socket_mode:
            self._connect()

    def _connect(self) -> None:
        from slack_bolt.adapter.socket_mode import SocketModeHandler

        self._socket = SocketModeHandler(
            self.app,
            self.settings.slack_app_token,
            web_client=make_client(self.settings.slack_bot_token, self.settings.slack_api_url),
        )
        refused = "Slack refuses SLACK_APP_TOKEN ({}): copy it again from Basic Information, App-Level Tokens"
        _patiently(self._socket.connect, refused, "Socket Mode cannot connect ({})")

    def stop(self) -> None:
        """Hear nothing more, finish what is in hand, and close."""
        if self._socket is not None:
            from wellmet.socket_mode import hang_up

            hang_up(self._socket)
            self._socket = None
        self.worker.stop()
        self.database.close()


def build(
    settings: Settings, identity: Identity | None = None, clock: Clock | None = None, pace: timedelta = PACE
) -> Wellmet:
    """Put Wellmet together on a migrated database. Raises CannotStart when Slack has to be asked who we are."""
    return Wellmet(settings, identity or identify(settings), clock or SystemClock(), pace)


def _app(settings: Settings, identity: Identity) -> App:
    """Work is committed before it is acknowledged; who we are is known already and never asked again."""
    known = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.workspace,
        bot_user_id=identity.bot,
        bot_id=identity.bot_id,
        bot_token=settings.slack_bot_token,
    )
    return App(
        client=make_client("", settings.slack_api_url),  # each request brings its token from `authorize`
        logger=logging.getLogger("slack_bolt"),
        signing_secret=settings.slack_signing_secret or "unused with Socket Mode",
        authorize=lambda: known,
        process_before_response=True,
        request_verification_enabled=not settings.socket_mode,
        # Both would build objects for every event that nothing here uses.
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
