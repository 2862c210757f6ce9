"""Deliveries as signed HTTP requests, as an app with a Request URL receives them."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx

from playground.delivery import Outcome

if TYPE_CHECKING:
    from ssl import SSLContext

    from playground.records import Json


class SignedHttp:
    """POSTs to `address`: JSON for events, form fields for commands, one `payload` field for interactions."""

    def __init__(self, address: str | None, signing_secret: str) -> None:
        self.address = address
        self._secret = signing_secret.encode()
        # A connection for each: one kept open may be closed by the app just when the next delivery sets out.
        limits = httpx.Limits(max_connections=100, max_keepalive_connections=0)
        # trust_env off: a proxy in the environment has no business on the way to one's own machine.
        self._client = httpx.AsyncClient(limits=limits, trust_env=False, verify=_trusted())

    @property
    def connected(self) -> bool:
        """Whether the app said where it is."""
        return self.address is not None

    def sign(self, body: bytes, at: int) -> str:
        """The v0 signature of a body sent at a unix time."""
        return "v0=" + hmac.new(self._secret, b"v0:%d:" % at + body, hashlib.sha256).hexdigest()

    async def carry(self, kind: str, payload: Json, within: float, retry: int, reason: str) -> Outcome:
        """One request; anything but 2xx in time is a failure that Slack may repeat."""
        if self.address is None:
            return Outcome("connection_failed", "not connected")
        body, type_ = _encoded(kind, payload)
        at = int(time.time())
        headers = {
            "Content-Type": type_,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": str(at),
            "X-Slack-Signature": self.sign(body, at),
        }
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason}
        try:
            response = await self._client.post(self.address, content=body, headers=headers, timeout=within)
        except httpx.TimeoutException:
            return Outcome("http_timeout", "timeout")
        except httpx.TransportError as error:
            return Outcome("connection_failed", type(error).__name__)
        final = response.headers.get("x-slack-no-retry") == "1"
        if not response.is_success:
            return Outcome("http_error", response.status_code, response.text, final)
        return Outcome("", response.status_code, _decoded(response), final)

    async def stop(self) -> None:
        """Close what is open."""
        await self._client.aclose()


@cache
def _trusted() -> SSLContext:
    """Whom the machine trusts, read once for all the workspaces of a process."""
    return httpx.create_ssl_context(trust_env=False)


def _encoded(kind: str, payload: Json) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _decoded(response: httpx.Response) -> Any:
    """JSON, or plain words as an app may answer a command with; None when there is nothing."""
    if not response.content:
        return None
    try:
        return response.json()
    except ValueError:
        return response.text
