"""Whoever orders a pay-out is told of the interest that goes with it.

The one rule: it is the interest of the creditor's own rules, on what was paid of a wrong invoice.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections

from reskontra.casework import refunds
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import read
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.policy.load import load_policy
from tests.build import rows

STORIES = Path(__file__).parents[1] / "stories"
STORY = STORIES / "union" / "dispute_won_bears_interest.story"


@pytest.mark.parametrize(("number", "interest_ore"), [("1001", 13_836), ("1002", 0)])
def test_the_interest_of_a_wrong_invoice_is_told(
    db: None, tmp_path: Path, number: str, interest_ore: int
) -> None:
    story = read(STORY)
    policy = load_policy(STORIES / "policies" / "union_more")
    assert not differences(story, ThroughDatabase(Cast(story, policy), folder=tmp_path))
    ((invoice,),) = rows("SELECT id FROM invoice WHERE number = %s", number)

    with connections["default"].cursor() as cursor:
        found = refunds.interest_due(
            cursor, invoice=invoice, policy=policy, today=date(2025, 5, 12)
        )

    assert found == interest_ore
