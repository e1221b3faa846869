"""What a line of a story may say of a claim at a collection agency.

    agency paid 1004 300,00
    agency takes back 1004 300,00
    agency closes 1004 returned
    -> recall Cilla 1004 for dispute
    -> hand-over Cilla 1004 again after dispute

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

from reskontra.domain.came_back import CameBack
from reskontra.domain.claim import HAND_OVER
from reskontra.domain.handover import Happening, recall_reason
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor, parse_kronor
from reskontra.domain.night import Taken
from reskontra.domain.owed import Owed
from reskontra.domain.rules import Part
from reskontra.intake import returns
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.notation import HandedOver
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.outgoing import hand_over
from reskontra.records import agency_told, handovers

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
class BackThere(GivenLine):
    """The agency tells that the latest such payment there was taken back. Amount in öre."""

    number: str
    amount_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        amount = format_kronor(self.amount_ore).replace(NO_BREAK_SPACE, " ")
        return f"agency takes back {self.number} {amount}"

    def in_values(self, world: Pure, day: date) -> None:
        """What it had paid is owed again."""
        world.owed[self.number].agency_takes_back(self.amount_ore, day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The agency's file names the payment's message."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        payment = agency_told.latest_payment(cursor, invoice, amount_ore=self.amount_ore)
        if payment is None:
            raise world.lacks(self.text)
        _hear(world, cursor, day, self, {"record": "taken_back", "payment": payment})


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
        _came_back(world.owed[self.number], "")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAgain(DidLine):
    """One invoice goes to the agency again; what it had come back for is over."""

    name: str
    number: str
    after: str

    @property
    def text(self) -> str:
        """As it is written."""
        after = self.after.replace("_", " ")
        return f"-> hand-over {self.name} {self.number} again after {after}"


def handed_over(taken: Taken, *, name: str) -> HandedOver | GivenAgain:
    """What is told of a claim that goes to the agency: the first time, or again."""
    claim = taken.claim
    if taken.again and claim.came_back:
        return GivenAgain(name=name, number=claim.number, after=claim.came_back.reason)
    return HandedOver(step=taken.step.name, name=name, number=claim.number)


def _hear(
    world: ThroughDatabase,
    cursor: CursorWrapper,
    day: date,
    event: PaidThere | BackThere | ClosedThere,
    said: dict[str, object],
) -> None:
    """The agency's file with the one message."""
    invoice, _ = world.invoice_rows(cursor, event.number)
    handover = handovers.of_invoice(cursor, invoice)
    if handover is None:
        raise world.lacks(event.text)
    # That of an invoice which was made anew has a stroke, which names neither message nor file.
    number = event.number.replace("/", "-")
    message = {
        "creditor": handover.creditor,
        "agency": handover.agency,
        "message": f"{number}-{day}-{len(list(world.folder.iterdir()))}",
        "reference": str(handover.reference),
        "date": f"{day}",
        **said,
    }
    path = world.folder / f"{message['message']}.jsonl"
    path.write_text(json.dumps(message), encoding="utf-8")
    returns.take_in(path, day=day, policy=world.policy)


def _came_back(owed: Owed, reason: str) -> None:
    """No agency has the claim any more; one that has come back before stays so."""
    claim = owed.claim
    given_on = max(each.day for each in claim.steps_taken if each.name.startswith(HAND_OVER))
    back = claim.came_back or CameBack(reason=reason, given_on=given_on)
    owed.claim = replace(claim, came_back=back)


def _call_back(world: Pure, day: date) -> Iterator[DidLine]:
    """The claims that their agency may not keep."""
    for number, owed in world.owed.items():
        if not owed.claim.handed_over:
            continue
        ruled = world.ruled(number, day)
        reason = recall_reason(
            ruled.claim,
            paid_last_to_agency=owed.paid_last_to_agency,
            today=day,
        )
        if reason is not None:
            _came_back(owed, reason)
            yield Recalled(name=world.name_of(owed.claim), number=number, reason=reason)


def _call_back_rows(world: ThroughDatabase, day: date) -> None:
    with connections["default"].cursor() as cursor:
        looked = handovers.to_look_at(cursor, day=day)
        hand_over.decide(cursor, looked, policy=world.policy, day=day)


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    for given in agency_told.given_again(rows.cursor, rows.ids):
        name, number = rows.name_of(given.invoice), rows.number(given.invoice)
        yield given.day, GivenAgain(name=name, number=number, after=given.after)
    for day, invoice, reason in agency_told.recalls(rows.cursor, rows.ids):
        yield (
            day,
            Recalled(name=rows.name_of(invoice), number=rows.number(invoice), reason=reason),
        )


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    """What an agency has told of money and of endings."""
    for heard in agency_told.heard(rows.cursor, rows.ids):
        number = rows.number(heard.invoice)
        if heard.kind is Happening.CLOSED:
            yield heard.day, ClosedThere(number=number, reason=heard.text)
        elif heard.kind is Happening.TAKEN_BACK:
            yield heard.day, BackThere(number=number, amount_ore=heard.amount_ore)
        elif heard.amount_ore:
            yield heard.day, PaidThere(number=number, amount_ore=heard.amount_ore)


def _paid(g: Groups) -> tuple[PaidThere]:
    return (PaidThere(number=g["number"], amount_ore=parse_kronor(g["amount"])),)


def _back(g: Groups) -> tuple[BackThere]:
    return (BackThere(number=g["number"], amount_ore=parse_kronor(g["amount"])),)


def _closed(g: Groups) -> tuple[ClosedThere]:
    return (ClosedThere(number=g["number"], reason=g["reason"]),)


def _again(g: Groups) -> tuple[GivenAgain]:
    after = g["reason"].replace(" ", "_")
    return (GivenAgain(name=g["name"], number=g["number"], after=after),)


def _recalled(g: Groups) -> tuple[Recalled]:
    reason = g["reason"].replace(" ", "_")
    return (Recalled(name=g["name"], number=g["number"], reason=reason),)


AREA = Area(
    shapes=(
        shape("agency paid <number> <amount>", _paid),
        shape("agency takes back <number> <amount>", _back),
        shape("agency closes <number> <reason:word>", _closed),
        shape("-> hand-over <name> <number> again after <reason:words>", _again),
        shape("-> recall <name> <number> for <reason:words>", _recalled),
    ),
    night_in_values=_call_back,
    night_in_rows=_call_back_rows,
    deeds=_deeds,
    given=_given,
)
