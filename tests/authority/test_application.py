"""What the Enforcement Authority is told, when, and what is refused before that.

The one rule: everything is applied for by a person's decision, and withdrawn by itself.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import matters as casework
from reskontra.domain.course import Course, NothingProposed, WhyOtherwise
from reskontra.domain.enforcement import (
    News,
    NotAtAuthority,
    NotContested,
    State,
    TooLateForCourt,
)
from reskontra.domain.limitation import LapsedBefore
from reskontra.formats import authority_case
from reskontra.outgoing.application_pdf import application_pdf
from reskontra.records import courses, matters, steps
from reskontra.records.check import CHECKS, run_check
from reskontra.records.steps import NewHold
from tests.authority.at_the_authority import (
    APPLIED,
    LATER,
    PROPOSED,
    WARNED,
    AtTheAuthority,
    a_demanded_town,
    a_message,
    case_of,
    invoice_of,
)
from tests.build import (
    a_payment,
    an_invoice,
    books,
    one,
    open_ore,
    party_of,
    sample_policy,
    steps_taken,
)
from tests.outgoing.verapdf.runner import FLAVOURS, verdicts

COSTS_ORE = 68_000
"""What an application for an order to pay adds."""


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAuthority:
    """Two moorings that a course is proposed for."""
    return a_demanded_town(tmp_path)


def taken(number: str) -> list[str]:
    return [step for other, step, _ in steps_taken() if other == number]


def test_the_proposal_waits_for_a_person(place: AtTheAuthority) -> None:
    with connections["default"].cursor() as cursor:
        waiting = courses.waiting(cursor)
    assert [(each.number, each.course, each.day) for each in waiting] == [
        ("1001", Course.ENFORCEMENT_AUTHORITY, PROPOSED),
        ("1002", Course.ENFORCEMENT_AUTHORITY, PROPOSED),
    ]
    place.town.night(APPLIED)
    assert "order_to_pay" not in taken("1001")


def test_what_is_decided_is_followed_and_nothing_else(place: AtTheAuthority) -> None:
    place.decide("1001", "monitoring", reason="saknar tillgångar")
    place.decide("1002", "enforcement_authority")
    place.town.night(APPLIED)
    assert taken("1001")[-1] == "monitoring"
    assert taken("1002")[-1] == "order_to_pay"
    with connections["default"].cursor() as cursor:
        assert courses.waiting(cursor) == []


def test_another_course_needs_a_reason(place: AtTheAuthority) -> None:
    with pytest.raises(WhyOtherwise):
        place.decide("1001", "write_off")


def test_no_course_is_decided_before_it_is_proposed(db: None, tmp_path: Path) -> None:
    place = a_demanded_town(tmp_path)
    place.town.bill(an_invoice("1003", kind="mooring", department="property"))
    with pytest.raises(NothingProposed):
        place.decide("1003", "enforcement_authority")


def test_the_application_says_what_the_authority_asks_for(place: AtTheAuthority) -> None:
    place.apply()
    told = place.file_of("1001", "application")
    assert told["matter"] == "order_to_pay"
    assert told["principal_ore"] == 600_000
    assert told["fees_left_ore"] == 18_000
    assert told["costs"] == [
        {"cost": "application_fee", "amount_ore": 30_000},
        {"cost": "own_work", "amount_ore": 38_000},
    ]
    assert told["interest"]["capital_ore"] == 600_000
    assert told["interest"]["accrued_ore"] > 0
    assert told["court_if_contested"] == "tingsrätten"
    assert "1001" in told["ground"]
    assert "Ett inkassokrav skickades 2025-04-24" in told["ground"]
    assert "bankgiro" not in str(told).lower(), "nobody is told where to pay"
    assert [each["kind"] for each in told["sent_before"]] == [
        "reminder",
        "collection_demand",
        "notice",
    ]


def test_its_costs_are_on_the_claim_with_their_ground(place: AtTheAuthority) -> None:
    place.apply()
    assert open_ore("1001") == 600_000 + 18_000 + 68_000
    assert books("1001")[-2:] == [
        ("fee", "fee_receivable", "fee_income", 30_000),
        ("fee", "fee_receivable", "fee_income", 38_000),
    ]


def test_it_is_sent_once(place: AtTheAuthority) -> None:
    place.apply()
    before = place.told()
    assert place.send(APPLIED).applications == 0
    assert place.told() == before == ["application.json"] * 2 + ["pdf"] * 2


def test_the_pdf_is_tagged_and_the_same_each_time(place: AtTheAuthority) -> None:
    place.apply()
    with connections["default"].cursor() as cursor:
        text = matters.prepared(cursor, case_of("1001").key)
    application = authority_case.read(text, name="application")
    assert isinstance(application, authority_case.Application)
    pdf = application_pdf(application)
    assert pdf == application_pdf(application)
    assert b"/MarkInfo" in pdf
    assert b"pdfuaid" in pdf


def test_money_reduces_it_and_all_of_it_withdraws_it(place: AtTheAuthority) -> None:
    place.apply()
    place.town.pay(a_payment(100_000, "1001"), day=LATER)
    place.town.pay(a_payment(open_ore("1002"), "1002"), day=LATER)
    sent = place.send(LATER)
    assert (sent.reductions, sent.withdrawals, sent.failures) == (2, 1, [])
    assert place.file_of("1002", "withdrawal")["reason"] == "paid"
    assert case_of("1002").matter.state is State.WITHDRAWN
    assert case_of("1001").matter.state is State.APPLIED
    assert place.send(LATER) == type(sent)()


def test_what_was_never_sent_is_closed_at_once(place: AtTheAuthority) -> None:
    place.decide("1001", "enforcement_authority")
    place.town.night(APPLIED)
    place.town.pay(a_payment(open_ore("1001"), "1001"), day=APPLIED)
    assert place.send(APPLIED).applications == 0
    assert case_of("1001").has(News.WITHDRAWN)
    assert place.told() == []


def costs_undone(number: str) -> int:
    return sum(row[3] for row in books(number) if row[0] == "undo" and row[1] == "fee_income")


@pytest.mark.parametrize("paid_ore", [COSTS_ORE, 0])
def test_its_costs_are_reversed_when_it_was_never_sent(
    place: AtTheAuthority, paid_ore: int
) -> None:
    """Whether the debtor paid them with the rest, or only what was owed before."""
    before_ore = open_ore("1001")
    place.decide("1001", "enforcement_authority")
    place.town.night(APPLIED)
    assert open_ore("1001") == before_ore + COSTS_ORE
    place.town.pay(a_payment(before_ore + paid_ore, "1001"), day=APPLIED)
    place.send(APPLIED)
    assert (open_ore("1001"), costs_undone("1001")) == (0, COSTS_ORE)
    overpaid = one("SELECT sum(amount_ore) FROM entry WHERE credit = 'overpaid'") or 0
    assert overpaid == paid_ore
    assert case_of("1001").has(News.WITHDRAWN)
    assert place.told() == []
    assert [fault for check in CHECKS for fault in run_check(check)] == []


def test_what_has_left_keeps_its_costs(place: AtTheAuthority) -> None:
    place.apply()
    place.town.pay(a_payment(open_ore("1001"), "1001"), day=LATER)
    place.send(LATER)
    assert case_of("1001").matter.state is State.WITHDRAWN
    assert costs_undone("1001") == 0


def test_a_dispute_stops_the_demand_and_the_application(place: AtTheAuthority) -> None:
    place.decide("1001", "enforcement_authority")
    with transaction.atomic(), connections["default"].cursor() as cursor:
        held = NewHold(
            party=party_of(1),
            invoice=invoice_of("1001"),
            kind="dispute",
            first_day=APPLIED,
            last_day=None,
            reason="ingen båt",
            decided_by="E. Lind",
        )
        steps.add_hold(cursor, held)
    place.town.night(APPLIED)
    assert "order_to_pay" not in taken("1001")


def test_nothing_is_applied_for_before_the_demands_day(db: None, tmp_path: Path) -> None:
    place = a_demanded_town(tmp_path)
    demand = next(day for number, step, day in steps_taken() if step == "collection_demand")
    applied = [day for _, step, day in steps_taken() if step == "order_to_pay"]
    assert applied == []
    assert demand + timedelta(days=8) < WARNED + timedelta(days=10) < PROPOSED
    place.apply()


def ask(reason: str = "vi står fast", *, day: date = LATER) -> str:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        return casework.ask_for_court(
            cursor,
            invoice=invoice_of("1001"),
            number="1001",
            reason=reason,
            policy=sample_policy(),
            today=day,
        )


def test_a_contested_matter_goes_to_the_right_court(place: AtTheAuthority) -> None:
    place.apply()
    with pytest.raises(NotContested):
        ask()
    place.hear(a_message("contested", text="jag hade ingen båt"))
    assert ask() == "district_court"
    place.send(LATER)
    assert place.file_of("1001", "court")["court"] == "tingsrätten"
    assert place.send(LATER).courts == 0


def test_not_when_the_time_has_passed(place: AtTheAuthority) -> None:
    place.apply()
    place.hear(a_message("contested"))
    with pytest.raises(TooLateForCourt):
        ask(day=LATER + timedelta(weeks=4, days=1))


def test_a_person_withdraws_it_once(place: AtTheAuthority) -> None:
    place.apply()

    def withdraw() -> None:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            casework.withdraw(
                cursor,
                invoice=invoice_of("1001"),
                number="1001",
                reason="överenskommelse",
                by="E. Lind",
                today=LATER,
            )

    withdraw()
    place.send(LATER)
    assert place.file_of("1001", "withdrawal")["reason"] == "E. Lind: överenskommelse"
    with pytest.raises(NotAtAuthority):
        withdraw()


def test_what_has_lapsed_is_not_waked(place: AtTheAuthority) -> None:
    with (
        pytest.raises(LapsedBefore),
        transaction.atomic(),
        connections["default"].cursor() as cursor,
    ):
        casework.interrupt(
            cursor,
            invoice=invoice_of("1001"),
            number="1001",
            cause="acknowledged",
            proof="mejl",
            by="E. Lind",
            policy=sample_policy(),
            today=date(2028, 3, 5),
        )


def test_the_application_is_accessible_and_fit_for_the_archive(
    place: AtTheAuthority, tmp_path: Path
) -> None:
    place.apply()
    said = json.dumps(place.file_of("1001", "application"))
    pdf = tmp_path / "application.pdf"
    pdf.write_bytes(application_pdf(authority_case.Application.model_validate_json(said)))
    found = verdicts((pdf,), into=tmp_path)
    assert [(verdict.flavour, verdict.broken) for verdict in found if not verdict.passed] == []
    assert {verdict.flavour for verdict in found} == set(FLAVOURS)
    assert min(verdict.checks for verdict in found) > 100
