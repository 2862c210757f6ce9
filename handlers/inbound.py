"""What Slack's payloads say: sentences, commands, buttons, reactions. Forms and windows are read in windows.py.

What cannot be read is Malformed; nothing that somebody typed can crash it.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from assistant.buttons import Button
from assistant.ids import AccountId, DeliveryId, WorkspaceId
from assistant.said import ButtonPress, Reaction, Surface, Utterance, Where
from handlers.errors import Malformed
from handlers.ids import NEW_REQUEST, button_of
from handlers.mrkdwn import taken
from handlers.payloads import Payload, account, address, identifier, maybe, moment, part
from handlers.windows import standing

SPOKEN = (None, "file_share", "thread_broadcast", "me_message")  # subtypes in which a member says something


def is_said(event: Payload, bot: AccountId) -> bool:
    """A member says something new: not a bot, not an edit or deletion, nothing that Slack itself writes.

    A mention in the private conversation is a message there too, and is heard as one.
    """
    return (event.get("type") == "app_mention") != _in_private(event) and _is_new(event, bot)


def is_reply(event: Payload, bot: AccountId) -> bool:
    """A member says something in a channel's thread that may hang on a message of Wellmet's, without a mention of it.

    With a mention it comes a second time, as one. Slack sends such messages only where the workspace chose so.
    """
    thread, ours = maybe(event, "thread_ts"), maybe(event, "parent_user_id") in ("", bot)
    in_channel = event.get("type") == "message" and event.get("channel_type") in ("channel", "group")
    new = bool(thread) and thread != event.get("ts") and f"<@{bot}" not in maybe(event, "text")
    return in_channel and new and ours and _is_new(event, bot)


def thread_of(event: Payload) -> Where:
    """Where a message stands; nothing of what it says."""
    return Where(identifier(event, "channel"), identifier(event, "ts"), maybe(event, "thread_ts"))


def _is_new(event: Payload, bot: AccountId) -> bool:
    return not (
        event.get("subtype") not in SPOKEN
        or event.get("hidden")
        or event.get("edited")
        or event.get("bot_id")
        or event.get("user") in (None, "USLACKBOT", bot)
    )


def utterance(body: Payload, workspace: WorkspaceId, bot: AccountId) -> Utterance:
    """A sentence in private, in a channel with a mention of Wellmet (taken off its front), or in reply to a card."""
    event = part(body, "event")
    ours = rf"^\s*(?:<@{re.escape(bot)}(?:\|[^<>]*)?>[\s,:;.!–—-]*)+"
    place = thread_of(event)
    aloud = Surface.MENTION if event.get("type") == "app_mention" else Surface.THREAD
    return Utterance(
        workspace=workspace,
        speaker=account(event.get("user")),
        words=taken(re.sub(ours, "", maybe(event, "text"))),
        surface=Surface.DM if _in_private(event) else aloud,
        where=place,
        said_at=moment(place.message),
        delivery=DeliveryId(identifier(body, "event_id")),
    )


def command(body: Payload, workspace: WorkspaceId, now: datetime) -> Utterance:
    """A slash command. Slack gives it no time of its own, and its trigger is the one thing that names the delivery."""
    return Utterance(
        workspace=workspace,
        speaker=account(body.get("user_id")),
        words=taken(maybe(body, "text")),
        surface=Surface.COMMAND,
        where=Where(identifier(body, "channel_id")),
        said_at=now,
        delivery=DeliveryId(identifier(body, "trigger_id")),
        command=identifier(body, "command"),
    )


def press(body: Payload, workspace: WorkspaceId, now: datetime) -> ButtonPress:
    """A button in a message, on Home or in a window."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    if not isinstance(action, Mapping):
        raise Malformed("a press of nothing")
    return ButtonPress(
        workspace=workspace,
        speaker=account(part(body, "user").get("id")),
        button=button_of(identifier(action, "action_id")),
        of=maybe(action, "value")[:2000],
        where=_where(body),
        pressed_at=now,
    )


def reaction(body: Payload, workspace: WorkspaceId, bot: AccountId) -> Reaction | None:
    """An emoji added to a message; None for one added to something else, and for our own."""
    event = part(body, "event")
    item = event.get("item")
    if not isinstance(item, Mapping) or item.get("type") != "message" or event.get("user") in (None, bot):
        return None
    return Reaction(
        workspace=workspace,
        speaker=account(event.get("user")),
        emoji=identifier(event, "reaction"),
        where=Where(identifier(item, "channel"), identifier(item, "ts")),
        at=moment(identifier(event, "event_ts")),
        delivery=DeliveryId(identifier(body, "event_id")),
    )


def shortcut(body: Payload, workspace: WorkspaceId, now: datetime) -> ButtonPress:
    """A shortcut, from the lightning menu or a message's: a button for a new record that stands nowhere."""
    speaker = account(part(body, "user").get("id"))
    button = Button.NEW_REQUEST if body.get("callback_id") == NEW_REQUEST else Button.NEW_MEETING
    return ButtonPress(workspace, speaker, button, "", Where(""), now)


def home_of(event: Payload) -> AccountId | None:
    """Whose Home was opened; None for another tab."""
    return account(event.get("user")) if event.get("tab") == "home" else None


def _in_private(event: Payload) -> bool:
    kind = event.get("channel_type")
    return kind == "im" or (kind is None and maybe(event, "channel").startswith("D"))


def _where(body: Payload) -> Where:
    """Where a button stood; Home and windows stand in no conversation."""
    container = part(body, "container")
    if container.get("type") != "message":
        return Where("", windows=standing(body))
    shown = body.get("message")
    thread = maybe(container, "thread_ts") or (maybe(shown, "thread_ts") if isinstance(shown, Mapping) else "")
    fleeting = address(body) if container.get("is_ephemeral") else ""
    return Where(identifier(container, "channel_id"), identifier(container, "message_ts"), thread, fleeting)
