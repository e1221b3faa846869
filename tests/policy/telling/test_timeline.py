"""The days of an example: those that the night would come to, and what they hang on.

due 2026-03-31, nobody pays   -> reminder 13 April, hand-over 28 April …
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reskontra.domain.conditions import Condition, PartyCondition
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.step import Does
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.policy.telling.example import Example
from reskontra.policy.telling.timeline import timeline
from reskontra.policy.telling.told import Row, Timeline

EXAMPLE = Example(due_date=date(2026, 3, 31))


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SAMPLE)


def procedure(policy: Policy, name: str) -> Procedure:
    return next(
        each
        for creditor in policy.creditors.values()
        for each in creditor.procedures
        if each.name == name
    )


def shown(policy: Policy, found: Procedure, *, example: Example = EXAMPLE) -> Timeline:
    return timeline(found, policy, example=example, language="en")


def row(of: Timeline, name: str) -> Row:
    return next(each for each in of.rows if each.name == name)


def test_every_step_has_a_row_and_the_days_are_the_night_s_own(policy: Policy) -> None:
    water = procedure(policy, "water")
    rows = shown(policy, water).rows
    assert [(each.name, each.day, each.pay_by) for each in rows] == [
        ("small_rest", date(2026, 4, 9), None),
        ("reminder", date(2026, 4, 13), date(2026, 4, 27)),
        ("hand_over", date(2026, 4, 28), None),
        ("collection_demand", date(2026, 4, 29), date(2026, 5, 11)),
        ("disconnection_warning", date(2026, 4, 29), date(2026, 5, 27)),
        ("enforcement", date(2026, 5, 12), None),
        ("disconnection_notice", date(2026, 5, 28), date(2026, 6, 15)),
        ("disconnection", date(2026, 6, 16), None),
        ("late_interest", None, None),
    ]


def test_what_the_example_does_not_meet_is_told(policy: Policy) -> None:
    of = shown(policy, procedure(policy, "water"))
    assert row(of, "small_rest").conditions == (
        "only if something has been paid",
        "only if at most 20\N{NO-BREAK SPACE}kr is unpaid",
    )
    assert row(of, "reminder").conditions == ()
    assert row(of, "disconnection").conditions[-1] == "once recorded: A case officer has decided"


def test_a_condition_on_the_party_is_told_and_its_followers_have_days(policy: Policy) -> None:
    rent = procedure(policy, "rent")
    condition = Condition(party=PartyCondition(invoices_overdue_at_least=2))
    steps = tuple(
        replace(step, only_if=condition) if step.name == "reminder" else step for step in rent.steps
    )
    of = shown(policy, replace(rent, steps=steps))
    assert row(of, "reminder").conditions == ("only if the debtor has at least 2 overdue invoices",)
    assert row(of, "hand_over").day == date(2026, 4, 21)
    assert row(of, "hand_over").conditions == ()


def test_an_exception_that_the_example_falls_under_is_told(policy: Policy) -> None:
    rent = procedure(policy, "rent")
    steps = tuple(
        replace(step, unless=Condition(part_paid=False)) if step.name == "reminder" else step
        for step in rent.steps
    )
    of = shown(policy, replace(rent, steps=steps))
    assert row(of, "reminder").conditions == ("not if nothing has been paid",)


def test_a_step_that_waits_for_a_finding_says_so(policy: Policy) -> None:
    rent = procedure(policy, "rent")
    steps = tuple(
        replace(step, after="applied") if step.name == "reminder" else step for step in rent.steps
    )
    reminder = row(shown(policy, replace(rent, steps=steps)), "reminder")
    assert reminder.day is None
    assert reminder.when.endswith("somebody has recorded: An application has come in")
    assert reminder.conditions == ("once recorded: An application has come in",)


def test_a_fee_on_an_invoice_of_its_own_has_a_day(policy: Policy) -> None:
    rent = procedure(policy, "rent")
    steps = tuple(
        replace(step, does=Does.FEE_INVOICE) if step.name == "enforcement" else step
        for step in rent.steps
    )
    assert row(shown(policy, replace(rent, steps=steps)), "enforcement").day == date(2026, 5, 5)


def test_interest_is_told_by_the_day_and_in_all(policy: Policy) -> None:
    rent = procedure(policy, "rent")
    little = shown(policy, rent).remarks
    assert (
        little[0]
        == "Late interest is 0.27\N{NO-BREAK SPACE}kr a day, 10.00\N{NO-BREAK SPACE}% a year."
    )
    assert little[1].endswith("is 5.48\N{NO-BREAK SPACE}kr, too little to be charged.")
    much = shown(policy, rent, example=replace(EXAMPLE, amount_ore=10_000_000)).remarks
    assert much[1].endswith("late interest is 547.95\N{NO-BREAK SPACE}kr.")


def test_a_time_that_the_law_has_not_set_yet_is_assumed_aloud(policy: Policy) -> None:
    rent = procedure(policy, "rent")
    assert not any("assumed" in remark for remark in shown(policy, rent).remarks)
    later = Example(due_date=date(2027, 3, 31))
    assert any("assumed" in remark for remark in shown(policy, rent, example=later).remarks)


def test_an_example_before_the_procedure_is_in_force_is_refused(policy: Policy) -> None:
    with pytest.raises(Refused):
        shown(policy, procedure(policy, "rent"), example=Example(due_date=date(2019, 12, 31)))
