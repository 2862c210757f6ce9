"""The pieces of Slack's payloads, read with care: what is missing, or is not what it should be, is Malformed."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from assistant.ids import AccountId
from handlers.errors import Malformed
from handlers.mrkdwn import taken, unescape

Payload = Mapping[str, Any]

_TS = re.compile(r"\d{1,11}\.\d{1,6}")
_ACCOUNT = re.compile(r"[A-Z0-9]{2,40}")
_ADDRESS = re.compile(r"https?://[!-~]{3,2000}")


def part(of: Payload, name: str) -> Payload:
    """What stands there under that name."""
    found = of.get(name)
    if not isinstance(found, Mapping):
        raise Malformed(f"no {name}")
    return found


def maybe(of: Payload, name: str) -> str:
    """A text; "" where there is none."""
    found = of.get(name)
    return found if isinstance(found, str) else ""


def identifier(of: Payload, name: str) -> str:
    """Something short in printable ASCII."""
    found = of.get(name)
    if not (isinstance(found, str) and found.isascii() and found.isprintable() and 0 < len(found) <= 255):
        raise Malformed(f"no {name}")
    return found


def account(found: Any) -> AccountId:
    """Somebody's account."""
    if not (isinstance(found, str) and _ACCOUNT.fullmatch(found)):
        raise Malformed("nobody")
    return AccountId(found)


def moment(ts: str) -> datetime:
    """The moment that Slack writes as "1763.000001"."""
    if not (ts.isascii() and _TS.fullmatch(ts)):
        raise Malformed("no time")
    return datetime.fromtimestamp(float(ts), UTC)


def as_typed(value: Any) -> str:
    """A text typed into a field, which is not markup: what Slack escaped is what was typed."""
    return unescape(taken(value)) if isinstance(value, str) else ""


def trigger(body: Payload) -> str:
    """What opens a form or window within three seconds; "" when there is nothing."""
    return maybe(body, "trigger_id")


def address(body: Payload) -> str:
    """Where messages about the gesture may be sent for half an hour; "" for those that stand in no conversation."""
    given = maybe(body, "response_url")
    return given if _ADDRESS.fullmatch(given) else ""
