"""`reskontra clear`: a person has found what a step needs, or is counted from.

    reskontra clear 1004 no_health_risk --by "A. Ek" --finding "besök 2 juni"
    reskontra clear 1004 ability_to_pay --by "B. Lund" --role agency --finding "utredd"

The one rule: a finding has a name and words; it may be made again, and the latest counts. One that
the procedure leaves to a role is made by nobody else: who sits at the terminal says as what.
"""

from __future__ import annotations

import argparse

from django.db import connections, transaction

from reskontra.casework.decisions import clear
from reskontra.domain.texts import Texts
from reskontra.nightly import frame, look_up

NAME = "clear"
HELP = "Record a person's finding that a step needs, or is counted from."
NEEDS_DATABASE = True

DONE = Texts(sv="Faktura {number}, {day}: {kind}", en="Invoice {number}, {day}: {kind}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The invoice, what was found, by whom and in which words."""
    parser.add_argument("invoice", metavar="INVOICE", help="the number printed on the invoice")
    parser.add_argument("kind", metavar="KIND", help="as kinds.yaml names it")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has found it")
    parser.add_argument(
        "--role",
        action="append",
        default=[],
        metavar="ROLE",
        help="as what, where the rules leave the finding to some, as technician",
    )
    parser.add_argument("--finding", metavar="WORDS", required=True, help="what was found")
    look_up.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Record it; the next night looks at the claim."""
    language, policy, day = frame.language(), frame.policy(), frame.day_of(args)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = look_up.look_up(cursor, args.invoice, args, what=NAME)
        clear(
            cursor,
            invoice=invoice,
            kind=args.kind,
            finding=args.finding,
            by=args.by,
            roles=args.role,
            policy=policy,
            day=day,
        )
    kind = policy.clearance_kinds[args.kind].say(language)
    print(DONE.say(language).format(number=args.invoice, day=day, kind=kind))
    return 0
