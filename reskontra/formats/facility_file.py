"""Facilities and their owners from the property register: JSON Lines, one record a line, in UTF-8.

    {"record": "facility", "creditor": "water_company", "facility": "A-7", "from": "2020-01-01", …}
    {"record": "owners", "creditor": "water_company", "facility": "A-7", "from": "2025-05-01", …}

The one rule: as for invoice files, a file is taken whole or not at all, and a refusal lists
everything that is wrong. An `owners` record names everybody who owns the facility from its day on.
The JSON Schema of a line is docs/generated/schema/facility_file.json.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from reskontra.domain.identity import mask_digits
from reskontra.formats.invoice_file import lines_of, nothing_in_it
from reskontra.formats.invoice_problems import problems_of
from reskontra.formats.invoice_records import (
    FACILITY_CODE_PATTERN,
    SHARE_PATTERN,
    Code,
    Placed,
    Recipient,
    Text,
)
from reskontra.formats.problems import MOST_SHOWN, FileRefused, Problem

RECORDS = ("facility", "owners")
FacilityCode = Annotated[str, StringConstraints(pattern=FACILITY_CODE_PATTERN)]


class Owner(Recipient):
    """One of those who own a facility; each answers for the whole of a charge for water."""

    share: Annotated[str, StringConstraints(pattern=SHARE_PATTERN)] | None = None
    """What this one owns of it, as 1/2, where that is known."""

    @property
    def share_of_it(self) -> Fraction | None:
        """The share as a number."""
        return Fraction(self.share) if self.share else None


class FacilityRecord(Placed):
    """What a facility serves, where it is, and its tariff, from a day on."""

    record: Literal["facility"]
    facility: FacilityCode
    """As invoices name it."""
    first_day: Annotated[date, Field(alias="from")]
    kind: Literal["single_dwelling", "multi_dwelling", "business"]
    tariff: Code
    """One of the creditor's tariffs for water."""
    address: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """Where it is."""


class OwnersRecord(Placed):
    """Everybody who owns a facility from a day on. Who is not named owns it no longer."""

    record: Literal["owners"]
    facility: FacilityCode
    first_day: Annotated[date, Field(alias="from")]
    owners: Annotated[tuple[Owner, ...], Field(min_length=1, max_length=20)]

    def contradictions(self) -> Iterator[Problem]:
        """Somebody named twice, and shares of more than the whole."""
        named: set[str] = set()
        for at, owner in enumerate(self.owners, start=1):
            if owner.identity_number in named:
                yield self._problem(
                    f"owners[{at}].identity_number",
                    mask_digits(owner.identity_number),
                    ("each owner once", "varje ägare en gång"),
                )
            named.add(owner.identity_number)
        shares = [each.share_of_it for each in self.owners]
        known = [share for share in shares if share is not None]
        if known and (len(known) < len(shares) or sum(known) != 1):
            yield self._problem(
                "owners",
                " ".join(str(share or "–") for share in shares),
                (
                    "a share for each or for none, 1 in all",
                    "en andel för var och en eller ingen, tillsammans 1",
                ),
            )

    def _problem(self, field: str, found: str, allowed: tuple[str, str]) -> Problem:
        english, swedish = allowed
        return Problem(
            line=self.line, field=field, found=found, allowed=english, allowed_swedish=swedish
        )


Record = FacilityRecord | OwnersRecord
RECORD: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="record")])


def read(stream: BinaryIO, *, name: str) -> tuple[Record, ...]:
    """Every record of the file, each knowing its `line`; refused with all that is wrong in any."""
    found: list[Record] = []
    problems: list[Problem] = []
    used: dict[tuple[str, str, str, date], int] = {}
    seen = False
    for line, text in enumerate(lines_of(stream), start=1):
        if not text.strip():
            continue
        seen = True
        try:
            record = RECORD.validate_json(text)
        except ValidationError as error:
            problems += problems_of(error, line=line, records=RECORDS)
            continue
        record.place(line)
        wrong = [*record.contradictions(), *_repeated(record, used)]
        problems += wrong
        if not wrong:
            found.append(record)
    if not seen:
        problems.append(nothing_in_it())
    if problems:
        shown = tuple(problems[:MOST_SHOWN])
        raise FileRefused(name=name, problems=shown, count=len(problems))
    return tuple(found)


def _repeated(record: Record, used: dict[tuple[str, str, str, date], int]) -> Iterator[Problem]:
    """The same said of the same facility from the same day on an earlier line."""
    key = (record.record, record.creditor, record.facility, record.first_day)
    earlier = used.setdefault(key, record.line)
    if earlier != record.line:
        yield Problem(
            line=record.line,
            field="from",
            found=str(record.first_day),
            allowed=f"each day once for a facility; line {earlier} has this one",
            allowed_swedish=f"varje dag en gång för en anläggning; den här finns på rad {earlier}",
        )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one line, for those who write the files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a reskontra file of facilities and owners",
        **RECORD.json_schema(),
    }
