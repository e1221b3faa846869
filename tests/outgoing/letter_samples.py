"""Letter samples: every case that a letter template must carry, in both languages.

Example: `SAMPLES["reminder-part_paid.sv"]` is a Swedish reminder for a part-paid invoice.

The one rule: every template has every case here, and every sample has a golden text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import (
    Addressee,
    CalculationRow,
    InvoiceLetter,
    InvoiceLine,
    Language,
    Letter,
    LetterClaim,
    ReminderLetter,
    Sender,
)

LANGUAGES: tuple[Language, ...] = ("sv", "en")
MARKUP = '#eval("1+1") *fet* _kursiv_ $x^2$ `kod` = Rubrik \\ <a> @b // ~ "citat" --- åäö ÅÄÖ é ß'
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
SENDER = Sender(
    name="Granviks kommun",
    organization_number="212000-9994",
    address_lines=("Stora torget 1", "999 10 Granvik"),
    contact_name="Kontaktcenter",
    phone="0999-123 00",
    email="kontakt@granvik.example",
    website="https://granvik.example/faktura",
    bankgiro="999-1233",
)
CILLA = Addressee(name="Cilla Ekberg", address_lines=("Ekgatan 3 lgh 1102", "999 11 Granvik"))
LONG_NAME = Addressee(
    name="Anna-Karin Margareta Elisabeth von Oxenstierna-Silfverstolpe af Granvik",
    address_lines=(
        "c/o Dödsboförvaltningen och Godmansenheten i Granviks kommun, box 4711",
        "Gamla Kungsholmsbrovägen 117 B, uppgång 3, lgh 1804",
        "999 11 Granvik-Västra Norrskogabyn",
    ),
)
LONG_SENDER = replace(
    SENDER,
    name="Granviks och Västra Norrskogabygdens Vatten- och Avfallsaktiebolag",
    contact_name="Kundtjänst för vatten, avlopp, avfall och återvinning",
    email="kundtjanst.vatten-avlopp-avfall@norrskogabygden.example",
    website="https://granvik-norrskogabygden.example",
)


def _claim(number: int, *, billed_ore: int = 112500, **changes: Any) -> LetterClaim:
    claim = LetterClaim(
        invoice_number=str(number),
        kind_label="Barnomsorg",
        invoice_date=date(2025, 3, 3),
        due_date=date(2025, 3, 31),
        billed_ore=billed_ore,
        paid_ore=0,
        fee_ore=0,
        open_ore=billed_ore,
        ocr_number=ocr_number(f"54225{number}"),
        reminded=True,
    )
    return replace(claim, **changes)


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
    return _reminder(language, _claim(1003))


def _reminder_bare(language: Language) -> Letter:
    return _reminder(
        language,
        _claim(1003),
        next_step="",
        interest_on_separate_invoice=False,
        installment_plan_offered=False,
    )


def _reminder_several(language: Language) -> Letter:
    first = _claim(1003, fee_ore=6000, open_ore=118500)
    other = _claim(1004, billed_ore=40000, kind_label="Parkering", reminded=False)
    return _reminder(language, first, other, fee_ore=6000)


def _reminder_long_names(language: Language) -> Letter:
    claim = _claim(1003, kind_label="Vatten, avlopp och hushållsavfall i fritidsområden")
    return _reminder(language, claim, sender=LONG_SENDER, addressee=LONG_NAME)


def _reminder_markup(language: Language) -> Letter:
    claim = _claim(1003, kind_label=MARKUP)
    addressee = Addressee(name=MARKUP, address_lines=(MARKUP,))
    return _reminder(language, claim, next_step=MARKUP, addressee=addressee)


def _reminder_forty_rows(language: Language) -> Letter:
    claims = (_claim(1000 + row, billed_ore=1000000 * row + row) for row in range(1, 41))
    return _reminder(language, *claims)


def _reminder_protected(language: Language) -> Letter:
    return _reminder(language, _claim(1003), addressee=replace(CILLA, address_lines=()))


def _reminder_part_paid(language: Language) -> Letter:
    return _reminder(language, _claim(1003, paid_ore=100050, open_ore=12450))


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
    rows = (
        _span(date(2023, 12, 16), days=16, days_in_year=365, rate="12,00", amount="52,6027"),
        _span(date(2024, 1, 1), days=31, days_in_year=366, rate="12,00", amount="99,4536"),
    )
    return _invoice(language, line, calculation=rows, department="Ekonomiförvaltningen")


def _span(first: date, *, days: int, days_in_year: int, rate: str, amount: str) -> CalculationRow:
    return CalculationRow(
        first_day=first,
        last_day=first + timedelta(days=days - 1),
        days=days,
        days_in_year=days_in_year,
        principal_ore=1000000,
        rate_percent=rate,
        amount=amount,
    )


CASES: dict[str, Callable[[Language], Letter]] = {
    "reminder-short": _reminder_short,
    "reminder-bare": _reminder_bare,
    "reminder-several": _reminder_several,
    "reminder-long_names": _reminder_long_names,
    "reminder-markup": _reminder_markup,
    "reminder-forty_rows": _reminder_forty_rows,
    "reminder-protected": _reminder_protected,
    "reminder-part_paid": _reminder_part_paid,
    "invoice-short": _invoice_short,
    "invoice-bare": _invoice_bare,
    "invoice-taxed": _invoice_taxed,
    "invoice-long_names": _invoice_long_names,
    "invoice-markup": _invoice_markup,
    "invoice-forty_rows": _invoice_forty_rows,
    "invoice-protected": _invoice_protected,
    "invoice-interest": _invoice_interest,
}
SAMPLES: dict[str, Letter] = {
    f"{case}.{language}": build(language) for case, build in CASES.items() for language in LANGUAGES
}
