"""Every row and file as lines that two lives can be compared by.

    entry | municipality | payment | bank | receivable | 30000 | ... | municipality 1001 | ...

Surrogate ids become the business key of what they refer to; of timestamps only whether there is
one is told; random public ids are left out.

The one rule: every column of every table takes part, unless it is one of those three.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from django.db import connections
from django.db.backends.utils import CursorWrapper

KEYS = {
    "agency_message": "k.agency || k.message",
    "course_proposal": "(SELECT i.number FROM invoice i WHERE i.id = k.invoice_id) || k.day",
    "early_notice": "k.day",
    "notice_wish": "k.address || k.day",
    "enforcement_case": "(SELECT i.number FROM invoice i WHERE i.id = k.invoice_id) || k.day",
    "facility": "k.code",
    "facility_file": "k.digest",
    "facility_ownership": "k.first_day",
    "work_order": "k.kind || k.ordered_on",
    "handover": "(SELECT i.number FROM invoice i WHERE i.id = k.invoice_id) || k.day",
    "creditor": "k.code",
    "decision": "k.kind || k.made_by || k.reason || k.day",
    "installment": "k.ocr_number",
    "plan": "k.reason || k.granted_on",
    "request": "(SELECT i.number FROM invoice i WHERE i.id = k.invoice_id) || k.kind || k.day"
    " || k.again",
    "party": "k.identity_number",
    "invoice": "k.number",
    "invoice_file": "k.digest",
    "hold": "k.party_id || k.kind || k.first_day",
    "letter": "(SELECT i.number FROM letter_claim lc JOIN invoice i ON i.id = lc.invoice_id"
    " WHERE lc.letter_id = k.id AND lc.step_taken ORDER BY 1 LIMIT 1) || k.template || k.day",
    "payment": "k.bank_reference",
    "payment_file": "k.digest",
    "payout": "k.payee || k.amount_ore || k.day",
    "representative": "k.party_id || k.kind || k.first_day || k.name",
    "rule": "k.digest",
    "step_undone": "(SELECT i.number || s.step FROM step_taken s JOIN invoice i"
    " ON i.id = s.invoice_id WHERE s.id = k.step_taken_id)",
    "undoing": "k.reason || k.day",
    "run": "k.day",
    "step_taken": "(SELECT i.number FROM invoice i WHERE i.id = k.invoice_id) || k.step",
}
"""What a row of the table is called by others; a table that others refer to must have one."""
ONE_TO_ONE = {"step_undone": "step_taken_id"}
LETTER_KEY = (
    "regexp_replace(t.key, '[0-9]+', (SELECT i.number FROM invoice i"
    " WHERE i.id = substring(t.key FROM '[0-9]+')::bigint))"
)
OF_DJANGO = frozenset({"django_migrations", "django_session", "portal_session"})

COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, NULL), f.relname
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                                       AND NOT a.attisdropped
    LEFT JOIN pg_constraint r ON r.conrelid = c.oid AND r.contype = 'f'
                             AND r.conkey = ARRAY[a.attnum]
    LEFT JOIN pg_class f ON f.oid = r.confrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    ORDER BY c.relname, a.attnum"""


def tell(folder: Path, place: Path) -> None:
    """Write the lines of the settings' database, and of the folder's files, to `place`."""
    with connections["default"].cursor() as cursor:
        lines = [*_rows(cursor), *_files(folder)]
    place.write_text(json.dumps(sorted(lines)), encoding="utf-8")


def tell_letters(place: Path) -> None:
    """Write what the letters of the settings' database are made of to `place`."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT data FROM letter")
        place.write_text(json.dumps([data for (data,) in cursor.fetchall()]), encoding="utf-8")


def _rows(cursor: CursorWrapper) -> Iterator[str]:
    cursor.execute(COLUMNS)
    tables: dict[str, list[str]] = {}
    for table, column, kind, refers_to in cursor.fetchall():
        if table not in OF_DJANGO:
            tables.setdefault(table, []).extend(_told(table, column, kind, refers_to))
    for table, columns in tables.items():
        cursor.execute(f"SELECT row({', '.join(columns)})::text FROM {table} t")
        yield from (f"{table} {row}" for (row,) in cursor.fetchall())


def _told(table: str, column: str, kind: str, refers_to: str | None) -> Iterator[str]:
    if refers_to is not None:
        yield f"(SELECT {KEYS[refers_to]} FROM {refers_to} k WHERE k.{_id(refers_to)} = t.{column})"
    elif (table, column) == ("letter", "key"):
        yield LETTER_KEY
    elif kind == "timestamp with time zone":
        yield f"t.{column} IS NULL"
    elif kind != "uuid" and column != "id":
        yield f"t.{column}"


def _id(table: str) -> str:
    """What its rows are referred to by: what is one to one with another has that one's id."""
    return ONE_TO_ONE.get(table, "id")


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        home = path.parent.relative_to(folder).as_posix()
        if path.suffix == ".pdf":
            yield f"{home} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as stream:
                yield from (f"{home} {row[1:]}" for row in csv.reader(stream))
