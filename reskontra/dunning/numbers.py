"""The OCR numbers of what a night sends, each its own.

    letter_ocr_number(creditor, 17, reminder, again=None)  -> the series, 17, 01 and a check digit

The one rule: a number stands for one thing for ever, so a step taken anew has another: the step
that was undone, and 00, which is the place of no step. One to another than the recipient begins
with 0, as no invoice's does, and ends with the place of who owes it too.
"""

from __future__ import annotations

from reskontra.domain.identity import ocr_number
from reskontra.domain.rules import Creditor
from reskontra.domain.step import Step


def letter_ocr_number(
    creditor: Creditor, invoice: int, step: Step, *, again: int | None, place: int = 0
) -> str:
    """The number of the step's letter, of which `invoice` is the first claim.

    `again` is the step undone that this one is taken anew after; `place` is which of those who owe
    the invoice the letter is to, 0 for its recipient.
    """
    digits = f"{invoice}{step.ordinal:02d}" if again is None else f"{again}00"
    to = f"0{digits}{place:02d}" if place else digits
    return ocr_number(f"{creditor.ocr_series}{to}")
