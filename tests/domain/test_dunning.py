"""What should happen today, and if not, why not: by the sample procedures, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.bundling import bundle
from reskontra.domain.claim import Claim, Hold
from reskontra.domain.dunning import Act, Outcome, Stopped, Wait, assess, first_look, next_look
from reskontra.domain.party import PartyKind
from reskontra.domain.projection import project
from tests.domain.claims import DUE, REMINDED, a_claim, paid, procedure_for, reminded, sample_policy

HANDED_OVER = date(2025, 4, 24)


def outcome(claim: Claim, step: str, today: date) -> Outcome:
    found = assess(claim, procedure_for(claim), today)
    return next(each for each in found if each.step.name == step)


def acts(claim: Claim, today: date) -> list[str]:
    found = assess(claim, procedure_for(claim), today)
    return [each.step.name for each in found if isinstance(each, Act)]


def test_a_step_waits_for_its_day_and_is_then_taken() -> None:
    before = outcome(a_claim(), "reminder", REMINDED - timedelta(days=1))
    assert (isinstance(before, Wait) and before.until) == REMINDED
    assert acts(a_claim(), REMINDED) == ["reminder"]


def test_the_first_contact_is_always_the_first_step_however_old_the_debt() -> None:
    assert acts(a_claim(), date(2026, 9, 1)) == ["reminder"]


def test_a_later_step_counts_from_what_was_really_sent() -> None:
    late = date(2025, 9, 1)
    claim = a_claim(steps_taken=reminded(late, date(2025, 9, 15)))
    assert acts(claim, date(2025, 9, 15)) == []
    assert acts(claim, date(2025, 9, 16)) == ["hand_over"]


def test_no_step_is_taken_on_a_day_that_is_no_working_day() -> None:
    saturday = date(2025, 4, 12)
    found = outcome(a_claim(), "reminder", saturday)
    assert (isinstance(found, Wait) and found.until) == date(2025, 4, 14)


def test_what_is_settled_is_left_alone() -> None:
    found = outcome(a_claim(paid(30_000)), "reminder", REMINDED)
    assert isinstance(found, Stopped)
    assert found.by == ("settled",)


def test_only_a_small_rest_of_a_part_payment_is_written_off() -> None:
    day = date(2025, 4, 7)
    assert acts(a_claim(paid(28_000)), day) == ["small_rest"]
    assert acts(a_claim(paid(27_999)), day) == []


def test_a_hold_stops_a_step_and_its_days_do_not_count() -> None:
    hold = Hold(kind="dispute", first_day=date(2025, 4, 3), last_day=date(2025, 4, 10))
    claim = a_claim(holds=(hold,))
    stopped = outcome(claim, "reminder", REMINDED)
    assert isinstance(stopped, Stopped)
    assert (stopped.by, stopped.until) == (("dispute",), hold.last_day)
    assert next_look([stopped], today=REMINDED) == date(2025, 4, 11)
    after = outcome(claim, "reminder", date(2025, 4, 11))
    # 1 and 2 April count; the wait goes on with 11 April, and the week of Easter lies between.
    assert (isinstance(after, Wait) and after.until) == date(2025, 4, 17)


def test_an_organization_has_its_own_times() -> None:
    claim = a_claim(debtor=PartyKind.ORGANIZATION)
    assert acts(claim, date(2025, 4, 7)) == ["reminder"]


def test_overdue_claims_are_listed_beside_those_that_are_reminded() -> None:
    new, old = a_claim(key=1), a_claim(key=2, steps_taken=reminded())
    settled, other = a_claim(paid(30_000), key=3), a_claim(key=4, creditor="water_company")
    held = a_claim(key=5, holds=(Hold(kind="dispute", first_day=DUE, last_day=None),))
    (act,) = [e for e in assess(new, procedure_for(new), REMINDED) if isinstance(e, Act)]
    (letter,) = bundle([(new, act.step)], [new, old, settled, other, held], REMINDED)
    assert [claim.key for claim in letter.acted] == [1]
    assert [claim.key for claim in letter.listed] == [2]
    assert letter.pay_by == date(2025, 4, 23)


def test_two_creditors_never_share_a_letter() -> None:
    mine, theirs = a_claim(key=1), a_claim(key=2, creditor="water_company", kind="water")
    pairs = [
        (claim, act.step)
        for claim in (mine, theirs)
        for act in assess(claim, procedure_for(claim), REMINDED)
        if isinstance(act, Act)
    ]
    assert [each.creditor for each in bundle(pairs, [mine, theirs], REMINDED)] == [
        "municipality",
        "water_company",
    ]


def test_what_is_projected_is_what_then_happens() -> None:
    claim = a_claim()
    told = {each.step.name: each for each in project(claim, procedure_for(claim), DUE)}
    assert (told["reminder"].day, told["reminder"].pay_by) == (REMINDED, date(2025, 4, 23))
    assert told["hand_over"].day == HANDED_OVER
    assert acts(claim, REMINDED) == ["reminder"]
    assert acts(a_claim(steps_taken=reminded()), HANDED_OVER) == ["hand_over"]


def test_a_step_under_a_hold_without_end_has_no_day_nor_have_those_after_it() -> None:
    claim = a_claim(holds=(Hold(kind="dispute", first_day=DUE, last_day=None),))
    told = project(claim, procedure_for(claim), REMINDED)
    assert {each.day for each in told} == {None}
    assert all("dispute" in each.stopped_by for each in told)


@pytest.mark.parametrize("due", [date(2025, 4, 18), date(2024, 12, 20), date(2025, 6, 5)])
def test_nothing_is_done_before_the_first_look(due: date) -> None:
    claim = a_claim(due_date=due)
    first = first_look(sample_policy().creditors[claim.creditor], claim, today=due)
    assert first is not None
    day = claim.invoice_date
    while day < first:
        assert acts(claim, day) == []
        day += timedelta(days=1)


@given(
    due=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    kind=st.sampled_from(["parking", "rent", "childcare"]),
    paid_ore=st.sampled_from([0, 10_000, 29_000]),
    hold=st.none() | st.tuples(st.integers(-10, 40), st.none() | st.integers(0, 40)),
)
def test_looking_only_on_the_days_that_are_said_misses_nothing(
    due: date, kind: str, paid_ore: int, hold: tuple[int, int | None] | None
) -> None:
    """Between one look and the next, no day would have brought an act."""
    holds: tuple[Hold, ...] = ()
    if hold is not None:
        start = due + timedelta(days=hold[0])
        end = None if hold[1] is None else start + timedelta(days=hold[1])
        holds = (Hold(kind="dispute", first_day=start, last_day=end),)
    entries = [paid(paid_ore, due)] if paid_ore else []
    claim = a_claim(*entries, due_date=due, kind=kind, holds=holds)
    procedure = procedure_for(claim)
    look = first_look(sample_policy().creditors[claim.creditor], claim, today=due)
    for place in range(70):
        day = due + timedelta(days=place)
        found = assess(claim, procedure, day)
        if look is None or day < look:
            assert not any(isinstance(each, Act) for each in found)
        elif any(isinstance(each, Act) for each in found):
            return
        else:
            look = next_look(found, today=day)
