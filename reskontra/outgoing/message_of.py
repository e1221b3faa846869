"""The message of a letter that goes otherwise than on paper, with its short text.

    message_of(letter, creditor, files={"0f6c….pdf": b"%PDF-…"})

The one rule: a text says who writes and what is to be paid, and nothing of what is owed for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import cast

from reskontra.domain.identity import parse_bankgiro
from reskontra.domain.letter import (
    ApologyLetter,
    CollectionDemandLetter,
    DeferralLetter,
    InstallmentPlanLetter,
    InvoiceLetter,
    Letter,
    NoticeLetter,
    ReminderLetter,
    from_json,
    kind_of,
)
from reskontra.domain.money import format_kronor
from reskontra.domain.rules import Creditor
from reskontra.domain.texts import Texts
from reskontra.formats.message import (
    FileOfMessage,
    LetterKind,
    Message,
    PartyWord,
    PaymentOfMessage,
    RecipientOfMessage,
    SenderOfMessage,
)
from reskontra.records.letters import Unsent

SUBJECTS = {
    ReminderLetter: Texts(sv="Påminnelse om betalning", en="Payment reminder"),
    InvoiceLetter: Texts(sv="Faktura", en="Invoice"),
    NoticeLetter: Texts(sv="Meddelande", en="Notice"),
    CollectionDemandLetter: Texts(sv="Inkassokrav", en="Collection demand"),
    InstallmentPlanLetter: Texts(sv="Avbetalningsplan", en="Installment plan"),
    DeferralLetter: Texts(sv="Du får anstånd", en="More time to pay"),
    ApologyLetter: Texts(sv="Vi ber om ursäkt", en="We apologize"),
}
TOLD = Texts(
    sv="{sender}: {subject}. Du kan läsa brevet i e-tjänsten Mina fakturor.",
    en="{sender}: {subject}. You can read the letter in the e-service Mina fakturor.",
)
TO_PAY = Texts(
    sv="{sender}: {subject}. Betala {amount} kr senast {day} till bankgiro {bankgiro}, "
    "OCR-nummer {ocr}. Du kan läsa brevet i e-tjänsten Mina fakturor.",
    en="{sender}: {subject}. Pay SEK {amount} by {day} to bankgiro {bankgiro}, OCR number {ocr}. "
    "You can read the letter in the e-service Mina fakturor.",
)


def message_of(letter: Unsent, creditor: Creditor, *, files: Mapping[str, bytes]) -> Message:
    """What is told of the letter; `files` are the PDFs beside it by name, the letter first."""
    said = from_json(letter.data)
    payment = _payment(said)
    return Message(
        reference=str(letter.public_id),
        channel=letter.channel,
        type=cast(LetterKind, kind_of(said)),
        date=letter.day,
        language=said.language,
        sender=SenderOfMessage(
            code=creditor.code,
            name=creditor.name,
            organization_number=creditor.organization_number,
        ),
        recipient=RecipientOfMessage(
            identity_number=letter.identity_number, kind=cast(PartyWord, letter.kind)
        ),
        subject=SUBJECTS[type(said)].say(said.language),
        text=_text(said, payment),
        files=tuple(
            FileOfMessage(name=name, sha256=hashlib.sha256(pdf).hexdigest())
            for name, pdf in files.items()
        ),
        payment=payment,
    )


def _payment(letter: Letter) -> PaymentOfMessage | None:
    last = letter.due_date if isinstance(letter, InvoiceLetter) else letter.pay_by
    if last is None or not letter.total_ore:
        return None
    return PaymentOfMessage(
        bankgiro=parse_bankgiro(letter.sender.bankgiro),
        ocr_number=letter.ocr_number,
        amount_ore=letter.total_ore,
        due_date=last,
    )


def _text(letter: Letter, payment: PaymentOfMessage | None) -> str:
    language = letter.language
    subject = SUBJECTS[type(letter)].say(language)
    if payment is None:
        return TOLD.say(language).format(sender=letter.sender.name, subject=subject)
    return TO_PAY.say(language).format(
        sender=letter.sender.name,
        subject=subject,
        amount=format_kronor(payment.amount_ore, language=language),
        day=payment.due_date,
        bankgiro=letter.sender.bankgiro,
        ocr=payment.ocr_number,
    )
