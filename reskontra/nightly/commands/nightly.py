"""`reskontra nightly`: live one day, and let its letters leave.

    reskontra nightly                      today in Stockholm
    reskontra nightly --day 2026-03-02 --dry-run

The one rule: a day is lived as the day that it is. A missed night needs no catching up, for
nothing is backdated; a day run twice does nothing the second time; a run with a unit or a letter
that failed ends red and says which.
"""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from reskontra.casework import demands, requests, water_warnings
from reskontra.casework.demands import Rechecked
from reskontra.dunning.daily import Order, Report
from reskontra.dunning.daily import run as run_day
from reskontra.nightly import agency, authority, early_notices, frame, payback, water
from reskontra.outgoing.send_out import Sent, send_out

NAME = "nightly"
HELP = "Let one day happen: reminders, hand-overs, interest invoices, pay-outs, and letters."
NEEDS_DATABASE = True

RED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The day, a rehearsal, and the override for missing bank files."""
    frame.add_day(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="tell what the day would do, and change nothing"
    )
    parser.add_argument(
        "--without-bank-files",
        metavar="WHY",
        default="",
        help="run though a bank file is not in; WHY is recorded with your user name",
    )
    parser.add_argument("--no-letters", action="store_true", help="leave the letters unprinted")


def run(args: argparse.Namespace) -> int:
    """Live the day; red when a unit or a letter failed or the sums do not close."""
    day = frame.day_of(args)
    why = args.without_bank_files
    if not args.dry_run:
        requests.answer_by_rule(policy=frame.policy(), today=day)
    report = run_day(
        Order(
            day=day,
            policy=frame.policy(),
            dry_run=args.dry_run,
            without_bank_files=f"{getpass.getuser()}: {why}" if why else "",
            tell=frame.progress(f"{day} parties"),
        )
    )
    beside = None if args.dry_run else _beside(day)
    turned = water.work(day=day, policy=frame.policy(), rehearsing=args.dry_run)
    sent = rechecked = None
    unwarned = 0
    noticed = early_notices.Told()
    if not args.dry_run and not args.no_letters:
        rechecked = demands.recheck(policy=frame.policy(), today=day)
        unwarned = water_warnings.stop_paid(policy=frame.policy(), today=day)
        tell = frame.progress(f"{day} letters")
        sent = send_out(day=day, folder=print_folder(), policy=frame.policy(), tell=tell)
        noticed = early_notices.work(day=day, policy=frame.policy())
    for line in summary(report, sent, dry_run=args.dry_run):
        print(line)
    if rechecked is not None:
        for line in _rechecked(rechecked):
            print(line)
    for line in (*(beside.lines if beside else ()), *early_notices.told(noticed)):
        print(line)
    for line in water.told(turned, unwarned=unwarned):
        print(line)
    failed = (
        report.failures
        or (sent is not None and sent.failures)
        or (rechecked is not None and rechecked.failures)
        or (beside is not None and beside.failed)
        or noticed.failed
    )
    return RED if failed or not report.sums.closes else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What the night did besides with others: what is told of it, and whether it failed."""

    lines: tuple[str, ...]
    failed: bool


def _beside(day: date) -> _Beside:
    """Tell agencies and the Authority what they are to know, and pay back what is too much."""
    handed_over = agency.work(day=day, policy=frame.policy())
    applied = authority.work(day=day, policy=frame.policy())
    paid_back = payback.work(day=day, policy=frame.policy())
    return _Beside(
        lines=(
            *agency.told(handed_over),
            *authority.told(applied),
            *payback.told(paid_back),
        ),
        failed=bool(handed_over.failures or applied.failures or paid_back.sent.lacking),
    )


def print_folder() -> Path:
    """Where letters to be printed are put, a folder a day."""
    return Path(settings.RESKONTRA_DATA) / "print"


def summary(report: Report, sent: Sent | None, *, dry_run: bool) -> Iterator[str]:
    """What the day came to, for a person."""
    sums = report.sums
    acted, waiting, stopped = (sums.total(each) for each in ("acted", "waiting", "stopped"))
    yield f"{report.day}{' (dry run: nothing was changed)' if dry_run else ''}"
    yield (
        f"  {sums.selected:,} claims looked at = {acted:,} acted + {waiting:,} waiting"
        f" + {stopped:,} stopped + {sums.failed:,} failed"
    )
    for (outcome, reason), claims in sorted(sums.outcomes.items()):
        yield f"    {outcome} {reason.replace('_', ' ')}: {claims:,}"
    for template, count in sorted(report.letters.items()):
        yield f"  letters written, {template}: {count:,}"
    if sent is not None:
        yield from _letters(sent)
    for failure in report.failures:
        yield f"  FAILED party {failure.party}, {failure.claims:,} claims: {failure.error}"
    if not sums.closes:
        yield "  RED: the sums do not close"
    elif report.failures:
        yield "  RED: the failed units above are tried again when the day is run again"


def _rechecked(rechecked: Rechecked) -> Iterator[str]:
    if rechecked.stopped:
        yield (
            f"  collection demands stopped, no longer true: {rechecked.stopped:,};"
            " the next night demands what is left anew"
        )
    for failure in rechecked.failures:
        yield f"  FAILED demand of invoice {failure}; a person must see to it"


def _letters(sent: Sent) -> Iterator[str]:
    if sent.printed or sent.sent or sent.stopped or sent.withheld:
        yield f"  letters printed: {sent.printed:,}, in {sent.folder}"
        if sent.sent:
            yield f"  letters sent by other channels: {sent.sent:,}, in {sent.folder}"
        if sent.by_hand:
            yield f"  copies for a person to address: {sent.by_hand:,}"
        yield f"  letters stopped, paid before they left: {sent.stopped:,}"
    if sent.withheld:
        yield f"  letters to a child or an unknown address, for a person: {sent.withheld:,}"
    if sent.kept_back:
        yield f"  collection demands kept back, no longer true: {sent.kept_back:,}"
    for failure in sent.failures:
        yield (
            f"  FAILED letter {failure.public_id}, {failure.template} to party {failure.party}:"
            f" {failure.error}"
        )
    if sent.failures:
        yield (
            f"  RED: letters that could not be made: {len(sent.failures):,};"
            " they are tried again the next time that letters leave"
        )
