"""views.*: open, push, update, publish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import modals, shapes
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.records import Json
    from playground.webapi.call import Call


def open_(call: Call) -> Json:
    """views.open: needs the trigger of a gesture not older than three seconds and not used before."""
    body = modals.checked(call.json("view"), "modal")
    who = modals.use_trigger(call.workspace, call.needed("trigger_id"))
    return {"view": shapes.view(call.workspace, modals.open_(call.workspace, who, body))}


def push(call: Call) -> Json:
    """views.push: on top of the modal from which the gesture came."""
    body = modals.checked(call.json("view"), "modal")
    who = modals.use_trigger(call.workspace, call.needed("trigger_id"))
    return {"view": shapes.view(call.workspace, modals.push(call.workspace, who, body))}


def update(call: Call) -> Json:
    """views.update: by view_id or external_id, refused when a given hash is no longer the view's."""
    body = modals.checked(call.json("view"), "modal")
    view = modals.find(call.workspace, call.words("view_id"), call.words("external_id"))
    return {"view": shapes.view(call.workspace, modals.update(call.workspace, view, body, call.words("hash")))}


def publish(call: Call) -> Json:
    """views.publish: a member's Home."""
    if not call.workspace.manifest.home_tab:
        raise Refusal("not_enabled")
    body = modals.checked(call.json("view"), "home")
    who = call.member("user_id")
    if not who.is_person:
        raise Refusal("user_not_found")
    return {"view": shapes.view(call.workspace, modals.publish(call.workspace, who.id, body, call.words("hash")))}
