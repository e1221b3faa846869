"""Claims at an agency: what has happened to each, added once and never changed.

    happen(cursor, NewEvent(handover=3, party=4, key="sent", kind=Happening.SENT, day=today))

`key` names what happened for its claim: adding it again changes nothing, and says so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import ENDS, HandoverState, Happening, state_of
from reskontra.domain.ledger import Balance
from reskontra.records import claim_states

NOTHING = Balance()
NEVER_SENT = "never_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A claim handed over, with what has happened to it."""

    key: int
    reference: UUID
    """Ours, which the agency's messages name it by."""
    invoice: int
    number: str
    party: int
    creditor: str
    agency: str
    bankgiro: str
    day: date
    balance: Balance
    happened: frozenset[Happening]
    case_number: str
    """The agency's; empty until it has registered the claim."""
    ocr_number: str

    @property
    def state(self) -> HandoverState:
        """Where it stands."""
        return state_of(self.happened)

    @property
    def pays_agency(self) -> bool:
        """Whether the agency is the one to pay."""
        return not ENDS & self.happened


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something that has happened. Amounts in öre."""

    handover: int
    party: int
    key: str
    kind: Happening
    day: date
    balance: Balance = NOTHING
    agency_ore: int = 0
    case_number: str = ""
    ocr_number: str = ""
    text: str = ""
    last_entry: int = 0
    message: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """An entry that the agency does not know of; below zero when money was taken back."""

    entry: int
    kind: str
    amount_ore: int
    value_date: date


_ALL = """
    SELECT h.id, h.public_id, h.invoice_id, i.number, h.party_id, c.code,
           h.agency, h.bankgiro, h.day, h.principal_ore, h.fee_ore, h.interest_ore,
           coalesce(e.happened, '{}'), coalesce(e.case_number, ''), coalesce(e.ocr_number, '')
    FROM handover h
    JOIN invoice i ON i.id = h.invoice_id
    JOIN creditor c ON c.id = i.creditor_id
    LEFT JOIN LATERAL (
        SELECT array_agg(kind) AS happened, max(case_number) AS case_number,
               max(ocr_number) AS ocr_number
        FROM handover_event WHERE handover_id = h.id) e ON true
