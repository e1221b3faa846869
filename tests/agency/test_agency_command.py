"""`reskontra agency`: send, take, status, recall and waiting, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from reskontra.nightly.cli import main
from tests.agency.at_the_agency import (
    HANDED_OVER,
    LATER,
    AtTheAgency,
    a_handed_over_town,
    a_message,
    registered,
)


@pytest.fixture
def place(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AtTheAgency:
    """Two claims handed over; files lie in a folder of the test's own."""
    monkeypatch.setattr(settings, "RESKONTRA_DATA", tmp_path / "data")
    return a_handed_over_town(tmp_path)


def say(*words: str) -> int:
    """Run the command as typed."""
    return main(["agency", *words])


def test_a_claim_is_sent_answered_and_called_back(
    place: AtTheAgency, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("send", "--day", f"{HANDED_OVER}") == 0
    assert "to agencies: 2 claims, 0 payments and credits, 0 recalls" in capsys.readouterr().out
    outbox = tmp_path / "data" / "agency" / "municipality" / "exempel_inkasso"
    assert len(list(outbox.glob("*.case.json"))) == 2

    lost = a_message("state", message="x", reference=None, case_number="1", text="Ny")
    file = place.file(registered(), a_message("payment", principal_ore=5_000), lost)
    assert say("take", f"{file}", "--day", f"{LATER}") == 0
    assert "3 new messages, 0 known; 2 placed, 1 wait" in capsys.readouterr().out

    assert say("waiting") == 0
    assert "no claim at Exempel Inkasso AB has the case number 1" in capsys.readouterr().out

    assert say("status", "1001") == 0
    told = capsys.readouterr().out
    assert "1001: Exempel Inkasso AB since 2025-04-24, registered, case 77-1001" in told
    assert "to be paid to Exempel Inkasso AB, bankgiro 9991-4566" in told
    assert "2025-05-12  payment 50.00 kr" in told

    assert say("recall", "1001", "--reason", "avtal", "--day", f"{LATER}") == 0
    assert "from now on it is paid to us" in capsys.readouterr().out
    assert say("recall", "1001", "--reason", "avtal", "--day", f"{LATER}") == 2
    assert say("send", "--day", f"{LATER}") == 0
    capsys.readouterr()
    assert say("status", "1001") == 0
    assert "to be paid to us" in capsys.readouterr().out
    assert say("waiting") == 0
    assert "1001: Exempel Inkasso AB has not confirmed the recall" in capsys.readouterr().out


def test_what_has_never_been_there_is_paid_to_us(
    place: AtTheAgency, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("status", "1002") == 0
    assert "waiting" in capsys.readouterr().out


def test_a_night_sends_what_is_due(place: AtTheAgency, capsys: pytest.CaptureFixture[str]) -> None:
    place.town.banks_are_in(HANDED_OVER)
    assert main(["nightly", "--day", f"{HANDED_OVER}", "--no-letters"]) == 0
    assert "to agencies: 2 claims" in capsys.readouterr().out
