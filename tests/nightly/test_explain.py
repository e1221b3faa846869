"""`reskontra explain`: a real claim told as a story, and who asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reskontra.nightly.cli import REFUSED, main
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import parse
from reskontra.nightly.stories.pure import Pure
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.records.models import AccessRecord

LIVED = """
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-03-28  invoice 1004 Cilla 400,00 due 2025-03-31
2025-03-28  invoice 2003 Cilla 100,00 due 2025-03-31 kind water
2025-04-09  -> reminder Cilla 1003 1004, pay by 2025-04-23
2025-04-09  -> reminder Cilla 2003, pay by 2025-04-23
2025-04-10  payment 1003 300,00
2025-04-15  hold dispute 1004 "Säger \'nej\'"
"""


@pytest.fixture
def lived(db: None, tmp_path: Path) -> None:
    story = parse(LIVED, file=Path("lived.story"))
    cast = Cast(story, load_policy(SAMPLE))
    assert differences(story, ThroughDatabase(cast, folder=tmp_path)) == ()


def test_a_claim_is_told_with_its_rules_and_what_it_waits_for(
    lived: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "1004", "--day", "2025-04-16"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rule = lines.pop(5)
    assert lines == [
        "# invoice 1004 of Granviks kommun, told 2025-04-16",
        "creditor municipality",
        "2025-03-28  invoice 1003 Party 300,00 due 2025-03-31 kind culture",
        "2025-03-28  invoice 1004 Party 400,00 due 2025-03-31 kind culture",
        "2025-04-09  -> reminder Party 1003 1004, pay by 2025-04-23",
        "2025-04-10  payment 1003 300,00",
        "2025-04-15  hold dispute 1004 \"Säger 'nej'\"",
        "2025-04-16  no run",
        "2025-04-16  ? status 1004 DISPUTED",
        "2025-04-16  ? balance 1004 400,00",
        "2025-04-16  ? stopped 1004 hand-over by dispute",
        "2025-04-16  ? waits 1004 collection-demand for hand-over",
        "2025-04-16  ? waits 1004 enforcement for collection-demand",
        "2025-04-16  ? waits 1004 late-interest for payment",
    ]
    assert rule.startswith("#   reminder by municipality/procedures/general.yaml ")
    assert rule.endswith("Stockholms stad, Mina fakturor: frågor och svar")


def test_who_looked_is_recorded(lived: None, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "1003", "--day", "2025-04-16", "--purpose", "asked by phone"])
    looks = AccessRecord.objects.values_list("purpose", "what")
    assert list(looks) == [("asked by phone", "explain invoice 1003")]
    assert "Cilla" not in capsys.readouterr().out


def test_an_unknown_invoice_is_refused(lived: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "9999", "--creditor", "municipality"]) == REFUSED
    assert "There is no invoice 9999 of municipality" in capsys.readouterr().err
    assert not AccessRecord.objects.exists()


TOGETHER = """
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31 with Nils
2025-04-01  hold bankruptcy Nils "beslut"
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
"""


def test_several_who_owe_it_are_numbered_and_each_hears_of_the_look(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = parse(TOGETHER, file=Path("together.story"))
    cast = Cast(story, load_policy(SAMPLE))
    assert differences(story, ThroughDatabase(cast, folder=tmp_path)) == ()
    assert main(["explain", "1003", "--day", "2025-04-09"]) == 0
    told = capsys.readouterr().out
    assert "invoice 1003 Debtor1 300,00 due 2025-03-31 kind culture with Debtor2" in told
    assert "-> reminder Debtor1 1003, pay by 2025-04-23" in told
    assert 'hold bankruptcy Debtor2 "beslut"' in told
    assert "Cilla" not in told
    assert AccessRecord.objects.using("default").count() == 2
    again = parse(told, file=Path("told.story"))
    assert differences(again, Pure(Cast(again, load_policy(SAMPLE)))) == ()


AGAIN = """
2025-03-28  invoice 1003 Cilla 300,00 due 2025-03-31
2025-04-09  -> reminder Cilla 1003, pay by 2025-04-23
2025-04-24  -> hand-over Cilla 1003
2025-04-28  hold dispute 1003 "fel belopp"
2025-04-28  -> recall Cilla 1003 for dispute
2025-05-05  lift dispute 1003
2025-05-05  -> hand-over Cilla 1003 again after dispute
"""


def test_a_hand_over_cites_its_rule_again_when_it_is_made_again(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = parse(AGAIN, file=Path("again.story"))
    cast = Cast(story, load_policy(SAMPLE))
    assert differences(story, ThroughDatabase(cast, folder=tmp_path)) == ()
    assert main(["explain", "1003", "--day", "2025-05-05"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rule = "#   hand-over by municipality/procedures/general.yaml "
    beside = [lines[at + 1] for at, line in enumerate(lines) if "-> hand-over" in line]
    assert [line.startswith(rule) for line in beside] == [True, True]
    recall = next(at for at, line in enumerate(lines) if "-> recall" in line)
    assert lines[recall + 1].startswith("#   recall by kinds.yaml: dispute recalls")
