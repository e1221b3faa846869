"""Samples of the letter of an installment plan, and of the notice of one of its parts.

Example: `PLAN_CASES["installment_plan-short"]("sv")` is a plan of three parts for one invoice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import Addressee, InstallmentPlanLetter, Language, Letter
from reskontra.domain.plan_letter import PlannedInvoice, PlannedPart
from tests.outgoing.sample_parts import CILLA, LONG_NAME, LONG_SENDER, MARKUP, SENDER

IF_BROKEN = {
    "sv": "Om en del inte betalas i tid gäller planen inte längre. Då ska allt som är kvar betalas "
    "på en gång.",
    "en": "If a part is not paid in time the plan no longer holds. All that is left is then due at "
    "once.",
}
INTEREST = {
    "sv": "Räntan är referensräntan plus 8 procentenheter, dag för dag på det som är kvar.",
    "en": "The rate is the reference rate plus 8 percentage points, day by day on what is left.",
}


def _part(ordinal: int, amount_ore: int, fee_ore: int = 0, interest_ore: int = 0) -> PlannedPart:
    return PlannedPart(
        ordinal=ordinal,
        due_date=date(2025, 4, 30) + timedelta(days=30 * (ordinal - 1)),
        amount_ore=amount_ore,
        fee_ore=fee_ore,
        interest_ore=interest_ore,
        total_ore=amount_ore + fee_ore + interest_ore,
        ocr_number=ocr_number(f"20017{ordinal:03d}"),
    )


THREE = (_part(1, 37500, 17000, 257), _part(2, 37500, 0, 206), _part(3, 37500, 0, 104))


def _plan(language: Language, *parts: PlannedPart, **changes: Any) -> InstallmentPlanLetter:
    debt_ore = sum(each.amount_ore for each in parts)
    invoice = PlannedInvoice(invoice_number="1003", kind_label="Barnomsorg", open_ore=debt_ore)
    letter = InstallmentPlanLetter(
        letter_number="20017",
        day=date(2025, 4, 9),
        pay_by=parts[0].due_date,
        agreed_on=date(2025, 4, 8),
        sender=SENDER,
        addressee=CILLA,
        invoices=(invoice,),
        parts=parts,
        part=1,
        notice=False,
        debt_ore=debt_ore,
        total_ore=parts[0].total_ore,
        ocr_number=parts[0].ocr_number,
        interest_terms=INTEREST[language],
        if_broken=IF_BROKEN[language],
        language=language,
    )
    return replace(letter, **changes)


def _short(language: Language) -> Letter:
    return _plan(language, *THREE)


def _bare(language: Language) -> Letter:
    parts = tuple(replace(_part(each.ordinal, each.amount_ore)) for each in THREE)
    return _plan(language, *parts, interest_terms=INTEREST[language], if_broken=IF_BROKEN[language])


def _notice(language: Language) -> Letter:
    first, second, third = THREE
    parts = (replace(first, paid=True), second, third)
    return _plan(
        language,
        *parts,
        part=2,
        notice=True,
        pay_by=second.due_date,
        total_ore=second.total_ore,
        ocr_number=second.ocr_number,
        day=date(2025, 5, 16),
    )


def _several(language: Language) -> Letter:
    invoices = (
        PlannedInvoice(invoice_number="1003", kind_label="Barnomsorg", open_ore=100000),
        PlannedInvoice(invoice_number="1004", kind_label="Hyra", open_ore=12500),
    )
    return _plan(language, *THREE, invoices=invoices)


def _long_names(language: Language) -> Letter:
    return _plan(language, *THREE, sender=LONG_SENDER, addressee=LONG_NAME)


def _markup(language: Language) -> Letter:
    invoice = PlannedInvoice(invoice_number="1003", kind_label=MARKUP, open_ore=112500)
    return _plan(
        language,
        *THREE,
        addressee=Addressee(name=MARKUP, address_lines=(MARKUP,)),
        invoices=(invoice,),
        interest_terms=MARKUP,
        if_broken=MARKUP,
    )


def _forty_rows(language: Language) -> Letter:
    return _plan(language, *(_part(row, 1_000_000, 6000, 1234) for row in range(1, 41)))


def _protected(language: Language) -> Letter:
    return _plan(language, *THREE, addressee=replace(CILLA, address_lines=()))


PLAN_CASES: dict[str, Callable[[Language], Letter]] = {
    "installment_plan-short": _short,
    "installment_plan-bare": _bare,
    "installment_plan-notice": _notice,
    "installment_plan-several": _several,
    "installment_plan-long_names": _long_names,
    "installment_plan-markup": _markup,
    "installment_plan-forty_rows": _forty_rows,
    "installment_plan-protected": _protected,
}
