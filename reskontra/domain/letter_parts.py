"""What letters share: who writes to whom, how interest was counted, and that the rows add up.

    Sender(name="Granviks kommun", bankgiro="999-1233", ...)

The one rule: as for every letter, whoever prints it computes nothing and looks nothing up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reskontra.domain.refusal import Refused

Language = Literal["sv", "en"]


class LetterDoesNotAddUp(Refused):
    """Letter {number} says {said_ore} öre, but its rows make {rows_ore} öre."""

    swedish = "Brev {number} anger {said_ore} öre, men raderna ger {rows_ore} öre."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: the creditor, whom to ask, and the bankgiro number as printed, `5050-1055`."""

    name: str
    organization_number: str
    address_lines: tuple[str, ...]
    contact_name: str
    phone: str
    email: str
    website: str
    bankgiro: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom the letter is for. A party with protected identity has no address lines."""

    name: str
    address_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationRow:
    """One span of late interest: both days included; rate ("12,00 %") and kronor as text.

    They are texts because the unrounded amount of a span is no whole number of öre: only the sum
    is rounded (docs/algorithms/interest.md).
    """

    first_day: date
    last_day: date
    days: int
    days_in_year: int
    principal_ore: int
    rate_percent: str
    amount: str
    relief: str = ""
    """What is given up of the interest, and why; empty when nothing is."""


def same(*, number: str, said_ore: int, rows_ore: int) -> None:
    """Refuse a letter that says another sum than its rows make."""
    if said_ore != rows_ore:
        raise LetterDoesNotAddUp(number=number, said_ore=said_ore, rows_ore=rows_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterClaim:
    """One invoice: `open_ore` = billed + fee + interest - paid - disputed, all in öre.

    `interest_ore` is late interest entered on the invoice itself. `fee_ore` is every fee so far,
    this letter's own too. `paid_ore` is all that has lessened it. `disputed_ore` is a part that is
    not asked for. `reminded`: the step is taken for it; else it is listed as overdue too.
    """

    invoice_number: str
    kind_label: str
    invoice_date: date
    due_date: date
    billed_ore: int
    paid_ore: int
    fee_ore: int
    open_ore: int
    ocr_number: str
    reminded: bool
    interest_ore: int = 0
    disputed_ore: int = 0


def add_up(*, number: str, claims: tuple[LetterClaim, ...], total_ore: int) -> None:
    """Refuse a letter whose claims do not add up, each by itself and all to its total."""
    for claim in claims:
        off_ore = claim.paid_ore + claim.disputed_ore
        rows_ore = claim.billed_ore + claim.fee_ore + claim.interest_ore - off_ore
        same(number=number, said_ore=claim.open_ore, rows_ore=rows_ore)
    same(number=number, said_ore=total_ore, rows_ore=sum(claim.open_ore for claim in claims))
