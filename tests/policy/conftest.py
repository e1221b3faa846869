"""A small policy folder that is in order, for tests that break it on one line.

def test_…(folder: Path) -> None:
    text = (folder / "utility" / "procedures" / "water.yaml").read_text()

The files themselves lie in `in_order`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reskontra.policy.load import NATIONAL

IN_ORDER = Path(__file__).parent / "in_order"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one creditor, in order."""
    home = tmp_path / "policy"
    shutil.copytree(IN_ORDER, home)
    return home


@pytest.fixture
def national(tmp_path: Path) -> Path:
    """A copy of the national values and kinds, in order."""
    home = tmp_path / "national"
    shutil.copytree(NATIONAL / "law", home / "law")
    shutil.copy(NATIONAL / "kinds.yaml", home / "kinds.yaml")
    return home
