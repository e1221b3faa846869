"""Objections, by the command that people use, and what is refused.

The one rule: real rows, through the real doors; what is refused leaves nothing behind.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connections, transaction

from reskontra.casework.dispute import DisputedAlready, NotDisputed, dispute, settle_dispute
from reskontra.casework.reports import Report, report
from reskontra.domain.disputing import MoreThanDisputed, NotAPart, NothingToDispute
from reskontra.domain.reporting import NotOpen, ReportedBefore
from reskontra.dunning.timeline import timeline
from reskontra.nightly.cli import REFUSED, main
from reskontra.outgoing import send_out
from reskontra.portal.detail import invoice_values
from reskontra.records import access
from reskontra.records.views import Citizen
from tests.build import (
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    books,
    one,
    open_ore,
    party_of,
    rows,
    sample_policy,
)

OBJECTED = date(2025, 4, 2)
HANDED_OVER = date(2025, 4, 24)


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """An invoice of 300 kr."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    return town


def object_to(amount_ore: int | None = None, *, day: date = OBJECTED, invoice: int = 1) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        dispute(
            cursor,
            invoice=invoice,
            amount_ore=amount_ore,
            reason="en timme för mycket",
            by="A. Ek",
            policy=sample_policy(),
            today=day,
        )


def settle(upheld_ore: int | None, *, day: date, invoice: int = 1) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        settle_dispute(
            cursor,
            invoice=invoice,
            upheld_ore=upheld_ore,
            reason="prövat",
            by="A. Ek",
            policy=sample_policy(),
            today=day,
        )


def test_the_letter_states_the_rest_and_says_what_is_disputed(town: Municipality) -> None:
    object_to(10_000)
    town.night(REMINDED)
    ((total_ore, data),) = rows("SELECT total_ore, data FROM letter")
    assert total_ore == 20_000
    assert '"disputed_ore":10000' in data


def test_what_is_handed_over_is_the_rest(town: Municipality) -> None:
    object_to(10_000)
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    assert rows("SELECT principal_ore, fee_ore FROM handover") == [(20_000, 0)]
    assert open_ore("1001") == 30_000


def test_a_letter_about_a_rest_that_is_paid_meanwhile_does_not_leave(
    town: Municipality, tmp_path: Path
) -> None:
    object_to(10_000)
    town.night(REMINDED)
    town.pay(a_payment(20_000, "1001"), day=date(2025, 4, 8))
    sent = send_out.send_out(day=REMINDED, folder=tmp_path / "print", policy=sample_policy())
    assert (sent.printed, sent.stopped) == (0, 1)


def test_a_part_that_is_rejected_after_the_reminder_has_an_invoice_that_says_so(
    town: Municipality,
) -> None:
    object_to(10_000)
    town.night(REMINDED)
    settle(4_000, day=date(2025, 4, 15))
    town.night(date(2025, 4, 15))
    assert books("1001")[1:] == [
        ("credit", "credited", "receivable", 4_000),
        ("credit", "credited", "receivable", 6_000),
    ]
    assert books("B1001") == [("invoice", "receivable", "income", 6_000)]
    ((data,),) = rows("SELECT data FROM letter WHERE template = 'invoice'")
    assert "ska betalas" in data
    assert one("SELECT part_of_hold_id FROM invoice WHERE number = 'B1001'") == 1


def test_a_dispute_that_has_been_billed_apart_is_settled_by_either_number(
    town: Municipality,
) -> None:
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    object_to(10_000, day=date(2025, 5, 2))
    town.night(date(2025, 5, 2))
    part = one("SELECT id FROM invoice WHERE number = 'B1001'")
    assert isinstance(part, int)
    with pytest.raises(DisputedAlready, match="B1001"):
        object_to(day=date(2025, 5, 5), invoice=part)
    settle(None, day=date(2025, 5, 5), invoice=1)
    assert open_ore("B1001") == 0
    with pytest.raises(NotDisputed):
        settle(None, day=date(2025, 5, 6), invoice=part)


def test_what_cannot_be_disputed_is_refused(town: Municipality) -> None:
    with pytest.raises(NotAPart, match="300,00"):
        object_to(40_000)
    with pytest.raises(NotDisputed, match="1001"):
        settle(None, day=OBJECTED)
    object_to(10_000)
    with pytest.raises(DisputedAlready, match="2025-04-02"):
        object_to(5_000, day=date(2025, 4, 3))
    with pytest.raises(MoreThanDisputed, match="100,00"):
        settle(10_001, day=date(2025, 4, 3))
    town.bill(an_invoice("1002"))
    town.pay(a_payment(30_000, "1002"))
    with pytest.raises(NothingToDispute, match="1002"):
        object_to(invoice=2)
    assert one("SELECT count(*) FROM hold") == 1


def test_no_demand_can_be_reported_during_a_dispute(town: Municipality) -> None:
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    object_to(day=date(2025, 4, 25))
    said = Report(invoice=1, step="collection_demand", day=date(2025, 4, 28), by="A. Ek")
    with (
        pytest.raises(NotOpen, match="dispute"),
        transaction.atomic(),
        connections["default"].cursor() as cursor,
    ):
        report(cursor, said, policy=sample_policy(), today=date(2025, 4, 28))


def test_a_fee_is_never_charged_twice(town: Municipality) -> None:
    """The demand that has its fee is one step of the claim, and a step is taken once."""
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    said = Report(invoice=1, step="collection_demand", day=date(2025, 4, 28), by="A. Ek")
    for again in (False, True):
        with transaction.atomic(), connections["default"].cursor() as cursor:
            if again:
                with pytest.raises(ReportedBefore, match="2025-04-28"):
                    report(cursor, said, policy=sample_policy(), today=date(2025, 4, 28))
            else:
                report(cursor, said, policy=sample_policy(), today=date(2025, 4, 28))


def test_the_command_records_an_objection_and_settles_it(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["--by", "A. Ek", "--purpose", "invändning"]
    said = ["dispute", "1001", "--amount", "100,00", "--reason", "en timme", "--day", "2025-04-02"]
    assert main([*said, *who]) == 0
    assert "100.00 of invoice 1001 waits" in capsys.readouterr().out
    assert main([*said, *who]) == REFUSED
    settled = ["dispute", "1001", "--upheld", "40,00", "--reason", "prövat", "--day", "2025-04-03"]
    assert main([*settled, *who]) == 0
    told = capsys.readouterr().out
    assert "40.00" in told
    assert "60.00" in told
    assert open_ore("1001") == 26_000


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_citizen_is_asked_for_the_rest_and_told_what_waits(
    town: Municipality, language: str
) -> None:
    object_to(10_000)
    public_id = one("SELECT public_id FROM invoice")
    assert isinstance(public_id, UUID)
    policy = sample_policy()
    detail = access.invoice(
        citizen=Citizen(party_id=party_of(1)), public_id=public_id, today=OBJECTED, policy=policy
    )
    values = invoice_values(
        detail,
        items=timeline(detail, policy=policy, today=OBJECTED),
        policy=policy,
        today=OBJECTED,
        language=language,
    )
    asked, told = values.sentences
    assert "200" in asked
    assert "100" in told
    assert values.pay_us is not None
    assert values.pay_us.amount.startswith("200")
    assert len(values.tags) == 2
    assert (detail.row.open_ore, detail.row.to_pay_ore) == (30_000, 20_000)
