"""What Granvik invoices: which kinds, how often, and the lines of each invoice.

    lines_of("water", inhabitant, day, chance)
        -> (Line("Vatten och avlopp, 38 m³", "water", 131100, 26220), Line("Fast avgift", ...))

The one rule: amounts are whole öre with VAT inside; a fifth of an amount is VAT where 25 % is due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reskontra.domain.calendar import Span, Unit, next_banking_day
from reskontra.domain.long_day import month
from reskontra.nightly.demo.names import REFERENCES
from reskontra.nightly.demo.people import Inhabitant

MUNICIPALITY, WATER_COMPANY = "municipality", "water_company"
SERVICE = "customer_service"
ONE_DAY = timedelta(days=1)
THIRTY_DAYS = Span(count=30, unit=Unit.DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of invoice: who sends it, and when."""

    name: str
    creditor: str
    department: str
    day: int
    """The day of the month that the invoices are made, or the next banking day."""
    months: tuple[int, ...] = ()
    """The months that they come in; with none, every month or every quarter."""
    quarterly: bool = False
    month_end: bool = False
    """Due at the end of the month; otherwise after thirty days."""

    def comes(self, month: date, inhabitant: Inhabitant) -> bool:
        """Whether an inhabitant who has the kind gets an invoice this month."""
        if self.months:
            return month.month in self.months
        return not self.quarterly or month.month % 3 == inhabitant.turn


KINDS = {
    kind.name: kind
    for kind in (
        Kind(name="water", creditor=WATER_COMPANY, department=SERVICE, day=5, quarterly=True),
        Kind(name="waste", creditor=WATER_COMPANY, department=SERVICE, day=5, quarterly=True),
        Kind(name="rent", creditor=MUNICIPALITY, department="property", day=9, month_end=True),
        Kind(name="culture", creditor=MUNICIPALITY, department="culture", day=10, months=(2, 9)),
        Kind(
            name="childcare",
            creditor=MUNICIPALITY,
            department="education",
            day=12,
            month_end=True,
        ),
        Kind(
            name="parking",
            creditor=MUNICIPALITY,
            department="streets",
            day=14,
            quarterly=True,
            month_end=True,
        ),
        Kind(name="mooring", creditor=MUNICIPALITY, department="culture", day=14, months=(4,)),
        Kind(name="elderly_care", creditor=MUNICIPALITY, department="elderly_care", day=15),
    )
}
"""In the order of the day that they are made."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an invoice; öre, VAT included."""

    text: str
    service: str
    amount_ore: int
    vat_ore: int = 0


def invoice_date(kind: Kind, month: date) -> date:
    """The banking day of the month that the kind's invoices are made on."""
    return next_banking_day(month.replace(day=kind.day))


def due_date(kind: Kind, invoiced: date) -> date:
    """The due date that goes with an invoice date."""
    if kind.month_end:
        return month_after(invoiced) - ONE_DAY
    return THIRTY_DAYS.after(invoiced)


def month_after(day: date) -> date:
    """The first day of the next month."""
    return Span(count=1, unit=Unit.MONTHS).after(day.replace(day=1))


def our_reference(kind: str, chance: Random) -> str:
    """Whom to ask, for the kinds that name somebody."""
    return chance.choice(REFERENCES) if kind in {"rent", "elderly_care", "culture"} else ""


def lines_of(kind: str, who: Inhabitant, day: date, chance: Random) -> tuple[Line, ...]:
    """The lines of one invoice, in the recipient's language."""
    return tuple(_LINES[kind](_Occasion(who, day, chance)))


@dataclass(frozen=True, slots=True)
class _Occasion:
    """Whom the lines are for, when, and by what chance."""

    who: Inhabitant
    day: date
    chance: Random

    def say(self, sv: str, en: str) -> str:
        return en if self.who.language == "en" else sv

    def month(self, day: date) -> str:
        return f"{month(day, language=self.who.language)} {day.year}"

    def one_of_its_own(self, most: int) -> int:
        """A number below `most` that stays the same for this inhabitant."""
        return int(self.who.identity_number[-4:]) % most


