"""A person places money that found no claim, moves what is too much, and gives up what is owed.

    credit(cursor, invoice=17, amount_ore=10_000, reason="fel pris", policy=policy, today=today)
    write_off(cursor, invoice=17, reason="dödsbo utan tillgångar", policy=policy, today=today)
    place(cursor, payment=5, invoice=17, amount_ore=None, policy=policy, today=today)
    move(cursor, from_invoice=17, to_invoice=18, amount_ore=5_000, consent="per telefon", ...)

Amounts are öre above zero. The one rule: money that somebody has meant for an invoice stays there
unless they agree to something else, or the creditor's rules for what is too much say so.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Part, Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.terms import RefundCourse
from reskontra.records import as_of, claim_states, corrections, parties, payouts
from reskontra.records.claim_states import Change
from reskontra.records.invoices import Correctable, lock_one_to_correct
from reskontra.records.money_decided import move_cause
from reskontra.records.placing import Placing
from reskontra.records.post import Occasion, moved_out, post, taken_off, written_down


class NothingOwed(Refused):
    """Nothing is left of invoice {number}."""

    swedish = "Inget är kvar av faktura {number}."


class CreditTooLarge(Refused):
    """At most {most_ore} öre can be credited on invoice {number}: what is left of its amount."""

    swedish = (
        "Högst {most_ore} öre kan krediteras på faktura {number}: det som är kvar av beloppet."
    )


class WithdrawnAlready(Refused):
    """Invoice {number} has been withdrawn, or credited whole, already."""

    swedish = "Faktura {number} är redan borttagen eller helt krediterad."


class WrittenDownAlready(Refused):
    """Invoice {number} has been written down already."""

    swedish = "Faktura {number} är redan nedskriven."


class SoMuchIsNotThere(Refused):
    """Only {there_ore} öre are there to be placed, not {wanted_ore}."""

    swedish = "Det finns bara {there_ore} öre att placera, inte {wanted_ore}."


class AnotherCreditor(Refused):
    """The money is {theirs}'s, and invoice {number} is not."""

    swedish = "Pengarna är till {theirs}, men det är inte faktura {number}."


class SoldAlready(Refused):
    """The claim on invoice {number} was sold, so it is not ours to lower: agree with its owner."""

    swedish = (
        "Fordran på faktura {number} är överlåten, så vi kan inte sänka den. Kom överens med "
        "inkassobolaget som äger den."
    )


class MeantForThis(Refused):
    """The money was meant for invoice {number}: say that its payer agrees to move it.

    By the creditor's rules it is {course} without that.
    """

    swedish = (
        "Pengarna var avsedda för faktura {number}. Ange att betalaren går med på flytten. Enligt "
        "reglerna är de annars {course}."
    )


class BoundToItsPurpose(Refused):
    """What is too much on invoice {number} is bound to its purpose and pays nothing else."""

    swedish = "Överskottet på faktura {number} är bundet till sitt ändamål och betalar inget annat."


def credit(
    cursor: CursorWrapper,
    *,
    invoice: int,
    amount_ore: int,
    reason: str,
    policy: Policy,
    today: date,
) -> None:
    """Take an amount off what was billed; the reason is shown to the recipient."""
    claim, found = _to_correct(cursor, invoice, policy)
    most_ore = found.billed_ore - found.given_up_ore
    if amount_ore > most_ore:
        raise CreditTooLarge(number=claim.number, most_ore=most_ore)
    corrections.credit(cursor, found, amount_ore, _occasion(found.creditor, today, reason))
    _look_at_others(cursor, claim, found.creditor, policy, today)


def withdraw(
    cursor: CursorWrapper, *, invoice: int, reason: str, policy: Policy, today: date
) -> None:
    """The invoice should never have been sent; the reason is shown to the recipient."""
    claim, found = _to_correct(cursor, invoice, policy)
    if found.given_up_ore >= found.billed_ore:
        raise WithdrawnAlready(number=claim.number)
    corrections.withdraw(cursor, found, _occasion(found.creditor, today, reason))
    _look_at_others(cursor, claim, found.creditor, policy, today)


def write_off(
    cursor: CursorWrapper, *, invoice: int, reason: str, policy: Policy, today: date
) -> int:
    """Nothing more is demanded; öre. The reason is shown, and money that comes later is booked."""
    claim, found = _to_correct(cursor, invoice, policy)
    if claim.settled:
        raise NothingOwed(number=claim.number)
    occasion = _occasion(found.creditor, today, reason)
    post(
        cursor,
        [
            taken_off(
                occasion,
                kind=EntryKind.WRITE_OFF,
                part=part,
                amount_ore=found.balance.of(part),
                invoice=invoice,
            )
            for part in Part
            if found.balance.of(part)
        ],
    )
    claim_states.move(cursor, {invoice: Change(-claim.open_ore, today)})
    _look_at_others(cursor, claim, found.creditor, policy, today)
    return claim.open_ore


def write_down(
    cursor: CursorWrapper, *, invoice: int, reason: str, policy: Policy, today: date
) -> int:
    """The books expect to lose what is left, in öre; it is owed and demanded as before."""
    claim, found = _to_correct(cursor, invoice, policy)
    if claim.settled:
        raise NothingOwed(number=claim.number)
    if corrections.written_down_before(cursor, invoice):
        raise WrittenDownAlready(number=claim.number)
    occasion = _occasion(found.creditor, today, reason)
    post(cursor, [written_down(occasion, amount_ore=claim.open_ore, invoice=invoice)])
    return claim.open_ore


