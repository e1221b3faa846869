"""Invoice files become invoices, credits and withdrawals, or are refused with every fault.

The one rule: of a refused file, nothing at all is kept.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reskontra.domain.identity import ocr_number
from reskontra.formats.problems import FileRefused
from reskontra.intake import invoices
from reskontra.records import files
from tests.build import (
    DUE,
    INVOICED,
    ORGANIZATION,
    WATER,
    Municipality,
    Record,
    a_credit,
    a_municipality,
    a_payment,
    a_withdrawal,
    an_invoice,
    an_invoice_file,
    books,
    ledger,
    looked_at_on,
    ocr_of,
    one,
    open_ore,
    person,
    rows,
    whole_database,
)

CORRECTED = date(2025, 4, 2)
A_PDF = b"%PDF-1.7 just enough to be taken for one"


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Nobody owes anything."""
    return a_municipality(tmp_path)


def problems(town: Municipality, *records: Record) -> list[tuple[int, str]]:
    """(line, field) of every fault of a file that is refused; nothing of it may be kept."""
    before = whole_database()
    with pytest.raises(FileRefused) as refused:
        town.bill(*records)
    assert whole_database() == before
    assert refused.value.count == len(refused.value.problems)
    return sorted((problem.line, problem.field) for problem in refused.value.problems)


def test_an_invoice_is_kept_with_all_that_belongs_to_it(town: Municipality) -> None:
    line = {"text": "Vatten", "service": "water", "amount_ore": 10_000, "vat_ore": 2_000}
    rest = {"text": "Avfall", "service": "waste", "amount_ore": 5_000, "vat_ore": 1_000}
    receipt = town.bill(
        an_invoice(
            "1001",
            creditor=WATER,
            kind="water",
            our_reference="Eva Lind",
            lines=[line, rest],
            total_ore=15_000,
        )
    )
    assert (receipt.invoices, receipt.billed_ore) == (1, 15_000)
    assert rows("SELECT number, ocr_number, our_reference, services, total_ore FROM invoice") == [
        ("1001", ocr_of("1001"), "Eva Lind", ["waste", "water"], 15_000)
    ]
    assert rows("SELECT position, text, amount_ore, vat_ore FROM invoice_line ORDER BY 1") == [
        (1, "Vatten", 10_000, 2_000),
        (2, "Avfall", 5_000, 1_000),
    ]
    assert books("1001") == [("invoice", "receivable", "income", 15_000)]
    assert rows("SELECT value_date, booking_date FROM entry") == [(INVOICED, INVOICED)]
    assert open_ore("1001") == 15_000


def test_a_new_claim_is_first_looked_at_when_its_first_step_may_come(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    assert looked_at_on("1001") == date(2025, 4, 7)


def test_a_party_follows_the_latest_file(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    moved = {"name": "Nytt Namn", "address": ["Nygatan 2"], "language": "en"}
    town.bill(an_invoice("1002", recipient=moved))
    assert rows("SELECT name, address_lines, language, kind FROM party") == [
        ("Nytt Namn", ["Nygatan 2"], "en", "person")
    ]


def test_an_organization_is_a_party_of_its_kind(town: Municipality) -> None:
    town.bill(an_invoice("1001", party=ORGANIZATION))
    assert one("SELECT kind FROM party") == "organization"


def test_an_estate_remains_one_whatever_later_files_leave_unsaid(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    town.bill(an_invoice("1002", recipient={"estate": True}), an_invoice("1003"))
    town.bill(an_invoice("1004"))
    assert rows("SELECT kind FROM party") == [("estate",)]


def test_the_same_number_may_come_from_two_creditors(town: Municipality) -> None:
    town.bill(an_invoice("1001"), an_invoice("1001", creditor=WATER, kind="water"))
    assert one("SELECT count(*) FROM invoice") == 2


def test_a_pdf_beside_the_file_is_kept(town: Municipality) -> None:
    (town.folder / "1001.pdf").write_bytes(A_PDF)
    town.bill(an_invoice("1001", pdf="1001.pdf"))
    assert files.read(str(one("SELECT pdf_digest FROM invoice"))) == A_PDF


def test_a_file_read_twice_does_nothing(town: Municipality) -> None:
    file = an_invoice_file(town.folder, an_invoice("1001"))
    invoices.take_in(file, day=INVOICED, policy=town.policy)
    before = whole_database()
    assert invoices.take_in(file, day=DUE, policy=town.policy).known_already
    assert whole_database() == before


def test_every_fault_of_every_line_is_told(town: Municipality) -> None:
    (town.folder / "not.pdf").write_bytes(b"GIF89a")
    own = ocr_number("98123")
    line = {"text": "Avgift", "service": "juggling", "amount_ore": 30_000, "vat_ore": 0}
    found = problems(
        town,
        an_invoice("1001"),
        an_invoice("1002", creditor="county"),
        an_invoice("1003", kind="juggling"),
        an_invoice("1004", department="circus"),
        an_invoice("1005", lines=[line]),
        an_invoice("1006", ocr_number=own),
        an_invoice("1007", pdf="missing.pdf"),
        an_invoice("1008", pdf="not.pdf"),
        an_invoice("1009", total_ore=1),
        an_invoice("1010", recipient={"identity_number": "190001019999"}),
        an_invoice("1011", invoiced=date(2019, 3, 3), due=date(2019, 3, 31)),
        an_invoice("1001", ocr_number=ocr_of("77")),
    )
    assert found == [
        (2, "creditor"),
        (3, "kind"),
        (3, "lines[1].service"),
        (4, "department"),
        (5, "lines[1].service"),
        (6, "ocr_number"),
        (7, "pdf"),
        (8, "pdf"),
        (9, "total_ore"),
        (10, "recipient.identity_number"),
        (11, "kind"),
        (12, "number"),
    ]


def test_a_line_has_all_its_faults_told(town: Municipality) -> None:
    wrong = an_invoice("1001", kind="juggling", department="circus", ocr_number=ocr_number("981"))
    assert problems(town, wrong) == [
        (1, "department"),
        (1, "kind"),
        (1, "lines[1].service"),
        (1, "ocr_number"),
    ]


def test_marks_and_facility_are_kept(town: Municipality) -> None:
    town.bill(an_invoice("1001", marks=["tenant", "e_invoice"], facility="A-17"))
    assert rows("SELECT marks, facility FROM invoice") == [(["e_invoice", "tenant"], "A-17")]


def test_a_mark_that_the_policy_does_not_know_is_refused(town: Municipality) -> None:
    marked = an_invoice("1001", marks=["tenant", "left_handed"])
    assert problems(town, marked) == [(1, "marks[2]")]


def test_numbers_that_earlier_files_have_used_are_refused(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    again = an_invoice("1002", ocr_number=ocr_of("1001"))
    assert problems(town, an_invoice("1001", ocr_number=ocr_of("77")), again) == [
        (1, "number"),
        (2, "ocr_number"),
    ]


def test_faults_far_apart_are_told_together(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(invoices, "CHUNK_RECORDS", 2)
    records = [an_invoice(f"{number}") for number in range(1001, 1009)]
    for wrong in (records[0], records[5], records[7]):
        wrong["department"] = "circus"
    assert [line for line, _ in problems(town, *records)] == [1, 6, 8]


def test_chunks_are_kept_as_one_file(town: Municipality, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invoices, "CHUNK_RECORDS", 2)
    town.bill(*(an_invoice(f"{number}", party=person(number)) for number in range(1001, 1006)))
    assert one("SELECT count(*) FROM claim_state") == 5


def test_an_invoice_may_be_corrected_in_the_file_that_brings_it(town: Municipality) -> None:
    town.bill(
        an_invoice("1001"),
        an_invoice("1002"),
        a_withdrawal("1001", day=INVOICED),
        a_credit("9001", of="1002", amount_ore=10_000, day=INVOICED),
    )
    assert (open_ore("1001"), open_ore("1002")) == (0, 20_000)


def test_a_credit_takes_something_off(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    receipt = town.bill(a_credit("9001", of="1001", amount_ore=10_000, day=CORRECTED))
    assert receipt.credits == 1
    assert books("1001")[-1] == ("credit", "credited", "receivable", 10_000)
    assert open_ore("1001") == 20_000


def test_a_credit_of_what_has_been_paid_is_the_payers_money(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    town.pay(a_payment(25_000, "1001"))
    town.bill(a_credit("9001", of="1001", amount_ore=10_000, day=CORRECTED))
    assert books("1001")[-2:] == [
        ("credit", "credited", "receivable", 5_000),
        ("credit", "credited", "overpaid", 5_000),
    ]
    assert open_ore("1001") == 0


def test_a_credit_above_what_is_left_is_refused(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    assert problems(town, a_credit("9001", of="1001", amount_ore=30_001, day=CORRECTED)) == [
        (1, "amount_ore")
    ]


def test_two_credits_together_above_the_invoice_are_refused(town: Municipality) -> None:
    town.bill(an_invoice("1001"))
    found = problems(
        town,
        a_credit("9001", of="1001", amount_ore=20_000, day=CORRECTED),
        a_credit("9002", of="1001", amount_ore=10_001, day=CORRECTED),
    )
    assert found == [(2, "amount_ore")]


@pytest.mark.parametrize(
    ("paid_ore", "entries"),
    [
        (0, [("withdrawal", "withdrawn", "receivable", 30_000)]),
        (
            10_000,
            [
                ("withdrawal", "withdrawn", "receivable", 20_000),
                ("withdrawal", "withdrawn", "overpaid", 10_000),
            ],
        ),
        (30_000, [("withdrawal", "withdrawn", "overpaid", 30_000)]),
    ],
    ids=["unpaid", "part paid", "paid"],
)
def test_a_withdrawn_invoice_is_owed_no_more_and_what_was_paid_is_the_payers(
    town: Municipality, paid_ore: int, entries: list[tuple[str, str, str, int]]
) -> None:
    town.bill(an_invoice("1001"))
    if paid_ore:
        town.pay(a_payment(paid_ore, "1001"))
    receipt = town.bill(a_withdrawal("1001", day=CORRECTED), day=CORRECTED)
    assert receipt.withdrawals == 1
    assert books("1001")[-len(entries) :] == entries
    assert open_ore("1001") == 0
    assert ledger().get("overpaid", 0) == -paid_ore


def test_a_withdrawal_takes_the_fees_off_too(town: Municipality) -> None:
    town.bill(an_invoice("1001", kind="rent"))
    town.night(date(2025, 4, 7))
    assert open_ore("1001") == 36_000
    town.bill(a_withdrawal("1001", day=date(2025, 4, 8)), day=date(2025, 4, 8))
    assert (open_ore("1001"), ledger()["fee_receivable"]) == (0, 0)


@pytest.mark.parametrize(
    "records",
    [
        (a_withdrawal("1001", day=CORRECTED),),
        (a_credit("9001", of="1001", amount_ore=30_000, day=CORRECTED),),
    ],
    ids=["withdrawn", "wholly credited"],
)
def test_what_is_withdrawn_or_wholly_credited_cannot_be_withdrawn(
    town: Municipality, records: tuple[Record, ...]
) -> None:
    town.bill(an_invoice("1001"))
    town.bill(*records)
    assert problems(town, a_withdrawal("1001", day=DUE)) == [(1, "withdraws")]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (a_withdrawal("4711", day=CORRECTED), "withdraws"),
        (a_credit("9001", of="4711", amount_ore=1, day=CORRECTED), "credits"),
        (a_withdrawal("1001", day=CORRECTED, creditor=WATER), "withdraws"),
        (a_withdrawal("1001", day=CORRECTED, creditor="county"), "creditor"),
    ],
    ids=["withdrawal", "credit", "another creditor's", "unknown creditor"],
)
def test_what_is_corrected_must_be_there(town: Municipality, record: Record, field: str) -> None:
    town.bill(an_invoice("1001"))
    assert problems(town, record) == [(1, field)]
