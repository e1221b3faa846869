"""The verbs' way to the Enforcement Authority: files in the data folder, a folder a creditor.

    work(day=date(2025, 6, 2), policy=policy)  -> Sent(applications=3, reductions=1, …)

Files lie in `authority/CREDITOR/`, for whoever files them with the Authority. The one rule: what it
has told is placed before anything is sent to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings

from reskontra.domain.rules import Policy
from reskontra.intake.verdicts import place_waiting
from reskontra.outgoing.authority import Order, Sent, send


def work(*, day: date, policy: Policy) -> Sent:
    """Place what waits, and write what the Authority is to know."""
    place_waiting(day=day)
    return send(Order(day=day, policy=policy, folder_of=folder))


def folder(creditor: str) -> Path:
    """Where files to the Authority are put."""
    return Path(settings.RESKONTRA_DATA) / "authority" / creditor


def told(sent: Sent) -> Iterator[str]:
    """What was written, for a person."""
    if sent.applications or sent.reductions or sent.withdrawals or sent.courts:
        yield (
            f"  to the Enforcement Authority: {sent.applications:,} applications,"
            f" {sent.reductions:,} reductions, {sent.withdrawals:,} withdrawals,"
            f" {sent.courts:,} to court"
        )
    for failure in sent.failures:
        yield f"  FAILED to the Authority, invoice {failure.number}: {failure.error}"
    if sent.failures:
        yield "  RED: what could not be written is tried again the next time"
