"""What is measured, in which order: ours and the bare one in turn, round after round.

    measure(place, Sizes(claims=(100_000,), due=100_000, …), tell=print) -> Found

The one rule: every number is kept with its job and size; `report` alone takes medians.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import psycopg

from bench import bare, child
from bench.child import Measured
from bench.place import Place
from reskontra.formats import camt_writer
from reskontra.formats.camt_values import BankAccount
from reskontra.formats.camt_writer import PaymentToWrite

DAY = date(2026, 3, 6)
"""A Friday, five working days after the due date of what is due."""

QUIET_DAYS = (DAY - timedelta(days=4), DAY - timedelta(days=3), DAY - timedelta(days=2))
"""Nights before anything is due."""

ACCOUNT = BankAccount(scheme="BGNR", number="9991233")
"""The bankgiro of the sample municipality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much of everything."""

    claims: tuple[int, ...]
    due: int
    payments: int
    letters: int
    pages: int
    turns: int
    """How often in a round each kind of page is asked for: that takes seconds, and a machine that
    others share has slow minutes."""
    rounds: int


@dataclass(slots=True)
class Found:
    """(job, claims in the ledger) -> its measurements."""

    runs: defaultdict[tuple[str, int], list[Measured]] = field(
        default_factory=lambda: defaultdict(list)
    )


def measure(place: Place, sizes: Sizes, *, tell: Callable[[str], None]) -> Found:
    """Make the ledgers, and measure everything in rounds."""
    found = Found()
    ledgers = {}
    for claims in sizes.claims:
        tell(f"making a ledger of {claims:,} open claims")
        due = min(sizes.due, claims)
        ledgers[claims] = place.make_ledger(claims=claims, due=due, day=DAY)
    largest = max(ledgers)
    file = _write_bank_file(place, ledgers[largest], payments=min(sizes.payments, largest))
    for number in range(1, sizes.rounds + 1):
        for claims, ledger in ledgers.items():
            tell(f"round {number} of {sizes.rounds}: nights with {claims:,} open claims")
            _nights(place, ledger, claims, sizes, found)
        tell(f"round {number} of {sizes.rounds}: a bank file")
        _bank_file(place, ledgers[largest], largest, file, found)
    return found


def _nights(place: Place, ledger: str, claims: int, sizes: Sizes, found: Found) -> None:
    rows = place.folder / "rows"
    with place.copy(ledger) as url:
        for day in QUIET_DAYS:
            _keep(found, place, url, "night", "quiet", claims, day=day.isoformat())
        _keep(found, place, url, "night", "night", claims, day=DAY.isoformat())
        bare.keep_rows(url=url, folder=rows)
        if claims == max(sizes.claims):
            _keep(found, place, url, "letters", "letters", claims, count=sizes.letters)
            for _ in range(sizes.turns):
                _pages(place, url, claims, sizes, found)
    with place.copy(ledger) as url:
        _keep(found, place, url, "write_rows", "write_rows", claims, rows=str(rows))


def _pages(place: Place, url: str, claims: int, sizes: Sizes, found: Found) -> None:
    today = {"day": DAY.isoformat()}
    for job, given in (
        ("pages", today),
        ("bare_pages", {}),
        ("bare_texts", {}),
        ("served_pages", today),
    ):
        _keep(found, place, url, job, job, claims, count=sizes.pages, **given)


def _bank_file(place: Place, ledger: str, claims: int, file: Path, found: Found) -> None:
    given = {"day": DAY.isoformat(), "file": str(file)}
    for job in ("intake", "parse_and_copy"):
        with place.copy(ledger) as url:
            _keep(found, place, url, job, job, claims, **given)


def _keep(
    found: Found, place: Place, url: str, job: str, name: str, claims: int, **values: object
) -> None:
    found.runs[name, claims].append(child.run(job, url=url, folder=place.folder, **values))


def _write_bank_file(place: Place, ledger: str, *, payments: int) -> Path:
    """A camt.054 file that pays so many claims, spread over the ledger, each whole."""
    file = place.folder / "bench.xml"
    with psycopg.connect(place.server.url(database=ledger)) as owner, file.open("wb") as stream:
        rows = owner.execute(
            "SELECT ocr_number, total_ore FROM invoice"
            " WHERE mod(id, (SELECT count(*) FROM invoice) / %s) = 0 ORDER BY id LIMIT %s",
            [payments, payments],
        ).fetchall()
        camt_writer.write(
            stream,
            message_id="bench",
            account=ACCOUNT,
            day=DAY,
            payments=tuple(_payments(rows)),
        )
    return file


def _payments(rows: list[tuple[str, int]]) -> Iterator[PaymentToWrite]:
    for number, (ocr_number, total_ore) in enumerate(rows, start=1):
        yield PaymentToWrite(
            amount_ore=total_ore,
            reference=ocr_number,
            payer_name=f"Test Testsson {number}",
            value_date=DAY,
            bank_reference=f"B{number:09}",
        )
