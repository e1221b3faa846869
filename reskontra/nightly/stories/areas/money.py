"""What a line of a story may say of money that a person places, gives up or pays back.

    match 300,00 1003
    write off 1003 "dödsbo utan tillgångar"
    write down 1003 "äldre än ett år"
    refund 1003
    move 1003 1004 50,00 "per telefon"

The one rule: what is paid back is ordered by one, approved by another and sent, all that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import money, refunds
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor, parse_kronor
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import GivenLine
from reskontra.nightly.stories.notation import Way
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.outgoing.payout_files import send
from reskontra.records import money_decided, money_waiting

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

NOBODYS = "utan nummer"
"""What a payer has written, when what it was is left out."""
ACCOUNT = refunds.Account(kind=refunds.ACCOUNT, number="80001" + "1234567", payee="story")


def _kronor(amount_ore: int) -> str:
    return format_kronor(amount_ore).replace(NO_BREAK_SPACE, " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(GivenLine):
    """A payment that found no claim, of this amount, pays an invoice."""

    amount_ore: int
    number: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"match {_kronor(self.amount_ore)} {self.number}"

    def in_values(self, world: Pure, day: date) -> None:
        """The earliest of the amount."""
        world.place(self.amount_ore, self.number)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The earliest of the amount."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        for waits in money_waiting.unmatched(cursor):
            if waits.amount_ore == self.amount_ore:
                money.place(
                    cursor,
                    payment=waits.payment,
                    invoice=invoice,
                    amount_ore=None,
                    policy=world.policy,
                    today=day,
                )
                return
        raise world.lacks(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenOff(GivenLine):
    """A person writes off what is left."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'write off {self.number} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """Nothing more is demanded."""
        world.owed[self.number].write_off(day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the officers' own door."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        money.write_off(cursor, invoice=invoice, reason=self.reason, policy=world.policy, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDown(GivenLine):
    """A person writes down what is left, in the books alone."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'write down {self.number} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """It is owed as before."""
        world.owed[self.number].write_down(day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the officers' own door."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        money.write_down(
            cursor, invoice=invoice, reason=self.reason, policy=world.policy, today=day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBack(GivenLine):
    """All that is too much on an invoice is paid back."""

    number: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"refund {self.number}"

    def in_values(self, world: Pure, day: date) -> None:
        """Nothing is too much any more."""
        world.owed[self.number].pay_out(day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """Ordered, approved by another, and sent."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        key = refunds.order(
            cursor,
            invoice=invoice,
            amount_ore=None,
            account=ACCOUNT,
            reason="story",
            by="story",
            policy=world.policy,
            today=day,
        )
        refunds.approve(cursor, key, by="another", today=day)
        send(day=day, folder=world.folder / "payouts", policy=world.policy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(GivenLine):
    """Some of what is too much on one invoice pays another; `consent` says how it was agreed."""

    number: str
    to: str
    amount_ore: int
    consent: str

    @property
    def text(self) -> str:
        """As it is written."""
        said = f' "{self.consent}"' if self.consent else ""
        return f"move {self.number} {self.to} {_kronor(self.amount_ore)}{said}"

    def in_values(self, world: Pure, day: date) -> None:
        """It passes through what has no claim."""
        world.owed[self.number].move_out(self.amount_ore, day=day)
        world.place_on(self.to, self.amount_ore, day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the officers' own door."""
        money.move(
            cursor,
            from_invoice=world.invoice_rows(cursor, self.number)[0],
            to_invoice=world.invoice_rows(cursor, self.to)[0],
            amount_ore=self.amount_ore,
            consent=self.consent,
            policy=world.policy,
            today=day,
        )


def _given(rows: Rows) -> Iterator[tuple[date, notation.Given]]:
    for each in money_decided.decided(rows.cursor, rows.ids):
        number, reason = rows.number(each.invoice), " ".join(each.reason.replace('"', "'").split())
        match each.kind:
            case "write_off":
                yield each.day, WrittenOff(number=number, reason=reason)
            case "write_down":
                yield each.day, WrittenDown(number=number, reason=reason)
            case "payment":
                came = each.came or each.day
                value_date = None if each.value_date == came else each.value_date
                yield (
                    came,
                    notation.Money(
                        way=Way.SAID,
                        said=NOBODYS,
                        amount_ore=each.amount_ore,
                        value_date=value_date,
                    ),
                )
                yield each.day, Placed(number=number, amount_ore=each.amount_ore)
            case "payout":
                yield each.day, PaidBack(number=number)
    for moved in money_decided.moved(rows.cursor, rows.ids):
        yield (
            moved.day,
            Moved(
                number=rows.number(moved.invoice),
                to=rows.number(moved.to),
                amount_ore=moved.amount_ore,
                consent=moved.consent,
            ),
        )


def _placed(g: Groups) -> tuple[Placed]:
    return (Placed(amount_ore=parse_kronor(g["amount"]), number=g["number"]),)


def _moved(g: Groups) -> tuple[Moved]:
    amount_ore = parse_kronor(g["amount"])
    return (
        Moved(number=g["number"], to=g["to"], amount_ore=amount_ore, consent=g["consent"] or ""),
    )


AREA = Area(
    shapes=(
        shape("match <amount> <number>", _placed),
        shape(
            'write off <number> "<reason:quoted>"',
            lambda g: (WrittenOff(number=g["number"], reason=g["reason"]),),
        ),
        shape(
            'write down <number> "<reason:quoted>"',
            lambda g: (WrittenDown(number=g["number"], reason=g["reason"]),),
        ),
        shape("refund <number>", lambda g: (PaidBack(number=g["number"]),)),
        shape('move <number> <to:number> <amount>[ "<consent:quoted>"]', _moved),
    ),
    given=_given,
)
