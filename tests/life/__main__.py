"""Lives by their seeds, each in an empty database of its own server.

    python -m tests.life 1 2 3 --stories /tmp/lives

The one rule: a life that fails is told whole, and the next one is lived all the same.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests import conftest


def main() -> int:
    """Live them; 1 when any of them failed."""
    asked = argparse.ArgumentParser(prog="python -m tests.life")
    asked.add_argument("seeds", nargs="+", type=int)
    asked.add_argument("--years", type=int, default=3)
    asked.add_argument("--stories", type=Path, help="where each story is kept, also a good one")
    given = asked.parse_args()
    failed = 0
    with conftest.server_with_schema():
        for seed in given.seeds:
            failed += not _lived(seed, given.years, given.stories)
    print(f"{len(given.seeds) - failed} of {len(given.seeds)} lives ended well")
    return 1 if failed else 0


def _lived(seed: int, years: int, stories: Path | None) -> bool:
    """Whether it ended well; its story is kept."""
    # Only now, for settings are read when the test data folder is named.
    from tests.build import sample_policy
    from tests.life.live import LifeFailedError, live

    conftest.empty()
    with tempfile.TemporaryDirectory(prefix="life") as folder:
        try:
            life = live(seed=seed, folder=Path(folder), policy=sample_policy(), years=years)
        except LifeFailedError as failure:
            print(f"seed {seed}: {failure}")
            _keep(stories, f"{seed}.failed", str(failure))
            return False
    print(f"seed {seed}: {len(life.lines)} lines, every claim has ended", flush=True)
    _keep(stories, f"{seed}", life.story)
    return True


def _keep(stories: Path | None, name: str, text: str) -> None:
    if stories is not None:
        stories.mkdir(parents=True, exist_ok=True)
        (stories / f"{name}.story").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
