"""Sentences: written to Wellmet in private, to its name in a channel, or in reply to a card of its own.

Answers go through the outbox.
"""

from typing import Any

from slack_bolt import App

from handlers import inbound
from handlers.surroundings import Surroundings


def register(app: App, here: Surroundings) -> None:
    """All are heard alike; who else may read the answer is the desk's business. Other talk goes no further."""

    def on_sentence(event: dict[str, Any], body: dict[str, Any]) -> None:
        if inbound.is_said(event, here.bot) or _hangs_on_a_card(event, here):
            here.desk.hear(inbound.utterance(body, here.workspace, here.bot))

    app.event("message")(on_sentence)
    app.event("app_mention")(on_sentence)


def _hangs_on_a_card(event: dict[str, Any], here: Surroundings) -> bool:
    """Decided by where it was said alone."""
    return inbound.is_reply(event, here.bot) and here.desk.minds(here.workspace, inbound.thread_of(event))
