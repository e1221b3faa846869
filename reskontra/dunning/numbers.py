"""The OCR numbers of what a night sends, each its own.

    letter_ocr_number(creditor, 17, reminder, again=None)  -> the series, 17, 01 and a check digit

The one rule: a number stands for one thing for ever, so a step taken anew has another: the step
that was undone, and 00, which is the place of no step.
"""

from __future__ import annotations

from reskontra.domain.identity import ocr_number
from reskontra.domain.rules import Creditor
from reskontra.domain.step import Step


def letter_ocr_number(creditor: Creditor, invoice: int, step: Step, *, again: int | None) -> str:
    """The number of the step's letter, of which `invoice` is the first claim.

    `again` is the step undone that this one is taken anew after.
    """
    if again is None:
        return ocr_number(f"{creditor.ocr_series}{invoice}{step.ordinal:02d}")
    return ocr_number(f"{creditor.ocr_series}{again}00")
