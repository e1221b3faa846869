"""The register of facilities: what they serve, who owns them from which day, how the water flows.

    premises(cursor, {("water_company", "A-7")})  -> {("water_company", "A-7"): Premises(...)}

The one rule: a change is a new row from its own day, never earlier than the latest that is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Hold
from reskontra.domain.premises import (
    FacilityKind,
    Ownership,
    Premises,
    Served,
    WaterState,
    WaterTurned,
)
from reskontra.records import bulk, claim_states

Key = tuple[str, str]
"""(creditor, the facility's code)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """What a facility serves from a day on."""

    facility: int
    first_day: date
    kind: FacilityKind
    tariff: str
    address_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOwnership:
    """Who owns a facility from a day on, with each one's share where it is known."""

    facility: int
    first_day: date
    owners: tuple[tuple[int, Fraction | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The latest that the register says of a facility."""

    facility: int
    fact: tuple[date, str, str, tuple[str, ...]] | None
    """From when, kind, tariff and address."""
    owned_from: date | None
    owners: frozenset[int]


def file_known(cursor: CursorWrapper, *, digest: str) -> bool:
    """Whether the file has been taken in before."""
    cursor.execute("SELECT 1 FROM facility_file WHERE digest = %s", [digest])
    return cursor.fetchone() is not None


def add_file(cursor: CursorWrapper, *, digest: str, name: str, day: date) -> int:
    """Note the file."""
    cursor.execute(
        "INSERT INTO facility_file (digest, name, day) VALUES (%s, %s, %s) RETURNING id",
        [digest, name, day],
    )
    return int(cursor.fetchone()[0])


def known(cursor: CursorWrapper, *, creditor: int, codes: Collection[str]) -> dict[str, Known]:
    """What the register says of these facilities of a creditor, by code."""
    cursor.execute(
        """SELECT f.code, f.id, t.first_day, t.kind, t.tariff, t.address_lines, w.first_day,
                  ARRAY(SELECT o.party_id FROM facility_owner o WHERE o.ownership_id = w.id)
           FROM facility f
           LEFT JOIN LATERAL (SELECT * FROM facility_fact t WHERE t.facility_id = f.id
                              ORDER BY t.first_day DESC LIMIT 1) t ON true
           LEFT JOIN LATERAL (SELECT * FROM facility_ownership w WHERE w.facility_id = f.id
                              ORDER BY w.first_day DESC LIMIT 1) w ON true
           WHERE f.creditor_id = %s AND f.code = ANY(%s)""",
        [creditor, list(codes)],
    )
    return {
        code: Known(
            facility=facility,
            fact=None if first_day is None else (first_day, kind, tariff, tuple(lines)),
            owned_from=owned_from,
            owners=frozenset(owners),
        )
        for code, facility, first_day, kind, tariff, lines, owned_from, owners in cursor.fetchall()
    }


def add(cursor: CursorWrapper, *, creditor: int, codes: Iterable[str]) -> dict[str, int]:
    """Add new facilities of a creditor; ids by code."""
    wanted = list(codes)
    bulk.insert(cursor, "facility", ("creditor_id", "code"), ((creditor, code) for code in wanted))
    cursor.execute(
        "SELECT code, id FROM facility WHERE creditor_id = %s AND code = ANY(%s)",
        [creditor, wanted],
    )
    return dict(cursor.fetchall())


def add_facts(cursor: CursorWrapper, facts: Iterable[NewFact], *, file: int) -> None:
    """Add what facilities serve."""
    bulk.insert(
        cursor,
        "facility_fact",
        ("facility_id", "first_day", "kind", "tariff", "address_lines", "file_id"),
        (
            (
                each.facility,
                each.first_day,
                each.kind.value,
                each.tariff,
                list(each.address_lines),
                file,
            )
            for each in facts
        ),
    )


def add_ownerships(cursor: CursorWrapper, new: Sequence[NewOwnership], *, file: int) -> None:
    """Add who owns facilities."""
    ids = bulk.new_ids(cursor, "facility_ownership", len(new))
    bulk.insert(
        cursor,
        "facility_ownership",
        ("id", "facility_id", "first_day", "file_id"),
        ((key, each.facility, each.first_day, file) for key, each in zip(ids, new, strict=True)),
    )
    bulk.insert(
        cursor,
        "facility_owner",
        (
            "facility_id",
            "ownership_id",
            "party_id",
            "position",
            "share_numerator",
            "share_denominator",
        ),
        (
            (
                each.facility,
                key,
                party,
                position,
                share.numerator if share else None,
                share.denominator if share else None,
            )
            for key, each in zip(ids, new, strict=True)
            for position, (party, share) in enumerate(each.owners, 1)
        ),
    )


def look_again(cursor: CursorWrapper, ids: Collection[int], *, on: date) -> None:
    """Look on that day at what is owed at these facilities: it may be another's house now."""
    cursor.execute(
        """SELECT i.id FROM facility f
           JOIN invoice i ON i.creditor_id = f.creditor_id AND i.facility = f.code
           JOIN claim_state s ON s.invoice_id = i.id AND s.open_ore > 0
           WHERE f.id = ANY(%s) ORDER BY i.id""",
        [list(ids)],
    )
    changes = {key: claim_states.Change(0, on) for (key,) in cursor.fetchall()}
    claim_states.move(cursor, changes)


def premises(cursor: CursorWrapper, keys: Collection[Key]) -> dict[Key, Premises]:
    """Those that are registered; a citizen gets no other owner than themselves."""
    if not keys:
        return {}
    cursor.execute(
        """SELECT f.id, c.code, f.code FROM facility f JOIN creditor c ON c.id = f.creditor_id
           WHERE (c.code, f.code) IN (SELECT * FROM unnest(%s::text[], %s::text[]))""",
        [[creditor for creditor, _ in keys], [code for _, code in keys]],
    )
    found: dict[int, Key] = {key: (creditor, code) for key, creditor, code in cursor.fetchall()}
    if not found:
        return {}
    ids = list(found)
    owned, parties = _ownerships(cursor, ids)
    served, turned = _served(cursor, ids), _turned(cursor, ids)
    holds = _holds(cursor, parties)
    return {
        key: Premises(
            code=key[1],
            ownerships=tuple(owned[facility]),
            served=tuple(served[facility]),
            turned=tuple(turned[facility]),
            holds=_of(owned[facility], holds),
        )
        for facility, key in found.items()
    }


def _of(
    owned: Sequence[Ownership], holds: Mapping[int, Sequence[Hold]]
) -> tuple[tuple[int, Hold], ...]:
    parties = dict.fromkeys(party for each in owned for party in each.owners)
    return tuple((party, hold) for party in parties for hold in holds.get(party, ()))


def _ownerships(
    cursor: CursorWrapper, ids: list[int]
) -> tuple[defaultdict[int, list[Ownership]], list[int]]:
    """By facility, in order of day; and everybody who is named."""
    cursor.execute(
        """SELECT w.facility_id, w.first_day,
                  ARRAY(SELECT o.party_id FROM facility_owner o WHERE o.ownership_id = w.id
                        ORDER BY o.position)
           FROM facility_ownership w WHERE w.facility_id = ANY(%s) ORDER BY w.first_day""",
        [ids],
    )
    found: defaultdict[int, list[Ownership]] = defaultdict(list)
    parties: dict[int, None] = {}
    for facility, first_day, owners in cursor.fetchall():
        found[facility].append(Ownership(first_day=first_day, owners=tuple(owners)))
        parties |= dict.fromkeys(owners)
    return found, list(parties)


def _served(cursor: CursorWrapper, ids: list[int]) -> defaultdict[int, list[Served]]:
    cursor.execute(
        "SELECT facility_id, first_day, kind, tariff, address_lines FROM facility_fact"
        " WHERE facility_id = ANY(%s) ORDER BY first_day",
        [ids],
    )
    found: defaultdict[int, list[Served]] = defaultdict(list)
    for facility, first_day, kind, tariff, lines in cursor.fetchall():
        served = Served(
            first_day=first_day, kind=FacilityKind(kind), tariff=tariff, address_lines=tuple(lines)
        )
        found[facility].append(served)
    return found


def _turned(cursor: CursorWrapper, ids: list[int]) -> defaultdict[int, list[WaterTurned]]:
    cursor.execute(
        "SELECT facility_id, day, state FROM water_turn WHERE facility_id = ANY(%s) ORDER BY id",
        [ids],
    )
    found: defaultdict[int, list[WaterTurned]] = defaultdict(list)
    for facility, day, state in cursor.fetchall():
        found[facility].append(WaterTurned(day=day, state=WaterState(state)))
    return found


def _holds(cursor: CursorWrapper, parties: Collection[int]) -> dict[int, list[Hold]]:
    """What holds all that these owe."""
    cursor.execute(
        """SELECT h.party_id, h.kind, h.first_day, least(h.last_day, l.last_day)
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           WHERE h.party_id = ANY(%s) AND h.invoice_id IS NULL
             AND (l.last_day IS NULL OR l.last_day >= h.first_day) ORDER BY h.id""",
        [list(parties)],
    )
    found: defaultdict[int, list[Hold]] = defaultdict(list)
    for party, kind, first_day, last_day in cursor.fetchall():
        found[party].append(Hold(kind=kind, first_day=first_day, last_day=last_day))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A facility as people are told of it."""

    facility: int
    public_id: UUID
    creditor: str
    code: str
    kind: FacilityKind
    tariff: str
    address_lines: tuple[str, ...]


def place(cursor: CursorWrapper, *, public_id: UUID | None = None, key: int = 0) -> Place | None:
    """One facility, by its public id or its key, with the latest that is known of it."""
    found = _places(cursor, "f.id = %s OR f.public_id = %s", [key, public_id])
    return next(iter(found.values()), None)


def places(cursor: CursorWrapper, keys: Collection[int]) -> dict[int, Place]:
    """Some facilities, by key, with the latest that is known of them."""
    return _places(cursor, "f.id = ANY(%s)", [list(keys)])


def _places(cursor: CursorWrapper, condition: str, values: list[object]) -> dict[int, Place]:
    cursor.execute(
        f"""SELECT f.id, f.public_id, c.code, f.code, t.kind, t.tariff, t.address_lines
            FROM facility f JOIN creditor c ON c.id = f.creditor_id
            JOIN LATERAL (SELECT * FROM facility_fact t WHERE t.facility_id = f.id
                          ORDER BY t.first_day DESC LIMIT 1) t ON true
            WHERE {condition}""",
        values,
    )
    return {
        row[0]: Place(
            facility=row[0],
            public_id=row[1],
            creditor=row[2],
            code=row[3],
            kind=FacilityKind(row[4]),
            tariff=row[5],
            address_lines=tuple(row[6]),
        )
        for row in cursor.fetchall()
    }


def with_code(cursor: CursorWrapper, *, creditor: str, code: str) -> int | None:
    """The facility that a creditor numbers so."""
    cursor.execute(
        "SELECT f.id FROM facility f JOIN creditor c ON c.id = f.creditor_id"
        " WHERE c.code = %s AND f.code = %s",
        [creditor, code],
    )
    row = cursor.fetchone()
    return None if row is None else int(row[0])


def of_invoice(cursor: CursorWrapper, invoice: int) -> Place | None:
    """The registered facility that the invoice names; None when it names none."""
    cursor.execute(
        """SELECT f.id FROM invoice i
           JOIN facility f ON f.creditor_id = i.creditor_id AND f.code = i.facility
           WHERE i.id = %s""",
        [invoice],
    )
    row = cursor.fetchone()
    return None if row is None else place(cursor, key=int(row[0]))


def invoices_of(cursor: CursorWrapper, keys: Collection[int]) -> defaultdict[int, list[int]]:
    """By facility: every invoice that names it, the earliest due first."""
    cursor.execute(
        """SELECT f.id, i.id FROM facility f
           JOIN invoice i ON i.creditor_id = f.creditor_id AND i.facility = f.code
           JOIN claim_state s ON s.invoice_id = i.id
           WHERE f.id = ANY(%s) ORDER BY s.due_date, i.id""",
        [list(keys)],
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for facility, invoice in cursor.fetchall():
        found[facility].append(invoice)
    return found
