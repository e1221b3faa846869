"""Late interest counted twice, by the engine and by a second way, on 100,000 cases at random.

The one rule: both agree to the öre on every case; the first that differs is printed whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from random import Random

import pytest

from reskontra.domain.dated import Dated, DatedValue
from reskontra.domain.interest import Interest, interest_over, principal_spans
from reskontra.domain.rate import AboveReference, FlatRate, Rate
from reskontra.domain.relief import Relief
from tests.domain.second_interest import Case, Table, accrued_ore, to_charge_ore

CASES = 100_000
ROUNDS = 10
WORLDS = 60
FIRST_YEAR, LAST_YEAR = 2015, 2033
SIXTIETHS = (12, 15, 20, 30, 40, 45, 59, 60)
EDGES = ((1, 1), (2, 28), (6, 30), (7, 1), (12, 31))
"""(month, day) next to which something is likely to go wrong."""
HALF_A_KRONA_A_DAY = 3_650
"""A rate at which one day of 365 costs a thousandth: halves of an öre are common."""

World = tuple[tuple[Table, ...], Rate]


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_a_second_count_agrees_to_the_ore(turn: int) -> None:
    random = drawn_from(f"interest {turn}")
    worlds = [a_world(random) for _ in range(WORLDS // ROUNDS)]
    for _ in range(CASES // ROUNDS):
        tables, rate = random.choice(worlds)
        case = a_case(random, tables)
        counted = count(case, rate)
        accrued = accrued_ore(case)
        charged = to_charge_ore(case, accrued_ore=accrued)
        assert (counted.accrued_ore, counted.total_ore) == (accrued, charged), case


def test_the_cases_hold_everything_that_they_should() -> None:
    random = drawn_from("what is drawn")
    worlds = [a_world(random) for _ in range(WORLDS)]
    cases = [a_case(random, random.choice(worlds)[0]) for _ in range(2_000)]
    counted = [to_charge_ore(case, accrued_ore=accrued_ore(case)) for case in cases]
    assert any(isinstance(rate, FlatRate) for _, rate in worlds)
    assert any(isinstance(rate, AboveReference) for _, rate in worlds)
    assert sum(any(ore < 0 for _, ore in case.taken_off) for case in cases) > 100
    assert sum(len(case.reliefs) > 1 for case in cases) > 100
    assert sum(is_leap_day_in(case) for case in cases) > 100
    assert sum(ore == 0 for ore in counted) > 100
    assert sum(ore > 0 for ore in counted) > 1_000
    assert sum(0 < accrued_ore(case) < case.minus_ore for case in cases) > 50
    assert sum(accrued_ore(case) - case.minus_ore == case.minimum_ore for case in cases) > 50


def drawn_from(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - cases that can be drawn again, not a secret


def count(case: Case, rate: Rate) -> Interest:
    """The engine's answer, with the words that it uses itself."""
    spans = principal_spans(
        principal_ore=case.principal_ore,
        due_date=date.fromordinal(case.due),
        last_date=date.fromordinal(case.last),
        payments=[(date.fromordinal(day), ore) for day, ore in case.taken_off],
    )
    reliefs = tuple(
        Relief(
            first_day=date.fromordinal(first),
            last_day=None if last is None else date.fromordinal(last),
            share=Fraction(sixtieths, 60),
            reason="sjukdom",
            reference="KS 2026/118",
        )
        for first, last, sixtieths in case.reliefs
    )
    return interest_over(
        spans=spans,
        rate=rate,
        reliefs=reliefs,
        minus_ore=case.minus_ore,
        minimum_ore=case.minimum_ore,
    )


def a_world(random: Random) -> World:
    """Rates over all the years: the law's, those of a connection charge, or the creditor's own."""
    match random.randrange(4):
        case 0:
            flat: Table = ((date(FIRST_YEAR, 1, 1).toordinal(), HALF_A_KRONA_A_DAY),)
        case 1:
            flat = tuple((day, random.randrange(0, 2_500)) for day in some_days(random))
        case _:
            reference = tuple((day, random.randrange(-50, 600, 50)) for day in half_years())
            margin = tuple((day, random.choice((200, 800, 775))) for day in some_days(random))
            rate = AboveReference(
                reference_rate=dated("reference rate", reference), margin=dated("margin", margin)
            )
            return (reference, margin), rate
    return (flat,), FlatRate(rate=dated("own rate", flat))


