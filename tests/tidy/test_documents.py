"""The generated documents are what `make docs` would write today.

The one rule: nothing in docs/generated is kept by hand, and nothing there is left over.
"""

from __future__ import annotations

from tests.tidy.ours import ROOT
from tools.build_docs import documents

GENERATED = ROOT / "docs" / "generated"


def test_no_generated_document_is_stale() -> None:
    stale = [
        name
        for name, text in documents().items()
        if not (GENERATED / name).exists() or (GENERATED / name).read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `make docs`"


def test_no_generated_document_is_left_over() -> None:
    found = {path.relative_to(GENERATED).as_posix() for path in GENERATED.rglob("*.*")}
    assert found == set(documents())
