"""An area of the system as stories see it: its lines, its part of a night, what its rows tell.

    AREA = Area(shapes=(shape("agency paid <number> <amount>", _paid_there),), deeds=_recalls, ...)

The one rule: what an area adds to stories is all in its module, and its `AREA` is one row of the
table in `areas`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.nightly.stories.shape import Shape
from reskontra.records.history import InvoiceRow

if TYPE_CHECKING:
    from reskontra.nightly.stories.notation import Did, Given
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The invoices that a story is told of, in the database."""

    cursor: CursorWrapper
    rows: Mapping[int, InvoiceRow]
    """By invoice."""
    names: Mapping[int, str]
    """The parties' names by id."""

    @property
    def ids(self) -> Collection[int]:
        """The invoices."""
        return self.rows.keys()

    def number(self, invoice: int) -> str:
        """What is printed on the invoice."""
        return self.rows[invoice].number

    def name_of(self, invoice: int) -> str:
        """Who owes it."""
        return self.names[self.rows[invoice].party]


def _nothing(*_: object) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """What an area adds to stories; what it does not add is left out."""

    shapes: tuple[Shape, ...] = ()
    """How its lines are written."""
    night_in_values: Callable[[Pure, date], Iterable[Did]] = _nothing
    """What it does when a night has been lived, in the world of values."""
    night_in_rows: Callable[[ThroughDatabase, date], object] = _nothing
    """Its part of the nightly command."""
    deeds: Callable[[Rows], Iterable[tuple[date, Did]]] = _nothing
    """What the rows say that it did."""
    given: Callable[[Rows], Iterable[tuple[date, Given]]] = _nothing
    """What the rows say that it was given."""
