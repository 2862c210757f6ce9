"""What Slack refuses: the documented limits of messages and views, in Slack's words, with the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playground.blocks import Checker

if TYPE_CHECKING:
    from playground.records import Json

# docs.slack.dev/reference/block-kit/blocks and /surfaces, read in 2026.
BLOCKS_A_MESSAGE = 50
BLOCKS_A_VIEW = 100
MARKDOWN_A_MESSAGE = 12_000
TEXT_AT_MOST = 40_000
UPDATE_AT_MOST = 4_000
PRIVATE_METADATA = 3_000
MODALS = 3
VIEW_TITLE = 24
VIEW_BYTES = 250_000
METADATA_BYTES = 16_000

_EVERY_VIEW = ("type", "blocks", "private_metadata", "callback_id", "external_id")
_MODAL = ("title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled")
_HOME_FIELDS = frozenset(_EVERY_VIEW)
_VIEW_FIELDS = frozenset((*_EVERY_VIEW, *_MODAL))


def faults_of_message(blocks: Any) -> list[str]:
    """What Slack would find wrong with the blocks of a message; empty when nothing."""
    check = Checker("message")
    check.blocks("/blocks", blocks, BLOCKS_A_MESSAGE)
    if not check.found:
        total = sum(len(b.get("text", "")) for b in blocks if b.get("type") == "markdown")
        check.that(total <= MARKDOWN_A_MESSAGE, f"no more than {MARKDOWN_A_MESSAGE} characters of markdown", "/blocks")
    return check.found


def faults_of_view(view: Any) -> list[str]:
    """What Slack would find wrong with a modal or a Home; empty when nothing."""
    if not isinstance(view, dict):
        return ["[ERROR] must provide an object [json-pointer:/view]"]
    type_ = view.get("type")
    if type_ not in ("modal", "home"):
        return ["[ERROR] unsupported type: must be modal or home [json-pointer:/view/type]"]
    check = Checker(type_)
    check.fields("/view", view, _VIEW_FIELDS if type_ == "modal" else _HOME_FIELDS, ("type", "blocks"))
    if type_ == "modal":
        _modal(check, view)
    check.words("/view/private_metadata", view.get("private_metadata"), PRIVATE_METADATA, least=0)
    check.words("/view/callback_id", view.get("callback_id"), 255, least=0)
    check.words("/view/external_id", view.get("external_id"), 255, least=0)
    if "blocks" in view:
        check.blocks("/view/blocks", view["blocks"], BLOCKS_A_VIEW)
    return check.found


def _modal(check: Checker, view: Json) -> None:
    if "title" not in view:
        check.add("missing required field: title", "/view")
    for name in ("title", "submit", "close"):
        if name in view:
            check.text(f"/view/{name}", view[name], VIEW_TITLE, kinds=("plain_text",))
    listed = [b for b in view.get("blocks", ()) if isinstance(b, dict)]
    if any(b.get("type") == "input" for b in listed) and "submit" not in view:
        check.add("missing required field: submit (a view with input blocks needs it)", "/view")


def faults_of_metadata(metadata: Any) -> list[str]:
    """What Slack would find wrong with a message's metadata."""
    check = Checker("message")
    if not isinstance(metadata, dict):
        check.add("must provide an object", "/metadata")
        return check.found
    check.fields(
        "/metadata", metadata, frozenset(("event_type", "event_payload", "entities")), ("event_type", "event_payload")
    )
    check.that(isinstance(metadata.get("event_payload"), dict), "must provide an object", "/metadata/event_payload")
    return check.found


def faults_of_options(answer: Json) -> list[str]:
    """What Slack would find wrong with the options an app offers for an external select."""
    check = Checker("modal")
    if "option_groups" in answer:
        check.groups("/option_groups", answer["option_groups"])
    else:
        check.options("/options", answer.get("options"), least=0)
    return check.found
