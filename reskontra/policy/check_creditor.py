"""What a creditor's files must mean together: every kind of invoice has one procedure.

    invoice_kinds: {rent: ..., parking: ...}, and no procedure that applies to parking
      -> invoice_kinds.parking: found no procedure for person

The one rule: an invoice never falls between two procedures, nor under two at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from reskontra.domain.party import PartyKind
from reskontra.policy.check_procedure import Case
from reskontra.policy.creditor_file import CreditorFile
from reskontra.policy.document import Document
from reskontra.policy.problems import Problem


def check_code(document: Document, creditor: CreditorFile) -> Iterator[Problem]:
    """A creditor is called as its folder, and each department once."""
    folder = document.file.split("/", 1)[0]
    if creditor.creditor != folder:
        found = repr(creditor.creditor)
        yield document.problem(("creditor",), found=found, allowed=f"{folder}, as the folder")
    met: set[str] = set()
    for at, department in enumerate(creditor.departments):
        if department.department in met:
            found = f"{department.department!r} again"
            way = ("departments", at, "department")
            yield document.problem(way, found=found, allowed="each department once")
        met.add(department.department)


def check_coverage(
    document: Document, creditor: CreditorFile, cases: Iterable[Case]
) -> Iterator[Problem]:
    """Each kind of invoice, for each kind of debtor, has exactly one procedure at a time."""
    cases = tuple(cases)
    for kind in creditor.invoice_kinds:
        uncovered = []
        doubled: set[str] = set()
        for debtor in PartyKind:
            takers = [case for case in cases if _takes(case, kind, debtor)]
            if not takers:
                uncovered.append(debtor.value)
            for problem in _doubles(takers, kind, debtor):
                if problem.file not in doubled:
                    doubled.add(problem.file)
                    yield problem
        if uncovered:
            found = "no procedure for " + ", ".join(uncovered)
            allowed = f"a procedure whose applies_to takes {kind} for them"
            yield document.problem(("invoice_kinds", kind), found=found, allowed=allowed)


def _takes(case: Case, kind: str, debtor: PartyKind) -> bool:
    scope = case.file.applies_to
    kinds = scope.kinds_of(case.creditor) if case.creditor else ()
    return kind in kinds and debtor in (scope.debtors or PartyKind)


def _doubles(takers: Iterable[Case], kind: str, debtor: PartyKind) -> Iterator[Problem]:
    first: dict[date, Case] = {}
    for case in takers:
        other = first.setdefault(case.file.valid_from, case)
        if other is not case:
            found = f"{kind} for {debtor.value}, as in {other.document.file}"
            allowed = f"one procedure for them from {case.file.valid_from}"
            yield case.problem(("applies_to",), found, allowed)
