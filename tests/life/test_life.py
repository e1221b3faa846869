"""A year of a small town in which everything happens at random: a fixed one, and a fresh one.

The one rule: a life that fails tells its seed, and the story that shows it; it is lived again with
`make life SEEDS=…`.
"""

from __future__ import annotations

from pathlib import Path
from random import SystemRandom

import pytest

from tests.build import sample_policy
from tests.life.live import live

FIXED = 1
FRESH = SystemRandom().randrange(10**6)


@pytest.mark.parametrize("seed", [FIXED, FRESH], ids=["fixed", "fresh"])
def test_every_claim_is_right_and_ends(db: None, tmp_path: Path, seed: int) -> None:
    live(seed=seed, folder=tmp_path, policy=sample_policy(), years=1)
