"""When an invoice is unusually high for its recipient: far above the earlier ones of its kind."""

from __future__ import annotations

import pytest

from reskontra.domain.asking import unusually_high
from reskontra.domain.rules import HighRule

USUAL = (100_000, 110_000, 120_000)
RULE = HighRule(percent=200, above_ore=50_000, earlier_at_least=3)


@pytest.mark.parametrize(
    ("billed_ore", "earlier_ore", "high"),
    [
        (220_001, USUAL, True),
        (220_000, USUAL, False),
        (400_000, USUAL[:2], False),
        (30_000, (10_000, 10_000, 10_000), False),
        (60_001, (10_000, 10_000, 10_000), True),
    ],
)
def test_an_invoice_is_high_by_its_share_and_its_amount(
    billed_ore: int, earlier_ore: tuple[int, ...], *, high: bool
) -> None:
    assert unusually_high(billed_ore=billed_ore, earlier_ore=earlier_ore, rule=RULE) is high
