"""Buttons."""

import re
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from assistant.reply import OpenForm
from handlers import inbound, showing
from handlers.surroundings import Surroundings
from handlers.views import no_form


def register(app: App, here: Surroundings) -> None:
    """One listener for all: the desk answers for the buttons of today and of earlier versions."""

    @app.action(re.compile(""))
    def on_press(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        press = inbound.press(body, here.workspace, here.clock.now())
        reply = here.desk.press(press)
        if not isinstance(reply, OpenForm):
            showing.outcome(client, body, reply, press.where)
        elif not showing.form(client, body, reply, press.where):
            showing.beside(client, body, no_form())
        ack()
