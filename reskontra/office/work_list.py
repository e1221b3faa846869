"""What a work list is made of: how it is counted, what it is asked for, and its lines.

    WorkList(name="signatures", count=..., rows=...)

The one rule: a list costs what waits in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.rules import Policy
from reskontra.records.work import Waiting

PAGE = 25


@dataclass(frozen=True, slots=True)
class LetterOfRow:
    """A letter that a line is about."""

    public_id: UUID
    template: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list, as the page places it."""

    waiting: Waiting
    decision: UUID | None = None
    kind: str = ""
    """The decision that would help, or the kind of the one that waits."""
    creditor: str = ""
    """The one whose doings the decision is about, when it is about nobody's claim."""
    given: tuple[str, str] = ("", "")
    """The field of such a decision that is filled in at first, and with what."""
    needs: tuple[str, ...] = ()
    letter: LetterOfRow | None = None
    """The letter that it is about."""
    suggested: tuple[Waiting, ...] = ()
    """Invoices that the decision may be about, when the thing itself is about none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a list is asked for."""

    cursor: CursorWrapper
    policy: Policy
    today: date
    language: str = "sv"
    limit: int = PAGE
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkList:
    """A list: its name in `wording`, and how it is counted and read."""

    name: str
    count: Callable[[Asked], int]
    rows: Callable[[Asked], Sequence[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A list and how many wait in it."""

    name: str
    count: int
