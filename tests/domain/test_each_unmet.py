"""A condition question by question, and those about what the party has had before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim
from reskontra.domain.conditions import Condition, PartyCondition, Times, each_unmet, unmet
from reskontra.domain.dealings import Dealings, OtherInvoice
from tests.domain.claims import DUE, a_claim

TODAY = date(2025, 4, 9)
YEAR = Span.parse("12 months")


def an_invoice(number: str, **fields: Any) -> OtherInvoice:
    """An invoice of the party: parking for 300 kr, due 31 March, not paid."""
    invoice = OtherInvoice(
        number=number,
        kind="parking",
        services=frozenset({"parking"}),
        invoice_date=date(2025, 3, 3),
        due_date=DUE,
        open_ore=30_000,
        paid_date=None,
    )
    return replace(invoice, **fields)


def claim_beside(*others: OtherInvoice) -> Claim:
    """Claim 1001, overdue, of a party with these other invoices."""
    claim = a_claim()
    return replace(claim, dealings=Dealings(invoices=(an_invoice(claim.number), *others)))


def test_the_claim_at_hand_is_no_other_invoice() -> None:
    none_else = Condition(party=PartyCondition(others_overdue_at_most=0))
    assert unmet(claim_beside(), none_else, TODAY) is None
    assert unmet(claim_beside(an_invoice("900")), none_else, TODAY) is not None
    paid = an_invoice("900", open_ore=0, paid_date=DUE)
    assert unmet(claim_beside(paid), none_else, TODAY) is None


@pytest.mark.parametrize(
    ("begun", "mended_on"),
    [(date(2024, 4, 8), None), (date(2024, 4, 9), date(2025, 4, 10))],
)
def test_a_deferral_is_had_again_only_after_its_time(begun: date, mended_on: date | None) -> None:
    once_a_year = Condition(
        party=PartyCondition(
            steps=frozenset({"deferral"}), steps_taken=Times(within=YEAR, at_most=0)
        )
    )
    deferred = an_invoice("900", holds=(("deferral", begun), ("dispute", TODAY)))
    found = unmet(claim_beside(deferred), once_a_year, TODAY)
    assert (found and found.mended_on) == mended_on


def test_each_question_that_fails_is_named() -> None:
    condition = Condition(
        open_at_most_ore=20_000,
        kinds=frozenset({"parking"}),
        services=frozenset({"rent"}),
        service_debt_at_least_ore=1,
        party=PartyCondition(
            others_overdue_at_most=0,
            of_kinds=frozenset({"rent"}),
            invoices_overdue_at_least=1,
            overdue_at_least_ore=0,
        ),
    )
    failing = [name for name, _ in each_unmet(claim_beside(an_invoice("9")), condition, TODAY)]
    assert failing == [
        "open_at_most_ore",
        "services",
        "service_debt_at_least_ore",
        "invoices_overdue_at_least",
        "others_overdue_at_most",
    ]


def test_a_condition_that_holds_has_no_question_that_fails() -> None:
    assert list(each_unmet(a_claim(), Condition(open_at_least_ore=1), TODAY)) == []
