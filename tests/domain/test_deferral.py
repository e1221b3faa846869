"""More time to pay: each kind of term decides, and says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim, Clearance
from reskontra.domain.conditions import Condition, PartyCondition, Times
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.fees import FeeGround
from reskontra.domain.reasons import WORDS, Declined, Reason, Why
from reskontra.domain.rules import Procedure
from reskontra.domain.terms import DeferralTerms, Fee, Grant, TimeFrom
from reskontra.domain.texts import Texts
from tests.domain.claims import DUE, a_claim, paid, procedure_for, reminded
from tests.domain.test_each_unmet import an_invoice, claim_beside

ASKED = date(2025, 3, 28)
UNTIL = date(2025, 4, 30)
THIRTY_DAYS = Span.parse("30 days")
YEAR = Span.parse("12 months")


def terms(**fields: Any) -> DeferralTerms:
    """A month from the due date, asked for by then, by the debtor's own choice."""
    ours = DeferralTerms(
        longest=THIRTY_DAYS,
        apply_within=Span.parse("0 days"),
        grants=(Grant(role="self_service"),),
    )
    return replace(ours, **fields)


def under(**fields: Any) -> Procedure:
    """The sample procedure with these terms; interest from the first öre."""
    procedure = procedure_for(a_claim())
    assert procedure.interest is not None
    interest = replace(procedure.interest, minimum_ore=0, **fields.pop("interest", {}))
    return replace(procedure, deferral=terms(**fields), interest=interest)


def judged(
    claim: Claim | None = None, *, until: date = UNTIL, today: date = ASKED, **fields: Any
) -> str:
    """The answer in a story's words."""
    part_ore = fields.pop("part_ore", None)
    answer = judge_deferral(
        claim or a_claim(), under(**fields), until=until, today=today, part_ore=part_ore
    )
    return answer.short if isinstance(answer, Declined) else f"granted by {answer.by}"


def granted(
    claim: Claim | None = None, *, today: date = ASKED, part_ore: int | None = None, **fields: Any
) -> Deferral:
    answer = judge_deferral(
        claim or a_claim(), under(**fields), until=UNTIL, today=today, part_ore=part_ore
    )
    assert isinstance(answer, Deferral)
    return answer


def test_a_claim_without_terms_gets_no_deferral() -> None:
    procedure = replace(procedure_for(a_claim()), deferral=None)
    answer = judge_deferral(a_claim(), procedure, until=UNTIL, today=ASKED)
    assert answer == Declined((Reason(Why.NO_DEFERRAL),))


def test_what_is_settled_needs_no_more_time() -> None:
    assert judged(a_claim(paid(30_000))) == "refused: settled"


@pytest.mark.parametrize(
    ("until", "fields", "answer"),
    [
        (date(2025, 4, 30), {}, "granted by self_service"),
        (date(2025, 5, 1), {}, "refused: longer than until 2025-04-30"),
        (date(2025, 4, 2), {"longest_from": TimeFrom.BILLED}, "granted by self_service"),
        (
            date(2025, 4, 3),
            {"longest_from": TimeFrom.BILLED},
            "refused: longer than until 2025-04-02",
        ),
        (date(2025, 4, 27), {"longest_from": TimeFrom.DECIDED}, "granted by self_service"),
        (
            date(2025, 4, 28),
            {"longest_from": TimeFrom.DECIDED},
            "refused: longer than until 2025-04-27",
        ),
        (
            date(2025, 4, 16),
            {"not_beyond": date(2025, 4, 15)},
            "refused: longer than until 2025-04-15",
        ),
        (DUE, {}, "refused: no later than 2025-03-31"),
    ],
)
def test_the_time_is_counted_from_its_day_and_has_an_end(
    until: date, fields: dict[str, Any], answer: str
) -> None:
    assert judged(until=until, **fields) == answer


@pytest.mark.parametrize(
    ("today", "within", "answer"),
    [
        (DUE, "0 days", "granted by self_service"),
        (date(2025, 4, 1), "0 days", "refused: asked after 2025-03-31"),
        (date(2025, 4, 10), "10 days", "granted by self_service"),
        (date(2025, 4, 11), "10 days", "refused: asked after 2025-04-10"),
    ],
)
def test_one_asks_in_time(today: date, within: str, answer: str) -> None:
    assert judged(today=today, apply_within=Span.parse(within)) == answer


def test_it_is_never_given_after_a_step_that_ends_it() -> None:
    late: dict[str, Any] = {"today": date(2025, 4, 10), "apply_within": THIRTY_DAYS}
    after_reminder = a_claim(steps_taken=reminded())
    assert judged(after_reminder, **late) == "granted by self_service"
    ended: dict[str, Any] = {"not_after": frozenset({"reminder", "hand_over"})}
    assert judged(after_reminder, **late, **ended) == "refused: after reminder"


