"""Parts that are billed apart become invoices of their own, each with its letter.

    record(cursor, plan, night, recipients)

The amount is credited on the invoice that it comes from, the same day and with the new number as
its reason. The one rule: nobody owes the part twice, and its interest goes on from its first day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db.backends.utils import CursorWrapper

from reskontra.domain.debtors import owing
from reskontra.domain.dunning import first_look
from reskontra.domain.identity import ocr_number
from reskontra.domain.ledger import EntryKind
from reskontra.domain.letter import to_json
from reskontra.domain.night import Plan
from reskontra.domain.part_apart import PartDue
from reskontra.domain.rules import Part
from reskontra.domain.scope import AsBilled
from reskontra.dunning import words
from reskontra.dunning.run_frame import Night
from reskontra.records import invoices, letters
from reskontra.records.debtors import NewDebtor
from reskontra.records.invoices import NewInvoice, NewLine
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.parties import Recipient
from reskontra.records.post import Occasion, post, taken_off

_OCR_PLACES_END = 100
"""Steps count from 1 in the last two digits of our own OCR numbers, and parts down from 99."""


def record(
    cursor: CursorWrapper, plan: Plan, night: Night, recipients: Mapping[int, Recipient]
) -> None:
    """Add the plan's parts as invoices with their letters, and credit them where they were."""
    if not plan.parts:
        return
    new = [_invoice(due, night, recipients[due.claim.party]) for due in plan.parts]
    cause = f"made in the run of {night.day}"
    ids = invoices.add(cursor, new, day=night.day, file=None, cause=cause)
    pairs = list(zip(ids, plan.parts, new, strict=True))
    letters.add(
        cursor,
        [
            _letter(key, due, invoice, night, party, recipients[party])
            for key, due, invoice in pairs
            for party in owing(due.claim)
        ],
    )
    post(
        cursor,
        [
            taken_off(
                Occasion(
                    creditor=invoice.creditor,
                    value_date=night.day,
                    booking_date=night.day,
                    cause=words.moved_to(invoice.number, recipients[due.claim.party]),
                ),
                kind=EntryKind.CREDIT,
                part=Part.PRINCIPAL,
                amount_ore=due.amount_ore,
                invoice=due.claim.key,
            )
            for _, due, invoice in pairs
        ],
    )


def _invoice(due: PartDue, night: Night, recipient: Recipient) -> NewInvoice:
    claim = due.claim
    creditor = night.policy.creditors[claim.creditor]
    service = claim.kind if claim.kind in claim.services else min(claim.services)
    text = words.part_line(claim, recipient.language)
    billed = AsBilled(
        kind=claim.kind,
        debtor=claim.debtor,
        invoice_date=night.day,
        due_date=due.due_date,
        services=frozenset({service}),
        department=claim.department,
        facility=claim.facility,
        marks=claim.marks,
    )
    place = _OCR_PLACES_END - due.hold.place
    return NewInvoice(
        creditor=night.creditors[claim.creditor],
        party=claim.party,
        number=due.number,
        ocr_number=ocr_number(f"{creditor.ocr_series}{claim.key}{place:02d}"),
        kind=claim.kind,
        department=claim.department,
        our_reference="",
        invoice_date=night.day,
        due_date=due.due_date,
        total_ore=due.amount_ore,
        lines=(NewLine(text, service, due.amount_ore, 0),),
        look_on=first_look(creditor, billed, today=night.day),
        part_of_hold=due.hold.key,
        marks=tuple(sorted(claim.marks)),
        facility=claim.facility,
        others=tuple(NewDebtor(party=party) for party in owing(claim) if party != claim.party),
    )


def _letter(
    key: int,
    due: PartDue,
    invoice: NewInvoice,
    night: Night,
    party: int,
    recipient: Recipient,
) -> NewLetter:
    text = words.part_line(due.claim, recipient.language)
    lines = tuple(replace(line, text=text) for line in invoice.lines)
    data = words.own_invoice(
        replace(invoice, lines=lines),
        calculation=(),
        terms=words.part_terms(due, recipient.language),
        sender=night.senders[due.claim.creditor],
        recipient=recipient,
    )
    return NewLetter(
        key=f"invoice:{key}" if party == invoice.party else f"invoice:{key}:{party}",
        creditor=invoice.creditor,
        party=party,
        template="invoice",
        language=data.language,
        day=night.day,
        pay_by=invoice.due_date,
        total_ore=invoice.total_ore,
        ocr_number=invoice.ocr_number,
        data=to_json(data),
        claims=(NewLetterClaim(key, True, invoice.total_ore),),
    )
