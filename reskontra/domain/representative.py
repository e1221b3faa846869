"""Who may stand for somebody else, and who does: guardians, an administrator, a proxy.

    Representation(kind="guardian", instead=True, first_day=date(2025, 4, 9), last_day=None)

The one rule: the law says whether the letters go to the representative instead, or also; see
`representing` for what follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.texts import Reference, Texts


class Letters(StrEnum):
    """What becomes of the letters to somebody who is represented."""

    INSTEAD = "instead"
    """The representative gets them, and nobody else."""
    ALSO = "also"
    """The representative gets a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeKind:
    """A kind of representative, and what the law lets them do."""

    texts: Texts
    letters: Letters
    of_minors: bool
    """Only somebody under age has one, and only until they come of age."""
    reference: Reference
    verified: bool
    """Whether a lawyer, or the law's own text, has been asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Somebody stands for a party from the first day to the last (none yet: until it is ended)."""

    kind: str
    instead: bool
    first_day: date
    last_day: date | None
    key: int = 0
    """Names it among the rows; never shown."""

    def covers(self, day: date) -> bool:
        """Whether it holds on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)
