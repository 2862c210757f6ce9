"""The door of HTTP: Slack's requests at one path, our health at another, and nothing else."""

import json
import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs
from wsgiref.types import StartResponse, WSGIEnvironment

from slack_bolt import App, BoltRequest

log = logging.getLogger(__name__)

SLACK_PATH = "/slack/events"
HEALTH_PATH = "/health"
CROWD = 4  # requests at once; Slack's own bursts rarely come to it
LARGEST = 1 << 20  # bytes of a request; Slack's own stay below a quarter of it
READ_PAST = 8 << 20  # bytes of a refused request that are read, so that its sender comes to read the refusal

_REASONS = {
    200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed",
    411: "Length Required", 413: "Content Too Large", 500: "Internal Server Error", 503: "Service Unavailable",
}  # fmt: skip


class Door:
    """A WSGI application. `health` says whether all is well, and how things are."""

    def __init__(self, app: App, health: Callable[[], tuple[bool, dict[str, Any]]]) -> None:
        self._app, self._health = app, health
        self._lock, self._inside = threading.Lock(), 0

    @property
    def crowded(self) -> bool:
        """Whether several requests wait for their answer at once."""
        return self._inside >= CROWD

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with self._lock:
            self._inside += 1
        try:
            status, headers, body = self._answer(environ)
        except Exception:
            log.exception("a request could not be answered")
            status, headers, body = _plain(500)
        finally:
            with self._lock:
                self._inside -= 1
        sent = body.encode()
        start_response(f"{status} {_REASONS.get(status, 'Other')}", [*headers, ("Content-Length", str(len(sent)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [sent]

    def _answer(self, environ: WSGIEnvironment) -> tuple[int, list[tuple[str, str]], str]:
        path, method = environ.get("PATH_INFO", ""), environ["REQUEST_METHOD"]
        if path == HEALTH_PATH:
            if method not in ("GET", "HEAD"):
                _read_past(environ)
                return _plain(405, allow="GET, HEAD")
            well, facts = self._health()
            return 200 if well else 503, [("Content-Type", "application/json")], json.dumps(facts)
        if path != SLACK_PATH:
            _read_past(environ)
            return _plain(404)
        if method != "POST":
            _read_past(environ)
            return _plain(405, allow="POST")
        return self._from_slack(environ)

    def _from_slack(self, environ: WSGIEnvironment) -> tuple[int, list[tuple[str, str]], str]:
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal():
            return _plain(411)
        if len(length) > 9 or int(length) > LARGEST:
            _read_past(environ)
            return _plain(413)
        try:
            body = environ["wsgi.input"].read(int(length)).decode("utf-8")
        except UnicodeDecodeError:
            return _plain(400)
        if not _is_readable(body, environ.get("CONTENT_TYPE", "")):
            return _plain(400)
        headers = {
            name[5:].replace("_", "-").lower(): value for name, value in environ.items() if name.startswith("HTTP_")
        }
        headers["content-type"] = environ.get("CONTENT_TYPE", "")
        if not _may_be_signed(headers):
            return _plain(401)
        try:
            request = BoltRequest(body=body, query=environ.get("QUERY_STRING", ""), headers=headers)
        except (AttributeError, KeyError, TypeError, ValueError):  # objects where Slack has none, or the reverse
            return _plain(400)
        answer = self._app.dispatch(request)
        kept = [
            (name, value) for name, values in answer.headers.items() for value in values if name != "content-length"
        ]
        return answer.status, kept, answer.body


def _read_past(environ: WSGIEnvironment) -> None:
    """Read what nobody wants, up to a bound: a connection closed on unread bytes is reset, and the answer lost with it.

    Beyond the bound nothing is read: nobody honest sends that much, and others need no answer.
    """
    length = environ.get("CONTENT_LENGTH") or ""
    if not length.isdecimal() or len(length) > 9 or int(length) > READ_PAST:
        return
    left = int(length)
    while left > 0 and (piece := environ["wsgi.input"].read(min(left, 1 << 16))):
        left -= len(piece)


def _is_readable(body: str, kind: str) -> bool:
    """Whether it is a JSON object, or a form whose payload is one; Slack sends nothing else."""
    try:
        if kind.startswith("application/x-www-form-urlencoded"):
            payloads = parse_qs(body, max_num_fields=100).get("payload", ["{}"])
            return isinstance(json.loads(payloads[0]), dict)
        return isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):
        return False


def _may_be_signed(headers: dict[str, str]) -> bool:
    """Whether a signature is there that Bolt can check: on any other one, its check itself fails."""
    signature, at = headers.get("x-slack-signature", ""), headers.get("x-slack-request-timestamp", "")
    return signature.isascii() and at.isascii() and at.isdecimal() and len(at) < 12


def _plain(status: int, allow: str = "") -> tuple[int, list[tuple[str, str]], str]:
    allowed = [("Allow", allow)] if allow else []
    return status, [("Content-Type", "text/plain; charset=utf-8"), *allowed], _REASONS[status]
