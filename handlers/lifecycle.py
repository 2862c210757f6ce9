"""Members who join or change, and the end of our own welcome."""

import logging
import re
from typing import Any

from slack_bolt import App

from handlers.profiles import profile
from handlers.surroundings import Surroundings

log = logging.getLogger(__name__)


def register(app: App, here: Surroundings) -> None:
    """What Slack tells of itself. To be registered last: it hears what nobody else does."""

    def on_member(event: dict[str, Any]) -> None:
        here.desk.learn(here.workspace, [profile(event.get("user"), here.workspace)])

    app.event("team_join")(on_member)
    app.event("user_change")(on_member)

    def on_farewell(event: dict[str, Any]) -> None:
        log.error("Wellmet was removed from the workspace, or its token was revoked (%s)", event.get("type"))

    app.event("app_uninstalled")(on_farewell)
    app.event("tokens_revoked")(on_farewell)

    @app.event(re.compile(""))
    def on_anything_else(event: dict[str, Any]) -> None:
        log.debug("nothing to do about %s", event.get("type"))
