"""What only a lawyer can settle is told with its place and reference, and stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reskontra.nightly.cli import main
from reskontra.policy.load import SAMPLE, load_policy, read_files

PARKING = """\
pier: {sv: Båtplats, en: Berth, ground: agreement}
  parking: {sv: Parkering, en: Parking, ground: tariff}"""


def change(folder: Path, name: str, was: str, now: str) -> None:
    path = folder / "utility" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(was) == 1
    path.write_text(text.replace(was, now), encoding="utf-8")


def told(folder: Path) -> set[tuple[str, str]]:
    load_policy(folder)
    return {(caution.file, caution.place) for caution in read_files(folder).cautions}


def test_the_folder_in_order_has_one(folder: Path) -> None:
    assert told(folder) == {("utility/procedures/course.yaml", "plan.notice_fee")}


def test_the_sample_leaves_nothing_to_settle() -> None:
    assert read_files(SAMPLE).cautions == []


@pytest.mark.parametrize(
    ("name", "was", "now", "place", "law"),
    [
        (
            "procedures/pier.yaml",
            "interest: {rate: law}",
            "interest: {rate: law, runs_from: due_date}",
            "interest.runs_from",
            "skuldebrevslagen (1936:81) 5 §",
        ),
        (
            "procedures/course.yaml",
            "2024-01-01: 7,5 %",
            "2024-01-01: 18 %",
            "interest.rate.flat.2024-01-01",
            "räntelagen (1975:635) 1 and 6 §§",
        ),
        (
            "procedures/course.yaml",
            "  apply_within: 0 days",
            "  apply_within: 0 days\n  fee: {amount: 50 kr, ground: agreement}",
            "deferral.fee",
            "lagen (1981:739) 5 and 6 §§",
        ),
        (
            "procedures/hire.yaml",
            "    letter: reminder\n",
            "    letter: reminder\n    channels: [sms]\n",
            "steps[1].channels",
            "lagen (1981:739) 2 §",
        ),
        (
            "procedures/course.yaml",
            "    to: inkasso\n",
            "    to: inkasso\n    transfers_claim: true\n",
            "steps[3].transfers_claim",
            "inkassolagen (1974:182) 5 § 4; skuldebrevslagen (1936:81) 29 and 31 §§",
        ),
        (
            "procedures/water.yaml",
            "    unless: {marks: [multi_dwelling]}\n",
            "",
            "steps[4]",
            "lagen (2006:412) om allmänna vattentjänster 43 §",
        ),
        (
            "procedures/water.yaml",
            "only_if: {services: [water], service_debt_at_least: 500 kr}",
            "only_if: {services: [hall]}",
            "steps[4].in_law",
            "the service's own law or agreement; inkassolagen (1974:182) 1 §",
        ),
        (
            "campaigns/late.yaml",
            "due_moves_to: 2025-03-31",
            "interest_free: true",
            "interest_free",
            "kommunallagen (2017:725) 2 kap. 3 §",
        ),
        (
            "campaigns/late.yaml",
            "last_day: 2025-03-31\napplies_to: {kinds: [water]}",
            "stops: true",
            "stops",
            "preskriptionslagen (1981:130) 2 §",
        ),
    ],
)
def test_a_caution_names_its_place_and_where_to_look(
    folder: Path, name: str, was: str, now: str, place: str, law: str
) -> None:
    change(folder, name, was, now)

    load_policy(folder)

    found = {(each.file, each.place, each.law.en) for each in read_files(folder).cautions}
    assert (f"utility/{name}", place, law) in found


def test_interest_on_fees_is_asked_about(folder: Path) -> None:
    text = (folder / "utility/procedures/interest.yaml").read_text(encoding="utf-8")
    change(folder, "procedures/interest.yaml", "[interest, fee]", "[interest]")
    fees = text.replace("procedure: interest", "procedure: fees").replace(
        "applies_to: {kinds: [interest, fee]}", "applies_to: {kinds: [fee]}\ninterest: {rate: law}"
    )
    (folder / "utility/procedures/fees.yaml").write_text(fees, encoding="utf-8")

    assert ("utility/procedures/fees.yaml", "interest") in told(folder)


def test_a_reminder_fee_for_kinds_of_which_some_never_pay_it_is_asked_about(folder: Path) -> None:
    change(folder, "creditor.yaml", "pier: {sv: Båtplats, en: Berth, ground: agreement}", PARKING)
    change(folder, "procedures/hire.yaml", "kinds: [hire]", "kinds: [hire, parking]")

    assert ("utility/procedures/hire.yaml", "steps[1].fee") in told(folder)


def test_nothing_is_cautioned_of_while_something_is_wrong(folder: Path) -> None:
    change(folder, "creditor.yaml", "creditor: utility", "creditor: utilities")

    files = read_files(folder)

    assert files.problems
    assert files.cautions == []


def test_check_tells_what_a_lawyer_must_settle(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert main(["policy", "check", str(folder)]) == 0

    said = capsys.readouterr().out
    assert "For a lawyer to settle: 1" in said
    assert "utility/procedures/course.yaml, line 29: plan.notice_fee" in said
    assert "  see:     lagen (1981:739) 3 §" in said


def test_check_asks_a_swedish_lawyer_in_swedish(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert main(["policy", "check", str(folder)]) == 0

    said = capsys.readouterr().out
    assert "För en jurist att avgöra: 1" in said
    assert "utility/procedures/course.yaml, rad 29: plan.notice_fee" in said
    assert "  fråga:   om den får tas ut: bara en svag källa nämner den" in said
