"""The door of HTTP: Slack's requests at one path, our health at another, and nothing else."""

import json
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs
from wsgiref.types import StartResponse, WSGIEnvironment

from slack_bolt import App, BoltRequest

SLACK_PATH = "/slack/events"
HEALTH_PATH = "/health"
LARGEST = 1 << 20  # bytes of a request; Slack's own stay below a quarter of it

_REASONS = {
    200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed",
    411: "Length Required", 413: "Content Too Large", 500: "Internal Server Error", 503: "Service Unavailable",
}  # fmt: skip


class Door:
    """A WSGI application. `health` says whether all is well, and how things are."""

    def __init__(self, app: App, health: Callable[[], tuple[bool, dict[str, Any]]]) -> None:
        self._app, self._health = app, health

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        status, headers, body = self._answer(environ)
        sent = body.encode()
        start_response(f"{status} {_REASONS.get(status, 'Other')}", [*headers, ("Content-Length", str(len(sent)))])
        return [sent]

    def _answer(self, environ: WSGIEnvironment) -> tuple[int, list[tuple[str, str]], str]:
        path, method = environ.get("PATH_INFO", ""), environ["REQUEST_METHOD"]
        if path == HEALTH_PATH:
            if method not in ("GET", "HEAD"):
                return _plain(405)
            well, facts = self._health()
            return 200 if well else 503, [("Content-Type", "application/json")], json.dumps(facts)
        if path != SLACK_PATH:
            return _plain(404)
        if method != "POST":
            return _plain(405)
        return self._from_slack(environ)

    def _from_slack(self, environ: WSGIEnvironment) -> tuple[int, list[tuple[str, str]], str]:
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal():
            return _plain(411)
        if int(length) > LARGEST:
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
        answer = self._app.dispatch(BoltRequest(body=body, query=environ.get("QUERY_STRING", ""), headers=headers))
        kept = [
            (name, value) for name, values in answer.headers.items() for value in values if name != "content-length"
        ]
        return answer.status, kept, answer.body


def _is_readable(body: str, kind: str) -> bool:
    """Whether it is a JSON object, or a form whose payload is one; Slack sends nothing else."""
    try:
        if kind.startswith("application/x-www-form-urlencoded"):
            payloads = parse_qs(body, max_num_fields=100).get("payload", ["{}"])
            return isinstance(json.loads(payloads[0]), dict)
        return isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):
        return False


def _plain(status: int) -> tuple[int, list[tuple[str, str]], str]:
    return status, [("Content-Type", "text/plain; charset=utf-8")], _REASONS[status]
