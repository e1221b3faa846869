"""An objection to an invoice, to all of it or to a part, and what comes of it.

    disputed_ore(claim, 15_000)              -> 15000: that part is held, and the rest goes on
    settle(claim, hold, upheld_ore=5_000)    -> 50 kr are not owed, and 100 kr are owed again

The one rule: what is disputed is asked for again by nobody before a person has settled it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reskontra.domain.claim import Claim, Hold
from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Part

DISPUTE = "dispute"
"""The kind of hold that an objection is."""


class NothingToDispute(Refused):
    """Nothing is left to pay of invoice {number}, so nothing can wait; credit it instead."""

    swedish = (
        "Det finns inget kvar att betala av faktura {number}, så en invändning kan inte stoppa "
        "något. Kreditera den i stället."
    )


class NotAPart(Refused):
    """{amount} is no part of invoice {number}: give above 0 and at most {left}, what is left."""

    swedish = (
        "{amount} är ingen del av faktura {number}. Ange mer än 0 och högst {left}, som är kvar."
    )


class MoreThanDisputed(Refused):
    """{amount} is more than the {disputed} of invoice {number} that is disputed."""

    swedish = "{amount} är mer än de {disputed} av faktura {number} som bestrids."


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What is settled of a dispute. Amounts in öre."""

    upheld_ore: int
    """Not owed."""
    back_ore: int
    """Owed again."""
    off: tuple[tuple[Part, int], ...]
    """What is taken off each part of the claim."""
    given_back_ore: int
    """Of what is not owed, what had been paid already."""

    @property
    def off_ore(self) -> int:
        """What the claim owes less."""
        return sum(ore for _, ore in self.off)


def disputed_ore(claim: Claim, amount_ore: int | None) -> int | None:
    """What of the principal is to be held: a part of it in öre, or None for all of the claim.

    Refuses a claim of which nothing is left, and a part that is none of what is left.
    """
    left_ore = claim.sums.balance.principal_ore
    if claim.settled or (amount_ore is not None and not left_ore):
        raise NothingToDispute(number=claim.number)
    if amount_ore is None or amount_ore == left_ore:
        return None
    if not 0 < amount_ore < left_ore:
        raise NotAPart(
            amount=format_kronor(amount_ore),
            number=claim.number,
            left=format_kronor(left_ore),
        )
    return amount_ore


def settle(claim: Claim, hold: Hold, *, upheld_ore: int | None) -> Settlement:
    """What comes of the dispute when so much is upheld (None: all of it, 0: it is rejected).

    When all of an invoice was wrong, what it has cost falls with it. Refuses to uphold more than
    is disputed.
    """
    left_ore = claim.sums.balance.principal_ore
    held_ore = left_ore if hold.amount_ore is None else hold.amount_ore
    upheld_ore = held_ore if upheld_ore is None else upheld_ore
    if not 0 <= upheld_ore <= held_ore:
        raise MoreThanDisputed(
            amount=format_kronor(upheld_ore),
            disputed=format_kronor(held_ore),
            number=claim.number,
        )
    off = tuple(_off(claim, hold, upheld_ore, all_wrong=upheld_ore == held_ore))
    principal_ore = dict(off).get(Part.PRINCIPAL, 0)
    return Settlement(
        upheld_ore=upheld_ore,
        back_ore=held_ore - upheld_ore,
        off=off,
        given_back_ore=upheld_ore - principal_ore,
    )


def _off(
    claim: Claim, hold: Hold, upheld_ore: int, *, all_wrong: bool
) -> Iterator[tuple[Part, int]]:
    balance = claim.sums.balance
    principal_ore = min(upheld_ore, balance.principal_ore)
    if principal_ore:
        yield Part.PRINCIPAL, principal_ore
    if all_wrong and hold.amount_ore is None and not claim.first_due_date:
        for part in (Part.FEE, Part.INTEREST):
            if balance.of(part):
                yield part, balance.of(part)
