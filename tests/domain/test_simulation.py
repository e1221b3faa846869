"""Claims lived forward as values: the payers, the days, the months, and what is assumed.

The one rule: that a simulated night is the real one is shown in tests/nightly; here is the rest.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reskontra.domain.assumed import Assumption, assumed
from reskontra.domain.claim import Claim, Hold
from reskontra.domain.conditions import Condition, PartyCondition
from reskontra.domain.dated import NoLongerConfirmed
from reskontra.domain.dealings import Dealings, OtherInvoice
from reskontra.domain.forecast import NO_STEP, Measure, Term, forecast
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.night import Loaded
from reskontra.domain.nights import Nights
from reskontra.domain.owed import Owed
from reskontra.domain.payers import A_THOUSAND, HABITS, Payer, Share, payer_of
from reskontra.domain.rules import Part, Policy, VersionBy
from reskontra.domain.simulation import Simulation
from tests.domain.claims import DUE, REMINDED, a_claim, paid, reminded, sample_policy

FIRST_DAY = date(2025, 4, 1)
ORDER = (Part.INTEREST, Part.FEE, Part.PRINCIPAL)


def claims(count: int) -> list[Claim]:
    return [a_claim(key=key, party=key) for key in range(1, count + 1)]


def a_life(count: int = 200, *, seed: int = 1) -> Simulation:
    return Simulation(claims(count), policy=sample_policy(), seed=seed, first_day=FIRST_DAY)


def test_the_habits_are_those_of_a_thousand_claims() -> None:
    assert sum(habit.of_thousand for habit in HABITS) == A_THOUSAND


def test_a_payer_is_the_same_for_the_same_claim_and_seed() -> None:
    drawn = [payer_of(each, seed=1, first_day=DUE) for each in claims(50)]
    assert drawn == [payer_of(each, seed=1, first_day=DUE) for each in reversed(claims(50))][::-1]
    assert drawn != [payer_of(each, seed=2, first_day=DUE) for each in claims(50)]


def test_payers_are_as_many_of_each_habit_as_the_model_says() -> None:
    early = date(2025, 3, 3)
    found = Counter(payer_of(each, seed=1, first_day=early).habit for each in claims(4_000))
    for habit in HABITS:
        assert found[habit] / 4 == pytest.approx(habit.of_thousand, abs=0.1 * A_THOUSAND**0.5 * 6)


def test_whoever_would_have_paid_already_is_not_met() -> None:
    late = DUE + timedelta(days=20)
    for each in claims(300):
        payer = payer_of(replace(each, steps_taken=reminded()), seed=1, first_day=late)
        assert payer.pays_on is None or payer.pays_on >= late
        assert payer.nudges == 1


def test_a_payer_pays_what_is_asked_less_what_is_on_its_way() -> None:
    payer = a_payer(Share.HALF)
    assert payer.pay(30_050, Share.HALF) == 15_000
    assert payer.pay(30_050, Share.ALL) == 15_050
    assert payer.pay(30_050, Share.ALL) == 0
    assert a_payer(Share.NEARLY_ALL).pay(30_000, Share.NEARLY_ALL) == 29_300
    assert a_payer(Share.NEARLY_ALL).pay(500, Share.NEARLY_ALL) == 500
    assert a_payer(Share.NOTHING).pay(30_000, Share.NOTHING) == 0


def test_a_nudge_is_answered_from_the_one_that_the_habit_says() -> None:
    payer = a_payer(Share.NOTHING)
    assert [payer.nudged(day=REMINDED) for _ in range(3)] == [
        None,
        date(2025, 4, 14),
        date(2025, 4, 14),
    ]


def a_payer(share: Share) -> Payer:
    waits_for_the_second = next(each for each in HABITS if each.answers_from == 2)
    return Payer(
        habit=waits_for_the_second,
        answer_days=5,
        missing_ore=700,
        nudges=0,
        pays_on=None,
        share=share,
    )


def test_a_simulation_is_the_same_again_and_another_with_another_seed() -> None:
    until = date(2025, 12, 31)
    assert list(a_life().until(until)) == list(a_life().until(until))
    assert list(a_life().until(until)) != list(a_life(seed=2).until(until))


def test_money_is_read_the_day_after_a_banking_day_and_the_books_balance() -> None:
    life = a_life()
    paid_ore = 0
    for day in life.until(date(2025, 12, 31)):
        for each in day.paid:
            assert each.value_date == day.day - timedelta(days=1)
            paid_ore += each.amount_ore
    entries = [entry for owed in life.nights.owed.values() for entry in owed.entries]
    banked = [entry.amount_ore for entry in entries if entry.debit == LedgerAccount.BANK]
    assert sum(banked) == paid_ore > 0
    assert min(claim.open_ore for claim in life.claims()) == 0


def test_the_months_add_up_to_the_days() -> None:
    term = Term(first_day=FIRST_DAY, months=6)
    days = list(a_life().until(term.last_day))
    life = a_life()
    lived: list[date] = []
    months = forecast(life, term=term, tell=lived.append)
    assert lived[-1] == term.last_day == date(2025, 9, 30)

    def total(measure: Measure, step: str = "") -> int:
        return sum(month.figures.get((measure, step), 0) for month in months)

    assert total(Measure.MONEY_ORE) == sum(each.amount_ore for day in days for each in day.paid)
    assert total(Measure.PAID) == sum(each.settles for day in days for each in day.paid)
    bundles = [bundle.step.name for day in days for bundle in day.night.plan.bundles]
    assert total(Measure.LETTERS, "reminder") == bundles.count("reminder") > 0
    still = [claim for claim in life.claims() if not claim.settled]
    last = months[-1].figures
    assert last[Measure.OPEN, ""] == len(still) > 0
    assert last[Measure.OPEN_ORE, ""] == sum(claim.open_ore for claim in still)
    stages = {step: n for (measure, step), n in last.items() if measure is Measure.STAGE}
    assert sum(stages.values()) == len(still)
    assert stages["hand_over"] == sum(bool(each.taken("hand_over")) for each in still)
    assert NO_STEP not in stages


def test_months_are_counted_from_the_first_day() -> None:
    assert Term(first_day=date(2025, 1, 31), months=3).spans() == (
        (date(2025, 1, 31), date(2025, 2, 27)),
        (date(2025, 2, 28), date(2025, 3, 30)),
        (date(2025, 3, 31), date(2025, 4, 29)),
    )


def test_days_without_work_are_not_lived() -> None:
    life = Simulation([a_claim()], policy=sample_policy(), seed=3, first_day=FIRST_DAY)
    days = [day.day for day in life.until(date(2026, 3, 31))]
    assert len(days) < 10
    assert days[0] == FIRST_DAY


def test_an_interest_invoice_is_held_as_the_party_is() -> None:
    hold = Hold(kind="dispute", first_day=date(2025, 9, 1), last_day=None)
    nights = Nights(sample_policy())
    nights.party_holds[1] = (hold,)
    late = date(2025, 8, 1)
    claim = a_claim(paid(30_000, late), steps_taken=reminded())
    large = replace(claim, sums=replace(claim.sums, billed_ore=3_000_000))
    night = nights_of(nights, large, date(2025, 8, 4))
    assert [each.holds for each in night] == [(hold,)]


def nights_of(nights: Nights, claim: Claim, day: date) -> tuple[Claim, ...]:
    nights.take_up(claim, look_on=day)
    return nights.live(day, [Loaded(claim, day)]).interest


def test_money_above_what_is_owed_lies_on_the_last_claim() -> None:
    nights = Nights(sample_policy())
    for claim in claims(2):
        nights.take_up(claim, look_on=None)
    booked = nights.pay([1, 2], 70_000, value_date=DUE, day=FIRST_DAY)
    assert booked == {1: 30_000, 2: 40_000}
    assert nights.owed[2].claim.sums.overpaid_ore == 10_000
    assert nights.pay([], 70_000, value_date=DUE, day=FIRST_DAY).total() == 0
    assert nights.next_day() is None


def test_a_claim_knows_what_else_its_party_owes_when_a_rule_asks() -> None:
    first, second = (a_claim(key=key) for key in (1, 2))
    before = Dealings(invoices=(an_invoice_settled_before(),))
    silent, asking = Nights(sample_policy()), Nights(asking_policy())
    for nights in (silent, asking):
        nights.take_up(replace(first, dealings=before), look_on=REMINDED)
        nights.take_up(replace(second, party=2), look_on=None)
    asking.take_up(replace(second, key=3, number="1003"), look_on=None)
    assert [each.claim.dealings for each in silent.due(REMINDED)] == [before]
    [alone, other] = asking.due(REMINDED)
    assert [each.number for each in alone.claim.dealings.invoices] == ["900", "1001", "1003"]
    night = asking.live(REMINDED, [alone, other])
    assert [taken.claim.number for taken in night.plan.taken] == ["1001", "1003"]
    asking.pay([1], 30_000, value_date=REMINDED, day=REMINDED)
    paid_now = asking.with_dealings(asking.owed[3].claim).dealings.invoices
    assert [each.open_ore for each in paid_now] == [0, 30_000]


def an_invoice_settled_before() -> OtherInvoice:
    return OtherInvoice(
        number="900",
        kind="parking",
        services=frozenset({"parking"}),
        invoice_date=date(2024, 1, 2),
        due_date=date(2024, 1, 31),
        open_ore=0,
        paid_date=date(2024, 1, 31),
    )


def asking_policy() -> Policy:
    """The sample creditors, whose municipality reminds of two overdue invoices and not of one."""
    policy = sample_policy()
    two = Condition(party=PartyCondition(invoices_overdue_at_least=2))
    municipality = policy.creditors["municipality"]
    procedures = tuple(
        replace(
            procedure,
            steps=tuple(
                replace(step, only_if=two) if step.name == "reminder" else step
                for step in procedure.steps
            ),
        )
        for procedure in municipality.procedures
    )
    asking = replace(municipality, procedures=procedures)
    return replace(policy, creditors={**policy.creditors, "municipality": asking})


def test_the_sums_of_a_claim_taken_up_go_on_from_where_they_were() -> None:
    owed = Owed(a_claim(paid(10_000)))
    assert owed.pay(5_000, order=ORDER, day=REMINDED) == 0
    owed.credit(20_000, day=REMINDED)
    sums = owed.claim.sums
    assert (sums.paid_ore, sums.credited_ore, sums.overpaid_ore) == (15_000, 20_000, 5_000)
    assert (owed.claim.open_ore, sums.last_change) == (0, REMINDED)
    assert [each.amount_ore for each in owed.claim.principal_payments] == [10_000, 5_000]
    assert {entry.kind for entry in owed.entries} == {EntryKind.PAYMENT, EntryKind.CREDIT}


def test_a_value_that_is_not_set_yet_is_assumed_and_said_to_be() -> None:
    policy = sample_policy()
    rate = policy.law.reference_rate
    assert rate.confirmed_until is not None
    later = rate.confirmed_until + timedelta(days=400)
    with pytest.raises(NoLongerConfirmed):
        rate.on(later)
    lasting, assumptions = assumed(policy, until=later)
    assert Assumption(rate.name, rate.confirmed_until) in assumptions
    assert lasting.law.reference_rate.on(later) == rate.on(rate.confirmed_until)
    for creditor in lasting.creditors.values():
        for procedure in creditor.procedures:
            assert procedure.interest is None or list(procedure.interest.rate.spans(later, later))
    with pytest.raises(NoLongerConfirmed):
        lasting.law.reference_rate.on(later + timedelta(days=1))


def test_nothing_is_assumed_of_a_time_that_is_known() -> None:
    policy = sample_policy()
    assert assumed(policy, until=date(2025, 12, 31)) == (policy, ())


def test_a_version_that_running_claims_follow_is_looked_at_on_its_first_day() -> None:
    policy = sample_policy()
    creditor = policy.creditors["municipality"]
    new = [
        replace(each, version_by=VersionBy.STEP_DAY, valid_from=date(2025, 4, 3))
        for each in creditor.procedures
    ]
    later = replace(creditor, procedures=(*creditor.procedures, *new))
    nights = Nights(replace(policy, creditors={"municipality": later}))
    nights.take_up(a_claim(), look_on=REMINDED)
    assert [len(nights.due(date(2025, 4, day))) for day in (2, 3, 4)] == [0, 1, 0]
