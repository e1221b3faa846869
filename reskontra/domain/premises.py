"""Premises: a facility with its water as its register knows it: who owned it when, and is it on.

    premises.owners_on(date(2025, 6, 2))       -> (4, 7), the parties, each for the whole debt
    premises.answers_for(claim, day)           -> whether they all owned it when the debt arose

The one rule: what is done to a facility is done to its owners that day, only for a debt that all
of them answer for: a debt never follows the house to a new owner (lagen (2006:412) 37 and 43 §§).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from reskontra.domain.conditions import NOT_CONCERNED
from reskontra.domain.party import PROTECTED_IDENTITY
from reskontra.domain.step import InLaw, Step

if TYPE_CHECKING:
    from reskontra.domain.claim import Claim, Hold
    from reskontra.domain.rules import Procedure

OWNER_CHANGED = "owner_changed"
"""Why a step about the water is not taken: those who own the house do not all owe the debt."""
WATER_IS_OFF = "water_is_off"
MULTI_DWELLING_DECISION = "multi_dwelling_decision"
"""What a person must have decided before a house where others live is threatened or cut off."""
NEEDED = f"needs:{MULTI_DWELLING_DECISION}"

PERMITTED = "protected_identity_permitted"

ABOUT_WATER = frozenset({InLaw.DISCONNECTION_WARNING, InLaw.DISCONNECTION})


class FacilityKind(StrEnum):
    """What a facility serves."""

    SINGLE_DWELLING = "single_dwelling"
    MULTI_DWELLING = "multi_dwelling"
    BUSINESS = "business"


class WaterState(StrEnum):
    """How the water flows."""

    ON = "on"
    THROTTLED = "throttled"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """Who owned the facility from a day on, all of them together."""

    first_day: date
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What the facility served from a day on, where it is, and by which tariff it pays."""

    first_day: date
    kind: FacilityKind
    tariff: str
    address_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterTurned:
    """The water was turned on, throttled or off."""

    day: date
    state: WaterState


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """A facility in time. Each of its tuples is in order of day."""

    code: str
    ownerships: tuple[Ownership, ...] = ()
    served: tuple[Served, ...] = ()
    turned: tuple[WaterTurned, ...] = ()
    holds: tuple[tuple[int, Hold], ...] = ()
    """(party, what holds all that it owes), of its owners."""

    def owners_on(self, day: date) -> tuple[int, ...]:
        """The parties that own it that day; none when the register does not say."""
        found = [each.owners for each in self.ownerships if each.first_day <= day]
        return found[-1] if found else ()

    def served_on(self, day: date) -> Served | None:
        """What it serves that day; None before the register begins."""
        found = [each for each in self.served if each.first_day <= day]
        return found[-1] if found else None

    def state_on(self, day: date) -> WaterState:
        """How its water flows when the day ends; on when nobody has touched it."""
        found = [each.state for each in self.turned if each.day <= day]
        return found[-1] if found else WaterState.ON

    def is_multi_dwelling(self, day: date) -> bool:
        """Whether others than its owners may live there."""
        served = self.served_on(day)
        return served is not None and served.kind is FacilityKind.MULTI_DWELLING

    def owned_throughout(self, party: int, *, first: date, until: date) -> bool:
        """Whether the party has been among its owners all of that time."""
        changes = [each for each in self.ownerships if first < each.first_day <= until]
        return party in self.owners_on(first) and all(party in each.owners for each in changes)

    def answers_for(self, claim: Claim, day: date) -> bool:
        """Whether everybody who owns it that day answers for the claim, and one of them owes it.

        One answers for what arose while one owned the house, jointly with the other owners then.
        """
        owners = self.owners_on(day)
        return any(claim.owed_by(each) for each in owners) and all(
            self.owned_throughout(each, first=min(claim.arose_on, day), until=day)
            for each in owners
        )

    def held(self, day: date) -> tuple[Hold, ...]:
        """What holds any of its owners that day."""
        owners = self.owners_on(day)
        return tuple(hold for party, hold in self.holds if party in owners and hold.covers(day))


def warned_owners(claim: Claim, step: Step, day: date) -> tuple[int, ...]:
    """Whom the letter of the step goes to besides those who owe the claim: every owner that day."""
    if claim.premises is None or step.in_law is not InLaw.DISCONNECTION_WARNING:
        return ()
    return claim.premises.owners_on(day)


def in_the_way(claim: Claim, step: Step, day: date) -> tuple[str, ...]:
    """What about the facility stops a step about its water."""
    premises = claim.premises
    services = step.only_if.services
    if step.in_law in ABOUT_WATER and services and not claim.service_debt_ore(services):
        # Only other services are left of a mixed invoice: no word of disconnection for those.
        return (NOT_CONCERNED,)
    if premises is None or step.in_law not in ABOUT_WATER:
        return (NOT_CONCERNED,) if step.by_register and premises is None else ()
    if not premises.answers_for(claim, day):
        return (OWNER_CHANGED,)
    if premises.state_on(day) is WaterState.OFF:
        return (WATER_IS_OFF,)
    if kinds := _owners_held(claim, premises, day):
        return kinds
    decided = claim.cleared_on(MULTI_DWELLING_DECISION) is not None
    return () if decided or not premises.is_multi_dwelling(day) else (NEEDED,)


def _owners_held(claim: Claim, premises: Premises, day: date) -> tuple[str, ...]:
    """What holds an owner, but for one who owes the claim alone: that one's holds are the claim's.

    The water is one for all of them: what protects one of the owners protects the house.
    """
    permitted = claim.cleared_on(PERMITTED) is not None
    alone = claim.party if not claim.debtors else None
    return tuple(
        sorted(
            {
                hold.kind
                for party, hold in premises.holds
                if party != alone
                and hold in premises.held(day)
                and not (permitted and hold.kind == PROTECTED_IDENTITY)
            }
        )
    )


def has_letter_to_come(claim: Claim, procedure: Procedure) -> bool:
    """Whether the claim's procedure has a warning that has not been given yet."""
    return any(
        step.in_law is InLaw.DISCONNECTION_WARNING and claim.taken(step.name) is None
        for step in procedure.steps
    )
