"""The one writer of `letter_waiting`: which letters have neither left nor been stopped.

    add(cursor, [17, 18])      they have been written
    over(cursor, [17])         one has left, or is stopped

Letters are kept for ever, and few of them wait. The one rule: whoever asks what waits asks this
table, so that a night costs what waits and not what was ever sent.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.backends.utils import CursorWrapper


def add(cursor: CursorWrapper, letters: Collection[int]) -> None:
    """They wait from now on."""
    cursor.execute(
        "INSERT INTO letter_waiting (letter_id) SELECT unnest(%s::bigint[])", [list(letters)]
    )


def over(cursor: CursorWrapper, letters: Collection[int]) -> None:
    """They wait no more."""
    cursor.execute(
        "UPDATE letter_waiting SET waits = false WHERE letter_id = ANY(%s)", [list(letters)]
    )
