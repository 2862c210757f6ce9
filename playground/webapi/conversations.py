"""conversations.*: open, read, join, list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import shapes
from playground.refusal import Refusal
from playground.webapi.call import page

if TYPE_CHECKING:
    from playground.records import Conversation, Json, Message
    from playground.webapi.call import Call

_READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read", "mpim": "mpim:read"}
_HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history", "mpim": "mpim:history"}
_TYPES = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
PEOPLE_AT_MOST = 8


def open_(call: Call) -> Json:
    """conversations.open: one person is a DM, several are a group DM; the same people get the same one."""
    workspace, people = call.workspace, call.ids("users")
    if call.words("channel"):
        place = call.inside()
        return {"channel": shapes.conversation(workspace, place), "already_open": True, "no_op": True}
    if not people:
        raise Refusal("users_list_not_supplied")
    call.scope("im:write" if len(people) == 1 else "mpim:write")
    for id_ in people:
        _may_write_to(call, id_)
    if len(people) > PEOPLE_AT_MOST:
        raise Refusal("too_many_users")
    with workspace.change():
        known = len(workspace.conversations)
        place = workspace.between(people)
        old = len(workspace.conversations) == known
    shape = shapes.conversation(workspace, place) if call.flag("return_im") or len(people) > 1 else {"id": place.id}
    return {"channel": shape} | ({"already_open": True, "no_op": True} if old else {})


def _may_write_to(call: Call, id_: str) -> None:
    member = call.workspace.members.get(id_)
    if member is None:
        raise Refusal("user_not_found")
    if member.is_bot or member.kind == "slackbot":
        raise Refusal("cannot_dm_bot")
    if member.deleted:
        raise Refusal("user_disabled")
    if member.kind == "external":
        raise Refusal("user_not_visible")


def info(call: Call) -> Json:
    """conversations.info."""
    place = call.place()
    call.scope(_READ[place.kind])
    return {"channel": shapes.conversation(call.workspace, place)}


def list_(call: Call) -> Json:
    """conversations.list, in pages: what the scopes show of what the app may know of."""
    wanted = [_TYPES.get(t, "") for t in (call.ids("types") or ["public_channel"])]
    if "" in wanted:
        raise Refusal("invalid_types")
    for kind in wanted:
        call.scope(_READ[kind])
    bot = call.workspace.bot.id
    listed = [
        c
        for c in call.workspace.conversations.values()
        if c.kind in wanted
        and (c.kind == "channel" or bot in c.members)
        and not (c.archived and call.flag("exclude_archived"))
    ]
    some, following = page(call, listed, 100, 1000)
    shown = [shapes.conversation(call.workspace, c) for c in some]
    return {"channels": shown, "response_metadata": {"next_cursor": following}}


def members(call: Call) -> Json:
    """conversations.members, in pages."""
    place = call.place()
    call.scope(_READ[place.kind])
    some, following = page(call, place.members, 100, 1000)
    return {"members": some, "response_metadata": {"next_cursor": following}}


def history(call: Call) -> Json:
    """conversations.history: newest first, without replies and ephemerals."""
    place = _readable(call)
    told = [m for m in place.messages if m.to is None and not m.in_thread and _within(call, m)]
    some, following = page(call, told[::-1], 100, 999)
    shown = [shapes.message(call.workspace, m, metadata=call.flag("include_all_metadata")) for m in some]
    answer: Json = {"messages": shown, "has_more": bool(following), "pin_count": 0}
    return answer | ({"response_metadata": {"next_cursor": following}} if following else {})


def replies(call: Call) -> Json:
    """conversations.replies: the root, then the replies, oldest first."""
    place = _readable(call)
    root = place.by_ts.get(call.words("ts"))
    if root is None or root.to is not None:
        raise Refusal("thread_not_found")
    thread = root.thread_ts or root.ts
    told = [
        m for m in place.messages if m.to is None and (m.ts == thread or (m.thread_ts == thread and _within(call, m)))
    ]
    some, following = page(call, told, 1000, 1000)
    shown = [shapes.message(call.workspace, m, metadata=call.flag("include_all_metadata")) for m in some]
    answer: Json = {"messages": shown, "has_more": bool(following)}
    return answer | ({"response_metadata": {"next_cursor": following}} if following else {})


def _readable(call: Call) -> Conversation:
    place = call.place()
    call.scope(_HISTORY[place.kind])
    return call.inside()


def _within(call: Call, message: Message) -> bool:
    try:
        oldest, latest = float(call.words("oldest") or 0), float(call.words("latest") or "inf")
    except ValueError:
        raise Refusal("invalid_ts_oldest") from None
    ts = float(message.ts)
    return oldest <= ts <= latest if call.flag("inclusive") else oldest < ts < latest


def join(call: Call) -> Json:
    """conversations.join: public channels only."""
    place = call.place()
    if place.kind != "channel":
        raise Refusal("method_not_supported_for_channel_type")
    if place.archived:
        raise Refusal("is_archived")
    bot, already = call.workspace.bot.id, call.workspace.bot.id in place.members
    if not already:
        call.door.let_in(place, bot)
    shape = {"channel": shapes.conversation(call.workspace, place)}
    return shape | ({"warning": "already_in_channel"} if already else {})
