"""Which claim a payment is for: the reference given, else an OCR number found in its text.

    candidates(references=("100300007",), texts=())         -> ("100300007",)
    candidates(references=(), texts=("faktura 100300007",)) -> ("100300007",)

Only a number that stands for something of ours counts, and money that finds nothing waits for a
person; a name, an amount or an invoice number alone is never enough. `docs/algorithms/matching.md`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reskontra.domain.identity import is_ocr_number

SHORTEST_IN_TEXT = 5
"""A shorter number in free text is too likely to be a date or a house number."""

_NUMBERS = re.compile(r"[0-9][0-9 -]*[0-9]")


def candidates(*, references: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """The numbers to look up, the surest first, each once."""
    found = [digits for digits in map(_digits, references) if digits]
    for text in texts:
        found += [number for number in _numbers_in(text) if len(number) >= SHORTEST_IN_TEXT]
    return tuple(dict.fromkeys(found))


def _digits(reference: str) -> str:
    """The reference without the blanks and hyphens that people put in."""
    digits = reference.replace(" ", "").replace("-", "")
    return digits if digits.isascii() and digits.isdigit() else ""


def _numbers_in(text: str) -> list[str]:
    """The OCR numbers in a text, both as written with blanks and piece by piece."""
    found = []
    for run in _NUMBERS.findall(text):
        pieces = [run.replace(" ", "").replace("-", ""), *re.split("[ -]+", run)]
        found += [piece for piece in pieces if is_ocr_number(piece)]
    return found
