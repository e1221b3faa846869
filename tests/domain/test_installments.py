"""Payment in parts: which parts, who may say yes, what it costs, and what is never given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.calendar import Span, is_banking_day
from reskontra.domain.claim import Claim, Clearance
from reskontra.domain.conditions import Condition
from reskontra.domain.fees import FeeGround, FeeWhy
from reskontra.domain.installments import (
    InstallmentPlan,
    due_dates,
    judge_plan,
    split_ore,
    usual_first_day,
)
from reskontra.domain.party import PartyKind
from reskontra.domain.rate import AboveReference
from reskontra.domain.reasons import Declined
from reskontra.domain.rules import Procedure
from reskontra.domain.terms import Fee, Grant, PlanTerms, TimeFrom
from tests.domain.claims import DUE, a_claim, fee, paid, procedure_for, reminded
from tests.domain.claims import sample_policy as policy

TODAY = date(2025, 4, 9)
FIRST = date(2025, 4, 30)
OFFICER = (Grant(role="officer"),)


def terms(**fields: Any) -> PlanTerms:
    """At most twelve months and twelve parts, by an officer."""
    ours = PlanTerms(longest=Span.parse("12 months"), parts_at_most=12, grants=OFFICER)
    return replace(ours, **fields)


def under(**fields: Any) -> Procedure:
    procedure = procedure_for(a_claim())
    return replace(procedure, plan=terms(**fields))


def judged(
    *claims: Claim, parts: int = 3, first_on: date = FIRST, today: date = TODAY, **fields: Any
) -> str:
    """The answer in a story's words: the parts in kronor, or every reason."""
    answer = judge_plan(
        claims or (a_claim(),), under(**fields), parts=parts, first_on=first_on, today=today
    )
    if isinstance(answer, Declined):
        return answer.short
    return " ".join(str(each.amount_ore) for each in answer.installments)


def granted(
    *claims: Claim, parts: int = 3, first_on: date = FIRST, **fields: Any
) -> InstallmentPlan:
    answer = judge_plan(
        claims or (a_claim(),), under(**fields), parts=parts, first_on=first_on, today=TODAY
    )
    assert isinstance(answer, InstallmentPlan)
    return answer


def owing(ore: int, **fields: Any) -> Claim:
    """A claim of so much, as a fee beside 300 kr."""
    return a_claim(fee(ore - 30_000), **fields)


def test_parts_are_whole_kronor_and_the_last_takes_the_rest() -> None:
    assert judged(owing(100_050)) == "33300 33300 33450"
    assert judged(parts=1) == "30000"


def test_without_terms_or_debt_there_is_no_plan() -> None:
    procedure = replace(procedure_for(a_claim()), plan=None)
    answer = judge_plan((a_claim(),), procedure, parts=3, first_on=FIRST, today=TODAY)
    assert isinstance(answer, Declined)
    assert answer.short == "refused: no plan"
    assert judged(a_claim(paid(30_000))) == "refused: settled"


@pytest.mark.parametrize(
    ("asked", "fields", "answer"),
    [
        ({"parts": 13}, {}, "more parts than 12"),
        ({"parts": 4}, {"parts_at_most": 3}, "more parts than 3"),
        ({"parts": 0}, {}, "fewer parts than 1"),
        ({"parts": 3}, {"part_at_least_ore": 10_100}, "part below 101,00"),
        (
            {"parts": 301, "first_on": TODAY},
            {"longest": "400 months", "parts_at_most": 400},
            "part below 1,00",
        ),
        ({"parts": 1}, {"part_at_least_ore": 50_000}, "part below 500,00"),
        ({"parts": 5}, {"longest": "3 months"}, "longer than until 2025-07-09"),
        (
            {"parts": 3},
            {"longest": "3 months", "longest_from": TimeFrom.BILLED},
            "longer than until 2025-06-03",
        ),
        ({"parts": 3, "first_on": date(2025, 5, 10)}, {}, "first part after 2025-05-09"),
        ({"parts": 3, "first_on": date(2025, 4, 8)}, {}, "first part before 2025-04-09"),
        (
            {"parts": 3, "first_on": date(2025, 4, 2), "today": date(2025, 3, 20)},
            {"first_part_on_due_date": True},
            "first part after 2025-03-31",
        ),
        (
            {"parts": 3, "first_on": date(2025, 3, 28), "today": date(2025, 3, 20)},
            {"first_part_on_due_date": True},
            "first part before 2025-03-31",
        ),
    ],
)
def test_each_limit_declines_with_its_own_reason(
    asked: dict[str, Any], fields: dict[str, Any], answer: str
) -> None:
    if "longest" in fields:
        fields = fields | {"longest": Span.parse(fields["longest"])}
    assert judged(**asked, **fields) == f"refused: {answer}"


