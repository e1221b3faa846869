"""A claim that the agency buys: in the books, for the citizen, and for the one who works with it.

The one rule: from the hand-over nothing of it is ours, and whatever comes to us for it is seen by a
person.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import money, undo_night
from reskontra.casework.recalls import OwnedByAgency, recall
from reskontra.casework.refunds_by_rule import course_of
from reskontra.domain.terms import RefundCourse, RefundRules
from reskontra.dunning.timeline import timeline
from reskontra.formats.agency_case import Case, read
from reskontra.formats.problems import FileRefused
from reskontra.intake import returns
from reskontra.nightly.cli import main
from reskontra.office import claims
from reskontra.office.work import LISTS, Asked
from reskontra.outgoing.agency_carrier import FolderCarrier
from reskontra.outgoing.hand_over import Order, send
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.portal.detail import InvoiceValues, invoice_values
from reskontra.portal.lists import ListValues, list_values
from reskontra.records import access, money_waiting, search
from reskontra.records.check import CHECKS, run_check
from reskontra.records.views import Citizen
from tests.agency.at_the_agency import AGENCY, HANDED_OVER, LATER, a_message, handover_of
from tests.build import (
    MUNICIPALITY,
    REMINDED,
    Municipality,
    a_credit,
    a_municipality,
    a_payment,
    an_invoice,
    books,
    one,
    open_ore,
    party_of,
)

RENT_ORE, FEE_ORE = 500_000, 6_000


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """A rent, reminded of at a cost, that the agency has bought by the sample's procedure."""
    shutil.copytree(SAMPLE, tmp_path / "policy")
    rent = tmp_path / "policy" / "municipality" / "procedures" / "rent.yaml"
    text = rent.read_text(encoding="utf-8")
    sold = text.replace("does: hand_over\n", "does: hand_over\n    transfers_claim: true\n")
    rent.write_text(sold, encoding="utf-8")
    town = a_municipality(tmp_path, load_policy(tmp_path / "policy"))
    town.bill(an_invoice("1001", kind="rent", amount_ore=RENT_ORE))
    town.night(REMINDED)
    town.night(HANDED_OVER)
    return town


def page(town: Municipality, language: str = "sv") -> InvoiceValues:
    """The invoice's page, as its recipient gets it."""
    citizen = Citizen(party_id=party_of(1))
    public_id = one("SELECT public_id FROM invoice")
    detail = access.invoice(
        citizen=citizen,
        public_id=public_id,  # type: ignore[arg-type]
        today=LATER,
        policy=town.policy,
    )
    items = timeline(detail, policy=town.policy, today=LATER)
    return invoice_values(detail, items=items, policy=town.policy, today=LATER, language=language)


def listed(town: Municipality, listing: str) -> ListValues:
    """One of the citizen's two lists."""
    found = access.invoices(
        citizen=Citizen(party_id=party_of(1)),
        listing=listing,
        sort="due",
        page=1,
        page_size=20,
        today=LATER,
        policy=town.policy,
    )
    return list_values(
        found,
        listing=listing,
        sort="due",
        only=access.EVERYTHING,
        search="",
        policy=town.policy,
        today=LATER,
        language="sv",
    )


def faults() -> list[str]:
    return [fault for check in CHECKS for fault in run_check(check)]


def test_each_part_is_sold_and_nothing_is_owed_to_us(town: Municipality) -> None:
    assert books("1001")[-2:] == [
        ("assignment", "sold", "receivable", RENT_ORE),
        ("assignment", "sold", "fee_receivable", FEE_ORE),
    ]
    given = handover_of("1001")
    assert given.assigned
    assert (given.balance.principal_ore, given.balance.fee_ore) == (RENT_ORE, FEE_ORE)
    assert open_ore("1001") == 0
    assert faults() == []


def test_the_agency_is_told_what_it_bought(town: Municipality, tmp_path: Path) -> None:
    folder = tmp_path / "agency"
    order = Order(day=HANDED_OVER, policy=town.policy, carrier_of=lambda *_: FolderCarrier(folder))
    assert send(order).cases == 1
    (file,) = folder.glob("*.case.json")
    case = read(file.read_text(encoding="utf-8"), name=file.name)
    assert isinstance(case, Case)
    assert case.transferred
    assert (case.principal_ore, case.fee_ore) == (RENT_ORE, FEE_ORE)


