"""What a person picks or types, made into Slack's state of a field: labels to options, names to ids."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from playground import forms, typed
from playground.refusal import CannotDoError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playground.records import Json
    from playground.workspace import Workspace


def state_of(workspace: Workspace, element: Json, value: Any, suggest: Callable[[str], list[Json]]) -> Json:
    """The state of an element when somebody gives it `value`; None empties it. `suggest` asks the app for options.

    Options are meant by their label or value, people by name or id, channels by `#name` or id, days and times as
    Python's own or in ISO form, moments as unix seconds or `datetime`.
    """
    kind = element["type"]
    key = forms.KEYS[kind][0]
    if value is None:
        return {"type": kind, key: [] if key.endswith("s") else None}
    if key.endswith("s"):
        many = value if isinstance(value, list | tuple | set) else [value]
        return {"type": kind, key: [_one(workspace, element, v, suggest) for v in many]}
    return {"type": kind, key: _one(workspace, element, value, suggest)}


def _one(workspace: Workspace, element: Json, value: Any, suggest: Callable[[str], list[Json]]) -> Any:
    kind = element["type"].removeprefix("multi_")
    match kind:
        case "static_select" | "checkboxes" | "radio_buttons":
            return option(options_in(element), value)
        case "external_select":
            return value if isinstance(value, dict) else option(suggest(_words(value)), value)
        case "users_select":
            return find_person(workspace, value)
        case "conversations_select" | "channels_select":
            return find_place(workspace, value)
        case "datepicker":
            return value.isoformat() if isinstance(value, date) else str(value)
        case "timepicker":
            return value.strftime("%H:%M") if isinstance(value, time) else str(value)
        case "datetimepicker":
            return int(value.timestamp()) if isinstance(value, datetime) else int(value)
        case "rich_text_input":
            return value if isinstance(value, dict) else typed.as_message(workspace, str(value))[1][0]
        case _:
            return str(value)


def _words(value: Any) -> str:
    return str(getattr(value, "name", value))


def options_in(element: Json) -> list[Json]:
    """All options of an element, those in groups too."""
    groups = element.get("option_groups", ())
    return [*element.get("options", ()), *(o for group in groups for o in group["options"])]


def option(options: Iterable[Json], wanted: Any) -> Json:
    """The option with that label or value."""
    listed = list(options)
    if isinstance(wanted, dict):
        wanted = wanted.get("value")
    words = _words(wanted)
    exact = [o for o in listed if o["value"] == words] or [o for o in listed if o["text"]["text"] == words]
    found = exact or [o for o in listed if o["text"]["text"].lower() == words.lower()]
    if len(found) > 1:
        raise CannotDoError(f"“{words}” stands for several options")
    if found:
        return found[0]
    labels = ", ".join(o["text"]["text"] for o in listed) or "none"
    raise CannotDoError(f"there is no option “{words}”; there are: {labels}")


def find_person(workspace: Workspace, wanted: Any) -> str:
    """The id of the member meant by an id, a handle, a whole name, or a first name that only one has."""
    words = str(getattr(wanted, "id", wanted)).strip().removeprefix("@")
    if words in workspace.members:
        return words
    low, everyone = words.lower(), list(workspace.members.values())
    named = [m for m in everyone if low in (m.name.lower(), m.real_name.lower(), m.display_name.lower())]
    first = [m for m in everyone if m.is_person and m.real_name.lower().split()[0] == low]
    for found in (named, first):
        if len(found) > 1:
            raise CannotDoError(f"several people are called {words}")
        if found:
            return found[0].id
    raise CannotDoError(f"nobody here is called {words}")


def find_place(workspace: Workspace, wanted: Any) -> str:
    """The id of the conversation meant by an id or `#name`."""
    words = str(getattr(wanted, "channel", wanted)).strip()
    if words in workspace.conversations:
        return words
    for place in workspace.conversations.values():
        if place.name == words.removeprefix("#"):
            return place.id
    raise CannotDoError(f"there is no conversation {words}")
