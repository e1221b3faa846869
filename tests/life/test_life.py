"""A year of a small town in which everything happens at random, by two seeds: an old and a new one.

The one rule: a life that fails tells its seed, and the story that shows it; it is lived again with
`make life SEEDS=…`, or by its story alone.
"""

from __future__ import annotations

from pathlib import Path
from secrets import randbelow

import pytest

from tests import conftest
from tests.build import sample_policy
from tests.life import auditor
from tests.life.live import LifeFailedError, again, live

SEEDS = {"always the same": 1, "a new one": randbelow(1_000_000)}


@pytest.mark.parametrize("which", SEEDS)
def test_every_claim_is_right_and_ends(db: None, tmp_path: Path, which: str) -> None:
    live(seed=SEEDS[which], folder=tmp_path, policy=sample_policy(), days=365)


def test_a_life_that_fails_tells_a_story_that_fails_alike(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unwanted = "nobody is written to more than eight times, as somebody may wish"
    monkeypatch.setitem(
        auditor.QUESTIONS, unwanted, "SELECT min(day)::text FROM letter HAVING count(*) > 8"
    )
    with pytest.raises(LifeFailedError, match=unwanted) as first:
        live(seed=2, folder=tmp_path, policy=sample_policy())
    rows = auditor.rows()
    conftest.empty()
    with pytest.raises(LifeFailedError, match=unwanted) as second:
        again(first.value.story, folder=tmp_path, policy=sample_policy())
    assert second.value.story == first.value.story
    assert auditor.rows() == rows
