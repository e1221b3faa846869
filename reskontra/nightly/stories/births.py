"""When somebody was born who owes no invoice alone, where it matters that they are young.

    born Nils 2010-05-01

The one rule: it says who the party is, and nothing happens by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.nightly.stories.line import GivenLine

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase


@dataclass(frozen=True, slots=True, kw_only=True)
class Born(GivenLine):
    """A party's date of birth."""

    name: str
    born: date

    @property
    def text(self) -> str:
        """As it is written."""
        return f"born {self.name} {self.born}"

    def in_values(self, world: Pure, day: date) -> None:
        """The cast knows it already."""

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The party's identity number says it already."""
