"""`reskontra undo`: a night that should not have been is undone, as one decision.

    reskontra undo 2025-04-09 --step reminder          what would be undone, and how many steps
    reskontra undo 2025-04-09 --step reminder --reason "bankfilen saknade en dag" --by "A. Ek"
        --not-before 2025-04-14 --confirm 412

The one rule: nothing is undone without the number of steps, as it was shown. Killed in the middle,
it is run again with what is left.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta

from reskontra.casework import undo_night
from reskontra.casework.undo_night import Found, Order, Report
from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.nightly import frame

NAME = "undo"
HELP = "Undo what a night did, or a part of it, as one decision."
NEEDS_DATABASE = True

RED = 1


class ReasonMissing(Refused):
    """Say with --reason what went wrong, for those concerned to read, and with --by who decides."""

    swedish = (
        "Ange med --reason vad som gick fel, så att de som berörs kan läsa det, och med --by vem "
        "som beslutar."
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The night, which part of it, and the decision."""
    parser.add_argument(
        "night", type=date.fromisoformat, metavar="NIGHT", help="the day of the run, YYYY-MM-DD"
    )
    parser.add_argument("--creditor", metavar="CODE", default="", help="only of this creditor")
    parser.add_argument("--procedure", metavar="NAME", default="", help="only by this procedure")
    parser.add_argument("--step", metavar="STEP", default="", help="only this step")
    parser.add_argument("--reason", metavar="WHY", default="", help="what went wrong; it is told")
    parser.add_argument("--by", metavar="NAME", default="", help="who decides")
    parser.add_argument(
        "--not-before",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the first day to take the same steps anew (default: tomorrow)",
    )
    parser.add_argument(
        "--confirm", type=int, metavar="N", help="undo it: how many steps you have seen"
    )
    parser.add_argument("--list", action="store_true", help="show every step, not only numbers")
    frame.add_day(parser)


def run(args: argparse.Namespace) -> int:
    """Show what would be undone; with --confirm, undo it. Red when a party's part failed."""
    today = frame.day_of(args)
    order = Order(
        night=args.night,
        creditor=args.creditor,
        procedure=args.procedure,
        step=args.step,
        reason=args.reason,
        by=args.by,
        today=today,
        not_before=args.not_before or today + timedelta(days=1),
        policy=frame.policy(),
    )
    if args.confirm is None:
        found = undo_night.look(order)
        for line in _foreseen(order, found, args):
            print(line)
        return 0
    if not (args.reason and args.by):
        raise ReasonMissing
    report = undo_night.undo(order, confirm=args.confirm)
    for line in _done(order, report):
        print(line)
    return RED if report.failures else 0


def _foreseen(order: Order, found: Found, args: argparse.Namespace) -> Iterator[str]:
    yield f"of the night of {order.night} would be undone (nothing has been changed):"
    for (creditor, procedure, step), count in found.counts.items():
        yield f"  {count:>8,}  {step.replace('_', ' ')}, {procedure}, {creditor}"
    waiting, sent = found.letters["waiting"], found.letters["sent"]
    yield f"  letters: {waiting:,} have not left and are stopped"
    yield f"  letters: {sent:,} have left, and are apologized for"
    for kind, ore in sorted(found.booked_ore.items()):
        amount = format_kronor(ore, language="en")
        yield f"  booked as {kind.replace('_', ' ')}: {amount} kr, reversed"
    yield f"  called back from agencies: {found.handovers:,}"
    yield f"  our own invoices, withdrawn: {found.own_invoices:,}"
    if args.list:
        for done in found.steps:
            yield f"    {done.number}  {done.step.replace('_', ' ')}  {done.creditor}"
    for left in found.left:
        why = (
            "sold the claim, and what an agency owns is not ours to take back"
            if left.sold
            else "rests on it; undo that night first"
        )
        later = f"{left.later} of {left.later_day}"
        yield f"  LEFT {left.number}: {left.step} stands, for {later} {why}"
    yield f"the same steps may be taken anew from {order.not_before} (--not-before)"
    yield f"to undo it: --reason WHY --by NAME --confirm {len(found.steps)}"


def _done(order: Order, report: Report) -> Iterator[str]:
    done = report.undone
    yield f"of the night of {order.night} were undone, by {order.by}: {order.reason}"
    yield f"  steps: {done.steps:,}"
    yield f"  letters stopped: {done.stopped:,}; apologies written: {done.apologies:,}"
    yield f"  called back from agencies: {done.recalled:,}"
    yield f"  our own invoices withdrawn: {done.withdrawn:,}"
    if report.left:
        yield f"  left standing, for later steps or a sale rest on them: {len(report.left):,}"
    for failure in report.failures:
        yield f"  FAILED party {failure.party}: {failure.error}"
    if report.failures:
        yield "  RED: what failed stands as before; run the same again"
