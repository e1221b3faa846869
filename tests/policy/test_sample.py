"""The two invented creditors: what they must say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.money import parse_kronor
from reskontra.domain.party import PartyKind
from reskontra.domain.rate import words_today
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.scope import AsBilled
from reskontra.domain.step import Does, Step, Together
from reskontra.policy.load import SAMPLE, load_law_files, load_policy
from reskontra.policy.values import parse_rate_word

AMOUNT_IN_WORDS = re.compile(r"(\d[\d ]*\d) kr")


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SAMPLE)


@pytest.fixture(scope="module")
def water(policy: Policy) -> Procedure:
    procedure = policy.creditors["water_company"].procedure_for(
        AsBilled(
            kind="water",
            debtor=PartyKind.PERSON,
            invoice_date=date(2025, 3, 3),
            due_date=date(2025, 3, 31),
        ),
        today=date(2025, 3, 31),
    )
    assert procedure is not None
    return procedure


def procedures(policy: Policy) -> Iterator[Procedure]:
    for creditor in policy.creditors.values():
        yield from creditor.procedures


def steps(policy: Policy) -> Iterator[Step]:
    for procedure in procedures(policy):
        yield from procedure.steps


def the_step(procedure: Procedure, name: str) -> Step:
    return next(step for step in procedure.steps if step.name == name)


class TestWater:
    def test_the_reminder_goes_on_the_seventh_working_day_with_two_weeks_to_pay(
        self, water: Procedure
    ) -> None:
        reminder = the_step(water, "reminder")
        sent = reminder.wait.after(date(2025, 3, 31))
        assert reminder.pay_within is not None
        pay_by = next_banking_day(reminder.pay_within.after(sent))

        assert (sent, pay_by) == (date(2025, 4, 9), date(2025, 4, 23))
        assert the_step(water, "hand_over").wait.after(pay_by) == date(2025, 4, 24)
        assert reminder.together is Together.ALL_OVERDUE

    def test_the_reminder_costs_nothing(self, water: Procedure) -> None:
        assert the_step(water, "reminder").fee is None

    def test_the_procedure_is_a_tree_with_two_branches(self, water: Procedure) -> None:
        after = {step.name: step.after for step in water.steps}

        assert after == {
            "small_rest": "due",
            "reminder": "due",
            "hand_over": "reminder",
            "collection_demand": "hand_over",
            "enforcement": "collection_demand",
            "disconnection_warning": "hand_over",
            "disconnection_notice": "disconnection_warning",
            "disconnection": "disconnection_notice",
            "late_interest": "paid",
        }

    def test_disconnection_concerns_water_and_needs_what_the_law_needs(
        self, water: Procedure
    ) -> None:
        for name in ("disconnection_warning", "disconnection_notice", "disconnection"):
            assert the_step(water, name).only_if.services == {"water"}
        needs = {need.clearance for need in the_step(water, "disconnection").needs}
        assert needs == {
            "no_health_risk",
            "alternative_water",
            "officer_decision",
        }

    def test_an_installment_plan_costs_what_the_law_lets_it_and_about_eight_per_cent(
        self, water: Procedure
    ) -> None:
        assert water.offers_installment_plan
        assert water.plan is not None
        assert water.plan.fee is not None
        assert water.plan.fee.ceiling is not None
        assert water.plan.fee.amount_ore == water.plan.fee.ceiling.on(date(2025, 8, 13)) == 17_000
        assert water.plan.interest is not None
        said = words_today(water.plan.interest, day=date(2025, 8, 13))
        assert said == "referensräntan plus 6 procentenheter (nu 8\u00a0%)"
        past = words_today(water.plan.interest, day=date(2127, 1, 1), language="en")
        assert past == "the reference rate plus 6 percentage points"

    def test_more_time_is_the_debtors_own_choice_within_limits(self, water: Procedure) -> None:
        assert water.deferral is not None
        own, officer = water.deferral.grants
        assert (own.role, own.up_to_ore, str(own.up_to)) == ("self_service", 500_000, "14 days")
        assert (officer.role, officer.up_to_ore) == ("case_officer", None)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("law", "law"),
        ("capital", "capital"),
        ("reference plus 6 points", Fraction(6)),
        ("reference plus 1,5 points", Fraction(3, 2)),
    ],
)
def test_the_rate_of_a_plan_is_a_word_or_points(text: str, means: object) -> None:
    assert parse_rate_word(text) == means


@pytest.mark.parametrize("text", ["6 points", "reference plus six points", "reference", "8 %"])
def test_no_other_words_are_a_rate(text: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        parse_rate_word(text)


class TestTheWaterFile:
    def test_the_file_is_kept_with_its_digest(self, policy: Policy, water: Procedure) -> None:
        assert water.file == "water_company/procedures/water.yaml"
        assert policy.procedure_by_digest(water.digest) == water
        assert water.text == (SAMPLE / water.file).read_text(encoding="utf-8")


class TestEveryProcedure:
    def test_digests_are_unlike(self, policy: Policy) -> None:
        digests = [procedure.digest for procedure in procedures(policy)]

        assert len(set(digests)) == len(digests)

    def test_interest_never_runs_on_interest(self, policy: Policy) -> None:
        for procedure in procedures(policy):
            assert (procedure.interest is None) == ("interest" in procedure.scope.kinds)

    def test_a_reminder_fee_is_only_taken_by_agreement(self, policy: Policy) -> None:
        with_fee = [
            (procedure.name, step.fee.amount_ore, step.fee.ground)
            for procedure in procedures(policy)
            for step in procedure.steps
            if step.fee is not None and step.does is Does.LETTER
        ]

        assert with_fee == [("mooring", 18_000, "law"), ("rent", 6_000, "agreement")]

    def test_amounts_in_explanations_are_those_of_the_law_and_the_files(
        self, policy: Policy
    ) -> None:
        files = load_law_files()
        known = {
            text
            for name in (
                "collection_demand_fee_ceiling",
                "order_to_pay_application_fee",
                "order_to_pay_own_work_ceiling",
                "enforcement_base_fee",
            )
            for text in list(files[name].values.values())[-1].value.values()
        }
        ours = {parse_kronor(text.removesuffix(" kr")) for text in known}
        ours |= {step.fee.amount_ore for step in steps(policy) if step.fee}
        water = [each.water for each in policy.creditors.values() if each.water]
        values = [value for rules in water for every in rules.tariffs.values() for value in every]
        ours |= {value.disconnection_ore for value in values}
        ours |= {value.reconnection_ore for value in values}
        ours |= {each.interest.minimum_ore for each in procedures(policy) if each.interest}
        for step in steps(policy):
            for words in AMOUNT_IN_WORDS.findall(step.explanation.sv):
                assert parse_kronor(words) in ours, (step.name, words)

    def test_no_two_creditors_share_an_ocr_series(self, policy: Policy) -> None:
        series = {creditor.ocr_series for creditor in policy.creditors.values()}

        assert series == {"97", "98"}


class TestPortalRules:
    def test_invoices_are_shown_as_the_model_says(self, policy: Policy) -> None:
        for creditor in policy.creditors.values():
            rules = creditor.portal
            assert rules.shown_to == {PartyKind.PERSON}
            assert [
                str(span)
                for span in (
                    rules.shown_from_invoice_date,
                    rules.hidden_when_overdue,
                    rules.payment_registered_within,
                    rules.paper_arrives_within,
                    rules.e_invoice_within,
                )
            ] == ["18 months", "12 months", "4 days", "5 days", "1 day"]
