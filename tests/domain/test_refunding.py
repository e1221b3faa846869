"""Interest on what was paid and then credited: the latest payment first, from the day after it.

The one rule: what somebody paid too much of their own accord bears none.
"""

from __future__ import annotations

from datetime import date

from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount
from reskontra.domain.rate import AboveReference
from reskontra.domain.refunding import refund_interest
from reskontra.domain.terms import RefundRules
from tests.domain.claims import a_claim, an_entry, paid, sample_policy

LAW = sample_policy().law
RULES = RefundRules(
    interest=AboveReference(reference_rate=LAW.reference_rate, margin=LAW.capital_interest_margin)
)
FIRST, SECOND, CREDITED = date(2024, 2, 1), date(2024, 3, 1), date(2024, 3, 31)


def credited(ore: int, day: date = CREDITED) -> Entry:
    """A credit of what has been paid already."""
    return an_entry(EntryKind.CREDIT, LedgerAccount.CREDITED, LedgerAccount.OVERPAID, ore, day)


def test_the_latest_payment_bears_interest_first() -> None:
    claim = a_claim(paid(10_000, FIRST), paid(20_000, SECOND), credited(25_000))

    found = refund_interest(claim, RULES, until=CREDITED)

    assert [(row.from_date, row.to_date, row.principal_ore) for row in found.rows] == [
        (date(2024, 2, 2), SECOND, 5_000),
        (date(2024, 3, 2), CREDITED, 25_000),
    ]
    assert found.total_ore == round((5_000 * 29 + 25_000 * 30) * 6 / 100 / 366)


def test_what_was_paid_too_much_bears_none() -> None:
    claim = a_claim(paid(30_000), paid(5_000, SECOND, on=LedgerAccount.OVERPAID))

    assert refund_interest(claim, RULES, until=CREDITED).total_ore == 0


def test_none_is_given_where_the_creditor_gives_none() -> None:
    claim = a_claim(paid(30_000, FIRST), credited(30_000))

    assert refund_interest(claim, RefundRules(), until=CREDITED).total_ore == 0


def test_what_is_kept_bears_none() -> None:
    claim = a_claim(paid(30_000, FIRST), credited(1_000))
    kept = RefundRules(kept_below_ore=2_000, interest=RULES.interest)

    assert refund_interest(claim, kept, until=CREDITED).total_ore == 0
