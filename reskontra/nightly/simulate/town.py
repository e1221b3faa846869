"""Invents the open claims of a municipality, for whatever creditors and kinds a policy has.

    claims_of(policy, count=100_000, seed=1, first_day=date(2026, 3, 2))

Every claim is as it is when nothing has happened yet: invoiced, not due. The one rule: the same
count, seed and day give the same claims under the same policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from reskontra.domain.claim import Claim
from reskontra.domain.dealings import INTEREST_KIND
from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount, sums
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Creditor, Policy
from reskontra.domain.scope import AsBilled

FIRST_NUMBER = 10_000_001
PAYMENT_TIME = timedelta(days=30)
DAYS_UNTIL_DUE = (0, 30)
MOST_INVOICES = 4
"""That one party has at the same time."""
ORGANIZATIONS_OF_TWENTY = 1
KRONOR = (60, 400, 900, 1_800, 3_500, 7_000, 14_000)
"""An amount lies between two neighbors of these, each pair as often as the others."""


class NothingToInvoice(Refused):
    """The policy has no kind of invoice that any debtor can get; there is nothing to simulate."""

    swedish = "Reglerna har ingen fakturatyp som någon kan få. Det finns inget att simulera."


@dataclass(frozen=True, slots=True)
class _Offer:
    """A kind of invoice of a creditor."""

    creditor: Creditor
    kind: str


def claims_of(policy: Policy, *, count: int, seed: int, first_day: date) -> Iterator[Claim]:
    """`count` claims, due on `first_day` or in the month after it; their keys rise from 1."""
    chance = Random(f"{seed}: town")  # noqa: S311 - a town that can be made again, not a secret
    last_day = first_day + timedelta(days=DAYS_UNTIL_DUE[1])
    offers = {
        debtor: [each for each in _offers(policy) if _taken(each, debtor, first_day, last_day)]
        for debtor in (PartyKind.PERSON, PartyKind.ORGANIZATION)
    }
    if not any(offers.values()):
        raise NothingToInvoice
    made = party = 0
    while made < count:
        party += 1
        debtor = _debtor(chance)
        for _ in range(min(count - made, chance.randint(1, MOST_INVOICES))):
            if offers[debtor]:
                made += 1
                offer = chance.choice(offers[debtor])
                yield _claim(offer, key=made, party=party, debtor=debtor, day=first_day, by=chance)


def _offers(policy: Policy) -> Iterator[_Offer]:
    for creditor in policy.creditors.values():
        for kind in sorted(creditor.invoice_kinds):
            if kind != INTEREST_KIND:
                yield _Offer(creditor, kind)


def _taken(offer: _Offer, debtor: PartyKind, first_day: date, last_day: date) -> bool:
    """Whether a procedure takes the kind for such a debtor, whenever it is due."""
    billed = (
        AsBilled(
            kind=offer.kind,
            debtor=debtor,
            invoice_date=day - PAYMENT_TIME,
            due_date=day,
            services=frozenset({offer.kind}),
        )
        for day in (first_day, last_day)
    )
    return all(offer.creditor.procedure_for(each, today=first_day) is not None for each in billed)


def _debtor(chance: Random) -> PartyKind:
    organization = chance.randrange(20) < ORGANIZATIONS_OF_TWENTY
    return PartyKind.ORGANIZATION if organization else PartyKind.PERSON


def _claim(
    offer: _Offer, *, key: int, party: int, debtor: PartyKind, day: date, by: Random
) -> Claim:
    due_date = day + timedelta(days=by.randint(*DAYS_UNTIL_DUE))
    invoice_date = due_date - PAYMENT_TIME
    place = by.randrange(len(KRONOR) - 1)
    amount_ore = by.randint(KRONOR[place], KRONOR[place + 1]) * 100
    receivable, income = LedgerAccount.RECEIVABLE, LedgerAccount.INCOME
    invoiced = Entry(EntryKind.INVOICE.value, receivable, income, amount_ore, invoice_date)
    return Claim(
        key=key,
        number=str(FIRST_NUMBER + key - 1),
        ocr_number="",
        creditor=offer.creditor.code,
        party=party,
        debtor=debtor,
        kind=offer.kind,
        services=frozenset({offer.kind}),
        invoice_date=invoice_date,
        due_date=due_date,
        sums=sums((invoiced,)),
    )
