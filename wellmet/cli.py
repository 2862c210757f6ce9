"""`wellmet`: serve, worker, doctor, playground, export, forget, and what reads sentences for tests."""

import time

_STARTED = time.monotonic()

from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING, Annotated, NoReturn  # noqa: E402

import typer  # noqa: E402

if TYPE_CHECKING:
    from wellmet.keeping import Keeping
    from wellmet.settings import Settings

app = typer.Typer(
    name="wellmet",
    help="A networking assistant that lives in Slack. Settings come from the environment; see docs/operate.md.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def main() -> None:
    """The command line."""
    app()


@app.callback(invoke_without_command=True)
def top(version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False) -> None:
    """Each command says what it does with --help."""
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"wellmet {version_of('wellmet')}")
        raise typer.Exit


@app.command()
def serve() -> None:
    """Hear Slack and answer: Socket Mode if SLACK_APP_TOKEN is set, else HTTP on PORT at /slack/events."""
    settings = _settings()
    from wellmet import serve as serving
    from wellmet.build import CannotStart

    try:
        serving.serve(settings, _STARTED)
    except CannotStart as problem:
        _fail(str(problem))


@app.command()
def worker() -> None:
    """Work on the outbox alone, beside one or more `wellmet serve` on the same PostgreSQL."""
    settings = _settings()
    from wellmet import serve as serving
    from wellmet.build import CannotStart

    try:
        serving.work(settings, _STARTED)
    except CannotStart as problem:
        _fail(str(problem))


@app.command()
def doctor() -> None:
    """Check tokens, scopes, the port, the database and the clock, and say what to do about each."""
    settings = _settings()
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from wellmet import logs
    from wellmet.doctor import State, examine

    logs.configure("critical")  # the findings say it in sentences
    findings = list(examine(settings))
    console = Console()
    if console.is_terminal:
        table = Table("", "what", "state", "what to do", box=None, pad_edge=False)
        for finding in findings:
            row = (finding.state, finding.what, finding.seen, finding.remedy)
            table.add_row(*map(Text, row))  # as Text: what stands in brackets is no markup
        console.print(table)
    else:
        for finding in findings:
            remedy = f" ({finding.remedy})" if finding.remedy else ""
            typer.echo(f"{finding.state}: {finding.what}: {finding.seen}{remedy}")
    if any(finding.state is State.FAILED for finding in findings):
        raise typer.Exit(1)


@app.command()
def playground(
    port: Annotated[int, typer.Option(help="Where the page is.")] = 8440,
    socket: Annotated[bool, typer.Option("--socket", help="Connect by Socket Mode instead of HTTP.")] = False,
    keep: Annotated[Path | None, typer.Option(help="Keep the database in this folder.")] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    empty: Annotated[bool, typer.Option("--empty", help="Begin without any meetings.")] = False,
) -> None:
    """Wellmet in a pretend Slack, in your browser: act as anybody in it."""
    try:
        from wellmet import pretend
    except ModuleNotFoundError as missing:
        _fail(f"The playground needs {missing.name}: pip install 'wellmet[playground]'")
    from wellmet.build import CannotStart

    try:
        pretend.run(port=port, socket=socket, keep=keep, browse=not no_open, life=not empty)
    except CannotStart as problem:
        _fail(str(problem))


@app.command()
def resolve(
    people: Annotated[Path, typer.Option(help="A CSV file of people; wellmet/people_file.py says which columns.")],
    stats: Annotated[Path | None, typer.Option(help="Write time and memory here, as JSON.")] = None,
    add: Annotated[Path | None, typer.Option(help="Add these people one by one after the build.")] = None,
) -> None:
    """Say whom each name means: lines of JSON with id and name on standard input, an answer each on standard output."""
    import json
    import sys

    from wellmet.people_file import BadFile
    from wellmet.resolving import Resolver

    try:
        resolver = Resolver(people)
        if add:
            resolver.add(add)
        for line in resolver.answer(sys.stdin):
            sys.stdout.write(line + "\n")
    except (BadFile, OSError) as problem:
        _fail(str(problem))
    except (ValueError, KeyError) as problem:
        _fail(f"A query is a line of JSON with id and name: {problem!r}")
    if stats:
        stats.write_text(json.dumps(resolver.stats()) + "\n", encoding="utf-8")


@app.command()
def when() -> None:
    """Say when: sentences as lines of JSON on standard input, the dates of each on standard output."""
    import sys

    from wellmet.timing import answer

    try:
        for line in answer(sys.stdin):
            sys.stdout.write(line + "\n")
    except (ValueError, KeyError, TypeError) as problem:
        _fail(f"A sentence is a line of JSON with id, text, now and day_first: {problem!r}")


