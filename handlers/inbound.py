"""The only reader of Slack's payloads. What cannot be read is Malformed; nothing that somebody typed can crash it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from assistant.buttons import Button
from assistant.ids import AccountId, DeliveryId, WorkspaceId
from assistant.said import ButtonPress, FormSubmission, Reaction, Surface, Utterance, Where
from handlers.errors import Malformed
from handlers.ids import FIELDS, NEW_REQUEST, Back, button_of, form_of
from handlers.mrkdwn import taken, unescape

Payload = Mapping[str, Any]

SPOKEN = (None, "file_share", "thread_broadcast", "me_message")  # subtypes in which a member says something
MOST_CHOSEN = 100  # entries taken from a field with several
_TS = re.compile(r"\d{1,11}\.\d{1,6}")
_ACCOUNT = re.compile(r"[A-Z0-9]{2,40}")
_ADDRESS = re.compile(r"https?://[!-~]{3,2000}")


def is_said(event: Payload, bot: AccountId) -> bool:
    """A member says something new: not a bot, not an edit or deletion, nothing that Slack itself writes.

    A mention in the private conversation is a message there too, and is heard as one.
    """
    return (event.get("type") == "app_mention") != _in_private(event) and _is_new(event, bot)


def is_reply(event: Payload, bot: AccountId) -> bool:
    """A member says something in a channel's thread that may hang on a message of Wellmet's, without a mention of it.

    With a mention it comes a second time, as one. Slack sends such messages only where the workspace chose so.
    """
    thread, ours = _maybe(event, "thread_ts"), _maybe(event, "parent_user_id") in ("", bot)
    in_channel = event.get("type") == "message" and event.get("channel_type") in ("channel", "group")
    new = bool(thread) and thread != event.get("ts") and f"<@{bot}" not in _maybe(event, "text")
    return in_channel and new and ours and _is_new(event, bot)


def thread_of(event: Payload) -> Where:
    """Where a message stands; nothing of what it says."""
    return Where(_id(event, "channel"), _id(event, "ts"), _maybe(event, "thread_ts"))


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
    event = _part(body, "event")
    ours = rf"^\s*(?:<@{re.escape(bot)}(?:\|[^<>]*)?>[\s,:;.!–—-]*)+"
    place = thread_of(event)
    aloud = Surface.MENTION if event.get("type") == "app_mention" else Surface.THREAD
    return Utterance(
        workspace=workspace,
        speaker=_account(event.get("user")),
        words=taken(re.sub(ours, "", _maybe(event, "text"))),
        surface=Surface.DM if _in_private(event) else aloud,
        where=place,
        said_at=_moment(place.message),
        delivery=DeliveryId(_id(body, "event_id")),
    )


def command(body: Payload, workspace: WorkspaceId, now: datetime) -> Utterance:
    """A slash command. Slack gives it no time of its own, and its trigger is the one thing that names the delivery."""
    return Utterance(
        workspace=workspace,
        speaker=_account(body.get("user_id")),
        words=taken(_maybe(body, "text")),
        surface=Surface.COMMAND,
        where=Where(_id(body, "channel_id")),
        said_at=now,
        delivery=DeliveryId(_id(body, "trigger_id")),
        command=_id(body, "command"),
    )


def press(body: Payload, workspace: WorkspaceId, now: datetime) -> ButtonPress:
    """A button in a message, on Home or in a window."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    if not isinstance(action, Mapping):
        raise Malformed("a press of nothing")
    return ButtonPress(
        workspace=workspace,
        speaker=_account(_part(body, "user").get("id")),
        button=button_of(_id(action, "action_id")),
        of=_maybe(action, "value")[:2000],
        where=_where(body),
        pressed_at=now,
    )


def reaction(body: Payload, workspace: WorkspaceId, bot: AccountId) -> Reaction | None:
    """An emoji added to a message; None for one added to something else, and for our own."""
    event = _part(body, "event")
    item = event.get("item")
    if not isinstance(item, Mapping) or item.get("type") != "message" or event.get("user") in (None, bot):
        return None
    return Reaction(
        workspace=workspace,
        speaker=_account(event.get("user")),
        emoji=_id(event, "reaction"),
        where=Where(_id(item, "channel"), _id(item, "ts")),
        at=_moment(_id(event, "event_ts")),
        delivery=DeliveryId(_id(body, "event_id")),
    )


def shortcut(body: Payload, workspace: WorkspaceId, now: datetime) -> ButtonPress:
    """A shortcut, from the lightning menu or a message's: a button for a new record that stands nowhere."""
    speaker = _account(_part(body, "user").get("id"))
    button = Button.NEW_REQUEST if body.get("callback_id") == NEW_REQUEST else Button.NEW_MEETING
    return ButtonPress(workspace, speaker, button, "", Where(""), now)


def is_form(body: Payload) -> bool:
    """A form that this version has."""
    return form_of(_maybe(_part(body, "view"), "callback_id")) is not None


def submission(body: Payload, workspace: WorkspaceId, now: datetime) -> FormSubmission:
    """A form that was sent off."""
    view = _part(body, "view")
    form = form_of(_maybe(view, "callback_id"))
    if form is None:
        raise Malformed("a form that is not there any more")
    back = Back.read(_maybe(view, "private_metadata"))
    return FormSubmission(
        workspace=workspace,
        speaker=_account(_part(body, "user").get("id")),
        form=form,
        of=back.of,
        version=back.version,
        fields=_fields(view),
        where=back.where,
        sent_at=now,
        delivery=DeliveryId(f"view:{_id(view, 'id')}"),
    )


