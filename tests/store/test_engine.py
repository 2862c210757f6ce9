"""SQLite's file, and what may befall it."""

from pathlib import Path

import pytest
from sqlalchemy import text

from store.engine import BadAddress, Database, FileGone, address


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_would_forget_everything_is_refused(url: str) -> None:
    with pytest.raises(BadAddress, match="no file"):
        address(url)


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_written_into_a_file_that_was_taken_away(tmp_path: Path, replaced: bool) -> None:
    file = tmp_path / "kept.db"
    database = Database(f"sqlite:///{file}")
    with database.write() as connection:
        connection.execute(text("create table noted (what text)"))
    file.rename(tmp_path / "elsewhere.db")
    if replaced:
        file.touch()
    with pytest.raises(FileGone), database.write() as connection:
        connection.execute(text("insert into noted values ('lost')"))
    with pytest.raises(FileGone), database.read():
        pass
    (tmp_path / "elsewhere.db").replace(file)
    with database.write() as connection:
        connection.execute(text("insert into noted values ('kept')"))
    with database.read() as connection:
        assert connection.execute(text("select what from noted")).scalars().all() == ["kept"]
    database.close()
