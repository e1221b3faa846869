"""From checked files to the domain's values.

The one rule: nothing is refused here and nothing is decided here; what comes in has been checked.

Example: the step `wait: 7 working days` becomes `Step(wait=Span(7, working days), ...)`.
"""

from __future__ import annotations

from collections.abc import Iterable

from reskontra.domain import rules
from reskontra.domain.campaign import Campaign
from reskontra.domain.channels import LETTER
from reskontra.domain.law import Law
from reskontra.domain.premises import ABOUT_WATER
from reskontra.domain.step import Step
from reskontra.domain.texts import Contact
from reskontra.policy.build_terms import (
    build_carry,
    build_decision,
    build_deferral,
    build_fee,
    build_interest,
    build_plan,
    build_refunds,
    step_ceiling,
)
from reskontra.policy.creditor_file import (
    AddressFile,
    AgencyFile,
    ContactFile,
    CreditorFile,
    DepartmentFile,
    PortalFile,
)
from reskontra.policy.document import Document
from reskontra.policy.procedure_file import ProcedureFile
from reskontra.policy.step_file import StepFile


def build_procedure(
    file: ProcedureFile, document: Document, *, creditor: CreditorFile, law: Law
) -> rules.Procedure:
    """A procedure with the bytes that it came from."""
    return rules.Procedure(
        name=file.procedure,
        creditor=creditor.creditor,
        valid_from=file.valid_from,
        version_by=file.version_by,
        scope=file.applies_to.build(creditor),
        steps=tuple(
            build_step(step, at, law, by_register=creditor.water is not None)
            for at, step in enumerate(file.steps, start=1)
        ),
        interest=build_interest(file.interest, file, law) if file.interest else None,
        allocation=tuple(file.allocation),
        grounds=_grounds(creditor),
        carry=build_carry(file.carry) if file.carry else None,
        deferral=build_deferral(file.deferral) if file.deferral else None,
        plan=build_plan(file.plan, file, law) if file.plan else None,
        reference=file.reference.reference(),
        file=document.file,
        digest=document.digest,
        text=document.text,
    )


def _grounds(creditor: CreditorFile) -> dict[str, str]:
    named = {**creditor.invoice_kinds, **creditor.services}
    return {name: each.ground for name, each in named.items()}


def build_step(file: StepFile, ordinal: int, law: Law, *, by_register: bool = False) -> Step:
    """The step that stands in place `ordinal` of its file.

    `by_register`: its creditor disconnects water itself, where its register knows the house.
    """
    ceiling = step_ceiling(file.fee.ground, law) if file.fee else None
    return Step(
        name=file.step,
        ordinal=ordinal,
        label=file.label.texts(),
        does=file.does,
        in_law=file.law,
        after=file.after,
        wait=file.wait,
        counted_from=file.counted_from,
        also_after=tuple(each.build() for each in file.also_after or ()),
        on_days=file.on_days,
        joins_next_invoice=file.joins_next_invoice,
        letter=file.letter or "",
        pay_within=file.pay_within,
        pay_by_falls=file.pay_by_falls,
        together=file.together,
        in_letter_of=file.in_letter_of or "",
        states=file.states,
        adds_interest=file.adds_interest,
        text=file.text.texts() if file.text else None,
        channels=tuple(file.channels or ()),
        pays_to=file.pays_to or "",
        copies_to=frozenset(file.copies_to or ()),
        encloses=frozenset(file.encloses or ()),
        fee=build_fee(file.fee, ceiling=ceiling),
        costs=tuple(each.build(law) for each in file.adds),
        courses=tuple(each.build() for each in file.courses or ()),
        only_if=file.only_if.build(),
        unless=file.unless.build() if file.unless else None,
        needs=tuple(each.build() for each in file.gates),
        stopped_by=None if file.stopped_by is None else frozenset(file.stopped_by),
        performed_by=file.by,
        to=file.to or "",
        transfers_claim=file.transfers_claim,
        by_register=by_register and file.law in ABOUT_WATER,
        explanation=file.explanation.texts(),
        as_published=file.as_published or "",
        reference=file.reference.reference() if file.reference else None,
    )


def build_creditor(
    file: CreditorFile,
    portal: PortalFile,
    procedures: Iterable[rules.Procedure],
    campaigns: Iterable[Campaign],
    *,
    law: Law,
) -> rules.Creditor:
    """A creditor with its procedures, in order of name and day, and its campaigns."""
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
        agencies={name: _agency(each) for name, each in (file.agencies or {}).items()},
        portal=_portal(portal),
        procedures=tuple(in_order),
        campaigns=tuple(sorted(campaigns, key=lambda each: (each.first_day, each.name))),
        refunds=build_refunds(file.refunds, law),
        accounts=file.accounts or {},
        channels=tuple(file.channels or (LETTER,)),
        addresses={role: _address(each) for role, each in (file.addresses or {}).items()},
        decisions={name: build_decision(each) for name, each in file.decisions.items()},
        water=file.water.build() if file.water else None,
    )


def _contact(file: ContactFile) -> Contact:
    return Contact(
        name=file.name, phone=file.phone, email=file.email or "", website=file.website or ""
    )


def _department(file: DepartmentFile) -> rules.Department:
    return rules.Department(
        code=file.department, name=file.name.texts(), contact=_contact(file.contact)
    )


def _address(file: AddressFile) -> rules.Address:
    return rules.Address(name=file.name, address_lines=tuple(file.address_lines))


def _agency(file: AgencyFile) -> rules.Agency:
    return rules.Agency(name=file.name, bankgiro=file.bankgiro, contact=_contact(file.contact))


def _portal(file: PortalFile) -> rules.PortalRules:
    return rules.PortalRules(
        shown_from_invoice_date=file.shown_from_invoice_date,
        hidden_when_overdue=file.hidden_when_overdue,
        shown_to=frozenset(file.shown_to),
        payment_registered_within=file.payment_registered_within,
        paper_arrives_within=file.paper_arrives_within,
        e_invoice_within=file.e_invoice_within,
        e_invoice_url=file.e_invoice_url or "",
        unusually_high=rules.HighRule(
            percent=file.unusually_high.percent,
            above_ore=file.unusually_high.above,
            earlier_at_least=file.unusually_high.earlier_at_least,
        ),
        notices=rules.NoticeRules(
            days_before=tuple(sorted(set(file.notices.days_before))), usual=file.notices.usual
        ),
    )
