"""What a line of a story may say of an objection to an invoice, and of what came of it.

    dispute 1003 150,00 "en timme för mycket"
    settle 1003 upheld 50,00 "halva timmen"
    -> part invoice B1003 Cilla 100,00 due 2025-05-28

The one rule: what is disputed waits, and the story says of the rest what it says of any claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import dispute as casework
from reskontra.domain.claim import Hold
from reskontra.domain.disputing import DISPUTE, disputed_ore, settle
from reskontra.domain.ledger import RECEIVABLE_OF, EntryKind, LedgerAccount
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor, parse_kronor
from reskontra.domain.owed import Owed
from reskontra.domain.part_apart import PART_PREFIX
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import disputes

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

DECIDED_BY = "story"


def _kronor(amount_ore: int) -> str:
    return format_kronor(amount_ore).replace(NO_BREAK_SPACE, " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed(GivenLine):
    """Somebody objects to an invoice, or to a part of it. Amount in öre."""

    number: str
    amount_ore: int | None
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        amount = "" if self.amount_ore is None else f" {_kronor(self.amount_ore)}"
        return f'dispute {self.number}{amount} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """The claim is held, or a part of it."""
        owed = world.owed[self.number]
        part_ore = disputed_ore(owed.claim, self.amount_ore)
        hold = Hold(
            kind=DISPUTE,
            first_day=day,
            last_day=None,
            reason=self.reason,
            amount_ore=part_ore,
            place=0 if part_ore is None else _next_place(world, owed),
        )
        owed.claim = replace(owed.claim, holds=(*owed.claim.holds, hold))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person writes it down."""
        casework.dispute(
            cursor,
            invoice=world.invoice_rows(cursor, self.number)[0],
            amount_ore=self.amount_ore,
            reason=self.reason,
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(GivenLine):
    """A person settles it: so much is not owed. Amount in öre; None for all that is disputed."""

    number: str
    upheld_ore: int | None
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        upheld = "upheld" if self.upheld_ore is None else f"upheld {_kronor(self.upheld_ore)}"
        said = "rejected" if self.upheld_ore == 0 else upheld
        return f'settle {self.number} {said} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """What is upheld is credited; the rest is owed again."""
        settle_in_values(world, self.number, kind=DISPUTE, upheld_ore=self.upheld_ore, day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person decides it."""
        casework.settle_dispute(
            cursor,
            invoice=world.invoice_rows(cursor, self.number)[0],
            upheld_ore=self.upheld_ore,
            reason=self.reason,
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartInvoiced(DidLine):
    """A part that the rest did not wait for gets an invoice of its own. Amount in öre."""

    number: str
    name: str
    amount_ore: int
    due_date: date

    @property
    def text(self) -> str:
        """As it is written."""
        amount = _kronor(self.amount_ore)
        return f"-> part invoice {self.number} {self.name} {amount} due {self.due_date}"


def settle_in_values(
    world: Pure, number: str, *, kind: str, upheld_ore: int | None, day: date
) -> None:
    """End the open hold of the kind: so much is not owed (None: all). Amount in öre."""
    owed, hold = _open(world, number, kind)
    result = settle(owed.claim, hold, upheld_ore=upheld_ore)
    for part, amount_ore in result.off:
        owed.book(EntryKind.CREDIT, LedgerAccount.CREDITED, RECEIVABLE_OF[part], amount_ore, day)
    if result.given_back_ore:
        credited, over = LedgerAccount.CREDITED, LedgerAccount.OVERPAID
        owed.book(EntryKind.CREDIT, credited, over, result.given_back_ore, day)
    back_ore = result.back_ore if hold.amount_ore is not None else None
    ended = replace(hold, last_day=day - timedelta(days=1), back_ore=back_ore)
    others = tuple(each for each in owed.claim.holds if each != hold)
    held_ever = ended.first_day < day
    owed.claim = replace(owed.claim, holds=(*others, ended) if held_ever else others)


def _open(world: Pure, number: str, kind: str) -> tuple[Owed, Hold]:
    """The open hold of the kind on the invoice, on itself or on the part that is billed apart."""
    wanted = {number, *_apart(world, number)}
    return next(
        (owed, hold)
        for name, owed in world.owed.items()
        if name in wanted
        for hold in owed.claim.holds
        if hold.kind == kind and hold.last_day is None
    )


def _apart(world: Pure, number: str) -> list[str]:
    """The numbers of the invoice's parts that are billed apart."""
    first = f"{PART_PREFIX}{number}"
    return [each for each in world.owed if each == first or each.startswith(f"{first}-")]


def _next_place(world: Pure, owed: Owed) -> int:
    """Which of the invoice's held parts a new one is, those that are billed apart among them."""
    apart = _apart(world, owed.claim.number)
    return 1 + len(apart) + sum(1 for hold in owed.claim.holds if hold.place)


def _night_in_values(world: Pure, day: date) -> Iterator[DidLine]:
    for owed in list(world.nights.owed.values()):
        claim = owed.claim
        if claim.first_due_date is not None and claim.number not in world.owed:
            world.owed[claim.number] = owed
            yield PartInvoiced(
                number=claim.number,
                name=world.name_of(claim),
                amount_ore=claim.open_ore,
                due_date=claim.due_date,
            )


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    for row in rows.rows.values():
        if row.part_of is not None:
            yield (
                row.invoice_date,
                PartInvoiced(
                    number=row.number,
                    name=rows.name_of(row.invoice),
                    amount_ore=row.total_ore,
                    due_date=row.due_date,
                ),
            )


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    for row in disputes.disputes(rows.cursor, rows.ids):
        number = rows.number(row.invoice)
        yield row.day, Disputed(number=number, amount_ore=row.amount_ore, reason=said(row.reason))
        if row.settled_on is not None:
            yield (
                row.settled_on,
                Settled(number=number, upheld_ore=row.upheld_ore, reason=said(row.finding)),
            )


def said(reason: str) -> str:
    """A reason that fits between quotation marks on one line."""
    return " ".join(reason.replace('"', "'").split()) or "no reason given"


def _disputed(g: Groups) -> tuple[Disputed]:
    amount_ore = parse_kronor(g["amount"]) if g.get("amount") else None
    return (Disputed(number=g["number"], amount_ore=amount_ore, reason=g["reason"]),)


def _upheld(g: Groups) -> tuple[Settled]:
    upheld_ore = parse_kronor(g["amount"]) if g.get("amount") else None
    return (Settled(number=g["number"], upheld_ore=upheld_ore, reason=g["reason"]),)


def _rejected(g: Groups) -> tuple[Settled]:
    return (Settled(number=g["number"], upheld_ore=0, reason=g["reason"]),)


def _part(g: Groups) -> tuple[PartInvoiced]:
    return (
        PartInvoiced(
            number=g["number"],
            name=g["name"],
            amount_ore=parse_kronor(g["amount"]),
            due_date=date.fromisoformat(g["due"]),
        ),
    )


AREA = Area(
    shapes=(
        shape('dispute <number>[ <amount>] "<reason:quoted>"', _disputed),
        shape('settle <number> upheld[ <amount>] "<reason:quoted>"', _upheld),
        shape('settle <number> rejected "<reason:quoted>"', _rejected),
        shape("-> part invoice <number> <name> <amount> due <due:day>", _part),
    ),
    night_in_values=_night_in_values,
    deeds=_deeds,
    given=_given,
)
