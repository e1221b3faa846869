"""Which kinds of row, that few claims have, some claims have at all: one question instead of nine.

    of_claims(cursor, invoices=[4, 7], parties={2})  -> frozenset({"hold"})

The one rule: what is not named here needs not be asked for. A citizen's page, of claims of which
nothing is unusual, is answered with few statements.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.backends.utils import CursorWrapper

_OF_INVOICES = (
    "clearance",
    "course_decision",
    "enforcement_case",
    "handover",
    "interest_relief",
    "limitation_break",
    "plan_claim",
)
_OF_PARTIES = ("hold", "representative")
_QUESTION = "SELECT array_remove(ARRAY[{}], NULL)".format(
    ", ".join(
        f"CASE WHEN EXISTS (SELECT FROM {table} WHERE {key} = ANY(%({key})s)) THEN '{table}' END"
        for key, tables in (("invoice_id", _OF_INVOICES), ("party_id", _OF_PARTIES))
        for table in tables
    )
)


def of_claims(
    cursor: CursorWrapper, *, invoices: Collection[int], parties: Collection[int]
) -> frozenset[str]:
    """The tables that have any row of these invoices, or of these parties."""
    cursor.execute(_QUESTION, {"invoice_id": list(invoices), "party_id": list(parties)})
    return frozenset(cursor.fetchone()[0])
