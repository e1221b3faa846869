"""How news reaches a collection agency: by files in a folder that both can reach, or by its API.

    carrier = FolderCarrier(Path(".reskontra/agency/exempel_inkasso"))
    carrier.register(case, pdf)      0f6c….case.json and 0f6c….pdf
    carrier.tell(payment)            0f6c….told-7.json

The one rule: the same news twice is one piece of news; whoever carries it may be stopped anywhere
and begin again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reskontra.domain.refusal import Refused
from reskontra.formats import agency_case
from reskontra.formats.agency_case import Case, Told
from reskontra.outgoing.drop_folder import put


class AgencyDidNotTake(Refused):
    """The agency did not take the news about {reference}: {why}. It is tried again."""

    swedish = "Inkassobolaget tog inte emot uppgiften om {reference}: {why}. Nytt försök görs."


class TellByHand(Refused):
    """The agency has no way to take this by itself; tell it about {reference}: {what}."""

    swedish = "Inkassobolaget kan inte ta emot detta av sig självt. Meddela om {reference}: {what}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What an agency answers at once, if it does."""

    case_number: str
    ocr_number: str


class Carrier(Protocol):
    """A way to one agency."""

    def register(self, case: Case, copy: bytes) -> Registration | None:
        """Hand the claim over, with the invoice's PDF; the agency's answer, if it comes at once."""

    def tell(self, told: Told, *, case_number: str) -> None:
        """Tell of a payment, a credit, money taken back, or a recall."""


class FolderCarrier:
    """Files in a folder; each is written beside its place and moved there whole."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when the first file is written."""
        self._folder = folder

    def register(self, case: Case, copy: bytes) -> Registration | None:
        """The PDF first, so that the case file never names what is not there."""
        put(self._folder, f"{case.reference}.pdf", copy)
        put(self._folder, f"{case.reference}.case.json", agency_case.write(case).encode())
        return None

    def tell(self, told: Told, *, case_number: str) -> None:
        """One file, named by what it tells; the case number is in none of them."""
        name = f"{told.reference}.{told.message}.json"
        put(self._folder, name, agency_case.write(told).encode())
