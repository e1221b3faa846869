"""`reskontra authority`, as a case officer types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reskontra.nightly.cli import main
from tests.authority.at_the_authority import APPLIED, LATER, AtTheAuthority, a_demanded_town
from tests.build import steps_taken


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAuthority:
    """Two moorings that a course is proposed for."""
    return a_demanded_town(tmp_path)


def typed(*words: str) -> None:
    assert main(["authority", *words]) == 0


def test_a_claim_goes_from_its_proposal_to_a_verdict(
    place: AtTheAuthority, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("waiting", "--day", f"{APPLIED}")
    assert "1001: enforcement_authority is proposed" in capsys.readouterr().out
    by = ("--decided-by", "E. Lind", "--day", f"{APPLIED}")
    typed("course", "1001", "enforcement_authority", *by)
    typed("course", "1002", "monitoring", "--reason", "saknar tillgångar", *by)
    place.town.night(APPLIED)
    place.send(APPLIED)
    assert {"order_to_pay", "monitoring"} <= {step for _, step, _ in steps_taken()}
    typed("tell", "1001", "contested", "--on", f"{LATER}", "--day", f"{LATER}")
    capsys.readouterr()
    typed("waiting", "--day", f"{LATER}")
    assert "1001: contested; a court must be asked for by" in capsys.readouterr().out
    decided = ("--reason", "vi står fast", "--decided-by", "E. Lind", "--day", f"{LATER}")
    typed("court", "1001", *decided)
    typed("tell", "1001", "verdict", "--on", f"{LATER}", "--day", f"{LATER}")
    capsys.readouterr()
    typed("status", "1001", "--day", f"{LATER}")
    told = capsys.readouterr().out
    assert "1001: verdict" in told
    assert f"record of non-payment: {LATER} to 2028-06-23" in told


def test_an_interruption_has_its_proof(place: AtTheAuthority) -> None:
    words = ("--proof", "mejl, dnr 17", "--decided-by", "E. Lind", "--day", f"{LATER}")
    typed("interrupt", "1001", "acknowledged", *words)
