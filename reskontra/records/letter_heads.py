"""Who writes to whom, as the head of a letter says it.

    sender_of(creditor)     -> Sender(name="Granviks kommun", ...)
    addressee_of(recipient) -> Addressee(name=..., address_lines=())

The one rule: a protected identity leaves the address to a person.
"""

from __future__ import annotations

from reskontra.domain.identity import format_bankgiro
from reskontra.domain.letter import Addressee, Sender
from reskontra.domain.rules import Creditor
from reskontra.records.parties import Recipient


def sender_of(creditor: Creditor) -> Sender:
    """The creditor as the head of a letter."""
    return Sender(
        name=creditor.name,
        organization_number=creditor.organization_number,
        address_lines=creditor.address_lines,
        contact_name=creditor.contact.name,
        phone=creditor.contact.phone,
        email=creditor.contact.email,
        website=creditor.contact.website,
        bankgiro=format_bankgiro(creditor.bankgiro),
    )


def addressee_of(recipient: Recipient) -> Addressee:
    """Whom the letter is for; a protected identity leaves the address to a person."""
    lines = () if recipient.protected_identity else recipient.address_lines
    return Addressee(name=recipient.name, address_lines=lines)
