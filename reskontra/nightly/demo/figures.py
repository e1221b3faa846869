"""What a life came to, in numbers read from its rows.

    figures = gather(policy=policy, until=date(2026, 11, 21))
    figures.in_time, figures.late     -> 24380, 4611

The one rule: everything is counted in the rows; the demo's own plans are not asked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db import connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Count, Sum

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.ledger import EntryKind
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy
from reskontra.dunning.looks import wrong_looks
from reskontra.records.check import CHECKS, run_check
from reskontra.records.models import (
    Entry,
    Handover,
    Invoice,
    Letter,
    Party,
    Payment,
    PaymentFile,
    StepTaken,
)
from reskontra.records.queries import ledger_totals, unmatched_payments

LOOKS_TITLE = "every claim is looked at on the day that its rules say"

_PAID_DATES = """
    SELECT i.due_date,
           CASE WHEN s.open_ore = 0 THEN (
               SELECT max(e.value_date) FROM entry e
               WHERE e.invoice_id = i.id AND e.kind IN ('payment', 'credit')) END AS paid_date,
           count(*)
    FROM invoice i JOIN claim_state s ON s.invoice_id = i.id
    WHERE i.interest_for_id IS NULL AND i.due_date < %s
      AND NOT EXISTS (SELECT 1 FROM entry w WHERE w.invoice_id = i.id AND w.kind = 'withdrawal')
    GROUP BY 1, 2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many, and how much in öre."""

    count: int
    amount_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the rows hold after the last night."""

    persons: int
    organizations: int
    invoices: Total
    in_time: int
    late: int
    unpaid: int
    """Of those that have fallen due and were not withdrawn: paid in time, paid late, not paid."""
    reminded: int
    handed_over: Total
    interest_invoices: Total
    by_kind: dict[EntryKind, Total]
    """Entries by kind: how many invoices they are about, and how much."""
    letters: dict[str, int]
    """Letters printed, by template."""
    bank_files: int
    payments: int
    unmatched: int
    ledger: dict[str, int]
    """Debit less credit of each ledger account; they add up to zero."""
    checks: dict[str, list[str]]
    """What must hold, with what breaks it: nothing, when all is well."""

    @property
    def holds(self) -> bool:
        """The books balance and every check holds."""
        return sum(self.ledger.values()) == 0 and not any(self.checks.values())


def gather(*, policy: Policy, until: date) -> Figures:
    """Count everything, as it stands after the night of `until`."""
    invoices = Invoice.objects.filter(interest_for=None)
    with connections["default"].cursor() as cursor:
        paid = _paid(cursor, until)
        unmatched = sum(1 for payment in unmatched_payments(cursor) if payment.amount_ore > 0)
        ledger = ledger_totals(cursor)
    return Figures(
        persons=Party.objects.filter(kind=PartyKind.PERSON.value).count(),
        organizations=Party.objects.filter(kind=PartyKind.ORGANIZATION.value).count(),
        invoices=_sum(**invoices.aggregate(count=Count("id"), amount_ore=Sum("total_ore"))),
        in_time=paid["in_time"],
        late=paid["late"],
        unpaid=paid["unpaid"],
        reminded=StepTaken.objects.filter(step="reminder").count(),
        handed_over=_handed_over(),
        interest_invoices=_sum(
            **Invoice.objects.exclude(interest_for=None).aggregate(
                count=Count("id"), amount_ore=Sum("total_ore")
            )
        ),
        by_kind=_by_kind(),
        letters=dict(
            Letter.objects.filter(letterevent__state__in=("printed", "sent"))
            .values_list("template")
            .annotate(Count("id"))
            .order_by("template")
        ),
        bank_files=PaymentFile.objects.count(),
        payments=Payment.objects.count(),
        unmatched=unmatched,
        ledger=ledger,
        checks={check.title: run_check(check) for check in CHECKS}
        | {LOOKS_TITLE: list(wrong_looks(day=until, policy=policy))},
    )


def _sum(*, count: int, amount_ore: int | None) -> Total:
    return Total(count=count, amount_ore=amount_ore or 0)


def _paid(cursor: CursorWrapper, until: date) -> Counter[str]:
    """How those that have fallen due were paid; the last day for it is a banking day."""
    cursor.execute(_PAID_DATES, [until])
    found: Counter[str] = Counter()
    for due_date, paid_date, count in cursor.fetchall():
        if paid_date is None:
            found["unpaid"] += count
        else:
            found["in_time" if paid_date <= next_banking_day(due_date) else "late"] += count
    return found


def _handed_over() -> Total:
    parts = ("principal_ore", "fee_ore", "interest_ore")
    found = Handover.objects.aggregate(count=Count("id"), **{part: Sum(part) for part in parts})
    return Total(count=found["count"], amount_ore=sum(found[part] or 0 for part in parts))


def _by_kind() -> dict[EntryKind, Total]:
    rows = Entry.objects.values("kind").annotate(
        count=Count("invoice_id", distinct=True), total_ore=Sum("amount_ore")
    )
    return {
        EntryKind(row["kind"]): Total(count=row["count"], amount_ore=row["total_ore"])
        for row in rows
    }
