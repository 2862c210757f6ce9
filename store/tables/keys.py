"""An index that begins with it for every column that names a row of another table.

Whenever a row is deleted, the database looks in each of these columns whether it is still named; without an index it
reads the whole table for every contact that is forgotten.
"""

from sqlalchemy import Column, Index, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint


def index_keys(metadata: MetaData) -> None:
    """Give them their indexes; workspaces are never deleted."""
    for table in metadata.sorted_tables:
        for column in list(table.c):
            named = {key.column.table.name for key in column.foreign_keys} - {"workspaces"}
            if named and not leads(column, table):
                Index(f"ix_{table.name}_by_{column.name}", column)


def leads(column: "Column[object]", table: Table) -> bool:
    """Whether an index of all rows begins with the column."""
    keys = [key for key in table.constraints if isinstance(key, PrimaryKeyConstraint | UniqueConstraint)]
    whole = [index for index in table.indexes if index.dialect_options["sqlite"].get("where") is None]
    return any(next(iter(each.columns), None) is column for each in (*keys, *whole))