def windows(body: Payload) -> tuple[str, ...]:
    """The windows that are open where something was pressed, the lowest first, by what each shows; often none."""
    view = body.get("view")
    if not isinstance(view, Mapping) or view.get("type") != "modal":
        return ()
    back = Back.read(_maybe(view, "private_metadata"))
    return (*back.where.windows, "" if is_form(body) else back.of)


def window(body: Payload) -> str:
    """The window in which something was pressed; "" for none."""
    view = body.get("view")
    return _maybe(view, "id") if isinstance(view, Mapping) else ""


def beneath(body: Payload) -> str:
    """The window under a form that was sent, or under a window that was closed; "" for none."""
    return _maybe(_part(body, "view"), "previous_view_id")


def closed(body: Payload) -> tuple[AccountId, Where]:
    """Who closed a window, and what is open still."""
    back = Back.read(_maybe(_part(body, "view"), "private_metadata"))
    still = Where("") if body.get("is_cleared") else back.where
    return _account(_part(body, "user").get("id")), still


def fields_shown(body: Payload) -> tuple[str, ...]:
    """The fields of the form that was sent, by block id, in order."""
    view = body.get("view")
    blocks = view.get("blocks") if isinstance(view, Mapping) else None
    inputs = (one for one in blocks or () if isinstance(one, Mapping) and one.get("type") == "input")
    return tuple(_maybe(one, "block_id") for one in inputs)


def typing(body: Payload) -> tuple[AccountId, str, str, str]:
    """Who is typing a name into a form, what so far, into which field, and the record that the form is about."""
    view = body.get("view")
    back = Back.read(_maybe(view, "private_metadata") if isinstance(view, Mapping) else "")
    return _account(_part(body, "user").get("id")), _entered(body.get("value"))[:200], _maybe(body, "block_id"), back.of


def home_of(event: Payload) -> AccountId | None:
    """Whose Home was opened; None for another tab."""
    return _account(event.get("user")) if event.get("tab") == "home" else None


def trigger(body: Payload) -> str:
    """What opens a form or window within three seconds; "" when there is nothing."""
    return _maybe(body, "trigger_id")


def address(body: Payload) -> str:
    """Where messages about the gesture may be sent for half an hour; "" for those that stand in no conversation."""
    given = _maybe(body, "response_url")
    return given if _ADDRESS.fullmatch(given) else ""


def _in_private(event: Payload) -> bool:
    kind = event.get("channel_type")
    return kind == "im" or (kind is None and _maybe(event, "channel").startswith("D"))


def _where(body: Payload) -> Where:
    """Where a button stood; Home and windows stand in no conversation."""
    container = _part(body, "container")
    if container.get("type") != "message":
        return Where("", windows=windows(body))
    shown = body.get("message")
    thread = _maybe(container, "thread_ts") or (_maybe(shown, "thread_ts") if isinstance(shown, Mapping) else "")
    fleeting = address(body) if container.get("is_ephemeral") else ""
    return Where(_id(container, "channel_id"), _id(container, "message_ts"), thread, fleeting)


def _fields(view: Payload) -> dict[str, str | tuple[str, ...]]:
    """What was entered, by field; a field nobody touched is empty."""
    state = view.get("state")
    values = state.get("values") if isinstance(state, Mapping) else None
    fields: dict[str, str | tuple[str, ...]] = {}
    for name, entries in values.items() if isinstance(values, Mapping) else ():
        entered = next(iter(entries.values()), None) if isinstance(entries, Mapping) else None
        if name not in FIELDS or not isinstance(entered, Mapping):
            continue
        chosen = entered.get("selected_options")
        picked = entered.get("selected_option")
        if isinstance(picked, Mapping):
            entered = {"value": picked.get("value")}
        if isinstance(chosen, list):
            values_of = (one.get("value") for one in chosen[:MOST_CHOSEN] if isinstance(one, Mapping))
            fields[name] = tuple(filter(None, map(_entered, values_of)))
        else:
            one = entered.get("selected_option")
            holder = one if isinstance(one, Mapping) else entered
            given = (holder.get(key) for key in ("value", "selected_date", "selected_time", "selected_channel"))
            fields[name] = next(filter(None, map(_entered, given)), "")
    return fields


def _entered(value: Any) -> str:
    """A text typed into a field, which is not markup: what Slack escaped is what was typed."""
    return unescape(taken(value)) if isinstance(value, str) else ""


def _moment(ts: str) -> datetime:
    if not (ts.isascii() and _TS.fullmatch(ts)):
        raise Malformed("no time")
    return datetime.fromtimestamp(float(ts), UTC)


def _part(of: Payload, name: str) -> Payload:
    found = of.get(name)
    if not isinstance(found, Mapping):
        raise Malformed(f"no {name}")
    return found


def _maybe(of: Payload, name: str) -> str:
    found = of.get(name)
    return found if isinstance(found, str) else ""


def _id(of: Payload, name: str) -> str:
    """An identifier: something short in printable ASCII."""
    found = of.get(name)
    if not (isinstance(found, str) and found.isascii() and found.isprintable() and 0 < len(found) <= 255):
        raise Malformed(f"no {name}")
    return found


def _account(found: Any) -> AccountId:
    if not (isinstance(found, str) and _ACCOUNT.fullmatch(found)):
        raise Malformed("nobody")
    return AccountId(found)
