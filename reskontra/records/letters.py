"""Letters are added with their data and the invoices they speak for; their PDF comes later.

ids = add(cursor, [NewLetter(key="water_company:17:reminder:2025-04-09", ...)])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.records import bulk, letters_waiting, readers

INVOICE, INSTALLMENT_PLAN, DEFERRAL = "invoice", "installment_plan", "deferral"
PAID_BY_ANOTHERS_NUMBER = (INVOICE, INSTALLMENT_PLAN, DEFERRAL)
"""Letters whose OCR number is that of an invoice, or of a part of a plan."""


@dataclass(frozen=True, slots=True)
class NewLetterClaim:
    """An invoice that a letter speaks for; not `taken` when it is only listed."""

    invoice: int
    taken: bool
    open_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter to be. `data` is JSON; an OCR number of its own makes it payable as a whole."""

    key: str
    creditor: int
    party: int
    template: str
    language: str
    day: date
    pay_by: date | None
    total_ore: int
    ocr_number: str
    data: str
    claims: tuple[NewLetterClaim, ...]
    channel: str = "letter"
    passed_channels: tuple[str, ...] = ()
    encloses: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    resends: int | None = None
    """The letter that came back, when this one is sent instead of it."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """A letter that has not left, with what its claims owe now."""

    letter: int
    public_id: UUID
    party: int
    template: str
    language: str
    day: date
    data: str
    total_ore: int
    protected: bool
    owed_then_ore: int
    owed_now_ore: int
    """Of the claims whose step was taken by the letter, without what is disputed of them."""
    digest: str
    """Of its PDF, when it has been made."""
    creditor: str
    channel: str
    encloses: tuple[str, ...]
    copies_to: tuple[str, ...]
    identity_number: str
    kind: str
    sent_again: bool = False
    """It is sent instead of one that came back."""
    read_by_another: bool = False
    """It is addressed to somebody who stands for its party."""
    address_unknown: bool = False
    """Nobody knows where its party lives."""


def add(cursor: CursorWrapper, letters: Sequence[NewLetter]) -> list[int]:
    """Add the letters to be printed, each to whoever reads it; their ids, in order."""
    ids = bulk.new_ids(cursor, "letter", len(letters))
    addressed = list(zip(ids, readers.addressed(cursor, letters), strict=True))
    pairs = [(key, each.letter) for key, each in addressed]
    bulk.insert(cursor, "letter", _COLUMNS, (_row(key, letter) for key, letter in pairs))
    letters_waiting.add(cursor, ids)
    bulk.insert(
        cursor,
        "letter_claim",
        ("letter_id", "invoice_id", "party_id", "step_taken", "open_ore"),
        (
            (key, claim.invoice, letter.party, claim.taken, claim.open_ore)
            for key, letter in pairs
            for claim in letter.claims
        ),
    )
    readers.add(cursor, addressed)
    # Such a number stands for its invoice or part already; a letter that is sent again has the
    # number that it had.
    bulk.insert(
        cursor,
        "payment_reference",
        ("creditor_id", "ocr_number", "letter_id"),
        (
            (letter.creditor, letter.ocr_number, key)
            for key, letter in pairs
            if letter.template not in PAID_BY_ANOTHERS_NUMBER and letter.resends is None
        ),
    )
    return ids


_COLUMNS = (
    *("id", "key", "creditor_id", "party_id", "template", "language", "day", "pay_by"),
    *("total_ore", "ocr_number", "sent_to_print", "data", "channel", "passed_channels"),
    *("encloses", "copies_to", "resends_id"),
)


def _row(key: int, letter: NewLetter) -> tuple[object, ...]:
    return (
        key,
        letter.key,
        letter.creditor,
        letter.party,
        letter.template,
        letter.language,
        letter.day,
        letter.pay_by,
        letter.total_ore,
        letter.ocr_number,
        True,
        letter.data,
        letter.channel,
        list(letter.passed_channels),
        list(letter.encloses),
        list(letter.copies_to),
        letter.resends,
    )


def unsent(cursor: CursorWrapper, *, until: date, after: int, limit: int) -> list[Unsent]:
    """Letters written up to the day that have neither left nor been stopped, oldest first.

    `after` is the id of the last letter of the batch before, 0 for the first batch: a letter that
    fails stays unsent, and is tried once a time that letters leave.
    """
    cursor.execute(
        """SELECT l.id, l.public_id, l.party_id, l.template, l.language, l.day, l.data,
                  l.total_ore, p.protected_identity OR EXISTS (
                      SELECT 1 FROM letter_reader r
                      WHERE r.letter_id = l.id AND r.position = 0 AND r.protected),
                  coalesce(sum(lc.open_ore) FILTER (WHERE lc.step_taken), 0)::bigint,
                  coalesce(sum(s.open_ore - least(s.open_ore, held.ore))
                           FILTER (WHERE lc.step_taken), 0)::bigint,
                  coalesce(f.digest, ''), c.code, l.channel, l.encloses, l.copies_to,
                  p.identity_number, p.kind, l.resends_id IS NOT NULL, EXISTS (
                      SELECT 1 FROM letter_reader r WHERE r.letter_id = l.id AND r.position = 0),
                  EXISTS (SELECT 1 FROM hold u WHERE u.party_id = l.party_id
                      AND u.invoice_id IS NULL AND u.kind = 'unknown_address'
                      AND u.first_day <= %(until)s
                      AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = u.id))
           FROM letter_waiting w
           JOIN letter l ON l.id = w.letter_id
           JOIN creditor c ON c.id = l.creditor_id
           JOIN party p ON p.id = l.party_id
           JOIN letter_claim lc ON lc.letter_id = l.id
           JOIN claim_state s ON s.invoice_id = lc.invoice_id
           LEFT JOIN letter_file f ON f.letter_id = l.id
           CROSS JOIN LATERAL (
               SELECT coalesce(sum(h.amount_ore), 0) AS ore FROM hold h
               WHERE h.invoice_id = lc.invoice_id AND h.amount_ore IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = h.id)
                 AND NOT EXISTS (SELECT 1 FROM invoice WHERE part_of_hold_id = h.id)) held
           WHERE w.waits AND l.day <= %(until)s AND l.id > %(after)s
           GROUP BY l.id, c.id, p.id, f.letter_id
           ORDER BY l.id LIMIT %(limit)s""",
        {"until": until, "after": after, "limit": limit},
    )
    return [_unsent(row) for row in cursor.fetchall()]


def _unsent(row: Sequence[Any]) -> Unsent:
    values: list[Any] = [tuple(each) if isinstance(each, list) else each for each in row]
    return Unsent(*values)


def invoices_of(cursor: CursorWrapper, *, letter: int) -> list[tuple[str, int]]:
    """The numbers and ids of the invoices whose step was taken by the letter."""
    cursor.execute(
        "SELECT i.number, i.id FROM letter_claim lc JOIN invoice i ON i.id = lc.invoice_id"
        " WHERE lc.letter_id = %s AND lc.step_taken ORDER BY i.id",
        [letter],
    )
    return [(number, key) for number, key in cursor.fetchall()]


def reminders_before(cursor: CursorWrapper, *, letter: int) -> list[int]:
    """The reminders written earlier to the same reader for invoices of the letter, oldest first."""
    cursor.execute(
        """SELECT DISTINCT r.id FROM letter_claim mine
           JOIN letter_claim theirs ON theirs.invoice_id = mine.invoice_id AND theirs.step_taken
           JOIN letter r ON r.id = theirs.letter_id AND r.party_id = mine.party_id
           WHERE mine.letter_id = %s AND mine.step_taken AND r.template = 'reminder'
             AND r.id < mine.letter_id ORDER BY r.id""",
        [letter],
    )
    return [key for (key,) in cursor.fetchall()]


def unsent_count(cursor: CursorWrapper, *, until: date) -> int:
    """How many letters have neither left nor been stopped."""
    cursor.execute(
        "SELECT count(*) FROM letter_waiting w JOIN letter l ON l.id = w.letter_id"
        " WHERE w.waits AND l.day <= %s",
        [until],
    )
    return int(cursor.fetchone()[0])


def add_files(cursor: CursorWrapper, rows: Sequence[tuple[int, str, str, int]]) -> None:
    """Note PDFs that have been stored: (letter, digest, template digest, bytes)."""
    bulk.insert(
        cursor,
        "letter_file",
        ("letter_id", "digest", "template_digest", "size_bytes"),
        rows,
        ending="ON CONFLICT (letter_id) DO NOTHING",
    )


def add_events(cursor: CursorWrapper, rows: Sequence[tuple[int, str, date, str]]) -> None:
    """Note which letters are gone: (letter, printed, sent or stopped, day, note)."""
    bulk.insert(cursor, "letter_event", ("letter_id", "state", "day", "note"), rows)
    letters_waiting.over(cursor, [letter for letter, *_ in rows])


def add_failures(cursor: CursorWrapper, rows: Sequence[tuple[int, date, str]]) -> None:
    """Note which letters could not be made: (letter, day, error). Only a day's first is kept."""
    bulk.insert(
        cursor,
        "letter_event",
        ("letter_id", "state", "day", "note"),
        ((letter, "failed", day, error) for letter, day, error in rows),
        ending="ON CONFLICT (letter_id, day) WHERE state = 'failed' DO NOTHING",
    )


