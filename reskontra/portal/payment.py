"""How to pay: us by giro number, OCR number and QR code, or the agency when it has the claim.

Example: a part-paid invoice shows what is left, and its QR code asks for just that.

The one rule: the amount shown, the amount in the QR code and the amount asked for are one number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from reskontra.domain.identity import format_bankgiro, parse_bankgiro
from reskontra.domain.rules import Creditor
from reskontra.domain.texts import Contact
from reskontra.formats import giro
from reskontra.portal import words
from reskontra.portal.sentences import pay_by
from reskontra.portal.tags import is_waiting
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class PayUs:
    """What a bank asks for."""

    amount: str
    by: str
    """Empty while the claim waits, for then no day applies."""
    late: bool
    payee: str
    bankgiro: str
    ocr_number: str
    qr: SafeString
    """SVG without style or script."""
    registered_within: str
    e_invoice_url: str = ""
    """Where to apply for e-invoice with this creditor; empty when it has no such page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayAgency:
    """Who has the claim now."""

    name: str
    bankgiro: str
    ocr_number: str
    """Empty until the agency has told it; the demand says it before that."""
    since: str
    amount: str
    contact: Contact
    warning: str
    """Whom not to pay, and why."""


def _bankgiro(detail: InvoiceDetail, creditor: Creditor) -> str:
    """Where the latest letter that was sent for the invoice lets people pay, as printed."""
    said = [each.bankgiro for each in detail.letters if each.taken_for_this and each.pay_by]
    return said[-1] if said else format_bankgiro(creditor.bankgiro)


def pay_us(detail: InvoiceDetail, creditor: Creditor, *, late: bool, language: str) -> PayUs:
    """Payment details for an invoice that is ours to be paid."""
    last = pay_by(detail)
    return PayUs(
        amount=words.kronor(detail.row.to_pay_ore, language=language),
        by="" if is_waiting(detail.row) else words.day(last, language=language),
        late=late,
        payee=creditor.name,
        bankgiro=_bankgiro(detail, creditor),
        ocr_number=detail.ocr_number,
        qr=_code(detail, creditor, last),
        registered_within=words.span(creditor.portal.payment_registered_within, language=language),
        e_invoice_url=creditor.portal.e_invoice_url,
    )


def _code(detail: InvoiceDetail, creditor: Creditor, last: date) -> SafeString:
    """The squares, drawn by us from digits, a name and dates: nothing in it can act as markup."""
    payload = giro.usingqr_payload(
        payee=creditor.name,
        organization_number=creditor.organization_number,
        ocr_number=detail.ocr_number,
        invoice_date=detail.row.invoice_date,
        due_date=last,
        amount_ore=detail.row.to_pay_ore,
        bankgiro=parse_bankgiro(_bankgiro(detail, creditor)),
    )
    return mark_safe(giro.qr_svg(payload))  # noqa: S308


def pay_agency(detail: InvoiceDetail, creditor: Creditor, *, language: str) -> PayAgency | None:
    """The agency's own details; None when the claim is not handed over."""
    handover = detail.handover
    if handover is None:
        return None
    total = handover.principal_ore + handover.interest_ore + handover.fee_ore
    known = next(
        (each for each in creditor.agencies.values() if each.name == handover.agency), None
    )
    return PayAgency(
        name=handover.agency,
        bankgiro=format_bankgiro(handover.bankgiro),
        ocr_number=handover.ocr_number,
        since=words.day(handover.day, language=language),
        amount=words.kronor(total, language=language),
        contact=known.contact if known else Contact(name=handover.agency),
        warning=say(
            "agency.owns" if detail.claim.transferred else "agency.warning",
            language=language,
            agency=handover.agency,
        ),
    )
