"""A campaign: for some time other rules hold for some invoices, by a decision.

    the February invoices came late: their due date is moved to 31 March
    invoices never arrived: every step for them is stopped until the fault is mended
    a hard year for businesses: no interest from April to September
    the invoices came late: no interest on one that is paid by the end of April

The one rule: a campaign only makes things easier for the one who owes. What it does is seen when
a claim is looked at; nothing is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.scope import Billed, Scope
from reskontra.domain.texts import Reference, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """What holds from the first day to the last, and for which invoices."""

    name: str
    label: Texts
    explanation: Texts
    reference: Reference
    file: str
    digest: str
    """SHA-256 of the file's bytes, in hex."""
    first_day: date
    last_day: date | None
    """None: until another version of the file says when."""
    scope: Scope
    invoiced: tuple[date, date] | None = None
    """The invoice date lies between these, both included."""
    due: tuple[date, date] | None = None
    """The due date lies between these, both included."""
    numbers: frozenset[str] = frozenset()
    """Only these invoices."""
    stops: bool = False
    """No step is taken while it lasts, and its days do not count."""
    due_moves_to: date | None = None
    """The debtor has until this day; steps and interest are counted from it."""
    interest_free: bool = False
    """The days that it lasts bear no interest."""
    interest_free_if_paid_by: date | None = None
    """What is paid whole by this day bears no interest; what is not, bears it from the first."""
    fee_free: bool = False
    """No step costs anything while it lasts."""

    def takes(self, billed: Billed, *, number: str) -> bool:
        """Whether the invoice is one of those that it concerns."""
        return (
            self.scope.takes(billed)
            and _between(self.invoiced, billed.invoice_date)
            and _between(self.due, billed.due_date)
            and (not self.numbers or number in self.numbers)
        )

    def covers(self, day: date) -> bool:
        """Whether the campaign is on, on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def _between(days: tuple[date, date] | None, day: date) -> bool:
    return days is None or days[0] <= day <= days[1]
