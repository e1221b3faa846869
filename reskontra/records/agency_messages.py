"""The messages of those who collect for us, as they came: placed, waiting or set aside.

    key = keep(cursor, NewMessage(creditor=1, agency="…", message="4711", ...))
    note(cursor, [Note(message=key, outcome=WAITING, reason="no claim has …")], day=today)

A message is kept once; the latest note of a message says where it stands. Those that wait are
marked apart, so that finding them costs what waits and not what has ever come.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.enforcement import AUTHORITY
from reskontra.records import bulk

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
    placed: bool
    """It is on its claim, and the step that it tells of is still to be taken."""


def keep(cursor: CursorWrapper, new: NewMessage) -> str | None:
    """Keep the message; the words of the one known by its name before, or None when it is new."""
    cursor.execute(
        "WITH new AS (INSERT INTO agency_message (creditor_id, agency, message, kind, data, file,"
        " line, received_date) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
        " RETURNING id) INSERT INTO agency_message_waiting (agency_message_id, reason, placed)"
        " SELECT id, '', false FROM new",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What has become of a message: WAITING with its reason, or one of the two ends."""

    message: int
    outcome: str
    reason: str = ""


def note(cursor: CursorWrapper, notes: Sequence[Note], *, day: date, by: str = AGENCY) -> None:
    """Say what has become of the messages; one that has come to an end waits no more."""
    bulk.insert(
        cursor,
        "agency_message_note",
        ("agency_message_id", "outcome", "reason", "decided_by", "day"),
        ((each.message, each.outcome, each.reason, by, day) for each in notes),
    )
    still = {each.message: each.reason for each in notes if each.outcome == WAITING}
    cursor.execute(
        "UPDATE agency_message_waiting w SET reason = new.reason, placed = w.placed OR"
        " EXISTS (SELECT 1 FROM handover_event e WHERE e.agency_message_id = new.message)"
        " FROM unnest(%s::bigint[], %s::text[]) AS new (message, reason)"
        " WHERE w.agency_message_id = new.message",
        [list(still), list(still.values())],
    )
    ended = [each.message for each in notes if each.outcome != WAITING]
    cursor.execute(
        "UPDATE agency_message_waiting SET waits = false WHERE agency_message_id = ANY(%s)",
        [ended],
    )


_WAITING = """
    SELECT m.id, c.code, m.agency, m.message, m.kind, m.data, m.file, m.line, w.reason, w.placed
    FROM agency_message_waiting w JOIN agency_message m ON m.id = w.agency_message_id
    JOIN creditor c ON c.id = m.creditor_id
    WHERE w.waits
"""


def waiting(cursor: CursorWrapper, *, only: Collection[int] | None = None) -> list[Kept]:
    """The agencies' messages that are neither placed nor set aside, in the order that they came."""
    cursor.execute(
        f"{_WAITING} AND m.agency <> %s AND (%s OR m.id = ANY(%s)) ORDER BY m.id",
        [AUTHORITY, only is None, list(only or ())],
    )
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
            placed=row[9],
        )
        for row in cursor.fetchall()
    ]


def lock_all(cursor: CursorWrapper) -> None:
    """Let one process at a time place messages, until the transaction ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext('agency_message'))")
