"""What the verbs share: the rules in force, today in Stockholm, and how to speak to a terminal."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.policy.load import load_policy


class DayNotCome(Refused):
    """{day} has not come: it is {today} in Stockholm."""

    swedish = "{day} har inte kommit än: i Stockholm är det {today}."


COLLECT_EVERY = 50_000
"""Values made between two looks for rings of values that nothing else refers to, in a night."""


def collect_seldom(*, every: int = COLLECT_EVERY) -> None:
    """Let the garbage collector look seldom, and never at what lives as long as the process.

    A night makes values by the million, and none in rings; looking for them took a third of its
    time. Memory is as before: what is no longer referred to is freed at once.
    """
    gc.freeze()
    gc.set_threshold(every)


def policy() -> Policy:
    """The rules in force; read once."""
    return _read(Path(settings.RESKONTRA_POLICY))


@lru_cache(maxsize=2)
def _read(folder: Path) -> Policy:
    return load_policy(folder)


def today() -> date:
    """The day in Europe/Stockholm."""
    return timezone.localdate()


def language() -> str:
    """The language of the terminal, `sv` or `en`."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return "sv" if spoken.startswith("sv") else "en"


def add_day(parser: argparse.ArgumentParser) -> None:
    """Let the caller say another day than today."""
    parser.add_argument(
        "--day",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day that it is (default: today in Stockholm)",
    )


def day_of(args: argparse.Namespace) -> date:
    """The day that the caller said, or today; a day to come is refused."""
    day: date = args.day or today()
    if day > today():
        raise DayNotCome(day=day, today=today())
    return day


def progress(what: str) -> Callable[[int, int], None]:
    """A line that moves, on a terminal; nothing where output is kept."""
    if not sys.stderr.isatty():
        return lambda done, of: None

    def tell(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{what}: {done:,} of {of:,}", end=end, file=sys.stderr, flush=True)

    return tell
