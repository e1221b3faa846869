"""What letters say: the data of a letter from a bundle of claims.

The words of the templates are in `outgoing`; what differs from one letter to the next is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from reskontra.domain.bundling import Bundle
from reskontra.domain.claim import Claim
from reskontra.domain.identity import format_bankgiro
from reskontra.domain.interest import Interest
from reskontra.domain.letter import (
    Addressee,
    CalculationRow,
    CollectionDemandLetter,
    DemandClaim,
    InvoiceLetter,
    InvoiceLine,
    Language,
    LetterClaim,
    NoticeLetter,
    ReminderLetter,
    Sender,
)
from reskontra.domain.rules import Creditor, Procedure
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


def reminder(
    bundle: Bundle,
    *,
    procedure: Procedure,
    creditor: Creditor,
    sender: Sender,
    recipient: Recipient,
    ocr_number: str,
    day: date,
) -> ReminderLetter:
    """The data of a reminder that speaks for all claims of the bundle."""
    language = recipient.language
    fee_ore = bundle.step.fee.amount_ore if bundle.step.fee else 0
    claims = (
        *(_claim(each, creditor, language, fee_ore, reminded=True) for each in bundle.acted),
        *(_claim(each, creditor, language, 0, reminded=False) for each in bundle.listed),
    )
    following = procedure.step_after(bundle.step.name)
    assert bundle.pay_by is not None
    return ReminderLetter(
        letter_number=ocr_number,
        day=day,
        pay_by=bundle.pay_by,
        sender=sender,
        addressee=addressee_of(recipient),
        claims=claims,
        fee_ore=fee_ore * len(bundle.acted),
        total_ore=sum(each.open_ore for each in claims),
        ocr_number=ocr_number,
        next_step=following.explanation.say(language) if following else "",
        interest_on_separate_invoice=procedure.charges_interest_separately,
        installment_plan_offered=procedure.offers_installment_plan,
        language=cast(Language, language),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A claim that a step's letter speaks for, as it was before the step; amounts in öre."""

    claim: Claim
    fee_ore: int = 0
    """The fee that the step enters on the claim."""
    interest: Interest | None = None
    """The late interest that the step enters on the claim, and its counting."""
    stated_ore: int | None = None
    """What a notice says is owed, when that is not all that is left of the claim."""

    @property
    def interest_ore(self) -> int:
        """The late interest that the step enters on the claim."""
        return self.interest.total_ore if self.interest else 0


def notice(
    spoken: Sequence[Spoken],
    *,
    title: str,
    paragraphs: Sequence[str],
    creditor: Creditor,
    sender: Sender,
    recipient: Recipient,
    ocr_number: str,
    day: date,
    pay_by: date | None,
    pays: bool,
    listed: Sequence[Claim] = (),
    enclosures: Sequence[str] = (),
    copies_to: Sequence[str] = (),
) -> NoticeLetter:
    """The data of a notice in the policy's own words, all in the recipient's language."""
    language = recipient.language
    claims = (
        *(_stated(each, creditor, language) for each in spoken),
        *(_claim(each, creditor, language, 0, reminded=False) for each in listed),
    )
    return NoticeLetter(
        letter_number=ocr_number,
        day=day,
        pay_by=pay_by,
        sender=sender,
        addressee=addressee_of(recipient),
        title=title,
        paragraphs=tuple(paragraphs),
        claims=claims,
        fee_ore=sum(each.fee_ore for each in spoken if each.stated_ore is None),
        total_ore=sum(each.open_ore for each in claims),
        ocr_number=ocr_number,
        pays=pays,
        enclosures=tuple(enclosures),
        copies_to=tuple(copies_to),
        language=cast(Language, language),
    )


def collection_demand(
    spoken: Sequence[Spoken],
    *,
    interest_terms: str,
    next_step: str,
    installment_plan_offered: bool,
    creditor: Creditor,
    sender: Sender,
    recipient: Recipient,
    ocr_number: str,
    day: date,
    pay_by: date,
) -> CollectionDemandLetter:
    """The data of a collection demand for all that is left of the claims.

    Refuses (DemandLacks) interest whose counting is not given, as inkassolagen 5 § demands it.
    """
    language = recipient.language
    claims = tuple(_demanded(each, creditor, language) for each in spoken)
    return CollectionDemandLetter(
        letter_number=ocr_number,
        day=day,
        pay_by=pay_by,
        sender=sender,
        addressee=addressee_of(recipient),
        claims=claims,
        principal_ore=sum(each.principal_ore for each in claims),
        interest_ore=sum(each.interest_ore for each in claims),
        fee_ore=sum(each.fee_ore for each in claims),
        total_ore=sum(each.open_ore for each in claims),
        demand_fee_ore=sum(each.fee_ore for each in spoken),
        ocr_number=ocr_number,
        interest_terms=interest_terms,
        next_step=next_step,
        installment_plan_offered=installment_plan_offered,
        language=cast(Language, language),
    )


def _stated(spoken: Spoken, creditor: Creditor, language: str) -> LetterClaim:
    claim = _claim(
        spoken.claim,
        creditor,
        language,
        spoken.fee_ore,
        reminded=True,
        interest_ore=spoken.interest_ore,
    )
    if spoken.stated_ore is None:
        return claim
    stated_ore = spoken.stated_ore
    return replace(
        claim, billed_ore=stated_ore, paid_ore=0, fee_ore=0, interest_ore=0, open_ore=stated_ore
    )


def _demanded(spoken: Spoken, creditor: Creditor, language: str) -> DemandClaim:
    claim, balance = spoken.claim, spoken.claim.sums.balance
    return DemandClaim(
        invoice_number=claim.number,
        kind_label=creditor.invoice_kinds[claim.kind].say(language),
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        billed_ore=claim.sums.billed_ore,
        principal_ore=balance.principal_ore,
        interest_ore=balance.interest_ore + spoken.interest_ore,
        fee_ore=balance.fee_ore + spoken.fee_ore,
        open_ore=claim.open_ore + spoken.interest_ore + spoken.fee_ore,
        ocr_number=claim.ocr_number,
        calculation=_calculation(spoken.interest, language) if spoken.interest else (),
    )


def _calculation(interest: Interest, language: str) -> tuple[CalculationRow, ...]:
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
        for row in interest.rows
    )


def _claim(
    claim: Claim,
    creditor: Creditor,
    language: str,
    fee_ore: int,
    *,
    reminded: bool,
    interest_ore: int = 0,
) -> LetterClaim:
    sums = claim.sums
    open_ore = claim.open_ore + fee_ore + interest_ore
    fees = sums.fee_ore + fee_ore
    return LetterClaim(
        invoice_number=claim.number,
        kind_label=creditor.invoice_kinds[claim.kind].say(language),
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        billed_ore=sums.billed_ore,
        paid_ore=sums.billed_ore + fees + interest_ore - open_ore,
        fee_ore=fees,
        open_ore=open_ore,
        ocr_number=claim.ocr_number,
        reminded=reminded,
        interest_ore=interest_ore,
    )


INTEREST_LINE = {
    "sv": "Dröjsmålsränta på faktura {number}, som skulle ha betalats {due} och betalades {paid}",
    "en": "Late interest on invoice {number}, which was due {due} and was paid {paid}",
}
INTEREST_GOES_ON = {
    "sv": "Räntan fortsätter att räknas på samma sätt till och med den dag du betalar.",
    "en": "Interest goes on in the same way until the day you pay, that day included.",
}
"""What a collection demand says when interest is entered on its claims."""
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
        calculation=_calculation(interest, language),
        terms=INTEREST_TERMS[language],
        language=cast(Language, language),
    )
