"""Claims go to the agency once, news follows, and a claim is called back by what becomes of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connections, transaction
from django.test.utils import CaptureQueriesContext

from reskontra.casework.agency_steps import take_steps
from reskontra.casework.recalls import NotAtAgency, recall
from reskontra.domain.handover import HandoverState, Happening
from reskontra.formats import agency_case
from reskontra.formats.agency_case import Case, Told
from reskontra.intake.agency_placing import place_waiting
from reskontra.outgoing.agency_carrier import AgencyDidNotTake, FolderCarrier, Registration
from reskontra.records import handovers, steps
from tests.agency.at_the_agency import (
    HANDED_OVER,
    LATER,
    AtTheAgency,
    a_handed_over_town,
    a_message,
    handover_of,
    registered,
)
from tests.build import (
    REMINDED,
    a_credit,
    a_municipality,
    a_payment,
    a_withdrawal,
    an_invoice,
    open_ore,
    party_of,
    rows,
    sample_policy,
)


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAgency:
    """Two claims handed over, nothing sent."""
    return a_handed_over_town(tmp_path)


def hold(kind: str, *, number: str = "1001") -> None:
    """A person sets a hold on an invoice."""
    ((invoice,),) = rows("SELECT id FROM invoice WHERE number = %s", number)
    new = steps.NewHold(
        party=party_of(1),
        invoice=invoice,
        kind=kind,
        first_day=LATER,
        last_day=None,
        reason="Fel pris",
        decided_by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        steps.add_hold(cursor, new)


def test_each_claim_is_sent_once_with_its_copy(place: AtTheAgency) -> None:
    assert place.send(HANDED_OVER).cases == 2
    assert place.send(HANDED_OVER).cases == 0
    assert place.told() == ["case.json", "case.json"]
    reference = handover_of("1001").reference
    case = agency_case.read(
        (place.folder / f"{reference}.case.json").read_bytes(), name="case.json"
    )
    assert isinstance(case, Case)
    assert (case.invoice.number, case.principal_ore, case.creditor.code) == (
        "1001",
        30_000,
        "municipality",
    )
    assert case.interest is not None
    assert case.interest.percent.endswith("0")
    assert [each.date for each in case.reminders]
    assert (place.folder / f"{case.invoice.pdf}").read_bytes().startswith(b"%PDF")
    assert handover_of("1001").state is HandoverState.SENT


def test_what_was_paid_before_it_left_is_not_sent(place: AtTheAgency) -> None:
    place.town.pay(a_payment(30_000, "1001"), day=HANDED_OVER)
    sent = place.send(HANDED_OVER + timedelta(days=1))
    assert (sent.cases, sent.recalls) == (1, 0)
    assert handover_of("1001").state is HandoverState.CLOSED
    assert not handover_of("1001").pays_agency


def test_money_and_credits_afterwards_are_told_once(place: AtTheAgency) -> None:
    place.send(HANDED_OVER)
    place.town.pay(a_payment(10_000, "1001"), day=LATER)
    place.town.bill(a_credit("9001", of="1002", amount_ore=5_000, day=LATER), day=LATER)
    assert place.send(LATER).told == 2
    assert place.send(LATER).told == 0
    assert handover_of("1001").pays_agency


@pytest.mark.parametrize("kind", ["dispute", "installment_plan", "death", "protected_identity"])
def test_a_hold_that_no_agency_may_press_through_recalls(place: AtTheAgency, kind: str) -> None:
    place.send(HANDED_OVER)
    hold(kind)
    assert place.send(LATER).recalls == 1
    assert handover_of("1001").state is HandoverState.RECALLED
    assert handover_of("1002").pays_agency
    assert place.send(LATER).recalls == 0


def test_a_hold_that_only_lets_us_wait_does_not_recall(place: AtTheAgency) -> None:
    place.send(HANDED_OVER)
    hold("payment_reported")
    assert place.send(LATER).recalls == 0


@pytest.mark.parametrize("way", ["paid", "credited", "withdrawn"])
def test_a_claim_settled_with_us_is_called_back(place: AtTheAgency, way: str) -> None:
    place.send(HANDED_OVER)
    if way == "paid":
        place.town.pay(a_payment(30_000, "1001"), day=LATER)
    elif way == "credited":
        place.town.bill(a_credit("9001", of="1001", amount_ore=30_000, day=LATER), day=LATER)
    else:
        place.town.bill(a_withdrawal("1001", day=LATER), day=LATER)
    sent = place.send(LATER)
    assert sent.recalls == 1
    (reason,) = rows("SELECT text FROM handover_event WHERE kind = 'recall_asked'")
    assert reason == (way,)


def test_a_person_calls_back_and_only_once(place: AtTheAgency) -> None:
    place.send(HANDED_OVER)
    key = handover_of("1001").invoice
    with transaction.atomic(), connections["default"].cursor() as cursor:
        recall(cursor, invoice=key, number="1001", reason="avtal", day=LATER)
    with (
        pytest.raises(NotAtAgency),
        transaction.atomic(),
        connections["default"].cursor() as cursor,
    ):
        recall(cursor, invoice=key, number="1001", reason="avtal", day=LATER)


def test_a_protected_identity_never_leaves(db: None, tmp_path: Path) -> None:
    place = a_handed_over_town(tmp_path, recipient={"protected_identity": True, "address": []})
    assert place.send(HANDED_OVER).cases == 0
    assert place.told() == []
    assert not rows("SELECT 1 FROM handover")


def test_a_night_with_nothing_to_tell_costs_nothing_however_much_lies_there(
    db: None, tmp_path: Path
) -> None:
    place = a_handed_over_town(tmp_path, *(f"{number}" for number in range(1003, 1013)))
    place.send(HANDED_OVER)
    place.returns(LATER, registered(), a_message("demand", pay_by="2025-06-02"))
    place.send(LATER)
    with CaptureQueriesContext(connections["default"]) as asked:
        place.send(LATER + timedelta(days=1))
        place_waiting(day=LATER)
        take_steps(policy=sample_policy(), today=LATER)
    statements = [each["sql"] for each in asked]
    assert len(statements) == 3, "one look each for claims, messages and steps"
    assert rows("SELECT 1 FROM claim_state WHERE agency_look_on IS NOT NULL") == []
    assert rows("SELECT 1 FROM agency_message_waiting WHERE waits") == []
    with transaction.atomic(), connections["default"].cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {statements[0]}")
        assert "claim_state_for_agency" in " ".join(line for (line,) in cursor.fetchall())


def test_only_what_has_happened_is_looked_at(db: None, tmp_path: Path) -> None:
    place = a_handed_over_town(tmp_path, *(f"{number}" for number in range(1003, 1013)))
    place.send(HANDED_OVER)
    place.town.pay(a_payment(10_000, "1001"), day=LATER)
    hold("dispute", number="1002")
    with connections["default"].cursor() as cursor:
        looked = handovers.to_look_at(cursor, day=LATER)
    assert sorted(rows("SELECT number FROM invoice WHERE id = ANY(%s)", looked)) == [
        ("1001",),
        ("1002",),
    ]


def lift(kind: str, *, day: date) -> None:
    """A person ends the hold: `day` is the first that it does not hold."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        ((key,),) = rows("SELECT id FROM hold WHERE kind = %s", kind)
        steps.lift_hold(
            cursor,
            hold=key,
            last_day=day - timedelta(days=1),
            look_on=day,
            reason="avgjort",
            by="A. Ek",
        )


