"""Samples of the letter of apology: an earlier letter was wrong.

Example: `APOLOGY_CASES["apology-short"]("sv")` takes back a reminder of one invoice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import Addressee, ApologyLetter, Language, Letter, LetterClaim
from tests.outgoing.sample_parts import (
    CILLA,
    LONG_NAME,
    LONG_SENDER,
    MARKUP,
    SENDER,
    a_claim,
)

REASON = {
    "sv": "Bankens fil med betalningar kom inte in i tid, så vi visste inte att du hade betalat.",
    "en": "The bank's file of payments was late, so we did not know that you had paid.",
}


def _apology(language: Language, *claims: LetterClaim, **changes: Any) -> ApologyLetter:
    letter = ApologyLetter(
        letter_number="20035",
        day=date(2025, 4, 10),
        sender=SENDER,
        addressee=CILLA,
        wrong_letter="reminder",
        wrong_day=date(2025, 4, 9),
        reason=REASON[language],
        claims=claims,
        total_ore=sum(claim.open_ore for claim in claims),
        ocr_number=ocr_number("20035"),
        language=language,
    )
    return replace(letter, **changes)


def _short(language: Language) -> Letter:
    return _apology(language, a_claim(1003))


def _paid(language: Language) -> Letter:
    paid = a_claim(1003, paid_ore=112500, open_ore=0)
    return _apology(language, paid, wrong_letter="collection_demand")


def _several(language: Language) -> Letter:
    other = a_claim(1004, billed_ore=40000, kind_label="Parkering")
    return _apology(language, a_claim(1003), other, wrong_letter="notice")


def _long_names(language: Language) -> Letter:
    claim = a_claim(1003, kind_label="Vatten, avlopp och hushållsavfall i fritidsområden")
    return _apology(language, claim, sender=LONG_SENDER, addressee=LONG_NAME)


def _markup(language: Language) -> Letter:
    addressee = Addressee(name=MARKUP, address_lines=(MARKUP,))
    claim = a_claim(1003, kind_label=MARKUP)
    return _apology(language, claim, addressee=addressee, reason=MARKUP)


def _forty_rows(language: Language) -> Letter:
    claims = (a_claim(1000 + row, billed_ore=1000000 * row + row) for row in range(1, 41))
    return _apology(language, *claims, wrong_letter="invoice")


def _protected(language: Language) -> Letter:
    return _apology(language, a_claim(1003), addressee=replace(CILLA, address_lines=()))


APOLOGY_CASES: dict[str, Callable[[Language], Letter]] = {
    "apology-short": _short,
    "apology-paid": _paid,
    "apology-several": _several,
    "apology-long_names": _long_names,
    "apology-markup": _markup,
    "apology-forty_rows": _forty_rows,
    "apology-protected": _protected,
}
