"""Money is divided over the parts of a claim, in order, to the öre."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.allocation import DEFAULT_ORDER, allocate
from reskontra.domain.ledger import Balance
from reskontra.domain.rules import Part

ORE = st.integers(0, 10_000_000)
BALANCES = st.builds(Balance, ORE, ORE, ORE)
ORDERS = st.sampled_from(list(permutations(Part)))


@pytest.mark.parametrize(
    ("amount_ore", "parts", "over_ore"),
    [
        (100, ((Part.INTEREST, 100),), 0),
        (500, ((Part.INTEREST, 500),), 0),
        (6_500, ((Part.INTEREST, 500), (Part.FEE, 6_000)), 0),
        (6_501, ((Part.INTEREST, 500), (Part.FEE, 6_000), (Part.PRINCIPAL, 1)), 0),
        (40_000, ((Part.INTEREST, 500), (Part.FEE, 6_000), (Part.PRINCIPAL, 30_000)), 3_500),
    ],
)
def test_interest_and_costs_are_paid_before_the_principal(
    amount_ore: int, parts: tuple[tuple[Part, int], ...], over_ore: int
) -> None:
    balance = Balance(principal_ore=30_000, fee_ore=6_000, interest_ore=500)
    found = allocate(amount_ore=amount_ore, balance=balance, order=DEFAULT_ORDER)
    assert (found.parts, found.over_ore) == (parts, over_ore)


def test_what_owes_nothing_takes_nothing() -> None:
    found = allocate(amount_ore=1, balance=Balance(), order=DEFAULT_ORDER)
    assert (found.parts, found.over_ore) == ((), 1)


@given(amount_ore=st.integers(1, 40_000_000), balance=BALANCES, order=ORDERS)
def test_not_an_ore_is_lost_or_made(
    amount_ore: int, balance: Balance, order: tuple[Part, ...]
) -> None:
    found = allocate(amount_ore=amount_ore, balance=balance, order=order)
    assert sum(share for _, share in found.parts) + found.over_ore == amount_ore
    assert all(0 < share <= balance.of(part) for part, share in found.parts)
    assert found.over_ore == max(0, amount_ore - balance.total_ore)


@given(amount_ore=st.integers(1, 40_000_000), balance=BALANCES, order=ORDERS)
def test_a_part_is_paid_only_when_all_before_it_are_paid_whole(
    amount_ore: int, balance: Balance, order: tuple[Part, ...]
) -> None:
    paid = dict(allocate(amount_ore=amount_ore, balance=balance, order=order).parts)
    for place, part in enumerate(order):
        if part in paid:
            assert all(paid.get(each, 0) == balance.of(each) for each in order[:place])
