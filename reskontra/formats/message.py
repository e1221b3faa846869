"""A letter for those who carry it otherwise than on paper: what it is, whose, and what to pay.

    {"record": "message", "reference": "0f6c…", "channel": "digital_mailbox", "type": "reminder",
     "subject": "Påminnelse", "recipient": {"identity_number": "…"}, "text": "…", "files": […], …}

One JSON object a file, in UTF-8, beside the PDFs that it names. It is no operator's own format:
each field is one that they all ask for. The one rule: the subject and the text name nobody, since
they may be shown on a locked screen. Amounts are whole öre. The JSON Schema is
docs/generated/schema/message.json.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from reskontra.formats.invoice_records import AmountOre, Code, IdentityText, OcrNumber, Text

Reference = Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
"""Our name of the letter: the same one twice is one letter."""
Subject = Annotated[str, Field(min_length=1, max_length=60)]
FileName = Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]+\.pdf$")]


LetterKind = Literal[
    "invoice",
    "reminder",
    "notice",
    "collection_demand",
    "installment_plan",
    "deferral",
    "apology",
]
PartyWord = Literal["person", "organization", "estate"]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class SenderOfMessage(_Strict):
    """Who writes."""

    code: Code
    name: Text
    organization_number: IdentityText


class RecipientOfMessage(_Strict):
    """Whose it is; the operator knows the box, the address or the number."""

    identity_number: IdentityText
    kind: PartyWord


class FileOfMessage(_Strict):
    """A PDF in the same folder."""

    name: FileName
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PaymentOfMessage(_Strict):
    """What there is to pay, where and by when."""

    bankgiro: Annotated[str, Field(pattern=r"^[0-9]{7,8}$")]
    ocr_number: OcrNumber
    amount_ore: AmountOre
    due_date: date


class Message(_Strict):
    """One letter."""

    record: Literal["message"] = "message"
    reference: Reference
    channel: Code
    type: LetterKind
    date: date
    language: Literal["sv", "en"]
    sender: SenderOfMessage
    recipient: RecipientOfMessage
    subject: Subject
    text: Annotated[str, Field(min_length=1, max_length=600)]
    files: tuple[FileOfMessage, ...] = ()
    """The letter first, then what is enclosed; none with a short text."""
    payment: PaymentOfMessage | None = None


def write(message: Message) -> str:
    """The file's text."""
    return message.model_dump_json(indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one file, for those who read them."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Message.model_json_schema(),
        "title": "A letter that goes otherwise than on paper",
    }


def read(text: str) -> Message:
    """What `write` wrote; refused by the model when it is anything else."""
    return Message.model_validate_json(text)
