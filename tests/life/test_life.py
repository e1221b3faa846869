"""A year of a small town in which everything happens at random, by two seeds: an old and a new one.

The one rule: a life that fails tells its seed, and the story that shows it; it is lived again with
`make life SEEDS=…`.
"""

from __future__ import annotations

from pathlib import Path
from secrets import randbelow

import pytest

from tests.build import sample_policy
from tests.life.live import live

SEEDS = {"always the same": 1, "a new one": randbelow(1_000_000)}


@pytest.mark.parametrize("which", SEEDS)
def test_every_claim_is_right_and_ends(db: None, tmp_path: Path, which: str) -> None:
    live(seed=SEEDS[which], folder=tmp_path, policy=sample_policy(), years=1)
