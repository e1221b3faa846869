"""Lives by their seeds, each in an empty database of its own server.

    python -m tests.life 1 2 3 --stories lives
    python -m tests.life --again "lives/seed 3, failed.story"

The one rule: a life that fails is told whole, and the next one is lived all the same.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests import conftest

if TYPE_CHECKING:
    from tests.life.live import Life


def main() -> int:
    """Live them; 1 when any of them failed."""
    asked = argparse.ArgumentParser(prog="python -m tests.life")
    asked.add_argument("seeds", nargs="*", type=int)
    asked.add_argument("--again", type=Path, help="a story to live once more, as it was told")
    asked.add_argument("--days", type=int, help="how long before nothing goes wrong any more")
    asked.add_argument("--stories", type=Path, help="where each story is kept, also a good one")
    given = asked.parse_args()
    # Only now, for settings are read when the test data folder is named.
    from tests.life.live import DAYS, again, live

    lives = {
        f"seed {seed}": partial(live, seed=seed, days=given.days or DAYS) for seed in given.seeds
    }
    if given.again:
        lives[str(given.again)] = partial(again, given.again.read_text(encoding="utf-8"))
    with conftest.server_with_schema():
        failed = [name for name, live_it in lives.items() if not _lived(name, live_it, given)]
    print(f"{len(lives) - len(failed)} of {len(lives)} lives ended well")
    return 1 if failed else 0


def _lived(name: str, live_it: Callable[..., Life], given: argparse.Namespace) -> bool:
    """Whether it ended well; its story is kept."""
    from tests.build import sample_policy
    from tests.life.live import LifeFailedError

    conftest.empty()
    with tempfile.TemporaryDirectory(prefix="life") as folder:
        try:
            life = live_it(folder=Path(folder), policy=sample_policy())
        except LifeFailedError as failure:
            print(f"{name}: {failure}")
            _keep(given.stories, f"{name}, failed", failure.story)
            return False
    print(f"{name}: {len(life.lines)} lines, every claim has ended", flush=True)
    _keep(given.stories, name, life.story)
    return True


def _keep(stories: Path | None, name: str, text: str) -> None:
    if stories is not None:
        stories.mkdir(parents=True, exist_ok=True)
        (stories / f"{name}.story").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
