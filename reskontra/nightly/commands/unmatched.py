"""`reskontra unmatched`: the money that found no claim, placed on one or sent back.

    reskontra unmatched                                      what waits, with what it may be for
    reskontra unmatched place 17 1003 --by "A. Ek"           payment 17 pays invoice 1003
    reskontra unmatched place 17 1003 --amount 100 --by "A. Ek"
    reskontra unmatched send-back 17 --account 8000-1 1234567 --payee "C. Ek" --by "A. Ek"
        --reason "fel mottagare"

The one rule: a person says which; nothing is placed by an amount or a name alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from django.db import connections, transaction

from reskontra.casework import money, refunds
from reskontra.domain.money import format_kronor, parse_kronor
from reskontra.nightly import frame, look_up
from reskontra.records import money_waiting

NAME = "unmatched"
HELP = "List the payments that matched no claim, place them, or send them back."
NEEDS_DATABASE = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to list them; or what is to be done with one."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED")
    placing = deeds.add_parser("place", help="let a payment pay an invoice, all or a part of it")
    placing.add_argument("payment", type=int, metavar="PAYMENT", help="its number in the list")
    placing.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    sending = deeds.add_parser("send-back", help="ask for a payment to be paid back")
    sending.add_argument("payment", type=int, metavar="PAYMENT", help="its number in the list")
    add_account(sending)
    sending.add_argument("--reason", metavar="WHY", required=True)
    runs: tuple[tuple[argparse.ArgumentParser, Callable[[argparse.Namespace], int]], ...] = (
        (placing, _place),
        (sending, _send_back),
    )
    for deed, does in runs:
        deed.add_argument("--amount", metavar="KRONOR", help="a part of it (default: all)")
        deed.add_argument("--by", metavar="NAME", required=True, help="who decides")
        deed.set_defaults(deed=does)
    look_up.add_arguments(placing)
    frame.add_day(sending)


def add_account(parser: argparse.ArgumentParser) -> None:
    """Where money is to be paid, and whose it is."""
    parser.add_argument("--account", metavar="DIGITS", required=True)
    parser.add_argument(
        "--kind",
        choices=(refunds.ACCOUNT, refunds.BANKGIRO, refunds.PLUSGIRO),
        default=refunds.ACCOUNT,
        help="what the digits are (default: %(default)s, the clearing number first)",
    )
    parser.add_argument("--payee", metavar="NAME", required=True, help="whose account it is")


def account_of(args: argparse.Namespace) -> refunds.Account:
    """The account that was said."""
    return refunds.read_account(kind=args.kind, number=args.account, payee=args.payee)


def amount_of(args: argparse.Namespace) -> int | None:
    """The amount that was said, in öre; None for all of it."""
    return None if args.amount is None else parse_kronor(args.amount.removesuffix("kr"))


def run(args: argparse.Namespace) -> int:
    """Do the deed; without one, list them, oldest first."""
    deed: Callable[[argparse.Namespace], int] = getattr(args, "deed", _list)
    return deed(args)


def _list(_: argparse.Namespace) -> int:
    with connections["default"].cursor() as cursor:
        waiting = money_waiting.unmatched(cursor)
    for each in waiting:
        amount = format_kronor(each.amount_ore, language="en")
        hint = f"{each.payer} {each.said}".strip() or "no reference"
        maybe = f"  for {', '.join(each.suggestions)}?" if each.suggestions else ""
        print(f"{each.payment:>6}  {each.day}  {each.creditor:<16} {amount:>12} kr  {hint}{maybe}")
    total = sum(each.amount_ore for each in waiting)
    print(f"{len(waiting):,} payments, {format_kronor(total, language='en')} kr")
    return 0


def _place(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=f"{NAME} place")
        placed_ore = money.place(
            cursor,
            payment=args.payment,
            invoice=invoice,
            amount_ore=amount_of(args),
            policy=frame.policy(),
            today=frame.day_of(args),
        )
    print(f"{args.invoice}: {format_kronor(placed_ore, language='en')} kr placed by {args.by}")
    return 0


def _send_back(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        key = refunds.send_back(
            cursor,
            payment=args.payment,
            amount_ore=amount_of(args),
            account=account_of(args),
            reason=args.reason,
            by=args.by,
            today=frame.day_of(args),
        )
    print(f"pay-out {key} waits for somebody else to approve it")
    return 0
