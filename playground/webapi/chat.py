"""chat.*: post, whisper, change, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import posting, rules, shapes
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.records import Conversation, Json
    from playground.webapi.call import Call


def post_message(call: Call) -> Json:
    """chat.postMessage. `channel` may also be a member's id: the DM with them."""
    place = _where(call)
    # What is said is judged before the pace, so that a message that can never go does not use up the second.
    posting.content(call.args)
    posting.metadata(call.args)
    posting.pace(call.workspace, place)
    message = posting.say(call.workspace, place, call.args, thread_ts=_thread(call, place))
    call.door.announce_message(place, message)
    return {"channel": place.id, "ts": message.ts, "message": shapes.message(call.workspace, message)}


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral: to somebody who is in the conversation."""
    place = _where(call)
    reader = call.member()
    if reader.id not in place.members:
        raise Refusal("user_not_in_channel")
    posting.content(call.args)
    posting.pace(call.workspace, place)
    message = posting.say(call.workspace, place, call.args, to=reader.id, thread_ts=_thread(call, place))
    return {"message_ts": message.ts}


def _where(call: Call) -> Conversation:
    workspace, name = call.workspace, call.words("channel")
    if name in workspace.members:
        who = workspace.members[name]
        if who.deleted or not (who.is_person or who.kind == "slackbot") or who.kind == "external":
            raise Refusal("cannot_dm_bot" if who.is_bot else "channel_not_found")
        call.args["channel"] = name = workspace.dm(name).id
    if name.startswith("#"):
        found = next((c for c in workspace.conversations.values() if c.name == name[1:]), None)
        if found is None:
            raise Refusal("channel_not_found")
        call.args["channel"] = found.id
    place = call.place()
    if place.kind == "im" and not workspace.manifest.messages_tab:
        raise Refusal("messages_tab_disabled")
    if place.archived:
        raise Refusal("is_archived")
    if workspace.bot.id not in place.members and not workspace.manifest.may("chat:write.public"):
        raise Refusal("not_in_channel")
    return place


def _thread(call: Call, place: Conversation) -> str | None:
    thread_ts = call.words("thread_ts")
    if not thread_ts:
        return None
    root = place.by_ts.get(thread_ts)
    if root is None or root.to is not None:
        raise Refusal("thread_not_found")
    if root.in_thread:
        raise Refusal("cannot_reply_to_message")
    return thread_ts


def update(call: Call) -> Json:
    """chat.update: only the app's own messages."""
    message = call.own_message("cant_update_message")
    place = call.workspace.conversations[message.channel]
    before = shapes.message(call.workspace, message)
    posting.rewrite(call.workspace, message, call.args, at_most=rules.UPDATE_AT_MOST)
    call.door.announce_change(place, message, before)
    shape = shapes.message(call.workspace, message)
    return {"channel": place.id, "ts": message.ts, "text": message.text, "message": shape}


def delete(call: Call) -> Json:
    """chat.delete: only the app's own messages."""
    message = call.own_message("cant_delete_message")
    place = call.workspace.conversations[message.channel]
    before = shapes.message(call.workspace, message)
    call.workspace.remove(message)
    call.door.announce_deletion(place, before)
    return {"channel": place.id, "ts": message.ts}


def permalink(call: Call) -> Json:
    """chat.getPermalink."""
    place, ts = call.place(), call.words("message_ts")
    message = place.by_ts.get(ts)
    if message is None:
        raise Refusal("message_not_found")
    address = f"https://{call.workspace.domain}.slack.com/archives/{place.id}/p{ts.replace('.', '')}"
    if message.in_thread:
        address += f"?thread_ts={message.thread_ts}&cid={place.id}"
    return {"channel": place.id, "permalink": address}
