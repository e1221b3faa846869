"""How far the life has come: a line that moves on a terminal, a line a month where output is kept.

    progress = Progress(frame=frame, out=sys.stderr)
    progress.tell(day, life.counts)

The one rule: it only tells; nothing waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TextIO

from reskontra.nightly.demo.life import Counts
from reskontra.nightly.demo.plan import Frame

BAR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Tells of one life."""

    frame: Frame
    out: TextIO

    def tell(self, day: date, counts: Counts) -> None:
        """The night of `day` is over."""
        last = day == self.frame.until
        if self.out.isatty():
            print(f"\r{self._bar(day)}  {_words(day, counts)}", end="", file=self.out, flush=True)
            if last:
                print(file=self.out)
        elif last or (day + timedelta(days=1)).day == 1:
            print(f"  {_words(day, counts)}", file=self.out, flush=True)

    def _bar(self, day: date) -> str:
        days = (self.frame.until - self.frame.start).days + 1
        done = ((day - self.frame.start).days + 1) * BAR // days
        return "█" * done + "░" * (BAR - done)


def _words(day: date, counts: Counts) -> str:
    return (
        f"{day}  {counts.invoices:>7,} invoices  {counts.payments:>7,} payments"
        f"  {counts.letters:>6,} letters"
    )
