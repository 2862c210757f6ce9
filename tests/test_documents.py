"""What the documents say is so: settings, commands, scopes, links, and the names of files."""

import re
import subprocess
from pathlib import Path

import pytest
import typer

from playground import Manifest
from wellmet.cli import app
from wellmet.settings import Settings

ROOT = Path(__file__).parents[1]
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
PAGES = [name for name in TRACKED if name.endswith(".md")]
OPERATE, PRIVACY = (ROOT / "docs" / name for name in ("operate.md", "privacy.md"))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text())
    for link in (link for link in links if "://" not in link):
        name, _, heading = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not heading or heading in headings(target), link


def headings(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_every_setting_stands_in_the_documents_and_no_other() -> None:
    named = {name.upper() for name in Settings.model_fields}
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATE.read_text(), re.MULTILINE)) == named
    example = set(re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert example == named


def test_the_defaults_in_the_documents_are_those_of_the_code() -> None:
    written = dict(re.findall(r"^\| `([A-Z_]+)` \| (\S+) \|", OPERATE.read_text(), re.MULTILINE))
    for name, field in Settings.model_fields.items():
        default = "–" if field.is_required() or not field.default else f"`{field.default}`"
        assert written[name.upper()] == default


def test_every_command_is_described() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    pages = OPERATE.read_text()
    assert [name for name in commands if f"`wellmet {name}`" not in pages] == []


def test_every_scope_is_explained_where_people_ask_what_is_read() -> None:
    page = PRIVACY.read_text()
    assert [scope for scope in Manifest.read(ROOT / "manifest.yml").scopes if f"`{scope}`" not in page] == []


def test_the_packages_of_the_readme_are_those_there_are() -> None:
    named = re.findall(r"^    (\w+)/ ", (ROOT / "README.md").read_text(), re.MULTILINE)
    packages = {name.partition("/")[0] for name in TRACKED if "/" in name and name.endswith(".py")}
    assert set(named) == packages - {"docs"}
    for name in re.findall(
        r"\*\*((?:assistant|handlers|store|wellmet)/[\w./]*)\*\*", (ROOT / "docs/tour.md").read_text()
    ):
        assert (ROOT / name).exists(), name


def test_the_readme_begins_with_the_two_commands() -> None:
    page = (ROOT / "README.md").read_text()
    assert re.findall(r"^    (make \w+)", page, re.MULTILINE)[:2] == ["make playground", "make test"]


@pytest.mark.parametrize("name", [name for name in TRACKED if not name.endswith((".png", ".lock"))])
def test_no_file_knows_the_machine_it_was_written_on(name: str) -> None:
    text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
    assert not re.search(r"(?:^|[\s\"'(=])/(?:work|root|home/\w+)/", text), name


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-train.lock"])
def test_the_lock_has_hashes_and_names_no_host(name: str) -> None:
    lock = (ROOT / name).read_text()
    assert "--hash=sha256:" in lock
    assert "://" not in lock
