"""The door of HTTP, through a real server: what is let in, and how everything else is turned away."""

import json
import time
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest
from slack_sdk.signature import SignatureVerifier

from playground import Playground
from wellmet.build import Wellmet

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
EVENT = json.dumps({"type": "event_callback", "event_id": "Ev1", "event": {"type": "nothing_known"}})


def ask(
    playground: Playground, method: str, path: str, body: str | bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, str, dict[str, str]]:
    """Status, body and headers of an answer."""
    connection = HTTPConnection(urlsplit(str(playground.events_url)).netloc, timeout=5)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.getheaders())
    finally:
        connection.close()


def signed(secret: str, body: str, at: float | None = None, kind: dict[str, str] = JSON) -> dict[str, str]:
    """Headers as Slack sends them."""
    timestamp = str(int(time.time() if at is None else at))
    signature = SignatureVerifier(secret).generate_signature(timestamp=timestamp, body=body) or ""
    return {**kind, "X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}


def post(playground: Playground, body: str | bytes, headers: dict[str, str]) -> tuple[int, str]:
    status, said, _ = ask(playground, "POST", "/slack/events", body, headers)
    assert "Traceback" not in said
    return status, said


def test_what_slack_signed_is_let_in(playground: Playground, wellmet: Wellmet) -> None:
    assert post(playground, EVENT, signed(playground.signing_secret, EVENT))[0] == 200


def test_a_forged_signature_is_refused(playground: Playground, wellmet: Wellmet) -> None:
    assert post(playground, EVENT, signed("somebody else's secret", EVENT))[0] == 401


def test_an_old_signature_is_refused(playground: Playground, wellmet: Wellmet) -> None:
    assert post(playground, EVENT, signed(playground.signing_secret, EVENT, time.time() - 600))[0] == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Signature": "v0=1"},
        {"X-Slack-Request-Timestamp": "yesterday", "X-Slack-Signature": "v0=1"},
        {"X-Slack-Request-Timestamp": "9" * 20, "X-Slack-Signature": "v0=1"},
        {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=\xe9"},
    ],
)
def test_what_is_not_even_a_signature_is_refused(
    playground: Playground, wellmet: Wellmet, headers: dict[str, str]
) -> None:
    assert post(playground, EVENT, JSON | headers)[0] == 401


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff\xfe", b"null", b'{"event": {"channel": 1}}', b"[" * 100_000])
def test_what_cannot_be_read_is_refused(playground: Playground, wellmet: Wellmet, body: bytes) -> None:
    headers = JSON | {"X-Slack-Request-Timestamp": str(int(time.time())), "X-Slack-Signature": "v0=1"}
    assert post(playground, body, headers)[0] == 400


def test_a_form_whose_payload_is_no_object_is_refused(playground: Playground, wellmet: Wellmet) -> None:
    body = urlencode({"payload": "[1"})
    assert post(playground, body, signed(playground.signing_secret, body, kind=FORM))[0] == 400


def test_a_body_of_more_than_a_mebibyte_is_refused(playground: Playground, wellmet: Wellmet) -> None:
    assert post(playground, b" " * ((1 << 20) + 1), JSON)[0] == 413


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "/slack/events", 413), ("PUT", "/slack/events", 405), ("POST", "/health", 405), ("POST", "/else", 404)],
)
def test_who_is_refused_comes_to_read_it_however_much_they_send(
    playground: Playground, wellmet: Wellmet, method: str, path: str, status: int
) -> None:
    assert ask(playground, method, path, b" " * (6 << 20), JSON)[0] == status


def test_other_paths_and_methods_are_turned_away(playground: Playground, wellmet: Wellmet) -> None:
    assert ask(playground, "GET", "/")[0] == 404
    assert ask(playground, "POST", "/slack/events/")[0] == 404
    status, _, headers = ask(playground, "GET", "/slack/events")
    assert (status, headers["Allow"]) == (405, "POST")
    assert ask(playground, "POST", "/health", b"{}")[0] == 405


def test_health_tells_how_things_are(playground: Playground, wellmet: Wellmet) -> None:
    status, body, headers = ask(playground, "GET", "/health")
    facts = json.loads(body)
    assert (status, headers["Content-Type"]) == (200, "application/json")
    assert facts["database"]
    assert facts["worker"]
    assert facts["workspace"] == "Playground"
    assert facts["version"]


def test_health_is_unwell_when_the_worker_has_stopped(playground: Playground, wellmet: Wellmet) -> None:
    wellmet.worker.stop()
    status, body, _ = ask(playground, "GET", "/health")
    assert status == 503
    assert not json.loads(body)["worker"]


def test_a_database_file_that_was_taken_away_is_unwell_and_said_to_its_reader(
    playground: Playground, wellmet: Wellmet
) -> None:
    file = wellmet.database.file
    assert file
    kept = file.rename(file.with_suffix(".kept"))
    status, body, _ = ask(playground, "GET", "/health")
    assert (status, json.loads(body)["database"]) == (503, False)
    maya = playground.member("Maya")
    answer = maya.command("/met", "Linn yesterday")
    assert answer.message
    assert "nothing was saved" in answer.message.words
    assert "Linn yesterday" in answer.message.words
    kept.rename(file)
    assert ask(playground, "GET", "/health")[0] == 200
