"""The letter of an installment plan: what was agreed, its parts, and the one to pay now.

    InstallmentPlanLetter(part=1, parts=(PlannedPart(ordinal=1, total_ore=33300, ...), ...), ...)

The same letter is the notice of a later part. The one rule: the whole plan stands in it, so that
whoever has it needs no other paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.letter_parts import Addressee, Language, Sender, same


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedInvoice:
    """One invoice that is paid in parts, and what was left of it. Amount in öre."""

    invoice_number: str
    kind_label: str
    open_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """One part: `total_ore` = `amount_ore` + `fee_ore` + `interest_ore`, paid by its own number.

    `paid` is true in a notice of a later part, for those that have come.
    """

    ordinal: int
    due_date: date
    amount_ore: int
    fee_ore: int
    interest_ore: int
    total_ore: int
    ocr_number: str
    paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallmentPlanLetter:
    """A plan in writing (lagen (1981:739) 3 §), or the notice of one of its parts.

    `part` is the one that is asked for, which is `total_ore` at the latest on `pay_by`. `debt_ore`
    is what was left of the invoices; `interest_terms` and `if_broken` are full sentences.
    `notice` is true for a letter about a later part.
    """

    letter_number: str
    day: date
    pay_by: date
    agreed_on: date
    sender: Sender
    addressee: Addressee
    invoices: tuple[PlannedInvoice, ...]
    parts: tuple[PlannedPart, ...]
    part: int
    notice: bool
    debt_ore: int
    total_ore: int
    ocr_number: str
    interest_terms: str
    if_broken: str
    language: Language

    def __post_init__(self) -> None:
        """Refuse a plan whose parts do not make its debt, or that asks for another amount."""
        number = self.letter_number
        same(
            number=number,
            said_ore=self.debt_ore,
            rows_ore=sum(each.open_ore for each in self.invoices),
        )
        same(
            number=number,
            said_ore=self.debt_ore,
            rows_ore=sum(each.amount_ore for each in self.parts),
        )
        for each in self.parts:
            rows_ore = each.amount_ore + each.fee_ore + each.interest_ore
            same(number=number, said_ore=each.total_ore, rows_ore=rows_ore)
        asked = self.parts[self.part - 1]
        same(number=number, said_ore=self.total_ore, rows_ore=asked.total_ore)
