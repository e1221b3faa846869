"""What a procedure must mean: its steps follow each other and name only what there is.

    steps: [reminder after due, hand_over after remindr]
      -> found 'remindr', allowed: did you mean reminder? one of due, paid, reminder

The one rule: one check is one small function from a file to its problems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reskontra.domain.rules import Part
from reskontra.domain.step import ANCHORS, PAID, Does
from reskontra.policy.creditor_file import CreditorFile, KindsFile
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import NOTHING, Problem, one_of
from reskontra.policy.procedure_file import ProcedureFile
from reskontra.policy.step_file import StepFile

INTEREST_KIND = "interest"
"""The invoice kind of interest invoices."""

NO_INTEREST_ON_INTEREST = "NJA 1994 s. 3: no interest runs on late interest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A procedure file with what it may refer to."""

    document: Document
    file: ProcedureFile
    creditor: CreditorFile | None
    kinds: KindsFile | None

    def steps(self) -> Iterator[tuple[Way, StepFile]]:
        """Each step with its place."""
        for at, step in enumerate(self.file.steps):
            yield ("steps", at), step

    def problem(self, way: Way, found: str, allowed: str, law: str = "") -> Problem:
        """A problem of this file."""
        return self.document.problem(way, found=found, allowed=allowed, law=law)


def check_procedure(case: Case) -> Iterator[Problem]:
    """Everything wrong in one procedure that its shape does not show, the law aside."""
    for check in CHECKS:
        yield from check(case)


def step_names(case: Case) -> Iterator[Problem]:
    """Each step has a name of its own, and none the name of an anchor."""
    met: dict[str, Way] = {}
    for way, step in case.steps():
        if step.step in ANCHORS:
            yield case.problem((*way, "step"), repr(step.step), "another name: that is a day")
        elif step.step in met:
            first = case.document.line(met[step.step])
            found = f"{step.step!r} again (first on line {first})"
            yield case.problem((*way, "step"), found, "each step name once")
        met.setdefault(step.step, (*way, "step"))


def what_steps_follow(case: Case) -> Iterator[Problem]:
    """A step follows an anchor or a step written before it, so the procedure is a tree."""
    after = {step.step: step.after for _, step in case.steps()}
    earlier: set[str] = set()
    for way, step in case.steps():
        allowed = ANCHORS | earlier
        found_by_people = case.kinds.clearances if case.kinds else {}
        if step.after not in allowed and step.after not in found_by_people:
            found = repr(step.after)
            if circle := _circle(step.step, after):
                found += f", a circle ({circle})"
            elif step.after in after:
                found += ", a later step"
            names = one_of(allowed, found=step.after) + ", or a clearance of kinds.yaml"
            yield case.problem((*way, "after"), found, names)
        earlier.add(step.step)


def _circle(start: str, after: Mapping[str, str]) -> str:
    """The way from `start` back to itself in words, or nothing."""
    path = [start]
    while (step := after.get(path[-1])) is not None:
        path.append(step)
        if step == start:
            return " after ".join(path)
        if step in path[:-1]:
            return ""
    return ""


def what_a_letter_needs(case: Case) -> Iterator[Problem]:
    """A letter step names its letter and the time to pay; no other step has a letter."""
    for way, step in case.steps():
        if step.does is not Does.LETTER:
            if step.letter is not None:
                allowed = f"no letter, as the step does {step.does.value}"
                yield case.problem((*way, "letter"), repr(step.letter), allowed)
            continue
        if step.letter is None:
            yield case.problem((*way, "letter"), NOTHING, "one of invoice, reminder")
        if step.pay_within is None and step.letter != "notice":
            yield case.problem((*way, "pay_within"), NOTHING, "a period like '14 days'")


def who_performs(case: Case) -> Iterator[Problem]:
    """Somebody else performs what is awaited, and nothing but that."""
    for way, step in case.steps():
        awaited = step.does is Does.AWAIT_REPORT
        if awaited and step.by == "creditor":
            allowed = "one of agency, department, enforcement_authority, technician"
            yield case.problem((*way, "by"), step.by, allowed)
        elif not awaited and step.by != "creditor":
            yield case.problem((*way, "by"), step.by, f"creditor, who does {step.does.value}")
        to_agency = step.does is Does.HAND_OVER or step.by == "agency"
        if to_agency and case.creditor is not None and not case.creditor.agencies:
            key = "by" if step.by == "agency" else "does"
            allowed = "a creditor whose creditor.yaml has agencies"
            yield case.problem((*way, key), str(getattr(step, key)), allowed)


def interest_comes_when_paid(case: Case) -> Iterator[Problem]:
    """Interest is invoiced when the principal is paid, on terms, and never on itself."""
    for way, step in case.steps():
        invoices = step.does is Does.INTEREST_INVOICE
        if invoices and step.after != PAID:
            yield case.problem((*way, "after"), repr(step.after), "paid: interest is known then")
        if not invoices and step.after == PAID:
            yield case.problem((*way, "after"), "'paid'", "due or an earlier step")
        if invoices and case.file.interest is None:
            yield case.problem(("interest",), NOTHING, "interest terms, as a step invoices it")
        if invoices and case.creditor and INTEREST_KIND not in case.creditor.invoice_kinds:
            allowed = f"a creditor with the invoice kind {INTEREST_KIND}"
            yield case.problem((*way, "does"), step.does.value, allowed)
    if INTEREST_KIND in (case.file.applies_to.kinds or ()) and case.file.interest is not None:
        found = "interest on interest invoices"
        allowed = "no interest for this kind"
        yield case.problem(("interest",), found, allowed, NO_INTEREST_ON_INTEREST)


def names_that_exist(case: Case) -> Iterator[Problem]:
    """Kinds, services, holds and clearances are among those of kinds.yaml and creditor.yaml."""
    if case.creditor is not None:
        kinds, services = case.creditor.invoice_kinds, case.creditor.services
        yield from _unknown(case, ("applies_to", "kinds"), case.file.applies_to.kinds or (), kinds)
        for way, step in case.steps():
            here = (*way, "only_if", "services")
            yield from _unknown(case, here, step.only_if.services or (), services)
    if case.kinds is not None:
        for way, step in case.steps():
            yield from _unknown(
                case,
                (*way, "needs"),
                (each.clearance for each in step.gates),
                case.kinds.clearances,
            )
            if step.by not in case.kinds.roles:
                allowed = one_of(case.kinds.roles, found=step.by)
                yield case.problem((*way, "by"), repr(step.by), allowed)
            yield from _unknown(case, (*way, "stopped_by"), step.stopped_by or (), case.kinds.holds)


def _unknown(case: Case, way: Way, names: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = tuple(known)
    for at, name in enumerate(names):
        if name not in known:
            yield case.problem((*way, at), repr(name), one_of(known, found=name))


def allocation_names_each_part(case: Case) -> Iterator[Problem]:
    """A payment's way through a claim names each part once."""
    parts = case.file.allocation
    if sorted(parts) != sorted(Part):
        found = ", ".join(part.value for part in parts)
        yield case.problem(("allocation",), found, "each of fee, interest, principal once")


CHECKS = (
    step_names,
    what_steps_follow,
    what_a_letter_needs,
    who_performs,
    interest_comes_when_paid,
    names_that_exist,
    allocation_names_each_part,
)
