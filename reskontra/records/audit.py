"""Who looked at whose data: added before the data is shown, and never changed.

looked(cursor, party=17, actor="anna", purpose="asked by phone", what="explain invoice 1003")
"""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper


def searched(
    cursor: CursorWrapper,
    *,
    actor: str,
    role: str,
    purpose: str,
    sought_by: str,
    words: str,
    found: int,
) -> None:
    """Record one search; `words` are never an identity number."""
    cursor.execute(
        "INSERT INTO search_record (actor, role, purpose, sought_by, words, found)"
        " VALUES (%s, %s, %s, %s, %s, %s)",
        [actor, role, purpose, sought_by, words, found],
    )


def looked(
    cursor: CursorWrapper, *, party: int, actor: str, purpose: str, what: str, role: str = ""
) -> None:
    """Record one look at a party's data by somebody else, and as what they looked."""
    cursor.execute(
        "INSERT INTO access_record (party_id, actor, role, purpose, what)"
        " VALUES (%s, %s, %s, %s, %s)",
        [party, actor, role, purpose, what],
    )
