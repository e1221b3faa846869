"""Ten or so inhabitants to whom something happens for certain, so that each sight can be shown.

    cast = cast_of(frame)
    cast.inhabitants   -> they live among the others
    cast.drafts        -> the invoices that they get beside their regular ones

The one rule: only what they are invoiced for and how they pay is written here. What comes of it is
the system's doing, and `persons` looks in the rows for whoever shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reskontra.domain.calendar import (
    Span,
    Unit,
    add_banking_days,
    add_working_days,
    previous_banking_day,
)
from reskontra.nightly.demo.cases import CASES
from reskontra.nightly.demo.conduct import Conduct, Plan, ToPay, paid_on
from reskontra.nightly.demo.deeds import ChoosesNotices
from reskontra.nightly.demo.invoicing import Line
from reskontra.nightly.demo.part import UNPAID, Part, acts, days, draft
from reskontra.nightly.demo.people import Inhabitant
from reskontra.nightly.demo.plan import Correction, Draft, Frame

REMINDED_AFTER = {"rent": 5, "culture": 7, "parking": 7}
"""Working days after the due date, by the sample creditors' procedures."""
LONGEST_LADDER = timedelta(days=45)
"""From an invoice that comes overdue to what an officer decides after our own demand."""
NINETEEN_MONTHS = timedelta(days=19 * 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Those whom the demo is sure of."""

    inhabitants: tuple[Inhabitant, ...]
    drafts: tuple[Draft, ...]


def cast_of(frame: Frame) -> Cast:
    """The cast, with invoices dated so that they show what they should the day after `until`."""
    pairs = [(part.inhabitant(at), part) for at, part in enumerate((*_PARTS, *CASES))]
    return Cast(
        inhabitants=tuple(who for who, _ in pairs),
        drafts=tuple(
            draft
            for who, part in pairs
            for draft in part.happens(who, frame.until)
            if _can_be_lived(draft, frame.start)
        ),
    )


def _can_be_lived(draft: Draft, start: date) -> bool:
    """Whether what is decided about it has time to come about, in a life that begins so late."""
    first = min((deed.day for deed in draft.deeds), default=None)
    return first is None or draft.invoice_date >= start or first - start >= LONGEST_LADDER


def _just_reminded(kind: str, until: date) -> date:
    """The latest due date with a reminder that has left before `until`."""
    due = until
    while add_working_days(due, REMINDED_AFTER[kind]) >= until:
        due -= days(1)
    return due


def _not_due(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "parking", until + days(20), UNPAID)
    yield draft(who, "culture", until + days(26), UNPAID)


def _told_by_mail(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield from _not_due(who, until)
    chooses = ChoosesNotices(day=until - days(6), address="anna.lindqvist@example.se")
    yield draft(who, "culture", until + days(3), UNPAID, deeds=(chooses,))


def _reminded_of_several(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = _just_reminded("parking", until)
    yield draft(who, "parking", due, UNPAID)
    yield draft(who, "culture", due, UNPAID)


def _rent_reminded(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "rent", _just_reminded("rent", until), UNPAID)


def _at_agency(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "culture", until - days(60), UNPAID)


def _paid_twice(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "culture", until - days(30), acts(Conduct.TWICE))


def _withdrawn(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(15)
    reason = "Platsen var redan uppsagd"
    withdrawal = Correction(day=previous_banking_day(due - days(12)), reason=reason)
    yield draft(who, "culture", due, UNPAID, correction=withdrawal)


def _small_rest(who: Inhabitant, until: date) -> Iterator[Draft]:
    def pays(asked: ToPay, _: Random) -> Plan:
        payment = paid_on(asked, asked.due_date, asked.amount_ore - 1_200)
        return Plan(payments=(payment,), heeds_reminder=False)

    yield draft(who, "culture", until - days(40), pays)


def _paid_late(who: Inhabitant, until: date) -> Iterator[Draft]:
    def pays(asked: ToPay, _: Random) -> Plan:
        late = add_banking_days(asked.due_date, 13)
        return Plan(payments=(paid_on(asked, late, asked.amount_ore),), heeds_reminder=False)

    english = who.language == "en"
    text = "Water and sewerage, 612 m³ (leak)" if english else "Vatten och avlopp, 612 m³ (läcka)"
    lines = (Line(text, "water", 2_111_400, 422_280), Line("Fast avgift", "water", 81_250, 16_250))
    yield draft(who, "water", until - days(28), pays, lines=lines)


def _unpaid_and_reminded(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "culture", _just_reminded("culture", until), UNPAID)
    yield draft(who, "parking", until + days(17), UNPAID)


def _part_paid(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "parking", until - days(10), acts(Conduct.IN_PART))


def _too_old(who: Inhabitant, until: date) -> Iterator[Draft]:
    """Carried over from the system before; overdue for longer than the portal shows."""
    invoiced = previous_banking_day(until - NINETEEN_MONTHS)
    due = Span(count=30, unit=Unit.DAYS).after(invoiced)
    yield Draft(who=who, kind="culture", invoice_date=invoiced, due_date=due, act=UNPAID)


_PARTS = (
    Part("Anna Lindqvist", date(1988, 4, 17), 238, ("rent", "childcare"), _told_by_mail),
    Part("Johan Öberg", date(1979, 11, 3), 239, ("water", "waste"), _reminded_of_several),
    Part("Maria Hedlund", date(1984, 2, 21), 982, (), _at_agency),
    Part("Lars Bergström", date(1957, 8, 9), 981, ("water", "waste"), _paid_twice),
    Part("Elin Dahlberg", date(1991, 6, 30), 984, ("rent",), _withdrawn),
    Part("Göran Falk", date(1949, 1, 12), 983, ("elderly_care",), _small_rest),
    Part("Petra Norberg", date(1975, 9, 25), 986, ("waste",), _paid_late),
    Part("Grace Mensah", date(1993, 3, 8), 988, ("rent",), _unpaid_and_reminded, language="en"),
    Part("Viktor Holm", date(1996, 12, 1), 985, (), _rent_reminded),
    Part("Sara Wikström", date(1982, 7, 14), 990, ("childcare",), _part_paid),
    Part("Nils Ek", date(1968, 5, 19), 987, (), _too_old),
    Part(
        "Klara Sjögren", date(1990, 10, 6), 992, ("childcare",), _not_due, protected_identity=True
    ),
)
