"""Who lives in Granvik, what each of them is invoiced for, and how each of them pays.

    people(count=2000, seed=1, until=date(2026, 11, 21))[0].identity_number  -> "198604022398"

The one rule: identity numbers are test numbers only: the three digits after the date of birth are
238, 239 or 980 to 999, which no real person gets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from reskontra.domain.identity import luhn_digit
from reskontra.nightly.demo.names import (
    ENGLISH_FIRST_NAMES,
    ENGLISH_LAST_NAMES,
    LAST_NAMES,
    OLDER_NAMES,
    ORGANIZATIONS,
    PLACES,
    STREETS,
    YOUNGER_NAMES,
    Sex,
    chance_of,
)

TEST_BIRTH_NUMBERS = (238, 239, *range(980, 1000))
YOUNGEST, OLDEST = 19, 93
OLDER_FROM = 58


class Habit(StrEnum):
    """How somebody usually pays."""

    EXACT = "exact"
    """Always in time: those whom the demo says something about."""
    PUNCTUAL = "punctual"
    CARELESS = "careless"
    STRUGGLING = "struggling"
    NEVER = "never"


HABITS = {Habit.PUNCTUAL: 75, Habit.CARELESS: 18, Habit.STRUGGLING: 6, Habit.NEVER: 1}
"""Of a hundred people: together some 17 invoices of a hundred are paid late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhabitant:
    """Somebody who gets invoices: a person or an organization."""

    identity_number: str
    name: str
    address: tuple[str, ...]
    """None when the identity is protected."""
    language: str
    protected_identity: bool
    habit: Habit
    kinds: tuple[str, ...]
    """The kinds of invoice that come regularly."""
    size: int
    """1 to 5: rooms of the home, and what else grows with a household."""
    turn: int
    """0 to 2: in which month of a quarter the quarterly invoices come."""

    @property
    def marks(self) -> tuple[str, ...]:
        """What the billing system knows: a third of the people have a digital mailbox."""
        has_mailbox = int(self.identity_number[-4:]) % 3 == 0 and not self.protected_identity
        return ("digital_mailbox",) if has_mailbox else ()


def people(*, count: int, seed: int, until: date) -> tuple[Inhabitant, ...]:
    """`count` persons and, for each two hundred of them, one organization."""
    chance = chance_of(seed, "people")
    numbers = _numbers(chance, until)
    persons = tuple(_person(*next(numbers), chance, until) for _ in range(count))
    organizations = ORGANIZATIONS[: max(1, count // 200)]
    return (*persons, *(_organization(at, name) for at, name in enumerate(organizations)))


def official_test_number(*, born: date, birth_number: int) -> str:
    """The identity number of twelve digits of somebody born on `born`."""
    body = f"{born:%Y%m%d}{birth_number}"
    return body + luhn_digit(body[2:])


def _numbers(chance: Random, until: date) -> Iterator[tuple[date, int]]:
    """Dates of birth with birth numbers, each pair once."""
    used = set()
    while True:
        year = until.year - chance.randint(YOUNGEST, OLDEST)
        born = date(year, chance.randint(1, 12), chance.randint(1, 28))
        pair = (born, chance.choice(TEST_BIRTH_NUMBERS))
        if pair not in used:
            used.add(pair)
            yield pair


def _person(born: date, birth_number: int, chance: Random, until: date) -> Inhabitant:
    age = until.year - born.year
    sex = Sex.WOMAN if birth_number % 2 == 0 else Sex.MAN
    english = chance.randrange(100) < 4
    protected = chance.randrange(1000) < 4
    return Inhabitant(
        identity_number=official_test_number(born=born, birth_number=birth_number),
        name=_english_name(sex, chance) if english else _name(sex, age, chance),
        address=() if protected else address(chance),
        language="en" if english else "sv",
        protected_identity=protected,
        habit=chance.choices(list(HABITS), weights=list(HABITS.values()))[0],
        kinds=tuple(_kinds(age, chance)),
        size=chance.randint(1, 5),
        turn=chance.randrange(3),
    )


def _name(sex: Sex, age: int, chance: Random) -> str:
    names = OLDER_NAMES if age >= OLDER_FROM else YOUNGER_NAMES
    last = chance.choice(LAST_NAMES)
    if chance.randrange(12) == 0:
        last = f"{last} {chance.choice(LAST_NAMES)}"
    return f"{chance.choice(names[sex])} {last}"


def _english_name(sex: Sex, chance: Random) -> str:
    return f"{chance.choice(ENGLISH_FIRST_NAMES[sex])} {chance.choice(ENGLISH_LAST_NAMES)}"


def address(chance: Random) -> tuple[str, ...]:
    """A street in Granvik, as on an envelope."""
    flat = f" lgh 1{chance.randrange(4)}0{chance.randint(1, 4)}" if chance.randrange(3) == 0 else ""
    street = f"{chance.choice(STREETS)} {chance.randint(1, 68)}{flat}"
    return (street, chance.choice(PLACES))


def _kinds(age: int, chance: Random) -> Iterator[str]:
    """What somebody of this age is invoiced for; at least something."""
    owns = chance.randrange(100) < 45
    rents = not owns and chance.randrange(100) < 65
    yield from ("water", "waste") if owns else ()
    if rents:
        yield "rent"
    if 25 <= age < 48 and chance.randrange(100) < 32:
        yield "childcare"
    if age >= 72 and chance.randrange(100) < 40:
        yield "elderly_care"
    if 30 <= age < 52 and chance.randrange(100) < 14:
        yield "culture"
    if chance.randrange(100) < 12 or not (owns or rents):
        yield "parking"


def _organization(at: int, name: str) -> Inhabitant:
    body = f"55999991{at}"
    return Inhabitant(
        identity_number=body + luhn_digit(body),
        name=name,
        address=(f"Industrigatan {3 + 2 * at}", PLACES[0]),
        language="sv",
        protected_identity=False,
        habit=Habit.CARELESS if at % 4 == 1 else Habit.PUNCTUAL,
        kinds=("rent", "water", "waste") if at % 2 == 0 else ("water", "waste"),
        size=5,
        turn=at % 3,
    )
