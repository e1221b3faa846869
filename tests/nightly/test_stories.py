"""Every story, lived in the domain alone and through the database.

The one rule: `tests/stories/*.story` are the specification; here they are only lived.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from django.db import connections

from reskontra.domain.rules import Policy
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import World, differences, told
from reskontra.nightly.stories.parse import parse, read
from reskontra.nightly.stories.pure import Pure
from reskontra.nightly.stories.story import Story
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.nightly.stories.told import tell
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.records import history

STORIES = sorted((Path(__file__).parents[1] / "stories").rglob("*.story"))


@cache
def policy_in(folder: Path) -> Policy:
    return load_policy(folder)


def cast_of(story: Story) -> Cast:
    folder = story.file.parent / story.policy if story.policy else SAMPLE
    return Cast(story, policy_in(folder))


def is_lived(story: Story, world: World) -> None:
    found = differences(story, world)
    assert not found, "\n".join(told(story, found))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_in_the_domain_alone(path: Path) -> None:
    story = read(path)
    is_lived(story, Pure(cast_of(story)))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_through_the_database(path: Path, db: None, tmp_path: Path) -> None:
    story = read(path)
    cast = cast_of(story)
    is_lived(story, ThroughDatabase(cast, folder=tmp_path))
    is_told_again(story, cast.policy)


def is_told_again(story: Story, policy: Policy) -> None:
    """What `explain` tells of each invoice is a story itself, and a true one."""
    with connections["default"].cursor() as cursor:
        for invoice in history.all_invoices(cursor):
            lines = list(tell(cursor, invoice, day=story.last_day, policy=policy))
            again = parse("\n".join(lines), file=Path(f"invoice {invoice}"))
            found = differences(again, Pure(Cast(again, policy)))
            assert not found, "\n".join([*lines, *told(again, found)])
