"""`reskontra agency`: what goes to the collection agency, what it tells, and where a claim stands.

    reskontra agency send
    reskontra agency take returns.jsonl
    reskontra agency status 1004
    reskontra agency recall 1004 --reason "avtal om annan betalning"
    reskontra agency waiting
    reskontra agency set-aside m-17 --reason "gäller en annan kommun"
    reskontra agency settle m-18 --payment 4711 --reason "avgift dragen"

The one rule: everything here can be run again; what is known already is not done twice.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework.agency_aside import set_aside
from reskontra.casework.agency_payouts import settle_by_hand, settle_found
from reskontra.casework.agency_steps import take_steps
from reskontra.casework.recalls import recall
from reskontra.domain.identity import format_bankgiro
from reskontra.domain.money import format_kronor
from reskontra.intake.returns import take_in
from reskontra.nightly import agency, frame, look_up
from reskontra.records import agency_messages, agency_told, handovers, remittances

NAME = "agency"
HELP = "Send claims to the collection agency, take in what it tells, call a claim back."
NEEDS_DATABASE = True

RED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One of the deeds, with what it is about."""
    deeds = parser.add_subparsers(title="deeds", metavar="DEED", required=True)
    sending = deeds.add_parser("send", help="send what is due to the agencies")
    frame.add_day(sending)
    taking = deeds.add_parser("take", help="take in the agency's messages (JSON Lines)")
    taking.add_argument("file", type=Path, metavar="FILE")
    frame.add_day(taking)
    asking = deeds.add_parser("status", help="where a claim stands, and whom to pay")
    asking.add_argument("invoice", metavar="INVOICE")
    look_up.add_arguments(asking)
    calling = deeds.add_parser("recall", help="call a claim back")
    calling.add_argument("invoice", metavar="INVOICE")
    calling.add_argument("--reason", metavar="WHY", required=True)
    look_up.add_arguments(calling)
    waiting = deeds.add_parser("waiting", help="what waits for a person")
    setting = deeds.add_parser("set-aside", help="let a message that cannot be placed wait no more")
    setting.add_argument("message", metavar="MESSAGE")
    setting.add_argument("--creditor", default="", help="when two agencies have used the name")
    settling = deeds.add_parser("settle", help="say which payment a payout is, though they differ")
    settling.add_argument("message", metavar="MESSAGE")
    settling.add_argument("--payment", type=int, required=True, metavar="ID")
    for deciding in (setting, settling):
        deciding.add_argument("--reason", metavar="WHY", required=True)
        frame.add_day(deciding)
    runs: tuple[tuple[argparse.ArgumentParser, Callable[[argparse.Namespace], int]], ...] = (
        (sending, _send),
        (taking, _take),
        (asking, _status),
        (calling, _recall),
        (waiting, _waiting),
        (setting, _set_aside),
        (settling, _settle),
    )
    for deed, does in runs:
        deed.set_defaults(deed=does)


def run(args: argparse.Namespace) -> int:
    """Do the deed."""
    deed: Callable[[argparse.Namespace], int] = args.deed
    return deed(args)


def _send(args: argparse.Namespace) -> int:
    sent = agency.work(day=frame.day_of(args), policy=frame.policy())
    for line in agency.told(sent):
        print(line)
    return RED if sent.failures else 0


def _take(args: argparse.Namespace) -> int:
    day, policy = frame.day_of(args), frame.policy()
    receipt = take_in(args.file, day=day, policy=policy)
    steps = take_steps(policy=policy, today=day)
    settle_found(today=day)
    print(
        f"{receipt.name}: {receipt.new:,} new messages, {receipt.known:,} known;"
        f" {receipt.placed + steps:,} placed, {receipt.waiting - steps:,} wait"
    )
    return 0


def _status(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        found = handovers.of_invoice(cursor, invoice)
        happened = agency_told.story(cursor, found.key) if found else []
    if found is None:
        print(f"{args.invoice}: has never been with an agency; it is paid to us")
        return 0
    number = f", case {found.case_number}, OCR {found.ocr_number}" if found.case_number else ""
    print(f"{args.invoice}: {found.agency} since {found.day}, {found.state.value}{number}")
    payee = f"{found.agency}, bankgiro {format_bankgiro(found.bankgiro)}"
    ours = not (found.pays_agency or found.assigned)
    print(f"  to be paid to {'us' if ours else payee}")
    for day, kind, words, ore in happened:
        amount = f" {format_kronor(ore, language='en')} kr" if ore else ""
        print(f"  {day}  {kind.replace('_', ' ')}{amount} {words}".rstrip())
    return 0


def _recall(args: argparse.Namespace) -> int:
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        recall(cursor, invoice=invoice, number=args.invoice, reason=args.reason, day=day)
    print(f"{args.invoice}: called back; from now on it is paid to us")
    return 0


def _waiting(_: argparse.Namespace) -> int:
    with connections["default"].cursor() as cursor:
        lines = [*_messages(cursor), *_payouts(cursor), *_recalls(cursor)]
    for line in lines:
        print(line)
    if not lines:
        print("nothing waits", file=sys.stderr)
    return 0


def _messages(cursor: CursorWrapper) -> Iterator[str]:
    for kept in agency_messages.waiting(cursor):
        yield f"{kept.file}:{kept.line}  {kept.kind} {kept.message}: {kept.reason}"


def _payouts(cursor: CursorWrapper) -> Iterator[str]:
    for each in remittances.open_payouts(cursor):
        told = format_kronor(each.amount_ore, language="en")
        found = format_kronor(each.found_ore, language="en")
        money = f"payment {each.payment} has {found} kr" if each.payment else "no money has come"
        yield f"payout {each.name}: {each.agency} told of {told} kr on {each.day}; {money}"


def _recalls(cursor: CursorWrapper) -> Iterator[str]:
    for each in handovers.unanswered(cursor):
        yield f"{each.number}: {each.agency} has not confirmed the recall"


def _set_aside(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        kept = set_aside(
            cursor,
            name=args.message,
            creditor=args.creditor,
            reason=args.reason,
            by=getpass.getuser(),
            today=frame.day_of(args),
        )
    print(f"{kept.message}: set aside")
    return 0


def _settle(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        payout = settle_by_hand(
            cursor,
            name=args.message,
            payment=args.payment,
            reason=args.reason,
            by=getpass.getuser(),
            today=frame.day_of(args),
        )
    print(f"{payout.name}: settled by payment {args.payment}")
    return 0
