"""How a claim ends, and where money goes: in the books, and to whom it belongs.

The one rule: real files and real rows; whatever is decided, no öre is there twice.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from jsonschema import Draft202012Validator

from reskontra.casework import money, refunds
from reskontra.casework.refunds import Account
from reskontra.domain.refusal import Refused
from reskontra.formats.payout_file import json_schema
from reskontra.nightly.cli import REFUSED, main
from reskontra.outgoing.payout_files import send
from reskontra.records import money_waiting
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    DUE,
    MUNICIPALITY,
    WATER,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    books,
    ledger,
    one,
    open_ore,
    person,
    rows,
    sample_policy,
)

TODAY = date(2025, 4, 2)
POLICY = sample_policy()
ACCOUNT = Account(kind="account", number="800011234567", payee="Cilla Ek")


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Three invoices to one person, one of them for water; money for the first two of another."""
    town = a_municipality(tmp_path)
    town.bill(
        an_invoice("1001"),
        an_invoice("1002"),
        an_invoice("3001", creditor=WATER, kind="water"),
        an_invoice("2001", party=person(2)),
    )
    return town


@contextmanager
def deciding() -> Iterator[CursorWrapper]:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        yield cursor


def invoice(number: str) -> int:
    found = one("SELECT id FROM invoice WHERE number = %s", number)
    assert isinstance(found, int)
    return found


def holds() -> bool:
    return [fault for check in CHECKS for fault in run_check(check)] == []


def test_a_credit_lowers_what_is_owed_and_its_reason_is_kept(town: Municipality) -> None:
    with deciding() as cursor:
        money.credit(
            cursor,
            invoice=invoice("1001"),
            amount_ore=10_000,
            reason="fel pris",
            policy=POLICY,
            today=TODAY,
        )
    assert books("1001")[-1] == ("credit", "credited", "receivable", 10_000)
    assert (open_ore("1001"), holds()) == (20_000, True)
    assert one("SELECT cause FROM entry WHERE kind = 'credit'") == "fel pris"


def test_a_withdrawn_invoice_gives_back_what_was_paid(town: Municipality) -> None:
    town.pay(a_payment(10_000, "1001"))
    with deciding() as cursor:
        money.withdraw(cursor, invoice=invoice("1001"), reason="dubbel", policy=POLICY, today=TODAY)
    assert books("1001")[-2:] == [
        ("withdrawal", "withdrawn", "receivable", 20_000),
        ("withdrawal", "withdrawn", "overpaid", 10_000),
    ]
    assert (open_ore("1001"), holds()) == (0, True)


def test_what_is_written_off_is_recovered_when_money_comes(town: Municipality) -> None:
    with deciding() as cursor:
        assert _write_off(cursor, "1001") == 30_000
    assert (open_ore("1001"), ledger()["written_off"]) == (0, 30_000)
    town.pay(a_payment(40_000, "1001", value_date=date(2025, 5, 2)), day=date(2025, 5, 2))
    assert books("1001")[-3:] == [
        ("recovery", "receivable", "written_off", 30_000),
        ("payment", "bank", "receivable", 30_000),
        ("payment", "bank", "overpaid", 10_000),
    ]
    assert (ledger().get("written_off"), holds()) == (0, True)
    with deciding() as cursor:
        (found,) = money_waiting.recovered(cursor, since=TODAY)
    assert (found.number, found.amount_ore) == ("1001", 30_000)


def _write_off(cursor: CursorWrapper, number: str) -> int:
    return money.write_off(
        cursor, invoice=invoice(number), reason="dödsbo", policy=POLICY, today=TODAY
    )


def test_what_is_written_down_is_owed_as_before(town: Municipality) -> None:
    with deciding() as cursor:
        money.write_down(
            cursor, invoice=invoice("1001"), reason="gammal", policy=POLICY, today=TODAY
        )
    assert books("1001")[-1] == ("write_down", "expected_loss", "written_down", 30_000)
    assert (open_ore("1001"), holds()) == (30_000, True)


def unmatched_payment(town: Municipality, amount_ore: int = 45_000, **said: str) -> int:
    town.pay(a_payment(amount_ore, text=said.get("text", "hej"), payer_name=said.get("payer", "")))
    found = one("SELECT max(id) FROM payment")
    assert isinstance(found, int)
    return found


def test_money_without_a_claim_is_placed_in_parts(town: Municipality) -> None:
    payment = unmatched_payment(town)
    with deciding() as cursor:
        _place(cursor, payment, "1001", 20_000)
        _place(cursor, payment, "1002", None)
    assert (open_ore("1001"), open_ore("1002")) == (10_000, 5_000)
    assert rows(
        "SELECT DISTINCT value_date, booking_date FROM entry WHERE debit = 'unmatched'"
    ) == [(DUE, TODAY)]
    assert (ledger().get("unmatched"), holds()) == (0, True)


def _place(cursor: CursorWrapper, payment: int, number: str, amount_ore: int | None) -> int:
    return money.place(
        cursor,
        payment=payment,
        invoice=invoice(number),
        amount_ore=amount_ore,
        policy=POLICY,
        today=TODAY,
    )