def given(number: str = "1001") -> list[tuple[date, str]]:
    """When the invoice has been handed over, and why it had come back before."""
    return rows(
        "SELECT h.day, h.after FROM handover h JOIN invoice i ON i.id = h.invoice_id"
        " WHERE i.number = %s ORDER BY h.id",
        number,
    )


@pytest.mark.parametrize("kind", ["dispute", "installment_plan"])
def test_a_claim_goes_again_when_what_it_came_back_for_is_over(
    place: AtTheAgency, kind: str
) -> None:
    place.send(HANDED_OVER)
    hold(kind)
    place.send(LATER)
    again = LATER + timedelta(days=3)
    place.town.night(LATER + timedelta(days=2))
    assert given() == [(HANDED_OVER, "")]
    lift(kind, day=again)
    place.town.night(again)
    assert given() == [(HANDED_OVER, ""), (again, kind)]
    assert place.send(again).cases == 1
    assert handover_of("1001").pays_agency
    place.town.night(again + timedelta(days=1))
    assert given() == [(HANDED_OVER, ""), (again, kind)]
    assert rows("SELECT count(*) FROM step_taken WHERE step = 'hand_over'") == [(2,)]


@pytest.mark.parametrize("kind", ["death", "bankruptcy", "protected_identity", "minor"])
def test_after_some_holds_a_person_decides_what_becomes_of_the_claim(
    place: AtTheAgency, kind: str
) -> None:
    place.send(HANDED_OVER)
    hold(kind)
    place.send(LATER)
    lift(kind, day=LATER + timedelta(days=1))
    place.town.night(LATER + timedelta(days=1))
    assert given() == [(HANDED_OVER, "")]
    assert not handover_of("1001").pays_agency


