"""The grammar of what one can press, choose or type into, and of the texts and options in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = frozenset(("type", "block_id"))

_SELECTS = {
    "static_select": "options option_groups initial_option",
    "external_select": "initial_option min_query_length",
    "users_select": "initial_user",
    "conversations_select": "initial_conversation default_to_current_conversation response_url_enabled filter",
    "channels_select": "initial_channel response_url_enabled",
}
_MULTI = {
    "multi_static_select": "options option_groups initial_options max_selected_items",
    "multi_external_select": "initial_options min_query_length max_selected_items",
    "multi_users_select": "initial_users max_selected_items",
    "multi_conversations_select": "initial_conversations default_to_current_conversation filter max_selected_items",
    "multi_channels_select": "initial_channels max_selected_items",
}
_MENUS = {name: f"placeholder confirm {more}" for name, more in (_SELECTS | _MULTI).items()}
_PICKED = {
    "checkboxes": "options initial_options confirm",
    "radio_buttons": "options initial_option confirm",
    "datepicker": "initial_date confirm placeholder",
    "timepicker": "initial_time confirm placeholder timezone",
    "datetimepicker": "initial_date_time confirm",
}
_TYPED = {
    "plain_text_input": "initial_value multiline min_length max_length dispatch_action_config placeholder",
    "rich_text_input": "initial_value dispatch_action_config placeholder",
    "email_text_input": "initial_value dispatch_action_config placeholder",
    "url_text_input": "initial_value dispatch_action_config placeholder",
    "number_input": "is_decimal_allowed initial_value min_value max_value dispatch_action_config placeholder",
    "file_input": "filetypes max_files",
}
_PRESSED = {
    "button": "text url value style confirm accessibility_label",
    "overflow": "options confirm",
    "workflow_button": "text workflow style accessibility_label",
    "feedback_buttons": "positive_button negative_button",
    "icon_button": "icon text value confirm accessibility_label visible_to_user_ids",
}
_MAY = {
    kind: frozenset(f"type action_id focus_on_load {fields}".split())
    for kind, fields in (_MENUS | _PICKED | _TYPED | _PRESSED).items()
} | {"image": frozenset(("type", "image_url", "alt_text", "slack_file"))}
_MUST = {
    "button": ("text",),
    "overflow": ("options",),
    "checkboxes": ("options",),
    "radio_buttons": ("options",),
    "number_input": ("is_decimal_allowed",),
    "image": ("alt_text",),
}

ACTIONS = frozenset((*_SELECTS, *_PICKED, *_MULTI, "button", "overflow", "workflow_button"))
ACCESSORIES = ACTIONS | {"image"}
INPUTS = frozenset((*_SELECTS, *_MULTI, *_PICKED, *_TYPED))
_OPTIONS_AT_MOST = {"overflow": 5, "checkboxes": 10, "radio_buttons": 10}


class Elements:
    """Checks texts, options and elements; faults are kept in `found` in Slack's words."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._action_ids: set[str] = set()

    def add(self, what: str, at: str) -> None:
        """Note a fault and the place it is in."""
        self.found.append(f"[ERROR] {what} [json-pointer:{at}]")

    def that(self, holds: bool, otherwise: str, at: str) -> None:
        """Note a fault unless something holds."""
        if not holds:
            self.add(otherwise, at)

    def fresh_actions(self) -> None:
        """Forget the action ids seen: they are unique within a block only."""
        self._action_ids = set()

    def fields(self, at: str, thing: Any, may: frozenset[str] | None, must: tuple[str, ...]) -> None:
        """Note fields that are missing, and those that Slack does not know; `may` None knows all."""
        for name in must:
            self.that(thing.get(name) is not None, f"missing required field: {name}", at)
        for name in thing if may is not None else ():
            self.that(name in (may or ()), f"invalid additional property: {name}", at)

    def items(self, at: str, listed: Any, most: int, least: int = 1) -> Iterator[tuple[int, Any]]:
        """The items of a list of `least` to `most`, numbered; faults noted on the way."""
        if not isinstance(listed, list):
            self.add("must provide an array", at)
            return
        self.that(len(listed) >= least, f"no fewer than {least} items allowed", at)
        self.that(len(listed) <= most, f"no more than {most} items allowed", at)
        yield from enumerate(listed)

    def words(self, at: str, words: Any, most: int, least: int = 1) -> None:
        """Check the length of a plain string, if there is one."""
        if words is None:
            return
        if not isinstance(words, str):
            self.add("must be a string", at)
            return
        self.that(len(words) >= least, f"must be more than {least - 1} characters", at)
        self.that(len(words) <= most, f"must be less than {most + 1} characters", at)

    def text(self, at: str, text: Any, most: int, kinds: tuple[str, ...] = ("plain_text", "mrkdwn")) -> None:
        """Check a text object of at most `most` characters."""
        if not isinstance(text, dict):
            self.add("must provide an object", at)
            return
        kind = text.get("type")
        self.that(kind in kinds, f"unsupported type: {kind}, allowed: {', '.join(kinds)}", f"{at}/type")
        own = ("emoji",) if kind == "plain_text" else ("verbatim",)
        self.fields(at, text, frozenset(("type", "text", *own)), ("text",))
        self.words(f"{at}/text", text.get("text"), most)

    def options(self, at: str, options: Any, most: int = 100, least: int = 1) -> None:
        """Check the options of a menu, of radio buttons or checkboxes."""
        for number, option in self.items(at, options, most, least):
            place = f"{at}/{number}"
            if not isinstance(option, dict):
                self.add("must provide an object", place)
                continue
            self.fields(place, option, frozenset(("text", "value", "description", "url")), ("text", "value"))
            self.text(f"{place}/text", option.get("text"), 75)
            self.words(f"{place}/value", option.get("value"), 150)
            if "description" in option:
                self.text(f"{place}/description", option["description"], 75)

    def groups(self, at: str, groups: Any) -> None:
        """Check groups of options."""
        for number, group in self.items(at, groups, 100):
            self.text(f"{at}/{number}/label", group.get("label"), 75, kinds=("plain_text",))
            self.options(f"{at}/{number}/options", group.get("options"))

    def element(self, at: str, element: Any, allowed: frozenset[str]) -> None:
        """Check one element that must be of an allowed type."""
        if not isinstance(element, dict):
            self.add("must provide an object", at)
            return
        kind = element.get("type", "")
        if kind not in allowed or kind not in _MAY:
            self.add(f"unsupported type: {kind}", f"{at}/type")
            return
        self.fields(at, element, _MAY[kind], _MUST.get(kind, ()))
        self.words(f"{at}/action_id", element.get("action_id"), 255)
        id_ = element.get("action_id")
        if id_:
            self.that(id_ not in self._action_ids, f"`action_id` {id_} already exists", f"{at}/action_id")
            self._action_ids.add(id_)
        if kind in ("button", "workflow_button"):
            self.text(f"{at}/text", element.get("text"), 75, kinds=("plain_text",))
            self.words(f"{at}/value", element.get("value"), 2000, least=0)
            self.words(f"{at}/url", element.get("url"), 3000)
            self.words(f"{at}/accessibility_label", element.get("accessibility_label"), 75)
            style = element.get("style", "primary")
            self.that(style in ("primary", "danger"), f"unsupported style: {style}", f"{at}/style")
        if "placeholder" in element:
            self.text(f"{at}/placeholder", element["placeholder"], 150, kinds=("plain_text",))
        if "option_groups" in element:
            self.groups(f"{at}/option_groups", element["option_groups"])
        elif "options" in _MAY[kind]:
            self.options(f"{at}/options", element.get("options"), _OPTIONS_AT_MOST.get(kind, 100))
        if "confirm" in element:
            self._confirm(f"{at}/confirm", element["confirm"])

    def _confirm(self, at: str, confirm: Any) -> None:
        if not isinstance(confirm, dict):
            self.add("must provide an object", at)
            return
        for name, most in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30)):
            kinds = ("plain_text", "mrkdwn") if name == "text" else ("plain_text",)
            self.text(f"{at}/{name}", confirm.get(name), most, kinds=kinds)
