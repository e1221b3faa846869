"""What a collection agency tells us: JSON Lines, one message a line, in UTF-8.

    {"record": "registered", "message": "m1", "reference": "0f6c…", "case_number": "77", …}
    {"record": "payment", "message": "m2", "case_number": "77", "principal_ore": 30000, …}
    {"record": "closed", "message": "m3", "case_number": "77", "reason": "paid", …}
    {"record": "payout", "message": "m4", "amount_ore": 30000, "payment_reference": "U7", …}

The one rule: every message has a name of its own, and says which claim it is about by our
reference or by the agency's case number, if it is about one; so files may come in any order, and
twice. A file is taken whole or not at all. The JSON Schema is
docs/generated/schema/agency_return.json.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, TypeAdapter, ValidationError

from reskontra.formats.agency_case import Reference, Words
from reskontra.formats.invoice_problems import problems_of
from reskontra.formats.invoice_records import Code, OcrNumber, Text
from reskontra.formats.problems import MOST_SHOWN, FileRefused, Problem

RECORDS = (
    *("registered", "demand", "assessment", "cost", "payment", "taken_back", "step", "state"),
    *("closed", "payout"),
)
_LONGEST_LINE = 100_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MOST_ORE = 10**13

CaseNumber = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z/_-]{0,39}$")]
MessageName = Annotated[str, Field(pattern=r"^[0-9A-Za-z_.:-]{1,80}$")]
PartOre = Annotated[int, Field(ge=0, le=_MOST_ORE)]


class _Message(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    creditor: Code
    agency: Text
    message: MessageName
    """The agency's own name of the message, never used again."""
    reference: Reference | None = None
    """Ours, from the case file."""
    case_number: CaseNumber | None = None
    """The agency's; one of the two is needed."""
    date: date
    _line: int = PrivateAttr(default=0)

    @property
    def line(self) -> int:
        """The message's line in its file, from 1."""
        return self._line

    def place(self, line: int) -> None:
        """Tell the message where it stands."""
        self._line = line

    def problems(self) -> Iterator[Problem]:
        """What the message's own fields contradict in each other."""
        if self.reference is None and self.case_number is None:
            yield self._problem(
                "reference", "–", "reference or case_number", "reference eller case_number"
            )

    def _problem(self, field: str, found: str, allowed: str, swedish: str) -> Problem:
        return Problem(
            line=self.line, field=field, found=found, allowed=allowed, allowed_swedish=swedish
        )


class Registered(_Message):
    """The agency has taken the claim; the OCR number is what the debtor pays it with."""

    record: Literal["registered"]
    case_number: CaseNumber
    ocr_number: OcrNumber


class Demand(_Message):
    """The agency has sent its collection demand on the day `date`."""

    record: Literal["demand"]
    pay_by: date

    def problems(self) -> Iterator[Problem]:
        """A last day to pay before the demand itself."""
        yield from super().problems()
        if self.pay_by < self.date:
            yield self._problem(
                "pay_by",
                f"{self.pay_by}",
                f"{self.date} or later",
                f"{self.date} eller senare",
            )


class Assessment(_Message):
    """The agency's view of the ability to pay, and the course that it takes."""

    record: Literal["assessment"]
    ability: Literal["good", "weak", "none", "unknown"]
    course: Literal["demand", "installment_plan", "order_to_pay", "monitoring", "give_up"]
    text: Words = ""


class Cost(_Message):
    """What the agency has added to the claim; the creditor never owns it."""

    record: Literal["cost"]
    cost_ore: PartOre = 0
    interest_ore: PartOre = 0


class PaidThere(_Message):
    """Money that was paid to the agency, part by part; `date` is its value date."""

    record: Literal["payment"]
    principal_ore: PartOre = 0
    interest_ore: PartOre = 0
    fee_ore: PartOre = 0
    agency_ore: PartOre = 0
    """What of it the agency keeps for its own costs and interest."""

    @property
    def total_ore(self) -> int:
        """Everything that was paid."""
        return self.principal_ore + self.interest_ore + self.fee_ore + self.agency_ore

    def problems(self) -> Iterator[Problem]:
        """A payment of nothing."""
        yield from super().problems()
        if self.total_ore == 0:
            yield self._problem("principal_ore", "0", "an amount above 0", "ett belopp över 0")


