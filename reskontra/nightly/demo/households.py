"""Those of the cast whose water is in question: warned, cut, and on its way back.

    Stig Frid's water is off; Per Näs has shown a receipt, and gets his back

The one rule: what an officer and a technician do is planned; the letters and what follows are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reskontra.domain.calendar import is_working_day, next_banking_day
from reskontra.nightly.demo.conduct import Conduct
from reskontra.nightly.demo.deeds import Decides, Deed, TechnicianDoes
from reskontra.nightly.demo.files import House
from reskontra.nightly.demo.part import Part, acts, days, draft
from reskontra.nightly.demo.people import Inhabitant
from reskontra.nightly.demo.plan import Draft

STREET = "Sjövägen"
FOUND_AFTER, ORDERED_AFTER, CUT_AFTER = 60, 84, 86
"""Days from an invoice's due date: when the letters' own days have come, with some to spare."""


def _a_cut_day(day: date) -> date:
    """The first day from `day` between two working days."""
    while not all(is_working_day(day + days(each)) for each in (-1, 0, 1)):
        day += days(1)
    return day


def _found(due: date) -> tuple[Deed, ...]:
    """A visit, and a tap."""
    day = next_banking_day(due + days(FOUND_AFTER))
    no = dict.fromkeys(("ill", "care", "children", "tenants", "animals", "risk"), "no")
    return (
        Decides(
            day=day,
            kind="health_finding",
            given={"seen_on": f"{day}", "how": "Besök: ensam hemma, frisk", **no},
            reason="Besök av kundservice",
        ),
        Decides(
            day=day,
            kind="water_finding",
            given={"kind": "alternative_water", "what": "Vattenpost på Sjövägen, 120 m"},
            reason="Ordnat med driften",
        ),
    )


def _cut(due: date) -> tuple[date, tuple[Deed, ...]]:
    """The day, and what leads to it."""
    day = _a_cut_day(due + days(CUT_AFTER))
    ordered = Decides(
        day=next_banking_day(due + days(ORDERED_AFTER)),
        kind="order_closing",
        given={"work": "disconnect", "day": f"{day}", "note": "Ventilen sitter vid grinden"},
        reason="Skulden är väsentlig, och inget annat har hjälpt",
    )
    done = TechnicianDoes(day=day, meter_reading="1 482", note="Plomberad")
    return day, (*_found(due), ordered, done)


def _off(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(105)
    _, deeds = _cut(due)
    yield draft(who, "water", due, deeds=deeds, facility="GR-1011")


def _coming_back(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(110)
    _, deeds = _cut(due)
    receipt = Decides(
        day=next_banking_day(until - days(2)),
        kind="water_finding",
        given={"kind": "receipt_shown", "what": "Kvitto från banken på hela beloppet"},
        reason="Visat i kundservice",
    )
    yield draft(who, "water", due, deeds=(*deeds, receipt), facility="GR-1012")


def _warned(who: Inhabitant, until: date) -> Iterator[Draft]:
    due = until - days(82)
    yield draft(who, "water", due, deeds=_found(due), facility="GR-1013")


def _owns_too(who: Inhabitant, until: date) -> Iterator[Draft]:
    yield draft(who, "waste", until - days(40), acts(Conduct.IN_TIME))


HOUSEHOLDS = (
    Part("Stig Frid", date(1955, 11, 19), 989, (), _off),
    Part("Per Näs", date(1962, 8, 30), 993, (), _coming_back),
    Part("Ulla Vik", date(1967, 1, 9), 994, (), _warned),
    Part("Jan Vik", date(1965, 5, 22), 995, (), _owns_too, language="en"),
)
_OWNED = {
    "GR-1011": ("Stig Frid",),
    "GR-1012": ("Per Näs",),
    "GR-1013": ("Ulla Vik", "Jan Vik"),
}


def houses(inhabitants: Sequence[Inhabitant]) -> tuple[House, ...]:
    """The houses of the register, and who of the cast owns each."""
    by_name = {each.name: each for each in inhabitants}
    return tuple(
        House(
            code=code,
            kind="single_dwelling",
            address=(f"{STREET} {place}", "999 11 Granvik"),
            owners=tuple(by_name[name] for name in names),
        )
        for place, (code, names) in enumerate(_OWNED.items(), 11)
    )
