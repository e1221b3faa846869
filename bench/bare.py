"""The barest things that leave the same rows: COPY of rows made beforehand, and lxml with COPY.

    keep_rows(url=…, folder=…)      what a night wrote, as files to COPY
    write_rows(rows=…)              the same rows into the same tables, in one transaction
    parse_and_copy(file=…, day=…)   a camt.054 file to rows of payment and entry

The one rule: no rule of ours is applied and nothing is looked up: an expert who knew the outcome
could not write it with less.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from lxml import etree
from psycopg import sql

from bench.watch import Watch

EVERY = sql.SQL("true")
NIGHT_ROWS = {
    "run": ("id, day, selected, without_bank_files, finished_at", EVERY),
    "run_outcome": ("run_id, outcome, reason, claims", EVERY),
    "rule": ("id, creditor_id, procedure, file, digest, text, first_used_on", EVERY),
    "letter": (
        "id, key, creditor_id, party_id, template, language, day, pay_by, total_ore, ocr_number,"
        " sent_to_print, data,"
        " channel, passed_channels, encloses, copies_to",
        EVERY,
    ),
    "letter_claim": ("letter_id, invoice_id, party_id, step_taken, open_ore", EVERY),
    "payment_reference": (
        "creditor_id, ocr_number, letter_id",
        sql.SQL("letter_id IS NOT NULL"),
    ),
    "step_taken": ("invoice_id, party_id, step, day, pay_by, rule_id, letter_id, run_id", EVERY),
    "entry": (
        "creditor_id, kind, debit, credit, amount_ore, value_date, booking_date, invoice_id,"
        " payment_id, cause",
        sql.SQL("kind = 'fee'"),
    ),
}
"""Table -> the columns that a night fills, and which rows are a night's; the rest are defaults."""

MOVED = {
    "claim_state": (
        "invoice_id, open_ore, next_look_on",
        sql.SQL("invoice_id IN (SELECT invoice_id FROM step_taken)"),
    )
}
"""What a night changes."""

PIECE_BYTES = 1 << 18


def keep_rows(*, url: str, folder: Path) -> None:
    """Write the rows of a night that has just been lived to files, as COPY reads them."""
    folder.mkdir(exist_ok=True)
    with psycopg.connect(url) as owner, owner.cursor() as cursor:
        for table, (columns, rows) in (NIGHT_ROWS | MOVED).items():
            query = sql.SQL("COPY (SELECT {} FROM {} WHERE {} ORDER BY ctid) TO STDOUT").format(
                _names(columns), sql.Identifier(table), rows
            )
            with (folder / table).open("wb") as out, cursor.copy(query) as copy:
                for piece in copy:
                    out.write(piece)


def write_rows(*, rows: str) -> dict[str, Any]:
    """Write them again, and bring `claim_state` to where the night left it."""
    with Watch() as watch, _connected() as owner, owner.cursor() as cursor:
        for table, (columns, _) in NIGHT_ROWS.items():
            _copy_in(cursor, table, columns, Path(rows) / table)
        cursor.execute(
            "CREATE TEMP TABLE moved AS"
            " SELECT invoice_id, open_ore, next_look_on FROM claim_state WITH NO DATA"
        )
        _copy_in(cursor, "moved", MOVED["claim_state"][0], Path(rows) / "claim_state")
        cursor.execute(
            "UPDATE claim_state SET open_ore = moved.open_ore, next_look_on = moved.next_look_on"
            " FROM moved WHERE claim_state.invoice_id = moved.invoice_id"
        )
        count = cursor.rowcount
    return {**watch.found, "count": count}


def _connected() -> psycopg.Connection[Any]:
    return psycopg.connect(os.environ["DATABASE_URL"])


def _names(columns: str) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns.split(", ")))


def _copy_in(cursor: psycopg.Cursor[Any], table: str, columns: str, file: Path) -> None:
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _names(columns))
    with file.open("rb") as source, cursor.copy(into) as copy:
        while piece := source.read(PIECE_BYTES):
            copy.write(piece)


def parse_and_copy(*, file: str, day: str) -> dict[str, Any]:
    """Read each Ntry of a camt.054 file, and copy a payment and an entry for it.

    Which invoice an OCR number stands for is known beforehand.
    """
    with _connected() as owner, owner.cursor() as cursor:
        cursor.execute("SELECT ocr_number, invoice_id FROM payment_reference")
        invoices: dict[str, int] = dict(cursor.fetchall())
    with Watch() as watch, _connected() as owner, owner.cursor() as cursor:
        entries = _copy_payments(cursor, file, day)
        with cursor.copy(
            "COPY entry (creditor_id, kind, debit, credit, amount_ore, value_date, booking_date,"
            " invoice_id, payment_id, cause) FROM STDIN"
        ) as copy:
            for ore, valued, ocr_number, key in entries:
                fixed = (1, "payment", "bank", "receivable")
                copy.write_row((*fixed, ore, valued, day, invoices[ocr_number], key, "bare"))
    return {**watch.found, "count": len(entries)}


BARE_FILE = 9
"""An id for the bank file that no other file has."""


def _copy_payments(
    cursor: psycopg.Cursor[Any], file: str, day: str
) -> list[tuple[int, str, str, int]]:
    """Copy the payments while they are parsed; give what their entries need."""
    cursor.execute(
        "INSERT INTO payment_file (id, digest, name, day) VALUES (%s, 'bare', 'bare', %s)",
        [BARE_FILE, day],
    )
    entries = []
    with cursor.copy(
        "COPY payment (id, payment_file_id, creditor_id, bank_reference, amount_ore, reversal,"
        " booking_date, value_date, reference, text, payer_name) FROM STDIN"
    ) as copy:
        for key, (reference, ore, booked, valued, ocr_number, payer) in enumerate(_payments(file)):
            begun = (key, BARE_FILE, 1, reference, ore, False)
            copy.write_row((*begun, booked, valued, ocr_number, "", payer))
            entries.append((ore, valued, ocr_number, key))
    return entries


NAMESPACE = "{urn:iso:std:iso:20022:tech:xsd:camt.054.001.02}"


def _payments(file: str) -> Iterator[tuple[str, int, str, str, str, str]]:
    def path(*names: str) -> str:
        return "/".join(f"{NAMESPACE}{name}" for name in names)

    reference, amount = path("AcctSvcrRef"), path("Amt")
    booked, valued = path("BookgDt", "Dt"), path("ValDt", "Dt")
    details = path("NtryDtls", "TxDtls")
    ocr_number = f"{details}/{path('RmtInf', 'Strd', 'CdtrRefInf', 'Ref')}"
    payer = f"{details}/{path('RltdPties', 'Dbtr', 'Nm')}"
    with Path(file).open("rb") as stream:
        for _, entry in etree.iterparse(stream, tag=f"{NAMESPACE}Ntry"):
            kronor, _, ore = entry.findtext(amount, "").partition(".")
            yield (
                entry.findtext(reference, ""),
                int(kronor) * 100 + int(ore),
                entry.findtext(booked, ""),
                entry.findtext(valued, ""),
                entry.findtext(ocr_number, ""),
                entry.findtext(payer, ""),
            )
            entry.clear()
            parent = entry.getparent()
            while parent is not None and entry.getprevious() is not None:
                del parent[0]
