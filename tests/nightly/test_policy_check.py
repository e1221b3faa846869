"""`reskontra policy check`: what it tells of the national values on a given day."""

from __future__ import annotations

from datetime import date

import pytest

from reskontra.nightly import frame
from reskontra.nightly.cli import main


def checked(capsys: pytest.CaptureFixture[str], day: str) -> list[str]:
    assert main(["policy", "check", "--day", day]) == 0
    return capsys.readouterr().out.splitlines()


def test_every_value_that_is_not_verified_is_listed_with_the_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = checked(capsys, "2026-11-22")

    assert "Not verified: 13" in lines
    assert (
        "  law/limitation_of_care.yaml, 1990-01-01: 3 years: "
        "No case was found. Three years is the safe time to watch; ten years may hold."
    ) in lines


def test_the_reference_rate_is_told_to_end_with_the_year(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = checked(capsys, "2026-11-22")

    assert (
        "  law/reference_rate.yaml, 2026-07-01: 2,00 %: "
        "holds until 2026-12-31, 39 days from now; add the value from 2027-01-01"
    ) in lines
    assert not any(line.startswith("Not confirmed") for line in lines)


def test_a_year_later_every_value_wants_a_look(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "today", lambda: date(2027, 12, 1))

    lines = checked(capsys, "2027-12-01")

    assert "Not confirmed: 28" in lines
    assert any("held until 2026-12-31; no later day is counted" in line for line in lines)
