"""Whether a collection demand may leave as it was written, or what has happened since.

    what_happened((Demanded(claim, step, open_ore=18_000),), written_on=..., today=...)
    -> None                    it leaves
    -> Since(Why.CHANGED)      money, or a credit, has come: the rest is demanded anew
    -> Since(Why.HELD, kind="dispute")

The one rule: a demand says what is owed on the day that it is sent, and gives all of its time from
that day (inkassolagen (1974:182) 5 §); else it does not leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.claim import Claim
from reskontra.domain.debtors import minded
from reskontra.domain.step import Step


class Why(StrEnum):
    """What keeps a demand from leaving, the strongest first."""

    HELD = "held"
    CHANGED = "changed"
    """What is owed is another amount than it says."""
    LATE = "late"
    """It did not leave on its day, and its time to pay is counted from then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demanded:
    """One claim of a demand: as it is today, and what the demand asks for. Amount in öre."""

    claim: Claim
    step: Step
    open_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What has happened since a demand was written."""

    why: Why
    kind: str = ""
    """Of the hold, when one holds it."""


def what_happened(
    demanded: Sequence[Demanded], *, written_on: date, today: date, anew: bool = True
) -> Since | None:
    """Why the demand may not leave; None when it may, or when all of it is paid.

    One that is not written `anew` by a night, but sent again, has its days already.
    """
    if all(each.claim.settled for each in demanded):
        return None
    held = (kind for each in demanded for kind in _held(each, today))
    if (kind := next(held, None)) is not None:
        return Since(why=Why.HELD, kind=kind)
    if any(each.claim.open_ore != each.open_ore for each in demanded):
        return Since(why=Why.CHANGED)
    return Since(why=Why.LATE) if anew and written_on < today else None


def _held(demanded: Demanded, today: date) -> list[str]:
    """The kinds of the holds that stop the demand of a claim that is not settled."""
    claim = demanded.claim
    if claim.settled:
        return []
    holds = (hold for hold in minded(claim, demanded.step) if hold.covers(today))
    return [hold.kind for hold in holds if claim.held_whole_by(hold)]