def test_a_claim_whose_payment_the_bank_takes_back_goes_again(place: AtTheAgency) -> None:
    place.send(HANDED_OVER)
    place.town.pay(a_payment(30_000, "1001"), day=LATER)
    place.send(LATER)
    day = LATER + timedelta(days=1)
    place.town.pay(a_payment(30_000, "1001", reversal=True), day=day)
    assert open_ore("1001") == 30_000
    place.town.night(day + timedelta(days=1))
    assert given() == [(HANDED_OVER, ""), (day + timedelta(days=1), "paid")]


def test_no_claim_goes_to_an_agency_during_a_dispute(db: None, tmp_path: Path) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    town.night(REMINDED)
    new = steps.NewHold(
        party=party_of(1),
        invoice=None,
        kind="dispute",
        first_day=REMINDED + timedelta(days=1),
        last_day=None,
        reason="Fel pris",
        decided_by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        steps.add_hold(cursor, new)
    town.night(HANDED_OVER)
    assert given() == []


def test_a_night_run_twice_hands_over_once_and_the_database_refuses_another(
    place: AtTheAgency,
) -> None:
    place.town.night(HANDED_OVER)
    assert given() == [(HANDED_OVER, "")]
    with pytest.raises(IntegrityError, match="handover_once"), transaction.atomic():
        rows(
            "INSERT INTO handover (invoice_id, party_id, agency, bankgiro, day, principal_ore,"
            " fee_ore, interest_ore) SELECT invoice_id, party_id, agency, bankgiro, day, 1, 0, 0"
            " FROM handover RETURNING id"
        )


class StopsAt:
    """A way to the agency that stops after so many pieces of news, before it is noted."""

    def __init__(self, folder: Path, count: int) -> None:
        self._way, self._left = FolderCarrier(folder), count

    def register(self, case: Case, copy: bytes) -> Registration | None:
        self._way.register(case, copy)
        self._stop()
        return None

    def tell(self, told: Told, *, case_number: str) -> None:
        self._way.tell(told, case_number=case_number)
        self._stop()

    def _stop(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise KeyboardInterrupt


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_stopped_anywhere_and_run_again_ends_the_same(place: AtTheAgency, count: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        place.send(HANDED_OVER, StopsAt(place.folder, 0))
    place.send(HANDED_OVER)
    place.town.pay(a_payment(10_000, "1001"), a_payment(50_000, "1002"), day=LATER)
    try:
        place.send(LATER, StopsAt(place.folder, count))
    except KeyboardInterrupt:
        place.send(LATER)
    assert [name.partition("-")[0] for name in place.told()] == [
        "case.json",
        "case.json",
        "recall.json",
        "told",
        "told",
    ]
    assert place.send(LATER).told == 0


def test_what_the_agency_does_not_take_is_tried_again(place: AtTheAgency) -> None:
    class Closed(StopsAt):
        def register(self, case: Case, copy: bytes) -> Registration | None:
            raise AgencyDidNotTake(reference=case.reference, why="503")

    assert len(place.send(HANDED_OVER, Closed(place.folder, 9)).failures) == 2
    assert Happening.SENT not in handover_of("1001").happened
    assert place.send(HANDED_OVER).cases == 2
