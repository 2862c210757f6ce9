"""The only reader of Slack's payloads: what came in becomes an utterance, a press, a submission, a profile."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from assistant.facts import Profile, Standing
from assistant.ids import AccountId, DeliveryId, WorkspaceId
from assistant.said import ButtonPress, FormSubmission, Surface, Utterance, Where
from handlers import ids
from handlers.errors import Malformed

LONGEST = 4_000  # characters; a message of Slack's may hold 40,000, nobody tells of a meeting in as many

# Words must not change the direction or look of what stands around them.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_SPOKEN = frozenset((None, "", "file_share", "thread_broadcast", "me_message"))
_AT_AN_ORGANISATION = re.compile(r"^(?P<title>.+?)(?:\s+at\s+|\s+@\s*|,\s+|\s+[–—|]\s+)(?P<organisation>\S.*)$")


def is_spoken(event: Mapping[str, Any]) -> bool:
    """A person's own message in a private conversation: no bot's, no edit, no notice."""
    return (
        event.get("subtype") in _SPOKEN
        and event.get("channel_type") == "im"
        and not event.get("bot_id")
        and bool(event.get("user"))
        and not event.get("hidden")
    )


def utterance(body: Mapping[str, Any], workspace: WorkspaceId, bot: AccountId) -> Utterance:
    """A message or mention. Raises Malformed."""
    event = _part(body, "event")
    mention = event.get("type") == "app_mention"
    words = clean(_text(event, "text"))
    where = Where(_text(event, "channel"), _text(event, "ts"), _text(event, "thread_ts", required=False))
    return Utterance(
        workspace=workspace,
        speaker=AccountId(_text(event, "user")),
        words=_without_our_name(words, bot) if mention else words,
        surface=Surface.MENTION if mention else Surface.DM,
        where=where,
        said_at=moment(_text(event, "ts")),
        delivery=DeliveryId(_delivery(body, event, mention)),
    )


def _delivery(body: Mapping[str, Any], event: Mapping[str, Any], mention: bool) -> str:
    """Slack's id of the delivery. A mention in our private conversation arrives as a message too: its ts is the same."""
    if mention and _text(event, "channel").startswith("D"):
        raise Malformed("heard as a message already")
    return _text(body, "event_id")


def command(body: Mapping[str, Any], workspace: WorkspaceId, now: datetime) -> Utterance:
    """The words after a slash command. Raises Malformed."""
    return Utterance(
        workspace=workspace,
        speaker=AccountId(_text(body, "user_id")),
        words=clean(_text(body, "text", required=False)),
        surface=Surface.COMMAND,
        where=Where(_text(body, "channel_id")),
        said_at=now,
        delivery=DeliveryId(f"command:{_text(body, 'trigger_id')}"),
        command=_text(body, "command"),
    )


def press(body: Mapping[str, Any], workspace: WorkspaceId) -> ButtonPress:
    """A button. Raises Malformed."""
    actions = body.get("actions")
    if not isinstance(actions, list) or not actions or not isinstance(actions[0], dict):
        raise Malformed("no action in it")
    action = actions[0]
    return ButtonPress(
        workspace=workspace,
        speaker=AccountId(_text(_part(body, "user"), "id")),
        button=ids.button_of(_text(action, "action_id")),
        of=_text(action, "value", required=False),
        where=_pressed_at(body),
        pressed_at=moment(_text(action, "action_ts")),
    )


def _pressed_at(body: Mapping[str, Any]) -> Where:
    container = body.get("container")
    if not isinstance(container, dict) or container.get("type") != "message":
        return Where("")
    fleeting = _text(body, "response_url", required=False) if container.get("is_ephemeral") else ""
    return Where(
        _text(container, "channel_id", required=False),
        _text(container, "message_ts", required=False),
        _text(container, "thread_ts", required=False),
        fleeting,
    )


