"""The rest: auth.test, api.test, reactions.*, assistant.*, agents.*, apps.connections.open, blocks.validate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground import rules, shapes
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.records import Json
    from playground.webapi.call import Call


def api_test(call: Call) -> Json:
    """api.test: says back what it was told."""
    if call.words("error"):
        raise Refusal(call.words("error"), args=call.args)
    return {"args": call.args}


def auth_test(call: Call) -> Json:
    """auth.test: who the token speaks for."""
    workspace = call.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.name,
        "user": workspace.bot.name,
        "team_id": workspace.id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot.bot_id,
        "is_enterprise_install": False,
    }


def connections_open(call: Call) -> Json:
    """apps.connections.open: the address of a Socket Mode connection, good once."""
    return {"url": call.door.new_ticket()}


def reactions_add(call: Call) -> Json:
    """reactions.add, as the app."""
    place, name = call.place(), call.needed("name").strip(":")
    message = place.by_ts.get(call.words("timestamp"))
    if message is None:
        raise Refusal("message_not_found")
    if call.workspace.bot.id in message.reactions.get(name, []):
        raise Refusal("already_reacted")
    call.door.react(message, call.workspace.bot.id, name)
    return {}


def reactions_get(call: Call) -> Json:
    """reactions.get."""
    place = call.place()
    message = place.by_ts.get(call.words("timestamp"))
    if message is None:
        raise Refusal("message_not_found")
    return {"type": "message", "channel": place.id, "message": shapes.message(call.workspace, message)}


def set_status(call: Call) -> Json:
    """assistant.threads.setStatus and agents.sessions.setStatus: shown until the app posts there."""
    place = call.inside("channel_id")
    status = call.words("status")
    with call.workspace.change():
        if status:
            call.workspace.status[place.id] = status
        else:
            call.workspace.status.pop(place.id, None)
    return {}


def suggested_prompts(call: Call) -> Json:
    """assistant.threads.setSuggestedPrompts: at most four, each with a title and a message."""
    place, prompts = call.inside("channel_id"), call.json("prompts")
    if not isinstance(prompts, list) or not 1 <= len(prompts) <= 4:
        raise Refusal("invalid_arguments", ["[ERROR] 1 to 4 items allowed [json-pointer:/prompts]"])
    if not all(isinstance(p, dict) and p.get("title") and p.get("message") for p in prompts):
        raise Refusal("invalid_arguments", ["[ERROR] missing required field [json-pointer:/prompts]"])
    with call.workspace.change():
        call.workspace.prompts[place.id] = prompts
    return {}


def set_title(call: Call) -> Json:
    """assistant.threads.setTitle: accepted, shown nowhere."""
    call.inside("channel_id")
    return {}


def validate(call: Call) -> Json:
    """blocks.validate: the rules of this playground, not Slack's own judgement."""
    view, blocks = call.json("view"), call.json("blocks")
    if blocks is None and (message := call.json("message")) is not None:
        blocks = message.get("blocks")
    found = rules.faults_of_view(view) if view is not None else rules.faults_of_message(blocks)
    if found:
        raise Refusal("invalid_blocks", found)
    return {}
