"""Slack says no: an error code, and what it adds to it."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """A method's documented error, such as `channel_not_found`; `more` joins the answer."""

    def __init__(self, error: str, messages: list[str] | None = None, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = dict(more)
        if messages:
            self.more["response_metadata"] = {"messages": messages}


class CannotDoError(Exception):
    """A person cannot do this in Slack's client now; the message is a sentence for them."""


class NothingThereError(LookupError):
    """There is no such message, view or button (yet); `Playground.wait` takes it for "not yet"."""
