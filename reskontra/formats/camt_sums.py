"""What must agree in a bank's file: parts with their entry, entries with their account's totals.

    an entry of 300.00 whose parts are 100.00 and 150.00
    -> Disagreement(field="Ntry/Amt", found="300.00", right="250.00, the sum of its 2 parts")

The one rule: every sum that the file states is compared; a sum that it leaves out is not missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reskontra.domain.money import decimal_text
from reskontra.formats.camt_paths import Fields

DIRECTIONS = {"CRDT": 1, "DBIT": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A stated sum that the file itself contradicts."""

    field: str
    found: str
    right: str
    right_swedish: str


@dataclass(slots=True, kw_only=True)
class EntrySums:
    """One entry while its parts (TxDtls) are read; öre, below zero when money leaves."""

    signed_ore: int
    parts: int = 0
    priced: int = 0
    priced_ore: int = 0
    batch: Fields | None = None
    batch_parts: int = 0
    batch_ore: int = 0

    def add(self, signed_ore: int | None) -> None:
        """Count one part; None when it has no amount of its own."""
        self.parts += 1
        self.batch_parts += 1
        if signed_ore is not None:
            self.priced += 1
            self.priced_ore += signed_ore
            self.batch_ore += signed_ore

    def end_batch(self) -> Disagreement | None:
        """Compare a batch's stated count and amount (Btch) with its parts.

        Only when every part has an amount of its own: else no part is given as a payment, and
        the entry's amount alone is money.
        """
        batch, parts, ore = self.batch or {}, self.batch_parts, self.batch_ore
        self.batch, self.batch_parts, self.batch_ore = None, 0, 0
        if not parts or self.priced != self.parts:
            return None
        if str(parts) != batch.get("count", str(parts)):
            return _differs("Btch/NbOfTxs", batch["count"], parts, "the number of TxDtls")
        if abs(ore) != batch.get("amount", abs(ore)):
            return _differs(
                "Btch/TtlAmt", decimal_text(batch["amount"]), decimal_text(abs(ore)), "their sum"
            )
        return None

    def end(self) -> Disagreement | None:
        """Compare the entry's amount with its parts; all of them or none must have their own."""
        if 0 < self.priced < self.parts:
            return _differs("TxDtls", f"{self.priced} amounts", self.parts, "one for each part")
        if self.priced and self.priced_ore != self.signed_ore:
            return _differs(
                "Ntry/Amt",
                decimal_text(self.signed_ore),
                decimal_text(self.priced_ore),
                f"the sum of its {self.parts} parts",
            )
        return None


@dataclass(slots=True, kw_only=True)
class AccountSums:
    """One account's entries, booked or not, as its totals (TxsSummry) count them."""

    credit_count: int = 0
    credit_ore: int = 0
    debit_count: int = 0
    debit_ore: int = 0

    def add(self, signed_ore: int) -> None:
        """Count one entry."""
        if signed_ore < 0:
            self.debit_count += 1
            self.debit_ore -= signed_ore
        else:
            self.credit_count += 1
            self.credit_ore += signed_ore

    def end(self, stated: Fields) -> Disagreement | None:
        """The first of the stated totals that the entries contradict."""
        return next(self._differences(stated), None)

    def _differences(self, stated: Fields) -> Iterator[Disagreement]:
        counts = {
            "all_count": ("TtlNtries/NbOfNtries", self.credit_count + self.debit_count),
            "credit_count": ("TtlCdtNtries/NbOfNtries", self.credit_count),
            "debit_count": ("TtlDbtNtries/NbOfNtries", self.debit_count),
        }
        for name, (field, count) in counts.items():
            if name in stated and stated[name] != str(count):
                yield _differs(f"TxsSummry/{field}", stated[name], count, "the entries counted")
        sums = {
            "all_sum": ("TtlNtries/Sum", self.credit_ore + self.debit_ore),
            "credit_sum": ("TtlCdtNtries/Sum", self.credit_ore),
            "debit_sum": ("TtlDbtNtries/Sum", self.debit_ore),
        }
        for name, (field, ore) in sums.items():
            if name in stated and stated[name] != ore:
                yield _differs(
                    f"TxsSummry/{field}",
                    decimal_text(stated[name]),
                    decimal_text(ore),
                    "the entries' sum",
                )
        yield from self._net_difference(stated)

    def _net_difference(self, stated: Fields) -> Iterator[Disagreement]:
        if "net_sum" not in stated:
            return
        net_ore = self.credit_ore - self.debit_ore
        stated_ore = DIRECTIONS.get(stated.get("net_direction", "CRDT"), 1) * stated["net_sum"]
        if stated_ore != net_ore:
            yield _differs(
                "TxsSummry/TtlNtries/TtlNetNtry",
                decimal_text(stated_ore),
                decimal_text(net_ore),
                "credits less debits",
            )


_SWEDISH = {
    "the number of TxDtls": "antalet TxDtls",
    "their sum": "summan av dem",
    "one for each part": "ett för varje del",
    "the entries counted": "antalet poster",
    "the entries' sum": "summan av posterna",
    "credits less debits": "insättningar minus uttag",
}


def _differs(field: str, found: str, right: object, because: str) -> Disagreement:
    swedish = _SWEDISH.get(because, "summan av delarna")
    return Disagreement(
        field=field,
        found=found,
        right=f"{right}, {because}",
        right_swedish=f"{right}, {swedish}",
    )
