"""The letters that left on a day, as those who carry them need them.

    printed_on(cursor, day=date(2025, 4, 9))  -> [Printed(template="reminder", name=…), …]

Reads only. The one rule: a letter is carried to whom it is addressed, who may be another than its
party; see `readers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.records import readers
from reskontra.records.readers import Reader


@dataclass(frozen=True, slots=True)
class Printed:
    """A letter in a day's folder."""

    public_id: UUID
    creditor: str
    template: str
    language: str
    name: str
    address_lines: tuple[str, ...]
    protected: bool
    size_bytes: int
    enclosures: tuple[str, ...]
    """What the letter says is sent along with it."""
    copies_to: tuple[str, ...]
    """Who the letter says gets a copy."""
    channel: str
    copied_roles: tuple[str, ...]
    """The roles that those are."""
    readers: tuple[Reader, ...]
    """Who gets one of their own besides, because they stand for the party."""


def last_printed_day(cursor: CursorWrapper, *, until: date) -> date | None:
    """The last day, up to the given one, on which a letter left."""
    cursor.execute(
        """SELECT e.day FROM letter_event e WHERE e.state IN ('printed', 'sent') AND e.day <= %s
           ORDER BY e.letter_id DESC LIMIT 1""",
        [until],
    )
    row = cursor.fetchone()
    return None if row is None else row[0]


def printed_on(cursor: CursorWrapper, *, day: date) -> list[Printed]:
    """The letters that left on a day."""
    cursor.execute(
        """SELECT l.public_id, c.code, l.template, l.language, coalesce(to_.name, p.name),
                  coalesce(to_.address_lines, p.address_lines),
                  coalesce(to_.protected, p.protected_identity), coalesce(f.size_bytes, 0),
                  array(SELECT jsonb_array_elements_text(l.data::jsonb -> 'enclosures')),
                  array(SELECT jsonb_array_elements_text(l.data::jsonb -> 'copies_to')),
                  l.channel, l.copies_to, l.id
           FROM letter_event e JOIN letter l ON l.id = e.letter_id
           LEFT JOIN letter_file f ON f.letter_id = l.id
           JOIN creditor c ON c.id = l.creditor_id JOIN party p ON p.id = l.party_id
           LEFT JOIN letter_reader to_ ON to_.letter_id = l.id AND to_.position = 0
           WHERE e.state IN ('printed', 'sent') AND e.day = %s ORDER BY l.id""",
        [day],
    )
    rows = cursor.fetchall()
    others = readers.besides(cursor, [row[12] for row in rows])
    return [
        Printed(
            public_id=row[0],
            creditor=row[1],
            template=row[2],
            language=row[3],
            name=row[4],
            address_lines=tuple(row[5]),
            protected=row[6],
            size_bytes=row[7],
            enclosures=tuple(row[8]),
            copies_to=tuple(row[9]),
            channel=row[10],
            copied_roles=tuple(row[11]),
            readers=others.get(row[12], ()),
        )
        for row in rows
    ]
