"""What an operator does on the command line while Wellmet serves the workspace: it shows in Slack as if said there."""

from typer.testing import CliRunner

from tests.scenarios.conftest import Town
from wellmet.cli import app


def test_what_an_operator_takes_back_is_taken_back_where_it_was_noted_and_on_home(
    town: Town, command_line: CliRunner
) -> None:
    maya = town.member("Maya")
    card = town.hears(maya, "met Linn yesterday about the spring show")
    maya.open_home()
    assert "1 meeting." in town.until(maya.home).words
    for command, shown in (("undo", True), ("redo", False)):
        done = command_line.invoke(app, [command, "--member", maya.id, "--write"])
        assert done.exit_code == 0, done.output
        town.until(lambda: ("Undone" in card.text) is shown)  # noqa: B023 (waited for at once)
        town.until(lambda: ("1 meeting." in maya.home().words) is not shown)  # noqa: B023
    assert len([m for m in maya.messages() if m.from_app]) == 1
