"""What an operator does about what is kept: export, import and forget, without a member asking."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellmet.ending import end, settings_or_end

if TYPE_CHECKING:
    from wellmet.keeping import Keeping

_MEMBER = typer.Option(help="The member: their account (U…) or e-mail address.")
_WORKSPACE = typer.Option(help="The workspace (T…), where the database holds several.")


def export(
    member: Annotated[str, _MEMBER],
    format: Annotated[str, typer.Option(help="json (everything), csv (a zip of tables) or vcf (people).")] = "json",
    out: Annotated[Path | None, typer.Option(help="The file; else it is written to standard output.")] = None,
    workspace: Annotated[str, _WORKSPACE] = "",
) -> None:
    """Write all that is kept of a member into a file, as docs/export.md describes it."""
    import sys

    from assistant.export.copy import Format

    kinds = {"json": Format.JSON, "csv": Format.CSV, "zip": Format.CSV, "vcf": Format.VCARD}
    if format not in kinds:
        end("--format is json, csv or vcf")
    with _keeping(workspace) as keeping:
        made = keeping.export(member, kinds[format])
    if out:
        out.write_bytes(made.content)
        typer.echo(f"written: {out}")
    else:
        sys.stdout.buffer.write(made.content)


def import_(
    member: Annotated[str, _MEMBER],
    path: Annotated[Path | None, typer.Argument(metavar="FILE", help="The JSON file of an export.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take out what the last file brought.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Do it.")] = False,
    workspace: Annotated[str, _WORKSPACE] = "",
) -> None:
    """Put an export back for a member: what is kept already is not written twice. Changes nothing without --write."""
    from assistant.export.files import NotACopy

    if (path is None) is not undo:
        end("Name a FILE, or say --undo.")
    if path is None:
        with _keeping(workspace) as keeping:
            typer.echo("taken out again" if keeping.take_out(member) else "no file was put back for them")
        return
    try:
        content = path.read_bytes()
        with _keeping(workspace) as keeping:
            done = keeping.put_back(member, content, write=write)
    except (OSError, NotACopy) as problem:
        end(f"Nothing was put back from {path}: {problem}")
    for name in dict.fromkeys((*done.new, *done.there, *done.left)):
        counts = f"{done.new[name]} new, {done.there[name]} there already, {done.left[name]} left out"
        typer.echo(f"{name.replace('_', ' ')}: {counts}")
    typer.echo("written" if write else "nothing was changed; --write puts it back")


def forget(
    member: Annotated[str, typer.Option(help="A member, by account (U…) or address: everything of theirs.")] = "",
    contact: Annotated[str, typer.Option(help="Somebody without an account, by e-mail address or exact name.")] = "",
    write: Annotated[bool, typer.Option("--write", help="Do it; it cannot be undone.")] = False,
    workspace: Annotated[str, _WORKSPACE] = "",
) -> None:
    """Erase for good what is kept of somebody. Says what would go, and changes nothing without --write."""
    if bool(member) == bool(contact):
        end("Say whom: either --member or --contact.")
    with _keeping(workspace) as keeping:
        erase = keeping.forget_member if member else keeping.forget_contacts
        counts = erase(member or contact, write=write)
    for (one, many), number in counts.items():
        typer.echo(f"{number} {(one if number == 1 else many) or 'other rows (settings, ties, meanings of names)'}")
    if not counts:
        typer.echo("nothing is kept")
    else:
        typer.echo("erased" if write else "nothing was changed; --write erases it for good")


@contextmanager
def _keeping(workspace: str) -> "Iterator[Keeping]":
    """The memory for an operator; a name that nobody has, or several, is said as it is."""
    settings = settings_or_end()
    from store.engine import Database
    from store.migrations import migrate
    from wellmet.keeping import Keeping, NotFound

    database = Database(settings.database_url)
    try:
        migrate(database)
        yield Keeping(database, workspace)
    except NotFound as problem:
        end(f"Nothing was done: {problem}")
    finally:
        database.close()


def register(app: typer.Typer) -> None:
    """Add the three to the command line."""
    app.command()(export)
    app.command("import")(import_)
    app.command()(forget)