@pytest.mark.parametrize(
    ("asked", "claim", "answer"),
    [
        (Condition(open_at_most_ore=20_000), a_claim(), "left above 200,00"),
        (Condition(open_at_least_ore=40_000), a_claim(), "left below 400,00"),
        (Condition(kinds=frozenset({"rent"})), a_claim(), "not this kind"),
        (Condition(overdue_at_least=Span.parse("5 days")), a_claim(), "asked before 2025-04-05"),
        (Condition(taken=frozenset({"hand_over"})), a_claim(), "before hand over"),
        (
            Condition(not_taken=frozenset({"reminder"})),
            a_claim(steps_taken=reminded()),
            "after reminder",
        ),
        (
            Condition(party=PartyCondition(others_overdue_at_most=0)),
            claim_beside(an_invoice("900", due_date=date(2025, 2, 28))),
            "others overdue",
        ),
        (
            Condition(party=PartyCondition(last_paid_on_time=2)),
            claim_beside(
                an_invoice("900", open_ore=0, paid_date=DUE),
                an_invoice("901", open_ore=0, paid_date=date(2025, 5, 2)),
            ),
            "latest not in time",
        ),
        (
            Condition(
                party=PartyCondition(
                    steps=frozenset({"deferral"}), steps_taken=Times(within=YEAR, at_most=0)
                )
            ),
            claim_beside(an_invoice("900", holds=(("deferral", date(2024, 5, 2)),))),
            "too often 2025-05-03",
        ),
    ],
)
def test_each_condition_declines_with_its_own_reason(
    asked: Condition, claim: Claim, answer: str
) -> None:
    assert judged(claim, only_if=asked) == f"refused: {answer}"


def test_what_a_person_must_have_found_is_asked_for() -> None:
    needs: dict[str, Any] = {"needs": frozenset({"officer_decision"})}
    assert judged(**needs) == "refused: needs officer decision"
    found = a_claim(clearances=(Clearance(kind="officer_decision", day=ASKED),))
    assert judged(found, **needs) == "granted by self_service"


def test_a_part_is_deferred_only_where_parts_are() -> None:
    assert judged(part_ore=10_000) == "refused: the whole only"
    assert judged(part_ore=30_000) == "granted by self_service"
    assert granted(part_ore=10_000, part_of_invoice=True).deferred_ore == 10_000
    assert judged(part_ore=30_100, part_of_invoice=True) == "refused: part above 300,00"
    assert judged(part_ore=0, part_of_invoice=True) == "refused: part below 0,01"


def test_a_share_is_paid_at_once() -> None:
    fields: dict[str, Any] = {"pay_now_percent": 25, "part_of_invoice": True}
    whole = granted(**fields)
    assert (whole.pay_now_ore, whole.deferred_ore) == (7_500, 22_500)
    assert judged(part_ore=22_501, **fields) == "refused: part above 225,00"


def test_what_has_been_paid_is_part_of_the_share() -> None:
    assert granted(a_claim(paid(5_000)), pay_now_percent=25).pay_now_ore == 2_500
    assert granted(a_claim(paid(10_000)), pay_now_percent=25).pay_now_ore == 0


@pytest.mark.parametrize(
    ("grants", "answer"),
    [
        ((Grant(role="self_service", up_to_ore=30_000), Grant(role="officer")), "self_service"),
        ((Grant(role="self_service", up_to_ore=29_999), Grant(role="officer")), "officer"),
        (
            (
                Grant(role="self_service", up_to=Span.parse("14 days")),
                Grant(role="officer", up_to_ore=20_000),
                Grant(role="manager"),
            ),
            "manager",
        ),
    ],
)
def test_the_lowest_role_that_may_says_yes(grants: tuple[Grant, ...], answer: str) -> None:
    assert judged(grants=grants) == f"granted by {answer}"


def test_nobody_may_when_every_role_has_less() -> None:
    grants = (Grant(role="officer", up_to_ore=10_000),)
    assert judged(grants=grants) == "refused: more than anybody may grant"


def test_it_costs_only_when_it_is_granted() -> None:
    fee = Fee(amount_ore=5_000, ground=FeeGround.TARIFF)
    assert granted(fee=fee).fee.amount_ore == 5_000
    assert granted().fee.amount_ore == 0


def test_interest_runs_from_the_old_due_date_unless_the_time_is_free_of_it() -> None:
    charged = granted().interest
    assert [(row.from_date, row.to_date) for row in charged.rows] == [(date(2025, 4, 1), UNTIL)]
    assert charged.total_ore == 271  # 300 kr at 11 % for 30 days of 365
    free = granted(interest={"free_under": frozenset({"deferral"})}).interest
    assert free.total_ore == 0


def test_interest_runs_on_what_is_deferred() -> None:
    half = granted(part_ore=15_000, part_of_invoice=True).interest
    assert half.total_ore == 136  # 150 kr: the rest is paid on the due date


def test_every_reason_is_told_not_only_the_first() -> None:
    answer = judged(
        until=date(2025, 6, 1), today=date(2025, 4, 10), only_if=Condition(open_at_most_ore=1)
    )
    assert answer == (
        "refused: asked after 2025-03-31, longer than until 2025-04-30, left above 0,01"
    )


def test_every_reason_has_words_in_both_languages() -> None:
    assert set(WORDS) == set(Why)
    assert all(each.sv and each.en and each.sv != each.en for each in WORDS.values())
    for words in WORDS.values():
        assert ("{value}" in words.sv) == ("{value}" in words.en)


def test_a_reason_is_said_in_the_language_of_the_reader() -> None:
    amount = Reason(Why.LEFT_ABOVE, amount_ore=15_000_00).texts()
    assert amount.sv == "Det gäller bara när högst 15 000,00 kr är kvar att betala."
    assert amount.en == "It is given only when SEK 15,000.00 at most is left to pay."
    step = Reason(Why.AFTER_STEP, what="hand_over")
    named = step.texts({"hand_over": Texts(sv="Inkasso", en="Debt collection")})
    assert named.sv == "Det går inte efter det här steget: Inkasso."
    assert named.en == "It cannot be done after this step: Debt collection."
    assert step.short == "after hand over"
