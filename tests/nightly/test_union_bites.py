"""Every story of the union is true, and fails when the rule that it proves is ignored.

The one rule: a story that stays true without its rule proves nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import read
from reskontra.nightly.stories.pure import Pure
from reskontra.nightly.stories.story import Story
from tests.nightly.ignoring import Ignored, ignored_in, policy_without

UNION = sorted((Path(__file__).parents[1] / "stories" / "union").glob("*.story"))
BITES = [
    pytest.param(path, ignored, id=f"{path.stem}-{ignored.words}")
    for path in UNION
    for ignored in ignored_in(path)
]


@pytest.mark.parametrize("path", UNION, ids=lambda path: path.stem)
def test_each_story_names_what_it_proves(path: Path) -> None:
    assert ignored_in(path)


@pytest.mark.parametrize(("path", "ignored"), BITES)
def test_a_story_fails_without_its_rule(
    path: Path, ignored: Ignored, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = read(path)
    folder = path.parent / story.policy
    policy = policy_without(ignored, folder, scratch=tmp_path, patch=monkeypatch)

    assert not is_true(story, policy), f"{path.name} stays true without {ignored.words}"


def is_true(story: Story, policy: Policy) -> bool:
    """Whether all that the story says happens; what cannot even be reported does not."""
    try:
        return not differences(story, Pure(Cast(story, policy)))
    except Refused:
        return False
