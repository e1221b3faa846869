"""What the rows say was done, as stories write it.

    list(deeds(Rows(cursor=cursor, rows=..., names={4: "Cilla"})))
    -> [(2025-04-09, LetterSent(step="reminder", ...))]

The one rule: every step taken is told once: by its letter, its interest invoice, or by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import COURSE, MONITORING
from reskontra.domain.enforcement import Route
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.area import Rows
from reskontra.nightly.stories.areas import AREAS
from reskontra.nightly.stories.notation import Booked, Did, StepBooked
from reskontra.records import history
from reskontra.records.history import InvoiceRow

TOLD_BY_AREA = (COURSE, MONITORING, *(route.value for route in Route))
"""How steps begin that an area tells of."""


def deeds(about: Rows) -> Iterator[tuple[date, Did]]:
    """Everything done about these invoices, each on its day."""
    cursor, rows, names = about.cursor, about.rows, about.names
    for letter in history.letters(cursor, about.ids):
        sent = notation.LetterSent(
            step=letter.step,
            name=names[letter.party],
            taken=tuple(rows[each].number for each in letter.taken),
            listed=tuple(rows[each].number for each in letter.listed),
            pay_by=letter.pay_by,
        )
        yield letter.day, sent
    yield from _steps(cursor, rows, names)
    for entered in history.interest_entered(cursor, about.ids):
        number = rows[entered.invoice].number
        yield entered.day, StepBooked(Booked.INTEREST, number, entered.amount_ore)
    for area in AREAS:
        yield from area.deeds(about)
    for row in rows.values():
        if row.origin is not None and row.part_of is None:
            yield row.invoice_date, _invoiced(row, names[row.party])


def _steps(
    cursor: CursorWrapper, rows: Mapping[int, InvoiceRow], names: Mapping[int, str]
) -> Iterator[tuple[date, Did]]:
    """The steps that no letter tells of."""
    for step in history.steps(cursor, rows):
        number, name = rows[step.invoice].number, names[rows[step.invoice].party]
        if step.written_off_ore:
            yield step.day, StepBooked(Booked.WRITE_OFF, number, step.written_off_ore)
        elif step.written_down_ore:
            yield step.day, StepBooked(Booked.WRITE_DOWN, number, step.written_down_ore)
        elif step.handed_over:
            yield step.day, notation.HandedOver(step=step.step, name=name, number=number)
        elif not step.by_letter and not step.reported and not step.step.startswith(TOLD_BY_AREA):
            yield step.day, StepBooked(Booked.FEE, number, step.fee_ore)


def _invoiced(row: InvoiceRow, name: str) -> Did:
    """An invoice that we have made ourselves."""
    made = notation.FeeInvoiced if row.interest_for is None else notation.InterestInvoiced
    return made(number=row.number, name=name, amount_ore=row.total_ore, due_date=row.due_date)
