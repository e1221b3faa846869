"""What each of several debtors answers for among them, when the claim lapses towards one.

    shares(claim.debtors)    -> {4: Fraction(2, 3), 7: Fraction(1, 3)}
    lapsed_share_ore(claim)  -> 23_334, when 7 is free of 700 kr by limitation

The one rule: towards us each owes the whole, until the claim has lapsed towards one of them: then
the others owe their own shares only (preskriptionslagen (1981:130) 9 §). An öre that does not go
out even is the debtors'.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from reskontra.domain.claim import Claim, Debtor

LAPSED_SHARE = "lapsed_share"
"""The kind of hold that there is while a person has not taken off what the others do not owe."""


def shares(debtors: Sequence[Debtor]) -> dict[int, Fraction]:
    """Each one's share, by party; alike when nobody has said any, the first has what is left."""
    said = [each.share for each in debtors[1:]]
    known = [share for share in said if share is not None]
    if len(known) < len(debtors) - 1:
        return {each.party: Fraction(1, len(debtors)) for each in debtors}
    every = (1 - sum(known, Fraction(0)), *known)
    return {each.party: share for each, share in zip(debtors, every, strict=True)}


def lapsed_share_ore(claim: Claim) -> int:
    """Of what is left of the claim, what those answer for towards whom it has lapsed."""
    each = shares(claim.debtors)
    gone = sum((each[debtor.party] for debtor in claim.debtors if debtor.lapsed), Fraction(0))
    return ceil(gone * claim.open_ore)
