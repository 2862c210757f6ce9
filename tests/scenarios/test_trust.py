"""What a member can do with all that is kept of them: take it along, and have it forgotten for good."""

import io
import json
import zipfile
from pathlib import Path

import yaml
from sqlalchemy import select

from playground import Person, Playground, SeenMessage
from store.columns import Words
from store.engine import Database
from store.kept.tables import KEPT
from store.tables import metadata
from tests.conftest import StandingClock
from tests.scenarios.conftest import MANIFEST, Town
from tests.scenarios.test_introductions import says

MARK = "xylophone"


def files_of(who: Person) -> dict[str, bytes]:
    """Every file that Wellmet sent them."""
    return {name: content for said in who.inbox() for name, content in said.files.items()}


def last(town: Town, who: Person, words: str) -> SeenMessage:
    """The last message of Wellmet's with those words."""
    return town.until(lambda: next((m for m in reversed(who.inbox()) if m.from_app and words in m.text), None))


def dump(url: str) -> str:
    """Every row of every table, as text."""
    database = Database(url)
    with database.read() as connection:
        rows = [
            str(dict(row._mapping)) for table in metadata.sorted_tables for row in connection.execute(select(table))
        ]
    database.close()
    return "\n".join(rows)


def unmarked(url: str) -> set[str]:
    """The kinds of records that hold words of members, and nowhere the mark."""
    database = Database(url)
    kinds = {kept.table for kept in KEPT if kept.words and any(isinstance(one.type, Words) for one in kept.table.c)}
    with database.read() as connection:
        found = {table.name for table in kinds if MARK not in str(connection.execute(select(table)).all()).casefold()}
    database.close()
    return found


def test_everything_comes_as_a_file_to_the_member_alone(town: Town) -> None:
    maya = town.member("Maya")
    town.hears(maya, f"met Linn yesterday about {MARK}s")
    maya.dm("send me all my data")
    town.until(lambda: files_of(maya))
    ((name, content),) = files_of(maya).items()
    assert name == "wellmet-2026-11-24.json"
    assert json.loads(content)["meetings"][0]["topic"] == f"{MARK}s"
    maya.press(last(town, maya, "follows as a JSON file"), "Tables (CSV)")
    town.until(lambda: len(files_of(maya)) == 2)
    tables = zipfile.ZipFile(io.BytesIO(files_of(maya)["wellmet-2026-11-24.zip"]))
    assert MARK in tables.read("meetings.csv").decode()
    assert not files_of(town.member("Linn"))


def test_home_offers_the_files(town: Town) -> None:
    maya = town.member("Maya")
    maya.open_home()
    town.until(maya.home)
    maya.press_home("My data")
    town.until(maya.view)
    assert "as a file" in town.until(maya.view).words


def test_nothing_is_left_of_what_was_said_on_any_surface(town: Town, database_url: str) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    town.hears(maya, f"met Linn yesterday about {MARK}s")
    maya.press(
        town.hears(maya, f"met {MARK.title()} Smith at the {MARK} hall"), f"Add {MARK.title()} Smith as a contact"
    )
    maya.command("/met", f"Tom today about the {MARK}")
    town.hears(maya, f"I'd like to meet Priya about {MARK}s")
    town.hears(maya, f"introduce Linn to Tom, both love {MARK}s")
    town.hears(maya, f"Sam Okafor introduced me to Priya last week about {MARK}s")
    town.hears(maya, f"met Sam about the {MARK}")
    says(town, maya, f"I do {MARK} lessons for weddings")
    says(town, maya, f"I'm looking for a {MARK} tuner")
    maya.command("/thanks", "", channel="#general")
    maya.fill(maya.view(), {"Whom would you like to thank?": "Sam Okafor"})
    assert maya.submit({"Your words": f"The {MARK} was lovely."}) is None
    noted = says(town, maya, f"I recommend Linn for {MARK}s")
    assert MARK in noted.text, noted.text
    town.hears(maya, f"Tom sent me a client, {MARK.title()} Bakery, worth €2,500")
    town.hears(maya, f"Linn and I are teaming up on the {MARK} fair until June")
    town.hears(maya, f"remind me to ask Tom about the {MARK} in two weeks")
    town.hears(maya, "when did I last see Linn?")
    town.hears(maya, f"{MARK} {MARK} gibberish")
    town.hears(tom, "met Maya today about her pictures")
    assert town.wellmet.worker.settle()
    assert MARK in dump(database_url)
    town.clock.forward(days=1)
    town.wellmet.worker.wake()
    assert MARK.title() in last(town, tom, "Is that right?").text  # with others, in a conversation that is not Maya's
    assert not unmarked(database_url), "say something that writes the mark into these"
    asked = town.hears(maya, "forget everything")
    assert "for good" in asked.text
    assert town.wellmet.worker.settle()  # the message is kept a moment after it is seen
    maya.press(asked, "Forget everything")
    town.until(lambda: "I keep nothing that you told me" in asked.text)
    assert town.wellmet.worker.settle()
    assert MARK not in dump(database_url).casefold()
    assert not [m for m in maya.inbox() if m.from_app and not m.ephemeral and MARK in m.text.casefold()]
    assert "her pictures" in dump(database_url)
    assert "Noted" in town.hears(maya, "met Linn yesterday").text


def test_without_the_permission_it_says_so_and_how(
    transport: str, database_url: str, clock: StandingClock, tmp_path: Path
) -> None:
    written = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    written["oauth_config"]["scopes"]["bot"].remove("files:write")
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(yaml.safe_dump(written), encoding="utf-8")
    with Playground(manifest, transport=transport, clock=lambda: clock.now().timestamp()) as playground:
        town = Town(playground, database_url, transport, clock)
        try:
            maya = town.member("Maya")
            maya.dm("export")
            assert "wellmet export" in last(town, maya, "files:write").text
        finally:
            town.stop()
