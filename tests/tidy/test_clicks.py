"""A click in a browser that leads away is waited for; what it left is no page to look at.

    page.get_by_role("link").click()    → refused: follow() waits, press() says that it stays

The one rule: only tests/portal/portal.py clicks.
"""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
CLICKS = TESTS / "portal" / "portal.py"
CLICK = re.compile(r"\.(dbl)?click\(")


def test_every_click_says_whether_it_leads_away() -> None:
    assert CLICK.search(CLICKS.read_text(encoding="utf-8"))
    found = [
        str(file.relative_to(TESTS))
        for file in sorted(TESTS.rglob("*.py"))
        if file not in (CLICKS, Path(__file__)) and CLICK.search(file.read_text(encoding="utf-8"))
    ]
    assert not found, f"click by follow() or press() of tests/portal/portal.py: {found}"
