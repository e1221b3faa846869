"""How the people of Granvik pay: in time, late, in part, twice, wrongly, when reminded, never.

    plan = plan_of(invoice, chance)
    plan.payments          -> (PlannedPayment(day=date(2025, 4, 30), amount_ore=30000, ...),)
    plan.heeds_reminder    -> False

The one rule: a payer knows only what the letters say: a number, an amount and a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from reskontra.domain.calendar import (
    add_banking_days,
    next_banking_day,
    previous_banking_day,
)
from reskontra.nightly.demo.people import Habit

HUNDRED_KRONOR = 10_000
ONE_KRONA = 100


class Conduct(StrEnum):
    """What somebody does with one invoice."""

    IN_TIME = "in_time"
    IN_TEXT = "in_text"
    """In time, with the number in the free text."""
    TOO_MUCH = "too_much"
    TWICE = "twice"
    LATE = "late"
    WHEN_REMINDED = "when_reminded"
    IN_PART = "in_part"
    """Half in time, the rest when reminded."""
    NEARLY = "nearly"
    """All but a few kronor, in time."""
    WRONG_NUMBER = "wrong_number"
    """In time, with a digit wrong; again, rightly, when reminded."""
    TAKEN_BACK = "taken_back"
    """In time, but the bank takes it back; again when reminded."""
    NEVER = "never"


CONDUCTS: dict[Habit, dict[Conduct, int]] = {
    Habit.EXACT: {Conduct.IN_TIME: 1},
    Habit.PUNCTUAL: {
        Conduct.IN_TIME: 948,
        Conduct.LATE: 25,
        Conduct.TOO_MUCH: 6,
        Conduct.IN_TEXT: 5,
        Conduct.WHEN_REMINDED: 5,
        Conduct.TWICE: 4,
        Conduct.WRONG_NUMBER: 2,
        Conduct.TAKEN_BACK: 2,
    },
    Habit.CARELESS: {
        Conduct.IN_TIME: 410,
        Conduct.LATE: 375,
        Conduct.WHEN_REMINDED: 150,
        Conduct.TOO_MUCH: 15,
        Conduct.IN_PART: 15,
        Conduct.NEARLY: 10,
        Conduct.IN_TEXT: 10,
        Conduct.TWICE: 8,
        Conduct.WRONG_NUMBER: 4,
        Conduct.TAKEN_BACK: 5,
    },
    Habit.STRUGGLING: {
        Conduct.LATE: 300,
        Conduct.IN_TIME: 250,
        Conduct.WHEN_REMINDED: 250,
        Conduct.NEVER: 60,
        Conduct.IN_PART: 75,
        Conduct.TAKEN_BACK: 15,
        Conduct.NEARLY: 10,
    },
    Habit.NEVER: {Conduct.NEVER: 85, Conduct.WHEN_REMINDED: 15},
}
"""How often each habit does what; the sums need not be alike."""

HEEDS_REMINDER = frozenset(
    {Conduct.WHEN_REMINDED, Conduct.IN_PART, Conduct.WRONG_NUMBER, Conduct.TAKEN_BACK}
)
DAYS_BEFORE = (0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 8, 12)
"""Banking days before the due date that somebody in time pays; most pay at the last."""
DAYS_LATE = (1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 11, 18)
"""Banking days after it; the longest have been reminded meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPayment:
    """A payment that the bank will tell of on `day`. Öre above zero."""

    creditor: str
    day: date
    amount_ore: int
    reference: str
    payer_name: str
    text: str = ""
    reversal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPay:
    """What an invoice or an interest invoice asks somebody to pay."""

    creditor: str
    ocr_number: str
    amount_ore: int
    first_day: date
    """The first banking day that it can be paid on."""
    due_date: date
    payer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody will do with one invoice."""

    payments: tuple[PlannedPayment, ...]
    heeds_reminder: bool


def plan_of(asked: ToPay, habit: Habit, chance: Random) -> Plan:
    """What somebody of this habit does with an invoice."""
    weights = CONDUCTS[habit]
    conduct = chance.choices(list(weights), weights=list(weights.values()))[0]
    return planned(asked, conduct, chance)


def planned(asked: ToPay, conduct: Conduct, chance: Random) -> Plan:
    """The payments that this conduct leads to."""
    return Plan(
        payments=tuple(_payments(asked, conduct, chance)),
        heeds_reminder=conduct in HEEDS_REMINDER,
    )


def paid_on(asked: ToPay, day: date, amount_ore: int) -> PlannedPayment:
    """One plain payment with the right number."""
    return PlannedPayment(
        creditor=asked.creditor,
        day=next_banking_day(day),
        amount_ore=amount_ore,
        reference=asked.ocr_number,
        payer_name=asked.payer_name,
    )


def _payments(asked: ToPay, conduct: Conduct, chance: Random) -> Iterator[PlannedPayment]:
    whole_ore = asked.amount_ore
    day = _in_time(asked, chance)
    match conduct:
        case Conduct.IN_TIME:
            yield paid_on(asked, day, whole_ore)
        case Conduct.IN_TEXT:
            text = f"Faktura {asked.ocr_number}"
            yield _written(asked, day, reference="", text=text)
        case Conduct.TOO_MUCH:
            yield paid_on(asked, day, (whole_ore // HUNDRED_KRONOR + 1) * HUNDRED_KRONOR)
        case Conduct.TWICE:
            yield paid_on(asked, day, whole_ore)
            yield paid_on(asked, add_banking_days(day, chance.randint(1, 9)), whole_ore)
        case Conduct.LATE:
            late = add_banking_days(asked.due_date, chance.choice(DAYS_LATE))
            yield paid_on(asked, late, whole_ore)
        case Conduct.IN_PART:
            yield paid_on(asked, day, max(ONE_KRONA, whole_ore // 2 // ONE_KRONA * ONE_KRONA))
        case Conduct.NEARLY:
            yield paid_on(asked, day, whole_ore - chance.randint(1, 19) * ONE_KRONA)
        case Conduct.WRONG_NUMBER:
            yield _written(asked, day, reference=_miswritten(asked.ocr_number), text="")
        case Conduct.TAKEN_BACK:
            yield paid_on(asked, day, whole_ore)
            yield _taken_back(asked, add_banking_days(day, 2))


def _in_time(asked: ToPay, chance: Random) -> date:
    day = next_banking_day(asked.due_date)
    for _ in range(chance.choice(DAYS_BEFORE)):
        if day > asked.first_day:
            day = previous_banking_day(day)
    return max(day, asked.first_day)


def _written(asked: ToPay, day: date, *, reference: str, text: str) -> PlannedPayment:
    return PlannedPayment(
        creditor=asked.creditor,
        day=day,
        amount_ore=asked.amount_ore,
        reference=reference,
        text=text,
        payer_name=asked.payer_name,
    )


def _taken_back(asked: ToPay, day: date) -> PlannedPayment:
    return PlannedPayment(
        creditor=asked.creditor,
        day=day,
        amount_ore=asked.amount_ore,
        reference=asked.ocr_number,
        payer_name=asked.payer_name,
        reversal=True,
    )


def _miswritten(ocr_number: str) -> str:
    """The number with its check digit wrong, so that it is nobody's."""
    return ocr_number[:-1] + str((int(ocr_number[-1]) + 1) % 10)


def answer_to_reminder(asked: ToPay, chance: Random) -> Iterator[PlannedPayment]:
    """What somebody who heeds reminders does: most pay it all, some half, some a bit too late.

    `due_date` is here the day that the reminder says to pay by.
    """
    choice = chance.randrange(100)
    if choice < 88:
        days = (asked.due_date - asked.first_day).days
        day = add_banking_days(asked.first_day, chance.randint(0, max(0, days * 5 // 7)))
        yield paid_on(asked, min(day, next_banking_day(asked.due_date)), asked.amount_ore)
    elif choice < 93:
        half_ore = max(ONE_KRONA, asked.amount_ore // 2 // ONE_KRONA * ONE_KRONA)
        yield paid_on(asked, next_banking_day(asked.due_date), half_ore)
    else:
        late = add_banking_days(asked.due_date, chance.randint(2, 15))
        yield paid_on(asked, late, asked.amount_ore)
