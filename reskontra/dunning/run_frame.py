"""What is alike for every chunk of a run: the day, the rules, and how they are called in the rows.

    Night(run=3, day=date(2025, 4, 9), policy=policy, creditors={"harbor": 1}, ...)

The one rule: it is made when the run begins, and only read afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.letter import Sender
from reskontra.domain.rules import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What is alike for every chunk of a run."""

    run: int
    day: date
    policy: Policy
    creditors: dict[str, int]
    rules: dict[str, int]
    senders: dict[str, Sender]
