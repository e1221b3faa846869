"""`reskontra unmatched`: the money that found no claim and waits for a person."""

from __future__ import annotations

import argparse

from django.db import connections

from reskontra.domain.money import format_kronor
from reskontra.records.queries import unmatched_payments

NAME = "unmatched"
HELP = "List the payments that matched no claim and wait for a person."
NEEDS_DATABASE = True


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(args: argparse.Namespace) -> int:
    """List them, oldest first."""
    with connections["default"].cursor() as cursor:
        waiting = unmatched_payments(cursor)
    for payment in waiting:
        amount = format_kronor(payment.amount_ore, language="en")
        hint = payment.reference or payment.text.replace("\n", " / ") or "no reference"
        print(f"{payment.booking_date}  {payment.creditor:<16} {amount:>12} kr  {hint}")
    total = sum(payment.amount_ore for payment in waiting)
    print(f"{len(waiting):,} payments, {format_kronor(total, language='en')} kr")
    return 0