def test_the_claim_itself_must_be_such_as_the_terms_say() -> None:
    late = a_claim(steps_taken=reminded())
    assert judged(late, not_after=frozenset({"reminder"})) == "refused: after reminder"
    large = Condition(open_at_least_ore=50_000)
    assert judged(only_if=large) == "refused: left below 500,00"
    needs: dict[str, Any] = {"needs": frozenset({"officer_decision"})}
    assert judged(**needs) == "refused: needs officer decision"
    found = a_claim(clearances=(Clearance(kind="officer_decision", day=TODAY),))
    assert judged(found, **needs) == "10000 10000 10000"


def test_a_reason_that_several_invoices_have_is_told_once() -> None:
    asked = Condition(kinds=frozenset({"rent"}))
    assert judged(a_claim(), a_claim(key=2), only_if=asked) == "refused: not this kind"


@pytest.mark.parametrize(
    ("grants", "answer"),
    [
        ((Grant(role="self_service", up_to=Span.parse("3 months")), *OFFICER), "self_service"),
        ((Grant(role="self_service", up_to=Span.parse("2 months")), *OFFICER), "officer"),
        ((Grant(role="self_service", up_to_ore=29_999), *OFFICER), "officer"),
    ],
)
def test_the_lowest_role_that_may_says_yes(grants: tuple[Grant, ...], answer: str) -> None:
    assert granted(grants=grants).by == answer


def test_nobody_may_when_every_role_has_less() -> None:
    grants = (Grant(role="officer", up_to_ore=10_000),)
    assert judged(grants=grants) == "refused: more than anybody may grant"


def test_parts_come_on_banking_days_by_the_month_or_the_year() -> None:
    monthly = [each.due_date for each in granted().installments]
    assert monthly == [FIRST, date(2025, 5, 30), date(2025, 6, 30)]
    assert due_dates(first_on=date(2025, 1, 31), every=Span.parse("1 month"), parts=3) == (
        date(2025, 1, 31),
        date(2025, 2, 28),
        date(2025, 3, 31),
    )
    ten_years: dict[str, Any] = {
        "longest": Span.parse("120 months"),
        "every": Span.parse("12 months"),
    }
    yearly = [each.due_date.year for each in granted(parts=10, **ten_years).installments]
    assert yearly == list(range(2025, 2035))


def test_the_first_day_is_the_due_date_or_the_last_that_the_terms_allow() -> None:
    assert usual_first_day((a_claim(),), terms(), today=date(2025, 3, 20)) == DUE
    assert usual_first_day((a_claim(),), terms(), today=TODAY) == date(2025, 5, 9)
    late = usual_first_day((a_claim(),), terms(), today=date(2025, 4, 10))
    assert late == date(2025, 5, 9)  # the 10th of May is a Saturday


def test_a_plan_is_paid_for_with_its_first_part_and_each_notice_with_its_own() -> None:
    ceiling = policy().law.installment_plan_fee_ceiling
    plan = granted(
        fee=Fee(amount_ore=20_000, ground=FeeGround.LAW, ceiling=ceiling),
        notice_fee=Fee(amount_ore=6_000, ground=FeeGround.LAW),
    )
    assert plan.fee.why is FeeWhy.LOWERED_TO_CEILING
    assert [each.fee_ore for each in plan.installments] == [17_000 + 6_000, 6_000, 6_000]


def test_a_fee_that_must_be_agreed_is_not_charged_on_a_tariff() -> None:
    agreed = Fee(amount_ore=6_000, ground=FeeGround.AGREEMENT)
    assert granted(fee=agreed).fee.why is FeeWhy.NO_GROUND


def test_a_campaign_without_fees_has_none_for_a_plan() -> None:
    plan = granted(a_claim(fee_free=True), fee=Fee(amount_ore=17_000, ground=FeeGround.LAW))
    assert plan.fee.why is FeeWhy.CAMPAIGN