@app.command()
def understand(
    people: Annotated[Path, typer.Option(help="A CSV file of people; wellmet/people_file.py says which columns.")],
) -> None:
    """Say what each phrase means: lines of JSON on standard input as training/README.md has them, a frame for each."""
    import sys

    from wellmet.people_file import BadFile
    from wellmet.understanding import Reader

    try:
        for line in Reader(people).frames(sys.stdin):
            sys.stdout.write(line + "\n")
    except (BadFile, OSError) as problem:
        _fail(str(problem))
    except (ValueError, KeyError) as problem:
        _fail(f"A phrase is a line of JSON as in training/README.md: {problem!r}")


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="What somebody says.")],
    people: Annotated[Path, typer.Option(help="A CSV file of people; wellmet/people_file.py says which columns.")],
    command: Annotated[str, typer.Option(help="The command that it follows, such as /met.")] = "",
) -> None:
    """Say how a sentence is read, step by step, and why."""
    from datetime import datetime

    from wellmet.people_file import BadFile
    from wellmet.understanding import Reader

    try:
        for line in Reader(people).explained(sentence, command, datetime.now()):  # noqa: DTZ005 (a wall clock)
            typer.echo(line)
    except (BadFile, OSError) as problem:
        _fail(str(problem))


_MEMBER = typer.Option(help="The member: their account (U…) or e-mail address.")
_WORKSPACE = typer.Option(help="The workspace (T…), where the database holds several.")


@app.command()
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
        _fail("--format is json, csv or vcf")
    with _keeping(workspace) as keeping:
        made = keeping.export(member, kinds[format])
    if out:
        out.write_bytes(made.content)
        typer.echo(f"written: {out}")
    else:
        sys.stdout.buffer.write(made.content)


@app.command("import")
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
        _fail("Name a FILE, or say --undo.")
    if path is None:
        with _keeping(workspace) as keeping:
            typer.echo("taken out again" if keeping.take_out(member) else "no file was put back for them")
        return
    try:
        content = path.read_bytes()
        with _keeping(workspace) as keeping:
            done = keeping.put_back(member, content, write=write)
    except (OSError, NotACopy) as problem:
        _fail(f"Nothing was put back from {path}: {problem}")
    for name in dict.fromkeys((*done.new, *done.there, *done.left)):
        counts = f"{done.new[name]} new, {done.there[name]} there already, {done.left[name]} left out"
        typer.echo(f"{name.replace('_', ' ')}: {counts}")
    typer.echo("written" if write else "nothing was changed; --write puts it back")


@app.command()
def forget(
    member: Annotated[str, typer.Option(help="A member, by account (U…) or address: everything of theirs.")] = "",
    contact: Annotated[str, typer.Option(help="Somebody without an account, by e-mail address or exact name.")] = "",
    write: Annotated[bool, typer.Option("--write", help="Do it; it cannot be undone.")] = False,
    workspace: Annotated[str, _WORKSPACE] = "",
) -> None:
    """Erase for good what is kept of somebody. Says what would go, and changes nothing without --write."""
    if bool(member) == bool(contact):
        _fail("Say whom: either --member or --contact.")
    with _keeping(workspace) as keeping:
        erase = keeping.forget_member if member else keeping.forget_contacts
        counts = erase(member or contact, write=write)
    for (one, many), number in counts.items():
        typer.echo(f"{number} {(one if number == 1 else many) or 'other rows (settings, ties, meanings of names)'}")
    if not counts:
        typer.echo("nothing is kept")
    else:
        typer.echo("erased" if write else "nothing was changed; --write erases it for good")


@app.command()
def states() -> None:
    """Print who may move what from where to where, as docs/introductions.md and docs/business.md have it."""
    from assistant.business.printed import table as business
    from assistant.introductions.printed import table as introductions

    for line in (*introductions(), "", *business()):
        typer.echo(line)


@contextmanager
def _keeping(workspace: str) -> "Iterator[Keeping]":
    """The memory for an operator; a name that nobody has, or several, is said as it is."""
    settings = _settings()
    from store.engine import Database
    from store.migrations import migrate
    from wellmet.keeping import Keeping, NotFound

    database = Database(settings.database_url)
    try:
        migrate(database)
        yield Keeping(database, workspace)
    except NotFound as problem:
        _fail(f"Nothing was done: {problem}")
    finally:
        database.close()


def _settings() -> "Settings":
    """The settings, and logs as they say; every mistake in them is said at once, before anything starts."""
    from wellmet import logs
    from wellmet.settings import BadSettings, read

    try:
        settings = read()
    except BadSettings as problems:
        _fail(f"Wellmet cannot start:\n{problems}")
    logs.configure(settings.log_level, settings.log_format)
    return settings


def _fail(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(2)
