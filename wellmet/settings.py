"""Settings: from the environment or a `.env` file, read once, all mistakes reported together."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.engine import BadAddress, address

SLACK = "https://slack.com/api/"


class BadSettings(Exception):
    """Settings are missing or malformed; the text names every one of them and what it should be."""


def _begins(prefix: str, what: str) -> AfterValidator:
    def check(value: str) -> str:
        if not value.startswith(prefix) or len(value) <= len(prefix):
            raise ValueError(f"is {what}, which begins with {prefix}")
        return value

    return AfterValidator(check)


def _base_url(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("is a base address like https://slack.com/api/")
    return value if value.endswith("/") else f"{value}/"


def _database(value: str) -> str:
    try:
        address(value)
    except BadAddress as problem:
        raise ValueError(f"cannot be used: {problem}") from None
    return value


class Stored(BaseSettings):
    """What is needed to work on the database alone. Each is an environment variable of that name in capitals."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True, env_ignore_empty=True)

    database_url: Annotated[str, AfterValidator(_database)] = Field("sqlite:///wellmet.db", repr=False)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "console", "json"] = "auto"


class Settings(Stored):
    """All that an operator decides."""

    slack_bot_token: Annotated[str, _begins("xoxb-", "the bot token of your Slack app")] = Field(repr=False)
    slack_signing_secret: str = Field("", repr=False)
    slack_app_token: Annotated[str, _begins("xapp-", "the app-level token for Socket Mode")] | None = Field(
        None, repr=False
    )
    slack_api_url: Annotated[str, AfterValidator(_base_url)] = SLACK
    host: str = "0.0.0.0"  # a container does not know its own address beforehand
    port: Annotated[int, Field(ge=0, le=65_535)] = 3000
    # What is said unasked, in a workspace. Slack takes one message a second in a conversation and several hundred a
    # minute in all, but opens 50 private conversations a minute (Tier 3); a fifth of those stays for answers.
    unasked_a_minute: Annotated[int, Field(ge=0, le=300)] = 40

    @property
    def unasked_pace(self) -> timedelta:
        """Between two messages said unasked in a workspace; zero, as fast as can be, for UNASKED_A_MINUTE 0."""
        return timedelta(minutes=1) / self.unasked_a_minute if self.unasked_a_minute else timedelta(0)

    @property
    def socket_mode(self) -> bool:
        """Whether Slack is reached by Socket Mode, rather than reaching us over HTTP."""
        return self.slack_app_token is not None


def read(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process. Raises BadSettings, naming all that is wrong at once."""
    problems: list[str] = []
    try:
        settings = Settings(_env_file=env_file)  # type: ignore[call-arg]  # the fields come from the environment
        if not settings.socket_mode and not settings.slack_signing_secret:
            problems.append(_SIGNING)
    except ValidationError as errors:
        problems += _problems(errors)
        if not any("SLACK_APP_TOKEN" in problem for problem in problems) and _unsigned(env_file):
            problems.append(_SIGNING)
    if problems:
        raise BadSettings("\n".join(problems))
    return settings


def read_stored(env_file: Path | None = Path(".env")) -> Stored:
    """What commands need that only work on the database. Raises BadSettings."""
    try:
        return Stored(_env_file=env_file)  # type: ignore[call-arg]
    except ValidationError as errors:
        raise BadSettings("\n".join(_problems(errors))) from None


def _problems(errors: ValidationError) -> list[str]:
    """Each with the name of its variable."""
    return [
        f"{str(error['loc'][0]).upper()} {_said(error['type'], error['msg'])}"
        for error in errors.errors(include_url=False, include_input=False)
    ]


_SIGNING = (
    "SLACK_SIGNING_SECRET is missing: find it under Basic Information of your Slack app "
    "(or set SLACK_APP_TOKEN to use Socket Mode, which needs none)"
)


def _said(kind: str, message: str) -> str:
    """A sentence of ours for what pydantic says."""
    if kind == "missing":
        return "is missing: find it under OAuth & Permissions of your Slack app"
    return message.removeprefix("Value error, ").replace("Input should be", "should be")


class _Signing(BaseSettings):
    """The two of which one is needed, read on their own when something else is wrong as well."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    slack_signing_secret: str = ""
    slack_app_token: str = ""


def _unsigned(env_file: Path | None) -> bool:
    both = _Signing(_env_file=env_file)  # type: ignore[call-arg]
    return not (both.slack_signing_secret or both.slack_app_token)
