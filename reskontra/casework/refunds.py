"""What is too much is paid back: ordered by one, approved by another, and never paid twice.

    key = order(cursor, invoice=17, amount_ore=None, account=Account(...), by="A. Ek", ...)
    approve(cursor, key, by="B. Lund", today=today)

The money waits where it lies until the file with the pay-out leaves, and nothing else may use it
meanwhile. The one rule: whoever orders a pay-out never approves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.identity import parse_bankgiro, parse_plusgiro
from reskontra.domain.refunding import refund_interest
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.terms import RefundCourse
from reskontra.records import as_of, claim_states, debtors, parties, payouts
from reskontra.records.payouts import APPROVED, RETURNED, SENT, WITHDRAWN, NewPayout, Payout

ACCOUNT, BANKGIRO, PLUSGIRO = "account", "bankgiro", "plusgiro"
_DIGITS = range(11, 16)
"""How many an account may have, its clearing number counted."""


class NotAnAccount(Refused):
    """{text!r} is no bank account; write all its digits, the clearing number first."""

    swedish = "{text!r} är inget bankkonto. Skriv alla siffror, clearingnumret först."


class PayeeMissing(Refused):
    """Say whose the account is."""

    swedish = "Ange vem kontot tillhör."


class NothingTooMuch(Refused):
    """Nothing is too much on invoice {number}, or it waits to be paid back already."""

    swedish = "Inget är för mycket betalt på faktura {number}, eller så väntar det på utbetalning."


class NotPaidOut(Refused):
    """By the creditor's rules what is too much on invoice {number} is not paid out: {course}."""

    swedish = "Enligt borgenärens regler betalas det inte ut för faktura {number}: {course}."


class SamePerson(Refused):
    """{by} has ordered the pay-out, so somebody else must approve it."""

    swedish = "{by} har begärt utbetalningen, så någon annan måste godkänna den."


class NoSuchPayout(Refused):
    """There is no such pay-out."""

    swedish = "Det finns ingen sådan utbetalning."


class NotInThatState(Refused):
    """The pay-out is {state}; only one that is {allowed} can be."""

    swedish = "Utbetalningen är {state}. Det går bara för en som är {allowed}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Where to pay, and whose it is."""

    kind: str
    number: str
    payee: str


def read_account(*, kind: str, number: str, payee: str) -> Account:
    """The account with its digits alone; refused when it cannot be one."""
    if not payee.strip():
        raise PayeeMissing
    match kind:
        case "bankgiro":
            digits = parse_bankgiro(number)
        case "plusgiro":
            digits = parse_plusgiro(number)
        case _:
            digits = "".join(each for each in number if each not in " -,.")
            if not (digits.isascii() and digits.isdigit() and len(digits) in _DIGITS):
                raise NotAnAccount(text=number)
    return Account(kind=kind, number=digits, payee=payee.strip())


def order(
    cursor: CursorWrapper,
    *,
    invoice: int,
    amount_ore: int | None,
    account: Account,
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> UUID:
    """Ask for what is too much on an invoice to be paid back, all of it unless an amount is said.

    Refuses what the creditor's rules keep or let pay the next invoice, and money that is not there.
    """
    claim_states.lock(cursor, [invoice])
    claim = as_of.load(cursor, as_of.Wanted.invoices([invoice]))[0].claim
    free_ore = payouts.free_overpaid(cursor, invoice)
    wanted_ore = free_ore if amount_ore is None else amount_ore
    if not 0 < wanted_ore <= free_ore:
        raise NothingTooMuch(number=claim.number)
    rules = policy.creditors[claim.creditor].refunds
    course = rules.course(overpaid_ore=free_ore, kind=claim.kind)
    if course is not RefundCourse.PAID_OUT and not claim.transferred:
        raise NotPaidOut(number=claim.number, course=course.value.replace("_", " "))
    return payouts.add(
        cursor,
        NewPayout(
            creditor=parties.creditors(cursor, [claim.creditor])[claim.creditor],
            party=_whose(cursor, claim, account),
            invoice=invoice,
            payment=None,
            amount_ore=wanted_ore,
            account_kind=account.kind,
            account=account.number,
            payee=account.payee,
            reason=reason,
            decided_by=by,
            day=today,
        ),
    )


def _whose(cursor: CursorWrapper, claim: Claim, account: Account) -> int:
    """Whose the pay-out is: of several who owe the claim, the one whose the account is."""
    several = debtors.called(cursor, claim.key, account.payee) if claim.debtors else None
    return several or claim.party


def interest_due(cursor: CursorWrapper, *, invoice: int, policy: Policy, today: date) -> int:
    """The interest, in öre, that the creditor's rules give on what was paid of a wrong invoice."""
    claim = as_of.load(cursor, as_of.Wanted.invoices([invoice]))[0].claim
    rules = policy.creditors[claim.creditor].refunds
    return refund_interest(claim, rules, until=today).total_ore


def send_back(
    cursor: CursorWrapper,
    *,
    payment: int,
    amount_ore: int | None,
    account: Account,
    reason: str,
    by: str,
    today: date,
) -> UUID:
    """Ask for money that found no claim to be paid back, all of it unless an amount is said."""
    there = payouts.lock_unmatched(cursor, payment)
    wanted_ore = there.free_ore if amount_ore is None else amount_ore
    if not 0 < wanted_ore <= there.free_ore:
        raise NothingTooMuch(number="–")
    return payouts.add(
        cursor,
        NewPayout(
            creditor=there.creditor,
            party=None,
            invoice=None,
            payment=payment,
            amount_ore=wanted_ore,
            account_kind=account.kind,
            account=account.number,
            payee=account.payee,
            reason=reason,
            decided_by=by,
            day=today,
        ),
    )


def approve(cursor: CursorWrapper, public_id: UUID, *, by: str, today: date) -> None:
    """Another person has checked the account and the amount: it leaves with the next file."""
    payout = _one(cursor, public_id)
    if payout.state != payouts.ORDERED:
        raise NotInThatState(state=payout.state, allowed=payouts.ORDERED)
    if payout.decided_by == by:
        raise SamePerson(by=by)
    payouts.happen(cursor, payout.key, kind=APPROVED, day=today, by=by)


def withdraw(cursor: CursorWrapper, public_id: UUID, *, by: str, today: date, reason: str) -> None:
    """It is not to be paid out; the money lies where it lay."""
    payout = _one(cursor, public_id)
    if payout.state not in (payouts.ORDERED, APPROVED):
        allowed = f"{payouts.ORDERED}, {APPROVED}"
        raise NotInThatState(state=payout.state, allowed=allowed)
    payouts.happen(cursor, payout.key, kind=WITHDRAWN, day=today, by=by, note=reason)


def came_back(cursor: CursorWrapper, public_id: UUID, *, by: str, today: date, reason: str) -> None:
    """The bank could not pay it: the money is the payer's as before, and may be paid out anew."""
    payout = _one(cursor, public_id)
    if payout.state != SENT:
        raise NotInThatState(state=payout.state, allowed=SENT)
    payouts.happen(cursor, payout.key, kind=RETURNED, day=today, by=by, note=reason)
    payouts.book_back(cursor, payout, day=today, cause=reason)


def _one(cursor: CursorWrapper, public_id: UUID) -> Payout:
    payout = payouts.lock(cursor, public_id)
    if payout is None:
        raise NoSuchPayout
    return payout
