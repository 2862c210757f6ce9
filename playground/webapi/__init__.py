"""The Web API: the table of its methods, and what happens to every call before and after its method."""

from __future__ import annotations

import hmac
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.refusal import Refusal
from playground.webapi import chat, conversations, files, others, people, views
from playground.webapi.call import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.delivery import Door
    from playground.records import Json


@dataclass(frozen=True, slots=True)
class Method:
    """A method: what it does, the scopes of which it needs one, and its tier (calls a minute)."""

    do: Callable[[Call], Json]
    scopes: tuple[str, ...] = ()
    tier: int = 50
    token: str = "bot"


METHODS: dict[str, Method] = {
    "api.test": Method(others.api_test, token="none"),
    "auth.test": Method(others.auth_test, tier=600),
    "apps.connections.open": Method(others.connections_open, tier=1, token="app"),
    "users.list": Method(people.users_list, ("users:read",), 20),
    "users.info": Method(people.users_info, ("users:read",), 100),
    "users.profile.get": Method(people.users_profile, ("users.profile:read",), 100),
    "team.info": Method(people.team_info, ("team:read",)),
    "bots.info": Method(people.bots_info, ("users:read",)),
    "dnd.info": Method(people.dnd_info, ("dnd:read",)),
    "dnd.teamInfo": Method(people.dnd_team, ("dnd:read",), 20),
    "usergroups.list": Method(people.usergroups, ("usergroups:read",), 20),
    "conversations.open": Method(conversations.open_, ("im:write", "mpim:write")),
    "conversations.info": Method(conversations.info),
    "conversations.list": Method(conversations.list_, tier=20),
    "conversations.members": Method(conversations.members, tier=100),
    "conversations.history": Method(conversations.history),
    "conversations.replies": Method(conversations.replies),
    "conversations.join": Method(conversations.join, ("channels:join",)),
    "chat.postMessage": Method(chat.post_message, ("chat:write",), 60),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",), 100),
    "chat.update": Method(chat.update, ("chat:write",)),
    "chat.delete": Method(chat.delete, ("chat:write",)),
    "chat.getPermalink": Method(chat.permalink, tier=100),
    "views.open": Method(views.open_, tier=100),
    "views.push": Method(views.push, tier=100),
    "views.update": Method(views.update, tier=100),
    "views.publish": Method(views.publish, tier=100),
    "files.getUploadURLExternal": Method(files.upload_url, ("files:write",), 100),
    "files.completeUploadExternal": Method(files.complete, ("files:write",), 100),
    "reactions.add": Method(others.reactions_add, ("reactions:write",)),
    "reactions.get": Method(others.reactions_get, ("reactions:read",)),
    "assistant.threads.setStatus": Method(others.set_status, ("assistant:write", "chat:write")),
    "assistant.threads.setSuggestedPrompts": Method(others.suggested_prompts, ("assistant:write",)),
    "assistant.threads.setTitle": Method(others.set_title, ("assistant:write",)),
    "agents.sessions.setStatus": Method(others.set_status, ("assistant:write", "chat:write")),
    "blocks.validate": Method(others.validate, token="none"),
}


def answer(door: Door, name: str, token: str, args: Json) -> Json:
    """What Slack answers to one call: `ok` true with what the method brings, or false with an error."""
    try:
        method = METHODS.get(name)
        if method is None:
            raise Refusal("unknown_method", req_method=name)
        _check_token(door, method, token)
        call = Call(door, args)
        if method.token == "bot":
            call.scope(*method.scopes)
        _keep_to_tier(door, name, method)
        with door.workspace.changed:
            return {"ok": True, **method.do(call)}
    except Refusal as refusal:
        return {"ok": False, "error": refusal.error, **refusal.more}


def _keep_to_tier(door: Door, name: str, method: Method) -> None:
    """So many calls a minute of each method, when the playground was asked to keep to it."""
    if not door.workspace.tiered:
        return
    now, calls = time.monotonic(), door.recent.setdefault(name, deque())
    while calls and now - calls[0] > 60:
        calls.popleft()
    if len(calls) >= method.tier:
        raise Refusal("ratelimited", retry_after=max(1, int(61 - (now - calls[0]))))
    calls.append(now)


def _check_token(door: Door, method: Method, token: str) -> None:
    if method.token == "none":
        return
    if not token:
        raise Refusal("not_authed")
    keys = door.keys
    if hmac.compare_digest(token, keys.app_token):
        if method.token != "app":
            raise Refusal("not_allowed_token_type")
    elif not hmac.compare_digest(token, keys.bot_token):
        raise Refusal("invalid_auth")
    elif not door.workspace.installed:
        raise Refusal("account_inactive")
    elif method.token == "app":
        raise Refusal("not_allowed_token_type")
