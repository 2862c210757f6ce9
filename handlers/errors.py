"""Slack's errors as ours, in one table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from slack_sdk.errors import SlackApiError, SlackRequestError

from assistant.errors import WellmetError


class Malformed(WellmetError):
    """Slack, or somebody in its name, sent what cannot be read. Nothing was done."""


class SlackTrouble(WellmetError):
    """A call to Slack did not go as wished."""


class Busy(SlackTrouble):
    """Nothing was done; the same call may be made again after `wait`."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Slack asks to wait {retry_after} s")
        self.wait = timedelta(seconds=retry_after)


class Uncertain(SlackTrouble):
    """The call may have been carried out or not: a 5xx, a time-out, a dropped connection, an answer nobody can read."""


class Impossible(SlackTrouble):
    """Nothing was done, and the same call will never succeed; `code` is Slack's."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


class TokenRevoked(SlackTrouble):
    """The workspace has removed Wellmet, or its token is not valid any more."""


# Everything not named here is Impossible: Slack has judged the call itself, so repeating it changes nothing.
# https://docs.slack.dev/reference/methods/chat.postMessage#errors, and the errors common to all methods.
TABLE: dict[str, type[SlackTrouble]] = {
    **dict.fromkeys(("ratelimited", "rate_limited", "message_limit_exceeded"), Busy),
    **dict.fromkeys(
        (
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",  # the workspace is being moved; the call works again afterwards
        ),
        Uncertain,
    ),
    **dict.fromkeys(
        ("invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed", "app_uninstalled"),
        TokenRevoked,
    ),
}
_NO_JSON = "Received a response in a non-JSON format"  # how the SDK words it, in the place of Slack's code
WAIT = 5  # seconds, when Slack is busy and does not say for how long


@contextmanager
def slack_errors() -> Iterator[None]:
    """Turn what the SDK raises during one call into a SlackTrouble. Nothing but the call belongs inside."""
    try:
        yield
    except SlackApiError as error:
        raise told(error) from error
    except (OSError, HTTPException, ValueError, AttributeError, SlackRequestError) as error:
        # Time-outs and dropped connections are OSErrors. ValueError: an answer in no known encoding. AttributeError:
        # the SDK's own, for an answer that is JSON and no object. SlackRequestError: a file that was not taken.
        raise Uncertain(f"{type(error).__name__}: {error}") from error


def told(error: SlackApiError) -> SlackTrouble:
    """What an answer of Slack's means for whoever called."""
    response: Any = error.response
    status = getattr(response, "status_code", 200)
    answer = getattr(response, "data", response)
    answer = answer if isinstance(answer, dict) else {}
    code = str(answer.get("error", ""))
    kind = TABLE.get(code, Impossible)
    if status == 429 or kind is Busy:
        return Busy(_seconds(getattr(response, "headers", None) or {}))
    if status >= 500 or kind is Uncertain or not code or code.startswith(_NO_JSON):
        return Uncertain(f"{status} {code}")
    if kind is TokenRevoked:
        return TokenRevoked(code)
    return Impossible(code, _detail(answer))


def _detail(answer: dict[str, Any]) -> str:
    """The scope that is missing, or Slack's complaints about blocks; never what somebody wrote."""
    if "needed" in answer:
        return f"needs {answer['needed']}"
    about = answer.get("response_metadata")
    complaints = about.get("messages", ()) if isinstance(about, dict) else ()
    return "; ".join(str(complaint) for complaint in complaints)[:500]


def _seconds(headers: Any) -> int:
    """Retry-After in seconds, at least one; header names come in any case."""
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    seconds = str(given[0] if isinstance(given, list) and given else given)
    return max(1, int(seconds)) if seconds.isascii() and seconds.isdecimal() else WAIT
