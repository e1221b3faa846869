"""A person calls a claim back from the collection agency.

    recall(cursor, invoice=17, reason="avtal om annan betalning", day=date(2025, 5, 2))

The one rule: from that moment we are the ones to pay, whenever the agency hears of it.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.refusal import Refused
from reskontra.records import claim_states, handovers


class NotAtAgency(Refused):
    """Invoice {number} is with no agency, so it cannot be called back."""

    swedish = "Faktura {number} finns inte hos något inkassobolag och kan inte återkallas."


class OwnedByAgency(Refused):
    """Invoice {number} was sold to {agency}, so it is not ours to call back."""

    swedish = "Faktura {number} är överlåten till {agency} och är inte vår att återkalla."


def recall(cursor: CursorWrapper, *, invoice: int, number: str, reason: str, day: date) -> None:
    """Call the claim back; refused when no agency has it, or one owns it."""
    claim_states.lock(cursor, [invoice])
    handover = handovers.of_invoice(cursor, invoice)
    if handover is None or not handover.pays_agency:
        raise NotAtAgency(number=number)
    if handover.assigned:
        raise OwnedByAgency(number=number, agency=handover.agency)
    handovers.call_back(cursor, handover, reason=reason, day=day)
