"""What a step waits for, concerns and costs: the words of a procedure, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim, Clearance, StepTaken
from reskontra.domain.conditions import Condition, PartyCondition, Times
from reskontra.domain.dealings import Dealings, OtherInvoice
from reskontra.domain.dunning import Act, Outcome, Stopped, Wait, assess_step, pay_by_day
from reskontra.domain.fees import FeeGround
from reskontra.domain.night import Loaded, plan
from reskontra.domain.schedule import Schedule
from reskontra.domain.step import (
    Anchor,
    CountedFrom,
    Does,
    Falls,
    Need,
    Step,
    TimeOut,
)
from reskontra.domain.terms import Fee
from reskontra.domain.texts import Texts
from reskontra.domain.waiting import Waiting
from tests.domain.claims import DUE, REMINDED, a_claim, paid, procedure_for, sample_policy

PAY_BY = date(2025, 4, 23)
VISITS: dict[str, Any] = {
    "does": Does.AWAIT_REPORT,
    "letter": "",
    "performed_by": "technician",
}


def a_step(**fields: Any) -> Step:
    """A reminder two weeks after the due date."""
    usual: dict[str, Any] = {
        "name": "second",
        "ordinal": 2,
        "label": Texts(sv="Steg", en="Step"),
        "does": Does.LETTER,
        "letter": "reminder",
        "after": "due",
        "wait": Waiting.parse("14 days"),
        "pay_within": Waiting.parse("10 days"),
    }
    return Step(**{**usual, **fields})


def at(claim: Claim, step: Step, today: date) -> Outcome:
    return assess_step(claim, procedure_for(claim), step, today)


def reminded(**fields: Any) -> Claim:
    taken = StepTaken(name="reminder", day=REMINDED, pay_by=PAY_BY)
    return a_claim(steps_taken=(taken,), **fields)


def other(number: str, **fields: Any) -> OtherInvoice:
    usual: dict[str, Any] = {
        "kind": "parking",
        "services": frozenset({"parking"}),
        "invoice_date": date(2025, 3, 3),
        "due_date": DUE,
        "open_ore": 30_000,
        "paid_date": None,
    }
    return OtherInvoice(number=number, **{**usual, **fields})


@pytest.mark.parametrize(
    ("fields", "opens"),
    [
        ({"after": "reminder", "wait": Waiting.parse("1 day")}, date(2025, 4, 24)),
        (
            {
                "after": "reminder",
                "wait": Waiting.parse("1 day"),
                "counted_from": CountedFrom.DAY,
            },
            date(2025, 4, 10),
        ),
        ({"after": "billed", "wait": Waiting.parse("60 days")}, date(2025, 5, 2)),
        ({"wait": Waiting.parse("later of 7 days and 10 banking days")}, date(2025, 4, 14)),
        ({"wait": Waiting.parse("earlier of 7 days and 10 banking days")}, date(2025, 4, 7)),
        (
            {
                "after": "reminder",
                "wait": Waiting.parse("1 day"),
                "also_after": (Anchor(after="due", wait=Waiting.parse("30 days")),),
            },
            date(2025, 4, 30),
        ),
    ],
)
def test_a_step_is_counted_from_the_day_that_it_says(fields: dict[str, Any], opens: date) -> None:
    step = a_step(**fields)
    assert at(reminded(), step, opens - (DUE - date(2025, 3, 30))) == Wait(step, opens, "day")
    assert isinstance(at(reminded(), step, opens), Act)


def test_a_step_waits_for_every_step_that_it_comes_after() -> None:
    step = a_step(after="due", also_after=(Anchor(after="demand", wait=Waiting.parse("1 day")),))
    assert at(reminded(), step, date(2025, 6, 2)) == Wait(step, None, "demand")


def test_a_step_is_counted_from_what_a_person_found() -> None:
    step = a_step(after="served", wait=Waiting.parse("3 weeks"))
    served = reminded(clearances=(Clearance(kind="served", day=date(2025, 5, 5)),))
    assert at(reminded(), step, date(2025, 6, 2)) == Wait(step, None, "served")
    assert at(served, step, date(2025, 5, 23)) == Wait(step, date(2025, 5, 26), "day")


def test_a_notice_comes_before_the_due_date_or_not_at_all() -> None:
    step = a_step(wait=Waiting.parse("3 working days before"), letter="notice", pay_within=None)
    assert at(a_claim(), step, date(2025, 3, 25)) == Wait(step, date(2025, 3, 26), "day")
    assert isinstance(at(a_claim(), step, date(2025, 3, 26)), Act)
    assert at(a_claim(), step, date(2025, 4, 1)) == Stopped(step, ("not_concerned",))


def test_nothing_but_a_notice_comes_before_the_last_day_to_pay_in_time() -> None:
    step = a_step(after="billed", wait=Waiting.parse("3 days"))
    assert at(a_claim(), step, DUE) == Wait(step, date(2025, 4, 1), "day")


def test_a_step_is_taken_on_its_own_days_only() -> None:
    step = a_step(on_days=Schedule.parse("each month on the 15th"))
    assert at(a_claim(), step, date(2025, 4, 14)) == Wait(step, date(2025, 4, 15), "day")
    assert isinstance(at(a_claim(), step, date(2025, 4, 15)), Act)
    assert at(a_claim(), step, date(2025, 4, 16)) == Wait(step, date(2025, 5, 15), "day")


def test_what_others_perform_waits_for_its_first_day_but_may_be_reported_after_it() -> None:
    quarterly = Schedule.parse("on 2025-05-19, 2025-08-18")
    step = a_step(**VISITS, on_days=quarterly)
    report = Wait(step, None, "report:technician")
    assert at(a_claim(), step, date(2025, 4, 14)) == Wait(step, date(2025, 5, 19), "day")
    assert at(a_claim(), step, date(2025, 5, 19)) == report
    assert at(a_claim(), step, date(2025, 5, 22)) == report
    in_april = a_step(**VISITS, on_days=Schedule.parse("on 2025-04-01"))
    assert at(a_claim(), in_april, date(2025, 4, 14)) == Stopped(in_april, ("not_concerned",))


def test_what_others_perform_waits_for_the_first_day_after_it_was_cleared() -> None:
    step = a_step(
        **VISITS,
        on_days=Schedule.parse("on 2025-05-19, 2025-08-18"),
        needs=(Need(clearance="technician_booked"),),
    )
    found = Clearance(kind="technician_booked", day=date(2025, 5, 26))
    claim = a_claim(clearances=(found,))
    assert at(claim, step, date(2025, 5, 26)) == Wait(step, date(2025, 8, 18), "day")


def test_a_gate_without_a_time_out_waits_for_ever() -> None:
    step = a_step(needs=(Need(clearance="unit_answer"),))
    assert at(a_claim(), step, date(2030, 1, 7)) == Stopped(step, ("needs:unit_answer",))


@pytest.mark.parametrize("then", TimeOut)
def test_a_gate_opens_or_closes_when_its_time_is_out(then: TimeOut) -> None:
    need = Need(clearance="unit_answer", time_out=Waiting.parse("10 working days"), then=then)
    step = a_step(needs=(need,))
    waiting = at(a_claim(), step, date(2025, 4, 15))
    assert waiting == Stopped(step, ("needs:unit_answer",), date(2025, 4, 29))
    out = at(a_claim(), step, date(2025, 5, 2))
    if then is TimeOut.GO_ON:
        assert isinstance(out, Act)
    else:
        assert out == Stopped(step, ("gave_up:unit_answer",))


@pytest.mark.parametrize(
    ("need", "found", "met"),
    [
        ({}, date(2025, 4, 1), True),
        ({"fresh_within": Span.parse("14 days")}, date(2025, 4, 1), True),
        ({"fresh_within": Span.parse("13 days")}, date(2025, 4, 1), False),
        ({"after_part_payment": True}, date(2025, 4, 11), True),
        ({"after_part_payment": True}, date(2025, 4, 10), False),
    ],
)
def test_a_finding_must_be_fresh_enough(need: dict[str, Any], found: date, *, met: bool) -> None:
    step = a_step(needs=(Need(clearance="officer_decision", **need),))
    claim = a_claim(
        paid(10_000, date(2025, 4, 10)),
        clearances=(Clearance(kind="officer_decision", day=found),),
    )
    assert isinstance(at(claim, step, date(2025, 4, 15)), Act) is met


TODAY = date(2025, 4, 15)
LATE = other("900", open_ore=0, due_date=date(2025, 1, 31), paid_date=date(2025, 2, 10))
IN_TIME = other("901", open_ore=0, due_date=date(2025, 2, 28), paid_date=date(2025, 2, 27))


@pytest.mark.parametrize(
    ("condition", "claim", "concerned"),
    [
        (Condition(kinds=frozenset({"parking"})), a_claim(), True),
        (Condition(kinds=frozenset({"rent"})), a_claim(), False),
        (Condition(marks=frozenset({"final"})), a_claim(marks=frozenset({"final"})), True),
        (Condition(marks=frozenset({"final"})), a_claim(), False),
        (Condition(overdue_at_most=Span.parse("15 days")), a_claim(), True),
        (Condition(overdue_at_most=Span.parse("14 days")), a_claim(), False),
        (Condition(taken=frozenset({"reminder"})), reminded(), True),
        (Condition(taken=frozenset({"reminder"})), a_claim(), False),
        (Condition(not_taken=frozenset({"reminder"})), reminded(), False),
        (Condition(not_taken=frozenset({"reminder"})), a_claim(), True),
    ],
)
def test_a_condition_is_asked_of_the_claim(
    condition: Condition, claim: Claim, *, concerned: bool
) -> None:
    assert isinstance(at(claim, a_step(only_if=condition), TODAY), Act) is concerned
    assert isinstance(at(claim, a_step(unless=condition), TODAY), Act) is not concerned


def test_a_debt_that_is_too_young_waits_for_its_age() -> None:
    step = a_step(only_if=Condition(overdue_at_least=Span.parse("2 months")))
    assert at(a_claim(), step, TODAY) == Wait(step, date(2025, 5, 31), "day")


@pytest.mark.parametrize(
    ("asked", "invoices", "concerned"),
    [
        (PartyCondition(overdue_at_least_ore=60_000), [other("1"), other("2")], True),
        (PartyCondition(overdue_at_least_ore=60_001), [other("1"), other("2")], False),
        (PartyCondition(invoices_overdue_at_least=2), [other("1"), other("2")], True),
        (PartyCondition(invoices_overdue_at_least=2), [other("1"), LATE], False),
        (
            PartyCondition(invoices_overdue_at_least=2, of_kinds=frozenset({"rent"})),
            [other("1"), other("2", kind="rent")],
            False,
        ),
        (PartyCondition(has_only_services=frozenset({"parking"})), [other("1")], True),
        (
            PartyCondition(has_only_services=frozenset({"parking"})),
            [other("1"), other("2", services=frozenset({"rent"}))],
            False,
        ),
        (PartyCondition(last_paid_on_time=1), [LATE, IN_TIME], True),
        (PartyCondition(last_paid_on_time=2), [LATE, IN_TIME], False),
        (PartyCondition(last_paid_on_time=2), [IN_TIME], False),
        (PartyCondition(paid_late=Times(within=Span.parse("12 months"), at_least=1)), [LATE], True),
        (PartyCondition(paid_late=Times(within=Span.parse("1 month"), at_least=1)), [LATE], False),
        (PartyCondition(paid_late=Times(within=Span.parse("12 months"), at_most=0)), [LATE], False),
        (PartyCondition(paid_late=Times(within=Span.parse("1 month"), at_most=0)), [LATE], True),
        (
            PartyCondition(
                steps=frozenset({"reminder"}),
                steps_taken=Times(within=Span.parse("6 months"), at_least=2),
            ),
            [
                other("1", steps=(("reminder", date(2025, 1, 9)),)),
                other("2", steps=(("reminder", date(2025, 4, 9)),)),
            ],
            True,
        ),
    ],
)
def test_a_condition_is_asked_of_all_that_the_party_owes(
    asked: PartyCondition, invoices: list[OtherInvoice], *, concerned: bool
) -> None:
    claim = a_claim(dealings=Dealings(invoices=tuple(invoices)))
    step = a_step(only_if=Condition(party=asked))
    assert isinstance(at(claim, step, TODAY), Act) is concerned


def test_what_happened_too_often_is_looked_at_again_when_it_is_long_ago() -> None:
    asked = PartyCondition(paid_late=Times(within=Span.parse("3 months"), at_most=0))
    claim = a_claim(dealings=Dealings(invoices=(LATE,)))
    step = a_step(only_if=Condition(party=asked))
    assert at(claim, step, TODAY) == Stopped(step, ("party",), date(2025, 5, 10))
    assert isinstance(at(claim, step, date(2025, 5, 12)), Act)


@pytest.mark.parametrize(
    ("billed", "left_ore", "debt_ore"),
    [
        ((("water", 20_000), ("waste", 10_000)), 30_000, 20_000),
        ((("water", 20_000), ("waste", 10_000)), 15_000, 5_000),
        ((("water", 20_000), ("waste", 10_000)), 10_000, 0),
        ((), 30_000, 0),
    ],
)
def test_money_pays_first_the_service_whose_loss_hurts_most(
    billed: tuple[tuple[str, int], ...], left_ore: int, debt_ore: int
) -> None:
    entries = [paid(30_000 - left_ore)] if left_ore < 30_000 else []
    claim = a_claim(*entries, billed_by_service=billed)
    assert claim.service_debt_ore({"water"}) == debt_ore


def test_an_invoice_of_our_own_joins_the_next_invoice_or_comes_at_last() -> None:
    fee = Fee(amount_ore=6_000, ground=FeeGround.TARIFF)
    step = a_step(
        does=Does.FEE_INVOICE,
        letter="",
        fee=fee,
        after="reminder",
        wait=Waiting.parse("1 day"),
        joins_next_invoice=Span.parse("3 months"),
    )
    assert at(reminded(), step, date(2025, 4, 24)) == Wait(step, date(2025, 7, 24), "next_invoice")
    assert isinstance(at(reminded(), step, date(2025, 7, 24)), Act)
    new = other("1002", invoice_date=date(2025, 5, 5), due_date=date(2025, 5, 30))
    joined = reminded(dealings=Dealings(invoices=(new,)))
    assert isinstance(at(joined, step, date(2025, 5, 5)), Act)


def test_a_fee_that_is_waived_by_paying_soon_is_not_billed() -> None:
    fee = Fee(amount_ore=6_000, ground=FeeGround.TARIFF, waived_if_paid_within=Span.parse("8 days"))
    step = a_step(
        does=Does.FEE_INVOICE, letter="", fee=fee, after="reminder", wait=Waiting.parse("1 day")
    )
    soon = replace(a_claim(paid(30_000, date(2025, 4, 17))), steps_taken=reminded().steps_taken)
    late = replace(a_claim(paid(30_000, date(2025, 4, 22))), steps_taken=reminded().steps_taken)
    assert at(soon, step, date(2025, 5, 5)) == Stopped(step, ("paid_in_time",))
    assert isinstance(at(late, step, date(2025, 5, 5)), Act)


@pytest.mark.parametrize(
    ("falls", "day"),
    [
        (Falls.NEXT_BANKING_DAY, date(2025, 4, 22)),
        (Falls.PREVIOUS_BANKING_DAY, date(2025, 4, 17)),
        (Falls.ANY_DAY, date(2025, 4, 19)),
    ],
)
def test_a_pay_by_day_falls_where_the_step_says(falls: Falls, day: date) -> None:
    assert pay_by_day(a_step(pay_by_falls=falls), day=REMINDED) == day


def test_a_step_enters_the_interest_that_has_grown() -> None:
    procedure = procedure_for(a_claim())
    assert procedure.interest is not None
    terms = replace(procedure.interest, minimum_ore=0)
    demand = a_step(name="demand", adds_interest=True)
    steps = tuple(each for each in procedure.steps if each.name != "reminder")
    policy = sample_policy()
    creditor = policy.creditors["municipality"]
    changed = tuple(
        replace(each, steps=(demand, *steps), interest=terms) if each == procedure else each
        for each in creditor.procedures
    )
    policy = replace(policy, creditors={"municipality": replace(creditor, procedures=changed)})
    result = plan([Loaded(a_claim(), TODAY)], policy=policy, today=TODAY)
    (taken,) = [each for each in result.taken if each.step.name == "demand"]
    assert taken.interest is not None
    assert taken.interest_ore == taken.interest.accrued_ore > 0
