"""The verbs' way to the collection agencies: by API where one is set, else by files.

    work(day=date(2025, 4, 25), policy=policy)  -> Sent(cases=3, told=1, recalls=0)

Files lie in the data folder, `agency/CREDITOR/AGENCY/`, with the names that the policy gives. The
one rule: what an agency has told is placed before anything is sent to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.conf import settings

from reskontra.casework.agency_payouts import settle_found
from reskontra.casework.agency_steps import take_steps
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.intake.agency_placing import place_waiting
from reskontra.outgoing.agency_api import Access, ApiCarrier
from reskontra.outgoing.agency_carrier import Carrier, FolderCarrier
from reskontra.outgoing.hand_over import Order, Sent, send


class CreditorUnknownToAgency(Refused):
    """RESKONTRA_AGENCY_CREDITORS does not say what the agency calls {creditor}.

    Write it as {creditor}=NAME, with commas between several.
    """

    swedish = (
        "RESKONTRA_AGENCY_CREDITORS säger inte vad inkassobolaget kallar {creditor}. Skriv "
        "{creditor}=NAMN, med komma mellan flera."
    )


def work(*, day: date, policy: Policy) -> Sent:
    """Place what waits, take the steps performed there, find what is paid out, send what is due."""
    place_waiting(day=day)
    take_steps(policy=policy, today=day)
    settle_found(today=day)
    return send(Order(day=day, policy=policy, carrier_of=carriers(policy)))


def carriers(policy: Policy) -> Callable[[str, str], Carrier]:
    """The way to each agency by (creditor, the agency's name)."""

    def carrier_of(creditor: str, agency: str) -> Carrier:
        if settings.AGENCY["url"]:
            return ApiCarrier(_access(creditor))
        return FolderCarrier(folder(policy, creditor, agency))

    return carrier_of


def folder(policy: Policy, creditor: str, agency: str) -> Path:
    """Where files to the agency are put."""
    agencies = policy.creditors[creditor].agencies
    short = next((code for code, each in agencies.items() if each.name == agency), "former")
    return Path(settings.RESKONTRA_DATA) / "agency" / creditor / short


def _access(creditor: str) -> Access:
    given = settings.AGENCY
    names = dict(
        pair.strip().split("=", 1) for pair in given["creditors"].split(",") if "=" in pair
    )
    if creditor not in names:
        raise CreditorUnknownToAgency(creditor=creditor)
    return Access(
        url=given["url"], key=given["key"], account=given["account"], creditor=names[creditor]
    )


def told(sent: Sent) -> Iterator[str]:
    """What was sent, for a person."""
    if sent.cases or sent.told or sent.recalls:
        yield (
            f"  to agencies: {sent.cases:,} claims, {sent.told:,} payments and credits,"
            f" {sent.recalls:,} recalls"
        )
    for failure in sent.failures:
        yield f"  FAILED to agency, invoice {failure.number}: {failure.error}"
    if sent.failures:
        yield "  RED: what no agency took is tried again the next time"
