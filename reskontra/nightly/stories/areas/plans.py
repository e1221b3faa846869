"""What a line of a story may say of payment in parts.

    plan 1003 1004 6 parts from 2025-04-30 "svårt att betala"
    payment part 2 of 1003 503,00
    cancel plan 1003 "allt betalas i maj"
    -> plan Cilla 1003 1004, pay 503,00 by 2025-04-30
    -> plan broken Cilla 1003 1004

The one rule: a plan is granted by the door that a case officer uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import installment_plan
from reskontra.domain.agreed import Agreed, PlanHappening
from reskontra.domain.installments import InstallmentPlan, judge_plan
from reskontra.domain.money import NO_BREAK_SPACE, format_kronor, parse_kronor
from reskontra.domain.plan_night import begun, ended, granted, in_order, with_charges
from reskontra.domain.step import CREDITOR
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.notation import Booked, Money, StepBooked, Way
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import plan_history
from reskontra.records.plan_history import EventRow

if TYPE_CHECKING:
    from reskontra.domain.claim import Claim
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

DECIDED_BY = "story"
AT_AGENCY = "at agency"
_WORDS = {
    PlanHappening.KEPT: "part {part} paid",
    PlanHappening.LATE: "part {part} late",
    PlanHappening.BROKEN: "broken",
    PlanHappening.ENDED: "ended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGranted(GivenLine):
    """The debtor and we agree, that day, on payment in parts."""

    numbers: tuple[str, ...]
    parts: int
    first_on: date
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        numbers = " ".join(self.numbers)
        return f'plan {numbers} {self.parts} parts from {self.first_on} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """The claims are held, and what the first part costs is entered."""
        ruled = [world.ruled(number, day) for number in self.numbers]
        claims, procedure = in_order(each.claim for each in ruled), ruled[0].procedure
        answer = judge_plan(claims, procedure, parts=self.parts, first_on=self.first_on, today=day)
        assert isinstance(answer, InstallmentPlan), f"{self.text}: {answer.short}"
        key = 1 + max((p.key for each in world.owed.values() for p in each.claim.plans), default=0)
        plan = granted(claims, procedure, answer, key=key, today=day)
        for claim in claims:
            owed = world.owed[claim.number]
            mine = [each for each in plan.charges if each.claim == claim.key]
            owed.charge(mine, day=day)
            owed.claim = begun(owed.claim, plan.plan, mine, reason=self.reason)
        for did in _began(world, [world.owed[claim.number].claim for claim in claims]):
            world.tell(day, did)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The case officer grants it."""
        installment_plan.grant(
            cursor,
            invoices=[world.invoice_rows(cursor, number)[0] for number in self.numbers],
            parts=self.parts,
            first_on=self.first_on,
            agreed_on=day,
            reason=self.reason,
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCancelled(GivenLine):
    """A person ends the plan of the invoice; the day of the line is no longer held."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'cancel plan {self.number} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """The claims go on."""
        key = world.owed[self.number].claim.plans[-1].key
        for owed in world.owed.values():
            if owed.claim.plan is not None and owed.claim.plan.key == key:
                happened = owed.claim.plan.happened | {(PlanHappening.CALLED_OFF, 0)}
                mine = replace(owed.claim.plan, happened=happened)
                claim = replace(owed.claim, plans=(*owed.claim.plans[:-1], mine))
                owed.claim = ended(claim, PlanHappening.CALLED_OFF, today=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The case officer ends it."""
        invoice, _ = world.invoice_rows(cursor, self.number)
        installment_plan.cancel(
            cursor, invoice=invoice, reason=self.reason, by=DECIDED_BY, today=day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTold(DidLine):
    """A letter of a plan, with what is to be paid now, or what has happened to it."""

    what: str
    """As `part 2 paid`, `broken`; `notice` for the letter of a later part, empty for the first."""
    name: str
    numbers: tuple[str, ...]
    pay_ore: int | None = None
    pay_by: date | None = None

    @property
    def text(self) -> str:
        """As it is written."""
        what = f"{self.what} " if self.what else ""
        line = f"-> plan {what}{self.name} {' '.join(self.numbers)}"
        if self.pay_ore is None:
            return line
        amount = format_kronor(self.pay_ore).replace(NO_BREAK_SPACE, " ")
        return f"{line}, pay {amount} by {self.pay_by}"


def _night(world: Pure, day: date) -> Iterator[DidLine | StepBooked]:
    """What the night has brought to plans."""
    turns = (turned for when, plan in world.plans if when == day for turned in plan.turns)
    for turned in turns:
        numbers = tuple(claim.number for claim in turned.claims)
        name = world.name_of(turned.claims[0])
        for kind, part in turned.happened:
            if kind in _WORDS:
                yield PlanTold(what=_WORDS[kind].format(part=part), name=name, numbers=numbers)
        parts = with_charges(turned.plan, turned.charges).installments
        for part in turned.called:
            asked = parts[part - 1]
            yield PlanTold(
                what="notice",
                name=name,
                numbers=numbers,
                pay_ore=asked.total_ore,
                pay_by=asked.due_date,
            )
        by_key = {claim.key: claim.number for claim in turned.claims}
        for charge in turned.charges:
            yield from _booked(by_key[charge.claim], charge.fee_ore, charge.interest.total_ore)


def _began(world: Pure, claims: Sequence[Claim]) -> Iterator[DidLine | StepBooked]:
    plan: Agreed = claims[0].plans[-1]
    numbers, name = tuple(claim.number for claim in claims), world.name_of(claims[0])
    if plan.administered_by != CREDITOR:
        yield PlanTold(what=AT_AGENCY, name=name, numbers=numbers)
        return
    first = plan.installments[0]
    yield PlanTold(
        what="", name=name, numbers=numbers, pay_ore=first.total_ore, pay_by=first.due_date
    )
    for place, claim in enumerate(claims):
        mine = claim.plans[-1]
        yield from _booked(claim.number, first.fee_ore if place == 0 else 0, mine.charged_ore)


def _booked(number: str, fee_ore: int, interest_ore: int) -> Iterator[StepBooked]:
    if fee_ore:
        yield StepBooked(Booked.FEE, number, fee_ore)
    if interest_ore:
        yield StepBooked(Booked.INTEREST, number, interest_ore)


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine | StepBooked]]:
    for event in plan_history.events(rows.cursor, rows.ids):
        told = _told(event, rows)
        if told is not None:
            yield event.day, told
    for fee in plan_history.fees(rows.cursor, rows.ids):
        yield fee.day, StepBooked(Booked.FEE, rows.number(fee.invoice), fee.amount_ore)