def _rent(at: _Occasion) -> Iterator[Line]:
    month = at.month(month_after(at.day))
    text = at.say(f"Hyra {month}, {at.who.size} rok", f"Rent {month}, {at.who.size} rooms")
    yield Line(text, "rent", (3_900 + 1_570 * at.who.size + 10 * at.one_of_its_own(60)) * 100)
    if at.one_of_its_own(3) == 0:
        yield Line(at.say("Bredband", "Broadband"), "rent", 11_900, 2_380)


def _childcare(at: _Occasion) -> Iterator[Line]:
    month = at.month(at.day)
    income = 45 + at.one_of_its_own(56)
    first = at.say(f"Förskola {month}, första barnet", f"Preschool {month}, first child")
    yield Line(first, "preschool", 1_700 * income)
    if at.who.size >= 3:
        second = at.say("Förskola, andra barnet", "Preschool, second child")
        yield Line(second, "preschool", 1_130 * income)
    if at.who.size >= 5:
        third = at.say("Fritidshem, tredje barnet", "After-school care, third child")
        yield Line(third, "childcare", 570 * income)


def _elderly_care(at: _Occasion) -> Iterator[Line]:
    last_month = at.month(at.day.replace(day=1) - ONE_DAY)
    hours = at.chance.randint(3, 9)
    text = at.say(f"Hemtjänst {last_month}, {hours} tim", f"Home care {last_month}, {hours} h")
    yield Line(text, "elderly_care", hours * 26_500)
    yield Line(at.say("Trygghetslarm", "Safety alarm"), "elderly_care", 24_500)
    if at.who.size % 2:
        meals = at.chance.randint(8, 24)
        text = at.say(f"Matlådor, {meals} st", f"Meals delivered, {meals}")
        yield Line(text, "elderly_care", meals * 6_400)


def _parking(at: _Occasion) -> Iterator[Line]:
    month = at.month(month_after(at.day))
    if at.one_of_its_own(3):
        text = at.say(f"Boendeparkering från {month}", f"Resident parking from {month}")
        yield Line(text, "parking", 105_000)
    else:
        text = at.say(f"Parkeringsplats från {month}", f"Parking space from {month}")
        yield Line(text, "parking", 157_500, 31_500)


def _culture(at: _Occasion) -> Iterator[Line]:
    instruments = ("piano", "fiol", "gitarr", "trumpet"), ("piano", "violin", "guitar", "trumpet")
    which = at.one_of_its_own(4)
    text = at.say(f"Kulturskola, {instruments[0][which]}", f"Music, {instruments[1][which]}")
    yield Line(text, "culture", 115_000)
    if at.who.size >= 4:
        yield Line(at.say("Hyra av instrument", "Rent of instrument"), "culture", 37_500, 7_500)


def _mooring(at: _Occasion) -> Iterator[Line]:
    text = at.say(f"Båtplats {at.day.year}", f"Boat mooring {at.day.year}")
    yield Line(text, "mooring", 240_000, 48_000)


def _water(at: _Occasion) -> Iterator[Line]:
    cubic_meters = 12 * at.who.size + at.chance.randint(-8, 14)
    used_ore = cubic_meters * 3_450
    text = at.say("Vatten och avlopp", "Water and sewerage")
    yield Line(f"{text}, {cubic_meters} m³", "water", used_ore, used_ore // 5)
    yield Line(at.say("Fast avgift, kvartal", "Fixed fee, quarter"), "water", 81_250, 16_250)


def _waste(at: _Occasion) -> Iterator[Line]:
    liters = (80, 140, 190, 240, 370)[at.who.size - 1]
    amount_ore = 31_000 + 110 * liters
    text = at.say("Kärl för avfall", "Waste container")
    yield Line(f"{text}, {liters} l", "waste", amount_ore, amount_ore // 5)
    if at.one_of_its_own(2):
        yield Line(at.say("Trädgårdskärl", "Garden container"), "waste", 16_250, 3_250)


_LINES: dict[str, Callable[[_Occasion], Iterator[Line]]] = {
    "childcare": _childcare,
    "culture": _culture,
    "elderly_care": _elderly_care,
    "mooring": _mooring,
    "parking": _parking,
    "rent": _rent,
    "waste": _waste,
    "water": _water,
}
