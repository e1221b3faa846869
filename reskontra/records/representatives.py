"""Who stands for a party, and who each letter goes to because of it.

    add(cursor, NewRepresentative(party=4, kind="guardian", name="Karin Ek", ...))
    of_parties(cursor, [4])            -> {4: (Representation(kind="guardian", ...),)}
    addressed(cursor, letters)         -> the letters, those of somebody represented readdressed

The one rule: whom a letter goes to is settled when it is written, by who stands for the party then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.representative import Representation
from reskontra.records.views import StandinView


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRepresentative:
    """Somebody who is to stand for a party."""

    party: int
    kind: str
    instead: bool
    name: str
    address_lines: tuple[str, ...]
    protected: bool
    first_day: date
    last_day: date | None
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Somebody who stands for a party, or has stood, as staff see it."""

    held: Representation
    party: int
    name: str
    address_lines: tuple[str, ...]
    protected: bool
    reason: str
    decided_by: str
    ended: bool
    """Somebody has decided that it is over."""


def add(cursor: CursorWrapper, new: NewRepresentative) -> int:
    """Register a representative; its id."""
    cursor.execute(
        "INSERT INTO representative (party_id, kind, instead, name, first_day, last_day, reason,"
        " decided_by) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
        [
            *(new.party, new.kind, new.instead, "" if new.protected else new.name),
            *(new.first_day, new.last_day, new.reason, new.decided_by),
        ],
    )
    key = int(cursor.fetchone()[0])
    cursor.execute(
        "INSERT INTO representative_address (representative_id, name, address_lines, protected)"
        " VALUES (%s, %s, %s, %s)",
        [key, new.name, list(new.address_lines), new.protected],
    )
    return key


def end(cursor: CursorWrapper, *, key: int, last_day: date, reason: str, by: str) -> None:
    """Let it be over; `last_day` was the last."""
    cursor.execute(
        "INSERT INTO representative_ended (representative_id, party_id, last_day, reason,"
        " decided_by) SELECT id, party_id, %s, %s, %s FROM representative WHERE id = %s",
        [last_day, reason, by, key],
    )


def party_of(cursor: CursorWrapper, key: int) -> int | None:
    """Whom the representative stands for."""
    cursor.execute("SELECT party_id FROM representative WHERE id = %s", [key])
    row = cursor.fetchone()
    return None if row is None else int(row[0])


_SPAN = "SELECT r.party_id, r.kind, r.instead, r.first_day, least(r.last_day, e.last_day), r.id"
_FROM = " FROM representative r LEFT JOIN representative_ended e ON e.representative_id = r.id"
_ALIVE = " AND (e.last_day IS NULL OR e.last_day >= r.first_day)"


def of_parties(
    cursor: CursorWrapper, parties: Collection[int]
) -> dict[int, tuple[Representation, ...]]:
    """By party: who stands for it or has stood, in order of registration."""
    cursor.execute(
        f"{_SPAN}{_FROM} WHERE r.party_id = ANY(%s){_ALIVE} ORDER BY r.id", [list(parties)]
    )
    found: defaultdict[int, list[Representation]] = defaultdict(list)
    for party, *row in cursor.fetchall():
        found[party].append(_held(*row))
    return {party: tuple(each) for party, each in found.items()}


def _held(
    kind: str,
    instead: bool,  # noqa: FBT001 - as the row has it
    first_day: date,
    last_day: date | None,
    key: int,
) -> Representation:
    return Representation(
        kind=kind, instead=instead, first_day=first_day, last_day=last_day, key=key
    )


def registered(cursor: CursorWrapper, parties: Collection[int]) -> list[Representative]:
    """Everybody registered for these parties, with where their letters go; for staff alone."""
    cursor.execute(
        f"{_SPAN}, a.name, a.address_lines, a.protected, r.reason, r.decided_by,"
        f" e.representative_id IS NOT NULL{_FROM}"
        " JOIN representative_address a ON a.representative_id = r.id"
        f" WHERE r.party_id = ANY(%s){_ALIVE} ORDER BY r.id",
        [list(parties)],
    )
    return [
        Representative(
            held=_held(*row[1:6]),
            party=row[0],
            name=row[6],
            address_lines=tuple(row[7]),
            protected=row[8],
            reason=row[9],
            decided_by=row[10],
            ended=row[11],
        )
        for row in cursor.fetchall()
    ]


def seen(cursor: CursorWrapper, *, party: int, day: date) -> tuple[StandinView, ...]:
    """Who stands for the party on a day, as the party may see it."""
    cursor.execute(
        f"SELECT r.kind, r.instead, r.name{_FROM} WHERE r.party_id = %s AND r.first_day <= %s"
        " AND coalesce(least(r.last_day, e.last_day), %s) >= %s ORDER BY NOT r.instead, r.id",
        [party, day, day, day],
    )
    return tuple(StandinView(*row) for row in cursor.fetchall())


@dataclass(frozen=True, slots=True)
class Spell:
    """Somebody's time as a representative, as it was registered and ended; for stories."""

    party: int
    key: int
    kind: str
    first_day: date
    last_day: date | None
    ended_last_day: date | None


def history(cursor: CursorWrapper, parties: Collection[int]) -> list[Spell]:
    """Every time of the parties' representatives, in order of registration."""
    cursor.execute(
        f"SELECT r.party_id, r.id, r.kind, r.first_day, r.last_day, e.last_day{_FROM}"
        " WHERE r.party_id = ANY(%s) ORDER BY r.id",
        [list(parties)],
    )
    return [Spell(*row) for row in cursor.fetchall()]
