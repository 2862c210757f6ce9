"""What is in a form: which elements there are, what they hold at first, and the state that Slack makes of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.records import Blocks, Json

# element type → (its key in a state, the field of the element that fills it at first)
KEYS: dict[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "checkboxes": ("selected_options", "initial_options"),
    "radio_buttons": ("selected_option", "initial_option"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", ""),
}
_INTERACTIVE = frozenset((*KEYS, "button", "overflow", "icon_button", "feedback_buttons", "workflow_button"))


@dataclass(frozen=True, slots=True)
class Place:
    """An element and the block it stands in."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        """The block's id, as the app gave it or Slack made it up."""
        return str(self.block.get("block_id", ""))

    @property
    def action_id(self) -> str:
        """The element's id."""
        return str(self.element.get("action_id", ""))

    @property
    def label(self) -> str:
        """What is written on it, above it or in it."""
        for holder, name in (
            (self.block, "label"),
            (self.element, "text"),
            (self.element, "placeholder"),
            (self.block, "text"),
        ):
            text = holder.get(name)
            if isinstance(text, dict):
                return str(text.get("text", ""))
        return ""


def places(blocks: Blocks) -> Iterator[Place]:
    """Every element one can press, choose from or type into, in reading order, also inside cards and containers."""
    for block in blocks:
        inner = [block.get("element"), block.get("accessory"), *block.get("elements", ()), *block.get("actions", ())]
        for element in inner:
            if isinstance(element, dict):
                if element.get("type") in _INTERACTIVE:
                    yield Place(block, element)
                elif element.get("type") == "card":
                    yield from places([element])
        yield from places(block.get("child_blocks", []))


def name_blocks(blocks: Blocks, secret: Any) -> Blocks:
    """A copy in which every block and element has an id: Slack makes up those the app left out."""
    named = []
    for block in blocks:
        copy = dict(block)
        copy.setdefault("block_id", secret(5))
        for field in ("element", "accessory"):
            if isinstance(copy.get(field), dict):
                copy[field] = _named(copy[field], secret)
        for field in ("elements", "actions"):
            if isinstance(copy.get(field), list) and copy["type"] != "rich_text":
                copy[field] = [_named(e, secret) if isinstance(e, dict) else e for e in copy[field]]
        if isinstance(copy.get("child_blocks"), list):
            copy["child_blocks"] = name_blocks(copy["child_blocks"], secret)
        named.append(copy)
    return named


def _named(element: Json, secret: Any) -> Json:
    if element.get("type") == "card":
        return name_blocks([element], secret)[0]
    if element.get("type") not in _INTERACTIVE or element.get("action_id"):
        return element
    return {**element, "action_id": secret(5)}


def state(blocks: Blocks, entered: dict[str, Json]) -> Json:
    """`state.values`: what was entered, else what was there at first; keyed by block and action ids."""
    values: Json = {}
    for place in places(blocks):
        kind = place.element["type"]
        if kind in KEYS:
            given = entered.get(place.block_id, {}).get(place.action_id)
            values.setdefault(place.block_id, {})[place.action_id] = given or at_first(place.element)
    return values


def at_first(element: Json) -> Json:
    """The state of an element nobody touched."""
    kind = element["type"]
    key, initial = KEYS[kind]
    empty: Any = [] if key.endswith("s") and kind != "file_input" else None
    return {"type": kind, key: element.get(initial, empty)}


def missing(blocks: Blocks, entered: dict[str, Json]) -> dict[str, str]:
    """What Slack's client refuses by itself before the app hears of it: sentences by block id."""
    errors: dict[str, str] = {}
    for place in places(blocks):
        if place.block.get("type") != "input" or place.element["type"] not in KEYS:
            continue
        key = KEYS[place.element["type"]][0]
        value = state([place.block], entered)[place.block_id][place.action_id].get(key)
        if value in (None, "", []):
            if not place.block.get("optional"):
                errors[place.block_id] = "Please complete this required field."
        elif problem := _wrong(place.element, value):
            errors[place.block_id] = problem
    return errors


def _wrong(element: Json, value: Any) -> str:
    """Lengths and ranges, in the words that the client uses."""
    kind = element["type"]
    if kind == "plain_text_input":
        if len(value) < element.get("min_length", 0):
            return f"Must be at least {element['min_length']} characters."
        if len(value) > element.get("max_length", 3000):
            return f"Must be at most {element.get('max_length', 3000)} characters."
    if kind == "number_input":
        try:
            number = float(value)
        except ValueError:
            return "Please enter a number."
        if not element.get("is_decimal_allowed") and number != int(number):
            return "Please enter a whole number."
        if number < float(element.get("min_value", "-inf")) or number > float(element.get("max_value", "inf")):
            return "Please enter a number within range."
    if kind == "email_text_input" and "@" not in value:
        return "Please enter a valid email address."
    if kind == "url_text_input" and not value.startswith(("http://", "https://")):
        return "Please enter a valid URL."
    return ""
