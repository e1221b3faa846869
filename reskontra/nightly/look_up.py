"""An invoice that somebody asks about at a terminal: found by its number, and the look recorded.

    look_up(cursor, "1004", args, what="explain")   -> its id, when exactly one creditor has it

The one rule: whoever looks is recorded, with the purpose, before anything is shown: with each who
owes it.
"""

from __future__ import annotations

import argparse
import getpass

from django.db.backends.utils import CursorWrapper

from reskontra.domain.refusal import Refused
from reskontra.nightly import frame
from reskontra.records import audit, debtors, queries

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
    """Whose the invoice is, the day that is meant, and why somebody asks."""
    parser.add_argument("--creditor", metavar="CODE", default="", help="when several have it")
    parser.add_argument(
        "--purpose",
        metavar="WHY",
        default=NOT_STATED,
        help="why you look; recorded with your user name (default: %(default)s)",
    )
    frame.add_day(parser)


def look_up(cursor: CursorWrapper, number: str, args: argparse.Namespace, *, what: str) -> int:
    """The id of the invoice; refused when there is none of that number, or several."""
    found = queries.find_invoice(cursor, number=number, creditor=args.creditor)
    if not found:
        of = f" of {args.creditor}" if args.creditor else ""
        raise NoSuchInvoice(number=number, of=of)
    if len(found) > 1:
        creditors = ", ".join(code for _, _, code in found)
        raise SeveralCreditors(number=number, creditors=creditors)
    invoice, _, _ = found[0]
    for party in debtors.parties_of(cursor, invoice):
        audit.looked(
            cursor,
            party=party,
            actor=getpass.getuser(),
            purpose=args.purpose,
            what=f"{what} invoice {number}",
        )
    return invoice
