"""`reskontra policy diff`: the words, and the open claims of a real database beside them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from reskontra.nightly.cli import main
from reskontra.policy.load import NATIONAL, SAMPLE
from tests.build import a_municipality, an_invoice, person, whole_database

Said = pytest.CaptureFixture[str]
NEXT_YEAR = date(2026, 1, 1)
CAMPAIGN = """\
campaign: late_post
label: {sv: Sen post, en: Late post}
explanation: {sv: Posten kom sent., en: The post came late.}
reference: {title: Beslut 2025-04-01}
first_day: 2025-04-01
last_day: 2025-04-30
numbers: ["1001", "1002"]
stops: true
"""


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The sample creditors, with a new version of `general` and a campaign."""
    folder = tmp_path / "next"
    shutil.copytree(SAMPLE, folder)
    procedures = folder / "municipality" / "procedures"
    text = (procedures / "general.yaml").read_text(encoding="utf-8")
    for before, after in (
        ("valid_from: 2020-01-01", f"valid_from: {NEXT_YEAR}"),
        ("pay_within: 14 days", "pay_within: 20 days"),
    ):
        assert before in text
        text = text.replace(before, after)
    (procedures / "general_2026.yaml").write_text(text, encoding="utf-8")
    (folder / "municipality" / "campaigns").mkdir(exist_ok=True)
    (folder / "municipality" / "campaigns" / "late.yaml").write_text(CAMPAIGN, encoding="utf-8")
    return folder


def diff(*args: object) -> int:
    return main(["policy", "diff", str(SAMPLE), *map(str, args), "--day", "2025-04-01"])


def test_what_changes_is_told_with_the_open_claims_it_touches(
    db: None, changed: Path, tmp_path: Path, capsys: Said
) -> None:
    town = a_municipality(tmp_path)
    town.bill(
        an_invoice("1001", party=person(1)),
        an_invoice("1003", party=person(2), due=NEXT_YEAR),
        an_invoice("1004", party=person(3), due=NEXT_YEAR, kind="childcare"),
    )
    before = whole_database()
    assert diff(changed, "--language", "en") == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == "Granviks kommun (municipality)"
    campaign = lines.index("Campaign Late post: added")
    assert "Open claims that it touches: 1 of 3." in lines[campaign:]
    version = lines.index(
        "Procedure general: new version from 1\xa0January\xa02026, compared with "
        "1\xa0January\xa02020"
    )
    assert lines[version + 2 : version + 4] == [
        "Open claims that it touches: 1 of 3.",
        "The step Reminder, time to pay: 14\xa0days → 20\xa0days",
    ]
    assert "Of 3 open claims 1 follow other rules than before." in lines
    assert whole_database() == before


def test_no_database_need_be_asked(changed: Path, capsys: Said) -> None:
    assert diff(changed, "--language", "sv", "--no-database") == 0
    said = capsys.readouterr().out
    assert "Öppna fordringar är inte räknade: ingen databas tillfrågades." in said


def test_national_values_of_their_own_are_compared(tmp_path: Path, capsys: Said) -> None:
    national = tmp_path / "national"
    shutil.copytree(NATIONAL / "law", national / "law")
    shutil.copy(NATIONAL / "kinds.yaml", national)
    file = national / "law" / "reminder_fee_ceiling.yaml"
    value = "  2027-01-01:\n    value: 65 kr\n    reference: {title: Lagen (1981:739) 4 §}\n"
    sure = "    confirmed: 2026-11-22\n    verified: true\n"
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n{value}{sure}", "utf-8")
    assert diff(SAMPLE, "--national-b", national, "--language", "sv", "--no-database") == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == "Lagens värden"
    assert lines[1].endswith("från 1\xa0januari\xa02027: tillkommer")
    assert lines[2] == "värde: 65\xa0kr"
    assert not any("Rutinen" in line for line in lines), "told once, not for each procedure"
