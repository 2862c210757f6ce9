"""What an app may say in an acknowledgement or at a response_url, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground import modals, posting, rules
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.delivery import Door
    from playground.records import Address, Conversation, Json, Message, View

USES = 5
MINUTES = 30


def of_command(door: Door, member_id: str, place: Conversation, body: Any) -> Message | None:
    """The message in a command's acknowledgement, if there is one: for its sender, unless `in_channel`."""
    said = {"text": body} if isinstance(body, str) else body
    if not isinstance(said, dict) or not (said.get("text") or said.get("blocks")):
        return None
    return _say(door, place, said, member_id)


def _say(door: Door, place: Conversation, said: Json, member_id: str, thread_ts: str | None = None) -> Message:
    aloud = said.get("response_type") == "in_channel"
    message = posting.say(door.workspace, place, said, to=None if aloud else member_id, thread_ts=thread_ts)
    if aloud:
        door.announce_message(place, message)
    return message


def of_submission(door: Door, view: View, body: Any) -> dict[str, str] | None:
    """Do what a submitted form's acknowledgement says; returns the errors to show, None when it was accepted."""
    workspace = door.workspace
    answer = body if isinstance(body, dict) else {}
    match answer.get("response_action"):
        case "errors":
            errors = answer.get("errors")
            known = {b.get("block_id") for b in view.body["blocks"] if b.get("type") == "input"}
            if not isinstance(errors, dict) or not errors or not set(errors) <= known:
                raise Refusal("invalid_arguments", [f"[ERROR] errors must name input blocks, not {errors}"])
            return {str(block): str(text) for block, text in errors.items()}
        case "update":
            modals.update(workspace, view, modals.checked(answer.get("view"), "modal"))
        case "push":
            modals.push(workspace, view.owner, modals.checked(answer.get("view"), "modal"))
        case "clear":
            modals.clear(workspace, view.owner)
        case None:
            modals.close(workspace, view)
        case other:
            raise Refusal("invalid_arguments", [f"[ERROR] unsupported response_action: {other}"])
    return None


def options_of(body: Any) -> Json:
    """The options in the acknowledgement of a `block_suggestion`, checked."""
    answer = body if isinstance(body, dict) else {}
    if found := rules.faults_of_options(answer):
        raise Refusal("invalid_arguments", found)
    return {name: answer[name] for name in ("options", "option_groups") if name in answer}


def at_response_url(door: Door, path: str, said: Json) -> None:
    """Answer a gesture later: five times in thirty minutes; refuses with Slack's words otherwise."""
    workspace = door.workspace
    with workspace.change():
        address = workspace.addresses.get(path)
        if address is None:
            raise Refusal("invalid_url")
        if address.uses >= USES:
            raise Refusal("used_url")
        if workspace.clock() - address.made > MINUTES * 60:
            raise Refusal("expired_url")
        address.uses += 1
        place, about = workspace.conversations[address.channel], address.about
        if said.get("delete_original") and about is not None:
            workspace.remove(about)
        elif said.get("replace_original") and about is not None:
            posting.rewrite(workspace, about, said)
        else:
            # The first answer to a command is what `replace_original` means from then on.
            posted = _later(door, place, said, address)
            address.about = about or posted


def _later(door: Door, place: Conversation, said: Json, address: Address) -> Message:
    about = address.about
    thread_ts = said.get("thread_ts") or (about.thread_ts if about and about.in_thread else None)
    return _say(door, place, said, address.member, thread_ts)
