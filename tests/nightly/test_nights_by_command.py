"""Stories of disconnection whose nights are the operator's own command, letters and all.

The one rule: each row of the document about it is lived by at least one of them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reskontra.nightly.cli import main
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences, told
from reskontra.nightly.stories.parse import read
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.policy.load import SAMPLE, load_policy

STORIES = Path(__file__).parents[1] / "stories"
ROWS = frozenset(f"N{number}" for number in range(10, 21))
LIVED = (
    "disconnection",
    "water_opened_by_another",
    "water_paid_the_day_before",
    "water_receipt_brings_it_back",
    "water_plan_brings_it_back",
)


class ByCommand(ThroughDatabase):
    """The rows, in nights as an operator orders them."""

    def live_night(self, day: date) -> None:
        """As `reskontra nightly` does it."""
        assert main(["nightly", "--day", f"{day}"]) == 0


def test_every_row_of_disconnection_is_among_them() -> None:
    assert {row for name in LIVED for row in read(STORIES / f"{name}.story").rows} >= ROWS


@pytest.mark.parametrize("name", LIVED)
def test_it_happens_by_the_command(name: str, db: None, tmp_path: Path) -> None:
    story = read(STORIES / f"{name}.story")
    found = differences(story, ByCommand(Cast(story, load_policy(SAMPLE)), folder=tmp_path))
    assert not found, "\n".join(told(story, found))
