"""Payment code: the squares of a QR code, made at the speed of letters.

Example: two reminders of one night differ in some twenty signs, their OCR numbers and amounts.
The second code is the first with the squares turned that those signs turn; nothing else is
computed again.

The one rule: the squares are exactly those that segno makes of the same text. That holds because
a QR code of a given length, level and mask is linear: every bit of the text turns a fixed set of
squares, whatever the other bits are. segno is asked once for each bit that is seen to differ, and
the answers are kept, so a code costs some microseconds where segno needs ten milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass

import segno

LENGTH_STEP = 16
"""Texts are filled with spaces to a multiple of this, so that few lengths occur."""

MASK = 3
"""Any of the eight masks can be read; trying all for the best looks would cost the linearity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCode:
    """The squares row by row, one bit each, 1 for dark; `side` of them make a row."""

    side: int
    squares: int

    def gray_levels(self) -> str:
        """The squares as a JSON list of gray levels: 0 dark, 255 light."""
        bits = f"{self.squares:0{self.side * self.side}b}"
        return f"[{bits.translate(_LEVELS)[:-1]}]"


def payment_code(text: str) -> PaymentCode:
    """The QR code of `text` in UTF-8, filled with spaces at the end; error correction level M."""
    content = text.encode()
    content += b" " * (-len(content) % LENGTH_STEP)
    family = _families.get(len(content))
    if family is None:
        family = _families[len(content)] = _Family(content)
    return family.member(content)


_LEVELS = {ord("1"): "0,", ord("0"): "255,"}


class _Family:
    """Codes of one length: the first that was asked for, and which squares each change turns."""

    def __init__(self, first: bytes) -> None:
        self.first = first
        self.code = _drawn(first)
        self.turned: dict[tuple[int, int], int] = {}

    def member(self, content: bytes) -> PaymentCode:
        squares = self.code.squares
        for place, (old, new) in enumerate(zip(self.first, content, strict=True)):
            if old != new:
                squares ^= self._turned_by(place, old ^ new)
        return PaymentCode(side=self.code.side, squares=squares)

    def _turned_by(self, place: int, change: int) -> int:
        found = self.turned.get((place, change))
        if found is None:
            other = bytearray(self.first)
            other[place] ^= change
            found = _drawn(bytes(other)).squares ^ self.code.squares
            self.turned[place, change] = found
        return found


_families: dict[int, _Family] = {}
"""The families in use, by length, kept for the life of the process."""


def _drawn(content: bytes) -> PaymentCode:
    code = segno.make_qr(content, error="m", mode="byte", mask=MASK, boost_error=False)
    bits = "".join("".join(map(str, row)) for row in code.matrix)
    return PaymentCode(side=len(code.matrix), squares=int(bits, 2))