def test_the_citizen_reads_whom_to_pay_and_finds_it_among_the_unpaid(town: Municipality) -> None:
    told = page(town)
    assert told.sentences[0].replace("\xa0", " ") == (
        f"Fakturan överläts till {AGENCY} den 24 april 2025. Betala till dem, inte till oss."
    )
    assert told.pay_us is None
    assert told.pay_agency is not None
    assert "äger fakturan" in told.pay_agency.warning
    assert [tag.text for tag in told.tags] == ["Överlåten"]
    assert [tag.text for tag in page(town, "en").tags] == ["Transferred"]
    unpaid = listed(town, "unpaid")
    assert [row.amount for row in unpaid.rows] == [unpaid.at_agency]
    assert listed(town, "paid").rows == ()


def test_the_office_says_who_owns_it_and_that_nothing_follows(town: Municipality) -> None:
    with connections["default"].cursor() as cursor:
        public_id = search.public_id_of(cursor, handover_of("1001").invoice)
        subject = search.subject(cursor, public_id)
        assert subject is not None
        found = claims.claim_values(
            cursor, subject, policy=town.policy, today=LATER, language="sv"
        ).at_once
    assert found.status == "Överlåten"
    assert found.where.startswith(f"Överlåten till {AGENCY} 2025-04-24")
    assert (found.next, found.waits) == ("", ())


def test_what_is_paid_to_the_agency_is_not_ours_to_book(town: Municipality) -> None:
    before = books("1001")
    file = town.folder / "told.jsonl"
    paid = a_message("payment", principal_ore=5_000)
    back = a_message("taken_back", payment="payment-1001")
    for said in (paid, back):
        file.write_text(json.dumps(said), encoding="utf-8")
        returns.take_in(file, day=LATER, policy=town.policy)
    assert books("1001") == before
    assert faults() == []


def test_money_that_comes_to_us_waits_for_a_person(town: Municipality) -> None:
    rules = RefundRules(kept_below_ore=10_000)
    ours = replace(town.policy.creditors[MUNICIPALITY], refunds=rules)
    policy = replace(town.policy, creditors={**town.policy.creditors, MUNICIPALITY: ours})
    town.pay(a_payment(5_000, "1001"), day=LATER)
    assert books("1001")[-1] == ("payment", "bank", "overpaid", 5_000)
    with connections["default"].cursor() as cursor:
        asked = Asked(cursor=cursor, policy=policy, today=LATER)
        rows = LISTS["overpaid"].rows(asked)
        assert [each.waiting.number for each in rows] == ["1001"]
        assert LISTS["overpaid"].count(asked) == 1
        (found,) = money_waiting.overpaid(cursor)
    assert course_of(found, policy) is RefundCourse.PAID_OUT
    assert "50,00 kr" in page(town).sentences[1].replace("\xa0", " ")
    assert faults() == []


def test_nobody_calls_it_back_lowers_it_or_undoes_it(town: Municipality) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = handover_of("1001").invoice
        with pytest.raises(OwnedByAgency, match=AGENCY):
            recall(cursor, invoice=invoice, number="1001", reason="avtal", day=LATER)
        with pytest.raises(money.SoldAlready):
            money.withdraw(cursor, invoice=invoice, reason="fel", policy=town.policy, today=LATER)
    with pytest.raises(FileRefused, match="no agency owns"):
        town.bill(a_credit("9001", of="1001", amount_ore=1_000, day=LATER), day=LATER)
    for night in (HANDED_OVER, REMINDED):
        order = undo_night.Order(
            night=night,
            reason="fel",
            by="E. Lind",
            today=LATER,
            not_before=date(2025, 5, 13),
            policy=town.policy,
        )
        assert [left.sold for left in undo_night.look(order).left] == [True]
        with pytest.raises(undo_night.AllStands):
            undo_night.undo(order, confirm=0)
    assert open_ore("1001") == 0


def test_no_step_of_ours_follows_even_when_the_agency_has_ended_it(town: Municipality) -> None:
    file = town.folder / "closed.jsonl"
    file.write_text(json.dumps(a_message("closed", reason="paid")), encoding="utf-8")
    returns.take_in(file, day=LATER, policy=town.policy)
    steps = one("SELECT count(*) FROM step_taken")
    town.night(date(2025, 5, 13))
    assert one("SELECT count(*) FROM step_taken") == steps
    told = page(town)
    assert (told.pay_us, told.pay_agency) == (None, None)
    assert "avslutat ärendet" in told.sentences[0]
    assert len(listed(town, "paid").rows) == 1
    assert main(["agency", "status", "1001"]) == 0
