"""What waits for a person because of who the debtor is, or where they live.

    estates(cursor)             -> those who have died, and for whom nobody answers yet
    unknown_addresses(cursor)   -> those whom no letter reaches
    owing_and_young(cursor, born_after=date(2007, 1, 1))  -> those who may be minors

Letters that have come back are in `returned`. Reads only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.records.returned import TO_A_CHILD


@dataclass(frozen=True, slots=True)
class PartyWaiting:
    """A party that somebody must do something about. Amount in öre, of all that it owes."""

    party: int
    name: str
    since: date
    reason: str
    invoices: tuple[str, ...]
    open_ore: int


ESTATE, ADDRESS = "death", "unknown_address"
"""The kinds of hold on all that somebody owes whose lists these are."""

_HELD = """
    FROM hold h WHERE h.kind = %s AND h.invoice_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = h.id)
      AND EXISTS (SELECT 1 FROM claim_state s WHERE s.party_id = h.party_id AND s.open_ore > 0)
"""


def estates(cursor: CursorWrapper) -> list[PartyWaiting]:
    """Those who have died and owe something, and whose estate nobody answers for yet."""
    return held(cursor, ESTATE)


def unknown_addresses(cursor: CursorWrapper) -> list[PartyWaiting]:
    """Those who owe something, and whose address nobody knows."""
    return held(cursor, ADDRESS)


def held_count(cursor: CursorWrapper, kind: str) -> int:
    """How many owe something of which all is held so."""
    cursor.execute(f"SELECT count(DISTINCT h.party_id) {_HELD}", [kind])
    return int(cursor.fetchone()[0])


def held(
    cursor: CursorWrapper, kind: str, *, limit: int | None = None, offset: int = 0
) -> list[PartyWaiting]:
    """Those who owe something of which all is held so, the longest first; all, or one page."""
    cursor.execute(
        f"""SELECT p.id, p.name, min(h.first_day), min(h.reason),
                  array_agg(DISTINCT i.number ORDER BY i.number),
                  (SELECT sum(open_ore)::bigint FROM claim_state WHERE party_id = p.id)
           FROM (SELECT h.party_id, min(h.first_day) AS first_day, min(h.reason) AS reason {_HELD}
                 GROUP BY h.party_id ORDER BY 2, 1 LIMIT %s OFFSET %s) h
           JOIN party p ON p.id = h.party_id
           JOIN claim_state s ON s.party_id = p.id AND s.open_ore > 0
           JOIN invoice i ON i.id = s.invoice_id
           GROUP BY p.id ORDER BY min(h.first_day), p.id""",
        [kind, limit, offset],
    )
    return [
        PartyWaiting(party, name, since, reason, tuple(numbers), open_ore)
        for party, name, since, reason, numbers, open_ore in cursor.fetchall()
    ]


def owing_and_young(cursor: CursorWrapper, *, born_after: date) -> list[tuple[str, PartyWaiting]]:
    """Persons who owe something, by identity number, born on the day or later: by its index.

    So is one who owes nothing, but to whom a letter about the water at their house went nowhere.
    """
    cursor.execute(
        """SELECT p.identity_number, p.id, p.name, min(i.invoice_date), '',
                  array_agg(DISTINCT i.number ORDER BY i.number), sum(s.open_ore)::bigint
           FROM party p
           JOIN LATERAL (
               SELECT invoice_id, open_ore FROM claim_state
               WHERE party_id = p.id AND open_ore > 0
               UNION ALL
               SELECT s.invoice_id, s.open_ore FROM invoice_debtor d
               JOIN claim_state s ON s.invoice_id = d.invoice_id AND s.open_ore > 0
               WHERE d.party_id = p.id
               UNION
               SELECT s.invoice_id, s.open_ore FROM letter l
               JOIN letter_event e ON e.letter_id = l.id AND e.state = 'stopped' AND e.note = %s
               JOIN letter_claim lc ON lc.letter_id = l.id
               JOIN claim_state s ON s.invoice_id = lc.invoice_id AND s.open_ore > 0
               WHERE l.party_id = p.id
                 AND NOT EXISTS (SELECT 1 FROM letter later WHERE later.resends_id = l.id)
           ) s ON true
           JOIN invoice i ON i.id = s.invoice_id
           WHERE p.kind = 'person' AND p.identity_number >= %s AND p.identity_number < '3'
           GROUP BY p.id ORDER BY min(i.invoice_date), p.id""",
        [TO_A_CHILD, f"{born_after:%Y%m%d}"],
    )
    return [
        (number, PartyWaiting(party, name, since, reason, tuple(numbers), open_ore))
        for number, party, name, since, reason, numbers, open_ore in cursor.fetchall()
    ]
