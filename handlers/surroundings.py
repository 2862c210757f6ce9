"""What every listener is given: the desk to ask, and where in Slack we are."""

from dataclasses import dataclass

from assistant.clock import Clock
from assistant.desk import Desk
from assistant.ids import AccountId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The desk, the time, and the workspace and account that our token belongs to."""

    desk: Desk
    clock: Clock
    workspace: WorkspaceId
    bot: AccountId
