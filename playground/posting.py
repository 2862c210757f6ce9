"""The app says something: one way for chat.postMessage, ephemerals, acknowledgements and response_urls."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from playground import forms, rules, typed
from playground.refusal import Refusal

if TYPE_CHECKING:
    from playground.records import Blocks, Conversation, Json, Message
    from playground.workspace import Workspace


def content(said: Json, *, at_most: int = rules.TEXT_AT_MOST) -> tuple[str, Blocks]:
    """The text and blocks of something said, or the refusal Slack would give."""
    text, blocks = str(said.get("text") or ""), parsed(said.get("blocks"))
    if marked := said.get("markdown_text"):
        if text or blocks:
            raise Refusal("markdown_text_conflict")
        blocks = [{"type": "markdown", "text": str(marked)}]
    attachments = parsed(said.get("attachments"))
    if not text and not blocks and not attachments:
        raise Refusal("no_text")
    if len(text) > at_most:
        raise Refusal("msg_too_long")
    if blocks and (found := rules.faults_of_message(blocks)):
        raise Refusal("invalid_blocks", found)
    return text, blocks or []


def parsed(value: Any) -> Any:
    """A JSON argument that may have come as a string, as in form bodies."""
    if isinstance(value, str) and value:
        try:
            return json.loads(value)
        except ValueError:
            raise Refusal("invalid_blocks", ["[ERROR] not valid JSON"]) from None
    return value


def metadata(said: Json) -> Json | None:
    """The metadata of something said, checked."""
    given = said.get("metadata")
    if not given:
        return None
    try:
        given = json.loads(given) if isinstance(given, str) else given
    except ValueError:
        raise Refusal("invalid_metadata_format") from None
    if len(str(given)) > rules.METADATA_BYTES:
        raise Refusal("metadata_too_large")
    if found := rules.faults_of_metadata(given):
        raise Refusal("invalid_metadata_schema", found)
    return dict(given)


def pace(workspace: Workspace, place: Conversation) -> None:
    """One message a second a channel, if the playground was asked to keep to it; refuses with `ratelimited`."""
    now = time.monotonic()
    if workspace.paced and now - place.last_post < 1:
        raise Refusal("ratelimited", retry_after=1)
    place.last_post = now


def say(
    workspace: Workspace,
    place: Conversation,
    said: Json,
    *,
    to: str | None = None,
    thread_ts: str | None = None,
) -> Message:
    """Post as the app; `to` makes it ephemeral for that member."""
    text, blocks = content(said)
    about = metadata(said)
    if said.get("link_names") or said.get("parse") == "full":
        text = typed.linked(workspace, text)
    message = workspace.post(
        place,
        workspace.bot.id,
        text,
        forms.name_blocks(blocks, workspace.secret),
        to=to,
        thread_ts=thread_ts,
        metadata=about,
        bot_id=workspace.bot.bot_id,
    )
    workspace.status.pop(place.id, None)
    return message


def rewrite(workspace: Workspace, message: Message, said: Json, *, at_most: int = rules.TEXT_AT_MOST) -> None:
    """Replace what a message of the app says; blocks that are not given again are dropped with the old text."""
    text, blocks = content(said, at_most=at_most)
    about = metadata(said)
    with workspace.change():
        message.text = text
        message.blocks = forms.name_blocks(blocks, workspace.secret)
        message.edited = workspace.new_ts()
        if about is not None:
            message.metadata = about
