"""Whether what finds records is as the records are: held to after every test of the surfaces, whatever it did."""

from typing import Any

from sqlalchemy import Connection, Row, select, text

from store.engine import Database
from store.indexing import index_all
from store.tables import search_entries, search_words

_E, _W = search_entries.c, search_words.c


def assert_filed_truly(database: Database) -> None:
    """The index is the one that is made anew from the records; nothing is changed."""
    with database.read() as connection:  # which is rolled back
        stood = filed(connection)
        connection.execute(text("delete from search_entries"))
        connection.execute(text("delete from search_words"))
        index_all(connection)
        anew = filed(connection)
    assert stood == anew


def filed(connection: Connection) -> tuple[set[Row[Any]], set[Row[Any]]]:
    """Entries and words, as they stand in the tables."""
    entries = connection.execute(select(_E.workspace, _E.owner, _E.record, _E.day, _E.terms, _E.ends))
    words = connection.execute(select(_W.workspace, _W.owner, _W.word, _W.times, _W.sound))
    return set(entries), set(words)