def submission(body: Mapping[str, Any], workspace: WorkspaceId, now: datetime) -> FormSubmission:
    """A form that was sent off. Raises Malformed."""
    view = _part(body, "view")
    try:
        kept = json.loads(_text(view, "private_metadata", required=False) or "{}")
        values = view["state"]["values"]
        fields = {block: _value(next(iter(elements.values()))) for block, elements in values.items()}
        where = Where(str(kept.get("conversation", "")), fleeting=str(kept.get("fleeting", "")))
        version = int(kept.get("version", 0))
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration) as problem:
        raise Malformed("not a form of ours") from problem
    return FormSubmission(
        workspace=workspace,
        speaker=AccountId(_text(_part(body, "user"), "id")),
        form=ids.form_of(_text(view, "callback_id")),
        of=str(kept.get("of", "")),
        version=version,
        fields=fields,
        where=where,
        sent_at=now,
        delivery=DeliveryId(f"view:{_text(view, 'id')}"),
    )


def _value(element: Mapping[str, Any]) -> str | tuple[str, ...]:
    if "selected_options" in element:
        return tuple(clean(str(option["value"])) for option in element["selected_options"] or ())
    given = element.get("value") or element.get("selected_date") or element.get("selected_time") or ""
    return clean(str(given))


def profile(member: Mapping[str, Any], workspace: WorkspaceId) -> Profile:
    """An account as users.list, users.info, team_join and user_change tell of it. Raises Malformed."""
    told = member.get("profile")
    told = told if isinstance(told, dict) else {}
    account = AccountId(_text(member, "id"))
    names = (told.get("real_name"), member.get("real_name"), told.get("display_name"), member.get("name"), account)
    title, organisation = _title(clean_line(str(told.get("title") or "")))
    return Profile(
        account=account,
        name=next(name for one in names if (name := clean_line(str(one or "")))),
        display_name=clean_line(str(told.get("display_name") or "")),
        handle=clean_line(str(member.get("name") or "")),
        email=clean_line(str(told.get("email") or "")),
        organisation=organisation,
        title=title,
        zone=str(member.get("tz") or "UTC")[:64],
        picture=str(told.get("image_72") or told.get("image_48") or ""),
        standing=_standing(member, workspace),
    )


def _standing(member: Mapping[str, Any], workspace: WorkspaceId) -> Standing:
    if member.get("deleted"):
        return Standing.DEACTIVATED
    if member.get("is_bot") or member.get("is_workflow_bot") or member.get("id") == "USLACKBOT":
        return Standing.BOT
    if member.get("is_stranger") or member.get("team_id", workspace) != workspace:
        return Standing.EXTERNAL
    return Standing.GUEST if member.get("is_restricted") or member.get("is_ultra_restricted") else Standing.ACTIVE


def _title(title: str) -> tuple[str, str]:
    """ "Photographer at Bloom & Co" tells of an organisation too; profiles have no field of their own for it."""
    both = _AT_AN_ORGANISATION.match(title)
    return (both["title"], both["organisation"]) if both else (title, "")


def moment(ts: str) -> datetime:
    """The instant of a Slack timestamp, "1764000000.000100". Raises Malformed."""
    try:
        return datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError) as problem:
        raise Malformed("no time in it") from problem


def clean(text: str) -> str:
    """What somebody typed, without characters that are not seen, at most `LONGEST` long."""
    kept = _UNSEEN.sub("", text[:LONGEST])
    if kept.isascii() and kept.isprintable():
        return kept
    return "".join(one for one in kept if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs", "Cn"))


def clean_line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean(text).split())


def _without_our_name(words: str, bot: AccountId) -> str:
    return re.sub(rf"^\s*(?:<@{re.escape(bot)}(?:\|[^>]*)?>[\s:,]*)+", "", words)


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = body.get(name)
    if not isinstance(part, dict):
        raise Malformed(f"no {name} in it")
    return part


def _text(part: Mapping[str, Any], name: str, required: bool = True) -> str:
    value = part.get(name)
    if isinstance(value, str) and (value or not required or name == "text"):
        return value
    if required:
        raise Malformed(f"no {name} in it")
    return ""
