"""The bank's files of the three nights: paid in time, late, in part, too much, and taken back.

The one rule: the same bytes each time, so that a file read before is known again.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.intake import payments
from tests.build import a_bank_file, a_payment, sample_policy

SMALL_ORE, LARGE_ORE = 30_000, 3_000_000
LARGE = frozenset({"1004", "1005"})
"""Late interest on these is above the least that is charged."""

PAID: dict[date, tuple[tuple[str, int, str], ...]] = {
    date(2025, 4, 4): (
        ("1001", SMALL_ORE, "in"),
        ("1002", SMALL_ORE - 1_000, "in"),
        ("1003", 10_000, "in"),
    ),
    date(2025, 4, 8): (("1004", LARGE_ORE, "in"), ("1007", SMALL_ORE + 5_000, "in")),
    date(2025, 4, 23): (
        ("1005", LARGE_ORE, "in"),
        ("1001", SMALL_ORE, "back"),
        ("1006", SMALL_ORE + 6_000, "in"),
        ("1008", SMALL_ORE, "in"),
    ),
}
"""Day -> (invoice, öre, in or back)."""


def files(folder: Path) -> list[Path]:
    """The files, written anew."""
    return [
        a_bank_file(
            folder,
            *(_payment(day, number, amount_ore, way) for number, amount_ore, way in paid),
            day=day,
            name=f"{day}.xml",
        )
        for day, paid in PAID.items()
    ]


def _payment(day: date, number: str, amount_ore: int, way: str) -> PaymentToWrite:
    return a_payment(
        amount_ore,
        number,
        value_date=day,
        bank_reference=f"{number}-{way}",
        reversal=way == "back",
    )


def take_in(file: Path, *, day: date) -> None:
    """Take in one of the files."""
    payments.take_in(file, day=day, policy=sample_policy())
