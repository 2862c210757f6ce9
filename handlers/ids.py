"""The names that travel to Slack and come back: of buttons, forms and fields, and what a form carries with it."""

import json
from dataclasses import dataclass, field
from typing import Any

from assistant.buttons import Button, Field, Form
from assistant.facts import ContactSlot
from assistant.said import Where

PREFIX = "wellmet:"
# The shortcuts: of the lightning menu, and of a message.
NEW_MEETING, NEW_REQUEST, NOTE_MEETING = "new_meeting", "new_request", "note_meeting"
LONGEST_BACK = 3_000  # characters of private_metadata

FIELDS = frozenset((*Field, *ContactSlot))
"""The fields of forms; a field's name is its block id."""


def action_id(name: Button | str, nth: int = 0) -> str:
    """Names a button or field; `nth` tells buttons of one kind in one block apart."""
    return f"{PREFIX}{name}:{nth}" if nth else f"{PREFIX}{name}"


def button_of(action: str) -> str:
    """The button's name in an action id; of one that is not ours, the whole id (the desk knows no such button)."""
    if not action.startswith(PREFIX):
        return action
    return action.removeprefix(PREFIX).partition(":")[0]


def callback_id(form: Form) -> str:
    """Names a form."""
    return f"{PREFIX}{form}"


def form_of(callback: str) -> Form | None:
    """The form with that callback id; None for one that this version does not have."""
    try:
        return Form(callback.removeprefix(PREFIX)) if callback.startswith(PREFIX) else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Back:
    """What a form or window carries on its back (Slack's private_metadata), and where its button stood."""

    of: str = ""  # the record that a form edits; what a window shows, as a Matter.key
    version: int = 0
    where: Where = field(default_factory=lambda: Where(""))

    def written(self) -> str:
        """As Slack keeps it; the address of a fleeting message, and what windows show, is left out rather than cut."""
        where = self.where
        back = {"of": self.of, "version": self.version, "conversation": where.conversation, "message": where.message}
        back |= {"thread": where.thread, "fleeting": where.fleeting, "windows": where.windows}
        whole = json.dumps(back)
        if len(whole) <= LONGEST_BACK:
            return whole
        return json.dumps(back | {"fleeting": "", "windows": [""] * len(where.windows)})

    @classmethod
    def read(cls, written: str) -> "Back":
        """What was written, also by an earlier version; what is not there is empty."""
        try:
            back = json.loads(written or "{}")
        except ValueError:
            back = {}
        back = back if isinstance(back, dict) else {}
        place = ("conversation", "message", "thread", "fleeting")
        conversation, message, thread, fleeting = (_text(back.get(name)) for name in place)
        windows = back.get("windows")
        shown = tuple(map(_text, windows)) if isinstance(windows, list) else ()
        where = Where(conversation, message, thread, fleeting, shown)
        version = back.get("version")
        return cls(_text(back.get("of")), version if type(version) is int else 0, where)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
