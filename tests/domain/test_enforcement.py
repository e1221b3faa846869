"""A matter at the Enforcement Authority: where it stands, the record, the court, the courses.

The one rule: news may come in any order, and what it comes to is the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice, permutations

import pytest

from reskontra.domain.claim import StepTaken
from reskontra.domain.course import Course, UnknownCourse, WhyOtherwise, course_of, decided
from reskontra.domain.court import NoCourt, court_for
from reskontra.domain.dunning import ENFORCEABLE, Act, Stopped, assess_step
from reskontra.domain.enforcement import (
    NO_ASSETS,
    Event,
    Matter,
    News,
    NotContested,
    Route,
    State,
    TooLateForCourt,
    may_ask_for_court,
    record_of,
    with_matters,
    withdrawal_reason,
)
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.step import Step
from reskontra.policy.load import SAMPLE, load_policy
from tests.domain.claims import a_claim

SENT, SERVED, CONTESTED, VERDICT = (date(2025, month, 2) for month in (6, 7, 8, 9))
LIFE = (
    Event(News.PREPARED, SENT),
    Event(News.SENT, SENT),
    Event(News.RECEIVED, SENT),
    Event(News.SERVED, SERVED),
    Event(News.CONTESTED, CONTESTED),
    Event(News.VERDICT, VERDICT),
)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SAMPLE)


def matter(*events: Event, route: Route = Route.ORDER_TO_PAY) -> Matter:
    return Matter(route=route, day=SENT, events=events)


def test_the_order_of_the_news_does_not_matter(policy: Policy) -> None:
    wanted = matter(*LIFE)
    for order in islice(permutations(LIFE), 0, None, 11):
        found = matter(*order)
        assert found.state is State.VERDICT
        assert set(found.holds()) == set(wanted.holds())
        assert set(found.findings()) == set(wanted.findings())
        assert set(found.breaks()) == set(wanted.breaks())
        assert record_of([found], PartyKind.PERSON, policy.law) == record_of(
            [wanted], PartyKind.PERSON, policy.law
        )


@pytest.mark.parametrize(
    ("known", "state"),
    [(0, State.WAITING), (2, State.APPLIED), (4, State.SERVED), (5, State.CONTESTED)],
)
def test_it_stands_where_the_furthest_news_leave_it(known: int, state: State) -> None:
    assert matter(*LIFE[:known]).state is state


def test_a_contest_holds_the_claim_until_a_court_has_decided() -> None:
    (hold,) = matter(*LIFE[:5]).holds()
    assert hold.covers(CONTESTED)
    assert hold.covers(date(2026, 1, 1))
    (ended,) = matter(*LIFE).holds()
    assert not ended.covers(VERDICT)


def test_a_person_has_no_record_before_the_verdict(policy: Policy) -> None:
    for known in range(len(LIFE)):
        assert record_of([matter(*LIFE[:known])], PartyKind.PERSON, policy.law) is None
    record = record_of([matter(*LIFE)], PartyKind.PERSON, policy.law)
    assert record is not None
    assert (record.since, record.until) == (VERDICT, date(2028, 9, 2))


def test_a_company_has_one_from_the_application(policy: Policy) -> None:
    record = record_of([matter(*LIFE[:2])], PartyKind.ORGANIZATION, policy.law)
    assert record is not None
    assert (record.since, record.until) == (SENT, date(2027, 6, 2))


def test_nothing_to_take_is_a_finding_that_monitoring_goes_on_from() -> None:
    found = matter(Event(News.ENDED, VERDICT, NO_ASSETS), route=Route.ENFORCEMENT)
    assert [each.kind for each in found.findings()] == ["enforcement_failed"]


def test_a_court_is_found_by_what_the_claim_is_owed_by(policy: Policy) -> None:
    assert court_for({"agreement"}, policy.courts) == "district_court"
    assert court_for({"water_tariff"}, policy.courts) == "land_and_environment_court"
    with pytest.raises(NoCourt):
        court_for({"supervision"}, policy.courts)
    with pytest.raises(NoCourt):
        court_for({"agreement", "water_tariff"}, policy.courts)


def test_a_court_is_asked_for_when_it_is_contested_and_in_time(policy: Policy) -> None:
    contested = matter(*LIFE[:5])
    may_ask_for_court(contested, number="1", law=policy.law, today=date(2025, 8, 30))
    with pytest.raises(TooLateForCourt):
        may_ask_for_court(contested, number="1", law=policy.law, today=date(2025, 8, 31))
    with pytest.raises(NotContested):
        may_ask_for_court(matter(*LIFE[:4]), number="1", law=policy.law, today=SERVED)
    with pytest.raises(NotContested):
        may_ask_for_court(matter(*LIFE), number="1", law=policy.law, today=VERDICT)


def test_another_course_than_proposed_needs_a_reason() -> None:
    assert decided(Course.AGENCY, proposed=Course.AGENCY, reason="") == "as proposed"
    assert decided(Course.AGENCY, proposed=Course.MONITORING, reason=" ny ") == "ny"
    with pytest.raises(WhyOtherwise):
        decided(Course.AGENCY, proposed=Course.MONITORING, reason=" ")
    with pytest.raises(UnknownCourse):
        course_of("forget")


def test_a_lapsed_claim_is_withdrawn_and_collected_by_nobody() -> None:
    claim = replace(a_claim(), lapsed_on=date(2025, 1, 1))
    taken = claim.with_step(StepTaken(name="order_to_pay", day=SENT, pay_by=None))
    found = replace(matter(*LIFE[:2]), step="order_to_pay")
    reason = withdrawal_reason(taken, found, paid_last_to_collector=False, today=SENT)
    assert reason == "lapsed"
    reason = withdrawal_reason(claim, found, paid_last_to_collector=False, today=SENT)
    assert reason == "undone"


def test_a_matter_gives_the_claim_its_findings_and_interruption() -> None:
    claim = with_matters(replace(a_claim(), matters=(matter(*LIFE),)))
    assert claim.cleared_on("served") == SERVED
    assert claim.cleared_on("verdict") == VERDICT
    assert [each.day for each in claim.breaks] == [SENT]
    assert claim.at_authority


def an_application(policy: Policy) -> tuple[Procedure, Step]:
    procedures = policy.creditors["municipality"].procedures
    procedure = next(each for each in procedures if each.name == "mooring")
    step = procedure.step("order_to_pay")
    assert step is not None
    return procedure, step


def test_a_fee_for_supervision_is_stopped_on_its_way_to_the_authority(policy: Policy) -> None:
    """Also when only a line of the invoice is such a fee, which no file can tell beforehand."""
    procedure, step = an_application(policy)
    procedure = replace(procedure, grounds={**procedure.grounds, "inspection": "supervision"})
    proposed = StepTaken(name="course", day=date(2025, 8, 1), pay_by=None)
    claim = replace(a_claim().with_step(proposed), services=frozenset({"inspection"}))
    outcome = assess_step(claim, procedure, step, date(2025, 9, 1))
    assert isinstance(outcome, Stopped)
    assert outcome.by == (ENFORCEABLE,)
    assert not isinstance(outcome, Act)
