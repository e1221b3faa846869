"""A bank file becomes payments, each booked on a claim or waiting in *unmatched*.

    take_in(Path("march.xml"), day=date(2025, 4, 10), policy=policy) -> Receipt

One file, one transaction: money is booked to the öre of the file's own totals, or nothing is. A
file read twice does nothing. `docs/algorithms/matching.md` and `allocation.md` tell the rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.allocation import DEFAULT_ORDER
from reskontra.domain.calendar import next_banking_day
from reskontra.domain.ledger import RECEIVABLE_OF, Balance, LedgerAccount
from reskontra.domain.matching import candidates
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Creditor, Part, Policy
from reskontra.domain.scope import AsBilled
from reskontra.formats import camt
from reskontra.formats.camt import AccountEnd, BankAccount, BankPayment
from reskontra.intake.digest import digest_of
from reskontra.intake.read_ahead import read_ahead
from reskontra.records import claim_states, parties, payments
from reskontra.records.claim_states import Change
from reskontra.records.payments import Booked, NewPayment, OpenClaim
from reskontra.records.placing import Placing
from reskontra.records.post import (
    NewEntry,
    Occasion,
    lost,
    overpaid,
    post,
    taken_back,
    unmatched,
    written_off_again,
)

CHUNK_PAYMENTS = 5_000


class UnknownBankAccount(Refused):
    """{file} is about the account {scheme} {number}, which no creditor has.

    Known are the bankgiro numbers {known}. Add the account to the right creditor's file.
    """

    swedish = (
        "{file} gäller kontot {scheme} {number}, som ingen borgenär har. Kända bankgironummer är "
        "{known}. Lägg till kontot i rätt borgenärs fil."
    )


class PaymentInAnotherFile(Refused):
    """{file} holds the payment {bank_reference}, which {other} has brought already.

    Nothing in the file has been booked. If the bank really sent the money twice under one
    reference, ask it for a corrected file.
    """

    swedish = (
        "{file} innehåller betalningen {bank_reference}, som redan kom med {other}. Inget i filen "
        "är bokfört. Om banken verkligen har betalat två gånger med samma referens, be om en "
        "rättad fil."
    )


@dataclass(slots=True, kw_only=True)
class Receipt:
    """What a bank file came to. Amounts in öre, below zero when taken back."""

    name: str
    known_already: bool = False
    count: int = 0
    matched_ore: int = 0
    overpaid_ore: int = 0
    unmatched_ore: int = 0
    days: dict[str, date] = field(default_factory=dict)
    """Creditor -> the day that the file speaks up to."""

    @property
    def total_ore(self) -> int:
        """Everything that the file booked to the bank."""
        return self.matched_ore + self.overpaid_ore + self.unmatched_ore


@dataclass(slots=True)
class _Work:
    """What one file's chunks share."""

    cursor: CursorWrapper
    file: int
    day: date
    creditors: dict[str, int]
    """Bankgiro digits -> creditor id."""
    rules: dict[int, Creditor]
    receipt: Receipt


def take_in(path: Path, *, day: date, policy: Policy) -> Receipt:
    """Read, match and book the file's payments on `day`; all of them or none."""
    digest = digest_of(path)
    receipt = Receipt(name=path.name)
    with transaction.atomic(), connections["default"].cursor() as cursor, path.open("rb") as stream:
        if payments.file_known(cursor, digest=digest):
            receipt.known_already = True
            return receipt
        ids = parties.creditors(cursor, list(policy.creditors))
        work = _Work(
            cursor=cursor,
            file=payments.add_file(cursor, digest=digest, name=path.name, day=day),
            day=day,
            creditors={
                account: ids[c.code] for c in policy.creditors.values() for account in c.bankgiros
            },
            rules={ids[c.code]: c for c in policy.creditors.values()},
            receipt=receipt,
        )
        with closing(read_ahead(_chunks(camt.read(stream, name=path.name)))) as chunks:
            for chunk in chunks:
                _book(work, [item for item in chunk if isinstance(item, BankPayment)])
                for end in (item for item in chunk if isinstance(item, AccountEnd)):
                    _close(work, end)
    return receipt


def _chunks(
    items: Iterable[BankPayment | AccountEnd],
) -> Iterator[list[BankPayment | AccountEnd]]:
    chunk: list[BankPayment | AccountEnd] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == CHUNK_PAYMENTS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _creditor_of(work: _Work, *accounts: BankAccount) -> int:
    for each in accounts:
        if each.number in work.creditors:
            return work.creditors[each.number]
    raise UnknownBankAccount(
        file=work.receipt.name,
        scheme=accounts[0].scheme,
        number=accounts[0].number,
        known=", ".join(work.creditors),
    )


