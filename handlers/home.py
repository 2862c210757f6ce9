"""Home: published through the outbox when it is opened. The prompts of the Messages tab stand in the manifest."""

from typing import Any

from slack_bolt import App

from handlers import inbound
from handlers.surroundings import Surroundings


def register(app: App, here: Surroundings) -> None:
    """Opening it shows the first page."""

    @app.event("app_home_opened")
    def on_home_opened(event: dict[str, Any]) -> None:
        account = inbound.home_of(event)
        if account:
            here.desk.look(here.workspace, account)
