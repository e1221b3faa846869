"""Who lives in a life, and what they are billed for: drawn once, from the seed alone.

    a_town(Random(1), first=date(2023, 1, 2), last=date(2025, 12, 30))
    -> Town(people=(Person(name="Agda", payer=Payer.SLOW), ...), bills=("2023-01-02  …", ...))

The one rule: nobody is billed for what the sample policies do not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from random import Random

NAMES = ("Agda", "Bo", "Cilla", "Disa", "Egil", "Frida", "Göran", "Hilda", "Ivar", "Jonna")
MONTHLY = ("rent", "childcare", "elderly_care", "culture")
QUARTERLY = ("water", "parking", "mooring")
MONTHS_EACH = {**dict.fromkeys(MONTHLY, 2), **dict.fromkeys(QUARTERLY, 4)}
"""Billed that seldom, so that three years of a town are lived in a minute or two."""


class Payer(Enum):
    """How somebody pays, as the chance of a day on which an invoice is due or overdue."""

    PROMPT = 0.3
    SLOW = 0.03
    POOR = 0.008
    NEVER = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is billed."""

    name: str
    payer: Payer


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A house gets another owner, who is billed for its water from that day."""

    day: date
    buyer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """Everybody, their houses, and every invoice that is sent to them, as lines of a story."""

    people: tuple[Person, ...]
    houses: tuple[str, ...]
    bills: tuple[str, ...]


def a_town(chance: Random, *, first: date, last: date) -> Town:
    """People of every kind, and what they are billed for until `last`."""
    payers = [*Payer, *chance.choices(tuple(Payer), (4, 3, 2, 1), k=len(NAMES) - len(Payer))]
    chance.shuffle(payers)
    people = tuple(Person(name=n, payer=p) for n, p in zip(NAMES, payers, strict=True))
    sales = dict(_sales(chance, first=first, last=last))
    drafts = sorted(
        draft
        for person in people
        for draft in _billed(chance, person, sales, first=first, last=last)
    )
    bills = (f"{day}  invoice {1000 + n} {rest}" for n, (day, rest) in enumerate(drafts, 1))
    return Town(people=people, houses=tuple(_houses(sales, first=first)), bills=tuple(bills))


def _sales(chance: Random, *, first: date, last: date) -> Iterator[tuple[int, Sale]]:
    """Which houses change owner, and when: about every other one, each once."""
    for place, name in enumerate(NAMES):
        if _has_water(place) and chance.random() < 0.5:
            buyer = chance.choice([other for other in NAMES if other != name])
            day = first + timedelta(days=chance.randrange(60, (last - first).days))
            yield place, Sale(day=day, buyer=buyer)


def _has_water(place: int) -> bool:
    return QUARTERLY[place % len(QUARTERLY)] == "water"


def _houses(sales: Mapping[int, Sale], *, first: date) -> Iterator[str]:
    """Where each one who is billed for water lives; the last one's house has two owners."""
    for place, name in enumerate(NAMES):
        if _has_water(place):
            owners = f"{name} {NAMES[place - 1]}" if place == len(NAMES) - 1 else name
            yield f"{first}  facility A-{place} single_dwelling of {owners} from 2020-01-01"
    for place, sale in sales.items():
        yield (f"{sale.day}  facility A-{place} single_dwelling of {sale.buyer} from {sale.day}")


def _billed(
    chance: Random, person: Person, sales: Mapping[int, Sale], *, first: date, last: date
) -> Iterator[tuple[date, str]]:
    """(day, what follows the number) of one person's invoices; who buys the house is billed on."""
    place = NAMES.index(person.name)
    words = {1: " born 2010-05-01", 4: " as organization"}.get(place, "")
    shares = f" with {NAMES[place - 1]}" if place == len(NAMES) - 1 else ""
    for kind in (MONTHLY[place % len(MONTHLY)], QUARTERLY[place % len(QUARTERLY)]):
        day = first + timedelta(days=chance.randrange(60))
        while day <= last:
            amount_ore = chance.choice((9_900, 45_000, 123_450, 480_000))
            due = day + timedelta(days=chance.choice((20, 30, 31)))
            about = f"{_kr(amount_ore)} due {due} kind {kind}"
            of_the_house = _about(chance, kind, place, amount_ore)
            if kind == "water" and place in sales and day >= sales[place].day:
                yield day, f"{sales[place].buyer} {about}{of_the_house}"
            else:
                yield day, f"{person.name} {about}{words}{of_the_house}{shares}"
            words = words if "organization" in words else ""
            day += timedelta(days=30 * MONTHS_EACH[kind] + chance.randrange(-5, 6))


def _about(chance: Random, kind: str, place: int, amount_ore: int) -> str:
    """The facility of a water invoice, and at times waste beside the water."""
    if kind != "water":
        return ""
    if chance.random() < 0.5:
        return f" facility A-{place}"
    waste_ore = amount_ore // 3
    return f" facility A-{place} lines water {_kr(amount_ore - waste_ore)} waste {_kr(waste_ore)}"


def _kr(amount_ore: int) -> str:
    return f"{amount_ore // 100},{amount_ore % 100:02d}"
