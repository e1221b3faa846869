"""A letter that came back is sent again: the same letter, with as much time to pay as it gave.

    again(letter, day=date(2025, 5, 2), addressee=..., open_ore={"1003": 20_000})

The one rule: what it says is what is owed on the day that it is sent, and the time to pay is
counted from that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from reskontra.domain.calendar import day_before_disconnection, next_banking_day
from reskontra.domain.deferral_letter import DeferralLetter
from reskontra.domain.letter import (
    Addressee,
    CollectionDemandLetter,
    Letter,
    LetterClaim,
    NoticeLetter,
    ReminderLetter,
)
from reskontra.domain.plan_letter import InstallmentPlanLetter
from reskontra.domain.refusal import Refused
from reskontra.domain.step import Falls
from reskontra.domain.water_until import with_days


class NoLongerTrue(Refused):
    """Letter {number} no longer says what is owed, so it is not sent again; a person must write."""

    swedish = (
        "Brev {number} stämmer inte längre med det som är kvar att betala och skickas inte igen. "
        "En handläggare får skriva."
    )


def as_late(
    pay_by: date | None, *, first_day: date, day: date, falls: Falls = Falls.NEXT_BANKING_DAY
) -> date | None:
    """The last day to pay when a letter of `first_day` is sent on `day` instead.

    One that sets a day of disconnection sets one again that is not before a day off.
    """
    if pay_by is None:
        return None
    late = pay_by + (day - first_day)
    sets_day = falls is Falls.BEFORE_DISCONNECTION
    return day_before_disconnection(late) if sets_day else next_banking_day(late)


def again(
    letter: Letter,
    *,
    day: date,
    addressee: Addressee,
    open_ore: Mapping[str, int],
    falls: Falls = Falls.NEXT_BANKING_DAY,
) -> Letter:
    """The letter as it is sent on `day`; `open_ore` is what is asked for now, by invoice number.

    `falls` says where its last day to pay goes.
    An invoice, a plan or a deferral has its days already and keeps them. Refuses (NoLongerTrue) a
    demand of which a part has been paid, for its interest would be another, and a plan or a
    deferral whose first day to pay has passed.
    """
    match letter:
        case ReminderLetter() | NoticeLetter():
            now = (_now(claim, open_ore) for claim in letter.claims)
            claims = tuple(claim for claim in now if claim.reminded or claim.open_ore)
            total_ore = sum(claim.open_ore for claim in claims)
            sent = replace(letter, addressee=addressee, claims=claims, total_ore=total_ore, day=day)
            return _with_days(sent, first_day=letter.day, falls=falls)
        case CollectionDemandLetter():
            for claim in letter.claims:
                if open_ore.get(claim.invoice_number) != claim.open_ore:
                    raise NoLongerTrue(number=letter.letter_number)
            late = next_banking_day(letter.pay_by + (day - letter.day))
            return replace(letter, addressee=addressee, day=day, pay_by=late)
        case InstallmentPlanLetter() | DeferralLetter() if letter.pay_by < day:
            raise NoLongerTrue(number=letter.letter_number)
        case _:
            return replace(letter, addressee=addressee)


def _with_days(
    letter: ReminderLetter | NoticeLetter, *, first_day: date, falls: Falls
) -> ReminderLetter | NoticeLetter:
    """The letter with a new last day to pay, if it had one, which its words say too."""
    old = letter.pay_by
    new = as_late(old, first_day=first_day, day=letter.day, falls=falls)
    if old is None or new is None:
        return letter
    paragraphs = with_days(
        letter.paragraphs, old=old, new=new, falls=falls, language=letter.language
    )
    return replace(letter, pay_by=new, paragraphs=paragraphs)


def _now(claim: LetterClaim, open_ore: Mapping[str, int]) -> LetterClaim:
    now_ore = open_ore.get(claim.invoice_number, 0)
    return replace(claim, open_ore=now_ore, paid_ore=claim.paid_ore + claim.open_ore - now_ore)


def lost_days(*, first_day: date, returned_on: date) -> timedelta:
    """The days that passed before anybody knew that the letter had not come to its reader."""
    return returned_on - first_day
