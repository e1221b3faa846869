"""What people decide about the cast's invoices: each deed on its day, by the officers' own door.

    Deed(day=date(2026, 10, 1), does=hold("dispute", "Kursen blev inställd"))

The one rule: a deed only says what somebody decides. What comes of it is the system's doing, and
one that is refused stops the demo.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import decisions
from reskontra.domain.rules import Policy
from reskontra.records import queries, steps

OFFICER = "Alva Ek"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An invoice on the day that somebody decides about it."""

    cursor: CursorWrapper
    invoice: int
    party: int
    day: date
    policy: Policy


Does = Callable[[Occasion], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that is decided about one invoice on a day."""

    day: date
    does: Does


@dataclass(slots=True)
class Diary:
    """The deeds to come, by day."""

    _to_come: defaultdict[date, list[tuple[str, str, Does]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def note(self, creditor: str, number: str, deeds: Iterable[Deed]) -> None:
        """Take up what is to be decided about an invoice."""
        for deed in deeds:
            self._to_come[deed.day].append((creditor, number, deed.does))

    def live(self, day: date, policy: Policy) -> None:
        """Let the day's deeds be done, each in a transaction of its own."""
        for creditor, number, does in self._to_come.pop(day, []):
            with transaction.atomic(), connections["default"].cursor() as cursor:
                found = queries.find_invoice(cursor, number=number)
                invoice, party = next(row[:2] for row in found if row[2] == creditor)
                occasion = Occasion(
                    cursor=cursor, invoice=invoice, party=party, day=day, policy=policy
                )
                does(occasion)


def hold(kind: str, reason: str, *, last_day: date | None = None) -> Does:
    """The invoice waits, for a reason of this kind."""

    def does(at: Occasion) -> None:
        new = steps.NewHold(
            party=at.party,
            invoice=at.invoice,
            kind=kind,
            first_day=at.day,
            last_day=last_day,
            reason=reason,
            decided_by=OFFICER,
        )
        steps.add_hold(at.cursor, new)

    return does


def finds(kind: str, finding: str) -> Does:
    """Somebody finds what a step needs."""

    def does(at: Occasion) -> None:
        decisions.clear(
            at.cursor,
            invoice=at.invoice,
            kind=kind,
            finding=finding,
            by=OFFICER,
            roles=at.policy.role_kinds,
            policy=at.policy,
            day=at.day,
        )

    return does
