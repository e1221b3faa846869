"""Parties and creditors: found by what the world calls them, added when they are new.

keep(cursor, [NewParty(identity_number="...", ...)])  -> {"...": 17}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.backends.utils import CursorWrapper

from reskontra.domain.party import PROTECTED_IDENTITY, PartyKind
from reskontra.records import bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class NewParty:
    """A recipient as an invoice file names it."""

    identity_number: str
    kind: PartyKind
    name: str
    address_lines: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A party as a letter needs it."""

    name: str
    address_lines: tuple[str, ...]
    language: str
    protected_identity: bool


def keep(cursor: CursorWrapper, parties: Iterable[NewParty]) -> dict[str, int]:
    """Add new parties, let known ones follow the latest particulars; ids by identity number.

    Whoever was once said to be an estate remains one, with its name and address, whatever later
    files leave unsaid. Who has a protected identity is said by holds: see `follow_holds`.
    """
    latest: dict[str, NewParty] = {}
    for party in parties:
        before = latest.get(party.identity_number)
        was_estate = before is not None and before.kind is PartyKind.ESTATE
        kind = PartyKind.ESTATE if was_estate else party.kind
        latest[party.identity_number] = replace(party, kind=kind)
    bulk.insert(
        cursor,
        "party",
        ("identity_number", "kind", "name", "address_lines", "language"),
        (
            (
                p.identity_number,
                p.kind.value,
                p.name,
                list(p.address_lines),
                p.language,
            )
            for p in latest.values()
        ),
        ending="""ON CONFLICT (identity_number) DO UPDATE
                  SET name = excluded.name, address_lines = excluded.address_lines,
                      language = excluded.language,
                      kind = CASE excluded.kind WHEN 'estate' THEN 'estate' ELSE party.kind END
                  WHERE ((party.name, party.address_lines, party.language)
                     IS DISTINCT FROM (excluded.name, excluded.address_lines, excluded.language)
                     AND NOT (party.kind = 'estate' AND excluded.kind <> 'estate'))
                     OR (excluded.kind = 'estate' AND party.kind <> 'estate')""",
    )
    cursor.execute(
        "SELECT identity_number, id FROM party WHERE identity_number = ANY(%s)", [list(latest)]
    )
    return dict(cursor.fetchall())


def follow_holds(cursor: CursorWrapper, party: int) -> None:
    """Note whether the party's address is hidden: whether a hold of that kind is in force.

    Kept so that letters need not ask; `check` proves that it agrees with the holds.
    """
    cursor.execute(
        """UPDATE party SET protected_identity = NOT protected_identity
           WHERE id = %s AND protected_identity <> EXISTS (
               SELECT 1 FROM hold WHERE party_id = party.id AND kind = %s
               AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = hold.id))""",
        [party, PROTECTED_IDENTITY],
    )


def move(cursor: CursorWrapper, *, party: int, address_lines: Sequence[str]) -> None:
    """The party lives somewhere else."""
    cursor.execute(
        "UPDATE party SET address_lines = %s WHERE id = %s", [list(address_lines), party]
    )


def become_estate(
    cursor: CursorWrapper, *, party: int, name: str, address_lines: Sequence[str]
) -> None:
    """The party has died: its estate owes what it owed, by another name at another address."""
    cursor.execute(
        "UPDATE party SET kind = 'estate', name = %s, address_lines = %s WHERE id = %s",
        [name, list(address_lines), party],
    )


def creditors(cursor: CursorWrapper, codes: Collection[str]) -> dict[str, int]:
    """Ids of these creditors by code, those not yet named added."""
    cursor.execute(
        "INSERT INTO creditor (code) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING",
        [sorted(codes)],
    )
    cursor.execute("SELECT code, id FROM creditor WHERE code = ANY(%s)", [sorted(codes)])
    return dict(cursor.fetchall())


def recipients(cursor: CursorWrapper, ids: Collection[int]) -> dict[int, Recipient]:
    """What letters to these parties need."""
    cursor.execute(
        "SELECT id, name, address_lines, language, protected_identity FROM party"
        " WHERE id = ANY(%s)",
        [list(ids)],
    )
    return {
        row[0]: Recipient(
            name=row[1], address_lines=tuple(row[2]), language=row[3], protected_identity=row[4]
        )
        for row in cursor.fetchall()
    }


def identity_of(cursor: CursorWrapper, party: int) -> tuple[str, PartyKind]:
    """The identity number and the kind of a party."""
    cursor.execute("SELECT identity_number, kind FROM party WHERE id = %s", [party])
    number, kind = cursor.fetchone()
    return str(number), PartyKind(kind)


def with_identity(cursor: CursorWrapper, number: str) -> int:
    """The party with this identity number, which there must be."""
    cursor.execute("SELECT id FROM party WHERE identity_number = %s", [number])
    return int(cursor.fetchone()[0])
