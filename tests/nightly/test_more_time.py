"""`reskontra deferral` and `reskontra plan`: the answers about real invoices, and who asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from reskontra.nightly.cli import REFUSED, main
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import parse
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.policy.load import load_policy
from reskontra.records.models import AccessRecord
from tests.build import one, rows

POLICY = Path(__file__).parents[1] / "stories" / "policies" / "more_time"
LIVED = """
2025-01-02  invoice 901 Cilla 100,00 due 2025-01-31 kind broadband
2025-01-30  payment 901 100,00
2025-02-03  invoice 902 Cilla 100,00 due 2025-02-28 kind broadband
2025-02-27  payment 902 100,00
2025-03-03  invoice 1001 Cilla 3 000,00 due 2025-03-31 kind broadband
2025-03-03  invoice 1002 Cilla 1 000,00 due 2025-03-31 kind waste
2025-03-03  invoice 1003 Cilla 900,00 due 2025-03-31 kind heating
2025-03-04  hold installment_plan 1003 "tre delar"
2025-03-05  invoice 1004 Cilla 90 000,00 due 2025-04-30 kind connection
2025-03-06  clear security_given 1004 "pantbrev"
2025-03-28  payment 1003 300,00
"""


@pytest.fixture(autouse=True)
def lived(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    story = parse(LIVED, file=Path("lived.story"))
    cast = Cast(story, load_policy(POLICY))
    assert differences(story, ThroughDatabase(cast, folder=tmp_path)) == ()
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    with override_settings(RESKONTRA_POLICY=POLICY):
        yield


def said(capsys: pytest.CaptureFixture[str], *words: str, day: str = "2025-03-28") -> list[str]:
    assert main([*words, "--day", day]) == 0
    return capsys.readouterr().out.splitlines()


RULE = "Rule: granvik/procedures/{}.yaml, Granviks kommun, Regler för {} (invented)"


def test_a_deferral_is_granted_by_whoever_may_with_what_it_costs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys, "deferral", "1002", "--until", "2025-04-30") == [
        "Yes: SEK 750.00 may be paid by 2025-04-30.",
        "May be decided by: The case officer",
        "To be paid first: SEK 250.00",
        "Fee: SEK 50.00",
        "Late interest, estimated: SEK 6.78",
        RULE.format("waste", "avfall"),
    ]


def test_what_the_party_has_paid_before_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "deferral", "1001", "--until", "2025-04-30")
    assert lines[:2] == [
        "Yes: SEK 3,000.00 may be paid by 2025-04-30.",
        "May be decided by: You yourself in the e-service",
    ]


def test_a_no_is_told_with_every_reason_in_the_language_of_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    lines = said(
        capsys, "deferral", "1001", "--until", "2025-05-31", "--part", "500 kr", day="2025-04-02"
    )
    assert lines == [
        "Nej.",
        "  Du behövde fråga senast 2025-03-31.",
        "  Du kan få betala senast 2025-04-30.",
        "  Betala först dina andra fakturor som har förfallit.",
        "  Anstånd gäller hela fakturan, inte en del av den.",
        RULE.format("broadband", "bredband").replace("Rule", "Regel"),
    ]


def test_a_plan_is_told_part_by_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "plan", "1001", "--parts", "4", "--first", "2025-03-31") == [
        "Yes: SEK 3,000.00 in 4 parts.",
        "    1  2025-03-31  SEK 750.00 and a fee of SEK 170.00",
        "    2  2025-04-30  SEK 750.00",
        "    3  2025-06-02  SEK 750.00",
        "    4  2025-06-30  SEK 750.00",
        "May be decided by: The case officer",
        "If a part is not paid in time or too little is paid in time or a later invoice is not"
        " paid in time, all that is left is due at once.",
        RULE.format("broadband", "bredband"),
    ]


def test_the_first_part_comes_on_the_due_date_when_no_day_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = said(capsys, "plan", "1002", "--parts", "3")
    assert lines[1:5] == [
        "    1  2025-03-31  SEK 333.00 and a fee of SEK 60.00",
        "    2  2025-04-30  SEK 333.00 and a fee of SEK 60.00",
        "    3  2025-06-02  SEK 334.00 and a fee of SEK 60.00",
        "May be decided by: The case officer",
    ]
    assert "The agency keeps the plan." in lines


def test_a_plan_is_refused_with_what_would_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "plan", "1001", "--parts", "7") == [
        "No.",
        "  Each part must be SEK 500.00 at least.",
        RULE.format("broadband", "bredband"),
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2025-04-29", ["The plan is kept. To be paid today: SEK 0.00"]),
        ("2025-05-05", ["A part is late. To be paid now: SEK 300.00"]),
        (
            "2025-05-09",
            [
                "The plan is broken. To be paid now: SEK 300.00",
                "It broke on 2025-05-09, as a part is not paid in time.",
                "The procedure goes on.",
            ],
        ),
    ],
)
def test_a_plan_that_was_granted_is_followed(
    day: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("1003", "--parts", "3", "--first", "2025-03-31", "--granted", "2025-03-04")
    lines = said(capsys, "plan", *words, day=day)
    assert lines[:-1] == told


def test_invoices_under_different_rules_have_no_plan_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["plan", "1001", "1002", "--parts", "3", "--day", "2025-03-28"]) == REFUSED
    assert "Invoices 1001, 1002 are not of one party" in capsys.readouterr().err


def test_a_rate_that_is_not_set_yet_is_assumed_and_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = said(capsys, "plan", "1004", "--parts", "10", "--first", "2025-04-28")
    assert lines[:2] == [
        "Yes: SEK 90,000.00 in 10 parts.",
        "    1  2025-04-28  SEK 9,000.00",
    ]
    assert lines[11:14] == [
        "May be decided by: The finance manager",
        "Interest while the plan is kept, estimated: SEK 16,321.91",
        "reference rate is assumed to stay after 2026-12-31.",
    ]
    assert len(lines) == 16


def test_who_asked_is_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "plan", "1001", "--parts", "3", "--purpose", "asked by phone")
    looks = AccessRecord.objects.values_list("purpose", "what")
    assert list(looks) == [("asked by phone", "plan invoice 1001")]


def test_an_unknown_invoice_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deferral", "9999", "--until", "2025-04-30"]) == REFUSED
    assert "There is no invoice 9999" in capsys.readouterr().err


def grant(*words: str) -> int:
    return main(["deferral", "1001", "--until", "2025-04-25", "--day", "2025-03-28", *words])


def test_a_deferral_is_granted_at_the_desk_with_its_letter() -> None:
    assert grant("--grant", "lön den 25", "--by", "A. Ek", "--role", "case_officer") == 0
    assert rows("SELECT kind, last_day, decided_by FROM hold WHERE kind = 'deferral'") == [
        ("deferral", date(2025, 4, 25), "A. Ek")
    ]
    ((template, pay_by, total_ore),) = rows("SELECT template, pay_by, total_ore FROM letter")
    assert (template, pay_by, total_ore) == ("deferral", date(2025, 4, 25), 300_000)
    assert one("SELECT count(*) FROM decision") == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--by", "A. Ek", "--role", "case_officer", "--part", "500"), "for the whole invoice"),
        (("--role", "case_officer"), "says who that is"),
        (("--by", "A. Ek"), "It is decided by: The case officer"),
    ],
)
def test_what_may_not_be_granted_leaves_nothing(
    words: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert grant("--grant", "lön den 25", *words) == REFUSED
    assert why in capsys.readouterr().err
    assert rows("SELECT 1 FROM hold WHERE kind = 'deferral'") == []
    assert rows("SELECT 1 FROM letter") == []
