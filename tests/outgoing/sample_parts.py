"""What the sample letters share: parties with short and long names, claims, spans of interest.

Example: `a_claim(1003, paid_ore=100050, open_ore=12450)` is a part-paid invoice in a letter.

The one rule: everybody here is invented, and so are their numbers.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import Addressee, CalculationRow, Language, LetterClaim, Sender

LANGUAGES: tuple[Language, ...] = ("sv", "en")
MARKUP = '#eval("1+1") *fet* _kursiv_ $x^2$ `kod` = Rubrik \\ <a> @b // ~ "citat" --- åäö ÅÄÖ é ß'
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
OWN_WORDS: dict[Language, dict[str, tuple[str, ...]]] = {
    "sv": {
        "paragraphs": (
            "Vi har försökt nå dig om fakturorna.",
            "Hör av dig så hjälper vi dig att hitta en lösning.",
        ),
        "enclosures": ("Kopior av fakturorna",),
        "copies_to": ("Socialtjänsten",),
    },
    "en": {
        "paragraphs": (
            "We have tried to reach you about the invoices.",
            "Contact us, and we will help you to find a way.",
        ),
        "enclosures": ("Copies of the invoices",),
        "copies_to": ("Social services",),
    },
}


def a_claim(number: int, *, billed_ore: int = 112500, **changes: Any) -> LetterClaim:
    """One invoice in a reminder or a notice, unpaid unless changed."""
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


def spans() -> tuple[CalculationRow, ...]:
    """Interest over a New Year: together 152,0563 kronor."""
    return (
        _span(date(2023, 12, 16), days=16, days_in_year=365, rate="12,00\u00a0%", amount="52,6027"),
        _span(date(2024, 1, 1), days=31, days_in_year=366, rate="12,00\u00a0%", amount="99,4536"),
    )


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
