"""A plan that has been granted (avbetalningsplan), as one claim in it knows it.

    Agreed(key=7, granted_on=date(2025, 4, 9), installments=(30 April 333,00 · …), …)
    agreed.in_force        -> True until it is paid, broken or cancelled
    agreed.next_day(today) -> the first day on which something of it may change by itself

What is asked and when is fixed by the parts; what breaks it, and what it costs, by the terms of the
rule that it was granted by. The one rule: how it stands is never kept, it is told by `plan_state`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.dealings import OtherInvoice
from reskontra.domain.ledger import RECEIVABLE_OF, Entry, EntryKind
from reskontra.domain.terms import BrokenBy, InterestOn, PlanTerms

INSTALLMENT_PLAN = "installment_plan"
"""The kind of hold that a plan sets on its claims."""
PLAN_BROKEN = "plan_broken"
"""What is found of the claims of a plan that broke: steps may be counted from that day."""
KEPT_BY_US = "creditor"

_ONE_DAY = timedelta(days=1)
_TAKEN_BACK = frozenset({EntryKind.REVERSAL.value, EntryKind.MOVE.value})
_RECEIVABLES = frozenset(account.value for account in RECEIVABLE_OF.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Installment:
    """One part of a plan. Amounts in öre."""

    ordinal: int
    """Its place in the plan, from 1: part of the OCR number of its notice."""
    due_date: date
    """A banking day."""
    amount_ore: int
    """Of the debt."""
    fee_ore: int = 0
    """What the plan and its notice cost, beside the debt."""
    interest_ore: int = 0
    """Interest of the plan that is paid with it."""

    @property
    def total_ore(self) -> int:
        """What is to be paid on its day."""
        return self.amount_ore + self.fee_ore + self.interest_ore


class PlanHappening(StrEnum):
    """What may happen to a plan; with a part's ordinal where it is about one part."""

    GRANTED = "granted"
    CALLED = "called"
    """The interest and the notice's fee of a part are entered, and its notice is sent if any is."""
    KEPT = "kept"
    """A part was paid in time."""
    LATE = "late"
    """A part was not, and may still come."""
    BROKEN = "broken"
    CALLED_OFF = "called_off"
    """A person has ended it."""
    ENDED = "ended"
    """All of it is paid."""


ENDINGS = frozenset({PlanHappening.BROKEN, PlanHappening.CALLED_OFF, PlanHappening.ENDED})
Happened = tuple[PlanHappening, int]
"""What happened, and the part that it is about; 0 when it is about the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A plan granted for a claim, with what has come of it. Amounts in öre."""

    key: int
    """Names the plan among those at hand; never shown."""
    digest: str
    """Of the rule that it was granted by."""
    granted_on: date
    installments: tuple[Installment, ...]
    """With the fees and the interest that have been entered for each so far."""
    administered_by: str = KEPT_BY_US
    happened: frozenset[Happened] = frozenset()
    charged_ore: int = 0
    """Interest of the plan that has been entered on the claim."""
    lowered: tuple[tuple[date, int], ...] = ()
    """What has been taken off the claim since the plan was granted, by value date."""
    last_day: date | None = None
    """The last day that it was in force; None while it is."""
    terms: PlanTerms | None = None
    """Those of its rule; None until `ruling` has found them."""

    @property
    def in_force(self) -> bool:
        """It has been neither paid, broken nor cancelled."""
        return self.last_day is None

    @property
    def followed(self) -> bool:
        """It is in force, and kept by us: an agency follows its own plans."""
        return self.in_force and self.administered_by == KEPT_BY_US

    @property
    def broke(self) -> bool:
        """Whether it ended by not being kept."""
        return (PlanHappening.BROKEN, 0) in self.happened

    def after(self, entries: Iterable[Entry]) -> Agreed:
        """The plan when these have been booked on its claim."""
        off = tuple(lowered(entries)) if self.in_force else ()
        return replace(self, lowered=(*self.lowered, *off)) if off else self

    def called_on(self, part: Installment) -> date:
        """The day on which a part's interest and notice are entered, when it has any."""
        assert self.terms is not None
        earliest = self.installments[part.ordinal - 2].due_date + _ONE_DAY
        if self.terms.notice is None:
            return earliest
        return max(earliest, self.terms.notice.after(part.due_date))

    def is_called(self, part: Installment) -> bool:
        """Whether interest is entered for the part, or its notice is sent, after the grant."""
        assert self.terms is not None
        if part.ordinal == 1:
            return False
        return self.terms.notice is not None or self.bears_interest(part.ordinal)

    def bears_interest(self, ordinal: int) -> bool:
        """Whether the plan's interest is paid with this part."""
        assert self.terms is not None
        if self.terms.interest is None:
            return False
        match self.terms.interest_on:
            case InterestOn.EACH_PART:
                return True
            case InterestOn.LAST_PART:
                return ordinal == len(self.installments)
            case InterestOn.SEPARATELY:
                return False

    def next_day(self, *, today: date, others: Iterable[OtherInvoice] = ()) -> date | None:
        """The first day after today on which the plan may change by itself."""
        if not self.followed or self.terms is None:
            return None
        days = (*self._days(self.terms), *self._days_of(others, self.terms))
        return min((day for day in days if day > today), default=None)

    def _days(self, terms: PlanTerms) -> Iterator[date]:
        for part in self.installments:
            if self.is_called(part):
                yield self.called_on(part)
            yield part.due_date + _ONE_DAY
            yield tolerated(part.due_date, terms) + _ONE_DAY

    def _days_of(self, others: Iterable[OtherInvoice], terms: PlanTerms) -> Iterator[date]:
        if BrokenBy.LATER_INVOICE_LATE in terms.broken_by:
            for each in others:
                if each.invoice_date > self.granted_on and each.open_ore:
                    yield tolerated(next_banking_day(each.due_date), terms) + _ONE_DAY


def last_day_of(ending: PlanHappening, *, today: date) -> date:
    """The last day of a plan that ends today: one that is paid lasts the day of its payment."""
    return today if ending is PlanHappening.ENDED else today - _ONE_DAY


def tolerated(day: date, terms: PlanTerms) -> date:
    """The last day on which what was due on `day` may come without breaking the plan."""
    return next_banking_day(terms.late_within.after(day))


def lowered(entries: Iterable[Entry]) -> Iterator[tuple[date, int]]:
    """What the entries take off a claim, by value date; below zero when a payment is undone."""
    for entry in entries:
        if entry.credit in _RECEIVABLES:
            yield entry.value_date, entry.amount_ore
        elif entry.debit in _RECEIVABLES and entry.kind in _TAKEN_BACK:
            yield entry.value_date, -entry.amount_ore
