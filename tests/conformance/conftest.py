"""Conformance: our readers and writers against other people's files and the official schemas.

    make conformance SAMPLES=folder

The one rule: these files are not ours and not in the repository, so a plain `pytest` does not
collect these tests; whoever asks for them names the folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--samples=folder`, with the subfolders camt, ocr and usingqr."""
    parser.addoption("--samples", type=Path, help="folder with sample files of other people")


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave this folder out unless samples were named."""
    return None if config.getoption("--samples", default=None) else True


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each camt file."""
    if "camt_file" in metafunc.fixturenames:
        folder: Path = metafunc.config.getoption("--samples") / "camt"
        files = sorted(path for path in folder.rglob("*.xml"))
        metafunc.parametrize("camt_file", files, ids=lambda path: path.name)


@pytest.fixture
def samples(request: pytest.FixtureRequest) -> Path:
    """The folder that was named."""
    folder: Path = request.config.getoption("--samples")
    return folder
