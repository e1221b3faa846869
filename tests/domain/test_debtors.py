"""Several who owe a claim: against whom a step is taken, what holds all of them, what one sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reskontra.domain.bundling import Bundle, bundle
from reskontra.domain.claim import Claim, Debtor, Hold, StepTaken
from reskontra.domain.debtors import as_seen_by, minded, pursued
from reskontra.domain.dunning import Act, Stopped, assess
from reskontra.domain.handover import DEBTOR_HELD, recall_reason
from reskontra.domain.party import PartyKind
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import Step
from tests.domain.claims import REMINDED, a_claim, procedure_for, reminded, sample_policy

CILLA, NILS, OLGA = 1, 2, 3
HANDED_OVER = date(2025, 4, 24)


def held(first: date, last: date | None = None, kind: str = "bankruptcy") -> Hold:
    return Hold(kind=kind, first_day=first, last_day=last)


def owed_by(*parties: int, held_by: dict[int, Hold] | None = None, key: int = 1) -> Claim:
    """A claim that these owe together, with the holds on each."""
    holds = held_by or {}
    debtors = tuple(
        Debtor(
            party=party,
            kind=PartyKind.PERSON,
            born=date(1980, 1, 1),
            holds=(holds[party],) if party in holds else (),
        )
        for party in parties
    )
    return a_claim(key=key, party=parties[0], debtors=debtors)


def step(name: str) -> Step:
    return next(each for each in procedure_for(a_claim()).steps if each.name == name)


def letters(claims: list[Claim], *, listed: tuple[Claim, ...] = ()) -> tuple[Bundle, ...]:
    acts = [(claim, step("reminder")) for claim in claims]
    return bundle(acts, (*claims, *listed), REMINDED)


def test_a_step_is_taken_against_each_who_is_free() -> None:
    claim = owed_by(CILLA, NILS, OLGA, held_by={NILS: held(REMINDED, REMINDED)})
    assert pursued(claim, step("reminder"), REMINDED) == (CILLA, OLGA)
    assert pursued(claim, step("reminder"), REMINDED + timedelta(days=1)) == (CILLA, NILS, OLGA)


@pytest.mark.parametrize("free", [CILLA, NILS])
def test_one_who_is_free_lets_the_claim_go_on(free: int) -> None:
    claim = owed_by(CILLA, NILS, held_by={CILLA + NILS - free: held(date(2025, 4, 1))})
    (found,) = (o for o in assess(claim, procedure_for(claim), REMINDED) if isinstance(o, Act))
    assert found.step.name == "reminder"
    assert [letter.party for letter in letters([claim])] == [free]


def test_all_are_held_while_the_times_of_each_overlap() -> None:
    first, second = held(date(2025, 4, 1), date(2025, 4, 10)), held(date(2025, 4, 8), None, "death")
    claim = owed_by(CILLA, NILS, held_by={CILLA: first, NILS: second})
    assert minded(claim, step("reminder")) == (held(date(2025, 4, 8), date(2025, 4, 10)),)
    apart = owed_by(
        CILLA, NILS, held_by={CILLA: first, NILS: held(date(2025, 4, 11), None, "death")}
    )
    assert minded(apart, step("reminder")) == ()


def test_a_hold_on_the_claim_holds_it_for_all() -> None:
    claim = replace(owed_by(CILLA, NILS), holds=(held(REMINDED, kind="dispute"),))
    stopped = next(
        each
        for each in assess(claim, procedure_for(claim), REMINDED)
        if each.step.name == "reminder"
    )
    assert stopped == Stopped(step("reminder"), ("dispute",))


def test_nothing_is_collected_from_one_who_was_a_minor_and_it_is_from_the_other() -> None:
    child = Debtor(party=NILS, kind=PartyKind.PERSON, born=date(2012, 1, 1))
    claim = owed_by(CILLA, NILS)
    claim = replace(claim, debtors=(claim.debtors[0], child))
    ruled = under_rules(claim, sample_policy(), today=HANDED_OVER).claim
    assert not ruled.minor
    assert pursued(ruled, step("hand_over"), HANDED_OVER) == (CILLA,)
    both = replace(claim, debtors=(replace(child, party=CILLA), child))
    assert under_rules(both, sample_policy(), today=HANDED_OVER).claim.minor


def test_each_letter_has_what_its_reader_owes_and_no_more() -> None:
    shared, alone, other = owed_by(CILLA, NILS), a_claim(key=2), a_claim(key=3, due_date=REMINDED)
    old = replace(other, due_date=date(2025, 4, 4))
    to_cilla, to_nils = letters([shared, alone], listed=(old,))
    assert (to_cilla.party, to_cilla.place, to_cilla.acted, to_cilla.listed) == (
        CILLA,
        0,
        (shared, alone),
        (old,),
    )
    assert (to_nils.party, to_nils.place, to_nils.acted, to_nils.listed) == (
        NILS,
        1,
        (shared,),
        (),
    )
    assert to_nils.pay_by == to_cilla.pay_by


def test_one_who_is_held_sees_what_holds_that_one_and_nobody_else_does() -> None:
    hold = held(REMINDED)
    claim = owed_by(CILLA, NILS, held_by={CILLA: hold})
    assert as_seen_by(claim, CILLA).holds == (hold,)
    assert as_seen_by(claim, NILS).holds == ()
    assert as_seen_by(claim, NILS).party == NILS
    assert as_seen_by(claim, NILS).debtors == ()
    assert as_seen_by(claim, OLGA) == claim


def at_the_agency(held_by: dict[int, Hold]) -> str | None:
    """Why the agency must give back what Cilla and Nils owe, 30 days later."""
    given = StepTaken(name="hand_over", day=HANDED_OVER, pay_by=None)
    claim = replace(owed_by(CILLA, NILS, held_by=held_by), steps_taken=(*reminded(), given))
    today = HANDED_OVER + timedelta(days=30)
    ruled = under_rules(claim, sample_policy(), today=today).claim
    return recall_reason(ruled, paid_last_to_agency=False, today=today)


def test_one_who_is_held_since_calls_it_back_and_one_who_was_held_before_does_not() -> None:
    before, after = held(HANDED_OVER), held(HANDED_OVER + timedelta(days=1))
    assert at_the_agency({}) is None
    assert at_the_agency({NILS: before}) is None
    assert at_the_agency({NILS: after}) == DEBTOR_HELD
    assert at_the_agency({CILLA: after, NILS: before}) == DEBTOR_HELD
    assert at_the_agency({CILLA: before, NILS: before}) == DEBTOR_HELD
