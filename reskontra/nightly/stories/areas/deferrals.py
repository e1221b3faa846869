"""What a line of a story may say of more time to pay.

    deferral 1003 until 2025-04-30 "lön den 28"
    -> deferral Cilla 1003, pay 300,00 by 2025-04-30

The one rule: it is granted by the terms, at the door that a case officer uses, and has a letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import deferrals
from reskontra.domain.assumed import rates_lasting
from reskontra.domain.claim import Hold
from reskontra.domain.dealings import DEFERRAL
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.money import parse_kronor
from reskontra.domain.ruling import under_rules
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.notation import HoldEnded, kronor
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import deferrals_told

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

DECIDED_BY = "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralGranted(GivenLine):
    """An invoice may be paid later."""

    number: str
    until: date
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'deferral {self.number} until {self.until} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """The claim is held, what it costs is entered, and a letter tells of it."""
        owed, policy = world.owed[self.number], rates_lasting(world.policy, until=date.max)
        ruled = under_rules(world.claim(self.number), policy, today=day)
        answer = judge_deferral(ruled.claim, ruled.procedure, until=self.until, today=day)
        assert isinstance(answer, Deferral), f"{self.text}: {answer.short}"
        if answer.fee.amount_ore:
            fee, income = LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME
            owed.book(EntryKind.FEE, fee, income, answer.fee.amount_ore, day)
        hold = Hold(kind=DEFERRAL, first_day=day, last_day=self.until, reason=self.reason)
        owed.claim = replace(owed.claim, holds=(hold, *owed.claim.holds))
        told = DeferralTold(
            name=world.name_of(owed.claim),
            number=self.number,
            pay_ore=ruled.claim.open_ore + answer.fee.amount_ore,
            pay_by=self.until,
        )
        world.tell(day, told)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The case officer grants it."""
        ask = deferrals.Ask(
            invoice=world.invoice_rows(cursor, self.number)[0],
            until=self.until,
            reason=self.reason,
            by=DECIDED_BY,
        )
        deferrals.grant(cursor, ask, policy=world.policy, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralTold(DidLine):
    """The letter of a deferral. Amount in öre."""

    name: str
    number: str
    pay_ore: int
    pay_by: date

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> deferral {self.name} {self.number}, pay {kronor(self.pay_ore)} by {self.pay_by}"


def _deeds(rows: Rows) -> Iterator[tuple[date, DeferralTold]]:
    for row in deferrals_told.granted(rows.cursor, rows.ids):
        number, name = rows.number(row.invoice), rows.name_of(row.invoice)
        yield (
            row.day,
            DeferralTold(name=name, number=number, pay_ore=row.pay_ore, pay_by=row.until),
        )


def _given(rows: Rows) -> Iterator[tuple[date, DeferralGranted | HoldEnded]]:
    for row in deferrals_told.granted(rows.cursor, rows.ids):
        number, reason = rows.number(row.invoice), " ".join(row.reason.replace('"', "'").split())
        yield row.day, DeferralGranted(number=number, until=row.until, reason=reason)
        if row.lifted_last_day is not None:
            lifted_on = max(row.lifted_last_day + timedelta(days=1), row.day)
            yield lifted_on, HoldEnded(kind=DEFERRAL, whom=number)


def _granted(g: Groups) -> tuple[DeferralGranted]:
    until = date.fromisoformat(g["day"])
    return (DeferralGranted(number=g["number"], until=until, reason=g["quoted"]),)


def _told(g: Groups) -> tuple[DeferralTold]:
    return (
        DeferralTold(
            name=g["name"],
            number=g["number"],
            pay_ore=parse_kronor(g["amount"]),
            pay_by=date.fromisoformat(g["day"]),
        ),
    )


AREA = Area(
    shapes=(
        shape('deferral <number> until <day> "<quoted>"', _granted),
        shape("-> deferral <name> <number>, pay <amount> by <day>", _told),
    ),
    deeds=_deeds,
    given=_given,
)
