"""`wellmet`: serve, worker, doctor, playground, what operators do about what is kept, and what reads sentences."""

import time

_STARTED = time.monotonic()

from pathlib import Path  # noqa: E402
from typing import Annotated  # noqa: E402

import typer  # noqa: E402

from wellmet import operating, operating_records  # noqa: E402
from wellmet.ending import end, settings_or_end  # noqa: E402

app = typer.Typer(
    name="wellmet",
    help="A networking assistant that lives in Slack. Settings come from the environment; see docs/operate.md.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
_READING = "To look into how it reads and decides"


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
    settings = settings_or_end()
    from wellmet import serve as serving
    from wellmet.build import CannotStart

    try:
        serving.serve(settings, _STARTED)
    except CannotStart as problem:
        end(str(problem))


@app.command()
def worker() -> None:
    """Work on the outbox alone, beside one or more `wellmet serve` on the same PostgreSQL."""
    settings = settings_or_end()
    from wellmet import serve as serving
    from wellmet.build import CannotStart

    try:
        serving.work(settings, _STARTED)
    except CannotStart as problem:
        end(str(problem))


@app.command()
def doctor() -> None:
    """Check tokens, scopes, the port, the database and the clock, and say what to do about each."""
    settings = settings_or_end()
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
        end(f"The playground needs {missing.name}: pip install 'wellmet[playground]'")
    from wellmet.build import CannotStart

    try:
        pretend.run(port=port, socket=socket, keep=keep, browse=not no_open, life=not empty)
    except CannotStart as problem:
        end(str(problem))


@app.command(rich_help_panel=_READING)
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
        end(str(problem))
    except (ValueError, KeyError) as problem:
        end(f"A query is a line of JSON with id and name: {problem!r}")
    if stats:
        stats.write_text(json.dumps(resolver.stats()) + "\n", encoding="utf-8")


@app.command(rich_help_panel=_READING)
def when() -> None:
    """Say when: sentences as lines of JSON on standard input, the dates of each on standard output."""
    import sys

    from wellmet.timing import answer

    try:
        for line in answer(sys.stdin):
            sys.stdout.write(line + "\n")
    except (ValueError, KeyError, TypeError) as problem:
        end(f"A sentence is a line of JSON with id, text, now and day_first: {problem!r}")


@app.command(rich_help_panel=_READING)
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
        end(str(problem))
    except (ValueError, KeyError) as problem:
        end(f"A phrase is a line of JSON as in training/README.md: {problem!r}")


@app.command(rich_help_panel=_READING)
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
        end(str(problem))


@app.command(rich_help_panel=_READING)
def states() -> None:
    """Print who may move what from where to where, as docs/introductions.md and docs/business.md have it."""
    from assistant.business.printed import table as business
    from assistant.introductions.printed import table as introductions

    for line in (*introductions(), "", *business()):
        typer.echo(line)


operating.register(app)
operating_records.register(app)
