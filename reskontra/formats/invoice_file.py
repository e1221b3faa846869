"""Invoices from the business systems: JSON Lines of our own, one record a line, in UTF-8.

    {"record": "invoice", "creditor": "municipality", "number": "1001", "ocr_number": "100164", …}
    {"record": "credit", "creditor": "municipality", "number": "9001", "credits": "1001", …}
    {"record": "withdrawal", "creditor": "municipality", "withdraws": "1001", …}

The one rule: a file is taken whole or not at all, and a refusal lists everything that is wrong,
so that one reading mends it. What a record may hold is in `invoice_records.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from pydantic import ValidationError

from reskontra.formats.invoice_problems import problems_of
from reskontra.formats.invoice_records import (
    RECORD,
    CreditRecord,
    InvoiceLine,
    InvoiceRecord,
    Recipient,
    Record,
    WithdrawalRecord,
    json_schema,
)
from reskontra.formats.problems import MOST_SHOWN, FileRefused, Problem

__all__ = [
    "CreditRecord",
    "InvoiceLine",
    "InvoiceRecord",
    "Recipient",
    "Record",
    "WithdrawalRecord",
    "json_schema",
    "read",
]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST_LINE = 1_000_000


def read(stream: BinaryIO, *, name: str) -> Iterator[Record]:
    """Give the file's right records as they come, each knowing its `line`; refuse at the end.

    Whoever reads must keep nothing until the last record has come: a FileRefused after it lists
    what was wrong in any line. It refuses unknown and missing fields, values of the wrong kind,
    wrong OCR and identity numbers, lines that do not add up to the total, a due date before the
    invoice date, and numbers that the file uses twice. Memory: one line, and the numbers.
    """
    check = _File()
    for line, text in enumerate(lines_of(stream), start=1):
        if not text.strip():
            continue
        record = check.record(line, text)
        if record is not None:
            yield record
    if not check.records:
        check.refuse(nothing_in_it())
    if check.count:
        raise FileRefused(name=name, problems=tuple(check.problems), count=check.count)


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of the file; one that never ends is cut, and is then no JSON."""
    text = stream.readline(_LONGEST_LINE).removeprefix(_BYTE_ORDER_MARK)
    while text:
        yield text
        text = stream.readline(_LONGEST_LINE)


class _File:
    """What has been seen of one file: its problems, and the numbers that it has used."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.count = 0
        self.records = 0
        self._used: dict[tuple[str, str, str], int] = {}

    def refuse(self, *problems: Problem) -> None:
        self.count += len(problems)
        self.problems.extend(problems[: MOST_SHOWN - len(self.problems)])

    def record(self, line: int, text: bytes) -> Record | None:
        """The record of one line, unless something is wrong with it."""
        self.records += 1
        try:
            record = RECORD.validate_json(text)
        except ValidationError as error:
            self.refuse(*problems_of(error, line=line))
            return None
        record.place(line)
        problems = [*record.contradictions(), *self._repeated(record)]
        self.refuse(*problems)
        return None if problems else record

    def _repeated(self, record: Record) -> Iterator[Problem]:
        """The numbers of the record that an earlier line has used, each at this line."""
        for field, value in record.used_once():
            earlier = self._used.setdefault((field, record.creditor, value), record.line)
            if earlier != record.line:
                yield Problem(
                    line=record.line,
                    field=field,
                    found=repr(value),
                    allowed=f"each number once; line {earlier} has this one",
                    allowed_swedish=f"varje nummer en gång; det här finns på rad {earlier}",
                )


def nothing_in_it() -> Problem:
    """The fault of a file without a record."""
    return Problem(
        line=0,
        field="the file",
        found="–",
        allowed="at least one line with a record",
        allowed_swedish="minst en rad med en post",
    )
