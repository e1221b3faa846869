"""Every kind of decision that the desk knows, by its name in kinds.yaml.

    KINDS["hold"].fields  -> what is filled in to put something on hold

A new kind is one entry in one of the modules named here: which fields, what limits count, and the
function that does it. The one rule: what a kind does is done by a function of `casework` that the
command line uses too.
"""

from __future__ import annotations

from reskontra.casework import (
    kinds_of_cases,
    kinds_of_court,
    kinds_of_creditors,
    kinds_of_debtors,
    kinds_of_disputes,
    kinds_of_enforcement,
    kinds_of_money,
    kinds_of_plans,
    kinds_of_representatives,
    kinds_of_requests,
    kinds_of_time,
    kinds_of_water,
)
from reskontra.casework.decision_kind import Kind

GROUPS: dict[str, tuple[Kind, ...]] = {
    "requests": kinds_of_requests.KINDS,
    "time": (*kinds_of_time.KINDS, *kinds_of_plans.KINDS),
    "case": (*kinds_of_disputes.KINDS, *kinds_of_court.KINDS, *kinds_of_cases.KINDS),
    "money": kinds_of_money.KINDS,
    "debtor": (*kinds_of_debtors.KINDS, *kinds_of_representatives.KINDS),
    "collection": kinds_of_enforcement.KINDS,
    "water": kinds_of_water.KINDS,
}
"""In the order in which people are offered them."""

KINDS: dict[str, Kind] = {
    kind.name: kind for group in (*GROUPS.values(), kinds_of_creditors.KINDS) for kind in group
}
"""By name, in the same order; then those about no claim."""
