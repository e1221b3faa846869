"""What each of several answers for: as the invoice says, else alike."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from reskontra.domain.claim import Debtor
from reskontra.domain.party import PartyKind
from reskontra.domain.shares import lapsed_share_ore, shares
from tests.domain.claims import a_claim

THIRD = Fraction(1, 3)


def debtors(*said: Fraction | None, lapsed: int = 0) -> tuple[Debtor, ...]:
    return tuple(
        Debtor(party=place, kind=PartyKind.PERSON, share=share, lapsed=place == lapsed)
        for place, share in enumerate((None, *said), 1)
    )


@pytest.mark.parametrize(
    ("said", "each"),
    [
        ((None,), [Fraction(1, 2), Fraction(1, 2)]),
        ((None, None), [THIRD, THIRD, THIRD]),
        ((THIRD,), [Fraction(2, 3), THIRD]),
        ((Fraction(1, 4), Fraction(1, 4)), [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]),
    ],
)
def test_the_first_has_what_the_others_have_not(
    said: tuple[Fraction | None, ...], each: list[Fraction]
) -> None:
    assert list(shares(debtors(*said)).values()) == each


@pytest.mark.parametrize(("lapsed", "ore"), [(1, 20_000), (2, 10_000), (0, 0)])
def test_what_lapsed_is_the_share_of_the_one_who_is_free(lapsed: int, ore: int) -> None:
    claim = a_claim(debtors=debtors(THIRD, lapsed=lapsed))
    assert claim.open_ore == 30_000
    assert lapsed_share_ore(claim) == ore


def test_an_ore_that_does_not_go_out_even_is_not_asked_for() -> None:
    claim = a_claim(debtors=debtors(None, lapsed=2))
    sums = replace(claim.sums, balance=replace(claim.sums.balance, principal_ore=101))
    assert lapsed_share_ore(replace(claim, sums=sums)) == 51
