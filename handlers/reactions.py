"""Emoji on messages: one that says thank you, on an introduction of ours, is heard; all others fall away unread."""

from typing import Any

from slack_bolt import App

from handlers import inbound
from handlers.surroundings import Surroundings


def register(app: App, here: Surroundings) -> None:
    """Which messages and which emoji count is the desk's business."""

    def on_reaction(body: dict[str, Any]) -> None:
        reaction = inbound.reaction(body, here.workspace, here.bot)
        if reaction:
            here.desk.react(reaction)

    app.event("reaction_added")(on_reaction)