"""


def _load(cursor: CursorWrapper, rest: str, values: Collection[object]) -> list[Handover]:
    cursor.execute(f"{_ALL} {rest}", list(values))
    return [
        Handover(
            key=row[0],
            reference=row[1],
            invoice=row[2],
            number=row[3],
            party=row[4],
            creditor=row[5],
            agency=row[6],
            bankgiro=row[7],
            day=row[8],
            balance=Balance(*row[9:12]),
            happened=frozenset(Happening(each) for each in row[12]),
            case_number=row[13],
            ocr_number=row[14],
        )
        for row in cursor.fetchall()
    ]


_OPEN = """NOT EXISTS (SELECT 1 FROM handover_event
    WHERE handover_id = h.id AND kind = 'closed')"""


def to_decide(cursor: CursorWrapper, *, day: date) -> list[Handover]:
    """Those whose agency is the one to pay, and which are new, settled or held."""
    return _load(
        cursor,
        f"""JOIN claim_state s ON s.invoice_id = h.invoice_id
            WHERE {_OPEN} AND NOT 'recall_asked' = ANY(coalesce(e.happened, '{{}}'))
              AND (NOT 'prepared' = ANY(coalesce(e.happened, '{{}}'))
                   OR s.open_ore = 0
                   OR EXISTS (SELECT 1 FROM hold
                              WHERE first_day <= %s AND coalesce(last_day, %s) >= %s
                              AND party_id = ANY (h.party_id || ARRAY(
                                  SELECT party_id FROM invoice_debtor
                                  WHERE invoice_id = h.invoice_id))))
            ORDER BY h.id""",
        (day, day, day),
    )


def to_carry(cursor: CursorWrapper) -> list[Handover]:
    """Those that their agency is to hear something of, oldest first."""
    return _load(
        cursor,
        f"""LEFT JOIN handover_event p0 ON p0.handover_id = h.id AND p0.kind = 'prepared'
            WHERE {_OPEN} AND p0.id IS NOT NULL
              AND NOT 'recall_sent' = ANY(e.happened)
              AND (NOT 'sent' = ANY(e.happened) OR 'recall_asked' = ANY(e.happened)
                   OR EXISTS (SELECT 1 FROM entry WHERE invoice_id = h.invoice_id
                              AND entry.id > p0.last_entry AND entry.debit <> 'agency'))
            ORDER BY h.id""",
        (),
    )


def unanswered(cursor: CursorWrapper) -> list[Handover]:
    """Those that have been called back, and whose agency has not confirmed it."""
    return _load(cursor, f"WHERE {_OPEN} AND 'recall_sent' = ANY(e.happened) ORDER BY h.id", ())


def of_invoice(cursor: CursorWrapper, invoice: int) -> Handover | None:
    """The latest hand-over of the invoice, if there is any."""
    found = _load(cursor, "WHERE h.invoice_id = %s ORDER BY h.id DESC LIMIT 1", (invoice,))
    return found[0] if found else None


def one(cursor: CursorWrapper, key: int) -> Handover:
    """The hand-over with this id, as it stands now."""
    return _load(cursor, "WHERE h.id = %s", (key,))[0]


def find(
    cursor: CursorWrapper, *, creditor: str, agency: str, reference: str, case_number: str
) -> Handover | None:
    """The hand-over to the agency that our reference, or else its case number, names."""
    found = _load(
        cursor,
        "WHERE c.code = %s AND h.agency = %s AND (h.public_id::text = %s OR (%s = '' AND EXISTS ("
        "SELECT 1 FROM handover_event WHERE handover_id = h.id AND case_number = %s"
        " AND case_number <> ''))) ORDER BY h.id DESC LIMIT 1",
        (creditor, agency, reference, reference, case_number),
    )
    return found[0] if found else None


def happen(cursor: CursorWrapper, event: NewEvent) -> bool:
    """Add what has happened; False when it was known before."""
    balance = event.balance
    cursor.execute(
        "INSERT INTO handover_event (handover_id, party_id, key, kind, day, principal_ore,"
        " fee_ore, interest_ore, agency_ore, case_number, ocr_number, text, last_entry,"
        " agency_message_id) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        [
            event.handover,
            event.party,
            event.key,
            event.kind.value,
            event.day,
            balance.principal_ore,
            balance.fee_ore,
            balance.interest_ore,
            event.agency_ore,
            event.case_number,
            event.ocr_number,
            event.text,
            event.last_entry,
            event.message,
        ],
    )
    return bool(cursor.rowcount == 1)


def call_back(cursor: CursorWrapper, handover: Handover, *, reason: str, day: date) -> None:
    """From now on we are the ones to pay; a claim that never left us is ended at once."""
    told = [(Happening.RECALL_ASKED, reason)]
    if Happening.PREPARED not in handover.happened:
        told.append((Happening.CLOSED, NEVER_SENT))
    for kind, text in told:
        event = NewEvent(
            handover=handover.key,
            party=handover.party,
            key=kind.value,
            kind=kind,
            day=day,
            text=text,
        )
        happen(cursor, event)
    claim_states.move(cursor, {handover.invoice: claim_states.Change(0, day)})


def of_day(cursor: CursorWrapper, invoices: Collection[int], day: date) -> list[Handover]:
    """The hand-overs of these invoices that were made on the day."""
    return _load(
        cursor, "WHERE h.invoice_id = ANY(%s) AND h.day = %s ORDER BY h.id", (list(invoices), day)
    )


def prepared(cursor: CursorWrapper, handover: int) -> str:
    """What the agency is told of the claim, as it was settled once."""
    cursor.execute(
        "SELECT text FROM handover_event WHERE handover_id = %s AND kind = 'prepared'", [handover]
    )
    return str(cursor.fetchone()[0])


def recall_reason_of(cursor: CursorWrapper, handover: int) -> str:
    """Why the claim was called back."""
    cursor.execute(
        "SELECT text FROM handover_event WHERE handover_id = %s AND kind = 'recall_asked'",
        [handover],
    )
    return str(cursor.fetchone()[0])


def last_entry(cursor: CursorWrapper, invoice: int) -> int:
    """The latest entry of the invoice."""
    cursor.execute("SELECT coalesce(max(id), 0) FROM entry WHERE invoice_id = %s", [invoice])
    return int(cursor.fetchone()[0])


def paid_last_to_agency(cursor: CursorWrapper, invoice: int) -> bool:
    """Whether what last lowered the claim was money paid to an agency."""
    cursor.execute(
        "SELECT debit = 'agency' FROM entry WHERE invoice_id = %s"
        " AND credit IN ('receivable', 'fee_receivable', 'interest_receivable')"
        " ORDER BY id DESC LIMIT 1",
        [invoice],
    )
    row = cursor.fetchone()
    return bool(row and row[0])


def untold(cursor: CursorWrapper, handover: Handover) -> list[Untold]:
    """What has lowered the claim, or owed it again, since the agency was told of it."""
    cursor.execute(
        """SELECT e.id, e.kind,
                  CASE WHEN e.debit IN ('receivable', 'fee_receivable', 'interest_receivable')
                       THEN -e.amount_ore ELSE e.amount_ore END, e.value_date
           FROM entry e JOIN handover_event p ON p.handover_id = %s AND p.kind = 'prepared'
           WHERE e.invoice_id = %s AND e.id > p.last_entry AND e.debit <> 'agency'
             AND (e.credit IN ('receivable', 'fee_receivable', 'interest_receivable')
                  OR e.kind = 'reversal' AND e.debit IN
                     ('receivable', 'fee_receivable', 'interest_receivable'))
             AND NOT EXISTS (SELECT 1 FROM handover_event t
                             WHERE t.handover_id = %s AND t.kind = 'told' AND t.last_entry = e.id)
           ORDER BY e.id""",
        [handover.key, handover.invoice, handover.key],
    )
    return [
        Untold(entry=row[0], kind=row[1], amount_ore=row[2], value_date=row[3])
        for row in cursor.fetchall()
    ]


def ended(cursor: CursorWrapper, invoices: Collection[int]) -> frozenset[int]:
    """Those of the invoices that were handed over, and that no agency has any more."""
    cursor.execute(
        """SELECT h.invoice_id FROM handover h WHERE h.invoice_id = ANY(%s)
           GROUP BY h.invoice_id
           HAVING EXISTS (SELECT 1 FROM handover_event e WHERE e.handover_id = max(h.id)
                          AND e.kind IN ('recall_asked', 'closed'))""",
        [list(invoices)],
    )
    return frozenset(key for (key,) in cursor.fetchall())


def ended_on(cursor: CursorWrapper, handover: int) -> date:
    """The day from which we are the ones to pay again, of one that has ended."""
    cursor.execute(
        "SELECT min(day) FROM handover_event WHERE handover_id = %s"
        " AND kind IN ('recall_asked', 'closed')",
        [handover],
    )
    day: date = cursor.fetchone()[0]
    return day


def recalls(cursor: CursorWrapper, ids: Collection[int]) -> list[tuple[date, int, str]]:
    """(day, invoice, reason) of every recall of these invoices, oldest first."""
    cursor.execute(
        "SELECT e.day, h.invoice_id, e.text FROM handover_event e"
        " JOIN handover h ON h.id = e.handover_id"
        " WHERE e.kind = 'recall_asked' AND h.invoice_id = ANY(%s) ORDER BY e.id",
        [list(ids)],
    )
    return cursor.fetchall()


@dataclass(frozen=True, slots=True)
class Heard:
    """What an agency has told: money for the claim in öre, or an ending with its reason."""

    day: date
    invoice: int
    kind: Happening
    amount_ore: int
    text: str


def heard(cursor: CursorWrapper, ids: Collection[int]) -> list[Heard]:
    """Payments and endings that agencies have told of these invoices, in the order they came."""
    cursor.execute(
        "SELECT e.day, h.invoice_id, e.kind, e.principal_ore + e.fee_ore + e.interest_ore, e.text"
        " FROM handover_event e JOIN handover h ON h.id = e.handover_id"
        " WHERE e.kind IN ('payment', 'closed') AND e.agency_message_id IS NOT NULL"
        " AND h.invoice_id = ANY(%s) ORDER BY e.id",
        [list(ids)],
    )
    return [Heard(row[0], row[1], Happening(row[2]), row[3], row[4]) for row in cursor.fetchall()]


def story(cursor: CursorWrapper, handover: int) -> list[tuple[date, str, str, int]]:
    """(day, what happened, words, öre) of a hand-over, in the order that we heard of it."""
    cursor.execute(
        "SELECT day, kind, CASE WHEN kind = 'prepared' THEN '' ELSE"
        " concat_ws(' ', nullif(case_number, ''), nullif(text, '')) END,"
        " principal_ore + fee_ore + interest_ore + agency_ore"
        " FROM handover_event WHERE handover_id = %s ORDER BY id",
        [handover],
    )
    return cursor.fetchall()
