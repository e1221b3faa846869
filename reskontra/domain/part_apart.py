"""A part of a claim that must go its own way: it is billed apart, on an invoice of its own.

    invoice 1003, 500 kr, of which 150 kr is disputed; the rest is reminded; then the objection is
    rejected -> invoice B1003 of 150 kr, with 30 days to pay

A part that comes back while nothing has been asked for the rest is simply owed with it again. The
one rule: nothing is demanded that was not first asked for, and no agency keeps what is disputed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from reskontra.domain.calendar import Span, next_banking_day
from reskontra.domain.claim import HAND_OVER, Claim, Hold
from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount, sums

PART_PREFIX = "B"
_TIME_TO_PAY = Span.parse("30 days")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDue:
    """A part to be billed apart. Amount in öre; `claim` is as it was before."""

    claim: Claim
    hold: Hold
    amount_ore: int
    due_date: date

    @property
    def number(self) -> str:
        """The number of the invoice to be; an invoice's second such part ends it with -2."""
        place = self.hold.place
        return f"{PART_PREFIX}{self.claim.number}" + (f"-{place}" if place > 1 else "")

    @property
    def hold_apart(self) -> Hold:
        """The hold as it is on the new invoice: of all that stands there."""
        return replace(self.hold, amount_ore=None, back_ore=None, place=0)


def parts_due(claim: Claim, *, today: date) -> Iterator[PartDue]:
    """The parts of the claim that are to be billed apart today."""
    for hold in claim.holds:
        if hold.amount_ore is None or not _goes_apart(hold, claim, today):
            continue
        wanted_ore = hold.amount_ore if hold.back_ore is None else hold.back_ore
        amount_ore = min(wanted_ore, claim.sums.balance.principal_ore)
        if amount_ore:
            due_date = next_banking_day(_TIME_TO_PAY.after(today))
            yield PartDue(claim=claim, hold=hold, amount_ore=amount_ore, due_date=due_date)
            claim = without_part(claim, hold, amount_ore, day=today)


def _goes_apart(hold: Hold, claim: Claim, today: date) -> bool:
    """Its agency was given all of it, or the rest was asked for without it."""
    days = [taken.day for taken in claim.steps_taken]
    if hold.back_ore is None:
        given = [each.day for each in claim.steps_taken if each.name.startswith(HAND_OVER)]
        return hold.covers(today) and claim.handed_over and max(given) < hold.first_day
    last_day = hold.last_day or today
    return hold.back_ore > 0 and any(hold.first_day <= day <= last_day for day in days)


def without_part(claim: Claim, hold: Hold, amount_ore: int, *, day: date) -> Claim:
    """The claim when the part has left it: credited, and held no more."""
    credited = Entry(
        EntryKind.CREDIT.value, LedgerAccount.CREDITED, LedgerAccount.RECEIVABLE, amount_ore, day
    )
    holds = tuple(each for each in claim.holds if each != hold)
    return replace(claim, sums=claim.sums.plus(sums((credited,))), holds=holds)
