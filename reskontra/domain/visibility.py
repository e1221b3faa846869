"""Which of the citizen's two lists an invoice is in, or why it is in neither.

    place(claim, rules, today=date(2025, 4, 9))  -> Listing.UNPAID, Listing.PAID or a Hidden

Every invoice is in exactly one list, or hidden for a reason that can be told. Nothing is deleted
by these rules. The portal's lists ask the database the same; a test holds the two together.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from reskontra.domain.claim import Claim
from reskontra.domain.rules import PortalRules


class Listing(StrEnum):
    """The two lists."""

    UNPAID = "unpaid"
    PAID = "paid"
    """Nothing is left to pay, for whatever reason: paid, credited, withdrawn, written off.

    What an agency owns is paid to it, and is in the other list until it has closed the case."""


class Hidden(StrEnum):
    """Why an invoice is in neither."""

    NOT_SHOWN_TO_KIND = "not_shown_to_kind"
    """Only invoices to some kinds of party are shown; to private persons, by the model."""
    TOO_OLD = "too_old"
    OVERDUE_TOO_LONG = "overdue_too_long"


def place(claim: Claim, rules: PortalRules, *, today: date) -> Listing | Hidden:
    """The list that shows the invoice today; the last day of each limit still shows it."""
    if claim.debtor not in rules.shown_to:
        return Hidden.NOT_SHOWN_TO_KIND
    if rules.shown_from_invoice_date.after(claim.invoice_date) < today:
        return Hidden.TOO_OLD
    if claim.settled and not (claim.transferred and claim.handed_over):
        return Listing.PAID
    if rules.hidden_when_overdue.after(claim.due_date) < today:
        return Hidden.OVERDUE_TOO_LONG
    return Listing.UNPAID
