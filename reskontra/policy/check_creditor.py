"""What a creditor's files must mean together: every invoice has one procedure.

    invoice_kinds: {rent: ..., parking: ...}, and no procedure that applies to parking
      -> invoice_kinds.parking: found no procedure for person

The one rule: an invoice never falls between two procedures, nor under two at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reskontra.domain.party import PartyKind
from reskontra.policy.case import Case
from reskontra.policy.check_step import FEE_KIND, INTEREST_KIND
from reskontra.policy.condition_file import ConditionFile
from reskontra.policy.creditor_file import CreditorFile
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import Problem, one_of

OWN_KINDS = frozenset({INTEREST_KIND, FEE_KIND})
"""What no department bills."""


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
    refunds = creditor.refunds
    if refunds.kept_below > refunds.next_invoice_below > 0:
        allowed = "at least as much as kept_below"
        here = ("refunds", "next_invoice_below")
        yield document.problem(here, found="less than kept_below", allowed=allowed)


def check_coverage(
    document: Document, creditor: CreditorFile, cases: Sequence[Case]
) -> Iterator[Problem]:
    """Each kind of invoice, for each kind of debtor, has a procedure whatever else it is."""
    for kind in creditor.invoice_kinds:
        uncovered = [
            debtor.value for debtor in PartyKind if not _covered(creditor, cases, kind, debtor)
        ]
        if uncovered:
            found = "no procedure for " + ", ".join(uncovered)
            allowed = f"a procedure whose applies_to takes {kind} for them, whatever else it is"
            yield document.problem(("invoice_kinds", kind), found=found, allowed=allowed)


def _covered(creditor: CreditorFile, cases: Iterable[Case], kind: str, debtor: PartyKind) -> bool:
    """Whether some procedure takes every such invoice, or each department has one that does."""
    left = {each.department for each in creditor.departments}
    for case in cases:
        scope = case.scope()
        if kind not in scope.kinds or debtor not in scope.debtors:
            continue
        if scope.facilities or scope.marks or scope.party_has_only:
            continue
        if not scope.departments:
            return True
        left -= scope.departments
    return not left and kind not in OWN_KINDS


def check_ties(cases: Sequence[Case]) -> Iterator[Problem]:
    """Of two procedures that could take the same invoice one is narrower, at every time."""
    told: set[tuple[str, str]] = set()
    for first, second in combinations(cases, 2):
        names = (first.file.procedure, second.file.procedure)
        if names[0] == names[1] or names in told or not _at_once(first, second):
            continue
        one, other = first.scope(), second.scope()
        if one.narrowness == other.narrowness and one.overlaps(other):
            told.add(names)
            found = f"{_shared(one.kinds & other.kinds)} as in {first.document.file}"
            allowed = "one of the two narrower than the other, or for other invoices"
            yield second.problem(("applies_to",), found, allowed)


def _shared(kinds: Iterable[str]) -> str:
    return ", ".join(sorted(kinds))


def _at_once(one: Case, other: Case) -> bool:
    """Whether there is a day on which both versions are the ones in force."""
    starts = max(one.file.valid_from, other.file.valid_from)
    return all(case.until is None or starts < case.until for case in (one, other))


def check_versions(cases: Sequence[Case]) -> Iterator[Problem]:
    """The versions of one procedure begin on days of their own, told apart by the same day."""
    for first, second in combinations(cases, 2):
        if first.file.procedure != second.file.procedure:
            continue
        if first.file.valid_from == second.file.valid_from:
            found = f"{second.file.valid_from}, as in {first.document.file}"
            yield second.problem(("valid_from",), found, "another day: each version has its own")
        if first.file.version_by != second.file.version_by:
            found = second.file.version_by.value
            allowed = f"{first.file.version_by.value}, as in {first.document.file}"
            yield second.problem(("version_by",), found, allowed)


def check_histories(cases: Sequence[Case]) -> Iterator[Problem]:
    """What a condition counts of a party's past is a step of some procedure, or a hold."""
    steps = {step.step for case in cases for step in case.file.steps}
    for case in cases:
        for way, asked in _asked(case):
            names = asked.party.steps if asked.party else None
            for at, name in enumerate(names or ()):
                known = steps | set(case.kinds.holds)
                if name not in known:
                    allowed = one_of(steps, found=name) + ", or a hold of kinds.yaml"
                    yield case.problem((*way, "party", "steps", at), repr(name), allowed)


def _asked(case: Case) -> Iterator[tuple[Way, ConditionFile]]:
    for way, step in case.steps():
        yield (*way, "only_if"), step.only_if
        for place, row in enumerate(step.courses or ()):
            yield (*way, "courses", place, "only_if"), row.only_if
        if step.unless is not None:
            yield (*way, "unless"), step.unless
    for key, terms in (("deferral", case.file.deferral), ("plan", case.file.plan)):
        if terms is not None:
            yield (key, "only_if"), terms.only_if
