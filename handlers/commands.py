"""Slash commands: their answer rides in the acknowledgement, for the speaker's eyes."""

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from assistant.reply import OpenForm
from handlers import inbound, showing
from handlers.surroundings import Surroundings
from handlers.views import no_form, render

COMMANDS = ("/met", "/intro", "/who", "/thanks", "/wellmet")


def register(app: App, here: Surroundings) -> None:
    """One listener for all of them: what they mean is the desk's business."""

    def on_command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        said = inbound.command(body, here.workspace, here.clock.now())
        reply = here.desk.hear(said)
        if isinstance(reply, OpenForm):
            opened = showing.form(client, body, reply, said.where)
            ack("" if opened else showing.acknowledgement(no_form(said.command)))
        else:
            ack(showing.acknowledgement(render(reply)) if reply else "")

    for name in COMMANDS:
        app.command(name)(on_command)
