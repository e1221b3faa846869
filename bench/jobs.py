"""What is measured of reskontra itself: a night, a bank file, letters. Run by `bench.child`.

    {"job": "night", "day": "2026-03-06"} -> {"seconds": 9.1, "acted": 100000}

The one rule: the time is that of the function that the command calls, with the connecting but
without the starting of Python; every job says how much it did, so that nothing is timed in vain.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import django
from django.db import connections

from bench.watch import Watch
from reskontra.domain.calendar import is_working_day


def night(*, day: str) -> dict[str, Any]:
    """Live a day; letters are recorded, not rendered."""
    django.setup()
    from reskontra.dunning.daily import Order, run
    from reskontra.nightly import frame

    order = Order(day=date.fromisoformat(day), policy=frame.policy())
    frame.collect_seldom()
    is_working_day(order.day)  # imports the calendars of the world, which is starting, too
    with Watch() as watch:
        report = run(order)
    if report.failures or not report.sums.closes:
        raise AssertionError(report)
    return {**watch.found, "count": report.sums.total("acted")}


def intake(*, day: str, file: str) -> dict[str, Any]:
    """Read, match and book a bank file."""
    django.setup()
    from reskontra.intake.payments import take_in
    from reskontra.nightly import frame

    policy = frame.policy()
    frame.collect_seldom()
    is_working_day(date.fromisoformat(day))
    with Watch() as watch:
        receipt = take_in(Path(file), day=date.fromisoformat(day), policy=policy)
    if receipt.unmatched_ore or receipt.overpaid_ore:
        raise AssertionError(receipt)
    return {**watch.found, "count": receipt.count}


WARM_UP_LETTERS = 100


def letters(*, count: int) -> dict[str, Any]:
    """Render letters that a night has written, in one process."""
    django.setup()
    from reskontra.outgoing.rendering import render

    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT template, language, data FROM letter ORDER BY id LIMIT %s",
            [count + WARM_UP_LETTERS],
        )
        rows = cursor.fetchall()
    pages = [{"template": row[0], "language": row[1], "data_json": row[2]} for row in rows]
    warm_up = min(WARM_UP_LETTERS, len(pages) // 2)
    for page in pages[:warm_up]:
        render(**page)
    with Watch() as watch:
        for page in pages[warm_up:]:
            render(**page)
    return {**watch.found, "count": len(pages) - warm_up}