def _close(work: _Work, end: AccountEnd) -> None:
    creditor = _creditor_of(work, end.account)
    payments.add_bank_day(
        work.cursor,
        file=work.file,
        creditor=creditor,
        notification=end.notification_id,
        account=end.account.number,
        day=end.day,
        payment_count=end.count,
        total_ore=end.total_ore,
    )
    work.receipt.days[work.rules[creditor].code] = end.day


def _book(work: _Work, found: Sequence[BankPayment]) -> None:
    by_creditor: defaultdict[int, list[BankPayment]] = defaultdict(list)
    for payment in found:
        by_creditor[_creditor_of(work, payment.account, payment.paid_to)].append(payment)
    for creditor, mine in by_creditor.items():
        _refuse_known(work, creditor, mine)
        rows = [_row(creditor, payment) for payment in mine]
        ids = payments.add(work.cursor, rows, file=work.file)
        pairs = list(zip(ids, mine, strict=True))
        # A payment taken back must find the payment booked: runs of one kind, in the file's order.
        for reversal, group in groupby(pairs, key=lambda pair: pair[1].reversal):
            book = _take_back if reversal else _pay
            book(work, creditor, list(group))
    work.receipt.count += len(found)


def _refuse_known(work: _Work, creditor: int, mine: Sequence[BankPayment]) -> None:
    known = payments.already_known(
        work.cursor, creditor=creditor, bank_references=[p.bank_reference for p in mine]
    )
    for bank_reference, other in known.items():
        raise PaymentInAnotherFile(
            file=work.receipt.name, bank_reference=bank_reference, other=other
        )


def _row(creditor: int, payment: BankPayment) -> NewPayment:
    return NewPayment(
        creditor,
        payment.bank_reference,
        payment.amount_ore,
        payment.reversal,
        payment.booking_date,
        payment.value_date,
        " ".join(reference.number for reference in payment.references),
        "\n".join(payment.texts),
        payment.payer_name,
    )


def _targets(
    work: _Work, creditor: int, mine: Sequence[tuple[int, BankPayment]]
) -> list[tuple[int, ...]]:
    """The invoices that each payment is for, in the order to pay them; none when not found."""
    wanted = [
        candidates(references=[r.number for r in payment.references], texts=payment.texts)
        for _, payment in mine
    ]
    numbers = {number for each in wanted for number in each}
    hurts = work.rules[creditor].steps_that_hurt
    found = payments.find(work.cursor, creditor=creditor, references=numbers, hurts=hurts)
    targets = []
    for (_, payment), each in zip(mine, wanted, strict=True):
        known = [number for number in each if number in found]
        # Several structured references are one payment for several invoices; of numbers in the
        # text only the first is believed.
        used = known if len(payment.references) > 1 else known[:1]
        targets.append(tuple(dict.fromkeys(i for number in used for i in found[number])))
    return targets


def _pay(work: _Work, creditor: int, mine: Sequence[tuple[int, BankPayment]]) -> None:
    targets = _targets(work, creditor, mine)
    placing = Placing.on(work.cursor, {i for each in targets for i in each})
    looks: dict[int, date | None] = {}
    for (key, payment), invoices in zip(mine, targets, strict=True):
        occasion = _occasion(work, creditor, key, payment)
        rest = payment.amount_ore
        for invoice in invoices:
            claim = placing.claims[invoice]
            order = _order(work.rules[creditor], claim)
            rest = placing.place(occasion, invoice, rest, order=order)
            looks[invoice] = _look(work.day, claim, placing.left[invoice], payment.value_date)
            if rest == 0:
                break
        placing.entries += _rest(work, occasion, invoices, rest)
        work.receipt.matched_ore += payment.amount_ore - rest
    placing.post(work.cursor, looks)
    if work.rules[creditor].asks_party:
        claim_states.look_at_parties_of(work.cursor, looks, creditor=creditor, on=work.day)


def _occasion(work: _Work, creditor: int, key: int, payment: BankPayment) -> Occasion:
    return Occasion(
        creditor=creditor,
        value_date=payment.value_date,
        booking_date=work.day,
        cause=f"file {work.receipt.name}",
        payment=key,
    )


def _rest(
    work: _Work, occasion: Occasion, invoices: Sequence[int], rest_ore: int
) -> list[NewEntry]:
    """What no claim took: the payer's money on the last claim paid, or money without a claim."""
    if rest_ore == 0:
        return []
    if invoices:
        work.receipt.overpaid_ore += rest_ore
        return [overpaid(occasion, amount_ore=rest_ore, invoice=invoices[-1])]
    work.receipt.unmatched_ore += rest_ore
    return [unmatched(occasion, amount_ore=rest_ore)]


