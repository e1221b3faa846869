"""Two moorings that are not paid, on their way to the Enforcement Authority, for the tests.

    place = a_demanded_town(tmp_path)
    place.decide("1001", "enforcement_authority", day=…)  /  place.send(day)  /  place.hear(…)

The one rule: everything goes through the doors that the commands use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from reskontra.casework import courses as deciding
from reskontra.domain.course import Course
from reskontra.intake import verdicts
from reskontra.outgoing import authority
from reskontra.records import matters
from reskontra.records.matters import Case
from tests.build import Municipality, a_municipality, an_invoice, rows, sample_policy

DEMANDED = date(2025, 4, 24)
WARNED = date(2025, 5, 8)
PROPOSED = date(2025, 5, 20)
APPLIED = date(2025, 5, 21)
LATER = date(2025, 6, 23)
NIGHTS = (date(2025, 4, 9), DEMANDED, WARNED, PROPOSED)


@dataclass(slots=True)
class AtTheAuthority:
    """A municipality whose invoices 1001 and 1002 are demanded, warned about and assessed."""

    town: Municipality
    folder: Path
    _files: int = 0

    def decide(self, number: str, course: str, *, day: date = APPLIED, reason: str = "") -> Course:
        """A person decides on the course."""
        with transaction.atomic(), connections["default"].cursor() as cursor:
            return deciding.confirm_course(
                cursor,
                invoice=invoice_of(number),
                number=number,
                course=course,
                reason=reason,
                by="E. Lind",
                day=day,
            )

    def apply(self) -> None:
        """Both are decided for the Authority, applied for and sent."""
        for number in ("1001", "1002"):
            self.decide(number, "enforcement_authority")
        self.town.night(APPLIED)
        self.send(APPLIED)

    def send(self, day: date) -> authority.Sent:
        """Write what the Authority is to know."""
        order = authority.Order(
            day=day, policy=sample_policy(), folder_of=lambda creditor: self.folder / creditor
        )
        return authority.send(order)

    def told(self) -> list[str]:
        """The kinds of the files that have been written, by name."""
        home = self.folder / "municipality"
        return sorted(path.name.partition(".")[2] for path in home.glob("*"))

    def file_of(self, number: str, kind: str) -> dict[str, Any]:
        """A file that was written about an invoice."""
        path = self.folder / "municipality" / f"{case_of(number).reference}.{kind}.json"
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def hear(self, *messages: dict[str, Any], day: date = LATER) -> verdicts.Receipt:
        """Take in a file with these messages."""
        self._files += 1
        path = self.town.folder / f"authority-{self._files}.jsonl"
        path.write_text("\n".join(json.dumps(each) for each in messages), encoding="utf-8")
        return verdicts.take_in(path, day=day, policy=sample_policy())


def a_demanded_town(folder: Path, **of_first: Any) -> AtTheAuthority:
    """Reminded, demanded, warned and assessed; nobody has decided. `of_first`: of invoice 1001."""
    town = a_municipality(folder)
    kind: dict[str, Any] = {"kind": "mooring", "department": "property"}
    town.bill(
        an_invoice("1001", amount_ore=600_000, **kind, **of_first),
        an_invoice("1002", amount_ore=120_000, **kind),
    )
    for night in NIGHTS:
        town.night(night)
    return AtTheAuthority(town, folder / "authority")


def invoice_of(number: str) -> int:
    """The id of the invoice."""
    ((invoice,),) = rows("SELECT id FROM invoice WHERE number = %s", number)
    return int(invoice)


def case_of(number: str) -> Case:
    """The invoice's latest matter as it stands."""
    with connections["default"].cursor() as cursor:
        return matters.cases_of(cursor, invoice_of(number))[-1]


def a_message(record: str, number: str = "1001", /, **said: Any) -> dict[str, Any]:
    """A message about an invoice, named by what it says."""
    body = {
        "record": record,
        "creditor": "municipality",
        "message": f"{record}-{number}",
        "reference": str(case_of(number).reference),
        "date": f"{LATER}",
        **said,
    }
    return {name: value for name, value in body.items() if value is not None}
