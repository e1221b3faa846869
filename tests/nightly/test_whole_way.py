"""One claim goes the longest way there is, and one `reskontra explain` tells it all."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connections

from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import parse, read
from reskontra.nightly.stories.pure import Pure
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.nightly.stories.told import tell
from reskontra.policy.load import load_policy
from reskontra.records import queries

STORIES = Path(__file__).parents[1] / "stories"
POLICY = STORIES / "policies" / "whole_way"
LAST_DAY = date(2025, 12, 2)
STAGES = (
    "invoice 1003 Party 2 400,00",
    "-> reminder",
    "-> hand-over",
    "report agency-demand",
    "agency paid 1003 400,00",
    "plan 1003 4 parts",
    "-> recall Party 1003 for installment plan",
    "-> plan broken",
    "-> collection-demand",
    "-> course 1003 enforcement-authority",
    "-> application 1003 order-to-pay",
    "authority verdict 1003",
    "-> application 1003 enforcement",
    "write off 1003",
)


@pytest.fixture(scope="module")
def lived(db_for_module: None, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is told of the claim when it has been lived through the database."""
    folder = tmp_path_factory.mktemp("files")
    story = read(STORIES / "from_invoice_to_write_off.story")
    policy = load_policy(POLICY)
    assert differences(story, ThroughDatabase(Cast(story, policy), folder=folder)) == ()
    with connections["default"].cursor() as cursor:
        invoice = queries.find_invoice(cursor, number="1003")[0][0]
        return list(tell(cursor, invoice, day=LAST_DAY, policy=policy))


def test_one_explain_tells_the_whole_way_in_order(lived: list[str]) -> None:
    found = [next(place for place, line in enumerate(lived) if stage in line) for stage in STAGES]
    assert found == sorted(found)


def test_every_step_is_told_with_its_rule(lived: list[str]) -> None:
    rules = {line.split()[1] for line in lived if re.match(r"#   \S+ by granvik/procedures/", line)}
    assert rules == {
        "reminder",
        "hand-over",
        "agency-demand",
        "plan",
        "collection-demand",
        "course",
        "order-to-pay",
        "enforcement",
    }
    cited = [line for line in lived if line.startswith("#   ") and " recall " not in line]
    assert all("Kravrutin för båtplatser" in line for line in cited)


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("-> reminder Party", "#   reminder by granvik/procedures/mooring.yaml "),
        ("-> hand-over Party", "#   hand-over by granvik/procedures/mooring.yaml "),
        ("report agency-demand", "#   agency-demand by granvik/procedures/mooring.yaml "),
        ("-> recall Party", "#   recall by kinds.yaml: installment_plan recalls"),
        ("-> plan broken Party", "#   plan by granvik/procedures/mooring.yaml "),
        ("-> application 1003 order-to-pay", "#   order-to-pay by granvik/procedures/mooring"),
    ],
)
def test_the_rule_stands_beside_its_line(lived: list[str], told: str, rule: str) -> None:
    place = next(at for at, line in enumerate(lived) if told in line)
    assert lived[place + 1].startswith(rule)


def test_what_is_told_can_be_lived_again(lived: list[str]) -> None:
    story = parse("\n".join(lived), file=Path("told.story"))
    assert differences(story, Pure(Cast(story, load_policy(POLICY)))) == ()
