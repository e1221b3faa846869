"""Approved pay-outs leave in files, one a creditor, each pay-out in one file for ever.

    send(day=date(2025, 4, 10), folder=Path(".reskontra/payouts"), policy=policy)
    -> Sent(files=["municipality-2025-04-10-7"], count=3, total_ore=45_000)

What leaves is noted and booked first, and the file is written of the rows afterwards. The one rule:
a file is what its rows say, so one that was cut off is written again, the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, cast

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.rules import Policy
from reskontra.formats.payout_file import PayoutFile, PayoutLine, write_csv, write_json
from reskontra.records import claim_states, payouts
from reskontra.records.payouts import APPROVED, SENT, WRITTEN, Payout

BY = "sent"


@dataclass(slots=True, kw_only=True)
class Sent:
    """What left. `lacking` are pay-outs whose money is no longer there, as when a bank took it."""

    files: list[str] = field(default_factory=list)
    count: int = 0
    total_ore: int = 0
    lacking: list[Payout] = field(default_factory=list)


def send(*, day: date, folder: Path, policy: Policy) -> Sent:
    """Let every approved pay-out leave, and write the files that are missing."""
    sent = Sent()
    with connections["default"].cursor() as cursor:
        by_creditor: defaultdict[str, list[Payout]] = defaultdict(list)
        for payout in payouts.approved(cursor):
            by_creditor[payout.creditor_code].append(payout)
        for creditor, mine in by_creditor.items():
            name = f"{creditor}-{day}-{mine[0].key}"
            with transaction.atomic():
                going = [each for each in mine if _leaves(cursor, each, name, day, sent)]
            if going:
                sent.files.append(name)
        write_missing(cursor, folder=folder, policy=policy)
    return sent


def _leaves(cursor: CursorWrapper, known: Payout, name: str, day: date, sent: Sent) -> bool:
    payout = payouts.lock(cursor, known.public_id)
    if payout is None or payout.state != APPROVED:
        return False
    if payout.invoice is not None:
        claim_states.lock(cursor, [payout.invoice])
    if payouts.lies_ore(cursor, payout) < payout.amount_ore:
        sent.lacking.append(payout)
        return False
    payouts.happen(cursor, payout.key, kind=SENT, day=day, by=BY, note=name)
    payouts.book_out(cursor, payout, day=day)
    sent.count += 1
    sent.total_ore += payout.amount_ore
    return True


def write_missing(cursor: CursorWrapper, *, folder: Path, policy: Policy) -> None:
    """Write every file that has not been; one that was taken away is not made again."""
    for name, day in payouts.unwritten(cursor):
        mine = payouts.in_file(cursor, name)
        file = _file(name, day, mine, policy)
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{name}.csv", write_csv(file))
        _write(folder / f"{name}.json", write_json(file))
        with transaction.atomic():
            for each in mine:
                payouts.happen(cursor, each.key, kind=WRITTEN, day=day, by=BY, note=name)


def _file(name: str, day: date, mine: Sequence[Payout], policy: Policy) -> PayoutFile:
    creditor = policy.creditors[mine[0].creditor_code]
    return PayoutFile(
        creditor=creditor.code,
        name=creditor.name,
        file=name,
        day=day,
        count=len(mine),
        total_ore=sum(each.amount_ore for each in mine),
        payouts=tuple(
            PayoutLine(
                reference=str(each.public_id),
                amount_ore=each.amount_ore,
                account_kind=_kind(each),
                account=each.account,
                payee=each.payee,
                message=f"Återbetalning faktura {each.number}" if each.number else "Återbetalning",
            )
            for each in mine
        ),
    )


def _kind(payout: Payout) -> Literal["account", "bankgiro", "plusgiro"]:
    return cast(Literal["account", "bankgiro", "plusgiro"], payout.account_kind)


def _write(place: Path, text: str) -> None:
    draft = place.with_suffix(".part")
    draft.write_text(text, encoding="utf-8", newline="")
    draft.replace(place)
