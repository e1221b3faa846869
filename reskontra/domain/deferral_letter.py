"""The letter of a deferral: an invoice may be paid later, until when, and what that costs.

    deferral_letter(claim, procedure, answer, said, today=date(2025, 3, 28))
    -> DeferralLetter(pay_by=date(2025, 4, 30), total_ore=30000, ...)

The one rule: the invoice keeps its own OCR number, so that it can be paid as it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.claim import Claim
from reskontra.domain.dealings import DEFERRAL
from reskontra.domain.deferral import Deferral
from reskontra.domain.letter_parts import Addressee, Language, LetterClaim, Sender, add_up
from reskontra.domain.money import format_kronor
from reskontra.domain.rate import words_today
from reskontra.domain.rules import Procedure
from reskontra.domain.texts import Texts

FREE = Texts(
    sv="Om du betalar i tid kommer ingen ränta.", en="If you pay in time there is no interest."
)
COMES = Texts(
    sv="Ränta räknas också under anståndet, {rate}, dag för dag på det som är obetalt. Betalar du "
    "allt den sista dagen blir den {amount}\u00a0kr. Den kommer på en egen faktura.",
    en="Interest is counted during the deferral too, {rate}, day by day on what is unpaid. If you "
    "pay all of it on the last day it will be SEK {amount}. It comes on an invoice of its own.",
)
IF_NOT_PAID = Texts(
    sv="Då fortsätter kraven där de var när du fick anstånd.",
    en="The procedure then goes on from where it was when you were given more time.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralLetter:
    """More time to pay, in writing. Amounts in öre.

    `due_date` is the invoice's own, `pay_by` the new last day. `fee_ore` is what the deferral
    costs, already inside its claim's fees. `interest_terms` and `if_not_paid` are full sentences.
    """

    letter_number: str
    day: date
    due_date: date
    pay_by: date
    sender: Sender
    addressee: Addressee
    claims: tuple[LetterClaim, ...]
    fee_ore: int
    total_ore: int
    ocr_number: str
    interest_terms: str
    if_not_paid: str
    installment_plan_offered: bool
    language: Language

    def __post_init__(self) -> None:
        """Refuse a letter whose rows do not make its total."""
        add_up(number=self.letter_number, claims=self.claims, total_ore=self.total_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the letter has beside the claim: who writes to whom, and what the invoice is for."""

    sender: Sender
    addressee: Addressee
    kind_label: str
    language: Language


def deferral_letter(
    claim: Claim, procedure: Procedure, answer: Deferral, said: Said, *, today: date
) -> DeferralLetter:
    """The letter of what was granted today; `claim` is as it was before."""
    sums, fee_ore = claim.sums, answer.fee.amount_ore
    open_ore, fees_ore = claim.open_ore + fee_ore, sums.fee_ore + fee_ore
    row = LetterClaim(
        invoice_number=claim.number,
        kind_label=said.kind_label,
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        billed_ore=sums.billed_ore + claim.held_back_ore,
        paid_ore=sums.billed_ore + fees_ore + sums.interest_ore - open_ore,
        fee_ore=fees_ore,
        open_ore=open_ore,
        ocr_number=claim.ocr_number,
        reminded=True,
        interest_ore=sums.interest_ore,
        disputed_ore=claim.held_back_ore,
    )
    return DeferralLetter(
        letter_number=claim.number,
        day=today,
        due_date=claim.due_date,
        pay_by=answer.until,
        sender=said.sender,
        addressee=said.addressee,
        claims=(row,),
        fee_ore=fee_ore,
        total_ore=open_ore,
        ocr_number=claim.ocr_number,
        interest_terms=interest_words(procedure, answer, today=today, language=said.language),
        if_not_paid=IF_NOT_PAID.say(said.language),
        installment_plan_offered=procedure.offers_installment_plan,
        language=said.language,
    )


def interest_words(procedure: Procedure, answer: Deferral, *, today: date, language: str) -> str:
    """Whether the time bears interest, and how much if all is paid on its last day."""
    terms, amount_ore = procedure.interest, answer.interest.total_ore
    free = terms is None or DEFERRAL in terms.free_under
    if free or not amount_ore or not procedure.charges_interest_separately:
        return FREE.say(language)
    assert terms is not None
    rate = words_today(terms.rate, day=today, language=language)
    amount = format_kronor(amount_ore, language=language)
    return COMES.say(language).format(rate=rate, amount=amount)
