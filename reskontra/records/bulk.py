"""Many rows at once: streamed to a stage of the session's own, then moved in one statement.

    insert(cursor, "entry", ("kind", "debit", ...), rows)

PostgreSQL does not stream straight into a table that row-level security guards; the stage costs
a fraction of the move, which checks every constraint. Columns not named get their defaults.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any
from zlib import crc32

from django.db.backends.utils import CursorWrapper
from psycopg import sql


def insert(
    cursor: CursorWrapper,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    ending: str = "",
) -> int:
    """Add the rows to the table, all or none, and say how many; `ending` follows the INSERT."""
    coming = iter(rows)
    first = next(coming, None)
    if first is None:
        return 0
    stage = fill_stage(cursor, table, columns, chain((first,), coming))
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} {}").format(
        sql.Identifier(table), names, names, stage, sql.SQL(ending)
    )
    cursor.execute(statement)
    count = cursor.rowcount
    cursor.execute(sql.SQL("TRUNCATE {}").format(stage))
    return count


def fill_stage(
    cursor: CursorWrapper,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> sql.Identifier:
    """Stream rows to a temporary table with these columns of `table`, and name it."""
    stage = sql.Identifier(f"stage_{table}_{crc32(repr(columns).encode())}")
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    cursor.execute(
        sql.SQL("CREATE TEMP TABLE IF NOT EXISTS {} AS SELECT {} FROM {} WITH NO DATA").format(
            stage, names, sql.Identifier(table)
        )
    )
    with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(stage, names)) as copy:
        for row in rows:
            copy.write_row(row)
    return stage


def new_ids(cursor: CursorWrapper, table: str, count: int) -> list[int]:
    """`count` ids of the table, for rows that refer to each other before they are added."""
    cursor.execute(
        "SELECT nextval(ids.sequence) FROM generate_series(1, %s),"
        " (SELECT pg_get_serial_sequence(%s, 'id')::regclass OFFSET 0) AS ids (sequence)",
        [count, table],
    )
    return [each for (each,) in cursor.fetchall()]
