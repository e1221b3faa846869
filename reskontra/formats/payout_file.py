"""A file of money to be paid back, for whoever pays: the bank's program, or a person.

    {"record": "payouts", "creditor": "municipality", "file": "municipality-2025-04-10-7",
     "day": "2025-04-10", "count": 1, "total_ore": 10000, "payouts": [{"reference": "0f6c…", …}]}

The same as lines with commas lies beside. The one rule: each pay-out is named by its reference, so
that one which is read twice is paid once. Amounts are whole öre. The JSON Schema is
docs/generated/schema/payout_file.json.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reskontra.formats.invoice_records import AmountOre, Code, Text

Reference = Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
Digits = Annotated[str, Field(pattern=r"^[0-9]{2,15}$")]
COLUMNS = ("reference", "amount_ore", "account_kind", "account", "payee", "message")


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class PayoutLine(_Strict):
    """One amount to one account."""

    reference: Reference
    amount_ore: AmountOre
    account_kind: Literal["account", "bankgiro", "plusgiro"]
    account: Digits
    """Of a bank account the clearing number first."""
    payee: Text
    message: Text
    """For the payee to read."""


class PayoutFile(_Strict):
    """Everything that one creditor pays back in one file."""

    record: Literal["payouts"] = "payouts"
    creditor: Code
    name: Text
    file: Text
    day: date
    count: Annotated[int, Field(ge=1)]
    total_ore: AmountOre
    payouts: tuple[PayoutLine, ...]


def write_json(file: PayoutFile) -> str:
    """The file as JSON, a line for each of its values."""
    return file.model_dump_json(indent=2) + "\n"


def write_csv(file: PayoutFile) -> str:
    """The pay-outs as lines with commas, headed by the names of their values."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for each in file.payouts:
        writer.writerow([getattr(each, column) for column in COLUMNS])
    return lines.getvalue()


def json_schema() -> dict[str, Any]:
    """The published JSON Schema of the file."""
    return PayoutFile.model_json_schema() | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Money to be paid back",
    }
