"""What people and the Authority do about the cast's invoices: each deed on its day.

    Decides(day=date(2026, 10, 1), kind="dispute", given={"amount": "150"}, reason="En lektion ...")
    AuthorityTells(day=date(2026, 11, 3), record="verdict")

The one rule: a deed goes through the door that it would come by in reality. What comes of it is
the system's doing, and one that is refused stops the demo.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from django.db import connections, transaction

from reskontra.casework.courses import confirm_course
from reskontra.casework.desk import Proposal, decide, sign
from reskontra.casework.water_orders import Work, done, start
from reskontra.casework.water_sites import visit
from reskontra.domain.deciding import Officer
from reskontra.domain.rules import Policy
from reskontra.intake import verdicts
from reskontra.records import facilities, matters, queries
from reskontra.records.access import own_notices
from reskontra.records.views import Citizen

CASE_OFFICER = Officer(subject="demo-alva", name="Alva Ek", roles=frozenset({"case_officer"}))
TECHNICIAN = "Tekla Dal"
MANAGER = Officer(
    subject="demo-bo", name="Bo Strand", roles=frozenset({"case_officer", "finance_manager"})
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An invoice on the day that something is done about it."""

    invoice: int
    number: str
    party: int
    creditor: str
    day: date
    policy: Policy
    inbox: Path


class Deed(Protocol):
    """Something that is done about one invoice on a day."""

    @property
    def day(self) -> date:
        """When."""

    def happen(self, at: Occasion) -> None:
        """Do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decides:
    """An officer decides something at the desk, with what is filled in."""

    day: date
    kind: str
    reason: str
    given: Mapping[str, str] = field(default_factory=dict)
    officer: Officer = CASE_OFFICER
    signer: Officer | None = None
    """The other one, who signs it the same day."""

    def happen(self, at: Occasion) -> None:
        """At the desk."""
        proposal = Proposal(
            kind=self.kind,
            party=at.party,
            invoice=at.invoice,
            creditor=at.creditor,
            given=self.given,
            reason=self.reason,
        )
        with transaction.atomic(), connections["default"].cursor() as cursor:
            made = decide(cursor, proposal, officer=self.officer, policy=at.policy, today=at.day)
            if self.signer is not None:
                sign(cursor, made.public_id, officer=self.signer, policy=at.policy, today=at.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoesNight:
    """Two officers undo what the night before took of one step of one procedure."""

    day: date
    procedure: str
    step: str
    not_before: date
    reason: str

    def happen(self, at: Occasion) -> None:
        """At the desk, as one decision that the other signs."""
        given = {
            "night": f"{at.day - timedelta(days=1)}",
            "procedure": self.procedure,
            "step": self.step,
            "not_before": f"{self.not_before}",
        }
        proposal = Proposal(
            kind="undo_night",
            party=None,
            invoice=None,
            creditor=at.creditor,
            given=given,
            reason=self.reason,
        )
        with transaction.atomic(), connections["default"].cursor() as cursor:
            made = decide(cursor, proposal, officer=CASE_OFFICER, policy=at.policy, today=at.day)
            sign(cursor, made.public_id, officer=MANAGER, policy=at.policy, today=at.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Courses:
    """An officer decides which way the claim goes."""

    day: date
    course: str
    reason: str = ""

    def happen(self, at: Occasion) -> None:
        """As from a terminal."""
        with transaction.atomic(), connections["default"].cursor() as cursor:
            confirm_course(
                cursor,
                invoice=at.invoice,
                number=at.number,
                course=self.course,
                reason=self.reason,
                by=CASE_OFFICER.name,
                day=at.day,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityTells:
    """The Enforcement Authority tells something of the application, by file."""

    day: date
    record: str
    said: Mapping[str, str] = field(default_factory=dict)

    def happen(self, at: Occasion) -> None:
        """A file with the one message."""
        with connections["default"].cursor() as cursor:
            case = matters.cases_of(cursor, at.invoice)[-1]
        message = {
            "record": self.record,
            "creditor": at.creditor,
            "message": f"{at.number}-{self.record}",
            "reference": str(case.reference),
            "date": str(at.day),
            **self.said,
        }
        path = at.inbox / f"authority-{at.number}-{self.record}.jsonl"
        path.write_text(json.dumps(message), encoding="utf-8")
        verdicts.take_in(path, day=at.day, policy=at.policy)


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicianDoes:
    """A technician begins and does what was ordered at the house, on their phone."""

    day: date
    meter_reading: str
    note: str = ""

    def happen(self, at: Occasion) -> None:
        """The money is read again, and then it is done."""
        with transaction.atomic(), connections["default"].cursor() as cursor:
            place = facilities.of_invoice(cursor, at.invoice)
            assert place is not None
            (order,) = visit(cursor, place=place, policy=at.policy, today=at.day).open_orders
            key = order.public_id
            work = Work(by=TECHNICIAN, note=self.note, meter_reading=self.meter_reading)
            start(cursor, key, by=TECHNICIAN, policy=at.policy, today=at.day)
            done(cursor, key, work, policy=at.policy, today=at.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoosesNotices:
    """The person chooses in the portal to be told by e-mail before invoices fall due."""

    day: date
    address: str
    days_before: int = 5

    def happen(self, at: Occasion) -> None:
        """In the portal, with the code that came."""
        me = Citizen(party_id=at.party)
        new = own_notices.NewWish(
            address=self.address,
            days_before=self.days_before,
            language="sv",
            token=secrets.token_urlsafe(24),
            code_digest="known to the demo",
        )
        own_notices.wish(citizen=me, new=new, today=at.day)
        wish = own_notices.standing(citizen=me, today=at.day).latest
        assert wish is not None
        own_notices.confirm(citizen=me, wish=wish, today=at.day)


@dataclass(slots=True)
class Diary:
    """The deeds to come, by day."""

    _to_come: defaultdict[date, list[tuple[str, str, Deed]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def note(self, creditor: str, number: str, deeds: Iterable[Deed]) -> None:
        """Take up what is to be done about an invoice."""
        for deed in deeds:
            self._to_come[deed.day].append((creditor, number, deed))

    def live(self, day: date, *, policy: Policy, inbox: Path) -> None:
        """Let the day's deeds be done."""
        for creditor, number, deed in self._to_come.pop(day, []):
            with connections["default"].cursor() as cursor:
                found = queries.find_invoice(cursor, number=number)
            invoice, party = next(row[:2] for row in found if row[2] == creditor)
            occasion = Occasion(
                invoice=invoice,
                number=number,
                party=party,
                creditor=creditor,
                day=day,
                policy=policy,
                inbox=inbox,
            )
            deed.happen(occasion)
