"""Payers: when those who owe pay, in a simulation. All the model's figures stand here.

    payer = payer_of(claim, seed=1, first_day=date(2026, 3, 2))
    payer.pays_on, payer.share   -> the payment that comes by itself, if any does
    payer.answers(2)             -> whether a second letter makes this payer pay

Of a thousand claims, `HABITS` says how many are paid when; a letter or a hand-over is a *nudge*,
and whoever answers the second answers the third too. The one rule: what a payer does is drawn from
the seed and the claim's own number, never from the policy, so that two policies meet the same
people. The figures are a plausible guess, to be replaced by a municipality's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.claim import Claim

ONE_KRONA = 100
A_THOUSAND = 1_000
ANSWER_DAYS = (3, 21)
"""Days from a nudge until the money is in the bank: post, thought and a bank transfer."""
MISSING_KRONOR = (1, 19)
"""What is missing when nearly all is paid."""


class Share(StrEnum):
    """How much of what is owed the first payment is."""

    NOTHING = "nothing"
    HALF = "half"
    NEARLY_ALL = "nearly_all"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """One way to pay, and how many of a thousand claims are paid that way."""

    of_thousand: int
    share: Share = Share.NOTHING
    """What is paid without being asked again."""
    days: tuple[int, int] = (0, 0)
    """The earliest and latest day of that payment, counted from the due date."""
    answers_from: int | None = None
    """The first nudge that is answered; with none, no nudge is."""


HABITS = (
    Habit(of_thousand=800, share=Share.ALL, days=(-10, 0), answers_from=1),
    Habit(of_thousand=70, share=Share.ALL, days=(1, 25), answers_from=1),
    Habit(of_thousand=10, share=Share.HALF, days=(-3, 5), answers_from=1),
    Habit(of_thousand=10, share=Share.NEARLY_ALL, days=(-5, 0), answers_from=2),
    Habit(of_thousand=50, answers_from=1),
    Habit(of_thousand=25, answers_from=2),
    Habit(of_thousand=15, answers_from=3),
    Habit(of_thousand=20),
)
"""In time, late, half, nearly all; those who await a first, second or third nudge; never."""


@dataclass(slots=True, kw_only=True)
class Payer:
    """Whoever pays one claim, with what has happened so far."""

    habit: Habit
    answer_days: int
    missing_ore: int
    nudges: int
    pays_on: date | None
    """The banking day of the payment that comes without a new nudge, if one does."""
    share: Share
    on_way_ore: int = 0
    """Paid, and not yet read from the bank's file."""

    def answers(self, nudge: int) -> bool:
        """Whether the payer pays what is owed when nudged for this time, the first being 1."""
        return self.habit.answers_from is not None and nudge >= self.habit.answers_from

    def nudged(self, *, day: date) -> date | None:
        """Take a nudge sent on `day`; the banking day when it is answered, or None."""
        self.nudges += 1
        return self.answer_to(day) if self.answers(self.nudges) else None

    def pay(self, open_ore: int, share: Share) -> int:
        """The öre that are paid now of `open_ore`, less what is on its way already."""
        paid_ore = max(0, self._part(open_ore, share) - self.on_way_ore)
        self.on_way_ore += paid_ore
        return paid_ore

    def answer_to(self, day: date) -> date:
        """The banking day on which a nudge of `day` is answered."""
        return next_banking_day(day + timedelta(days=self.answer_days))

    def _part(self, open_ore: int, share: Share) -> int:
        match share:
            case Share.NOTHING:
                return 0
            case Share.HALF:
                return max(ONE_KRONA, open_ore // 2 // ONE_KRONA * ONE_KRONA)
            case Share.NEARLY_ALL:
                return open_ore - self.missing_ore if open_ore > self.missing_ore else open_ore
            case Share.ALL:
                return open_ore


def payer_of(claim: Claim, *, seed: int, first_day: date) -> Payer:
    """The claim's payer, drawn until one is found who would not have paid before `first_day`."""
    chance = Random(f"{seed}: {claim.creditor} {claim.number}")  # noqa: S311 - no secret
    while True:
        payer = _drawn(claim, chance)
        if payer.pays_on is None or payer.pays_on >= first_day:
            return payer


def _drawn(claim: Claim, chance: Random) -> Payer:
    habit = _habit(chance.randrange(A_THOUSAND))
    days = chance.randint(*habit.days)
    payer = Payer(
        habit=habit,
        answer_days=chance.randint(*ANSWER_DAYS),
        missing_ore=chance.randint(*MISSING_KRONOR) * ONE_KRONA,
        nudges=len(claim.steps_taken),
        pays_on=None,
        share=habit.share,
    )
    if claim.steps_taken and payer.answers(payer.nudges):
        payer.pays_on = payer.answer_to(claim.steps_taken[-1].day)
        payer.share = Share.ALL
    elif habit.share is not Share.NOTHING:
        payer.pays_on = next_banking_day(claim.due_date + timedelta(days=days))
    return payer


def _habit(place: int) -> Habit:
    """The habit of the claim that is `place` among a thousand."""
    for habit in HABITS:
        place -= habit.of_thousand
        if place < 0:
            return habit
    return HABITS[-1]
