"""The status words of an invoice as coloured tags; the word says all, the colour only helps.

    SENT, overdue                     -> Förfallen
    DEBT_COLLECTION, PARTIALLY_PAID   -> Under indrivning, Delvis betald

The one rule: what is settled has one tag; what is not has every tag that tells something.
"""

from __future__ import annotations

from dataclasses import dataclass

from reskontra.domain.claim import Status
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceRow

OVERDUE = "OVERDUE"

_COLOUR = {
    Status.VOID: "grey",
    Status.CREDITED: "grey",
    Status.WRITTEN_OFF: "grey",
    Status.TRANSFERRED: "orange",
    Status.PAID_TOO_MUCH: "teal",
    Status.PAID: "green",
    Status.DISPUTED: "purple",
    Status.DEFERRED: "purple",
    Status.INSTALLMENT_PLAN: "purple",
    Status.DEBT_COLLECTION: "orange",
    Status.PARTIALLY_PAID: "teal",
    Status.REMINDER: "yellow",
    Status.SENT: "blue",
    Status.PARTLY_DISPUTED: "purple",
    OVERDUE: "red",
}
_WAITING = {Status.DISPUTED, Status.DEFERRED, Status.INSTALLMENT_PLAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A short word with a colour."""

    text: str
    colour: str
    overdue: bool


def tags(row: InvoiceRow, *, language: str) -> tuple[Tag, ...]:
    """The tags of one invoice, the main one first."""
    return tuple(
        Tag(
            text=say(f"tag.{word}", language=language),
            colour=_COLOUR[word],
            overdue=word == OVERDUE,
        )
        for word in _telling(row)
    )


def is_paid(row: InvoiceRow) -> bool:
    """Money has settled it, rather than a credit, a withdrawal or a write-off."""
    return row.statuses[0] in {Status.PAID, Status.PAID_TOO_MUCH}


def is_waiting(row: InvoiceRow) -> bool:
    """The person has been told that nothing more happens for now."""
    return not _WAITING.isdisjoint(row.statuses)


def _telling(row: InvoiceRow) -> list[str]:
    main = row.statuses[0]
    if row.open_ore == 0:
        return [main]
    told: list[str] = [status for status in row.statuses if status is not Status.SENT]
    if Status.DEBT_COLLECTION in told:
        return [status for status in told if status is not Status.REMINDER]
    if row.overdue and not is_waiting(row):
        told.insert(0, OVERDUE)
    return told or [Status.SENT]
