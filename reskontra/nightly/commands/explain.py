"""`reskontra explain`: what has happened to an invoice, by which rules, and what it waits for.

    reskontra explain 1004
    reskontra explain 1004 --creditor municipality --purpose "asked by phone" > bug.story

The answer is a story (docs/howto/write_a_story.md) without name or identity number: what a
reader reports can be lived again as it is. The one rule: whoever looks is recorded, with the
purpose, before anything is shown.
"""

from __future__ import annotations

import argparse
import getpass

from django.db import connections, transaction

from reskontra.domain.refusal import Refused
from reskontra.nightly import frame
from reskontra.nightly.stories.told import tell
from reskontra.records import audit, queries

NAME = "explain"
HELP = "Tell what has happened to an invoice, by which rules, and what it waits for."
NEEDS_DATABASE = True

NOT_STATED = "not stated"


class NoSuchInvoice(Refused):
    """There is no invoice {number}{of}; give its number as it is printed on it."""

    swedish = "Det finns ingen faktura {number}{of}. Ange numret som det står på fakturan."


class SeveralCreditors(Refused):
    """Several creditors have an invoice {number}: add --creditor with one of {creditors}."""

    swedish = (
        "Flera borgenärer har en faktura {number}: lägg till --creditor och någon av {creditors}."
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice, whose it is, the day to tell up to, and why somebody asks."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    parser.add_argument("--creditor", metavar="CODE", default="", help="when several have it")
    parser.add_argument(
        "--purpose",
        metavar="WHY",
        default=NOT_STATED,
        help="why you look; recorded with your user name (default: %(default)s)",
    )
    frame.add_day(parser)


def run(args: argparse.Namespace) -> int:
    """Record who looks, and print the story."""
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        found = queries.find_invoice(cursor, number=args.invoice, creditor=args.creditor)
        invoice, party = _one(found, args)
        audit.looked(
            cursor,
            party=party,
            actor=getpass.getuser(),
            purpose=args.purpose,
            what=f"explain invoice {args.invoice}",
        )
        lines = list(tell(cursor, invoice, day=day, policy=frame.policy()))
    for line in lines:
        print(line)
    return 0


def _one(found: list[tuple[int, int, str]], args: argparse.Namespace) -> tuple[int, int]:
    """(invoice, party) of the only invoice found; refused when there is none, or several."""
    if not found:
        of = f" of {args.creditor}" if args.creditor else ""
        raise NoSuchInvoice(number=args.invoice, of=of)
    if len(found) > 1:
        creditors = ", ".join(code for _, _, code in found)
        raise SeveralCreditors(number=args.invoice, creditors=creditors)
    invoice, party, _ = found[0]
    return invoice, party