def test_what_the_claim_does_not_owe_is_kept_there_for_the_payer(town: Municipality) -> None:
    payment = unmatched_payment(town)
    with deciding() as cursor:
        _place(cursor, payment, "1001", None)
    assert books("1001")[-1] == ("payment", "unmatched", "overpaid", 15_000)


def test_money_waits_with_what_it_may_be_for(town: Municipality) -> None:
    unmatched_payment(town, text="faktura 1002, tack")
    with deciding() as cursor:
        (found,) = money_waiting.unmatched(cursor)
    assert (found.amount_ore, found.suggestions) == (45_000, ("1002",))


def test_what_is_too_much_moves_when_its_payer_agrees(town: Municipality) -> None:
    town.pay(a_payment(50_000, "1001"))
    with deciding() as cursor:
        assert _move(cursor, "1001", "1002", consent="per telefon") == 20_000
    assert books("1001")[-1] == ("move", "overpaid", "unmatched", 20_000)
    assert books("1002")[-1] == ("payment", "unmatched", "receivable", 20_000)
    assert (open_ore("1002"), ledger().get("overpaid"), holds()) == (10_000, 0, True)


def _move(cursor: CursorWrapper, number: str, to: str, *, consent: str) -> int:
    return money.move(
        cursor,
        from_invoice=invoice(number),
        to_invoice=invoice(to),
        amount_ore=None,
        consent=consent,
        policy=POLICY,
        today=TODAY,
    )


def order(cursor: CursorWrapper, number: str, amount_ore: int | None = None) -> UUID:
    return refunds.order(
        cursor,
        invoice=invoice(number),
        amount_ore=amount_ore,
        account=ACCOUNT,
        reason="dubbelbetalt",
        by="A. Ek",
        policy=POLICY,
        today=TODAY,
    )


def test_what_is_too_much_is_paid_back_once(town: Municipality, tmp_path: Path) -> None:
    town.pay(a_payment(50_000, "1001"))
    with deciding() as cursor:
        key = order(cursor, "1001")
        with pytest.raises(refunds.NothingTooMuch):
            order(cursor, "1001", 1)
        with pytest.raises(refunds.SamePerson):
            refunds.approve(cursor, key, by="A. Ek", today=TODAY)
        refunds.approve(cursor, key, by="B. Lund", today=TODAY)
        with pytest.raises(refunds.NotInThatState):
            refunds.approve(cursor, key, by="B. Lund", today=TODAY)
    for times in (1, 0):
        sent = send(day=TODAY, folder=tmp_path / "out", policy=POLICY)
        assert (sent.count, sent.total_ore) == (times, 20_000 * times)
    assert books("1001")[-1] == ("payout", "overpaid", "bank_out", 20_000)
    assert (ledger()["bank_out"], holds()) == (-20_000, True)
    with deciding() as cursor, pytest.raises(refunds.NothingTooMuch):
        order(cursor, "1001")


def test_the_file_says_whom_to_pay_and_keeps_to_its_schema(
    town: Municipality, tmp_path: Path
) -> None:
    town.pay(a_payment(50_000, "1001"))
    with deciding() as cursor:
        key = order(cursor, "1001")
        refunds.approve(cursor, key, by="B. Lund", today=TODAY)
    (name,) = send(day=TODAY, folder=tmp_path, policy=POLICY).files
    file = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator(json_schema()).validate(file)
    assert (file["creditor"], file["count"], file["total_ore"]) == (MUNICIPALITY, 1, 20_000)
    assert file["payouts"][0] == {
        "reference": str(key),
        "amount_ore": 20_000,
        "account_kind": "account",
        "account": "800011234567",
        "payee": "Cilla Ek",
        "message": "Återbetalning faktura 1001",
    }
    with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        (line,) = csv.DictReader(stream)
    assert line["reference"] == str(key)


def test_a_file_that_was_cut_off_is_written_again_and_one_taken_away_is_not(
    town: Municipality, tmp_path: Path
) -> None:
    town.pay(a_payment(50_000, "1001"))
    with deciding() as cursor:
        refunds.approve(cursor, order(cursor, "1001"), by="B. Lund", today=TODAY)
    blocked = tmp_path / "blocked"
    blocked.write_text("here no folder can be", encoding="utf-8")
    with pytest.raises(FileExistsError):
        send(day=TODAY, folder=blocked, policy=POLICY)
    assert ledger()["bank_out"] == -20_000
    folder = tmp_path / "out"
    assert send(day=TODAY, folder=folder, policy=POLICY).count == 0
    (written,) = folder.glob("*.json")
    written.unlink()
    send(day=TODAY, folder=folder, policy=POLICY)
    assert not list(folder.glob("*.json"))


def test_a_pay_out_that_came_back_may_be_ordered_anew(town: Municipality, tmp_path: Path) -> None:
    town.pay(a_payment(50_000, "1001"))
    with deciding() as cursor:
        key = order(cursor, "1001")
        refunds.approve(cursor, key, by="B. Lund", today=TODAY)
    send(day=TODAY, folder=tmp_path, policy=POLICY)
    with deciding() as cursor:
        refunds.came_back(cursor, key, by="A. Ek", today=TODAY, reason="kontot är avslutat")
        with pytest.raises(refunds.NotInThatState):
            refunds.came_back(cursor, key, by="A. Ek", today=TODAY, reason="igen")
        order(cursor, "1001")
    assert (ledger()["bank_out"], holds()) == (0, True)