def _order(creditor: Creditor, claim: OpenClaim) -> tuple[Part, ...]:
    if claim.balance.fee_ore == 0 and claim.balance.interest_ore == 0:
        return DEFAULT_ORDER
    return _order_of(creditor, claim)


def _order_of(creditor: Creditor, claim: OpenClaim) -> tuple[Part, ...]:
    billed = AsBilled(
        kind=claim.kind,
        debtor=claim.debtor,
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        department=claim.department,
        services=claim.services,
        facility=claim.facility,
        marks=claim.marks,
    )
    procedure = creditor.procedure_for(billed, today=claim.due_date)
    return procedure.allocation if procedure else DEFAULT_ORDER


def _look(day: date, claim: OpenClaim, left: Balance, value_date: date) -> date | None:
    """Tonight, unless it was paid whole and in time: then there is nothing more to look for.

    A plan always has something to say of its money.
    """
    in_time = value_date <= next_banking_day(claim.due_date)
    return None if left.total_ore == 0 and in_time and not claim.in_plan else day


def _take_back(work: _Work, creditor: int, mine: Sequence[tuple[int, BankPayment]]) -> None:
    """The bank takes payments back: what they were booked as is undone, one by one."""
    for pair, invoices in zip(mine, _targets(work, creditor, mine), strict=True):
        key, payment = pair
        payments.lock_claims(work.cursor, invoices)
        booked = payments.booked_of_returned(work.cursor, key, invoices=invoices)
        _undo(work, _occasion(work, creditor, key, payment), booked, payment.amount_ore)


def _undo(work: _Work, occasion: Occasion, booked: Sequence[Booked], amount_ore: int) -> None:
    """Take the money from where it lies now, and owe again only what no other money covers.

    What the payment had recovered is written off again, unless that has been undone since; what
    never found a claim is lost money.
    """
    wanted_ore, recovered_ore = Counter[int](), Counter[int]()
    for each in booked:
        if each.invoice is not None:
            again = each.credit == LedgerAccount.WRITTEN_OFF
            (recovered_ore if again else wanted_ore)[each.invoice] += each.amount_ore
    claims = payments.lock_claims(work.cursor, wanted_ore)
    money = payments.money_on(work.cursor, invoices=wanted_ore)
    recovered_ore &= payments.recovered_on(work.cursor, invoices=recovered_ore)
    changes: Counter[int] = Counter()
    entries = []
    for invoice, part_ore in wanted_ore.items():
        order = _order_of(work.rules[occasion.creditor], claims[invoice])
        for account, share_ore in _lies_now(part_ore, money[invoice], order):
            entries.append(
                taken_back(occasion, taken_from=account, amount_ore=share_ore, invoice=invoice)
            )
            if account is LedgerAccount.OVERPAID:
                work.receipt.overpaid_ore -= share_ore
                continue
            off_ore = min(share_ore, recovered_ore[invoice])
            recovered_ore[invoice] -= off_ore
            changes[invoice] += share_ore - off_ore
            work.receipt.matched_ore -= share_ore
            entries += written_off_again(occasion, account, off_ore, invoice=invoice)
    lost_ore = amount_ore - wanted_ore.total()
    if lost_ore:
        work.receipt.unmatched_ore -= lost_ore
        entries.append(lost(occasion, amount_ore=lost_ore))
    post(work.cursor, entries)
    claim_states.move(
        work.cursor, {key: Change(amount, work.day) for key, amount in changes.items()}
    )
    creditor = occasion.creditor
    if work.rules[creditor].asks_party:
        claim_states.look_at_parties_of(work.cursor, changes, creditor=creditor, on=work.day)


def _lies_now(
    amount_ore: int, money: Mapping[LedgerAccount, int], order: Sequence[Part]
) -> Iterator[tuple[LedgerAccount, int]]:
    """(ledger account, öre) to take an amount back from, of the money on one invoice.

    What the payer has too much goes first: somebody who has paid twice, or whose paid invoice was
    withdrawn, and takes one payment back, owes nothing. Then the parts, the last paid first. What
    is nowhere has been paid back to the payer meanwhile: *overpaid* goes below zero by it.
    """
    left_ore = amount_ore
    for account in (LedgerAccount.OVERPAID, *(RECEIVABLE_OF[part] for part in reversed(order))):
        share_ore = min(left_ore, money.get(account, 0))
        if share_ore > 0:
            yield account, share_ore
            left_ore -= share_ore
    if left_ore:
        yield LedgerAccount.OVERPAID, left_ore