class TakenBack(_Message):
    """A payment there has been taken back from the agency, whole, as by a bank."""

    record: Literal["taken_back"]
    payment: MessageName
    """The name of the message that told of the payment."""


class Payout(_Message):
    """The agency pays us what it has received; about no claim of its own."""

    record: Literal["payout"]
    of: Literal["collected", "sold"] = "collected"
    """Money that debtors have paid there, or the price of claims that the agency has bought."""
    amount_ore: PartOre
    """What comes to our bank account."""
    kept_ore: PartOre = 0
    """What the agency has kept for its work, or what its price is below the claims."""
    payment_reference: Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z/_-]{0,34}$")]
    """What the payment to the bank is marked with, as a word of its own."""

    def problems(self) -> Iterator[Problem]:
        """A claim, or nothing to pay out."""
        if self.reference is not None or self.case_number is not None:
            yield self._problem("reference", "a claim", "no claim", "ingen fordran")
        if self.amount_ore + self.kept_ore == 0:
            yield self._problem("amount_ore", "0", "an amount above 0", "ett belopp över 0")


class Performed(_Message):
    """The agency has performed another step of the procedure, by its name there."""

    record: Literal["step"]
    step: Code
    text: Words = ""


class State(_Message):
    """Where the agency's own case stands, in its words."""

    record: Literal["state"]
    text: Text


class Closed(_Message):
    """The agency has ended the case. `withdrawn` confirms a recall."""

    record: Literal["closed"]
    reason: Literal["paid", "withdrawn", "uncollectable", "returned"]
    text: Words = ""


AboutClaim = (
    Registered | Demand | Assessment | Cost | PaidThere | TakenBack | Performed | State | Closed
)
Message = AboutClaim | Payout
MESSAGE: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="record")])


def read(stream: BinaryIO, *, name: str) -> tuple[Message, ...]:
    """The file's messages, or a FileRefused that lists everything wrong in any line.

    The same message twice in the file is one; two unlike messages of one name are refused.
    """
    messages: list[Message] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str, str], Message] = {}
    text = stream.readline(_LONGEST_LINE).removeprefix(_BYTE_ORDER_MARK)
    line = 0
    while text:
        line += 1
        if text.strip():
            found = _message(text, line)
            if isinstance(found, tuple):
                problems.extend(found)
            else:
                key = (found.creditor, found.agency, found.message)
                problems.extend(_unlike(found, seen.setdefault(key, found)))
                messages.append(found)
        text = stream.readline(_LONGEST_LINE)
    if not messages and not problems:
        problems.append(_nothing())
    if problems:
        raise FileRefused(name=name, problems=tuple(problems[:MOST_SHOWN]), count=len(problems))
    return tuple(messages)


def _message(text: bytes, line: int) -> Message | tuple[Problem, ...]:
    try:
        found = MESSAGE.validate_json(text)
    except ValidationError as error:
        return tuple(problems_of(error, line=line, records=RECORDS))
    found.place(line)
    return tuple(found.problems()) or found


def _unlike(found: Message, earlier: Message) -> Iterator[Problem]:
    if found.model_dump() != earlier.model_dump():
        yield Problem(
            line=found.line,
            field="message",
            found=repr(found.message),
            allowed=f"each name for one message; line {earlier.line} has another",
            allowed_swedish=f"varje namn på ett meddelande; rad {earlier.line} har ett annat",
        )


def _nothing() -> Problem:
    return Problem(
        line=0,
        field="the file",
        found="–",
        allowed="at least one line with a message",
        allowed_swedish="minst en rad med ett meddelande",
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one line, for those who write the files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of what a collection agency tells reskontra",
        **MESSAGE.json_schema(),
    }
