"""One letter for each creditor, party and step: which claims share it, and which are only listed.

    bundle([(claim_1003, reminder), (claim_1004, reminder)], party_claims, today)
    -> one Bundle that speaks for both

The one rule: claims of two creditors, or of two steps, never stand in one letter as demanded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reskontra.domain.claim import Claim
from reskontra.domain.dunning import pay_by_day
from reskontra.domain.step import Step, Together


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One letter to be: the claims whose step is taken, and those only listed with them."""

    creditor: str
    party: int
    step: Step
    pay_by: date | None
    acted: tuple[Claim, ...]
    listed: tuple[Claim, ...]


def bundle(
    acts: Iterable[tuple[Claim, Step]], party_claims: Sequence[Claim], today: date
) -> tuple[Bundle, ...]:
    """Join one party's acts into letters, in the order that the acts come.

    Only claims of one creditor, with the same step and the same time to pay, share a letter.
    `party_claims` are all the party's claims: the overdue ones are listed where the step says so.
    """
    groups: dict[tuple[object, ...], list[tuple[Claim, Step]]] = {}
    for claim, step in acts:
        alone = claim.key if step.together is Together.EACH else None
        key = (claim.creditor, step.name, step.letter, step.does, step.pay_within, alone)
        groups.setdefault(key, []).append((claim, step))
    return tuple(_bundle(group, party_claims, today) for group in groups.values())


def _bundle(
    group: Sequence[tuple[Claim, Step]], party_claims: Sequence[Claim], today: date
) -> Bundle:
    claim, step = group[0]
    acted = tuple(each for each, _ in group)
    keys = {each.key for each in acted}
    listed = (
        tuple(
            each
            for each in party_claims
            if each.creditor == claim.creditor
            and each.key not in keys
            and each.overdue(today=today)
            and not each.handed_over
            and not each.is_held(today=today)
        )
        if step.together is Together.ALL_OVERDUE
        else ()
    )
    return Bundle(
        creditor=claim.creditor,
        party=claim.party,
        step=step,
        pay_by=pay_by_day(step, day=today),
        acted=acted,
        listed=listed,
    )
