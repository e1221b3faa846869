"""How a letter says what to pay to a machine: the giro slip's line and the payment QR code.

    slip_line(ocr_number="100164", amount_ore=30000, bankgiro="987-6541")
    -> "H  #                    100164 #     300 00   4 >                  9876541#41#    "

The one rule: the line is read by machine, so every field has its column and nothing is cut.
"""

from __future__ import annotations

import io
import json
from datetime import date

import segno

from reskontra.domain.identity import (
    format_bankgiro,
    is_ocr_number,
    luhn_digit,
    parse_bankgiro,
    parse_identity_number,
)
from reskontra.domain.money import decimal_text
from reskontra.domain.refusal import Refused

_REFERENCE_WIDTH = 25
_KRONOR_WIDTH = 8
_BANKGIRO_OCR_SLIP = "41"
_MOST_ON_SLIP_ORE = 10**10


class NotOnSlip(Refused):
    """{amount_ore} öre does not fit a giro slip; allowed are 1 to 9999999999."""

    swedish = "{amount_ore} öre ryms inte på en inbetalningsavi. Tillåtet är 1 till 9999999999."


class NotAnOcrNumber(Refused):
    """{text!r} is not an OCR number; allowed are 2 to 25 digits with a right check digit."""

    swedish = "{text!r} är inget OCR-nummer. Det ska ha 2 till 25 siffror och rätt sista siffra."


def slip_line(*, ocr_number: str, amount_ore: int, bankgiro: str) -> str:
    """The line that banks' machines read at the foot of a bankgiro slip, 82 characters.

    `amount_ore` is followed by its own check digit. Refuses a wrong OCR or bankgiro number, and
    amounts that have no place on the line.
    """
    if not is_ocr_number(ocr_number):
        raise NotAnOcrNumber(text=ocr_number)
    if not 0 < amount_ore < _MOST_ON_SLIP_ORE:
        raise NotOnSlip(amount_ore=amount_ore)
    kronor, rest = divmod(amount_ore, 100)
    return (
        f"H  # {ocr_number:>{_REFERENCE_WIDTH}} #{kronor:>{_KRONOR_WIDTH}} {rest:02d}"
        f"   {luhn_digit(str(amount_ore))} >{parse_bankgiro(bankgiro):>{_REFERENCE_WIDTH}}"
        f"#{_BANKGIRO_OCR_SLIP}#    "
    )


def usingqr_payload(
    *,
    payee: str,
    organization_number: str,
    ocr_number: str,
    due_date: date,
    amount_ore: int,
    bankgiro: str,
    invoice_date: date | None = None,
    vat_ore: int | None = None,
) -> str:
    """The text of a UsingQR code that asks for a payment: JSON on one line, money in kronor.

    Refuses wrong OCR, bankgiro and organization numbers, and amounts not above zero.
    """
    if not is_ocr_number(ocr_number):
        raise NotAnOcrNumber(text=ocr_number)
    if not 0 < amount_ore < _MOST_ON_SLIP_ORE:
        raise NotOnSlip(amount_ore=amount_ore)
    fields = {
        "uqr": "1",
        "tp": "1",
        "nme": _text(payee),
        "cid": _text(parse_identity_number(organization_number).masked),
        "iref": _text(ocr_number),
        "idt": "" if invoice_date is None else _day(invoice_date),
        "ddt": _day(due_date),
        "due": _number(amount_ore),
        "vat": "" if vat_ore is None else _number(vat_ore),
        "cur": _text("SEK"),
        "pt": _text("BG"),
        "acc": _text(format_bankgiro(bankgiro)),
    }
    return "{" + ",".join(f'"{key}":{value}' for key, value in fields.items() if value) + "}"


def qr_svg(payload: str) -> str:
    """The payload as a QR code in SVG, with its quiet zone; one module is one unit."""
    svg = io.BytesIO()
    code = segno.make(payload, micro=False, error="m", encoding="utf-8", boost_error=False)
    code.save(svg, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=4)
    return svg.getvalue().decode()


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _day(day: date) -> str:
    return _text(f"{day:%Y%m%d}")


def _number(ore: int) -> str:
    """A JSON number in kronor, written by hand since JSON libraries would pass it through float."""
    return decimal_text(ore).removesuffix(".00")
