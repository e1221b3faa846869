"""What the night pays back: small sums pay the next invoice, approved pay-outs leave in a file.

    work(day=date(2025, 6, 2), policy=policy)  -> PaidBack(moved_ore=4_000, sent=Sent(count=3, …))

Files lie in `payouts/`, for whoever gives them to the bank. The one rule: a file is made on banking
days alone, and only of what two have agreed to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from reskontra.casework.refunds_by_rule import to_next_invoices
from reskontra.domain.calendar import is_banking_day
from reskontra.domain.money import format_kronor
from reskontra.domain.rules import Policy
from reskontra.outgoing.payout_files import Sent, send


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBack:
    """What the night did with money that was too much. Amount in öre."""

    moved_ore: int
    sent: Sent


def work(*, day: date, policy: Policy, into: Path | None = None) -> PaidBack:
    """Move what the rules say, and let approved pay-outs leave when the day is a banking day."""
    moved_ore = to_next_invoices(policy=policy, today=day)
    sent = send(day=day, folder=into or folder(), policy=policy) if is_banking_day(day) else Sent()
    return PaidBack(moved_ore=moved_ore, sent=sent)


def folder() -> Path:
    """Where files of pay-outs are put."""
    return Path(settings.RESKONTRA_DATA) / "payouts"


def told(done: PaidBack) -> Iterator[str]:
    """What was paid back, for a person."""
    if done.moved_ore:
        moved = format_kronor(done.moved_ore, language="en")
        yield f"  too much, pays the next invoice: {moved} kr"
    if done.sent.count:
        total = format_kronor(done.sent.total_ore, language="en")
        files = ", ".join(done.sent.files)
        yield f"  pay-outs sent: {done.sent.count:,}, {total} kr, in {files}"
    for each in done.sent.lacking:
        yield f"  LACKING {each.public_id}: the money is no longer there; withdraw the pay-out"