def place(
    cursor: CursorWrapper,
    *,
    payment: int,
    invoice: int,
    amount_ore: int | None,
    policy: Policy,
    today: date,
) -> int:
    """Let money that found no claim pay this one; öre. All of it unless an amount is said.

    It counts from the day that it came. What the claim does not owe is kept there for the payer.
    """
    there = payouts.lock_unmatched(cursor, payment)
    wanted_ore = there.free_ore if amount_ore is None else amount_ore
    if not 0 < wanted_ore <= there.free_ore:
        raise SoMuchIsNotThere(there_ore=there.free_ore, wanted_ore=wanted_ore)
    claim = _claim(cursor, invoice, policy)
    creditor = parties.creditors(cursor, [claim.creditor])[claim.creditor]
    if creditor != there.creditor:
        raise AnotherCreditor(theirs=there.creditor_code, number=claim.number)
    occasion = Occasion(
        creditor=creditor,
        value_date=there.value_date,
        booking_date=today,
        cause="placed by a person",
        payment=payment,
    )
    _place(cursor, occasion, claim, wanted_ore, policy)
    return wanted_ore


def move(
    cursor: CursorWrapper,
    *,
    from_invoice: int,
    to_invoice: int,
    amount_ore: int | None,
    consent: str,
    policy: Policy,
    today: date,
) -> int:
    """Let what is too much on one invoice pay another of the creditor's; öre.

    `consent` says how the payer agreed; empty when the creditor's rules let it pay the next
    invoice. Money bound to its purpose is refused.
    """
    claim_states.lock(cursor, sorted((from_invoice, to_invoice)))
    origin, claim = (_claim(cursor, key, policy) for key in (from_invoice, to_invoice))
    free_ore = payouts.free_overpaid(cursor, from_invoice)
    wanted_ore = min(free_ore, claim.open_ore) if amount_ore is None else amount_ore
    if not 0 < wanted_ore <= free_ore:
        raise SoMuchIsNotThere(there_ore=free_ore, wanted_ore=wanted_ore)
    if origin.creditor != claim.creditor:
        raise AnotherCreditor(theirs=origin.creditor, number=claim.number)
    _may_move(origin, claim, free_ore, consent, policy)
    creditor = parties.creditors(cursor, [claim.creditor])[claim.creditor]
    occasion = _occasion(creditor, today, move_cause(origin.number, claim.number, consent))
    post(cursor, [moved_out(occasion, amount_ore=wanted_ore, invoice=from_invoice)])
    _place(cursor, occasion, claim, wanted_ore, policy)
    return wanted_ore


def _may_move(origin: Claim, claim: Claim, free_ore: int, consent: str, policy: Policy) -> None:
    rules = policy.creditors[origin.creditor].refunds
    if origin.kind in rules.bound_kinds:
        raise BoundToItsPurpose(number=origin.number)
    course = rules.course(overpaid_ore=free_ore, kind=origin.kind)
    by_rule = course is RefundCourse.NEXT_INVOICE and origin.party == claim.party
    by_rule = by_rule and not origin.transferred
    if not (consent.strip() or by_rule):
        raise MeantForThis(number=origin.number, course=course.value.replace("_", " "))


def _place(
    cursor: CursorWrapper, occasion: Occasion, claim: Claim, amount_ore: int, policy: Policy
) -> None:
    order = under_rules(claim, policy, today=claim.due_date).procedure.allocation
    placing = Placing.on(cursor, {claim.key})
    lies_in, today = LedgerAccount.UNMATCHED, occasion.booking_date
    rest_ore = placing.place(occasion, claim.key, amount_ore, order=order, money=lies_in)
    if rest_ore:
        placing.keep(occasion, claim.key, rest_ore, money=lies_in)
    placing.post(cursor, {claim.key: today})
    _look_at_others(cursor, claim, occasion.creditor, policy, today)


def _to_correct(cursor: CursorWrapper, invoice: int, policy: Policy) -> tuple[Claim, Correctable]:
    claim_states.lock(cursor, [invoice])
    claim = _claim(cursor, invoice, policy)
    if claim.transferred:
        raise SoldAlready(number=claim.number)
    creditor = parties.creditors(cursor, [claim.creditor])[claim.creditor]
    return claim, lock_one_to_correct(cursor, creditor=creditor, invoice=invoice)


def _claim(cursor: CursorWrapper, invoice: int, policy: Policy) -> Claim:
    wanted = as_of.Wanted.invoices([invoice], asking=asking(policy))
    return as_of.load(cursor, wanted)[0].claim


def _occasion(creditor: int, today: date, cause: str) -> Occasion:
    return Occasion(creditor=creditor, value_date=today, booking_date=today, cause=cause)


def _look_at_others(
    cursor: CursorWrapper, claim: Claim, creditor: int, policy: Policy, today: date
) -> None:
    if policy.creditors[claim.creditor].asks_party:
        claim_states.look_at_parties_of(cursor, [claim.key], creditor=creditor, on=today)