@dataclass(frozen=True, slots=True)
class Stored:
    """A letter and its PDF, when that has been made."""

    letter: int
    template: str
    language: str
    data: str
    digest: str


def stored(cursor: CursorWrapper, *, letter: int) -> Stored:
    """The letter with this id, which must exist for the asking role."""
    cursor.execute(
        "SELECT l.id, l.template, l.language, l.data, coalesce(f.digest, '')"
        " FROM letter l LEFT JOIN letter_file f ON f.letter_id = l.id WHERE l.id = %s",
        [letter],
    )
    return Stored(*cursor.fetchone())


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter as it was written, and how it goes."""

    data: str
    creditor: str
    channel: str
    encloses: tuple[str, ...]
    copies_to: tuple[str, ...]
    day: date


def of_step(cursor: CursorWrapper, *, invoice: int, step: str) -> Written | None:
    """The letter by which the step was taken for the invoice, if it has been."""
    cursor.execute(
        """SELECT l.data, c.code, l.channel, l.encloses, l.copies_to, l.day
           FROM step_taken t JOIN letter l ON l.id = t.letter_id
           JOIN creditor c ON c.id = l.creditor_id
           WHERE t.invoice_id = %s AND t.step = %s""",
        [invoice, step],
    )
    for data, creditor, channel, encloses, copies_to, day in cursor.fetchall():
        return Written(
            data=data,
            creditor=creditor,
            channel=channel,
            encloses=tuple(encloses),
            copies_to=tuple(copies_to),
            day=day,
        )
    return None


def invoice_document(cursor: CursorWrapper, *, invoice: int) -> int | None:
    """The letter that is the invoice itself, when we have made one for whoever asks."""
    cursor.execute(
        "SELECT id FROM letter WHERE key IN (%(key)s, %(key)s || ':' || app_party())",
        {"key": f"invoice:{invoice}"},
    )
    row = cursor.fetchone()
    return None if row is None else int(row[0])


def add_invoice_document(cursor: CursorWrapper, *, invoice: int, language: str, data: str) -> None:
    """Keep the document that one who owes the invoice asked to see; it is not sent anywhere."""
    cursor.execute(
        """INSERT INTO letter (key, creditor_id, party_id, template, language, day, pay_by,
                               total_ore, ocr_number, sent_to_print, data, channel,
                               passed_channels, encloses, copies_to)
           SELECT concat_ws(':', 'invoice', id, nullif(app_party(), party_id)), creditor_id,
                  app_party(), 'invoice', %s, invoice_date, due_date,
                  total_ore, ocr_number, false, %s, 'portal', '{}', '{}', '{}'
           FROM invoice WHERE id = %s ON CONFLICT (key) DO NOTHING""",
        [language, data, invoice],
    )


def add_file(
    cursor: CursorWrapper, *, letter: int, digest: str, template_digest: str, size_bytes: int
) -> None:
    """Note one PDF that has been stored."""
    cursor.execute(
        "INSERT INTO letter_file (letter_id, digest, template_digest, size_bytes)"
        " VALUES (%s, %s, %s, %s) ON CONFLICT (letter_id) DO NOTHING",
        [letter, digest, template_digest, size_bytes],
    )
