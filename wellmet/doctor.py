"""`wellmet doctor`: looks at everything Wellmet stands on, and says what to do about what is not well."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

from slack_sdk import WebClient
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from assistant.clock import Clock, SystemClock
from assistant.ids import WorkspaceId
from handlers.errors import SlackTrouble, TokenRevoked, slack_errors
from handlers.outbound import make_client
from store.engine import Database
from store.migrations import HEAD, revision
from store.tables import people, workspaces
from wellmet.http import HEALTH_PATH
from wellmet.serve import cannot_listen
from wellmet.settings import Settings

CLOCK_MAY_DIFFER = 60  # seconds; Slack's signatures are refused after five minutes, so this leaves room for drifting


class State(StrEnum):
    """How a thing is; a warning lets Wellmet run."""

    WELL = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, what was seen, and what to do about it."""

    what: str
    state: State
    seen: str
    remedy: str = ""


def examine(settings: Settings, clock: Clock | None = None) -> Iterator[Finding]:
    """Everything but the settings themselves, which were read already. Changes nothing, in Slack or the database."""
    yield Finding("settings", State.WELL, "Socket Mode" if settings.socket_mode else f"HTTP on port {settings.port}")
    client = make_client(settings.slack_bot_token, settings.slack_api_url)
    workspace: WorkspaceId | None = None
    try:
        with slack_errors():
            answer = client.auth_test()
        workspace = WorkspaceId(str(answer["team_id"]))
        yield Finding("bot token", State.WELL, f"{answer.get('user')} in {answer.get('team')} ({workspace})")
        yield _scopes(answer.headers)
        yield _clock(answer.headers, (clock or SystemClock()).now())
    except SlackTrouble as trouble:
        yield _unwell("bot token", trouble, settings, "SLACK_BOT_TOKEN", "OAuth & Permissions")
    if settings.slack_app_token:
        yield _app_token(settings, settings.slack_app_token)
    else:
        yield _port(settings)
    yield from _database(settings, workspace)


def _unwell(what: str, trouble: SlackTrouble, settings: Settings, name: str, page: str) -> Finding:
    if isinstance(trouble, TokenRevoked):
        return Finding(what, State.FAILED, f"Slack refuses it: {trouble}", f"copy {name} again from {page} of your app")
    return Finding(what, State.FAILED, str(trouble), f"see whether {settings.slack_api_url} can be reached from here")


def _scopes(headers: Mapping[str, Any]) -> Finding:
    """What the installation was granted, against what the manifest asks for."""
    wanted = scopes_wanted()
    if wanted is None:
        return Finding("scopes", State.WARNING, "manifest.yml is not there to compare with", "install Wellmet again")
    told = _header(headers, "x-oauth-scopes")
    if not told:
        remedy = "see OAuth & Permissions of your app"
        return Finding("scopes", State.WARNING, "could not be checked: Slack's answer names none", remedy)
    granted = {scope.strip() for scope in told.split(",")}
    missing = [scope for scope in wanted if scope not in granted]
    if missing:
        remedy = "put manifest.yml into App Manifest of your app, then install the app again"
        return Finding("scopes", State.FAILED, f"missing: {', '.join(missing)}", remedy)
    return Finding("scopes", State.WELL, f"all {len(wanted)} granted")


def manifest_path() -> Path | None:
    """manifest.yml: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("wellmet")))
    return next((path for path in (package / "manifest.yml", package.parent / "manifest.yml") if path.is_file()), None)


def scopes_wanted() -> tuple[str, ...] | None:
    """The bot scopes of the manifest; None without one.

    Read by hand, because YAML readers come with the playground only: the entries of the list under `bot:`.
    """
    path = manifest_path()
    if path is None:
        return None
    found = re.search(r"^    bot:\n((?:^      .*\n|^\s*(?:#.*)?\n)+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return tuple(re.findall(r"^      - ([a-z_.:]+)", found[1], re.MULTILINE)) if found else None


def _clock(headers: Mapping[str, Any], ours: datetime) -> Finding:
    """Our time against Slack's: requests seem too old, or from the future, when it is wrong."""
    try:
        theirs = parsedate_to_datetime(_header(headers, "date"))
    except ValueError:
        return Finding("clock", State.WARNING, "Slack's answer tells no time to compare with")
    off = (ours - theirs).total_seconds()
    if abs(off) > CLOCK_MAY_DIFFER:
        seen = f"{abs(off):.0f} s {'ahead of' if off > 0 else 'behind'} Slack's"
        return Finding(
            "clock", State.FAILED, seen, "set this machine's clock (NTP): Slack's signatures seem old or forged"
        )
    return Finding("clock", State.WELL, f"within {CLOCK_MAY_DIFFER} s of Slack's")


