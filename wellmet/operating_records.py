"""What an operator does with single records of a member: records, undo, redo, cancel, amend."""

from typing import TYPE_CHECKING, Annotated

import typer

from wellmet.ending import end
from wellmet.operating import ABOUT, MEMBER, WORKSPACE, WRITE, keeping

if TYPE_CHECKING:
    from wellmet.on_behalf import Change

_KEY = typer.Argument(metavar="KEY", help="Which record, as `wellmet records` lists it, like meeting:12.")
_KEY_OR_LAST = typer.Argument(metavar="KEY", help="Which record, as `wellmet records` lists it; else the last one.")


def records(
    member: Annotated[str, MEMBER],
    kind: Annotated[str, typer.Option(help="Only of one kind, as keys begin: meeting, reminder, thanks …")] = "",
    about: Annotated[str, typer.Option(help=f"Only what is about one person: {ABOUT}.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """List what a member noted, the last first: key, the day on which they did, and how the message about it begins."""
    from assistant.records import KINDS

    if kind and kind not in KINDS:
        end(f"--kind is one of {', '.join(sorted(KINDS))}")
    with keeping(workspace) as kept:
        person = kept.known_to(member, about) if about else None
        listed = kept.on_behalf(member).listed(limit, kind, person)
    for day, line in listed:
        typer.echo(f"{line.key:<18} {day}  {line.words}")
    if not listed:
        typer.echo("nothing is noted")


def undo(
    member: Annotated[str, MEMBER],
    key: Annotated[str, _KEY_OR_LAST] = "",
    write: Annotated[bool, WRITE] = False,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Take back what a member noted: that record, or the last one that stands. Changes nothing without --write."""
    with keeping(workspace) as kept:
        _tell(kept.on_behalf(member).undo(key, write=write), write, already="it was taken back already")


def redo(
    member: Annotated[str, MEMBER],
    key: Annotated[str, _KEY_OR_LAST] = "",
    write: Annotated[bool, WRITE] = False,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Put back what was taken back: that record, or the last one. Changes nothing without --write."""
    with keeping(workspace) as kept:
        _tell(kept.on_behalf(member).redo(key, write=write), write, already="it stands already")


def cancel(
    member: Annotated[str, MEMBER],
    key: Annotated[str, _KEY],
    write: Annotated[bool, WRITE] = False,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Call off what a record is about: what was so is over, all else is taken back. Changes nothing without --write."""
    with keeping(workspace) as kept:
        behalf = kept.on_behalf(member)
        over = behalf.is_over_when_off(key)
        _tell(behalf.cancel(key, write=write), write, already="it was called off already")
    if not over:
        typer.echo("calling it off is the same as `wellmet undo` here")


def amend(
    member: Annotated[str, MEMBER],
    key: Annotated[str, _KEY],
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="What is right: “no, it was Tuesday”.")],
    write: Annotated[bool, WRITE] = False,
    workspace: Annotated[str, WORKSPACE] = "",
) -> None:
    """Set a record right by a sentence, as the member would. Changes nothing without --write."""
    with keeping(workspace) as kept:
        _tell(kept.on_behalf(member).amend(key, sentence, write=write), write)


def _tell(change: "Change", write: bool, already: str = "") -> None:
    """The record before and after; what was only tried has no key yet. `already` is said of what was so before."""
    before, after = change.before, change.after
    if already and before == after:
        typer.echo(f"{before.key:<18} {before.words}")
        typer.echo(f"{already}; nothing was changed")
        return
    key = after.key if write or after.key == before.key else "another one"
    typer.echo(f"{before.key:<18} {before.words}")
    typer.echo(f"{key:<18} {after.words}")
    typer.echo("done" if write else "nothing was changed; --write does it")


def register(app: typer.Typer) -> None:
    """Add them to the command line."""
    for command in (records, undo, redo, cancel, amend):
        app.command()(command)
