"""The PDF that somebody asks to see: made the first time it is asked for, and then kept.

    invoice_pdf(citizen=citizen, public_id=..., today=..., policy=policy)
    letter_pdf(citizen=citizen, public_id=...)

Everything is read as the citizen who asks, so nobody else's document can be reached.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.identity import format_bankgiro
from reskontra.domain.letter import Addressee, InvoiceLetter, InvoiceLine, Sender, to_json
from reskontra.domain.rules import Policy
from reskontra.outgoing import rendering
from reskontra.records import access, files, letters
from reskontra.records.detail import detail_of
from reskontra.records.parties import Recipient, recipients
from reskontra.records.views import Citizen, InvoiceDetail


def letter_pdf(*, citizen: Citizen, public_id: UUID) -> bytes:
    """The PDF of a letter to the citizen; refused (NotYours) when it is not to them."""
    key, _, _ = access.letter(citizen=citizen, public_id=public_id)
    return _pdf(citizen, key)


def invoice_pdf(*, citizen: Citizen, public_id: UUID, today: date, policy: Policy) -> bytes:
    """The invoice as it was sent to us, or else as we make it from its rows."""
    key, brought = access.invoice_document(
        citizen=citizen, public_id=public_id, today=today, policy=policy
    )
    if brought:
        return files.read(brought)
    with access.as_party(citizen) as cursor:
        document = letters.invoice_document(cursor, invoice=key)
    if document is None:
        detail = access.invoice(citizen=citizen, public_id=public_id, today=today, policy=policy)
        document = _make(citizen, key, detail, policy)
    return _pdf(citizen, document)


def invoice_copy(
    cursor: CursorWrapper, *, invoice: int, party: int, today: date, policy: Policy
) -> bytes:
    """The same document for those who collect the claim from the party, who owes it.

    Nothing is kept of one made for them. What names another than the party is not given out.
    """
    cursor.execute("SELECT party_id, pdf_digest FROM invoice WHERE id = %s", [invoice])
    addressed_to, brought = cursor.fetchone()
    if addressed_to == party and brought:
        return files.read(brought)
    document = letters.invoice_document(cursor, invoice=invoice)
    if addressed_to == party and document is not None:
        letter = letters.stored(cursor, letter=document)
        if letter.digest:
            return files.read(letter.digest)
        template, language, data = letter.template, letter.language, letter.data
    else:
        detail = detail_of(cursor, invoice, today=today, asking=())
        made = _invoice_letter(detail, policy, recipients(cursor, [party])[party])
        template, language, data = "invoice", made.language, to_json(made)
    return rendering.render(template=template, language=language, data_json=data)


def letter_copy(cursor: CursorWrapper, *, letter: int) -> bytes:
    """The letter as it was sent, for staff; nothing is kept of one that has not been made yet."""
    found = letters.stored(cursor, letter=letter)
    if found.digest:
        return files.read(found.digest)
    return rendering.render(template=found.template, language=found.language, data_json=found.data)


def _make(citizen: Citizen, invoice: int, detail: InvoiceDetail, policy: Policy) -> int:
    with access.as_party(citizen) as cursor:
        recipient = access.recipient(cursor)
        letter = _invoice_letter(detail, policy, recipient)
        letters.add_invoice_document(
            cursor, invoice=invoice, language=letter.language, data=to_json(letter)
        )
        document = letters.invoice_document(cursor, invoice=invoice)
    assert document is not None
    return document


def _invoice_letter(detail: InvoiceDetail, policy: Policy, recipient: Recipient) -> InvoiceLetter:
    creditor = policy.creditors[detail.row.creditor]
    department = creditor.department(detail.row.department)
    language = recipient.language
    contact = department.contact if department else creditor.contact
    return InvoiceLetter(
        invoice_number=detail.row.number,
        ocr_number=detail.ocr_number,
        invoice_date=detail.row.invoice_date,
        due_date=detail.row.due_date,
        department=department.name.say(language) if department else "",
        our_reference=detail.our_reference,
        sender=Sender(
            name=creditor.name,
            organization_number=creditor.organization_number,
            address_lines=creditor.address_lines,
            contact_name=contact.name,
            phone=contact.phone,
            email=contact.email,
            website=contact.website,
            bankgiro=format_bankgiro(creditor.bankgiro),
        ),
        addressee=Addressee(
            name=recipient.name,
            address_lines=() if recipient.protected_identity else recipient.address_lines,
        ),
        lines=tuple(
            InvoiceLine(text=line.text, amount_ore=line.amount_ore, vat_ore=line.vat_ore)
            for line in detail.lines
        ),
        total_ore=detail.row.billed_ore,
        language="en" if language == "en" else "sv",
    )


def _pdf(citizen: Citizen, key: int) -> bytes:
    with access.as_party(citizen) as cursor:
        letter = letters.stored(cursor, letter=key)
        if letter.digest:
            return files.read(letter.digest)
        pdf = rendering.render(
            template=letter.template, language=letter.language, data_json=letter.data
        )
        letters.add_file(
            cursor,
            letter=key,
            digest=files.keep(pdf),
            template_digest=rendering.template_digest(letter.template, letter.language),
            size_bytes=len(pdf),
        )
    return pdf
