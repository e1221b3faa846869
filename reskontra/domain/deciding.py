"""Who may decide what: the people of an office, their roles, and a creditor's rule for a decision.

    rule = DecisionRule(grants=(Grant(role="case_officer", up_to_ore=100), Grant(role="manager")))
    rule.say(Weight(amount_ore=250), today=today)
    -> Say(may={"manager"}, propose={"case_officer", "manager"}, second=False)

The one rule: who may say yes to more may propose as little as anybody, and nobody signs what they
have decided themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reskontra.domain.terms import Grant

CASE_OFFICER = "case_officer"
SELF_SERVICE = "self_service"
"""The debtor's own choice: what they may have by asking a page, an officer may give them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Somebody of the office."""

    subject: str
    """Names them for ever, as the provider that signs them in does."""
    name: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What limits count of a decision: öre given up or moved, and the last day of its effect."""

    amount_ore: int = 0
    last_day: date | None = None
    """None when it has no time of its own."""
    endless: bool = False
    """It goes on until somebody ends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Who may say yes to a decision of some weight."""

    may: frozenset[str]
    """The roles that may decide it, or sign it."""
    propose: frozenset[str]
    """The roles that may put it forward."""
    second: bool = False
    """Two must always agree."""

    def may_propose(self, officer: Officer) -> bool:
        """Whether the officer may put it forward."""
        return bool(self.propose & officer.roles)

    def may_sign(self, officer: Officer) -> bool:
        """Whether the officer may say yes to so much."""
        return bool(self.may & officer.roles)

    def decides_alone(self, officer: Officer) -> bool:
        """Whether the officer's word is enough."""
        return self.may_sign(officer) and not self.second


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """What a creditor says of a kind of decision: by whom, up to what, and whether two must."""

    grants: tuple[Grant, ...]
    """The one who may least first."""
    second: bool = False

    def say(self, weight: Weight, *, today: date) -> Say:
        """Who may say yes to so much today."""
        last_day = date.max if weight.endless else weight.last_day or today
        return say_of(
            self.grants,
            amount_ore=weight.amount_ore,
            last_day=last_day,
            counted_from=today,
            second=self.second,
        )


def say_of(
    grants: Iterable[Grant],
    *,
    amount_ore: int,
    last_day: date,
    counted_from: date,
    second: bool = False,
) -> Say:
    """Who of `grants` may say yes to so much until that day."""
    grants = tuple(grants)
    may = {
        grant.role
        for grant in grants
        if grant.covers(amount_ore=amount_ore, last_day=last_day, counted_from=counted_from)
    }
    return Say(may=_staff(may), propose=_staff(grant.role for grant in grants), second=second)


def _staff(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(CASE_OFFICER if role == SELF_SERVICE else role for role in roles)


ONE_OFFICER = DecisionRule(grants=(Grant(role=CASE_OFFICER),))
TWO_OFFICERS = DecisionRule(grants=(Grant(role=CASE_OFFICER),), second=True)
"""What holds for a creditor that says nothing: two sign what gives up money."""
