"""What can go wrong with Slack, in our words: one table from its errors to what to do about them."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from slack_sdk.errors import SlackApiError, SlackClientError

from assistant.errors import WellmetError

PATIENCE = timedelta(seconds=30)  # when a refusal for haste names no time


class Malformed(WellmetError):
    """The payload is not what Slack sends."""


class Busy(WellmetError):
    """Slack did nothing and wants us to wait."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"asked to wait {wait.total_seconds():g} s")
        self.wait = wait


class Uncertain(WellmetError):
    """It may have been done or not: a 5xx, a time-out, a dropped connection, an answer that is no JSON."""


class Impossible(WellmetError):
    """It will never be done, however often it is asked."""


class TokenRevoked(WellmetError):
    """Slack knows us no more: uninstalled, or the token was revoked. Nothing is lost until it is mended."""


_REVOKED = frozenset(
    ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "app_uninstalled")
)
_UNCERTAIN = frozenset(("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"))
_BUSY = frozenset(("ratelimited", "rate_limited", "message_limit_exceeded"))


@contextmanager
def ours() -> Iterator[None]:
    """Turn what a call of the Web API raises into Busy, Uncertain, Impossible or TokenRevoked."""
    try:
        yield
    except SlackApiError as problem:
        raise _of_answer(problem) from problem
    except (SlackClientError, OSError, http.client.HTTPException) as problem:
        raise Uncertain(type(problem).__name__) from problem


def _of_answer(problem: SlackApiError) -> WellmetError:
    answer = problem.response
    if isinstance(answer, dict | str):
        return Uncertain("no answer")
    error = answer.get("error", "") if isinstance(answer.data, dict) else ""
    if answer.status_code == 429 or error in _BUSY:
        return Busy(_retry_after(answer.headers))
    if error in _REVOKED:
        return TokenRevoked(error)
    if answer.status_code >= 500 or error in _UNCERTAIN or not error:
        return Uncertain(error or f"HTTP {answer.status_code}")
    return Impossible(error)


def _retry_after(headers: dict[str, str]) -> timedelta:
    """Seconds as Slack's header gives them, at least one."""
    given = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    value = given[0] if isinstance(given, list) else given
    return timedelta(seconds=max(1, int(value))) if str(value).isdecimal() else PATIENCE
