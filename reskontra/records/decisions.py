"""What people of the office have decided: added once, with what becomes of it.

    key = add(cursor, NewDecision(kind="hold", party=4, invoice=17, ...))
    add_outcome(cursor, key, NewOutcome(outcome=WAITING, officer=..., ...))
    find(cursor, public_id) -> Decision(outcome="waiting", ...)

The one rule: the latest outcome says where a decision stands, and it ends once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.backends.utils import CursorWrapper

WAITING = "waiting"
SIGNED = "signed"
REFUSED = "refused"
WITHDRAWN = "withdrawn"
CARRIED_OUT = "carried_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDecision:
    """A decision to be; `fields` is what was filled in, by the name of each field."""

    kind: str
    party: int | None
    invoice: int | None
    creditor: int
    fields: Mapping[str, str]
    reason: str
    made_by: str
    made_by_name: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a decision, by whom, and why."""

    outcome: str
    officer: str
    officer_name: str
    day: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision as it stands."""

    key: int
    public_id: UUID
    kind: str
    party: int | None
    """None when it is about a creditor's doings."""
    party_name: str
    invoice: int | None
    number: str
    """Of the invoice; empty when it is about all that the party owes."""
    creditor: str
    fields: Mapping[str, str]
    reason: str
    made_by: str
    made_by_name: str
    day: date
    made_at: datetime
    outcomes: tuple[Outcome, ...]

    @property
    def state(self) -> str:
        """Where it stands."""
        return self.outcomes[-1].outcome

    @property
    def waits(self) -> bool:
        """Whether it waits for a signature."""
        return self.state == WAITING


def add(cursor: CursorWrapper, new: NewDecision) -> tuple[int, UUID]:
    """Add a decision; its id and its public id."""
    cursor.execute(
        "INSERT INTO decision (kind, party_id, invoice_id, creditor_id, fields, reason, made_by,"
        " made_by_name, day) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id, public_id",
        [
            new.kind,
            new.party,
            new.invoice,
            new.creditor,
            json.dumps(dict(new.fields), ensure_ascii=False, sort_keys=True),
            new.reason,
            new.made_by,
            new.made_by_name,
            new.day,
        ],
    )
    key, public_id = cursor.fetchone()
    return int(key), public_id


def add_outcome(cursor: CursorWrapper, decision: int, outcome: Outcome) -> None:
    """Say what became of it; the database refuses a second end."""
    cursor.execute(
        "INSERT INTO decision_outcome (decision_id, outcome, officer, officer_name, day, reason)"
        " VALUES (%s, %s, %s, %s, %s, %s)",
        [
            decision,
            outcome.outcome,
            outcome.officer,
            outcome.officer_name,
            outcome.day,
            outcome.reason,
        ],
    )


def lock(cursor: CursorWrapper, public_id: UUID) -> None:
    """Keep others from this decision until the transaction ends."""
    cursor.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"decision {public_id}"]
    )


_DECISIONS = """
    SELECT d.id, d.public_id, d.kind, d.party_id, coalesce(p.name, ''), d.invoice_id,
           coalesce(i.number, ''),
           c.code, d.fields, d.reason, d.made_by, d.made_by_name, d.day, d.made_at
    FROM decision d
    LEFT JOIN party p ON p.id = d.party_id
    JOIN creditor c ON c.id = d.creditor_id
    LEFT JOIN invoice i ON i.id = d.invoice_id
"""
_WAITS = """d.id IN (SELECT w.decision_id FROM decision_outcome w WHERE w.outcome = 'waiting'
    AND NOT EXISTS (SELECT 1 FROM decision_outcome e WHERE e.decision_id = w.decision_id
                    AND e.outcome IN ('refused', 'withdrawn', 'carried_out')))"""


def find(cursor: CursorWrapper, public_id: UUID) -> Decision | None:
    """The decision with this public id, if there is one."""
    found = _load(cursor, "WHERE d.public_id = %s", [public_id])
    return found[0] if found else None


def of_party(cursor: CursorWrapper, party: int) -> list[Decision]:
    """Every decision about a party, the latest first."""
    return _load(cursor, "WHERE d.party_id = %s ORDER BY d.id DESC", [party])


def of_invoice(cursor: CursorWrapper, *, invoice: int, party: int) -> list[Decision]:
    """The decisions about an invoice, or about all that its party owes, the latest first."""
    rest = "WHERE d.party_id = %s AND (d.invoice_id = %s OR d.invoice_id IS NULL)"
    return _load(cursor, f"{rest} ORDER BY d.id DESC", [party, invoice])


def waiting(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Decision]:
    """Those that wait for a signature, oldest first."""
    return _load(cursor, f"WHERE {_WAITS} ORDER BY d.id LIMIT %s OFFSET %s", [limit, offset])


def waiting_count(cursor: CursorWrapper) -> int:
    """How many wait for a signature."""
    cursor.execute(f"SELECT count(*) FROM decision d WHERE {_WAITS}")
    return int(cursor.fetchone()[0])


def _load(cursor: CursorWrapper, rest: str, values: Sequence[object]) -> list[Decision]:
    cursor.execute(f"{_DECISIONS} {rest}", list(values))
    rows = cursor.fetchall()
    outcomes = _outcomes(cursor, [row[0] for row in rows])
    return [
        Decision(
            key=row[0],
            public_id=row[1],
            kind=row[2],
            party=row[3],
            party_name=row[4],
            invoice=row[5],
            number=row[6],
            creditor=row[7],
            fields=json.loads(row[8]),
            reason=row[9],
            made_by=row[10],
            made_by_name=row[11],
            day=row[12],
            made_at=row[13],
            outcomes=tuple(outcomes[row[0]]),
        )
        for row in rows
    ]


def _outcomes(cursor: CursorWrapper, keys: list[int]) -> dict[int, list[Outcome]]:
    found: dict[int, list[Outcome]] = {key: [] for key in keys}
    cursor.execute(
        "SELECT decision_id, outcome, officer, officer_name, day, reason FROM decision_outcome"
        " WHERE decision_id = ANY(%s) ORDER BY id",
        [keys],
    )
    for key, outcome, officer, officer_name, day, reason in cursor.fetchall():
        said = Outcome(
            outcome=outcome, officer=officer, officer_name=officer_name, day=day, reason=reason
        )
        found[key].append(said)
    return found
