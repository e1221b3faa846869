"""Whether a plan is kept: what is tolerated, what breaks it, and what then follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.agreed import Installment
from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim
from reskontra.domain.dealings import OtherInvoice
from reskontra.domain.ledger import LedgerAccount
from reskontra.domain.plan_state import PlanState, Standing, follow, state_of
from reskontra.domain.terms import BrokenBy, PlanTerms, WhenBroken
from tests.domain.claims import a_claim, fee, paid
from tests.domain.test_each_unmet import an_invoice, claim_beside

PARTS = tuple(
    Installment(ordinal=ordinal, due_date=day, amount_ore=10_000)
    for ordinal, day in enumerate(
        (date(2025, 4, 30), date(2025, 5, 30), date(2025, 6, 30)), start=1
    )
)
FIRST_PAID = (date(2025, 4, 30), 10_000)
ORDER = [Standing.PAID, Standing.KEPT, Standing.LATE, Standing.BROKEN]


def terms(**fields: Any) -> PlanTerms:
    return replace(PlanTerms(longest=Span.parse("12 months"), parts_at_most=12), **fields)


def state(
    today: date, *payments: tuple[date, int], later: tuple[OtherInvoice, ...] = (), **fields: Any
) -> PlanState:
    return state_of(PARTS, terms(**fields), payments=payments, today=today, later_invoices=later)


def test_a_plan_is_kept_while_every_part_comes_by_its_day() -> None:
    assert state(date(2025, 4, 29)) == PlanState(standing=Standing.KEPT, due_ore=0)
    assert state(date(2025, 4, 30)) == PlanState(standing=Standing.KEPT, due_ore=10_000)
    assert state(date(2025, 5, 29), FIRST_PAID) == PlanState(standing=Standing.KEPT, due_ore=0)


def test_what_is_paid_before_its_day_is_paid() -> None:
    assert state(date(2025, 6, 27), (date(2025, 4, 9), 25_000)).due_ore == 0
    paid = state(date(2025, 4, 10), (date(2025, 4, 9), 30_000))
    assert paid == PlanState(standing=Standing.PAID, due_ore=0)


def test_a_part_that_does_not_come_breaks_the_plan() -> None:
    broken = state(date(2025, 5, 1))
    assert (broken.standing, broken.by) == (Standing.BROKEN, BrokenBy.MISSED)
    assert broken.day == date(2025, 5, 1)


def test_a_part_that_is_too_small_breaks_it_too() -> None:
    broken = state(date(2025, 5, 1), (date(2025, 4, 30), 9_999))
    assert (broken.standing, broken.by) == (Standing.BROKEN, BrokenBy.LOWER)


def test_some_days_late_is_tolerated() -> None:
    within: dict[str, Any] = {"late_within": Span.parse("8 days")}
    assert state(date(2025, 5, 8), **within).standing is Standing.LATE
    assert state(date(2025, 5, 9), **within).standing is Standing.BROKEN
    came_late = (date(2025, 5, 8), 10_000)
    assert state(date(2025, 5, 9), came_late, **within).standing is Standing.KEPT


def test_money_that_comes_too_late_does_not_mend_it() -> None:
    broken = state(date(2025, 5, 6), (date(2025, 5, 5), 10_000))
    assert (broken.standing, broken.day) == (Standing.BROKEN, date(2025, 5, 1))


@pytest.mark.parametrize("by", list(BrokenBy))
def test_only_what_the_terms_name_breaks_it(by: BrokenBy) -> None:
    breach: dict[BrokenBy, dict[str, Any]] = {
        BrokenBy.MISSED: {},
        BrokenBy.LOWER: {"payments": ((date(2025, 4, 30), 5_000),)},
        BrokenBy.LATER_INVOICE_LATE: {
            "payments": (FIRST_PAID,),
            "later_invoices": (an_invoice("1009", due_date=date(2025, 4, 30)),),
        },
    }
    asked: dict[str, Any] = {"payments": (), "today": date(2025, 5, 2)} | breach[by]
    broken = state_of(PARTS, terms(broken_by=frozenset({by})), **asked)
    assert (broken.standing, broken.by) == (Standing.BROKEN, by)
    others = frozenset(BrokenBy) - {by}
    assert state_of(PARTS, terms(broken_by=others), **asked).standing is not Standing.BROKEN


@pytest.mark.parametrize(
    ("paid_date", "broken"),
    [(date(2025, 4, 30), False), (date(2025, 5, 2), True), (None, True)],
)
def test_a_later_invoice_is_paid_in_time_or_not(*, paid_date: date | None, broken: bool) -> None:
    later = an_invoice(
        "1009",
        due_date=date(2025, 4, 30),
        open_ore=0 if paid_date else 30_000,
        paid_date=paid_date,
    )
    found = state(date(2025, 5, 5), FIRST_PAID, later=(later,))
    assert (found.standing is Standing.BROKEN) is broken


def test_a_broken_plan_makes_all_due_or_lets_the_procedure_go_on() -> None:
    whole = state(date(2025, 5, 5), when_broken=WhenBroken.WHOLE_DUE)
    assert (whole.follows, whole.due_ore) == (WhenBroken.WHOLE_DUE, 30_000)
    resumes = state(date(2025, 5, 5), when_broken=WhenBroken.RESUMES)
    assert (resumes.follows, resumes.due_ore) == (WhenBroken.RESUMES, 10_000)


DAYS = st.dates(date(2025, 4, 9), date(2025, 7, 31))
PAYMENTS = st.lists(st.tuples(DAYS, st.integers(1, 20_000)), max_size=4)


@given(payments=PAYMENTS, today=DAYS, more=st.tuples(DAYS, st.integers(1, 20_000)))
def test_more_money_never_makes_it_worse(
    payments: list[tuple[date, int]], today: date, more: tuple[date, int]
) -> None:
    before, after = state(today, *payments), state(today, *payments, more)
    assert ORDER.index(after.standing) <= ORDER.index(before.standing)
    assert after.due_ore <= before.due_ore


@given(payments=PAYMENTS, today=DAYS, wait=st.integers(1, 30))
def test_what_is_broken_stays_broken_until_all_is_paid(
    payments: list[tuple[date, int]], today: date, wait: int
) -> None:
    now = state(today, *payments)
    later = state(today + timedelta(days=wait), *payments)
    if now.standing is Standing.BROKEN:
        assert later.standing in {Standing.BROKEN, Standing.PAID}
        assert later.standing is Standing.PAID or later.day == now.day


def followed(claim: Claim, today: date) -> PlanState:
    """As if three parts had been granted on 9 April, the first on 30 April."""
    return follow(
        (claim,),
        terms(),
        parts=3,
        first_on=date(2025, 4, 30),
        granted_on=date(2025, 4, 9),
        today=today,
    )


def test_a_plan_is_for_what_was_left_on_the_day_it_was_granted() -> None:
    paid_before = paid(6_000, date(2025, 4, 9))
    first_part = paid(8_000, date(2025, 4, 30))
    assert followed(a_claim(paid_before), date(2025, 4, 30)).due_ore == 8_000
    kept = followed(a_claim(paid_before, first_part), date(2025, 5, 29))
    assert kept == PlanState(standing=Standing.KEPT, due_ore=0)


def test_a_part_may_pay_a_fee_before_the_invoice_itself() -> None:
    order = (
        paid(6_000, date(2025, 4, 30), on=LedgerAccount.FEE_RECEIVABLE),
        paid(6_000, date(2025, 4, 30)),
    )
    kept = followed(a_claim(fee(6_000), *order), date(2025, 5, 29))
    assert kept == PlanState(standing=Standing.KEPT, due_ore=0)


@pytest.mark.parametrize(("made", "broken"), [(date(2025, 4, 9), False), (date(2025, 4, 10), True)])
def test_only_an_invoice_made_after_the_plan_is_a_later_one(*, made: date, broken: bool) -> None:
    other = an_invoice("1009", invoice_date=made, due_date=date(2025, 4, 30))
    claim = replace(a_claim(paid(10_000, date(2025, 4, 30))), dealings=claim_beside(other).dealings)
    assert (followed(claim, date(2025, 5, 2)).standing is Standing.BROKEN) is broken
