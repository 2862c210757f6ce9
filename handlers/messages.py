"""Sentences: written to Wellmet in private, or to its name in a channel. Answers go through the outbox."""

from typing import Any

from slack_bolt import App

from handlers import inbound
from handlers.surroundings import Surroundings


def register(app: App, here: Surroundings) -> None:
    """Both kinds are heard alike; who else may read the answer is the desk's business."""

    def on_sentence(event: dict[str, Any], body: dict[str, Any]) -> None:
        if inbound.is_said(event, here.bot):
            here.desk.hear(inbound.utterance(body, here.workspace, here.bot))

    app.event("message")(on_sentence)
    app.event("app_mention")(on_sentence)
