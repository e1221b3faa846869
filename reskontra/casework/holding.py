"""A person puts a claim on hold, or all that somebody owes, and lifts a hold again.

    hold(cursor, NewHold(party=4, invoice=17, kind="dispute", ...), policy=policy, today=today)
    lift(cursor, hold=3, party=4, reason="utrett", by="A. Ek", today=today)

The one rule: a hold begins today at the earliest; it is never edited, only lifted.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.domain.refusal import Refused
from reskontra.domain.representing import NO_GUARDIAN
from reskontra.domain.rules import Policy
from reskontra.domain.shares import LAPSED_SHARE
from reskontra.records import disputes, steps
from reskontra.records.steps import NewHold

OWN_DECISIONS = frozenset({"deferral", "installment_plan", NO_GUARDIAN, LAPSED_SHARE})
"""Holds that follow from something else: a decision with terms, or who the debtor is."""


class UnknownHold(Refused):
    """{kind!r} is nothing that holds a claim; allowed are {known}."""

    swedish = "{kind!r} är inget som spärrar en fordran. Tillåtna är {known}."


class HoldHasTerms(Refused):
    """{kind!r} is granted on its own terms: decide that instead of a hold."""

    swedish = "{kind!r} beviljas på egna villkor. Besluta om det i stället för en spärr."


class LastDayPassed(Refused):
    """The last day, {last_day}, has passed; a hold ends today, {today}, at the earliest."""

    swedish = "Sista dagen, {last_day}, har passerat. En spärr slutar tidigast i dag, {today}."


class NoSuchHold(Refused):
    """There is no such hold in force."""

    swedish = "Det finns ingen sådan spärr som gäller."


class SettleInstead(Refused):
    """A part of the invoice is disputed; settle it, and say what is upheld."""

    swedish = "En del av fakturan är bestridd. Avgör det, och säg vad som medges."


def hold(cursor: CursorWrapper, new: NewHold, *, policy: Policy, today: date) -> int:
    """Set the hold; its id. Refuses an unknown kind, and one that is granted on terms."""
    if new.kind not in policy.hold_kinds:
        raise UnknownHold(kind=new.kind, known=", ".join(sorted(policy.hold_kinds)))
    if new.kind in OWN_DECISIONS:
        raise HoldHasTerms(kind=new.kind)
    if new.last_day is not None and new.last_day < today:
        raise LastDayPassed(last_day=new.last_day, today=today)
    return steps.add_hold(cursor, new)


def lift(
    cursor: CursorWrapper, *, hold: int, party: int, reason: str, by: str, today: date
) -> None:
    """End the hold of the party: yesterday was its last day, and the claims are looked at today."""
    if hold not in [each.key for each in steps.holds_in_force(cursor, party=party, day=today)]:
        raise NoSuchHold
    if disputes.is_of_part(cursor, hold):
        raise SettleInstead
    last_day = today - timedelta(days=1)
    steps.lift_hold(cursor, hold=hold, last_day=last_day, look_on=today, reason=reason, by=by)
