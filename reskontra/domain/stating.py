"""Which amount of a claim the letter of a step demands.

    stated_ore(claim, step)  -> None: all that is left; else what is left of a part of it, in öre

The one rule: a letter about one service never demands another's debt, also when it is sent again
(lagen (2006:412) om allmänna vattentjänster 43 §).
"""

from __future__ import annotations

from reskontra.domain.claim import Claim
from reskontra.domain.step import States, Step


def stated_ore(claim: Claim, step: Step) -> int | None:
    """What the letter says is owed, in öre; None when that is all that is left of the claim."""
    match step.states:
        case States.OPEN:
            return None
        case States.PRINCIPAL:
            return claim.sums.balance.principal_ore
        case States.SERVICES:
            return claim.service_debt_ore(step.only_if.services)
