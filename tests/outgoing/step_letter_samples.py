"""Samples of the letters that a procedure's later steps send: notices and collection demands.

Example: `STEP_CASES["collection_demand-short"]("sv")` demands one invoice, with its interest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import (
    Addressee,
    CalculationRow,
    CollectionDemandLetter,
    DemandClaim,
    Language,
    Letter,
    LetterClaim,
    NoticeLetter,
)
from tests.outgoing.sample_parts import (
    CILLA,
    LONG_NAME,
    LONG_SENDER,
    MARKUP,
    OWN_WORDS,
    SENDER,
    a_claim,
    spans,
)

NOTICE = {
    "sv": (
        "Varning om avstängning",
        "Fakturorna för vatten och avlopp är fortfarande obetalda, trots våra tidigare brev.",
        "Om du inte betalar i tid kan vi stänga av vattnet. Innan vi gör det prövar vi om det kan "
        "skada någons hälsa. Hör av dig om någon i hushållet är sjuk eller behöver extra stöd.",
    ),
    "en": (
        "Warning of disconnection",
        "The invoices for water and sewerage are still unpaid, in spite of our earlier letters.",
        "If you do not pay in time we may disconnect the water. Before we do so we examine whether "
        "that could harm anybody's health. Contact us if anyone at home is ill or needs support.",
    ),
}
INTEREST_TERMS = {
    "sv": "Räntan fortsätter att räknas, på samma sätt, tills du har betalat (6 § räntelagen).",
    "en": "Interest goes on in the same way until you have paid (section 6 of the Interest Act).",
}
DEMAND_NEXT = {
    "sv": "Om vi inte har fått din betalning i tid kan vi ansöka om betalningsföreläggande hos"
    " Kronofogden. Då tillkommer kostnader.",
    "en": "If we have not received your payment in time we may apply to the Enforcement Authority"
    " for an order to pay. Costs are then added.",
}


def _notice(language: Language, *claims: LetterClaim, **changes: Any) -> NoticeLetter:
    title, *paragraphs = NOTICE[language]
    notice = NoticeLetter(
        letter_number="20019",
        day=date(2025, 5, 12),
        pay_by=date(2025, 6, 9),
        sender=SENDER,
        addressee=CILLA,
        title=title,
        paragraphs=tuple(paragraphs),
        claims=claims,
        fee_ore=0,
        total_ore=sum(claim.open_ore for claim in claims),
        ocr_number=ocr_number("20019"),
        pays=True,
        language=language,
    )
    return replace(notice, **changes)


def _demanded(number: int, *rows: CalculationRow, **changes: Any) -> DemandClaim:
    claim = DemandClaim(
        invoice_number=str(number),
        kind_label="Barnomsorg",
        invoice_date=date(2023, 11, 15),
        due_date=date(2023, 12, 15),
        billed_ore=1000000,
        principal_ore=1000000,
        interest_ore=15206 if rows else 0,
        fee_ore=24000,
        open_ore=1000000 + (15206 if rows else 0) + 24000,
        ocr_number=ocr_number(f"54225{number}"),
        calculation=rows,
    )
    return replace(claim, **changes)


def _demand(language: Language, *claims: DemandClaim, **changes: Any) -> CollectionDemandLetter:
    demand = CollectionDemandLetter(
        letter_number="20027",
        day=date(2024, 1, 31),
        pay_by=date(2024, 2, 12),
        sender=SENDER,
        addressee=CILLA,
        claims=claims,
        principal_ore=sum(claim.principal_ore for claim in claims),
        interest_ore=sum(claim.interest_ore for claim in claims),
        fee_ore=sum(claim.fee_ore for claim in claims),
        total_ore=sum(claim.open_ore for claim in claims),
        demand_fee_ore=18000,
        ocr_number=ocr_number("20027"),
        interest_terms=INTEREST_TERMS[language],
        next_step=DEMAND_NEXT[language],
        installment_plan_offered=True,
        language=language,
    )
    return replace(demand, **changes)


def _notice_short(language: Language) -> Letter:
    return _notice(language, a_claim(1003))


def _notice_bare(language: Language) -> Letter:
    paragraphs = NOTICE[language][1:2]
    return _notice(language, a_claim(1003), paragraphs=paragraphs, pays=False, pay_by=None)


def _notice_several(language: Language) -> Letter:
    first = a_claim(1003, fee_ore=6000, open_ore=118500)
    other = a_claim(1004, billed_ore=40000, kind_label="Parkering", reminded=False)
    copies = ("Miljö- och hälsoskyddsnämnden", "Socialnämnden")
    enclosed = ("Kopia av faktura 1003", "Kopia av faktura 1004")
    return _notice(
        language, first, other, fee_ore=6000, pay_by=None, enclosures=enclosed, copies_to=copies
    )


def _notice_long_names(language: Language) -> Letter:
    claim = a_claim(1003, kind_label="Vatten, avlopp och hushållsavfall i fritidsområden")
    title = "Besked om avstängning av vattnet till fastigheten, med dagen då det stängs av"
    return _notice(language, claim, sender=LONG_SENDER, addressee=LONG_NAME, title=title)


def _notice_markup(language: Language) -> Letter:
    texts = {"title": MARKUP, "paragraphs": (MARKUP,), "enclosures": (MARKUP,)}
    addressee = Addressee(name=MARKUP, address_lines=(MARKUP,))
    claim = a_claim(1003, kind_label=MARKUP)
    return _notice(language, claim, addressee=addressee, copies_to=(MARKUP,), **texts)


def _notice_forty_rows(language: Language) -> Letter:
    claims = (a_claim(1000 + row, billed_ore=1000000 * row + row) for row in range(1, 41))
    return _notice(language, *claims)


def _notice_protected(language: Language) -> Letter:
    return _notice(language, a_claim(1003), addressee=replace(CILLA, address_lines=()), pays=False)


def _demand_short(language: Language) -> Letter:
    return _demand(language, _demanded(1003, *spans()))


def _demand_bare(language: Language) -> Letter:
    return _demand(
        language,
        _demanded(1003, fee_ore=0, open_ore=1000000),
        demand_fee_ore=0,
        interest_terms="",
        next_step="",
        installment_plan_offered=False,
    )


def _demand_several(language: Language) -> Letter:
    part_paid = {"billed_ore": 1500000, "kind_label": "Hyra"}
    other = _demanded(1004, *spans(), fee_ore=0, open_ore=1015206, **part_paid)
    return _demand(language, _demanded(1003, *spans()), other, **OWN_WORDS[language])


def _demand_long_names(language: Language) -> Letter:
    label = "Vatten, avlopp och hushållsavfall i fritidsområden"
    claim = _demanded(1003, *spans(), kind_label=label)
    return _demand(language, claim, sender=LONG_SENDER, addressee=LONG_NAME)


def _demand_markup(language: Language) -> Letter:
    addressee = Addressee(name=MARKUP, address_lines=(MARKUP,))
    claim = _demanded(1003, *spans(), kind_label=MARKUP)
    texts = {"paragraphs": (MARKUP,), "enclosures": (MARKUP,), "copies_to": (MARKUP,)}
    terms = {"next_step": MARKUP, "interest_terms": MARKUP}
    return _demand(language, claim, addressee=addressee, **terms, **texts)


def _demand_forty_rows(language: Language) -> Letter:
    return _demand(language, *(_demanded(1000 + row, *spans()) for row in range(1, 41)))


def _demand_protected(language: Language) -> Letter:
    hidden = replace(CILLA, address_lines=())
    return _demand(language, _demanded(1003, *spans()), addressee=hidden)


def _notice_disputed(language: Language) -> Letter:
    return _notice(language, a_claim(1003, disputed_ore=37500, open_ore=75000))


def _demand_disputed(language: Language) -> Letter:
    claim = _demanded(
        1003, *spans(), disputed_ore=250000, principal_ore=750000, open_ore=750000 + 15206 + 24000
    )
    return _demand(language, claim)


STEP_CASES: dict[str, Callable[[Language], Letter]] = {
    "notice-short": _notice_short,
    "notice-bare": _notice_bare,
    "notice-several": _notice_several,
    "notice-long_names": _notice_long_names,
    "notice-markup": _notice_markup,
    "notice-forty_rows": _notice_forty_rows,
    "notice-protected": _notice_protected,
    "notice-disputed": _notice_disputed,
    "collection_demand-short": _demand_short,
    "collection_demand-bare": _demand_bare,
    "collection_demand-several": _demand_several,
    "collection_demand-long_names": _demand_long_names,
    "collection_demand-markup": _demand_markup,
    "collection_demand-forty_rows": _demand_forty_rows,
    "collection_demand-protected": _demand_protected,
    "collection_demand-disputed": _demand_disputed,
}