def test_money_that_the_bank_took_back_meanwhile_is_not_paid_out(
    town: Municipality, tmp_path: Path
) -> None:
    town.pay(a_payment(50_000, "1001"))
    with deciding() as cursor:
        refunds.approve(cursor, order(cursor, "1001"), by="B. Lund", today=TODAY)
    town.pay(a_payment(50_000, "1001", reversal=True, value_date=TODAY), day=TODAY)
    sent = send(day=TODAY, folder=tmp_path, policy=POLICY)
    assert (sent.count, len(sent.lacking)) == (0, 1)
    assert "bank_out" not in ledger()


def test_money_without_a_claim_is_sent_back_and_not_placed_too(
    town: Municipality, tmp_path: Path
) -> None:
    payment = unmatched_payment(town)
    with deciding() as cursor:
        key = refunds.send_back(
            cursor,
            payment=payment,
            amount_ore=None,
            account=ACCOUNT,
            reason="fel mottagare",
            by="A. Ek",
            today=TODAY,
        )
        with pytest.raises(money.SoMuchIsNotThere):
            _place(cursor, payment, "1001", 1)
        refunds.approve(cursor, key, by="B. Lund", today=TODAY)
    assert send(day=TODAY, folder=tmp_path, policy=POLICY).total_ore == 45_000
    assert (ledger().get("unmatched"), ledger()["bank_out"], holds()) == (0, -45_000, True)


def _credit(cursor: CursorWrapper) -> None:
    money.credit(
        cursor,
        invoice=invoice("1001"),
        amount_ore=30_001,
        reason="–",
        policy=POLICY,
        today=TODAY,
    )


def _withdraw_twice(cursor: CursorWrapper) -> None:
    for _ in range(2):
        money.withdraw(cursor, invoice=invoice("1001"), reason="–", policy=POLICY, today=TODAY)


def _write_down_twice(cursor: CursorWrapper) -> None:
    for _ in range(2):
        money.write_down(cursor, invoice=invoice("1001"), reason="–", policy=POLICY, today=TODAY)


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        (_credit, money.CreditTooLarge),
        (_withdraw_twice, money.WithdrawnAlready),
        (lambda cursor: [_write_off(cursor, "1001") for _ in range(2)], money.NothingOwed),
        (_write_down_twice, money.WrittenDownAlready),
        (lambda cursor: _move(cursor, "2001", "1002", consent=""), money.MeantForThis),
        (lambda cursor: _move(cursor, "2001", "3001", consent="ja"), money.AnotherCreditor),
        (lambda cursor: _move(cursor, "1001", "1002", consent="ja"), money.SoMuchIsNotThere),
        (lambda cursor: order(cursor, "1001"), refunds.NothingTooMuch),
        (lambda cursor: _place(cursor, 1, "3001", None), money.AnotherCreditor),
        (lambda cursor: _place(cursor, 4711, "1001", None), money.SoMuchIsNotThere),
    ],
)
def test_what_may_not_be_is_refused(
    town: Municipality, deed: Callable[[CursorWrapper], object], refusal: type[Refused]
) -> None:
    unmatched_payment(town)
    town.pay(a_payment(40_000, "2001"))
    with pytest.raises(refusal), deciding() as cursor:
        deed(cursor)


@pytest.mark.parametrize(
    ("kind", "number", "payee"),
    [
        ("account", "8000-1", "C"),
        ("account", "8000-1 12345x7", "C"),
        ("bankgiro", "1234-5678", "C"),
        ("account", "8000-1 1234567", " "),
    ],
)
def test_what_is_no_account_is_refused(kind: str, number: str, payee: str) -> None:
    with pytest.raises(Refused):
        refunds.read_account(kind=kind, number=number, payee=payee)


def test_the_verbs_list_place_and_pay_back(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    payment = unmatched_payment(town, text="faktura 1001")
    day = ["--day", f"{TODAY}"]
    assert main(["unmatched"]) == 0
    assert "for 1001?" in capsys.readouterr().out
    assert main(["unmatched", "place", f"{payment}", "1001", "--by", "A. Ek", *day]) == 0
    assert main(["refunds"]) == 0
    assert "1001  150.00 kr: paid out" in capsys.readouterr().out
    to = ["--account", "8000-1 1234567", "--payee", "C. Ek", "--reason", "för mycket"]
    assert main(["refunds", "order", "1001", *to, "--by", "A. Ek", *day]) == 0
    key = str(one("SELECT public_id FROM payout"))
    assert main(["refunds", "approve", key, "--by", "A. Ek", *day]) == REFUSED
    assert main(["refunds", "approve", key, "--by", "B. Lund", *day]) == 0
    assert main(["refunds", "send", *day]) == 0
    assert "1 pay-outs, 150.00 kr" in capsys.readouterr().out
