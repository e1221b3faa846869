"""The case file of a claim, from its rows.

    case_of(cursor, handover, policy=policy, today=today) -> Case(reference="0f6c…", …)

The one rule: it is made once, kept, and sent as it was made; what happens afterwards is told.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import HAND_OVER, REMINDER, Claim
from reskontra.domain.handover import may_be_named
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import asking, under_rules
from reskontra.formats.agency_case import (
    Case,
    CreditorOfCase,
    Debtor,
    InterestOfCase,
    InvoiceOfCase,
    Moved,
    Reminded,
)
from reskontra.records import parties
from reskontra.records.detail import detail_of
from reskontra.records.handovers import Handover
from reskontra.records.parties import Recipient
from reskontra.records.views import InvoiceDetail

MOVEMENTS = frozenset({"payment", "credit", "withdrawal", "write_off", "reversal"})


def case_of(cursor: CursorWrapper, handover: Handover, *, policy: Policy, today: date) -> Case:
    """What the agency is to know of the claim, as it stands today."""
    detail = detail_of(cursor, handover.invoice, today=today, asking=asking(policy))
    ruled = under_rules(detail.claim, policy, today=today)
    balance = handover.balance if handover.assigned else ruled.claim.sums.balance
    debtor, *others = _debtors(cursor, ruled.claim, today)
    return Case(
        reference=str(handover.reference),
        agency=handover.agency,
        handed_over_date=handover.day,
        reason=_reason(detail),
        creditor=_creditor(handover, policy),
        debtor=debtor,
        co_debtors=tuple(others),
        invoice=_invoice(handover, detail, policy),
        principal_ore=balance.principal_ore,
        fee_ore=balance.fee_ore,
        interest_ore=balance.interest_ore,
        interest=_interest(detail, ruled.procedure, today),
        reminders=_reminders(detail),
        movements=_movements(detail),
        transferred=handover.assigned,
        dispute="; ".join(hold.reason for hold in detail.claim.holds if hold.kind == "dispute"),
    )


def _reason(detail: InvoiceDetail) -> str:
    given = [each for each in detail.steps if each.step.startswith(HAND_OVER)]
    step = given[-1] if given else None
    return f"{step.procedure}: {step.step}, {step.procedure_file}" if step else "–"


def _creditor(handover: Handover, policy: Policy) -> CreditorOfCase:
    creditor = policy.creditors[handover.creditor]
    return CreditorOfCase(
        code=creditor.code,
        name=creditor.name,
        organization_number=creditor.organization_number,
        bankgiro=creditor.bankgiro,
    )


def _debtors(cursor: CursorWrapper, claim: Claim, today: date) -> list[Debtor]:
    """Those whom the agency may be told of; one who owes a claim alone is always told of."""
    several = [each.party for each in claim.debtors if may_be_named(each, day=today)]
    chosen = several if claim.debtors else [claim.party]
    known = parties.recipients(cursor, chosen)
    return [_debtor(cursor, party, known[party]) for party in chosen]


def _debtor(cursor: CursorWrapper, party: int, recipient: Recipient) -> Debtor:
    number, kind = parties.identity_of(cursor, party)
    return Debtor(
        identity_number=number,
        kind=kind.value,
        name=recipient.name,
        address=() if recipient.protected_identity else recipient.address_lines,
        language="en" if recipient.language == "en" else "sv",
        protected_identity=recipient.protected_identity,
    )


def _invoice(handover: Handover, detail: InvoiceDetail, policy: Policy) -> InvoiceOfCase:
    creditor = policy.creditors[handover.creditor]
    kind = creditor.invoice_kinds[detail.row.kind].sv
    lines = ", ".join(line.text for line in detail.lines)
    return InvoiceOfCase(
        number=detail.row.number,
        ocr_number=detail.ocr_number,
        invoice_date=detail.row.invoice_date,
        due_date=detail.row.due_date,
        description=f"{kind}: {lines}"[:500] if lines else kind,
        billed_ore=detail.row.billed_ore,
        vat_ore=sum(line.vat_ore for line in detail.lines),
        pdf=f"{handover.reference}.pdf",
    )


def _interest(detail: InvoiceDetail, procedure: Procedure, today: date) -> InterestOfCase | None:
    terms = procedure.interest
    if terms is None or detail.claim.debtor in terms.not_for:
        return None
    ((_, _, percent),) = tuple(terms.rate.spans(today, today))
    hundredths = round(percent * 100)
    return InterestOfCase(
        from_date=detail.claim.due_date,
        percent=f"{hundredths // 100}.{hundredths % 100:02d}",
        terms=terms.rate.words(day=today),
    )


def _reminders(detail: InvoiceDetail) -> tuple[Reminded, ...]:
    days = [step.day for step in detail.steps if step.step.startswith(REMINDER)]
    fees = {each.value_date: each.amount_ore for each in detail.movements if each.kind == "fee"}
    return tuple(Reminded(date=day, fee_ore=fees.get(day, 0)) for day in days)


def _movements(detail: InvoiceDetail) -> tuple[Moved, ...]:
    return tuple(
        Moved.model_validate(
            {"kind": each.kind, "date": each.value_date, "amount_ore": each.amount_ore}
        )
        for each in detail.movements
        if each.kind in MOVEMENTS
    )
