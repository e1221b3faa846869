"""`docs/policy_union.md` names each kind of rule, and each story of the union stands there.

The one rule: a kind of rule without a story says why; one that the law refuses names the broken
files that show it.
"""

from __future__ import annotations

import re

from tests.tidy.ours import ROOT

TABLE = ROOT / "docs" / "policy_union.md"
STORIES = ROOT / "tests" / "stories"
GALLERY = ROOT / "tests" / "policy" / "broken"
REFUSED = "**refused**"
LINK = re.compile(r"\[(\w+)\]\(\.\./tests/stories/([\w/]+)\.story\)")
SECTIONS = [f"2.{number}" for number in range(1, 13)]


def rows() -> list[list[str]]:
    """The cells of each row."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [cells for cells in found if len(cells) > 1 and cells[0] not in ("Kind of rule", "---")]


def test_every_section_of_the_survey_has_rows() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", text, re.MULTILINE) == SECTIONS


def test_every_row_names_a_story_that_is_there_or_says_why_not() -> None:
    for kind, how, story in rows():
        link = LINK.fullmatch(story)
        assert how, kind
        assert story == "–" or (link and link[2].rpartition("/")[2] == link[1]), kind
        assert not link or (STORIES / f"{link[2]}.story").exists(), kind


def test_what_is_refused_has_its_broken_files() -> None:
    faults = {
        line.removeprefix("# ")
        for path in GALLERY.glob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# ")
    }
    refused = [(kind, how) for kind, how, _ in rows() if REFUSED in how]
    assert refused
    for kind, how in refused:
        named = re.findall(r"`([^`]+)`", how)
        assert named, kind
        assert set(named) <= faults, kind


def test_every_story_of_the_union_is_named() -> None:
    named = {link[1] for _, _, story in rows() if (link := LINK.fullmatch(story))}
    assert {path.stem for path in (STORIES / "union").glob("*.story")} - named == set()
