"""The invoices of a whole life, numbered, each with what will be done about it.

    invoices = plan(Frame(seed=1, start=date(2025, 5, 22), until=date(2026, 11, 21)), everybody)
    invoices[0].number   -> "10000001"

The one rule: everything here is decided before the first night; what the system then does about
it (reminders, interest) is answered as it comes, in `life`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reskontra.domain.calendar import add_banking_days, next_banking_day
from reskontra.domain.identity import ocr_number
from reskontra.nightly.demo import invoicing
from reskontra.nightly.demo.conduct import Conduct, Plan, ToPay, plan_of, planned
from reskontra.nightly.demo.deeds import Deed
from reskontra.nightly.demo.invoicing import KINDS, Line
from reskontra.nightly.demo.names import chance_of
from reskontra.nightly.demo.people import Inhabitant

CREDITS_IN_THOUSAND = 8
WITHDRAWALS_IN_THOUSAND = 5
FIRST_NUMBERS = {invoicing.MUNICIPALITY: 10_000_001, invoicing.WATER_COMPANY: 60_000_001}
CREDIT_REASONS = ("Rättat antal", "Avdrag enligt överenskommelse", "Fel pris, rättat")
WITHDRAWAL_REASONS = ("Fel mottagare", "Fakturan skickades två gånger", "Tjänsten var uppsagd")

Act = Callable[[ToPay, Random], Plan]
"""Decides what is done about one invoice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a life is made from."""

    seed: int
    start: date
    until: date
    """The last day that is lived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A credit of an amount, or the whole invoice withdrawn when there is none."""

    day: date
    reason: str
    credit_ore: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An invoice to be, before it has a number."""

    who: Inhabitant
    kind: str
    invoice_date: date
    due_date: date
    lines: tuple[Line, ...] = ()
    """With none, those that the kind has."""
    act: Act | None = None
    """With none, the inhabitant's habit decides."""
    correction: Correction | None = None
    deeds: tuple[Deed, ...] = ()
    facility: str = ""
    """The house that it is about, when the register has it."""
    parts_paid: int = 0
    """Of an installment plan, so many parts are paid, each on its day."""
    others: tuple[Inhabitant, ...] = ()
    """Who owes it together with `who`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedInvoice:
    """An invoice that a business system will send, and what will be done about it."""

    who: Inhabitant
    creditor: str
    kind: str
    department: str
    our_reference: str
    number: str
    ocr_number: str
    invoice_date: date
    due_date: date
    lines: tuple[Line, ...]
    correction: Correction | None
    plan: Plan
    deeds: tuple[Deed, ...]
    """What people decide about it."""
    facility: str
    parts_paid: int
    others: tuple[Inhabitant, ...]

    @property
    def total_ore(self) -> int:
        """The sum of its lines."""
        return sum(line.amount_ore for line in self.lines)


def plan(
    frame: Frame, everybody: Sequence[Inhabitant], scripted: Iterable[Draft]
) -> tuple[PlannedInvoice, ...]:
    """Every invoice of the life: the regular ones of `everybody`, and the `scripted` ones."""
    drafts = [*scripted, *_regular(frame, everybody)]
    drafts.sort(key=lambda draft: draft.invoice_date)
    numbers = dict(FIRST_NUMBERS)
    found = []
    for draft in drafts:
        creditor = KINDS[draft.kind].creditor
        found.append(_numbered(frame, draft, str(numbers[creditor])))
        numbers[creditor] += 1
    return tuple(found)


def _regular(frame: Frame, everybody: Sequence[Inhabitant]) -> Iterator[Draft]:
    month = frame.start.replace(day=1)
    while month <= frame.until:
        for kind in KINDS.values():
            day = invoicing.invoice_date(kind, month)
            if frame.start <= day <= frame.until:
                due = invoicing.due_date(kind, day)
                for who in everybody:
                    if kind.name in who.kinds and kind.comes(month, who):
                        yield Draft(who=who, kind=kind.name, invoice_date=day, due_date=due)
        month = invoicing.month_after(month)


def _numbered(frame: Frame, draft: Draft, number: str) -> PlannedInvoice:
    chance = chance_of(frame.seed, number)
    kind = KINDS[draft.kind]
    lines = draft.lines or invoicing.lines_of(kind.name, draft.who, draft.invoice_date, chance)
    total_ore = sum(line.amount_ore for line in lines)
    correction = draft.correction
    if draft.act is None:
        correction = _correction(draft, total_ore, frame.until, chance)
    settled_on = correction.day if correction else draft.invoice_date
    asked = ToPay(
        creditor=kind.creditor,
        ocr_number=ocr_number(number),
        amount_ore=total_ore - (correction.credit_ore if correction else 0),
        first_day=add_banking_days(settled_on, 1),
        due_date=draft.due_date,
        payer_name=draft.who.name,
    )
    return PlannedInvoice(
        who=draft.who,
        creditor=kind.creditor,
        kind=kind.name,
        department=kind.department,
        our_reference=invoicing.our_reference(kind.name, chance),
        number=number,
        ocr_number=asked.ocr_number,
        invoice_date=draft.invoice_date,
        due_date=draft.due_date,
        lines=lines,
        correction=correction,
        plan=_what_is_done(draft, asked, correction, chance),
        deeds=draft.deeds,
        facility=draft.facility,
        parts_paid=draft.parts_paid,
        others=draft.others,
    )


def _what_is_done(
    draft: Draft, asked: ToPay, correction: Correction | None, chance: Random
) -> Plan:
    if draft.act is not None:
        return draft.act(asked, chance)
    if correction is not None and not correction.credit_ore:
        heard = chance.randrange(100) < 85
        return planned(asked, Conduct.NEVER if heard else Conduct.IN_TIME, chance)
    return plan_of(asked, draft.who.habit, chance)


def _correction(draft: Draft, total_ore: int, until: date, chance: Random) -> Correction | None:
    choice = chance.randrange(1000)
    day = next_banking_day(draft.invoice_date + timedelta(days=chance.randint(3, 10)))
    if choice >= CREDITS_IN_THOUSAND + WITHDRAWALS_IN_THOUSAND or day > until:
        return None
    if choice < WITHDRAWALS_IN_THOUSAND:
        return Correction(day=day, reason=chance.choice(WITHDRAWAL_REASONS))
    credit_ore = total_ore * chance.randint(10, 40) // 10_000 * 100
    return Correction(day=day, reason=chance.choice(CREDIT_REASONS), credit_ore=credit_ore)
