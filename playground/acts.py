"""What a person can do, by ids: the page and the driver of the tests both act through here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playground import acknowledgements, choices, forms, modals, payloads, shapes, typed
from playground.records import Message, View
from playground.refusal import CannotDoError, NothingThereError, Refusal

if TYPE_CHECKING:
    from playground.delivery import Door, Outcome
    from playground.records import Conversation, Json


@dataclass(frozen=True, slots=True)
class Commanded:
    """How a command went: what Slack shows as its error, and the message in the acknowledgement."""

    outcome: Outcome
    error: str = ""
    message: Message | None = None


class Acts:
    """A person's gestures. Each waits until the app acknowledged or failed to; never call them from the loop."""

    def __init__(self, door: Door) -> None:
        self.door, self.workspace = door, door.workspace

    # -- writing

    def write(self, member_id: str, place: Conversation, words: str, thread_ts: str | None = None) -> Message:
        """Write a message; returns when the app has, or has not, acknowledged hearing of it."""
        workspace = self.workspace
        self._may_write(member_id, place)
        with workspace.changed:
            text, blocks = typed.as_message(workspace, words)
            message = workspace.post(
                place, member_id, text, blocks, thread_ts=thread_ts, client_msg_id=payloads.client_msg_id()
            )
            begun = self.door.announce_message(place, message)
        for heard in begun:
            heard.result()
        return message

    def _may_write(self, member_id: str, place: Conversation) -> None:
        manifest, app = self.workspace.manifest, self.workspace.bot.id
        if member_id not in place.members:
            raise CannotDoError("you are not in this conversation")
        if place.archived:
            raise CannotDoError("this channel is archived")
        if place.kind == "im" and app in place.members and (not manifest.messages_tab or manifest.messages_read_only):
            raise CannotDoError("sending messages to this app has been turned off")

    def edit(self, message: Message, words: str) -> None:
        """Change what one wrote."""
        place = self.workspace.conversations[message.channel]
        with self.workspace.change():
            before = shapes.message(self.workspace, message)
            message.text, message.blocks = typed.as_message(self.workspace, words)
            message.edited = self.workspace.new_ts()
            begun = self.door.announce_change(place, message, before)
        for heard in begun:
            heard.result()

    def delete(self, message: Message) -> None:
        """Take back what one wrote."""
        place = self.workspace.conversations[message.channel]
        before = shapes.message(self.workspace, message)
        self.workspace.remove(message)
        for heard in self.door.announce_deletion(place, before):
            heard.result()

    def react(self, member_id: str, message: Message, name: str) -> None:
        """React with an emoji."""
        for heard in self.door.react(message, member_id, name.strip(":")):
            heard.result()

    # -- commands, shortcuts, Home

    def command(self, member_id: str, place: Conversation, name: str, words: str) -> Commanded:
        """Type a slash command; a late acknowledgement is `operation_timeout`, other failures are `dispatch_failed`."""
        spec = self.workspace.manifest.command(name)
        if spec is None:
            raise CannotDoError(f"{name} is not a command that this workspace knows")
        text = typed.as_command_text(self.workspace, words.strip(), spec.should_escape)
        payload = payloads.command(self.workspace, spec, text, member_id, place)
        outcome = self.door.ask("slash_commands", spec.command, payload)
        if not outcome.ok:
            return Commanded(outcome, "operation_timeout" if outcome.error == "http_timeout" else "dispatch_failed")
        try:
            return Commanded(outcome, message=acknowledgements.of_command(self.door, member_id, place, outcome.body))
        except Refusal as refusal:
            return Commanded(outcome, refusal.error)

    def shortcut(self, member_id: str, callback_id: str, message: Message | None = None) -> Outcome:
        """Choose a shortcut, from the lightning menu or from a message's menu."""
        spec = self.workspace.manifest.shortcut(callback_id, "message" if message else "global")
        if spec is None:
            raise CannotDoError(f"there is no shortcut {callback_id} here")
        if message is None:
            payload = payloads.shortcut(self.workspace, spec, member_id)
        else:
            payload = payloads.message_shortcut(self.workspace, spec, member_id, message)
        return self.door.ask("interactive", payload["type"], payload)

    def open(self, member_id: str, tab: str) -> None:
        """Look at the app's Home or Messages tab."""
        manifest = self.workspace.manifest
        if not (manifest.home_tab if tab == "home" else manifest.messages_tab):
            raise CannotDoError(f"this app has no {tab} tab")
        payload = payloads.home_opened(self.workspace, member_id, tab)
        for heard in self.door.announce("app_home_opened", payload):
            heard.result()

    # -- buttons and menus

    def press(self, member_id: str, where: Message | View, place: forms.Place, value: Any = None) -> Outcome:
        """Press a button, or choose `value` in a menu or picker."""
        if not self.workspace.manifest.interactive:
            raise CannotDoError("this app has no interactivity")
        if isinstance(where, View) and place.block["type"] == "input" and not place.block.get("dispatch_action"):
            raise CannotDoError("this field says nothing before the form is sent")
        action: Json = {"type": place.element["type"], "block_id": place.block_id, "action_id": place.action_id}
        action |= self._chosen(member_id, where, place, value)
        with self.workspace.change():
            action["action_ts"] = self.workspace.new_ts()
            if isinstance(where, View):
                payload = payloads.action_on_view(self.workspace, member_id, where, action)
            else:
                entered = self.workspace.picked.get((where.channel, where.ts, member_id), {})
                payload = payloads.action_on_message(self.workspace, member_id, where, action, entered)
        return self.door.ask("interactive", "block_actions", payload)

    def _chosen(self, member_id: str, where: Message | View, place: forms.Place, value: Any) -> Json:
        element = place.element
        match element["type"]:
            case "overflow":
                return {"selected_option": choices.option(element["options"], value)}
            case "feedback_buttons":
                both = (element["positive_button"], element["negative_button"])
                return {"value": choices.option(both, value)["value"]}
            case kind if kind in forms.KEYS:
                state = self.enter(member_id, where, place, value)
                return {k: v for k, v in state.items() if k != "type"}
            case _:
                return {k: element[k] for k in ("text", "value", "style") if k in element}

    def enter(self, member_id: str, where: Message | View, place: forms.Place, value: Any) -> Json:
        """Fill one field without telling the app."""
        state = choices.state_of(
            self.workspace, place.element, value, lambda q: self._suggested(member_id, where, place, q)
        )
        with self.workspace.change():
            if isinstance(where, View):
                entered = where.values
            else:
                entered = self.workspace.picked.setdefault((where.channel, where.ts, member_id), {})
            entered.setdefault(place.block_id, {})[place.action_id] = state
        return state

    def options(self, member_id: str, where: Message | View, place: forms.Place, query: str) -> Json:
        """What the app suggests while one types into an external menu."""
        payload = payloads.suggestion(self.workspace, member_id, where, place, query)
        outcome = self.door.ask("interactive", "block_suggestion", payload)
        if not outcome.ok:
            raise CannotDoError(f"the app brought no options ({outcome.error})")
        try:
            answer = acknowledgements.options_of(outcome.body)
        except Refusal as refusal:
            raise CannotDoError(f"the app's options are not valid: {refusal.more}") from refusal
        self.workspace.offered[place.block_id, place.action_id] = choices.options_in(answer)
        return answer

    def _suggested(self, member_id: str, where: Message | View, place: forms.Place, query: str) -> list[Json]:
        before = self.workspace.offered.get((place.block_id, place.action_id), [])
        if any(query in (o["value"], o["text"]["text"]) for o in before):
            return before
        return choices.options_in(self.options(member_id, where, place, query))

    # -- forms

    def submit(self, view: View) -> dict[str, str] | None:
        """Send a form; returns the errors under its fields, None when it was accepted."""
        if errors := forms.missing(view.body["blocks"], view.values):
            return errors
        payload = payloads.submission(self.workspace, view.owner, view)
        outcome = self.door.ask("interactive", "view_submission", payload)
        if not outcome.ok:
            raise CannotDoError(f"we had some trouble connecting, try again ({outcome.error})")
        try:
            return acknowledgements.of_submission(self.door, view, outcome.body)
        except Refusal as refusal:
            raise CannotDoError(f"the app answered what Slack refuses: {refusal.error} {refusal.more}") from refusal

    def close(self, view: View) -> None:
        """Close a form with its cross or its Cancel; `clear_on_close` takes the whole stack along."""
        if view.body.get("clear_on_close"):
            gone = modals.clear(self.workspace, view.owner)
        else:
            modals.close(self.workspace, view)
            gone = [view]
        for one in gone:
            if one.body.get("notify_on_close"):
                payload = payloads.closed(self.workspace, one.owner, one, len(gone) > 1)
                self.door.ask("interactive", "view_closed", payload)


def find(blocks: list[Json], block_id: str, action_id: str) -> forms.Place:
    """The element with these ids."""
    for place in forms.places(blocks):
        if place.action_id == action_id and (not block_id or place.block_id == block_id):
            return place
    raise NothingThereError(f"there is nothing called {action_id} there")
