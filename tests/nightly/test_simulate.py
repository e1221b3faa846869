"""`reskontra policy simulate` as a finance manager meets it: a table, a file, and what is refused.

The one rule: everything goes through the console command's own `main`.
"""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reskontra.domain.forecast import Term, forecast
from reskontra.domain.simulation import Simulation
from reskontra.nightly.cli import main
from reskontra.nightly.simulate.side_by_side import SimulationEnded, Start, live_all
from reskontra.nightly.simulate.town import NothingToInvoice, claims_of
from reskontra.policy.load import SAMPLE, load_policy
from tests.build import REMINDED, a_municipality, an_invoice, sample_policy, whole_database

Said = pytest.CaptureFixture[str]
FROM = "2025-02-03"
FIRST_DAY = date(2025, 2, 3)


@pytest.fixture
def patient(tmp_path: Path) -> Path:
    """The sample creditors, who give four weeks to pay a reminder."""
    folder = tmp_path / "patient"
    shutil.copytree(SAMPLE, folder)
    for path in folder.glob("*/procedures/*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("pay_within: 14 days", "pay_within: 28 days"), "utf-8")
    return folder


def simulate(*args: object) -> int:
    return main(["policy", "simulate", *map(str, args)])


def test_two_policies_are_told_side_by_side(
    patient: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    out = tmp_path / "ab.csv"
    options = ("--claims", 800, "--from", FROM, "--months", 3, "--out", out)
    assert simulate(SAMPLE, patient, *options) == 0
    said = capsys.readouterr().out
    assert "800 öppna fordringar, 2025-02-03–2025-05-02, frö 1" in said
    assert "  Påminnelse" in said
    assert "B−A" in said
    with out.open(encoding="utf-8") as stream:
        figures = list(csv.DictReader(stream))
    assert {row["month_from"] for row in figures} == {FROM, "2025-03-03", "2025-04-03"}
    for row in figures:
        assert int(row["difference"]) == int(row["B"]) - int(row["A"])
    handed = [row for row in figures if row["measure"] == "handed_over"]
    assert sum(int(row["A"]) for row in handed) > sum(int(row["B"]) for row in handed) > 0


def test_a_policy_may_be_simulated_alone(
    capsys: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    out = tmp_path / "a.csv"
    assert simulate(SAMPLE, "--claims", 50, "--from", FROM, "--months", 1, "--out", out) == 0
    said = capsys.readouterr().out
    assert "50 open claims" in said
    assert "B−A" not in said
    assert "Assumed" not in said
    assert out.read_text(encoding="utf-8").startswith("month_from,month_to,measure,step,A\n")


def test_what_is_assumed_is_said(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    until = sample_policy().law.reference_rate.confirmed_until
    assert simulate(SAMPLE, "--claims", 50, "--from", f"{until}", "--months", 2) == 0
    said = capsys.readouterr().out
    assert f"Assumed: reference_rate is confirmed until {until}" in said


def test_a_process_for_each_policy_gives_what_one_process_gives(patient: Path) -> None:
    policies = [sample_policy(), load_policy(patient)]
    term = Term(first_day=FIRST_DAY, months=4)
    claims = list(claims_of(policies[0], count=300, seed=7, first_day=FIRST_DAY))
    start = Start(claims=claims, party_holds={}, term=term, seed=7)
    heard: list[tuple[int, int]] = []
    apart = live_all(start, policies, tell=lambda done, of: heard.append((done, of)))
    here = [
        forecast(Simulation(claims, policy=each, seed=7, first_day=FIRST_DAY), term=term)
        for each in policies
    ]
    assert apart == here
    assert apart[0] != apart[1]
    assert heard[-1] == (240, 240)


def test_a_simulation_that_cannot_go_on_says_why(patient: Path) -> None:
    policies = [sample_policy(), load_policy(patient)]
    [claim] = claims_of(policies[0], count=1, seed=1, first_day=FIRST_DAY)
    start = Start(
        claims=[replace(claim, creditor="nobody")],
        party_holds={},
        term=Term(first_day=FIRST_DAY, months=1),
        seed=1,
    )
    with pytest.raises(SimulationEnded, match="KeyError: 'nobody'"):
        live_all(start, policies, tell=lambda done, of: None)


def test_the_open_claims_of_the_database_are_lived_and_left_alone(
    db: None, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"), an_invoice("1002"))
    town.night(REMINDED)
    before = whole_database()
    assert simulate(SAMPLE, SAMPLE, "--from", f"{REMINDED}", "--months", 2) == 0
    said = capsys.readouterr().out
    assert "2 open claims, 2025-04-09–2025-06-08" in said
    assert whole_database() == before
    assert simulate(SAMPLE, "--from", "2025-04-08") == 2
    assert "2025-04-09 has run already" in capsys.readouterr().err


def test_an_empty_database_is_refused(db: None, capsys: Said) -> None:
    assert simulate(SAMPLE, "--from", FROM) == 2
    assert "--claims N" in capsys.readouterr().err


def test_a_policy_without_a_procedure_for_the_claims_is_refused(
    tmp_path: Path, capsys: Said
) -> None:
    other = tmp_path / "other"
    shutil.copytree(SAMPLE / "water_company", other / "water_company")
    assert simulate(SAMPLE, other, "--claims", 100, "--from", FROM) == 2
    said = capsys.readouterr().err
    assert "has no procedure for" in said
    assert "of municipality" in said


def test_a_town_has_as_many_claims_as_are_asked_for_and_none_is_due() -> None:
    made = list(claims_of(sample_policy(), count=500, seed=1, first_day=FIRST_DAY))
    assert [claim.key for claim in made] == list(range(1, 501))
    assert all(claim.due_date >= FIRST_DAY and not claim.steps_taken for claim in made)
    assert {claim.creditor for claim in made} == set(sample_policy().creditors)
    assert made == list(claims_of(sample_policy(), count=500, seed=1, first_day=FIRST_DAY))
    too_early = date(1999, 1, 4)
    with pytest.raises(NothingToInvoice):
        list(claims_of(sample_policy(), count=1, seed=1, first_day=too_early))


@pytest.mark.parametrize("wrong", [("--months", "0"), ("--claims", "0"), ("--months", "61")])
def test_a_number_out_of_range_is_refused(wrong: tuple[str, str], capsys: Said) -> None:
    with pytest.raises(SystemExit, match="2"):
        simulate(SAMPLE, *wrong)
    assert "is not" in capsys.readouterr().err