def test_interest_falls_with_each_part_and_is_that_of_the_plan() -> None:
    law = policy().law
    rate = AboveReference(reference_rate=law.reference_rate, margin=law.capital_interest_margin)
    plan = granted(interest=rate)
    assert [(row.days, row.principal_ore) for row in plan.interest.rows] == [
        (21, 30_000),
        (30, 20_000),
        (31, 10_000),
    ]
    # 5 % a year: (21 × 300 + 30 × 200 + 31 × 100) × 0.05 / 365
    assert plan.interest.total_ore == 211
    assert granted().interest.total_ore == 0


def test_interest_on_what_is_not_due_yet_begins_at_its_due_date() -> None:
    law = policy().law
    rate = AboveReference(reference_rate=law.reference_rate, margin=law.capital_interest_margin)
    not_due = a_claim(key=2, due_date=date(2025, 4, 30))
    plan = granted(not_due, interest=rate, first_on=FIRST)
    assert [row.from_date for row in plan.interest.rows] == [date(2025, 5, 1), date(2025, 5, 31)]


def test_no_plan_interest_for_a_debtor_who_pays_none() -> None:
    law = policy().law
    rate = AboveReference(reference_rate=law.reference_rate, margin=law.capital_interest_margin)
    procedure = under(interest=rate)
    assert procedure.interest is not None
    spared = replace(procedure.interest, not_for=frozenset({PartyKind.PERSON}))
    procedure = replace(procedure, interest=spared)
    answer = judge_plan((a_claim(),), procedure, parts=3, first_on=FIRST, today=TODAY)
    assert isinstance(answer, InstallmentPlan)
    assert answer.interest.total_ore == 0


def test_several_invoices_are_paid_off_the_earliest_due_first() -> None:
    law = policy().law
    rate = AboveReference(reference_rate=law.reference_rate, margin=law.capital_interest_margin)
    late = a_claim(key=2, due_date=date(2025, 4, 1))
    plan = granted(late, a_claim(), parts=2, interest=rate)
    assert [(row.principal_ore, row.to_date) for row in plan.interest.rows] == [
        (30_000, FIRST),
        (30_000, date(2025, 5, 30)),
    ]


def test_late_interest_until_the_plan_is_told_apart() -> None:
    procedure = under()
    assert procedure.interest is not None
    from_first = replace(procedure, interest=replace(procedure.interest, minimum_ore=0))
    answer = judge_plan((a_claim(),), from_first, parts=3, first_on=FIRST, today=TODAY)
    assert isinstance(answer, InstallmentPlan)
    assert answer.late_interest_ore == 81  # 300 kr at 11 % for 9 days of 365


@given(debt_ore=st.integers(1, 5_000_000), parts=st.integers(1, 40))
def test_parts_add_up_and_are_never_far_apart(debt_ore: int, parts: int) -> None:
    amounts = split_ore(debt_ore=debt_ore, parts=parts)
    assert sum(amounts) == debt_ore
    assert len(amounts) == parts
    assert all(amount % 100 == 0 for amount in amounts[:-1])
    assert len(set(amounts[:-1])) <= 1
    assert max(amounts) - min(amounts) < 100 * parts


@given(
    debt_ore=st.integers(30_100, 900_000),
    parts=st.integers(1, 15),
    least_ore=st.integers(0, 60_000),
    wait=st.integers(-3, 40),
)
def test_a_plan_that_is_given_keeps_every_limit(
    debt_ore: int, parts: int, least_ore: int, wait: int
) -> None:
    first_on = TODAY + timedelta(days=wait)
    asked = under(part_at_least_ore=least_ore)
    answer = judge_plan((owing(debt_ore),), asked, parts=parts, first_on=first_on, today=TODAY)
    fewer = judge_plan(
        (owing(debt_ore),), asked, parts=max(1, parts - 1), first_on=first_on, today=TODAY
    )
    if isinstance(answer, Declined):
        return
    assert isinstance(fewer, InstallmentPlan)
    amounts = [each.amount_ore for each in answer.installments]
    days = [each.due_date for each in answer.installments]
    assert sum(amounts) == debt_ore
    assert min(amounts) >= least_ore
    assert parts <= 12
    assert days == sorted(set(days))
    assert all(is_banking_day(day) and day >= TODAY for day in days)
    assert [each.ordinal for each in answer.installments] == list(range(1, parts + 1))
