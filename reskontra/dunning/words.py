"""What letters say: who writes to whom, and the data of an invoice for late interest.

The words of the templates are in `outgoing`; what differs from one letter to the next is here.
The letters of steps are in `step_letters`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from reskontra.domain.claim import Claim
from reskontra.domain.identity import format_bankgiro
from reskontra.domain.interest import Interest, InterestRow
from reskontra.domain.letter import (
    Addressee,
    CalculationRow,
    InvoiceLetter,
    InvoiceLine,
    Language,
    Sender,
)
from reskontra.domain.rules import Creditor
from reskontra.records.parties import Recipient


def sender_of(creditor: Creditor) -> Sender:
    """The creditor as the head of a letter."""
    return Sender(
        name=creditor.name,
        organization_number=creditor.organization_number,
        address_lines=creditor.address_lines,
        contact_name=creditor.contact.name,
        phone=creditor.contact.phone,
        email=creditor.contact.email,
        website=creditor.contact.website,
        bankgiro=format_bankgiro(creditor.bankgiro),
    )


def addressee_of(recipient: Recipient) -> Addressee:
    """Whom the letter is for; a protected identity leaves the address to a person."""
    lines = () if recipient.protected_identity else recipient.address_lines
    return Addressee(name=recipient.name, address_lines=lines)


def calculation(rows: Iterable[InterestRow], *, language: str) -> tuple[CalculationRow, ...]:
    """How the interest was counted, as a letter prints it."""
    return tuple(
        CalculationRow(
            first_day=row.from_date,
            last_day=row.to_date,
            days=row.days,
            days_in_year=row.days_in_year,
            principal_ore=row.principal_ore,
            rate_percent=row.rate_text(language=language),
            amount=row.interest_text(language=language),
            relief=row.relief_text(language=language),
        )
        for row in rows
    )


INTEREST_LINE = {
    "sv": "Dröjsmålsränta på faktura {number}, som skulle ha betalats {due} och betalades {paid}",
    "en": "Late interest on invoice {number}, which was due {due} and was paid {paid}",
}
INTEREST_TERMS = {
    "sv": "Räntan är referensräntan plus åtta procentenheter (6 § räntelagen), dag för dag på det "
    "belopp som var obetalt. På den här fakturan tillkommer ingen ny ränta.",
    "en": "The rate is the reference rate plus eight percentage points (section 6 of the Interest "
    "Act), day by day on the amount that was unpaid. No further interest is added to this invoice.",
}


def interest_line(claim: Claim, *, language: str) -> str:
    """What the line of an interest invoice says."""
    return INTEREST_LINE[language].format(
        number=claim.number, due=claim.due_date, paid=claim.paid_date
    )


def interest_invoice(
    claim: Claim,
    interest: Interest,
    *,
    number: str,
    ocr_number: str,
    sender: Sender,
    recipient: Recipient,
    day: date,
    due_date: date,
) -> InvoiceLetter:
    """The data of an interest invoice, with its calculation."""
    language = recipient.language
    return InvoiceLetter(
        invoice_number=number,
        ocr_number=ocr_number,
        invoice_date=day,
        due_date=due_date,
        department="",
        our_reference="",
        sender=sender,
        addressee=addressee_of(recipient),
        lines=(
            InvoiceLine(
                text=interest_line(claim, language=language),
                amount_ore=interest.total_ore,
                vat_ore=0,
            ),
        ),
        total_ore=interest.total_ore,
        calculation=calculation(interest.rows, language=language),
        terms=INTEREST_TERMS[language],
        language=cast(Language, language),
    )
