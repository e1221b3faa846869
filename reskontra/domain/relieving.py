"""What a relief does to late interest that has been charged already.

    relieved(claim, procedure, relief)  -> Relieved(credited_ore=1200, too_much_ore=0)

Nothing is backdated: what is still owed is credited today; what has been paid, or stands on an
interest invoice, is told as too much, and a person gives it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reskontra.domain.claim import Claim
from reskontra.domain.cost import interest_on
from reskontra.domain.relief import Relief
from reskontra.domain.rules import Procedure
from reskontra.domain.step import Does, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Relieved:
    """What becomes of interest charged before the relief. Amounts in öre."""

    credited_ore: int
    """Taken off what the claim still owes."""
    too_much_ore: int
    """Paid, or on an interest invoice: to be given back by a person."""


def relieved(claim: Claim, procedure: Procedure, relief: Relief) -> Relieved:
    """What is no longer to be charged on the claim, of what has been."""
    after = replace(claim, reliefs=(*claim.reliefs, relief))
    taken = [(each.day, procedure.step(each.name)) for each in claim.steps_taken]
    entered = [day for day, step in taken if step is not None and step.adds_interest]
    on_claim_ore = 0
    if entered:
        right_ore = interest_on(after, procedure, until=max(entered)).accrued_ore
        on_claim_ore = max(0, claim.sums.interest_ore - right_ore)
    credited_ore = min(on_claim_ore, claim.sums.balance.interest_ore)
    too_much_ore = on_claim_ore - credited_ore
    if claim.paid_date is not None and any(_invoices_interest(step) for _, step in taken):
        before_ore, after_ore = (
            interest_on(each, procedure, until=claim.paid_date).total_ore for each in (claim, after)
        )
        too_much_ore += before_ore - after_ore
    return Relieved(credited_ore=credited_ore, too_much_ore=too_much_ore)


def _invoices_interest(step: Step | None) -> bool:
    return step is not None and step.does is Does.INTEREST_INVOICE
