"""What an operator does with all that is kept of somebody: export, import and forget."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellmet.ending import end, stored_or_end

if TYPE_CHECKING:
    from wellmet.keeping import Keeping

WRITE = typer.Option("--write", help="Do it.")
MEMBER = typer.Option(help="The member: their account (U…) or e-mail address.")
ABOUT = "account, address, contact:7, or a name as the member would say it"
WORKSPACE = typer.Option(help="The workspace (T…), where the database holds several.")


def export(
    member: Annotated[str, MEMBER],
    format: Annotated[str, typer.Option(help="json (everything), csv (a zip of tables) or vcf (people).")] = "json",
    out: Annotated[Path | None, typer.Option(help="The file; else it is written to standard output.")] = None,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Write all that is kept of a member into a file, as docs/export.md describes it."""
    import sys

    from assistant.export.copy import Format

    kinds = {"json": Format.JSON, "csv": Format.CSV, "vcf": Format.VCARD}
    if format not in kinds:
        end("--format is json, csv or vcf")
    with keeping(workspace) as kept:
        made = kept.export(member, kinds[format])
    if out:
        out.write_bytes(made.content)
        typer.echo(f"written: {out}")
    else:
        sys.stdout.buffer.write(made.content)


def import_(
    member: Annotated[str, MEMBER],
    path: Annotated[Path | None, typer.Argument(metavar="FILE", help="The JSON file of an export.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take out what the last file brought.")] = False,
    write: Annotated[bool, WRITE] = False,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Put an export back for a member, or take it out again. What is kept already is not written twice.

    Changes nothing without --write.
    """
    from assistant.export.files import NotACopy

    if (path is None) is not undo:
        end("Name a FILE, or say --undo.")
    if path is None:
        with keeping(workspace) as kept:
            found = kept.take_out(member, write=write)
        if not found:
            typer.echo("no file was put back for them")
        else:
            typer.echo("taken out again" if write else "nothing was changed; --write takes it out")
        return
    try:
        content = path.read_bytes()
        with keeping(workspace) as kept:
            done = kept.put_back(member, content, write=write)
    except (OSError, NotACopy) as problem:
        end(f"Nothing was put back from {path}: {problem}")
    for name in dict.fromkeys((*done.new, *done.there, *done.left)):
        counts = f"{done.new[name]} new, {done.there[name]} there already, {done.left[name]} left out"
        typer.echo(f"{name.replace('_', ' ')}: {counts}")
    typer.echo("written" if write else "nothing was changed; --write puts it back")


def forget(
    member: Annotated[str, typer.Option(help="A member, by account (U…) or address: everything of theirs.")] = "",
    about: Annotated[str, typer.Option(help=f"Only what that member keeps of one person: {ABOUT}.")] = "",
    contact: Annotated[str, typer.Option(help="Somebody without an account, by e-mail address or exact name.")] = "",
    write: Annotated[bool, typer.Option("--write", help="Do it; it cannot be undone.")] = False,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Erase for good what is kept of somebody. Says what would go, and changes nothing without --write."""
    if bool(member) == bool(contact) or (about and contact):
        end("Say whom: --member, perhaps with --about; or --contact.")
    with keeping(workspace) as kept:
        if about:
            from wellmet.whom import called

            person = kept.known_to(member, about)
            typer.echo(f"of {called(person)}:")
            counts = kept.forget_about(member, person, write=write)
        elif member:
            counts = kept.forget_member(member, write=write)
        else:
            counts = kept.forget_contacts(contact, write=write)
    for (one, many), number in counts.items():
        typer.echo(f"{number} {(one if number == 1 else many) or 'other rows (settings, ties, meanings of names)'}")
    if not counts:
        typer.echo("nothing is kept")
    else:
        typer.echo("erased" if write else "nothing was changed; --write erases it for good")


@contextmanager
def keeping(workspace: str) -> "Iterator[Keeping]":
    """The memory for an operator; what is not there, not clear, or may not be, is said as it is."""
    settings = stored_or_end()
    from assistant.errors import Refused
    from store.engine import Database
    from store.errors import TryAgain
    from store.migrations import migrate
    from wellmet.keeping import Keeping
    from wellmet.whom import NotFound

    database = Database(settings.database_url)
    try:
        migrate(database)
        yield Keeping(database, workspace)
    except (NotFound, Refused, TryAgain) as problem:
        end(f"Nothing was done: {problem}", 1)
    finally:
        database.close()


def register(app: typer.Typer) -> None:
    """Add the three to the command line."""
    app.command()(export)
    app.command("import")(import_)
    app.command()(forget)
