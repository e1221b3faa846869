"""Samples of the letter of a deferral.

Example: `DEFERRAL_CASES["deferral-short"]("sv")` is more time for an invoice that bears interest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from reskontra.domain.deferral_letter import COMES, FREE, IF_NOT_PAID
from reskontra.domain.letter import Addressee, DeferralLetter, Language, Letter, LetterClaim
from reskontra.domain.money import format_kronor
from tests.outgoing.sample_parts import CILLA, LONG_NAME, LONG_SENDER, MARKUP, SENDER, a_claim

RATE = {
    "sv": "referensräntan plus 8 procentenheter",
    "en": "the reference rate plus 8 percentage points",
}


def _deferral(language: Language, claim: LetterClaim, **changes: Any) -> DeferralLetter:
    amount = format_kronor(1_019, language=language)
    terms = COMES.say(language).format(rate=RATE[language], amount=amount)
    letter = DeferralLetter(
        letter_number=claim.invoice_number,
        day=date(2025, 3, 28),
        due_date=claim.due_date,
        pay_by=date(2025, 4, 30),
        sender=SENDER,
        addressee=CILLA,
        claims=(claim,),
        fee_ore=0,
        total_ore=claim.open_ore,
        ocr_number=claim.ocr_number,
        interest_terms=terms,
        if_not_paid=IF_NOT_PAID.say(language),
        installment_plan_offered=True,
        language=language,
    )
    return replace(letter, **changes)


def _short(language: Language) -> Letter:
    return _deferral(language, a_claim(1003))


def _bare(language: Language) -> Letter:
    free = FREE.say(language)
    return _deferral(language, a_claim(1003), interest_terms=free, installment_plan_offered=False)


def _full(language: Language) -> Letter:
    """With a fee, interest on the invoice, a payment and an objection to a part."""
    claim = a_claim(1003)
    claim = replace(
        claim,
        fee_ore=5_000,
        interest_ore=1_234,
        paid_ore=20_000,
        disputed_ore=10_000,
        open_ore=claim.billed_ore + 5_000 + 1_234 - 30_000,
    )
    return _deferral(language, claim, fee_ore=5_000)


def _long_names(language: Language) -> Letter:
    return _deferral(language, a_claim(1003), sender=LONG_SENDER, addressee=LONG_NAME)


def _markup(language: Language) -> Letter:
    claim = replace(a_claim(1003), kind_label=MARKUP)
    return _deferral(
        language,
        claim,
        addressee=Addressee(name=MARKUP, address_lines=(MARKUP,)),
        interest_terms=MARKUP,
        if_not_paid=MARKUP,
    )


def _protected(language: Language) -> Letter:
    return _deferral(language, a_claim(1003), addressee=replace(CILLA, address_lines=()))


DEFERRAL_CASES: dict[str, Callable[[Language], Letter]] = {
    "deferral-short": _short,
    "deferral-bare": _bare,
    "deferral-full": _full,
    "deferral-long_names": _long_names,
    "deferral-markup": _markup,
    "deferral-protected": _protected,
}
