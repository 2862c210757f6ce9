"""What Slack sends to an app: the bodies of events, commands, and everything one does with a button or a form."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

from playground import forms, shapes
from playground.records import View

if TYPE_CHECKING:
    from playground.manifest import Command, Shortcut
    from playground.records import Conversation, Json, Message
    from playground.workspace import Workspace


def event(workspace: Workspace, inner: Json) -> Json:
    """The envelope of the Events API around one occurrence."""
    shape = {
        "token": "verification-token",
        "team_id": workspace.id,
        "context_team_id": workspace.id,
        "context_enterprise_id": None,
        "api_app_id": workspace.app_id,
        "event": inner,
        "type": "event_callback",
        "event_id": workspace.new_id("Ev"),
        "event_time": workspace.now(),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.id,
                "user_id": workspace.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }
    if "channel" in inner:
        shape["event_context"] = f"4-{workspace.secret(32)}"
    return shape


def message_event(workspace: Workspace, place: Conversation, message: Message) -> Json:
    """A new message as `message.im`, `message.channels` … carry it."""
    inner = shapes.message(workspace, message)
    # The counts of a thread are history's; a message that is just being written has none.
    for name in ("reply_count", "reply_users", "reply_users_count", "latest_reply", "subscribed", "reactions"):
        inner.pop(name, None)
    if not message.in_thread:
        inner.pop("thread_ts", None)
    inner |= {"channel": place.id, "event_ts": message.ts, "channel_type": place.channel_type}
    return event(workspace, inner)


def mention_event(workspace: Workspace, place: Conversation, message: Message) -> Json:
    """The same message as `app_mention` carries it: no channel_type."""
    body = message_event(workspace, place, message)
    body["event"].pop("channel_type")
    body["event"]["type"] = "app_mention"
    return body


def changed_event(workspace: Workspace, place: Conversation, message: Message, before: Json) -> Json:
    """`message_changed`."""
    inner = {"type": "message", "subtype": "message_changed", "hidden": True, "channel": place.id}
    inner |= {"message": shapes.message(workspace, message), "previous_message": before}
    ts = workspace.new_ts()
    return event(workspace, inner | {"ts": ts, "event_ts": ts, "channel_type": place.channel_type})


def deleted_event(workspace: Workspace, place: Conversation, before: Json) -> Json:
    """`message_deleted`."""
    inner = {"type": "message", "subtype": "message_deleted", "hidden": True, "channel": place.id}
    inner |= {"deleted_ts": before["ts"], "previous_message": before}
    ts = workspace.new_ts()
    return event(workspace, inner | {"ts": ts, "event_ts": ts, "channel_type": place.channel_type})


def home_opened(workspace: Workspace, member_id: str, tab: str) -> Json:
    """`app_home_opened`; with the view when Home was published before."""
    ts = workspace.new_ts()
    inner: Json = {"type": "app_home_opened", "user": member_id, "channel": workspace.dm(member_id).id, "tab": tab}
    if tab == "home" and member_id in workspace.homes:
        inner["view"] = shapes.view(workspace, workspace.homes[member_id])
    return event(workspace, inner | {"event_ts": ts})


def command(workspace: Workspace, spec: Command, text: str, member_id: str, place: Conversation) -> Json:
    """The form fields of a slash command, all strings."""
    named = {"im": "directmessage", "group": "privategroup"}.get(place.kind, place.name)
    return {
        "token": "verification-token",
        "team_id": workspace.id,
        "team_domain": workspace.domain,
        "channel_id": place.id,
        "channel_name": named,
        "user_id": member_id,
        "user_name": workspace.members[member_id].name,
        "command": spec.command,
        "text": text,
        "api_app_id": workspace.app_id,
        "is_enterprise_install": "false",
        "response_url": workspace.response_url(member_id, place.id),
        "trigger_id": workspace.new_trigger(member_id),
    }


def _gesture(workspace: Workspace, type_: str, member_id: str, view: View | None = None) -> Json:
    who = workspace.members[member_id]
    return {
        "type": type_,
        "user": {"id": who.id, "username": who.name, "name": who.name, "team_id": who.team_id},
        "api_app_id": workspace.app_id,
        "token": "verification-token",
        "team": {"id": workspace.id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": workspace.new_trigger(member_id, view.id if view else ""),
    }


def _channel(place: Conversation) -> Json:
    return {"id": place.id, "name": {"im": "directmessage", "group": "privategroup"}.get(place.kind, place.name)}


def shortcut(workspace: Workspace, spec: Shortcut, member_id: str) -> Json:
    """A global shortcut."""
    ts = f"{time.time():.6f}"
    return _gesture(workspace, "shortcut", member_id) | {"callback_id": spec.callback_id, "action_ts": ts}


def message_shortcut(workspace: Workspace, spec: Shortcut, member_id: str, message: Message) -> Json:
    """A shortcut from a message's menu."""
    place = workspace.conversations[message.channel]
    return _gesture(workspace, "message_action", member_id) | {
        "callback_id": spec.callback_id,
        "action_ts": f"{time.time():.6f}",
        "message_ts": message.ts,
        "channel": _channel(place),
        "message": shapes.message(workspace, message),
        "response_url": workspace.response_url(member_id, place.id, message),
    }


