"""The nightly run's part about water: orders that must not be done, and water that comes back.

    work(day=date(2025, 6, 18), policy=policy)  -> [Turn(facility="A-7", kind=…, withdrawn=False)]

The one rule: all of a night's turns are one transaction, after the steps of the night.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connections, transaction

from reskontra.casework import water_turns
from reskontra.casework.water_turns import Turn
from reskontra.domain.rules import Policy


def work(*, day: date, policy: Policy, rehearsing: bool = False) -> list[Turn]:
    """Withdraw and order what the day brings; nothing while `rehearsing`."""
    if rehearsing or not any(each.water for each in policy.creditors.values()):
        return []
    with transaction.atomic(), connections["default"].cursor() as cursor:
        return water_turns.live(cursor, policy=policy, today=day)


def told(turns: Sequence[Turn], *, unwarned: int = 0) -> Iterator[str]:
    """What was ordered and withdrawn, and how many warnings were stopped, for a person."""
    if unwarned:
        yield f"  warnings of disconnection stopped, the water was paid: {unwarned:,}"
    for each in turns:
        if each.withdrawn:
            yield f"  water at {each.facility}: the order to {each.kind.value} is withdrawn"
        else:
            yield f"  water at {each.facility}: to be turned on by {each.last_day}"
