"""`reskontra policy explain` and `draw`: a procedure as a person at a terminal asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reskontra.nightly.cli import main
from reskontra.policy.load import SAMPLE

RENT = SAMPLE / "municipality" / "procedures" / "rent.yaml"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["policy", *arguments]) == 0
    return capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ").splitlines()


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["policy", *arguments]) == 2
    return capsys.readouterr().err


def test_a_procedure_is_told_with_the_days_of_an_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = told(
        capsys, "explain", "water", "--due", "2026-03-31", "--amount", "500 kr", "--language", "sv"
    )

    assert lines[0] == "Granviks Vatten och Avfall AB: water"
    assert "    13 april 2026: Påminnelse; betala senast 27 april 2026" in lines
    assert "2. Påminnelse (reminder)" in lines
    assert any("En faktura på 500 kr för vatten och avlopp" in line for line in lines)
    assert all(len(line) <= 100 for line in lines)


def test_a_file_is_told_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "explain", str(RENT), "--due", "2026-03-31", "--language", "en")

    assert lines[0] == "Granviks kommun: rent"
    assert "    9 April 2026: Reminder; pay by 20 April 2026; 60 kr" in lines


def test_the_terminal_s_language_and_today_are_taken_when_none_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert "Anstånd (deferral)" in told(capsys, "explain", "rent")


def test_a_procedure_is_drawn(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "water.svg"

    assert told(capsys, "draw", "water", "--out", str(out), "--language", "en") == [f"wrote {out}"]
    assert out.read_text(encoding="utf-8").startswith("<svg ")


def test_a_name_that_several_creditors_have_is_asked_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "municipality, water_company" in refused(capsys, "explain", "interest")
    lines = told(capsys, "explain", "interest", "--creditor", "municipality")
    assert lines[0] == "Granviks kommun: interest"


def test_a_name_that_none_has_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "municipality rent" in refused(capsys, "explain", "rnet")
    assert "of water_company" in refused(capsys, "explain", "rent", "--creditor", "water_company")


def test_an_amount_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "not an amount" in refused(capsys, "explain", "rent", "--amount", "much")
