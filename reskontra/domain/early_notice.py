"""Whether somebody is told by e-mail, some days before, that an invoice falls due.

    why_silent(claim, party=4, rules=rules, law=law, today=date(2025, 4, 25))  -> None: tell
    why_silent(…)  -> Silent.HELD: a dispute, a deferral, a protected identity …

A service that the person has asked for; no step, no letter, and nothing in law waits for it.

The one rule: in doubt nothing is said. What is not simply to be paid on its day is told of in the
portal and in letters, never in an e-mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from reskontra.domain.claim import Claim
from reskontra.domain.law import Law
from reskontra.domain.party import PartyKind
from reskontra.domain.representative import Representation
from reskontra.domain.representing import is_read_by_another, is_under_age
from reskontra.domain.rules import NoticeRules, PortalRules
from reskontra.domain.visibility import Listing, place


class Silent(StrEnum):
    """Why nothing is said."""

    SETTLED = "settled"
    """Nothing is left to pay: paid, credited, withdrawn or written off."""
    NOT_BEFORE = "not_before"
    """Its day has come, or is further away than the person wants to know."""
    NOT_SHOWN = "not_shown"
    """Whoever signs in would not find it."""
    HELD = "held"
    """It is disputed or deferred, or somebody is protected, dead or bankrupt."""
    IN_PLAN = "in_plan"
    STARTED = "started"
    """A letter has spoken of it, or an agency or the Enforcement Authority has it."""
    READ_BY_ANOTHER = "read_by_another"
    """A minor, or one whose letters go to somebody else instead."""
    NO_PERSON = "no_person"


def why_silent(
    claim: Claim, *, party: int, days_before: int, rules: PortalRules, law: Law, today: date
) -> Silent | None:
    """Why this party is not told of the claim today; None when they are."""
    kind, born, represented = _who(claim, party)
    if claim.settled or claim.transferred:
        return Silent.SETTLED
    if not 0 < (claim.due_date - today).days <= days_before:
        return Silent.NOT_BEFORE
    if kind is not PartyKind.PERSON:
        return Silent.NO_PERSON
    if place(claim, rules, today=today) is not Listing.UNPAID or not rules.notices.days_before:
        return Silent.NOT_SHOWN
    if any(hold.covers(today) for hold in claim.holds_on(party)):
        return Silent.HELD
    if claim.plan is not None:
        return Silent.IN_PLAN
    if claim.steps_taken or claim.came_back is not None or claim.matters:
        return Silent.STARTED
    if is_under_age(born, law=law, day=today) or is_read_by_another(represented, day=today):
        return Silent.READ_BY_ANOTHER
    return None


def longest(rules: Sequence[NoticeRules]) -> int:
    """The most days before that anybody may have chosen; 0 when nobody may."""
    return max((days for each in rules for days in each.days_before), default=0)


_Who = tuple[PartyKind, date | None, tuple[Representation, ...]]


def _who(claim: Claim, party: int) -> _Who:
    for each in claim.debtors:
        if each.party == party:
            return each.kind, each.born, each.represented
    return claim.debtor, claim.born, claim.represented
