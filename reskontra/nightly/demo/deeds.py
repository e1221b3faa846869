"""What people decide about the cast's invoices: each deed on its day, at the officers' own desk.

    Deed(day=date(2026, 10, 1), kind="dispute", given={"amount": "150"}, reason="En lektion ...")

The one rule: a deed only says what somebody decides. What comes of it is the system's doing, and
one that is refused stops the demo.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connections, transaction

from reskontra.casework.desk import Proposal, decide
from reskontra.domain.deciding import Officer
from reskontra.domain.rules import Policy
from reskontra.records import queries

CASE_OFFICER = Officer(subject="demo-alva", name="Alva Ek", roles=frozenset({"case_officer"}))
MANAGER = Officer(
    subject="demo-bo", name="Bo Strand", roles=frozenset({"case_officer", "finance_manager"})
)
TECHNICIAN = Officer(subject="demo-tove", name="Tove Lund", roles=frozenset({"technician"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that is decided about one invoice on a day, with what is filled in."""

    day: date
    kind: str
    reason: str
    given: Mapping[str, str] = field(default_factory=dict)
    officer: Officer = CASE_OFFICER


@dataclass(slots=True)
class Diary:
    """The deeds to come, by day."""

    _to_come: defaultdict[date, list[tuple[str, str, Deed]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def note(self, creditor: str, number: str, deeds: Iterable[Deed]) -> None:
        """Take up what is to be decided about an invoice."""
        for deed in deeds:
            self._to_come[deed.day].append((creditor, number, deed))

    def live(self, day: date, policy: Policy) -> None:
        """Let the day's deeds be done, each in a transaction of its own."""
        for creditor, number, deed in self._to_come.pop(day, []):
            with transaction.atomic(), connections["default"].cursor() as cursor:
                found = queries.find_invoice(cursor, number=number)
                invoice, party = next(row[:2] for row in found if row[2] == creditor)
                proposal = Proposal(
                    kind=deed.kind,
                    party=party,
                    invoice=invoice,
                    creditor=creditor,
                    given=deed.given,
                    reason=deed.reason,
                )
                decide(cursor, proposal, officer=deed.officer, policy=policy, today=day)
