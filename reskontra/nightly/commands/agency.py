"""`reskontra agency`: what goes to the collection agency, what it tells, and where a claim stands.

    reskontra agency send
    reskontra agency take returns.jsonl
    reskontra agency status 1004
    reskontra agency recall 1004 --reason "avtal om annan betalning"

The one rule: everything here can be run again; what is known already is not done twice.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from django.db import connections, transaction

from reskontra.casework.agency_steps import take_steps
from reskontra.casework.recalls import recall
from reskontra.domain.identity import format_bankgiro
from reskontra.domain.money import format_kronor
from reskontra.intake.returns import take_in
from reskontra.nightly import agency, frame, look_up
from reskontra.records import agency_messages, handovers

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
    waiting = deeds.add_parser("waiting", help="messages and recalls that wait for a person")
    runs: tuple[tuple[argparse.ArgumentParser, Callable[[argparse.Namespace], int]], ...] = (
        (sending, _send),
        (taking, _take),
        (asking, _status),
        (calling, _recall),
        (waiting, _waiting),
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
    print(
        f"{receipt.name}: {receipt.new:,} new messages, {receipt.known:,} known;"
        f" {receipt.placed + steps:,} placed, {receipt.waiting - steps:,} wait"
    )
    return 0


def _status(args: argparse.Namespace) -> int:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        found = handovers.of_invoice(cursor, invoice)
        happened = handovers.story(cursor, found.key) if found else []
    if found is None:
        print(f"{args.invoice}: has never been with an agency; it is paid to us")
        return 0
    number = f", case {found.case_number}, OCR {found.ocr_number}" if found.case_number else ""
    print(f"{args.invoice}: {found.agency} since {found.day}, {found.state.value}{number}")
    payee = f"{found.agency}, bankgiro {format_bankgiro(found.bankgiro)}"
    print(f"  to be paid to {payee if found.pays_agency else 'us'}")
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
        messages = agency_messages.waiting(cursor)
        recalls = handovers.unanswered(cursor)
    for kept in messages:
        print(f"{kept.file}:{kept.line}  {kept.kind} {kept.message}: {kept.reason}")
    for each in recalls:
        print(f"{each.number}: {each.agency} has not confirmed the recall")
    if not messages and not recalls:
        print("nothing waits", file=sys.stderr)
    return 0
