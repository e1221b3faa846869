"""What a line of a story may say of a claim at a collection agency.

    agency paid 1004 300,00
    agency closes 1004 returned
    -> recall Cilla 1004 for dispute

The one rule: what an agency tells comes in its file, as it does to everybody.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import Happening, recall_reason
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor, parse_kronor
from reskontra.domain.rules import Part
from reskontra.intake import returns
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.outgoing import hand_over
from reskontra.records import handovers

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidThere(GivenLine):
    """The agency tells of money for the principal that was paid to it that day. Amount in öre."""

    number: str
    amount_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        amount = format_kronor(self.amount_ore).replace(NO_BREAK_SPACE, " ")
        return f"agency paid {self.number} {amount}"

    def in_values(self, world: Pure, day: date) -> None:
        """The claim is lower."""
        world.owed[self.number].pay_agency({Part.PRINCIPAL: self.amount_ore}, day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The agency's file tells it."""
        said = {"record": "payment", "principal_ore": self.amount_ore}
        _hear(world, cursor, day, self, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedThere(GivenLine):
    """The agency tells that it has ended the case."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"agency closes {self.number} {self.reason}"

    def in_values(self, world: Pure, day: date) -> None:
        """No agency has it any more."""
        owed = world.owed[self.number]
        owed.claim = replace(owed.claim, taken_back=True)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The agency's file tells it."""
        _hear(world, cursor, day, self, {"record": "closed", "reason": self.reason})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled(DidLine):
    """One invoice is called back from the agency."""

    name: str
    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> recall {self.name} {self.number} for {self.reason.replace('_', ' ')}"


def _hear(
    world: ThroughDatabase,
    cursor: CursorWrapper,
    day: date,
    event: PaidThere | ClosedThere,
    said: dict[str, object],
) -> None:
    """The agency's file with the one message."""
    invoice, _ = world.invoice_rows(cursor, event.number)
    handover = handovers.of_invoice(cursor, invoice)
    if handover is None:
        raise world.lacks(event.text)
    message = {
        "creditor": handover.creditor,
        "agency": handover.agency,
        "message": f"{event.number}-{day}-{len(list(world.folder.iterdir()))}",
        "reference": str(handover.reference),
        "date": f"{day}",
        **said,
    }
    path = world.folder / f"{message['message']}.jsonl"
    path.write_text(json.dumps(message), encoding="utf-8")
    returns.take_in(path, day=day, policy=world.policy)


def _call_back(world: Pure, day: date) -> Iterator[DidLine]:
    """The claims that their agency may not keep."""
    for number, owed in world.owed.items():
        if not owed.claim.handed_over:
            continue
        reason = recall_reason(
            world.ruled(number, day).claim,
            paid_last_to_agency=owed.paid_last_to_agency,
            today=day,
        )
        if reason is not None:
            owed.claim = replace(owed.claim, taken_back=True)
            yield Recalled(name=world.name_of(owed.claim), number=number, reason=reason)


def _call_back_rows(world: ThroughDatabase, day: date) -> None:
    with connections["default"].cursor() as cursor:
        hand_over.decide(cursor, policy=world.policy, day=day)


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    for day, invoice, reason in handovers.recalls(rows.cursor, rows.ids):
        yield (
            day,
            Recalled(name=rows.name_of(invoice), number=rows.number(invoice), reason=reason),
        )


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    """What an agency has told of money and of endings."""
    for heard in handovers.heard(rows.cursor, rows.ids):
        number = rows.number(heard.invoice)
        if heard.kind is Happening.CLOSED:
            yield heard.day, ClosedThere(number=number, reason=heard.text)
        elif heard.amount_ore:
            yield heard.day, PaidThere(number=number, amount_ore=heard.amount_ore)


def _paid(g: Groups) -> tuple[PaidThere]:
    return (PaidThere(number=g["number"], amount_ore=parse_kronor(g["amount"])),)


def _closed(g: Groups) -> tuple[ClosedThere]:
    return (ClosedThere(number=g["number"], reason=g["reason"]),)


def _recalled(g: Groups) -> tuple[Recalled]:
    reason = g["reason"].replace(" ", "_")
    return (Recalled(name=g["name"], number=g["number"], reason=reason),)


AREA = Area(
    shapes=(
        shape("agency paid <number> <amount>", _paid),
        shape("agency closes <number> <reason:word>", _closed),
        shape("-> recall <name> <number> for <reason:words>", _recalled),
    ),
    night_in_values=_call_back,
    night_in_rows=_call_back_rows,
    deeds=_deeds,
    given=_given,
)
