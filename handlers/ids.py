"""The ids that travel to Slack and back: action ids, callback ids, block ids."""

from assistant.buttons import Button, Form

PREFIX = "wellmet:"
PEOPLE, DAY, TIME, PLACE, TOPIC, NOTES = "people", "day", "time", "place", "topic", "notes"
"""The blocks of the meeting form, each named after its field."""

GLOBAL_SHORTCUT = "new_meeting"
MESSAGE_SHORTCUT = "note_meeting"


def action(button: Button, place: int = 0) -> str:
    """The action id of a button; `place` tells apart those of one kind that stand together."""
    return f"{PREFIX}{button}:{place}"


def button_of(action_id: str) -> str:
    """Which button has that action id; "" for none of ours."""
    return action_id.removeprefix(PREFIX).partition(":")[0] if action_id.startswith(PREFIX) else ""


def callback(form: Form) -> str:
    """The callback id of a form."""
    return f"{PREFIX}{form}"


def form_of(callback_id: str) -> str:
    """Which form has that callback id; "" for none of ours."""
    return callback_id.removeprefix(PREFIX) if callback_id.startswith(PREFIX) else ""
