"""Somebody else opened the water: whether to report it to the police is a person's decision.

    report(cursor, visited, by="A. Ek", reason="Plomben var bruten", today=today)

The one rule: nothing is reported by itself. The decision opens the page of gathered papers, which a
person reads and sends.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework.water_sites import Visited
from reskontra.domain.refusal import Refused
from reskontra.records import water_work
from reskontra.records.water_work import Order


class NothingWasOpened(Refused):
    """No technician has found that somebody else opened the water at {facility}."""

    swedish = "Ingen tekniker har sett att någon annan har öppnat vattnet vid {facility}."


def unanswered(visited: Visited) -> Order | None:
    """The latest order by which the water was found open, when nobody has decided about it."""
    found = (each for each in reversed(visited.orders) if each.found_open is not None)
    order = next(found, None)
    return order if order is not None and order.reported is None else None


def report(cursor: CursorWrapper, visited: Visited, *, by: str, reason: str, today: date) -> None:
    """Decide that it is reported."""
    order = unanswered(visited)
    if order is None:
        raise NothingWasOpened(facility=visited.place.code)
    water_work.report_to_police(cursor, order.key, by=by, day=today, reason=reason)
