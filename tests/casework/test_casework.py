"""What people report, find and give up, by the commands that they use.

The one rule: real rows, through the real doors; what is refused leaves nothing behind.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import decisions
from reskontra.casework.decisions import UnknownFinding
from reskontra.casework.reports import Report, report
from reskontra.domain.refusal import Refused
from reskontra.domain.relief import Relief
from reskontra.domain.reporting import NoSuchRate, NotOpen, NotReported, ReportedBefore
from reskontra.nightly.cli import REFUSED, main
from tests.build import (
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    rows,
    sample_policy,
)

HANDED_OVER = date(2025, 4, 24)
DEMANDED = date(2025, 4, 28)


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """An invoice that the agency has."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    return town


def tell(step: str, day: date, rate: str = "") -> None:
    said = Report(invoice=1, step=step, day=day, by="A. Ek", rate=rate, note="per telefon")
    with transaction.atomic(), connections["default"].cursor() as cursor:
        report(cursor, said, policy=sample_policy(), today=day)


def test_a_report_is_a_step_with_who_said_so(town: Municipality) -> None:
    tell("collection_demand", DEMANDED)
    assert rows(
        "SELECT t.day, t.pay_by, t.run_id, p.reported_by, p.rate, p.note FROM step_taken t"
        " JOIN step_report p ON p.step_taken_id = t.id WHERE t.step = 'collection_demand'"
    ) == [(DEMANDED, date(2025, 5, 8), None, "A. Ek", "", "per telefon")]
    assert one("SELECT next_look_on FROM claim_state") == DEMANDED


@pytest.mark.parametrize(
    ("step", "day", "rate", "refusal", "words"),
    [
        ("reminder", DEMANDED, "", NotReported, "collection_demand"),
        ("enforcement", DEMANDED, "", NotOpen, "collection_demand"),
        ("collection_demand", HANDED_OVER, "", NotOpen, "2025-04-25"),
        ("collection_demand", DEMANDED, "evening", NoSuchRate, "'evening'"),
    ],
)
def test_what_cannot_have_been_done_is_refused(
    town: Municipality, step: str, day: date, rate: str, refusal: type[Refused], words: str
) -> None:
    with pytest.raises(refusal) as refused:
        tell(step, day, rate)
    assert words in str(refused.value)
    assert one("SELECT count(*) FROM step_report") == 0


def test_a_step_is_reported_once(town: Municipality) -> None:
    tell("collection_demand", DEMANDED)
    with pytest.raises(ReportedBefore, match="2025-04-28"):
        tell("collection_demand", DEMANDED)


def test_a_finding_may_be_made_again(town: Municipality) -> None:
    for day in (HANDED_OVER, DEMANDED):
        with transaction.atomic(), connections["default"].cursor() as cursor:
            decisions.clear(
                cursor,
                invoice=1,
                kind="officer_decision",
                finding="ja",
                by="A. Ek",
                roles=(),
                policy=sample_policy(),
                day=day,
            )
    assert rows("SELECT day FROM clearance ORDER BY id") == [(HANDED_OVER,), (DEMANDED,)]


def test_a_finding_that_no_rule_knows_is_refused(town: Municipality) -> None:
    with (
        pytest.raises(UnknownFinding, match="officer_decision"),
        connections["default"].cursor() as cursor,
    ):
        decisions.clear(
            cursor,
            invoice=1,
            kind="weather",
            finding="sol",
            by="A. Ek",
            roles=(),
            policy=sample_policy(),
            day=DEMANDED,
        )


def test_interest_on_an_invoice_of_its_own_is_told_as_too_much(town: Municipality) -> None:
    town.bill(an_invoice("1002", amount_ore=2_000_000))
    town.pay(a_payment(2_000_000, "1002", value_date=date(2025, 6, 2)), day=date(2025, 6, 2))
    for night in (date(2025, 6, 2), date(2025, 6, 3)):
        town.night(night)
    billed_ore = one("SELECT total_ore FROM invoice WHERE number = 'R1002'")
    relief = Relief(
        first_day=date(2025, 4, 1),
        last_day=None,
        share=Fraction(1),
        reason="sjuk",
        reference="KS 1",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        result = decisions.relieve(
            cursor,
            invoice=2,
            relief=relief,
            by="A. Ek",
            policy=sample_policy(),
            today=date(2025, 6, 5),
        )
    assert (result.credited_ore, result.too_much_ore) == (0, billed_ore)


def test_the_commands_record_and_tell(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ["--day", f"{DEMANDED}", "--by", "A. Ek"]
    assert main(["report", "1001", "collection-demand", *day]) == 0
    assert main(["clear", "1001", "officer_decision", *day, "--finding", "ja"]) == 0
    decision = ["--reason", "sjuk", "--reference", "KS 1"]
    assert main(["relieve", "1001", "--from", "2025-04-01", "--share", "1/2", *decision, *day]) == 0
    said = capsys.readouterr().out
    assert "for invoice 1001, 2025-04-28. Fee: SEK 0.00" in said
    assert "Invoice 1001, 2025-04-28: A case officer has decided" in said
    assert "Interest credited on invoice 1001: SEK 0.00" in said
    assert rows("SELECT share_numerator, share_denominator FROM interest_relief") == [(1, 2)]
    assert main(["report", "1001", "collection-demand", *day]) == REFUSED
    assert rows("SELECT what FROM access_record ORDER BY id") == [
        ("report invoice 1001",),
        ("clear invoice 1001",),
        ("relieve invoice 1001",),
    ]
