"""The messages of those who collect for us, as they came: placed, waiting or set aside.

    key = keep(cursor, NewMessage(creditor=1, agency="…", message="4711", ...))
    note(cursor, key, outcome=WAITING, reason="no claim has the reference …", day=today)

A message is kept once; the latest note of a message says where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.enforcement import AUTHORITY

PLACED, WAITING, SET_ASIDE = "placed", "waiting", "set_aside"
AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """A message to be kept."""

    creditor: int
    agency: str
    message: str
    kind: str
    data: str
    file: str
    line: int
    received_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A message that waits, and why."""

    key: int
    creditor: str
    agency: str
    message: str
    kind: str
    data: str
    file: str
    line: int
    reason: str
    """Empty when nobody has looked at it yet."""


def keep(cursor: CursorWrapper, new: NewMessage) -> str | None:
    """Keep the message; the words of the one known by its name before, or None when it is new."""
    cursor.execute(
        "INSERT INTO agency_message (creditor_id, agency, message, kind, data, file, line,"
        " received_date) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [
            new.creditor,
            new.agency,
            new.message,
            new.kind,
            new.data,
            new.file,
            new.line,
            new.received_date,
        ],
    )
    if cursor.rowcount == 1:
        return None
    cursor.execute(
        "SELECT data FROM agency_message WHERE creditor_id = %s AND agency = %s AND message = %s",
        [new.creditor, new.agency, new.message],
    )
    return str(cursor.fetchone()[0])


def note(
    cursor: CursorWrapper, key: int, *, outcome: str, reason: str, day: date, by: str = AGENCY
) -> None:
    """Say what has become of the message."""
    cursor.execute(
        "INSERT INTO agency_message_note (agency_message_id, outcome, reason, decided_by, day)"
        " VALUES (%s, %s, %s, %s, %s)",
        [key, outcome, reason, by, day],
    )


_WAITING = """
    SELECT m.id, c.code, m.agency, m.message, m.kind, m.data, m.file, m.line,
           coalesce(n.reason, '')
    FROM agency_message m JOIN creditor c ON c.id = m.creditor_id
    LEFT JOIN LATERAL (SELECT outcome, reason FROM agency_message_note
                       WHERE agency_message_id = m.id ORDER BY id DESC LIMIT 1) n ON true
    WHERE (n.outcome IS NULL OR n.outcome = 'waiting')
"""


def waiting(cursor: CursorWrapper) -> list[Kept]:
    """The agencies' messages that are neither placed nor set aside, in the order that they came."""
    cursor.execute(f"{_WAITING} AND m.agency <> %s ORDER BY m.id", [AUTHORITY])
    return _kept(cursor)


def from_authority(cursor: CursorWrapper) -> list[Kept]:
    """Those of the Enforcement Authority."""
    cursor.execute(f"{_WAITING} AND m.agency = %s ORDER BY m.id", [AUTHORITY])
    return _kept(cursor)


def _kept(cursor: CursorWrapper) -> list[Kept]:
    return [
        Kept(
            key=row[0],
            creditor=row[1],
            agency=row[2],
            message=row[3],
            kind=row[4],
            data=row[5],
            file=row[6],
            line=row[7],
            reason=row[8],
        )
        for row in cursor.fetchall()
    ]


def lock_all(cursor: CursorWrapper) -> None:
    """Let one process at a time place messages, until the transaction ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext('agency_message'))")
