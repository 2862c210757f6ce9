"""Views: open, push, update, publish, close; the stack of three; triggers and hashes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from playground import forms, rules
from playground.records import View
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.records import Json
    from playground.workspace import Workspace

TRIGGER_SECONDS = 3.0


def use_trigger(workspace: Workspace, trigger_id: str) -> str:
    """The member whose gesture a trigger stands for; refuses old, used and made-up ones."""
    trigger = workspace.triggers.get(trigger_id)
    if trigger is None:
        raise Refusal("invalid_trigger_id")
    if time.monotonic() - trigger.made > TRIGGER_SECONDS:
        raise Refusal("expired_trigger_id")
    if trigger.used:
        raise Refusal("exchanged_trigger_id")
    trigger.used = True
    return trigger.member


def checked(body: Any, type_: str) -> Json:
    """A view that Slack would accept."""
    if not isinstance(body, dict):
        raise Refusal("invalid_arguments", ["[ERROR] missing required field: view [json-pointer:/view]"])
    found = rules.faults_of_view(body)
    if not found and body["type"] != type_:
        found = [f"[ERROR] unsupported type: {body['type']} [json-pointer:/view/type]"]
    if found:
        raise Refusal("invalid_arguments", found)
    if len(str(body)) > rules.VIEW_BYTES:
        raise Refusal("view_too_large")
    return body


def _made(workspace: Workspace, owner: str, body: Json) -> View:
    _external_id_free(workspace, body, None)
    return View(workspace.new_id("V"), owner, body["type"], _named(workspace, body), _hash(workspace))


def _named(workspace: Workspace, body: Json) -> Json:
    return {**body, "blocks": forms.name_blocks(body["blocks"], workspace.secret)}


def _hash(workspace: Workspace) -> str:
    return f"{workspace.now()}.{workspace.secret(8)}"


def _external_id_free(workspace: Workspace, body: Json, but: View | None) -> None:
    wanted = body.get("external_id")
    others = (view for stack in workspace.modals.values() for view in stack if view is not but)
    if wanted and any(view.body.get("external_id") == wanted for view in others):
        raise Refusal("duplicate_external_id")


def open_(workspace: Workspace, member_id: str, body: Json) -> View:
    """A fresh modal; one that was open gives way to it."""
    with workspace.change():
        view = _made(workspace, member_id, body)
        view.root = view.id
        workspace.modals[member_id] = [view]
        return view


def push(workspace: Workspace, member_id: str, body: Json) -> View:
    """One more on top of the stack, three at most."""
    with workspace.change():
        stack = workspace.modals.setdefault(member_id, [])
        if not stack:
            raise Refusal("not_found")
        if len(stack) >= rules.MODALS:
            raise Refusal("push_limit_reached")
        view = _made(workspace, member_id, body)
        view.root, view.previous = stack[0].id, stack[-1].id
        stack.append(view)
        return view


def update(workspace: Workspace, view: View, body: Json, hash_: str | None = None) -> View:
    """Another content for an open modal; what was entered stays where block and action ids stay."""
    with workspace.change():
        if hash_ and hash_ != view.hash:
            raise Refusal("hash_conflict")
        _external_id_free(workspace, body, view)
        view.body, view.hash = _named(workspace, body), _hash(workspace)
        kept = {(p.block_id, p.action_id) for p in forms.places(view.body["blocks"])}
        view.values = {
            block: {action: value for action, value in entered.items() if (block, action) in kept}
            for block, entered in view.values.items()
        }
        return view


def publish(workspace: Workspace, member_id: str, body: Json, hash_: str | None = None) -> View:
    """A member's Home."""
    with workspace.change():
        home = workspace.homes.get(member_id)
        if home is not None:
            return update(workspace, home, body, hash_)
        home = _made(workspace, member_id, body)
        workspace.homes[member_id] = home
        return home


def close(workspace: Workspace, view: View) -> None:
    """The view leaves the stack; the one below is seen again."""
    with workspace.change():
        stack = workspace.modals.get(view.owner, [])
        workspace.modals[view.owner] = [v for v in stack if v is not view]


def clear(workspace: Workspace, member_id: str) -> list[View]:
    """The whole stack goes; returns what was on it, the top one first."""
    with workspace.change():
        return workspace.modals.pop(member_id, [])[::-1]


def find(workspace: Workspace, view_id: str, external_id: str) -> View:
    """An open modal by either of its names."""
    for stack in workspace.modals.values():
        for view in stack:
            if (view_id and view.id == view_id) or (external_id and view.body.get("external_id") == external_id):
                return view
    raise Refusal("not_found")
