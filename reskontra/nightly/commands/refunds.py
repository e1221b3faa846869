"""`reskontra refunds`: what is too much, and how it is paid back: ordered, approved, sent.

    reskontra refunds                                  what is too much, and the pay-outs that wait
    reskontra refunds order 1003 --account 8000-1 1234567 --payee "C. Ek" --by "A. Ek" --reason WHY
    reskontra refunds approve 0b0e… --by "B. Lund"     by another than who ordered it
    reskontra refunds send                             the approved ones leave, in a file a creditor
    reskontra refunds next --by "A. Ek"                by the rules, small sums pay the next invoice

Each night does the last two by itself, and puts the file there on banking days.

The one rule: whoever orders a pay-out never approves it, and each is in one file for ever.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import connections, transaction

from reskontra.casework import refunds
from reskontra.casework.refunds_by_rule import course_of, to_next_invoices
from reskontra.domain.money import format_kronor
from reskontra.domain.rules import Policy
from reskontra.nightly import frame, look_up, payback
from reskontra.nightly.commands.unmatched import account_of, add_account, amount_of
from reskontra.outgoing.payout_files import send
from reskontra.records import money_waiting, payouts
from reskontra.records.money_waiting import TooMuch

NAME = "refunds"
HELP = "Show what is too much, and pay it back: order, approve, send."
NEEDS_DATABASE = True

RED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to list; or one of the deeds."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED")
    runs: tuple[tuple[str, str, Callable[[argparse.Namespace], int]], ...] = (
        ("order", "ask for what is too much on an invoice to be paid back", _order),
        ("approve", "another has checked it: it leaves with the next file", _approve),
        ("withdraw", "it is not to be paid out", _withdraw),
        ("send", "let the approved ones leave", _send),
        ("returned", "the bank could not pay it", _returned),
        ("next", "let what the rules say pay the next invoice", _next),
    )
    for name, words, does in runs:
        deed = deeds.add_parser(name, help=words)
        deed.set_defaults(deed=does)
        if name == "order":
            deed.add_argument("invoice", metavar="INVOICE")
            deed.add_argument("--amount", metavar="KRONOR", help="a part of it (default: all)")
            add_account(deed)
            look_up.add_arguments(deed)
        else:
            frame.add_day(deed)
        if name in ("approve", "withdraw", "returned"):
            deed.add_argument("payout", type=UUID, metavar="PAYOUT")
        if name != "send":
            deed.add_argument("--by", metavar="NAME", required=True, help="who you are")
        if name in ("order", "withdraw", "returned"):
            deed.add_argument("--reason", metavar="WHY", required=True)


def run(args: argparse.Namespace) -> int:
    """Do the deed; without one, list what waits."""
    deed: Callable[[argparse.Namespace], int] = getattr(args, "deed", _list)
    return deed(args)


def _list(_: argparse.Namespace) -> int:
    policy = frame.policy()
    with connections["default"].cursor() as cursor:
        too_much = money_waiting.overpaid(cursor)
        waiting = payouts.waiting(cursor)
    for line in _too_much(too_much, policy):
        print(line)
    for each in waiting:
        amount = format_kronor(each.amount_ore, language="en")
        whose = each.number or f"payment {each.payment}"
        print(f"{each.public_id}  {each.state}  {whose}  {amount} kr to {each.payee}")
    print(f"{len(too_much):,} invoices, {len(waiting):,} pay-outs wait")
    return 0


def _too_much(found: list[TooMuch], policy: Policy) -> Iterator[str]:
    for each in found:
        amount = format_kronor(each.free_ore, language="en")
        if each.overpaid_ore < 0:
            yield f"{each.number}  {amount} kr: paid back, and then taken back by the bank"
        elif each.free_ore:
            yield f"{each.number}  {amount} kr: {course_of(each, policy).value.replace('_', ' ')}"


def _order(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=f"{NAME} order")
        key = refunds.order(
            cursor,
            invoice=invoice,
            amount_ore=amount_of(args),
            account=account_of(args),
            reason=args.reason,
            by=args.by,
            policy=frame.policy(),
            today=frame.day_of(args),
        )
        interest_ore = refunds.interest_due(
            cursor, invoice=invoice, policy=frame.policy(), today=frame.day_of(args)
        )
    print(f"pay-out {key} waits for somebody else to approve it")
    if interest_ore:
        amount = format_kronor(interest_ore, language="en")
        print(f"the invoice was wrong: {amount} kr in interest is due besides, to be paid by hand")
    return 0


def _approve(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        refunds.approve(cursor, args.payout, by=args.by, today=frame.day_of(args))
    print(f"pay-out {args.payout} leaves with the next file: reskontra refunds send")
    return 0


def _withdraw(args: argparse.Namespace) -> int:
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        refunds.withdraw(cursor, args.payout, by=args.by, today=day, reason=args.reason)
    print(f"pay-out {args.payout} is withdrawn")
    return 0


def _returned(args: argparse.Namespace) -> int:
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        refunds.came_back(cursor, args.payout, by=args.by, today=day, reason=args.reason)
    print(f"pay-out {args.payout} has come back, and may be ordered anew")
    return 0


def _send(args: argparse.Namespace) -> int:
    sent = send(day=frame.day_of(args), folder=payback.folder(), policy=frame.policy())
    total = format_kronor(sent.total_ore, language="en")
    print(
        f"{sent.count:,} pay-outs, {total} kr, in {len(sent.files):,} files in {payback.folder()}"
    )
    for each in sent.lacking:
        print(f"  LACKING {each.public_id}: the money is no longer there; withdraw it")
    return RED if sent.lacking else 0


def _next(args: argparse.Namespace) -> int:
    moved_ore = to_next_invoices(policy=frame.policy(), today=frame.day_of(args))
    print(f"{format_kronor(moved_ore, language='en')} kr pay other invoices, by {args.by}")
    return 0
