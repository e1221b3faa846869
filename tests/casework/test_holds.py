"""What people let wait, and let go on; and what no hold, and no agency, lets happen.

The one rule: real rows, through the real doors; what is refused leaves nothing behind.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import decisions
from reskontra.casework.dispute import dispute
from reskontra.casework.holding import SettleInstead, hold, lift
from reskontra.casework.reports import Report, report
from reskontra.domain.reporting import NotOpen
from reskontra.records import access, representatives
from reskontra.records.access import PortalClosed
from reskontra.records.check import CHECKS, run_check
from reskontra.records.steps import NewHold
from reskontra.records.views import Citizen
from tests.build import (
    INVOICED,
    REMINDED,
    Municipality,
    a_municipality,
    an_invoice,
    one,
    party_of,
    rows,
    sample_policy,
    steps_taken,
)

DECIDED = date(2025, 4, 2)
HANDED_OVER = date(2025, 4, 24)
PROTECTED = {"protected_identity": True, "address": ["Hemliga gatan 7"]}


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """An invoice of 300 kr."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    return town


def let_wait(kind: str, *, day: date = DECIDED, until: date | None = None) -> None:
    new = NewHold(
        party=party_of(1),
        invoice=None,
        kind=kind,
        first_day=day,
        last_day=until,
        reason="enligt Navet",
        decided_by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        hold(cursor, new, policy=sample_policy(), today=day)


def let_go_on(*, day: date, key: int = 1) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        lift(cursor, hold=key, party=party_of(1), reason="avslutat", by="A. Ek", today=day)


def permit(day: date) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        decisions.clear(
            cursor,
            invoice=1,
            kind="protected_identity_permitted",
            finding="prövat mot OSL 22 kap. 1 §",
            by="A. Ek",
            roles=("case_officer",),
            policy=sample_policy(),
            day=day,
        )


@pytest.mark.parametrize(
    "kind",
    ["death", "bankruptcy", "debt_restructuring", "court_case", "social_services_pays"],
)
def test_nothing_is_done_about_what_such_a_debtor_owes_and_its_days_do_not_count(
    town: Municipality, kind: str
) -> None:
    let_wait(kind)
    town.bill(an_invoice("1002"), day=date(2025, 4, 3))
    town.night(REMINDED)
    assert not steps_taken()
    let_go_on(day=date(2025, 4, 10))
    town.night(date(2025, 4, 16))
    assert not steps_taken()
    town.night(date(2025, 4, 17))
    assert [step for step, *_ in steps_taken()] == ["1001", "1002"]


@pytest.mark.parametrize("kind", ["death", "bankruptcy", "dispute"])
def test_no_step_is_reported_during_a_hold(town: Municipality, kind: str) -> None:
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    let_wait(kind, day=date(2025, 4, 25))
    said = Report(invoice=1, step="collection_demand", day=date(2025, 4, 28), by="A. Ek")
    with pytest.raises(NotOpen, match=kind), connections["default"].cursor() as cursor:
        report(cursor, said, policy=sample_policy(), today=date(2025, 4, 28))


def test_a_protected_identity_goes_to_no_agency_until_a_person_permits_it(
    db: None, tmp_path: Path
) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", recipient=PROTECTED))
    for night in (REMINDED, HANDED_OVER, date(2025, 5, 26)):
        town.night(night)
    assert [step for _, step, _ in steps_taken()] == ["reminder"]
    assert one("SELECT count(*) FROM handover") == 0
    permit(date(2025, 5, 26))
    for night in (date(2025, 6, 9), date(2025, 6, 16)):
        town.night(night)
    assert [step for _, step, _ in steps_taken()] == ["reminder", "hand_over"]


def test_who_was_a_minor_is_met_by_no_collection_whatever_is_permitted(
    db: None, tmp_path: Path
) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", party="201005012388"))
    guardian = representatives.NewRepresentative(
        party=int(str(one("SELECT id FROM party"))),
        kind="guardian",
        instead=True,
        name="Karin Ek",
        address_lines=("Nygatan 2",),
        protected=False,
        first_day=INVOICED,
        last_day=None,
        reason="–",
        decided_by="A. Ek",
    )
    with connections["default"].cursor() as cursor:
        representatives.add(cursor, guardian)
    for night in (REMINDED, HANDED_OVER, date(2025, 6, 2)):
        town.night(night)
    assert [step for _, step, _ in steps_taken()] == ["reminder"]
    said = Report(invoice=1, step="collection_demand", day=date(2025, 6, 3), by="A. Ek")
    with pytest.raises(NotOpen), connections["default"].cursor() as cursor:
        report(cursor, said, policy=sample_policy(), today=date(2025, 6, 3))


def test_what_a_file_says_of_a_protected_identity_is_dated_and_a_person_is_not_overruled(
    db: None, tmp_path: Path
) -> None:
    town = a_municipality(tmp_path)
    kept = "SELECT kind, first_day, decided_by FROM hold"
    hidden = "SELECT protected_identity FROM party"
    town.bill(an_invoice("1001", recipient=PROTECTED))
    assert rows(kept) == [("protected_identity", date(2025, 3, 3), "invoice file")]
    assert one(hidden) is True
    town.bill(an_invoice("1002"), day=date(2025, 3, 10))
    assert rows("SELECT last_day, decided_by FROM hold_lifted") == [
        (date(2025, 3, 9), "invoice file")
    ]
    assert one(hidden) is False
    let_wait("protected_identity")
    town.bill(an_invoice("1003"), day=date(2025, 4, 3))
    assert one(hidden) is True
    assert one("SELECT count(*) FROM hold_lifted") == 1
    assert not [fault for check in CHECKS for fault in run_check(check)]


def test_nobody_signs_in_as_one_who_has_died(town: Municipality) -> None:
    who = Citizen(party_id=party_of(1))
    access.refuse_closed(citizen=who, policy=sample_policy(), today=DECIDED)
    let_wait("death")
    with pytest.raises(PortalClosed):
        access.refuse_closed(citizen=who, policy=sample_policy(), today=DECIDED)
    let_go_on(day=date(2025, 4, 3))
    access.refuse_closed(citizen=who, policy=sample_policy(), today=date(2025, 4, 3))


def test_a_disputed_part_is_settled_and_not_lifted(town: Municipality) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        dispute(
            cursor,
            invoice=1,
            amount_ore=10_000,
            reason="en timme",
            by="A. Ek",
            policy=sample_policy(),
            today=DECIDED,
        )
    with pytest.raises(SettleInstead):
        let_go_on(day=DECIDED)


def test_every_permission_is_a_finding_that_somebody_can_make() -> None:
    policy = sample_policy()
    permits = {rule.permitted_by for rule in policy.hold_rules.values() if rule.permitted_by}
    assert permits == {"protected_identity_permitted", "share_settled"}
    assert permits <= policy.clearance_kinds.keys()
