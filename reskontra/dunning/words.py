"""What letters say: who writes to whom, and the data of an invoice of our own.

The words of the templates are in `outgoing`; what differs from one letter to the next is here.
The letters of steps are in `step_letters`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from reskontra.domain.claim import Claim
from reskontra.domain.identity import format_bankgiro
from reskontra.domain.interest import InterestRow
from reskontra.domain.letter import (
    CalculationRow,
    InvoiceLetter,
    InvoiceLine,
    Language,
    Sender,
)
from reskontra.domain.part_apart import PartDue
from reskontra.domain.rate import AboveReference
from reskontra.domain.rules import Creditor
from reskontra.domain.step import Step
from reskontra.domain.terms import InterestTerms
from reskontra.records.invoices import NewInvoice
from reskontra.records.letter_heads import addressee_of, sender_of
from reskontra.records.parties import Recipient

__all__ = [
    "addressee_of",
    "calculation",
    "fee_line",
    "interest_line",
    "interest_terms",
    "own_invoice",
    "paid_to",
    "sender_of",
]


def paid_to(sender: Sender, creditor: Creditor, step: Step) -> Sender:
    """The sender with the account that the step's letter is paid to, if that is not the usual."""
    if not step.pays_to:
        return sender
    return replace(sender, bankgiro=format_bankgiro(creditor.pays_to(step)))


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


TOGETHER = {
    "sv": "Ni är flera som ska betala {invoices}. Var och en av er svarar för hela beloppet. När "
    "någon har betalat är det betalt för alla.",
    "en": "Several of you are to pay {invoices}. Each of you answers for the whole amount. Once "
    "anyone has paid, it is paid for all.",
}
INVOICES = {"sv": ("faktura", "fakturorna", "och"), "en": ("invoice", "invoices", "and")}


def together(numbers: Sequence[str], *, language: str) -> str:
    """What a letter says of claims that several owe; it names none of them."""
    return TOGETHER[language].format(invoices=_named(numbers, language))


def _named(numbers: Sequence[str], language: str) -> str:
    one, many, last = INVOICES[language]
    *before, end = numbers
    return f"{many} {', '.join(before)} {last} {end}" if before else f"{one} {end}"


HIGH = {
    "sv": (
        "{invoices} är mycket högre än dina tidigare.",
        "{invoices} är mycket högre än dina tidigare.",
    ),
    "en": (
        "{invoices} is far above your earlier ones.",
        "{invoices} are far above your earlier ones.",
    ),
}
HIGH_IN_PARTS = {
    "sv": "Du kan be att få betala i delar. Hör också av dig om du tror att något är fel.",
    "en": "You may ask to pay in parts. Tell us, too, if you think that something is wrong.",
}
HIGH_TELL_US = {
    "sv": "Hör av dig om du inte kan betala i tid, eller om du tror att något är fel.",
    "en": "Tell us if you cannot pay in time, or if you think that something is wrong.",
}


def unusually_high(numbers: Sequence[str], *, in_parts: bool, language: str) -> str:
    """What a letter says of invoices far above their recipient's earlier ones of the kind."""
    named = _named(numbers, language)
    first = HIGH[language][len(numbers) > 1].format(invoices=named[0].upper() + named[1:])
    return f"{first} {(HIGH_IN_PARTS if in_parts else HIGH_TELL_US)[language]}"


INTEREST_LINE = {
    "sv": "Dröjsmålsränta på faktura {number}, som skulle ha betalats {due} och betalades {paid}",
    "en": "Late interest on invoice {number}, which was due {due} and was paid {paid}",
}
INTEREST_TERMS = {
    "sv": "Räntan är {rate}, dag för dag på det belopp som var obetalt. På den här fakturan "
    "tillkommer ingen ny ränta.",
    "en": "The rate is {rate}, day by day on the amount that was unpaid. No further interest is "
    "added to this invoice.",
}
BY_LAW = {"sv": " (räntelagen)", "en": " (the Interest Act)"}
PART_LINE = {
    "sv": "Den del av faktura {number} som du har invänt mot",
    "en": "The part of invoice {number} that you have objected to",
}
PART_STILL_HELD = {
    "sv": "Du behöver inte betala medan vi prövar det du har skrivit. Vi hör av oss.",
    "en": "You need not pay while we look into what you have written. We will get back to you.",
}
PART_REJECTED = {
    "sv": "Vi har prövat det du har skrivit, och beloppet ska betalas. Det har tagits bort från "
    "faktura {number}.",
    "en": "We have looked into what you have written, and the amount is to be paid. It has been "
    "taken off invoice {number}.",
}
MOVED_TO = {
    "sv": "Den del som du har invänt mot har en egen faktura, {number}",
    "en": "The part that you have objected to has an invoice of its own, {number}",
}
FEE_LINE = {"sv": "{step}, faktura {number}", "en": "{step}, invoice {number}"}


def interest_line(claim: Claim, *, language: str) -> str:
    """What the line of an interest invoice says."""
    return INTEREST_LINE[language].format(
        number=claim.number, due=claim.due_date, paid=claim.paid_date
    )


def part_line(claim: Claim, language: str) -> str:
    """What the line of a part that is billed apart says."""
    return PART_LINE[language].format(number=claim.number)


def part_terms(due: PartDue, language: str) -> str:
    """What the invoice of such a part says: whether it is to be paid yet."""
    words = PART_STILL_HELD if due.hold.back_ore is None else PART_REJECTED
    return words[language].format(number=due.claim.number)


def moved_to(number: str, recipient: Recipient) -> str:
    """Why the part is credited where it was."""
    return MOVED_TO[recipient.language].format(number=number)


def interest_terms(terms: InterestTerms, *, day: date, language: str) -> str:
    """What an interest invoice says of its rate, as it was on the last day counted."""
    law = BY_LAW[language] if isinstance(terms.rate, AboveReference) else ""
    rate = terms.rate.words(day=day, language=language)
    return INTEREST_TERMS[language].format(rate=f"{rate}{law}")


def fee_line(claim: Claim, step: Step, *, language: str) -> str:
    """What the line of an invoice for a step's fee says."""
    return FEE_LINE[language].format(step=step.label.say(language), number=claim.number)


def own_invoice(
    invoice: NewInvoice,
    *,
    calculation: tuple[CalculationRow, ...],
    terms: str,
    sender: Sender,
    recipient: Recipient,
) -> InvoiceLetter:
    """The document of an invoice that we make ourselves, with its calculation if it has one."""
    return InvoiceLetter(
        invoice_number=invoice.number,
        ocr_number=invoice.ocr_number,
        invoice_date=invoice.invoice_date,
        due_date=invoice.due_date,
        department="",
        our_reference="",
        sender=sender,
        addressee=addressee_of(recipient),
        lines=tuple(
            InvoiceLine(text=line.text, amount_ore=line.amount_ore, vat_ore=line.vat_ore)
            for line in invoice.lines
        ),
        total_ore=invoice.total_ore,
        calculation=calculation,
        terms=terms,
        language=cast(Language, recipient.language),
    )
