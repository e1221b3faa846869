"""A claim that has come back from an agency.

CameBack(reason="dispute", given_on=date(2025, 4, 24))
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """From an agency, why: a kind of hold, another word, or empty when the agency ended it."""

    reason: str
    given_on: date
    """The day that the agency got it."""
