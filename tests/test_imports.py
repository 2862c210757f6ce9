"""Which package may import which: held by import-linter's contracts in pyproject.toml."""

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_the_direction_of_imports_is_kept() -> None:
    assert lint_imports(str(Path(__file__).parents[1] / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS
