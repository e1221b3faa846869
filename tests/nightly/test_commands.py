"""The verbs as an operator meets them: what they print, and the exit code that tells a scheduler.

    0 all went well    1 the work ended red    2 refused

The one rule: everything goes through the console command's own `main`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from reskontra.domain.rules import Policy
from reskontra.nightly import frame
from reskontra.nightly.cli import main
from tests.build import (
    DUE,
    REMINDED,
    a_bank_file,
    a_payment,
    an_invoice,
    an_invoice_file,
    one,
    party_of,
    person,
    rows,
    sample_policy,
    whole_database,
)
from tests.dunning.test_nights import without_parking

BEFORE = "2025-04-08"
Said = pytest.CaptureFixture[str]


def bill(folder: Path, *numbers: str) -> None:
    file = an_invoice_file(folder, *map(an_invoice, numbers))
    assert main(["intake", str(file), "--day", "2025-03-03"]) == 0


def bank_is_in(folder: Path) -> None:
    file = a_bank_file(folder, day=date.fromisoformat(BEFORE), name="empty.xml")
    assert main(["intake", str(file), "--day", f"{REMINDED}"]) == 0


def test_intake_says_in_a_line_what_a_file_came_to(db: None, tmp_path: Path, capsys: Said) -> None:
    bill(tmp_path, "1001", "1002")
    paid = (a_payment(30_000, "1001", bank_reference="A"), a_payment(100, bank_reference="B"))
    bank = a_bank_file(tmp_path, *paid, day=DUE)
    assert main(["intake", str(bank), "--day", "2025-04-01"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "invoices.jsonl: 2 invoices, 600.00 kr; 0 credits, 0 withdrawals",
        "bank.xml: 2 payments, 301.00 kr: 300.00 on claims, 0.00 too much, 1.00 unmatched;"
        " municipality up to 2025-03-31",
    ]


def test_a_file_read_before_is_said_to_be(db: None, tmp_path: Path, capsys: Said) -> None:
    bill(tmp_path, "1001")
    bill(tmp_path, "1001")
    assert "invoices.jsonl: has been read before; nothing was done" in capsys.readouterr().out


def test_a_file_of_no_known_format_is_refused_and_the_next_is_read(
    db: None, tmp_path: Path, capsys: Said
) -> None:
    strange = tmp_path / "holiday.txt"
    strange.write_text("sun and sand", encoding="utf-8")
    right = an_invoice_file(tmp_path, an_invoice("1001"))
    missing = tmp_path / "gone.jsonl"
    words = ["intake", str(strange), str(missing), str(right), "--day", "2025-03-03"]
    assert main(words) == 2
    said = capsys.readouterr()
    assert "holiday.txt has no known format" in said.err
    assert f"There is no file {missing}" in said.err
    assert one("SELECT count(*) FROM invoice") == 1


def test_a_refused_file_has_its_faults_told(db: None, tmp_path: Path, capsys: Said) -> None:
    file = an_invoice_file(tmp_path, an_invoice("1001", department="circus"))
    assert main(["intake", str(file), "--day", "2025-03-03"]) == 2
    assert "department" in capsys.readouterr().err


def test_a_night_tells_its_sums_and_prints_its_letters(
    db: None, tmp_path: Path, capsys: Said
) -> None:
    bill(tmp_path, "1001")
    bank_is_in(tmp_path)
    capsys.readouterr()
    assert main(["nightly", "--day", f"{REMINDED}"]) == 0
    folder = settings.RESKONTRA_DATA / "print" / f"{REMINDED}"
    assert capsys.readouterr().out.splitlines() == [
        "2025-04-09",
        "  1 claims looked at = 1 acted + 0 waiting + 0 stopped + 0 failed",
        "    acted reminder: 1",
        "  letters written, reminder: 1",
        f"  letters printed: 1, in {folder}",
        "  letters stopped, paid before they left: 0",
    ]
    assert len(list(folder.glob("*.pdf"))) == 1


def test_a_night_with_a_letter_that_cannot_be_made_ends_red_and_names_it(
    db: None, tmp_path: Path, capsys: Said
) -> None:
    unprintable = an_invoice("1002", party=person(2), recipient={"name": "Person \U0001f600"})
    file = an_invoice_file(tmp_path, an_invoice("1001"), unprintable)
    assert main(["intake", str(file), "--day", "2025-03-03"]) == 0
    bank_is_in(tmp_path)
    capsys.readouterr()
    assert main(["nightly", "--day", f"{REMINDED}"]) == 1
    party = party_of(2)
    letter = one("SELECT public_id FROM letter WHERE party_id = %s", party)
    said = capsys.readouterr().out.splitlines()
    assert "  letters printed: 1, in" in said[4]
    assert said[6].startswith(f"  FAILED letter {letter}, reminder to party {party}: NotRendered")
    assert said[7].startswith("  RED: letters that could not be made: 1;")
    assert main(["check", "--day", f"{REMINDED}"]) == 1
    assert f"letter {letter} (reminder, party id {party}), on" in capsys.readouterr().out
    assert main(["nightly", "--day", f"{REMINDED}"]) == 1


def test_a_night_may_leave_its_letters(db: None, tmp_path: Path) -> None:
    bill(tmp_path, "1001")
    bank_is_in(tmp_path)
    assert main(["nightly", "--day", f"{REMINDED}", "--no-letters"]) == 0
    assert rows("SELECT state FROM letter_event") == []


def test_a_dry_run_says_that_nothing_was_changed(db: None, tmp_path: Path, capsys: Said) -> None:
    bill(tmp_path, "1001")
    bank_is_in(tmp_path)
    before = whole_database()
    assert main(["nightly", "--day", f"{REMINDED}", "--dry-run"]) == 0
    assert "2025-04-09 (dry run: nothing was changed)" in capsys.readouterr().out
    assert whole_database() == before


def test_a_night_without_its_bank_files_is_refused_and_says_how_to_go_on(
    db: None, tmp_path: Path, capsys: Said
) -> None:
    bill(tmp_path, "1001")
    assert main(["nightly", "--day", f"{REMINDED}"]) == 2
    said = capsys.readouterr().err
    assert "no bank file up to 2025-04-08 is in for municipality" in said
    assert "--without-bank-files" in said
    assert one("SELECT count(*) FROM run") == 0


def test_the_override_is_recorded_with_who_and_why(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "eva")
    bill(tmp_path, "1001")
    words = ["nightly", "--day", f"{REMINDED}", "--without-bank-files", "the bank is closed"]
    assert main(words) == 0
    assert one("SELECT without_bank_files FROM run") == (
        "municipality up to 2025-04-08: eva: the bank is closed"
    )


def test_a_night_with_a_failed_unit_ends_red_and_names_it(
    db: None, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    bill(tmp_path, "1001")
    bank_is_in(tmp_path)
    policies: list[Policy] = [without_parking()]
    monkeypatch.setattr(frame, "policy", lambda: policies[0])
    assert main(["nightly", "--day", f"{REMINDED}"]) == 1
    said = capsys.readouterr().out
    assert f"FAILED party {party_of(1)}, 1 claims: NoProcedure: No procedure of" in said
    assert "RED: the failed units above are tried again" in said
    policies[0] = sample_policy()
    assert main(["nightly", "--day", f"{REMINDED}"]) == 0
    assert "acted reminder: 1" in capsys.readouterr().out


@pytest.mark.parametrize("verb", [["nightly"], ["check"], ["intake", "a.jsonl"]])
def test_a_day_to_come_is_refused(db: None, verb: list[str], capsys: Said) -> None:
    assert main([*verb, "--day", "2999-01-01"]) == 2
    assert "2999-01-01 has not come" in capsys.readouterr().err


def test_a_day_that_has_passed_is_refused(db: None, capsys: Said) -> None:
    assert main(["nightly", "--day", f"{REMINDED}"]) == 0
    assert main(["nightly", "--day", BEFORE]) == 2
    assert "nothing is backdated" in capsys.readouterr().err


def test_a_refusal_is_told_in_the_language_of_the_terminal(
    db: None, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    bill(tmp_path, "1001")
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert main(["nightly", "--day", f"{REMINDED}"]) == 2
    assert "kan inte köras" in capsys.readouterr().err


def test_unmatched_payments_are_listed(db: None, tmp_path: Path, capsys: Said) -> None:
    bill(tmp_path, "1001")
    lost = a_payment(12_345, text="hyran, tack", bank_reference="A")
    assert main(["intake", str(a_bank_file(tmp_path, lost, day=DUE)), "--day", "2025-04-01"]) == 0
    capsys.readouterr()
    assert main(["unmatched"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "     1  2025-03-31  municipality           123.45 kr  hyran, tack",
        "1 payments, 123.45 kr",
    ]