def half_years() -> Iterator[int]:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        yield from (date(year, 1, 1).toordinal(), date(year, 7, 1).toordinal())


def some_days(random: Random) -> list[int]:
    first = date(FIRST_YEAR, 1, 1).toordinal()
    last = date(LAST_YEAR, 12, 31).toordinal()
    return [first, *sorted(random.sample(range(first + 1, last), random.randrange(6)))]


def dated(name: str, table: Table) -> Dated[Fraction]:
    values = tuple(
        DatedValue(
            valid_from=date.fromordinal(day),
            value=Fraction(hundredths, 100),
            reference="",
            confirmed=date(FIRST_YEAR, 1, 1),
        )
        for day, hundredths in table
    )
    return Dated(name=name, values=values)


def a_case(random: Random, tables: tuple[Table, ...]) -> Case:
    due = a_due_day(random)
    last = due + random.choice((random.randrange(3), random.randrange(60), random.randrange(400)))
    if random.random() < 0.03:
        last += random.randrange(1_200)
    principal_ore = random.choice(
        (random.randrange(1, 200), 500 * random.randrange(1, 200), random.randrange(1, 10**7))
    )
    case = Case(
        principal_ore=principal_ore,
        due=due,
        last=last,
        taken_off=some_payments(random, principal_ore, due, last),
        tables=tables,
        reliefs=some_reliefs(random, due, last),
        minus_ore=0,
        minimum_ore=0,
    )
    return with_limits(random, case)


def a_due_day(random: Random) -> int:
    year = random.randrange(FIRST_YEAR + 1, LAST_YEAR - 4)
    if random.random() < 0.5:
        return date(year, 1, 1).toordinal() + random.randrange(365)
    return date(year, *random.choice(EDGES)).toordinal() + random.randrange(-2, 3)


def some_payments(
    random: Random, principal_ore: int, due: int, last: int
) -> tuple[tuple[int, int], ...]:
    """Payments of at most what is left, and reversals of some of them, in order of day."""
    if random.random() < 0.4:
        return ()
    left_ore = principal_ore
    paid: list[int] = []
    taken_off: list[tuple[int, int]] = []
    for day in sorted(random.randrange(due - 10, last + 10) for _ in range(random.randrange(1, 6))):
        if paid and random.random() < 0.35:
            ore = -paid.pop(random.randrange(len(paid)))
        else:
            ore = random.choice((left_ore, random.randint(0, left_ore)))
            paid.append(ore)
        left_ore -= ore
        taken_off.append((day, ore))
    return tuple(taken_off)


def some_reliefs(random: Random, due: int, last: int) -> tuple[tuple[int, int | None, int], ...]:
    if random.random() < 0.6:
        return ()
    reliefs: list[tuple[int, int | None, int]] = []
    for _ in range(random.randrange(1, 5)):
        first = random.randrange(due - 10, last + 10)
        ends = random.choice((None, first, first + random.randrange(40), last))
        if ends is None or ends >= first:
            reliefs.append((first, ends, random.choice(SIXTIETHS)))
    return tuple(reliefs)


def with_limits(random: Random, case: Case) -> Case:
    """The case with interest charged before and a minimum, often next to what has accrued."""
    chance = random.random()
    if chance < 0.7:
        return case
    accrued = accrued_ore(case)
    minus_ore = random.choice((0, random.randint(0, accrued + 1), accrued + 1))
    near = max(0, accrued - minus_ore + random.randrange(-1, 2))
    return Case(
        principal_ore=case.principal_ore,
        due=case.due,
        last=case.last,
        taken_off=case.taken_off,
        tables=case.tables,
        reliefs=case.reliefs,
        minus_ore=minus_ore,
        minimum_ore=random.choice((0, near, random.randrange(10_000))),
    )


def is_leap_day_in(case: Case) -> bool:
    leap_days = (date(year, 2, 29).toordinal() for year in range(2016, LAST_YEAR, 4))
    return any(case.due < day <= case.last for day in leap_days)
