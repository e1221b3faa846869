"""Claims and procedures for the tests of the domain, made of plain values.

    claim = a_claim(paid(10_000, day))
    procedure_for(claim)   -> the sample municipality's procedure for parking

The one rule: a claim's sums come from its entries, as they do in life.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from reskontra.domain.claim import Claim, StepTaken, principal_payments
from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount, sums
from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Policy, Procedure
from reskontra.policy.load import SAMPLE, load_policy

INVOICED, DUE = date(2025, 3, 3), date(2025, 3, 31)
REMINDED = date(2025, 4, 9)


@cache
def sample_policy() -> Policy:
    """The two invented creditors."""
    return load_policy(SAMPLE)


def an_entry(
    kind: EntryKind, debit: LedgerAccount, credit: LedgerAccount, ore: int, day: date = INVOICED
) -> Entry:
    """One row of the books, in the words that the database keeps."""
    return Entry(kind.value, debit.value, credit.value, ore, day)


def billed(ore: int = 30_000) -> Entry:
    """The invoice itself."""
    return an_entry(EntryKind.INVOICE, LedgerAccount.RECEIVABLE, LedgerAccount.INCOME, ore)


def paid(ore: int, day: date = DUE, *, on: LedgerAccount = LedgerAccount.RECEIVABLE) -> Entry:
    """Money that came in."""
    return an_entry(EntryKind.PAYMENT, LedgerAccount.BANK, on, ore, day)


def taken_back(ore: int, day: date) -> Entry:
    """Money that the bank took back."""
    return an_entry(EntryKind.REVERSAL, LedgerAccount.RECEIVABLE, LedgerAccount.BANK, ore, day)


def fee(ore: int, day: date = REMINDED) -> Entry:
    """A step's fee."""
    return an_entry(EntryKind.FEE, LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME, ore, day)


def given_up(kind: EntryKind, ore: int, day: date = DUE) -> Entry:
    """A credit, a withdrawal or a write-off of principal."""
    account = {
        EntryKind.CREDIT: LedgerAccount.CREDITED,
        EntryKind.WITHDRAWAL: LedgerAccount.WITHDRAWN,
        EntryKind.WRITE_OFF: LedgerAccount.WRITTEN_OFF,
    }[kind]
    return an_entry(kind, account, LedgerAccount.RECEIVABLE, ore, day)


def a_claim(*entries: Entry, key: int = 1, **fields: Any) -> Claim:
    """An invoice of 300 kr for parking, due 31 March, with these entries after its own."""
    mine = [billed(), *entries]
    claim = Claim(
        key=key,
        number=f"{1000 + key}",
        ocr_number="",
        creditor="municipality",
        party=1,
        debtor=PartyKind.PERSON,
        kind="parking",
        services=frozenset({"parking"}),
        invoice_date=INVOICED,
        due_date=DUE,
        sums=sums(mine),
        principal_payments=principal_payments(mine),
    )
    return replace(claim, **fields)


def reminded(day: date = REMINDED, pay_by: date = date(2025, 4, 23)) -> tuple[StepTaken, ...]:
    """The steps of a claim that has been reminded."""
    return (StepTaken(name="reminder", day=day, pay_by=pay_by),)


def procedure_for(claim: Claim) -> Procedure:
    """The sample creditor's procedure for the claim."""
    found = sample_policy().creditors[claim.creditor].procedure_for(claim, today=claim.due_date)
    assert found is not None
    return found
