"""Somebody of the demo's cast: who they are, what they are invoiced for, and what is done about it.

    Part("Maria Hedlund", date(1984, 2, 21), 982, (), _at_agency)

The one rule: a part says what the world does; what comes of it is the system's doing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.calendar import previous_banking_day
from reskontra.nightly.demo.conduct import Conduct, planned
from reskontra.nightly.demo.deeds import Deed
from reskontra.nightly.demo.invoicing import Line
from reskontra.nightly.demo.people import Habit, Inhabitant, official_test_number
from reskontra.nightly.demo.plan import Act, Correction, Draft


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody, and what happens to them: their invoices beside the regular ones."""

    name: str
    born: date
    birth_number: int
    kinds: tuple[str, ...]
    happens: Callable[[Inhabitant, date], Iterator[Draft]]
    language: str = "sv"
    protected_identity: bool = False

    def inhabitant(self, at: int) -> Inhabitant:
        """Who it is; `at` is their place in the cast."""
        return Inhabitant(
            identity_number=official_test_number(born=self.born, birth_number=self.birth_number),
            name=self.name,
            address=()
            if self.protected_identity
            else (f"Storgatan {2 * at + 1}", "999 11 Granvik"),
            language=self.language,
            protected_identity=self.protected_identity,
            habit=Habit.EXACT,
            kinds=self.kinds,
            size=3,
            turn=at % 3,
        )


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)


def acts(conduct: Conduct) -> Act:
    """What somebody does about an invoice."""
    return lambda asked, chance: planned(asked, conduct, chance)


UNPAID = acts(Conduct.NEVER)


def draft(
    who: Inhabitant,
    kind: str,
    due_date: date,
    act: Act = UNPAID,
    *,
    lines: tuple[Line, ...] = (),
    correction: Correction | None = None,
    deeds: tuple[Deed, ...] = (),
    facility: str = "",
    parts_paid: int = 0,
    others: tuple[Inhabitant, ...] = (),
) -> Draft:
    """An invoice made on a banking day some thirty days before it is due."""
    return Draft(
        who=who,
        kind=kind,
        invoice_date=previous_banking_day(due_date - days(29)),
        due_date=due_date,
        lines=lines,
        act=act,
        correction=correction,
        deeds=deeds,
        facility=facility,
        parts_paid=parts_paid,
        others=others,
    )