def _told(event: EventRow, rows: Rows) -> PlanTold | None:
    kind = PlanHappening(event.kind)
    if kind in _WORDS:
        what = _WORDS[kind].format(part=event.ordinal)
    elif kind is PlanHappening.GRANTED:
        what = AT_AGENCY if event.pay_ore is None else ""
    elif kind is PlanHappening.CALLED and event.pay_ore is not None:
        what = "notice"
    else:
        return None
    return PlanTold(
        what=what,
        name=rows.name_of(event.invoices[0]),
        numbers=tuple(map(rows.number, event.invoices)),
        pay_ore=event.pay_ore,
        pay_by=event.pay_by,
    )


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine | Money]]:
    for row in plan_history.granted(rows.cursor, rows.ids):
        given = PlanGranted(
            numbers=tuple(map(rows.number, row.invoices)),
            parts=row.parts,
            first_on=row.first_on,
            reason=_quoted(row.reason),
        )
        yield row.day, given
    for event in plan_history.events(rows.cursor, rows.ids):
        if PlanHappening(event.kind) is PlanHappening.CALLED_OFF:
            number = rows.number(event.invoices[0])
            yield event.day, PlanCancelled(number=number, reason=_quoted(event.reason))
    for paid in plan_history.payments(rows.cursor, rows.ids):
        money = Money(
            way=Way.PART,
            said=f"{paid.ordinal} of {rows.number(paid.invoice)}",
            amount_ore=paid.amount_ore,
            value_date=None if paid.value_date == paid.day else paid.value_date,
            reversal=paid.reversal,
        )
        yield paid.day, money


def _quoted(text: str) -> str:
    """A reason that fits between quotation marks on one line."""
    return " ".join(text.replace('"', "'").split()) or "no reason given"


def _plan(g: Groups) -> tuple[PlanGranted]:
    return (
        PlanGranted(
            numbers=tuple(g["numbers"].split()),
            parts=int(g["count"]),
            first_on=date.fromisoformat(g["day"]),
            reason=g["quoted"],
        ),
    )


def _cancel(g: Groups) -> tuple[PlanCancelled]:
    return (PlanCancelled(number=g["number"], reason=g["quoted"]),)


def _letter(what: str) -> Callable[[Groups], tuple[PlanTold]]:
    def becomes(g: Groups) -> tuple[PlanTold]:
        return (
            PlanTold(
                what=what,
                name=g["name"],
                numbers=tuple(g["numbers"].split()),
                pay_ore=parse_kronor(g["amount"]),
                pay_by=date.fromisoformat(g["day"]),
            ),
        )

    return becomes


def _happened(g: Groups) -> tuple[PlanTold]:
    return (PlanTold(what=g["what"], name=g["name"], numbers=tuple(g["numbers"].split())),)


AREA = Area(
    shapes=(
        shape('plan <numbers> <count> parts from <day> "<quoted>"', _plan),
        shape('cancel plan <number> "<quoted>"', _cancel),
        shape("-> plan <what:turn> <name> <numbers>", _happened),
        shape("-> plan notice <name> <numbers>, pay <amount> by <day>", _letter("notice")),
        shape("-> plan <name> <numbers>, pay <amount> by <day>", _letter("")),
    ),
    night_in_values=_night,
    deeds=_deeds,
    given=_given,
)