def _header(headers: Mapping[str, Any], name: str) -> str:
    """A header's value; names come in any case, and values alone or in a list."""
    value = next((value for key, value in headers.items() if key.lower() == name), "")
    return str(value[0] if isinstance(value, list) and value else value)


def _app_token(settings: Settings, token: str) -> Finding:
    try:
        with slack_errors():
            WebClient(base_url=settings.slack_api_url, timeout=10, retry_handlers=[]).apps_connections_open(
                app_token=token
            )
    except SlackTrouble as trouble:
        return _unwell("app token", trouble, settings, "SLACK_APP_TOKEN", "Basic Information, App-Level Tokens,")
    return Finding("app token", State.WELL, "Slack offers a Socket Mode connection")


def _port(settings: Settings) -> Finding:
    """Free, or Wellmet's already."""
    problem = cannot_listen(settings)
    if not problem:
        return Finding("port", State.WELL, f"{settings.port} is free")
    if _wellmet_answers(settings):
        return Finding("port", State.WELL, f"Wellmet runs on {settings.port}")
    return Finding("port", State.FAILED, problem, "choose another, or end the program that has it")


def _wellmet_answers(settings: Settings) -> bool:
    host = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host
    try:
        try:
            with urlopen(f"http://{host}:{settings.port}{HEALTH_PATH}", timeout=3) as answer:
                facts = json.load(answer)
        except HTTPError as unwell:  # Wellmet's own 503 says who speaks as well as its 200
            facts = json.load(unwell)
    except (OSError, ValueError):
        return False
    return isinstance(facts, dict) and {"worker", "database", "workspace"} <= facts.keys()


def _database(settings: Settings, workspace: WorkspaceId | None) -> Iterator[Finding]:
    """Reachable, of this version, writable; and whether the members were learned."""
    database = Database(settings.database_url)
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    if database.file and not database.file.exists():  # to open it would be to make it
        yield from _no_file(database.file)
        return
    try:
        with database.read() as connection:
            at = revision(connection)
        yield Finding("database", State.WELL, f"{kind} answers")
        if at != HEAD:
            seen = f"tables are at {at}, this version has {HEAD}" if at else "no tables yet"
            yield Finding("tables", State.WARNING, seen, _SERVE_DOES)
            return
        _try_to_write(database)
        yield Finding("tables", State.WELL, f"up to date ({HEAD}) and writable")
        if workspace:
            yield _members(database, workspace)
    except (SQLAlchemyError, OSError) as problem:
        reason = str(getattr(problem, "orig", None) or problem).splitlines()[0]
        remedy = f"see whether {database.file} is the right file, and may be written to" if database.file else _ADDRESS
        yield Finding("database", State.FAILED, f"{kind}: {reason}", remedy)
    finally:
        database.close()


_SERVE_DOES = "nothing to do: `wellmet serve` brings them up to date"
_ADDRESS = "see DATABASE_URL"


def _no_file(file: Path) -> Iterator[Finding]:
    folder = file.parent
    if folder.is_dir() and os.access(folder, os.W_OK):
        yield Finding("database", State.WELL, f"SQLite can make {file}")
        yield Finding("tables", State.WARNING, "no tables yet", _SERVE_DOES)
    else:
        why = "may not be written to" if folder.is_dir() else "is not there"
        yield Finding("database", State.FAILED, f"SQLite: the folder {folder} {why}", _ADDRESS)


class _TakeBack(Exception):
    """Ends a transaction that must leave nothing behind."""


def _try_to_write(database: Database) -> None:
    try:
        with database.write() as connection:
            connection.execute(workspaces.insert().values(id="doctor"))
            raise _TakeBack
    except _TakeBack:
        pass


def _members(database: Database, workspace: WorkspaceId) -> Finding:
    with database.read() as connection:
        known = connection.execute(
            select(func.count()).where(people.c.workspace == workspace, people.c.account.is_not(None))
        ).scalar_one()
    if not known:
        return Finding(
            "members", State.WARNING, "none learned yet", "start `wellmet serve`: it reads them at every start"
        )
    return Finding("members", State.WELL, f"{known} known")
