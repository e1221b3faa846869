"""What the Enforcement Authority tells us: JSON Lines, one message a line, in UTF-8.

    {"record": "received", "message": "m1", "reference": "0f6c…", "case_number": "01-77-25", …}
    {"record": "contested", "message": "m2", "case_number": "01-77-25", "text": "…", …}
    {"record": "verdict", "message": "m3", "case_number": "01-77-25", "date": "2025-07-01", …}

It is ours, for the Authority's own files are read by whoever has its permission; a person who has
its letter on the desk writes the same lines by `reskontra authority tell`. The one rule: every
message has a name of its own, and says which matter it is about by our reference or by the
Authority's number; so they may come in any order, and twice. A file is taken whole or not at all.
The JSON Schema is docs/generated/schema/authority_return.json.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, TypeAdapter, ValidationError

from reskontra.formats.agency_case import Reference, Words
from reskontra.formats.agency_return import CaseNumber
from reskontra.formats.invoice_problems import problems_of
from reskontra.formats.invoice_records import AmountOre, Code
from reskontra.formats.problems import MOST_SHOWN, FileRefused, Problem

RECORDS = (
    *("received", "served", "contested", "transferred", "verdict"),
    *("assets", "payment", "withdrawn", "ended"),
)
_LONGEST_LINE = 100_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class _Message(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    creditor: Code
    message: Annotated[str, Field(pattern=r"^[0-9A-Za-z_.:-]{1,80}$")]
    """The message's own name, never used again."""
    reference: Reference | None = None
    """Ours, from the application."""
    case_number: CaseNumber | None = None
    """The Authority's; one of the two is needed."""
    date: date
    _line: int = PrivateAttr(default=0)

    @property
    def line(self) -> int:
        """The message's line in its file, from 1."""
        return self._line

    def place(self, line: int) -> None:
        """Tell the message where it stands."""
        self._line = line


class Received(_Message):
    """The application has come in, and has a number."""

    record: Literal["received"]
    case_number: CaseNumber


class Served(_Message):
    """The debtor has received the order to pay."""

    record: Literal["served"]


class Contested(_Message):
    """The debtor has contested the claim; the words are the debtor's."""

    record: Literal["contested"]
    text: Words = ""


class Transferred(_Message):
    """The matter has gone to a court."""

    record: Literal["transferred"]
    court: Words


class Verdict(_Message):
    """The debt shall be paid: the Authority's verdict, or a court's judgment."""

    record: Literal["verdict"]
    text: Words = ""


class Assets(_Message):
    """What the Authority has found to take."""

    record: Literal["assets"]
    found: Literal["some", "none"]
    text: Words = ""


class PaidThere(_Message):
    """Money that the Authority has got in; `date` is its value date."""

    record: Literal["payment"]
    amount_ore: AmountOre


class Withdrawn(_Message):
    """The Authority has closed the matter, as we withdrew it."""

    record: Literal["withdrawn"]


class Ended(_Message):
    """The Authority, or a court, has ended the matter otherwise."""

    record: Literal["ended"]
    reason: Literal["paid", "no_assets", "dismissed", "not_served", "returned"]
    text: Words = ""


Message = (
    Received | Served | Contested | Transferred | Verdict | Assets | PaidThere | Withdrawn | Ended
)
MESSAGE: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="record")])


def read(stream: BinaryIO, *, name: str) -> tuple[Message, ...]:
    """The file's messages, or a FileRefused that lists everything wrong in any line.

    The same message twice in the file is one; two unlike messages of one name are refused.
    """
    messages: list[Message] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Message] = {}
    text = stream.readline(_LONGEST_LINE).removeprefix(_BYTE_ORDER_MARK)
    line = 0
    while text:
        line += 1
        if text.strip():
            found = _message(text, line)
            if isinstance(found, tuple):
                problems.extend(found)
            else:
                problems.extend(
                    _unlike(found, seen.setdefault((found.creditor, found.message), found))
                )
                messages.append(found)
        text = stream.readline(_LONGEST_LINE)
    if not messages and not problems:
        problems.append(_problem(0, "the file", "–", "a line with a message", "ett meddelande"))
    if problems:
        raise FileRefused(name=name, problems=tuple(problems[:MOST_SHOWN]), count=len(problems))
    return tuple(messages)


def _message(text: bytes, line: int) -> Message | tuple[Problem, ...]:
    try:
        found = MESSAGE.validate_json(text)
    except ValidationError as error:
        return tuple(problems_of(error, line=line, records=RECORDS))
    found.place(line)
    if found.reference is None and found.case_number is None:
        either = ("reference or case_number", "reference eller case_number")
        return (_problem(line, "reference", "–", *either),)
    return found


def _unlike(found: Message, earlier: Message) -> Iterator[Problem]:
    if found.model_dump() != earlier.model_dump():
        once = (
            f"each name for one message; line {earlier.line} has another",
            f"varje namn på ett meddelande; rad {earlier.line} har ett annat",
        )
        yield _problem(found.line, "message", repr(found.message), *once)


def _problem(line: int, field: str, found: str, allowed: str, swedish: str) -> Problem:
    return Problem(line=line, field=field, found=found, allowed=allowed, allowed_swedish=swedish)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one line, for those who write the files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of what the Enforcement Authority tells reskontra",
        **MESSAGE.json_schema(),
    }
