"""From checked files to the domain's values.

The one rule: nothing is refused here and nothing is decided here; what comes in has been checked.

Example: the step `wait: 7 working days` becomes `Step(wait=Span(7, working days), ...)`.
"""

from __future__ import annotations

from collections.abc import Iterable

from reskontra.domain import rules
from reskontra.domain.calendar import Span
from reskontra.domain.conditions import Condition
from reskontra.domain.fees import FeeGround
from reskontra.domain.law import Law
from reskontra.domain.rate import AboveReference
from reskontra.domain.scope import Scope
from reskontra.domain.step import Need, Step
from reskontra.domain.terms import Fee, InterestTerms, PlanTerms
from reskontra.domain.texts import Contact
from reskontra.domain.waiting import Waiting
from reskontra.policy.creditor_file import ContactFile, CreditorFile, DepartmentFile, PortalFile
from reskontra.policy.document import Document
from reskontra.policy.procedure_file import ConditionFile, InterestFile, ProcedureFile, StepFile


def build_procedure(
    file: ProcedureFile, document: Document, *, creditor: CreditorFile, law: Law
) -> rules.Procedure:
    """A procedure with the bytes that it came from."""
    return rules.Procedure(
        name=file.procedure,
        creditor=creditor.creditor,
        valid_from=file.valid_from,
        scope=Scope(
            kinds=frozenset(file.applies_to.kinds), debtors=frozenset(file.applies_to.debtors)
        ),
        steps=tuple(_step(step, at, law) for at, step in enumerate(file.steps, start=1)),
        interest=_interest(file.interest, law) if file.interest else None,
        allocation=tuple(file.allocation),
        grounds=_grounds(creditor),
        plan=PlanTerms(longest=Span.parse("12 months"), parts_at_most=12)
        if file.offers_installment_plan
        else None,
        reference=file.reference.reference(),
        file=document.file,
        digest=document.digest,
        text=document.text,
    )


def _grounds(creditor: CreditorFile) -> dict[str, str]:
    named = {**creditor.invoice_kinds, **creditor.services}
    return {name: each.ground for name, each in named.items()}


def _step(file: StepFile, ordinal: int, law: Law) -> Step:
    return Step(
        name=file.step,
        ordinal=ordinal,
        label=file.label.texts(),
        does=file.does,
        after=file.after,
        wait=Waiting(spans=(file.wait,)),
        letter=file.letter or "",
        pay_within=file.pay_within,
        together=file.together,
        fee=Fee(
            amount_ore=file.fee.amount,
            ground=FeeGround(file.fee.ground),
            ceiling=law.reminder_fee_ceiling if file.fee.ground == "agreement" else None,
        )
        if file.fee
        else None,
        only_if=_condition(file.only_if),
        needs=tuple(Need(clearance=each) for each in file.needs),
        stopped_by=None if file.stopped_by is None else frozenset(file.stopped_by),
        performed_by=file.by,
        explanation=file.explanation.texts(),
        reference=file.reference.reference() if file.reference else None,
    )


def _condition(file: ConditionFile) -> Condition:
    return Condition(
        open_at_least_ore=file.open_at_least,
        open_at_most_ore=file.open_at_most,
        part_paid=file.part_paid,
        services=frozenset(file.services),
        debtors=frozenset(file.debtors),
    )


def _interest(file: InterestFile, law: Law) -> InterestTerms:
    return InterestTerms(
        rate=AboveReference(reference_rate=law.reference_rate, margin=law.late_interest_margin),
        runs_from=file.runs_from,
        minimum_ore=file.minimum,
        pay_within=file.pay_within,
    )


def build_creditor(
    file: CreditorFile, portal: PortalFile, procedures: Iterable[rules.Procedure]
) -> rules.Creditor:
    """A creditor with its procedures, in order of name and day."""
    in_order = sorted(procedures, key=lambda each: (each.name, each.valid_from))
    return rules.Creditor(
        code=file.creditor,
        name=file.name,
        organization_number=file.organization_number,
        bankgiro=file.bankgiro,
        address_lines=tuple(file.address_lines),
        contact=_contact(file.contact),
        departments=tuple(_department(each) for each in file.departments),
        invoice_kinds={name: kind.texts() for name, kind in file.invoice_kinds.items()},
        services={name: kind.texts() for name, kind in file.services.items()},
        ocr_series=file.ocr_series,
        agencies=_agencies(file),
        portal=_portal(portal),
        procedures=tuple(in_order),
    )


def _contact(file: ContactFile) -> Contact:
    return Contact(
        name=file.name, phone=file.phone, email=file.email or "", website=file.website or ""
    )


def _department(file: DepartmentFile) -> rules.Department:
    return rules.Department(
        code=file.department, name=file.name.texts(), contact=_contact(file.contact)
    )


def _agencies(file: CreditorFile) -> dict[str, rules.Agency]:
    if file.agency is None:
        return {}
    agency = rules.Agency(
        name=file.agency.name,
        bankgiro=file.agency.bankgiro,
        contact=_contact(file.agency.contact),
    )
    return {"agency": agency}


def _portal(file: PortalFile) -> rules.PortalRules:
    return rules.PortalRules(
        shown_from_invoice_date=file.shown_from_invoice_date,
        hidden_when_overdue=file.hidden_when_overdue,
        shown_to=frozenset(file.shown_to),
        payment_registered_within=file.payment_registered_within,
        paper_arrives_within=file.paper_arrives_within,
        e_invoice_within=file.e_invoice_within,
        e_invoice_url=file.e_invoice_url or "",
    )
