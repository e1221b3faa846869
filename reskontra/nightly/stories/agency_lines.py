"""What a line of a story may say of a claim at a collection agency.

    PaidThere(number="1004", amount_ore=30000).text     -> "agency paid 1004 300,00"
    ClosedThere(number="1004", reason="returned").text  -> "agency closes 1004 returned"

The one rule: as in `notation`, a value has one way to be written.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.money import NO_BREAK_SPACE, format_kronor


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidThere:
    """The agency tells of money for the principal that was paid to it that day. Amount in öre."""

    number: str
    amount_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        amount = format_kronor(self.amount_ore).replace(NO_BREAK_SPACE, " ")
        return f"agency paid {self.number} {amount}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedThere:
    """The agency tells that it has ended the case."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"agency closes {self.number} {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """One invoice is called back from the agency."""

    name: str
    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> recall {self.name} {self.number} for {self.reason.replace('_', ' ')}"
