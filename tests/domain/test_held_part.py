"""A part of a claim is held, and the rest goes on.

The one rule: what a part that is held does to the rest is nothing at all.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reskontra.domain.claim import Claim, Hold, Status, StepTaken
from reskontra.domain.cost import fee_due, interest_on
from reskontra.domain.disputing import (
    MoreThanDisputed,
    NotAPart,
    NothingToDispute,
    disputed_ore,
    settle,
)
from reskontra.domain.dunning import Act, Outcome, Stopped, Wait, assess_step
from reskontra.domain.handover import recall_reason
from reskontra.domain.night import Loaded, Plan, plan
from reskontra.domain.part_apart import parts_due
from reskontra.domain.rules import Part
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.domain.status import statuses
from reskontra.domain.step import Step
from tests.domain.claims import REMINDED, a_claim, fee, paid, reminded, sample_policy

HANDED_OVER = date(2025, 4, 24)


def held(amount_ore: int = 10_000, **fields: object) -> Hold:
    hold = Hold(
        kind="dispute",
        first_day=date(2025, 4, 2),
        last_day=None,
        amount_ore=amount_ore,
        place=1,
    )
    return replace(hold, **fields)  # type: ignore[arg-type]


def ruled(claim: Claim, today: date = REMINDED) -> Ruled:
    return under_rules(claim, sample_policy(), today=today)


def outcome(claim: Claim, step: str, today: date = REMINDED) -> Outcome:
    under = ruled(claim, today)
    found = under.procedure.step(step)
    assert found is not None
    return assess_step(under.claim, under.procedure, found, today)


def night(claim: Claim, today: date) -> Plan:
    return plan([Loaded(claim, today)], policy=sample_policy(), today=today)


def test_the_rest_is_reminded_on_its_day_and_speaks_of_the_rest_only() -> None:
    (letter,) = night(a_claim(holds=(held(),)), REMINDED).bundles
    assert [claim.open_ore for claim in letter.acted] == [20_000]
    assert [claim.held_back_ore for claim in letter.acted] == [10_000]


def test_the_rest_is_handed_over_without_the_part() -> None:
    (taken,) = night(a_claim(holds=(held(),), steps_taken=reminded()), HANDED_OVER).taken
    assert taken.step.name == "hand_over"
    assert taken.claim.sums.balance.principal_ore == 20_000


def test_a_hold_of_all_stops_all() -> None:
    stopped = outcome(a_claim(holds=(held(amount_ore=None),)), "reminder")  # type: ignore[arg-type]
    assert isinstance(stopped, Stopped)
    assert stopped.by == ("dispute",)


def test_when_nothing_but_the_part_is_left_all_of_it_waits() -> None:
    claim = a_claim(paid(20_000), holds=(held(),))
    stopped = outcome(claim, "reminder")
    assert isinstance(stopped, Stopped)
    assert stopped.by == ("dispute",)
    assert recall_reason(ruled(claim).claim, paid_last_to_agency=False, today=REMINDED) == (
        "dispute"
    )


def test_no_agency_gives_back_a_claim_of_which_a_part_is_disputed() -> None:
    claim = ruled(a_claim(holds=(held(),))).claim
    assert recall_reason(claim, paid_last_to_agency=False, today=REMINDED) is None


def test_a_small_rest_is_not_written_off_while_a_part_is_disputed() -> None:
    claim = a_claim(paid(19_000), holds=(held(),))
    assert ruled(claim).claim.open_ore == 1_000
    stopped = outcome(claim, "small_rest")
    assert isinstance(stopped, Stopped)
    assert stopped.by == ("dispute",)


def test_interest_is_counted_on_the_rest_while_a_part_is_held() -> None:
    today = date(2025, 6, 30)
    all_of_it, rest = ruled(a_claim(), today), ruled(a_claim(holds=(held(),)), today)
    third = interest_on(all_of_it.claim, all_of_it.procedure, until=today).total_ore * 2 // 3
    assert interest_on(rest.claim, rest.procedure, until=today).total_ore == pytest.approx(third, 1)


def test_a_part_that_comes_back_untouched_makes_its_days_count_for_nobody() -> None:
    back = held(last_day=date(2025, 4, 6), back_ore=10_000)
    assert outcome(a_claim(holds=(back,)), "reminder") == Wait(
        step_of("reminder"), date(2025, 4, 14), "day"
    )
    assert not list(parts_due(a_claim(holds=(back,)), today=date(2025, 4, 7)))


def test_a_part_that_was_not_owed_delays_nothing() -> None:
    gone = held(last_day=date(2025, 4, 6), back_ore=0)
    assert isinstance(outcome(a_claim(holds=(gone,)), "reminder"), Act)


def test_a_part_that_the_rest_did_not_wait_for_is_billed_apart() -> None:
    back = held(last_day=date(2025, 4, 27), back_ore=6_000)
    claim = a_claim(holds=(back,), steps_taken=reminded())
    (due,) = night(claim, date(2025, 4, 28)).parts
    assert (due.number, due.amount_ore, due.due_date) == ("B1001", 6_000, date(2025, 5, 28))


def test_what_the_agency_has_and_is_disputed_in_part_is_billed_apart_at_once() -> None:
    given = StepTaken(name="hand_over", day=HANDED_OVER, pay_by=None)
    claim = a_claim(steps_taken=(*reminded(), given), holds=(held(first_day=date(2025, 5, 2)),))
    (due,) = night(claim, date(2025, 5, 2)).parts
    assert due.hold_apart.amount_ore is None
    before = replace(claim, holds=(held(first_day=HANDED_OVER),))
    assert not night(before, date(2025, 5, 2)).parts


def test_a_part_apart_bears_interest_from_its_first_day_and_no_second_fee() -> None:
    today = date(2025, 9, 1)
    apart = a_claim(due_date=date(2025, 5, 28), first_due_date=date(2025, 3, 31))
    of_part, of_whole = ruled(apart, today), ruled(a_claim(), today)
    assert interest_on(of_part.claim, of_part.procedure, until=today) == interest_on(
        of_whole.claim, of_whole.procedure, until=today
    )
    rent = ruled(replace(apart, kind="rent", services=frozenset({"rent"})), today)
    step = rent.procedure.step("reminder")
    assert step is not None
    assert fee_due(rent.claim, rent.procedure, step, today).amount_ore == 0
    whole = replace(rent.claim, first_due_date=None)
    assert fee_due(whole, rent.procedure, step, today).amount_ore == 6_000


def test_who_was_a_minor_when_the_debt_arose_is_so_for_a_part_billed_later() -> None:
    apart = a_claim(
        invoice_date=date(2025, 5, 2),
        first_invoice_date=date(2025, 3, 3),
        born=date(2007, 4, 1),
    )
    assert ruled(apart).claim.minor


def test_half_a_dispute_is_a_note_and_never_the_main_word() -> None:
    words = statuses(a_claim(holds=(held(),), steps_taken=reminded()), today=REMINDED)
    assert words == (Status.REMINDER, Status.SENT, Status.PARTLY_DISPUTED)


@pytest.mark.parametrize(
    ("upheld_ore", "off_ore", "given_back_ore", "back_ore"),
    [(0, 0, 0, 10_000), (4_000, 4_000, 0, 6_000), (None, 10_000, 0, 0)],
)
def test_a_part_is_upheld_rejected_or_a_little_of_each(
    upheld_ore: int | None, off_ore: int, given_back_ore: int, back_ore: int
) -> None:
    result = settle(a_claim(holds=(held(),)), held(), upheld_ore=upheld_ore)
    assert (result.off_ore, result.given_back_ore, result.back_ore) == (
        off_ore,
        given_back_ore,
        back_ore,
    )


def test_when_all_was_wrong_its_fees_fall_with_it() -> None:
    whole = held(amount_ore=None)  # type: ignore[arg-type]
    result = settle(a_claim(fee(6_000)), whole, upheld_ore=None)
    assert dict(result.off) == {Part.PRINCIPAL: 30_000, Part.FEE: 6_000}


def test_what_had_been_paid_of_it_is_the_payers_again() -> None:
    result = settle(a_claim(paid(25_000)), held(), upheld_ore=None)
    assert (result.off_ore, result.given_back_ore) == (5_000, 5_000)


def test_nobody_can_dispute_what_is_settled_or_more_than_is_left() -> None:
    with pytest.raises(NothingToDispute, match="1001"):
        disputed_ore(a_claim(paid(30_000)), None)
    with pytest.raises(NotAPart, match="300,00"):
        disputed_ore(a_claim(), 30_001)
    with pytest.raises(MoreThanDisputed, match="100,00"):
        settle(a_claim(), held(), upheld_ore=10_001)
    assert disputed_ore(a_claim(), 30_000) is None


def step_of(name: str) -> Step:
    found = ruled(a_claim()).procedure.step(name)
    assert found is not None
    return found
