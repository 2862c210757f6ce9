"""How Slack writes its things down: members, conversations, messages and views as JSON, for answers and deliveries."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote

from playground import forms

if TYPE_CHECKING:
    from playground.files import StoredFile
    from playground.records import Conversation, Json, Member, Message, View
    from playground.workspace import Workspace

_COLOURS = ("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "e0a729", "684b6c", "5b89d5", "2b6836")


def colour(member: Member) -> str:
    """The member's colour as six hexadecimal digits, always the same one."""
    return _COLOURS[zlib.crc32(member.name.encode()) % len(_COLOURS)]


def profile(workspace: Workspace, member: Member) -> Json:
    """The `profile` of a member."""
    first, _, last = member.real_name.partition(" ")
    shape: Json = {
        "title": member.title,
        "phone": "",
        "skype": "",
        "real_name": member.real_name,
        "real_name_normalized": member.real_name,
        "display_name": member.display_name,
        "display_name_normalized": member.display_name,
        "fields": None,
        "status_text": "",
        "status_emoji": "",
        "status_expiration": 0,
        "avatar_hash": colour(member),
        "first_name": first,
        "last_name": last,
        "team": member.team_id,
    }
    shape |= {f"image_{size}": f"{workspace.url}/page/avatar/{member.id}.svg" for size in (24, 48, 72, 192, 512)}
    if member.pronouns:
        shape["pronouns"] = member.pronouns
    if member.is_bot:
        shape |= {"bot_id": member.bot_id, "api_app_id": workspace.app_id if member.kind == "app" else "A0OTHERAPP"}
    elif workspace.manifest.may("users:read.email"):
        shape["email"] = f"{member.name}@{workspace.domain}.example"
    return shape


def member(workspace: Workspace, one: Member, *, locale: bool = False) -> Json:
    """A `user` object; a deactivated account has no zone and few flags, as at Slack."""
    shape: Json = {
        "id": one.id,
        "team_id": one.team_id,
        "name": one.name,
        "deleted": one.deleted,
        "profile": profile(workspace, one),
        "is_bot": one.is_bot,
        "is_app_user": False,
        "updated": one.updated,
    }
    if one.kind == "external":
        shape["is_stranger"] = True
    if one.deleted:
        return shape
    now = workspace.clock()
    return shape | {
        "color": colour(one),
        "real_name": one.real_name,
        "tz": one.zone,
        "tz_label": one.zone.split("/")[-1].replace("_", " "),
        "tz_offset": one.offset(now),
        "is_admin": one.admin,
        "is_owner": one.admin,
        "is_primary_owner": one.admin,
        "is_restricted": one.kind == "guest",
        "is_ultra_restricted": False,
        "is_email_confirmed": not one.is_bot,
        "who_can_share_contact_card": "EVERYONE",
        **({"locale": "en-GB"} if locale else {}),
    }


def conversation(workspace: Workspace, place: Conversation) -> Json:
    """A `channel` object as the app sees it."""
    if place.kind == "im":
        other = next((m for m in place.members if m != workspace.bot.id), workspace.bot.id)
        gone = workspace.members[other].deleted
        flags = {"is_im": True, "is_org_shared": False, "is_user_deleted": gone}
        return {"id": place.id, "created": place.created, "user": other, "is_archived": False, **flags}
    return {
        "id": place.id,
        "name": place.name,
        "name_normalized": place.name,
        "created": place.created,
        "creator": place.members[0] if place.members else "",
        "is_channel": place.kind == "channel",
        "is_group": place.kind == "group",
        "is_im": False,
        "is_mpim": place.kind == "mpim",
        "is_private": place.kind != "channel",
        "is_archived": place.archived,
        "is_general": place.name == "general",
        "is_shared": False,
        "is_ext_shared": False,
        "is_member": workspace.bot.id in place.members,
        "num_members": len(place.members),
        "topic": {"value": place.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def message(workspace: Workspace, one: Message, *, metadata: bool = True) -> Json:
    """A message as history, answers and deliveries hold it."""
    author = workspace.members.get(one.author)
    shape: Json = {"type": "message", "user": one.author, "text": one.text, "ts": one.ts}
    shape["team"] = author.team_id if author else workspace.id
    if one.subtype:
        shape["subtype"] = one.subtype
    if one.client_msg_id:
        shape["client_msg_id"] = one.client_msg_id
    if one.bot_id and author:
        shape |= {"bot_id": one.bot_id, "app_id": workspace.app_id}
        shape["bot_profile"] = {
            "id": one.bot_id,
            "app_id": workspace.app_id,
            "name": author.real_name,
            "team_id": workspace.id,
            "deleted": False,
        }
    if one.blocks:
        shape["blocks"] = one.blocks
    if one.edited:
        shape["edited"] = {"user": one.author, "ts": one.edited}
    if one.metadata and metadata:
        shape["metadata"] = one.metadata
    if one.thread_ts:
        shape |= _thread(workspace, one)
    if one.reactions:
        shape["reactions"] = [{"name": n, "users": u, "count": len(u)} for n, u in one.reactions.items()]
    return shape | one.extra


def file(workspace: Workspace, one: StoredFile) -> Json:
    """A file as messages and answers hold it."""
    address = f"{workspace.url}/files/{one.id}/{one.secret}/{quote(one.name)}"
    return {"id": one.id, "name": one.name, "title": one.name, "size": one.length, "url_private_download": address}


def _thread(workspace: Workspace, one: Message) -> Json:
    place = workspace.conversations[one.channel]
    if one.in_thread:
        root = place.by_ts.get(one.thread_ts or "")
        return {"thread_ts": one.thread_ts, "parent_user_id": root.author if root else ""}
    replies = place.threads.get(one.ts, [])
    return {
        "thread_ts": one.thread_ts,
        "reply_count": len(replies),
        "reply_users": list(dict.fromkeys(m.author for m in replies)),
        "reply_users_count": len({m.author for m in replies}),
        "latest_reply": replies[-1].ts if replies else one.ts,
        "subscribed": False,
    }


def view(workspace: Workspace, one: View) -> Json:
    """A `view` object with its state, as answers and deliveries hold it."""
    body = one.body
    shape: Json = {
        "id": one.id,
        "team_id": workspace.id,
        "type": one.type,
        "blocks": body.get("blocks", []),
        "private_metadata": body.get("private_metadata") or "",
        "callback_id": body.get("callback_id") or "",
        "state": {"values": forms.state(body.get("blocks", []), one.values)},
        "hash": one.hash,
        "title": body.get("title", {"type": "plain_text", "text": "View Title", "emoji": True}),
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "previous_view_id": one.previous or None,
        "root_view_id": one.root or one.id,
        "app_id": workspace.app_id,
        "external_id": body.get("external_id") or "",
        "app_installed_team_id": workspace.id,
        "bot_id": workspace.bot.bot_id,
    }
    return shape
