"""Buttons."""

import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from handlers import inbound, showing
from handlers.surroundings import Surroundings


def register(app: App, here: Surroundings) -> None:
    """One listener for all: the desk answers for the buttons of today and of earlier versions."""

    @app.action(re.compile(""))
    def on_press(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        press = inbound.press(body, here.workspace, here.clock.now())
        showing.outcome(client, body, here.desk.press(press), press.where)
        ack()
