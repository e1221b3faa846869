"""Which part of a claim a payment pays first.

    allocate(amount_ore=10_000, balance=Balance(30_000, 6_000), order=(INTEREST, FEE, PRINCIPAL))
    -> fee 6 000, principal 4 000, nothing over

The order is the procedure's; money above the whole balance is what is left over.
`docs/algorithms/allocation.md` has worked tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reskontra.domain.ledger import Balance
from reskontra.domain.rules import Part

DEFAULT_ORDER = (Part.INTEREST, Part.FEE, Part.PRINCIPAL)
"""Interest and costs before principal, unless the debtor has said otherwise (HB 9 kap. 5 §)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """How one amount was divided, in öre."""

    parts: tuple[tuple[Part, int], ...]
    over_ore: int


def allocate(*, amount_ore: int, balance: Balance, order: Sequence[Part]) -> Allocation:
    """Divide an amount above zero over the parts of `balance`, in `order`."""
    left = amount_ore
    parts: list[tuple[Part, int]] = []
    for part in order:
        share = min(left, balance.of(part))
        if share > 0:
            parts.append((part, share))
            left -= share
    return Allocation(parts=tuple(parts), over_ore=left)


def owed_again(
    *, amount_ore: int, balance: Balance, written_off: Balance, order: Sequence[Part]
) -> tuple[tuple[Part, int], ...]:
    """(part, öre) of what was written off that money above the balance makes owed again.

    What was given up is paid after all, as far as the money goes; no more is asked for.
    """
    over_ore = max(0, amount_ore - balance.total_ore)
    return allocate(amount_ore=over_ore, balance=written_off, order=order).parts
