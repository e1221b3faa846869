"""`docs/seed_rows.md` names every row of the two documents, and the stories that show it."""

from __future__ import annotations

import re
from pathlib import Path

from reskontra.nightly.stories.parse import read

ROOT = Path(__file__).parents[2]
ROWS = [f"S{row}" for row in range(1, 22)] + [f"N{row}" for row in range(1, 23)]


def lines() -> dict[str, str]:
    """Row id -> its line of the table."""
    text = (ROOT / "docs" / "seed_rows.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([SN][0-9]+) (\|.+\|)$", text, re.MULTILINE))


def test_every_row_says_what_shows_it_or_what_comes_later() -> None:
    found = lines()
    assert list(found) == ROWS
    for row, line in found.items():
        _, _, shown, later, _ = (cell.strip() for cell in line.split("|"))
        assert shown != "–" or later, row


def test_every_story_is_named_at_the_rows_it_shows() -> None:
    found = lines()
    for path in sorted((ROOT / "tests" / "stories").glob("*.story")):
        story = read(path)
        assert story.title, path
        assert story.rows, path
        for row in story.rows:
            assert f"`{path.stem}`" in found[row], (path.stem, row)


def test_every_story_that_is_named_is_there() -> None:
    named = {name for line in lines().values() for name in re.findall(r"`([a-z0-9_]+)`", line)}
    assert named == {path.stem for path in (ROOT / "tests" / "stories").glob("*.story")}
