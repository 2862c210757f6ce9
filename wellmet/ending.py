"""How a command ends that cannot do what it was asked: with a sentence, and exit code 2 where it could not begin."""

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from wellmet.settings import Settings, Stored


def settings_or_end() -> "Settings":
    """The settings, and logs as they say; every mistake in them is said at once, before anything starts."""
    from wellmet import logs
    from wellmet.settings import BadSettings, read

    try:
        settings = read()
    except BadSettings as problems:
        end(f"Wellmet cannot start:\n{problems}")
    logs.configure(settings.log_level, settings.log_format)
    return settings


def stored_or_end() -> "Stored":
    """The settings of a command that works on the database alone, with Slack or without."""
    from wellmet import logs
    from wellmet.settings import BadSettings, read_stored

    try:
        settings = read_stored()
    except BadSettings as problems:
        end(f"Nothing was done:\n{problems}")
    logs.configure(settings.log_level, settings.log_format)
    return settings


def end(why: str, code: int = 2) -> NoReturn:
    """Say why, and end; with 1 for what was looked into and may not be."""
    typer.echo(why, err=True)
    raise typer.Exit(code)
