"""A claim that a court tries: which court, under what number, since when, and how it ended.

    CourtCase(court="Norrköpings tingsrätt", number="T 1234-25", since=date(2025, 4, 10)).text
        -> "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-10"

The text is the reason of the hold, which is all that the rules need. The one rule: what is written
so is read back as it was; a hold's reason in other words is nothing that is read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts

COURT_CASE = "court_case"
"""The kind of hold that it is."""
_INTERIM = ", med interimistiskt beslut"
_WRITTEN = re.compile(
    r"(?P<court>.+), mål (?P<number>.+), sedan (?P<since>\d{4}-\d\d-\d\d)"
    rf"(?P<interim>{_INTERIM})?"
)


class NotSinceLater(Refused):
    """The court has it since {since}, which is after today, {today}; give the day it came there."""

    swedish = (
        "{since} är efter i dag, {today}. Ange den dag då målet kom in till domstolen, eller "
        "registrera det när den dagen är kommen."
    )


class Outcome(StrEnum):
    """How it ended, for the claim."""

    UPHELD = "upheld"
    """The debt shall be paid: it goes on where it was."""
    REJECTED = "rejected"
    """Nothing of what is left shall be paid."""
    WITHDRAWN = "withdrawn"
    """The court has tried nothing, and the claim goes on where it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCase:
    """What is known of the case."""

    court: str
    number: str
    """What the court calls it, as `T 1234-25`."""
    since: date
    """When it came to the court; the hold begins when we have written it down, never before."""
    interim: bool = False
    """Whether the court has ordered something for the time until it decides."""

    @property
    def text(self) -> str:
        """As the hold's reason says it."""
        court, number = (" ".join(each.split()) for each in (self.court, self.number))
        return f"{court}, mål {number}, sedan {self.since}{_INTERIM if self.interim else ''}"

    @property
    def words(self) -> Texts:
        """As people read it."""
        interim = ", with an interim order" if self.interim else ""
        en = f"{self.court}, case {self.number}, since {self.since}{interim}"
        return Texts(sv=self.text, en=en)


def read_reason(reason: str) -> CourtCase | None:
    """The case that a hold's reason tells; None when it is written in other words."""
    found = _WRITTEN.fullmatch(reason)
    if found is None:
        return None
    return CourtCase(
        court=found["court"],
        number=found["number"],
        since=date.fromisoformat(found["since"]),
        interim=found["interim"] is not None,
    )
