"""Makes the municipality and lets it live.

    made = live(frame=frame, persons=2000, data=Path(".reskontra-demo"), policy=policy, tell=...)

The one rule: the same frame and number of persons give the same rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from reskontra.domain.rules import Policy
from reskontra.nightly.demo.agencies import Agencies
from reskontra.nightly.demo.cast import Cast, cast_of
from reskontra.nightly.demo.households import houses
from reskontra.nightly.demo.life import Counts, Life
from reskontra.nightly.demo.people import people
from reskontra.nightly.demo.plan import Frame, plan


def live(
    *,
    frame: Frame,
    persons: int,
    data: Path,
    policy: Policy,
    tell: Callable[[date, Counts], None],
) -> Cast:
    """Live every day of the frame; the cast, who are among the `persons`."""
    cast = cast_of(frame)
    others = people(
        count=max(0, persons - len(cast.inhabitants)), seed=frame.seed, until=frame.until
    )
    life = Life(
        frame=frame,
        policy=policy,
        inbox=_folder(data / "inbox"),
        outbox=_folder(data / "print"),
        houses=houses(cast.inhabitants),
        agencies=Agencies(
            policy=policy,
            data=data,
            seed=frame.seed,
            left_alone=frozenset(each.identity_number for each in cast.inhabitants),
        ),
    )
    life.foresee(plan(frame, (*cast.inhabitants, *others), cast.drafts))
    for day in life.days():
        life.live(day)
        tell(day, life.counts)
    return cast


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path
