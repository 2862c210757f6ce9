"""Slack, and nothing else: what comes in is translated for the desk, what goes out is shown."""

from slack_bolt import App

from handlers import actions, commands, failing, forms, home, lifecycle, messages, reactions
from handlers.surroundings import Surroundings

__all__ = ["Surroundings", "register"]


def register(app: App, here: Surroundings) -> None:
    """Every surface there is."""
    messages.register(app, here)
    commands.register(app, here)
    reactions.register(app, here)
    actions.register(app, here)
    forms.register(app, here)
    home.register(app, here)
    lifecycle.register(app, here)  # last: it hears whatever nobody else does
    failing.register(app)
