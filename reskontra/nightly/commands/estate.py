"""`reskontra estate`: let what somebody who has died owed go on, against the estate.

    reskontra estate 1003 --contact "Advokat B. Lund" --address "Box 1" --address "999 10 Granvik"
        --reason "bouppteckning registrerad" --by "A. Ek"

That somebody has died is a hold: `reskontra desk decide hold`. The one rule: a person decides that
it goes on, and says who answers for the estate.
"""

from __future__ import annotations

import argparse

from django.db import connections, transaction

from reskontra.casework.estates import go_on_against_estate
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up
from reskontra.records import queries

NAME = "estate"
HELP = "Let what somebody who has died owed go on, against the estate."
NEEDS_DATABASE = True

GOES_ON = Texts(
    sv="Det som den döde var skyldig går vidare mot dödsboet från {day}.",
    en="What the deceased owed goes on against the estate from {day}.",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An invoice of the deceased, who answers for the estate and where, why, and who says so."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on an invoice")
    parser.add_argument("--contact", metavar="NAME", required=True, help="who answers for it")
    parser.add_argument(
        "--address",
        action="append",
        required=True,
        metavar="LINE",
        help="a line of the address; may be given several times",
    )
    parser.add_argument("--reason", metavar="WORDS", required=True, help="why; it is kept")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has decided")
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Record it; the next night looks at the claims."""
    day = frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        go_on_against_estate(
            cursor,
            party=queries.party_of(cursor, invoice),
            contact=args.contact,
            address_lines=args.address,
            reason=args.reason,
            by=args.by,
            policy=frame.policy(),
            today=day,
        )
    print(GOES_ON.say(frame.language()).format(day=day))
    return 0
