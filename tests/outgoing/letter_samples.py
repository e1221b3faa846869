"""Letter samples: every case that a letter template must carry, in both languages.

Example: `SAMPLES["reminder-part_paid.sv"]` is a Swedish reminder for a part-paid invoice.

The one rule: every template has every case here, and every sample has a golden text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import (
    Addressee,
    InvoiceLetter,
    InvoiceLine,
    Language,
    Letter,
    LetterClaim,
    ReminderLetter,
)
from tests.outgoing.apology_letter_samples import APOLOGY_CASES
from tests.outgoing.deferral_letter_samples import DEFERRAL_CASES
from tests.outgoing.plan_letter_samples import PLAN_CASES
from tests.outgoing.sample_parts import (
    CILLA,
    LANGUAGES,
    LONG_NAME,
    LONG_SENDER,
    MARKUP,
    OWN_WORDS,
    SENDER,
    a_claim,
    spans,
)
from tests.outgoing.step_letter_samples import STEP_CASES

NEXT_STEP = {
    "sv": "Om vi inte har fått din betalning i tid lämnar vi över fakturan till"
    " inkassobolaget Exempel Inkasso AB. Då tillkommer en avgift och ränta.",
    "en": "If we have not received your payment in time we hand the invoice over to the"
    " collection agency Exempel Inkasso AB. A fee and interest are then added.",
}
TERMS = {
    "sv": "Vi tar ut ränta enligt räntelagen från dagen efter förfallodagen.",
    "en": "We charge interest under the Interest Act from the day after the due date.",
}


def _reminder(language: Language, *claims: LetterClaim, **changes: Any) -> ReminderLetter:
    reminder = ReminderLetter(
        letter_number="20001",
        day=date(2025, 4, 9),
        pay_by=date(2025, 4, 23),
        sender=SENDER,
        addressee=CILLA,
        claims=claims,
        fee_ore=0,
        total_ore=sum(claim.open_ore for claim in claims),
        ocr_number=ocr_number("20001"),
        next_step=NEXT_STEP[language],
        interest_on_separate_invoice=True,
        installment_plan_offered=True,
        language=language,
    )
    return replace(reminder, **changes)


def _invoice(language: Language, *lines: InvoiceLine, **changes: Any) -> InvoiceLetter:
    invoice = InvoiceLetter(
        invoice_number="1003",
        ocr_number=ocr_number("542251003"),
        invoice_date=date(2025, 3, 3),
        due_date=date(2025, 3, 31),
        department="Utbildningsförvaltningen",
        our_reference="Karin Almgren",
        sender=SENDER,
        addressee=CILLA,
        lines=lines,
        total_ore=sum(line.amount_ore for line in lines),
        terms=TERMS[language],
        language=language,
    )
    return replace(invoice, **changes)


def _line(text: str, amount_ore: int, vat_ore: int = 0) -> InvoiceLine:
    return InvoiceLine(text=text, amount_ore=amount_ore, vat_ore=vat_ore)


def _reminder_short(language: Language) -> Letter:
    return _reminder(language, a_claim(1003))


def _reminder_bare(language: Language) -> Letter:
    return _reminder(
        language,
        a_claim(1003),
        next_step="",
        interest_on_separate_invoice=False,
        installment_plan_offered=False,
    )


def _reminder_several(language: Language) -> Letter:
    first = a_claim(1003, fee_ore=6000, open_ore=118500)
    other = a_claim(1004, billed_ore=40000, kind_label="Parkering", reminded=False)
    return _reminder(language, first, other, fee_ore=6000)


def _reminder_long_names(language: Language) -> Letter:
    claim = a_claim(1003, kind_label="Vatten, avlopp och hushållsavfall i fritidsområden")
    return _reminder(language, claim, sender=LONG_SENDER, addressee=LONG_NAME)


def _reminder_markup(language: Language) -> Letter:
    claim = a_claim(1003, kind_label=MARKUP)
    addressee = Addressee(name=MARKUP, address_lines=(MARKUP,))
    texts = {"paragraphs": (MARKUP,), "enclosures": (MARKUP,), "copies_to": (MARKUP,)}
    return _reminder(language, claim, next_step=MARKUP, addressee=addressee, **texts)


def _reminder_forty_rows(language: Language) -> Letter:
    claims = (a_claim(1000 + row, billed_ore=1000000 * row + row) for row in range(1, 41))
    return _reminder(language, *claims, **OWN_WORDS[language])


def _reminder_protected(language: Language) -> Letter:
    return _reminder(language, a_claim(1003), addressee=replace(CILLA, address_lines=()))


def _reminder_part_paid(language: Language) -> Letter:
    return _reminder(language, a_claim(1003, paid_ore=100050, open_ore=12450))


def _invoice_short(language: Language) -> Letter:
    return _invoice(language, _line("Barnomsorg mars 2025, Alva", 112500))


def _invoice_bare(language: Language) -> Letter:
    return _invoice(language, _line("Barnomsorg mars 2025", 112500), terms="", our_reference="")


def _invoice_taxed(language: Language) -> Letter:
    lines = (_line("Vatten och avlopp, kvartal 1", 125000, 25000), _line("Rabatt", -2500, -500))
    return _invoice(language, *lines)


def _invoice_long_names(language: Language) -> Letter:
    line = _line("Avgift för vatten, avlopp, avfall och återvinning i fritidsområden. " * 3, 112500)
    department = "Förvaltningen för vatten, avlopp, avfall och återvinning"
    return _invoice(language, line, sender=LONG_SENDER, addressee=LONG_NAME, department=department)


def _invoice_markup(language: Language) -> Letter:
    addressee = Addressee(name=MARKUP, address_lines=(MARKUP,))
    return _invoice(
        language, _line(MARKUP, 112500), addressee=addressee, terms=MARKUP, our_reference=MARKUP
    )


def _invoice_forty_rows(language: Language) -> Letter:
    lines = (_line(f"Måltider vecka {row}", 12345 * row) for row in range(1, 41))
    return _invoice(language, *lines)


def _invoice_protected(language: Language) -> Letter:
    line = _line("Barnomsorg mars 2025", 112500)
    return _invoice(language, line, addressee=replace(CILLA, address_lines=()))


def _invoice_interest(language: Language) -> Letter:
    line = _line("Dröjsmålsränta på faktura 1003", 15205)
    return _invoice(language, line, calculation=spans(), department="Ekonomiförvaltningen")


def _reminder_disputed(language: Language) -> Letter:
    """A part of the invoice is disputed, and the rest is asked for."""
    return _reminder(language, a_claim(1003, disputed_ore=37500, open_ore=75000))


CASES: dict[str, Callable[[Language], Letter]] = {
    "reminder-short": _reminder_short,
    "reminder-bare": _reminder_bare,
    "reminder-several": _reminder_several,
    "reminder-long_names": _reminder_long_names,
    "reminder-markup": _reminder_markup,
    "reminder-forty_rows": _reminder_forty_rows,
    "reminder-protected": _reminder_protected,
    "reminder-part_paid": _reminder_part_paid,
    "reminder-disputed": _reminder_disputed,
    "invoice-short": _invoice_short,
    "invoice-bare": _invoice_bare,
    "invoice-taxed": _invoice_taxed,
    "invoice-long_names": _invoice_long_names,
    "invoice-markup": _invoice_markup,
    "invoice-forty_rows": _invoice_forty_rows,
    "invoice-protected": _invoice_protected,
    "invoice-interest": _invoice_interest,
    **APOLOGY_CASES,
    **STEP_CASES,
    **PLAN_CASES,
    **DEFERRAL_CASES,
}
SAMPLES: dict[str, Letter] = {
    f"{case}.{language}": build(language) for case, build in CASES.items() for language in LANGUAGES
}
