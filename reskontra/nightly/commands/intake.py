"""`reskontra intake FILE…`: read invoice files, files of facilities and bank files.

    reskontra intake facilities.jsonl march.jsonl camt054-2025-04-10.xml

The one rule: each file is taken whole or not at all, and one that is refused does not keep the
next from being read; the exit code tells that something was refused.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.formats.recognize import Format, recognize
from reskontra.intake import facilities, invoices, payments
from reskontra.nightly import frame

NAME = "intake"
HELP = (
    "Read invoice files and files of facilities and owners (JSON Lines), and the bank's payment "
    "files (camt.054, camt.053)."
)
NEEDS_DATABASE = True

REFUSED = 2


class NoSuchFile(Refused):
    """There is no file {path}."""

    swedish = "Det finns ingen fil {path}."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, in the order to read them."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    frame.add_day(parser)


def run(args: argparse.Namespace) -> int:
    """Read the files one by one."""
    code = 0
    for path in args.files:
        try:
            print(take_in(path, day=frame.day_of(args), policy=frame.policy()))
        except Refused as refusal:
            print(refusal, file=sys.stderr)
            code = REFUSED
    return code


def take_in(path: Path, *, day: date, policy: Policy) -> str:
    """Read one file of whatever format, and say in a line what it came to."""
    if not path.is_file():
        raise NoSuchFile(path=path)
    match recognize(path):
        case Format.CAMT:
            return _of_payments(payments.take_in(path, day=day, policy=policy))
        case Format.FACILITY_FILE:
            return _of_facilities(facilities.take_in(path, day=day, policy=policy))
        case Format.INVOICE_FILE:
            return _of_invoices(invoices.take_in(path, day=day, policy=policy))


def _of_facilities(receipt: facilities.Receipt) -> str:
    if receipt.known_already:
        return _known(receipt.name)
    return (
        f"{receipt.name}: {receipt.facilities:,} new facilities, {receipt.facts:,} with something "
        f"changed, {receipt.owners:,} with other owners"
    )


def _of_invoices(receipt: invoices.Receipt) -> str:
    if receipt.known_already:
        return _known(receipt.name)
    return (
        f"{receipt.name}: {receipt.invoices:,} invoices, {_kr(receipt.billed_ore)} kr; "
        f"{receipt.credits:,} credits, {receipt.withdrawals:,} withdrawals"
    )


def _of_payments(receipt: payments.Receipt) -> str:
    if receipt.known_already:
        return _known(receipt.name)
    days = ", ".join(f"{code} up to {day}" for code, day in receipt.days.items())
    return (
        f"{receipt.name}: {receipt.count:,} payments, {_kr(receipt.total_ore)} kr: "
        f"{_kr(receipt.matched_ore)} on claims, {_kr(receipt.overpaid_ore)} too much, "
        f"{_kr(receipt.unmatched_ore)} unmatched; {days}"
    )


def _known(name: str) -> str:
    return f"{name}: has been read before; nothing was done"


def _kr(ore: int) -> str:
    return format_kronor(ore, language="en")
