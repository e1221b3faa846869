"""What lies beside a letter: the copies that it encloses, and the copies of it for others.

    enclosed(cursor, letter, policy=policy)  -> {"0f6c….invoice_1003.pdf": b"%PDF-…"}
    copies(letter, creditor)                 -> {"0f6c….copy_social_services.pdf": b"%PDF-…"}
    for_reader(letter, reader)               -> b"%PDF-…", of one who stands for the party

The one rule: a copy is a letter of its own, to its reader's address, and says that it is a copy;
where no address is known a person finds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.letter import (
    Addressee,
    WithWords,
    from_json,
    to_json,
)
from reskontra.domain.rules import Address, Creditor, Policy
from reskontra.domain.texts import Texts
from reskontra.outgoing import rendering
from reskontra.outgoing.documents import invoice_copy
from reskontra.records import files, letters
from reskontra.records.letters import Unsent
from reskontra.records.readers import Reader

INVOICE_COPIES = "invoice_copies"
REMINDER_COPIES = "reminder_copies"
SERVED_ROLES = {True: "second_guardian", False: "representative"}
"""The role that somebody is who gets a letter instead of its party, or a copy."""
COPY = Texts(
    sv="Det här är en kopia, för kännedom, av ett brev till {name}.",
    en="This is a copy, for your information, of a letter to {name}.",
)


def enclosed(cursor: CursorWrapper, letter: Unsent, *, policy: Policy) -> dict[str, bytes]:
    """The PDFs that go with the letter, by their names beside it; forms are the printer's own."""
    return {f"{letter.public_id}.{name}.pdf": pdf for name, pdf in _copied(cursor, letter, policy)}


def _copied(cursor: CursorWrapper, letter: Unsent, policy: Policy) -> Iterator[tuple[str, bytes]]:
    if INVOICE_COPIES in letter.encloses:
        for number, key in letters.invoices_of(cursor, letter=letter.letter):
            yield (
                f"invoice_{number}",
                invoice_copy(
                    cursor, invoice=key, party=letter.party, today=letter.day, policy=policy
                ),
            )
    if REMINDER_COPIES in letter.encloses:
        for place, key in enumerate(letters.reminders_before(cursor, letter=letter.letter), 1):
            yield f"reminder_{place}", _as_sent(cursor, key)


def _as_sent(cursor: CursorWrapper, key: int) -> bytes:
    sent = letters.stored(cursor, letter=key)
    if sent.digest:
        return files.read(sent.digest)
    return rendering.render(template=sent.template, language=sent.language, data_json=sent.data)


def address_of(role: str, creditor: Creditor) -> Address | None:
    """Where copies go to somebody who is the same for every invoice; None when nobody has said."""
    return creditor.addresses.get(role)


def copies(letter: Unsent, creditor: Creditor) -> dict[str, bytes]:
    """The copies whose readers' addresses are known; none of a letter to a protected identity."""
    if letter.protected:
        return {}
    addresses = {role: address_of(role, creditor) for role in letter.copies_to}
    return {
        f"{letter.public_id}.copy_{role}.pdf": _copy_for(address, letter)
        for role, address in addresses.items()
        if address is not None
    }


def name_for(reader: Reader, public_id: UUID) -> str:
    """The file of the letter of one who stands for its party, beside the letter itself."""
    return f"{public_id}.copy_representative_{reader.position}.pdf"


def for_reader(letter: Unsent, reader: Reader) -> bytes:
    """The letter to one who stands for its party: the same, or a copy that says that it is one."""
    return _addressed_to(reader.addressee, letter, as_copy=not reader.instead)


def _copy_for(address: Address, letter: Unsent) -> bytes:
    addressee = Addressee(name=address.name, address_lines=address.address_lines)
    return _addressed_to(addressee, letter, as_copy=True)


def _addressed_to(addressee: Addressee, letter: Unsent, *, as_copy: bool) -> bytes:
    """Rendered for another reader; an invoice and a plan have no room to say that it is a copy."""
    said = from_json(letter.data)
    if as_copy and isinstance(said, WithWords):
        told = COPY.say(said.language).format(name=said.addressee.name)
        said = replace(said, paragraphs=(told, *said.paragraphs))
    return rendering.render(
        template=letter.template,
        language=letter.language,
        data_json=to_json(replace(said, addressee=addressee)),
    )


def by_hand(letter: Unsent, creditor: Creditor, readers: Collection[Reader]) -> tuple[str, ...]:
    """Who is to get a copy that a person must address."""
    served = {SERVED_ROLES[each.instead] for each in readers}
    return tuple(
        role
        for role in letter.copies_to
        if role not in served and (letter.protected or address_of(role, creditor) is None)
    )
