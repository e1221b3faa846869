"""Two invoices that have been handed over, and the ways to and from the agency, for the tests.

    place = a_handed_over_town(tmp_path)
    place.send(day)  /  place.returns(day, a_message("registered", reference=…))

The one rule: everything goes through the doors that the commands use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connections

from reskontra.casework.agency_steps import take_steps
from reskontra.domain.identity import ocr_number
from reskontra.intake import returns
from reskontra.outgoing.agency_carrier import Carrier, FolderCarrier
from reskontra.outgoing.hand_over import Order, Sent, send
from reskontra.records import handovers
from reskontra.records.handovers import Handover
from tests.build import REMINDED, Municipality, a_municipality, an_invoice, rows, sample_policy

AGENCY = "Exempel Inkasso AB"
HANDED_OVER = date(2025, 4, 24)
"""The banking day after the reminder's pay-by day."""
LATER = date(2025, 5, 12)
CASE, OCR = "77", ocr_number("7777")


@dataclass(slots=True)
class AtTheAgency:
    """A municipality whose invoices 1001 and 1002 are at the agency."""

    town: Municipality
    folder: Path
    _files: int = 0

    def send(self, day: date, carrier: Carrier | None = None) -> Sent:
        """Send what is due, by files unless another way is given."""
        way = carrier or FolderCarrier(self.folder)
        return send(Order(day=day, policy=sample_policy(), carrier_of=lambda *_: way))

    def told(self) -> list[str]:
        """The kinds of the files that have been written, by name."""
        return sorted(path.name.partition(".")[2] for path in self.folder.glob("*.json"))

    def returns(self, day: date, *messages: dict[str, Any]) -> returns.Receipt:
        """Take in a file with these messages, and the steps that they tell of."""
        receipt = returns.take_in(self.file(*messages), day=day, policy=sample_policy())
        take_steps(policy=sample_policy(), today=day)
        return receipt

    def file(self, *messages: dict[str, Any]) -> Path:
        """A file with these messages."""
        self._files += 1
        path = self.town.folder / f"returns-{self._files}.jsonl"
        path.write_text("\n".join(json.dumps(each) for each in messages), encoding="utf-8")
        return path


def a_handed_over_town(folder: Path, *more: str, **invoice: Any) -> AtTheAgency:
    """Reminded, not paid, and handed over on HANDED_OVER; nothing is sent yet."""
    town = a_municipality(folder)
    town.bill(
        an_invoice("1001", **invoice),
        an_invoice("1002", amount_ore=50_000, **invoice),
        *(an_invoice(number, **invoice) for number in more),
    )
    town.night(REMINDED)
    town.night(HANDED_OVER)
    return AtTheAgency(town, folder / "agency")


def handover_of(number: str) -> Handover:
    """The hand-over of an invoice as it stands."""
    ((invoice,),) = rows("SELECT id FROM invoice WHERE number = %s", number)
    with connections["default"].cursor() as cursor:
        found = handovers.of_invoice(cursor, invoice)
    assert found is not None
    return found


def a_message(record: str, number: str = "1001", /, **said: Any) -> dict[str, Any]:
    """A message about an invoice, named by what it says."""
    body = {
        "record": record,
        "creditor": "municipality",
        "agency": AGENCY,
        "message": f"{record}-{number}",
        "reference": str(handover_of(number).reference),
        "date": f"{LATER}",
        **said,
    }
    return {name: value for name, value in body.items() if value is not None}


def registered(number: str = "1001") -> dict[str, Any]:
    """The agency has taken the claim."""
    return a_message("registered", number, case_number=f"{CASE}-{number}", ocr_number=OCR)
