"""What only the rows and the creditors' rules can tell is wrong in an invoice file.

checks.right_ones(records)  -> the records without fault; the others' faults in `problems`
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.db.backends.utils import CursorWrapper

from reskontra.domain.identity import IdentityKind, parse_identity_number
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Creditor, Policy
from reskontra.domain.scope import AsBilled
from reskontra.formats.invoice_file import InvoiceRecord, Record
from reskontra.formats.invoice_records import Recipient
from reskontra.formats.problems import Problem
from reskontra.records import invoices

_PDF_BEGINS = b"%PDF-"


def problem(record: Record, field: str, found: str, allowed: str, swedish: str) -> Problem:
    """A fault at the record's line."""
    return Problem(
        line=record.line, field=field, found=found, allowed=allowed, allowed_swedish=swedish
    )


class Checks:
    """The faults of one file, found chunk by chunk."""

    def __init__(
        self,
        *,
        cursor: CursorWrapper,
        folder: Path,
        policy: Policy,
        creditors: dict[str, int],
    ) -> None:
        self.problems: list[Problem] = []
        self._cursor = cursor
        self._folder = folder
        self._policy = policy
        self._creditors = creditors

    def add(self, *found: Problem) -> None:
        """Remember faults."""
        self.problems.extend(found)

    def knows_creditor(self, record: Record) -> bool:
        """Whether the creditor has rules here; otherwise a fault."""
        known = record.creditor in self._policy.creditors
        if not known:
            self.add(_one_of(record, "creditor", record.creditor, self._policy.creditors))
        return known

    def right_ones(self, records: Sequence[InvoiceRecord]) -> list[InvoiceRecord]:
        """The invoices without fault."""
        taken = self._numbers_taken(records)
        right = []
        for record in records:
            if not self.knows_creditor(record):
                continue
            faults = [
                *_against_rules(record, self._policy.creditors[record.creditor]),
                *self._against_marks(record),
                *self._against_rows(record, taken),
                *self._against_folder(record),
            ]
            self.add(*faults)
            if not faults:
                right.append(record)
        return right

    def _numbers_taken(self, records: Sequence[InvoiceRecord]) -> set[tuple[str, str, str]]:
        """(field, creditor, number) that rows have already."""
        by_creditor: defaultdict[str, list[InvoiceRecord]] = defaultdict(list)
        for record in records:
            if record.creditor in self._creditors:
                by_creditor[record.creditor].append(record)
        taken = set()
        for code, mine in by_creditor.items():
            creditor = self._creditors[code]
            numbers = invoices.by_number(
                self._cursor, creditor=creditor, numbers=[r.number for r in mine]
            )
            used = invoices.references_in_use(
                self._cursor, creditor=creditor, ocr_numbers=[r.ocr_number for r in mine]
            )
            taken |= {("number", code, number) for number in numbers}
            taken |= {("ocr_number", code, number) for number in used}
        return taken

    def _against_rows(
        self, record: InvoiceRecord, taken: set[tuple[str, str, str]]
    ) -> Iterator[Problem]:
        for field, value in (("number", record.number), ("ocr_number", record.ocr_number)):
            if (field, record.creditor, value) in taken:
                yield problem(
                    record,
                    field,
                    value,
                    "a number that no earlier invoice has",
                    "ett nummer som ingen tidigare faktura har",
                )

    def _against_marks(self, record: InvoiceRecord) -> Iterator[Problem]:
        known = self._policy.mark_kinds
        for place, mark in enumerate(record.marks, 1):
            if mark not in known:
                yield _one_of(record, f"marks[{place}]", mark, known)

    def _against_folder(self, record: InvoiceRecord) -> Iterator[Problem]:
        if record.pdf is None:
            return
        place = self._folder / record.pdf
        if not place.is_file():
            found, allowed = "no such file", "a PDF in the same folder"
        elif not _is_pdf(place):
            found, allowed = "not a PDF", "a file that begins with %PDF-"
        else:
            return
        yield problem(record, "pdf", f"{record.pdf}: {found}", allowed, "en PDF i samma mapp")


def _is_pdf(place: Path) -> bool:
    with place.open("rb") as stream:
        return stream.read(len(_PDF_BEGINS)) == _PDF_BEGINS


def _against_rules(record: InvoiceRecord, creditor: Creditor) -> Iterator[Problem]:
    if record.kind not in creditor.invoice_kinds:
        yield _one_of(record, "kind", record.kind, creditor.invoice_kinds)
    elif _procedure_missing(record, creditor):
        yield problem(
            record,
            "kind",
            f"{record.kind}, due {record.due_date}",
            "a kind and a due date that one of the creditor's procedures is in force for",
            "en typ och en förfallodag som någon av borgenärens rutiner gäller för",
        )
    departments = [department.code for department in creditor.departments]
    if record.department not in departments:
        yield _one_of(record, "department", record.department, departments)
    for line, service in enumerate((each.service for each in record.lines), 1):
        if service not in creditor.services:
            yield _one_of(record, f"lines[{line}].service", service, creditor.services)
    if record.ocr_number.startswith(creditor.ocr_series):
        yield problem(
            record,
            "ocr_number",
            record.ocr_number,
            f"a number that does not begin with {creditor.ocr_series}, the series of reminders",
            f"ett nummer som inte börjar med {creditor.ocr_series}, serien för påminnelser",
        )


def party_kind(recipient: Recipient) -> PartyKind:
    """What a party is: an estate when the file says so, else by its identity number."""
    if recipient.estate:
        return PartyKind.ESTATE
    kind = parse_identity_number(recipient.identity_number).kind
    return PartyKind.ORGANIZATION if kind is IdentityKind.ORGANIZATION else PartyKind.PERSON


def _procedure_missing(record: InvoiceRecord, creditor: Creditor) -> bool:
    return creditor.procedure_for(as_billed(record), today=record.invoice_date) is None


def as_billed(record: InvoiceRecord) -> AsBilled:
    """What the invoice says of itself that decides its procedure."""
    return AsBilled(
        kind=record.kind,
        debtor=party_kind(record.recipient),
        invoice_date=record.invoice_date,
        due_date=record.due_date,
        department=record.department,
        facility=record.facility,
        marks=frozenset(record.marks),
        services=frozenset(line.service for line in record.lines),
    )


def _one_of(record: Record, field: str, found: str, allowed: Iterable[str]) -> Problem:
    words = ", ".join(sorted(allowed))
    return problem(record, field, found, f"one of {words}", f"något av {words}")