def action_on_message(
    workspace: Workspace, member_id: str, message: Message, action: Json, entered: dict[str, Json]
) -> Json:
    """`block_actions` on a message; an ephemeral one is not sent along, as at Slack."""
    place = workspace.conversations[message.channel]
    shape = _gesture(workspace, "block_actions", member_id) | {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": place.id,
            "is_ephemeral": message.to is not None,
        },
        "channel": _channel(place),
        "state": {"values": forms.state(message.blocks, entered)},
        "response_url": workspace.response_url(member_id, place.id, message),
        "actions": [action],
    }
    if message.thread_ts:
        shape["container"]["thread_ts"] = message.thread_ts
    if message.to is None:
        shape["message"] = shapes.message(workspace, message)
    return shape


def action_on_view(workspace: Workspace, member_id: str, view: View, action: Json) -> Json:
    """`block_actions` in a modal or on Home."""
    return _gesture(workspace, "block_actions", member_id, view) | {
        "container": {"type": "view", "view_id": view.id},
        "view": shapes.view(workspace, view),
        "actions": [action],
    }


def suggestion(workspace: Workspace, member_id: str, where: Message | View, place: forms.Place, query: str) -> Json:
    """`block_suggestion`: what an external select asks while somebody types."""
    shape = _gesture(workspace, "block_suggestion", member_id) | {
        "action_id": place.action_id,
        "block_id": place.block_id,
        "value": query,
    }
    shape.pop("trigger_id")
    if isinstance(where, View):
        return shape | {"container": {"type": "view", "view_id": where.id}, "view": shapes.view(workspace, where)}
    channel = workspace.conversations[where.channel]
    container = {"type": "message", "message_ts": where.ts, "channel_id": channel.id}
    message = shapes.message(workspace, where)
    return shape | {"container": container, "channel": _channel(channel), "message": message}


def submission(workspace: Workspace, member_id: str, view: View) -> Json:
    """`view_submission`."""
    return _gesture(workspace, "view_submission", member_id, view) | {
        "view": shapes.view(workspace, view),
        "response_urls": view.response_urls,
    }


def closed(workspace: Workspace, member_id: str, view: View, cleared: bool) -> Json:
    """`view_closed`."""
    shape = _gesture(workspace, "view_closed", member_id, view) | {"view": shapes.view(workspace, view)}
    shape.pop("trigger_id")
    return shape | {"is_cleared": cleared}


def client_msg_id() -> str:
    """The id that a client gives to a message it writes."""
    return str(uuid.uuid4())
