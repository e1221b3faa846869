"""What a step booked on a claim is undone: by new entries, wherever the money lies by now.

    undone(entries, (the fee of 60 kr,), order=...)
        -> fee_income <- fee_receivable 6000
    the same when the fee has been paid meanwhile
        -> fee_receivable <- overpaid 6000, and fee_income <- fee_receivable 6000

Money that paid what should never have been owed pays what else is left of the claim, from the day
that it came, and what is over is the payer's. The one rule: afterwards the claim stands as if the
step had not been taken; no row is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reskontra.domain.claim import Claim
from reskontra.domain.ledger import (
    RECEIVABLE_OF,
    Balance,
    Entry,
    EntryKind,
    LedgerAccount,
    recovered_ore,
    sums,
)
from reskontra.domain.rules import Part, Procedure

_PART = {account.value: part for part, account in RECEIVABLE_OF.items()}
_MONEY = frozenset({EntryKind.PAYMENT.value, EntryKind.REVERSAL.value, EntryKind.MOVE.value})
_GIVEN_UP = (LedgerAccount.WRITTEN_OFF, LedgerAccount.CREDITED)
_BOOKED_BY_STEPS = frozenset(
    {
        EntryKind.WRITE_OFF.value,
        EntryKind.FEE.value,
        EntryKind.LATE_INTEREST.value,
        EntryKind.WRITE_DOWN.value,
    }
)


def undone(
    entries: Sequence[Entry], booked: Sequence[Entry], *, order: Sequence[Part]
) -> tuple[Entry, ...]:
    """The entries that undo what a step booked; `entries` are all of the claim, those among them.

    `order` is the parts that a payment pays, the first first. On a claim that has been withdrawn
    since, only what is in the books alone is left to undo: all was given back with it.
    """
    now = list(entries)
    withdrawn = sums(now).withdrawn_ore > 0
    for each in sorted(booked, key=lambda entry: entry.kind != EntryKind.WRITE_OFF):
        if each.kind in _BOOKED_BY_STEPS and (
            not withdrawn or each.kind == EntryKind.WRITE_DOWN.value
        ):
            now += _undo(now, each, order)
    return tuple(now[len(entries) :])


def _undo(now: Sequence[Entry], booked: Entry, order: Sequence[Part]) -> list[Entry]:
    if booked.credit in _PART:
        return list(_not_given_up(now, booked))
    if booked.debit not in _PART:
        return list(_entry(booked, booked.credit, booked.debit, booked.amount_ore))
    return list(_owed_no_more(now, booked, order))


def _not_given_up(now: Sequence[Entry], booked: Entry) -> Iterator[Entry]:
    """A rest was never written off.

    What has been paid of it since was no recovery then, which is undone too: should the bank take
    that payment back, the rest is owed.
    """
    part = booked.credit
    off_ore = min(booked.amount_ore, sums(now).written_off.of(_PART[part]))
    on_part = [each for each in now if part in (each.debit, each.credit)]
    paid_ore = min(booked.amount_ore - off_ore, recovered_ore(on_part))
    yield from _entry(booked, part, booked.debit, off_ore + paid_ore)
    yield from _entry(booked, booked.debit, part, paid_ore)


def _owed_no_more(now: Sequence[Entry], booked: Entry, order: Sequence[Part]) -> Iterator[Entry]:
    """A fee, or interest, was never owed: what paid it is placed anew, and the rest taken off."""
    part = _PART[booked.debit]
    added = sums(now)
    paid_ore = booked.amount_ore - min(booked.amount_ore, added.balance.of(part))
    moved_ore, balance = 0, added.balance
    for money in _money_on(now, booked.debit):
        share_ore = min(money.amount_ore, paid_ore - moved_ore)
        for entry in _placed(money, share_ore, booked.debit, balance, order):
            yield entry
            if entry.credit in _PART:
                balance = balance.less(_PART[entry.credit], entry.amount_ore)
        moved_ore += share_ore
    rest_ore = paid_ore - moved_ore
    yield from _entry(booked, booked.credit, booked.debit, booked.amount_ore - rest_ore)
    for account in _GIVEN_UP:
        share_ore = min(rest_ore, _given_up(now, account, booked.debit))
        yield from _entry(booked, booked.credit, account.value, share_ore)
        rest_ore -= share_ore


def _placed(
    money: Entry, amount_ore: int, paid: str, balance: Balance, order: Sequence[Part]
) -> Iterator[Entry]:
    """Money that lay on one part pays the others, and what they do not take is the payer's."""
    for part in order:
        share_ore = 0 if RECEIVABLE_OF[part] == paid else min(amount_ore, balance.of(part))
        yield from _moved(money, paid, RECEIVABLE_OF[part].value, share_ore)
        amount_ore -= share_ore
    yield from _moved(money, paid, LedgerAccount.OVERPAID.value, amount_ore)


def _money_on(now: Iterable[Entry], part: str) -> list[Entry]:
    """The money that lies on a part, as it came, the oldest first."""
    money = [entry for entry in now if entry.kind in _MONEY and entry.credit == part]
    gone_ore = sum(e.amount_ore for e in now if e.kind in _MONEY and e.debit == part)
    left: list[Entry] = []
    for entry in sorted(money, key=lambda each: each.value_date, reverse=True):
        taken_ore = min(gone_ore, entry.amount_ore)
        gone_ore -= taken_ore
        if entry.amount_ore > taken_ore:
            amount_ore = entry.amount_ore - taken_ore
            left.append(Entry(entry.kind, entry.debit, entry.credit, amount_ore, entry.value_date))
    return left[::-1]


def _given_up(now: Iterable[Entry], account: LedgerAccount, part: str) -> int:
    """What has been written off, or credited, of a part."""
    taken_ore = sum(e.amount_ore for e in now if (e.debit, e.credit) == (account.value, part))
    return taken_ore - sum(
        e.amount_ore for e in now if e.credit == account.value and e.debit == part
    )


def _entry(booked: Entry, debit: str, credit: str, amount_ore: int) -> Iterator[Entry]:
    if amount_ore > 0:
        yield Entry(EntryKind.UNDO.value, debit, credit, amount_ore, booked.value_date)


def _moved(money: Entry, debit: str, credit: str, amount_ore: int) -> Iterator[Entry]:
    if amount_ore > 0:
        yield Entry(EntryKind.MOVE.value, debit, credit, amount_ore, money.value_date)


def resting_on(claim: Claim, procedure: Procedure, undone: Iterable[str]) -> tuple[str, ...]:
    """The steps taken that are counted from these, or from what is counted from them.

    They would stand without ground if these were undone alone.
    """
    without = set(undone)
    found: list[str] = []
    for step in procedure.steps:
        anchors = {step.after, *(each.after for each in step.also_after)}
        if anchors & without and step.name not in without:
            without.add(step.name)
            if claim.taken(step.name) is not None:
                found.append(step.name)
    return tuple(found)
