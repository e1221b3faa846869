"""Claims at an agency: what has happened to each, added once and never changed.

    happen(cursor, NewEvent(handover=3, party=4, key="sent", kind=Happening.SENT, day=today))

`key` names what happened for its claim: adding it again changes nothing, and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.came_back import CameBack
from reskontra.domain.handover import ENDS, HandoverState, Happening, state_of
from reskontra.domain.ledger import Balance
from reskontra.records import bulk, claim_states

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
    assigned: bool
    """The agency owns the claim."""

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
           coalesce(e.happened, '{}'), coalesce(e.case_number, ''), coalesce(e.ocr_number, ''),
           h.assigned
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
            assigned=row[15],
        )
        for row in cursor.fetchall()
    ]


_OPEN = """NOT EXISTS (SELECT 1 FROM handover_event
    WHERE handover_id = h.id AND kind = 'closed')"""


def to_look_at(cursor: CursorWrapper, *, day: date) -> list[int]:
    """The claims at an agency to which something has happened by the day; their invoices."""
    cursor.execute("SELECT invoice_id FROM claim_state WHERE agency_look_on <= %s", [day])
    return sorted(key for (key,) in cursor.fetchall())


def lying(cursor: CursorWrapper, invoices: Collection[int]) -> list[Handover]:
    """The hand-overs of these invoices that no agency has ended, oldest first."""
    return _load(
        cursor, f"WHERE h.invoice_id = ANY(%s) AND {_OPEN} ORDER BY h.id", (list(invoices),)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """How a message names the claim that it is about."""

    message: int
    creditor: str
    agency: str
    reference: UUID | None
    case_number: str


def find_all(cursor: CursorWrapper, named: Sequence[Named]) -> dict[int, Handover]:
    """The hand-over that our reference, or else the agency's case number, names; by message."""
    cursor.execute(
        """WITH named (message, creditor, agency, reference, case_number) AS (
               SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::uuid[], %s::text[]))
           SELECT n.message, max(h.id) FROM (
               SELECT n.*, h.id AS handover FROM named n JOIN handover h
                   ON h.public_id = n.reference
               UNION ALL
               SELECT n.*, e.handover_id FROM named n JOIN handover_event e
                   ON n.reference IS NULL AND e.case_number = n.case_number
                   AND e.case_number <> '') n
           JOIN handover h ON h.id = n.handover AND h.agency = n.agency
           JOIN invoice i ON i.id = h.invoice_id
           JOIN creditor c ON c.id = i.creditor_id AND c.code = n.creditor
           GROUP BY n.message""",
        [
            [each.message for each in named],
            [each.creditor for each in named],
            [each.agency for each in named],
            [each.reference for each in named],
            [each.case_number for each in named],
        ],
    )
    keys = dict(cursor.fetchall())
    loaded = _load(cursor, "WHERE h.id = ANY(%s)", (list(set(keys.values())),)) if keys else []
    by_key = {each.key: each for each in loaded}
    return {message: by_key[key] for message, key in keys.items()}


def invoices_of(cursor: CursorWrapper, messages: Collection[int]) -> dict[int, int]:
    """The invoice that each message has been placed on."""
    cursor.execute(
        "SELECT e.agency_message_id, h.invoice_id FROM handover_event e"
        " JOIN handover h ON h.id = e.handover_id WHERE e.agency_message_id = ANY(%s)",
        [list(messages)],
    )
    return dict(cursor.fetchall())


_EVENT = (
    *("handover_id", "party_id", "key", "kind", "day", "principal_ore", "fee_ore"),
    *("interest_ore", "agency_ore", "case_number", "ocr_number", "text", "last_entry"),
    "agency_message_id",
)


def happen(cursor: CursorWrapper, event: NewEvent) -> bool:
    """Add what has happened; False when it was known before."""
    cursor.execute(
        f"INSERT INTO handover_event ({', '.join(_EVENT)})"
        f" VALUES ({', '.join('%s' for _ in _EVENT)}) ON CONFLICT DO NOTHING",
        _values(event),
    )
    return bool(cursor.rowcount == 1)


def happen_all(cursor: CursorWrapper, events: Iterable[NewEvent]) -> None:
    """Add all that has happened; what was known before is known still."""
    bulk.insert(
        cursor, "handover_event", _EVENT, map(_values, events), ending="ON CONFLICT DO NOTHING"
    )


def _values(event: NewEvent) -> tuple[object, ...]:
    return (
        event.handover,
        event.party,
        event.key,
        event.kind.value,
        event.day,
        event.balance.principal_ore,
        event.balance.fee_ore,
        event.balance.interest_ore,
        event.agency_ore,
        event.case_number,
        event.ocr_number,
        event.text,
        event.last_entry,
        event.message,
    )


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


def last_entries(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, int]:
    """The latest entry of each invoice."""
    cursor.execute(
        "SELECT invoice_id, max(id) FROM entry WHERE invoice_id = ANY(%s) GROUP BY invoice_id",
        [list(invoices)],
    )
    return dict(cursor.fetchall())


def paid_last_to_agency(cursor: CursorWrapper, invoices: Collection[int]) -> frozenset[int]:
    """Those of the invoices that were last lowered by money paid to an agency."""
    cursor.execute(
        "SELECT invoice_id FROM (SELECT DISTINCT ON (invoice_id) invoice_id, debit FROM entry"
        " WHERE invoice_id = ANY(%s)"
        " AND credit IN ('receivable', 'fee_receivable', 'interest_receivable')"
        " ORDER BY invoice_id, id DESC) latest WHERE debit = 'agency'",
        [list(invoices)],
    )
    return frozenset(key for (key,) in cursor.fetchall())


def untold(cursor: CursorWrapper, handovers: Collection[Handover]) -> dict[int, list[Untold]]:
    """What has lowered each claim, or owed it again, since its agency was told of it."""
    cursor.execute(
        """SELECT h.id, e.id, e.kind,
                  CASE WHEN e.debit IN ('receivable', 'fee_receivable', 'interest_receivable')
                       THEN -e.amount_ore ELSE e.amount_ore END, e.value_date
           FROM handover h
           JOIN handover_event p ON p.handover_id = h.id AND p.kind = 'prepared'
           JOIN entry e ON e.invoice_id = h.invoice_id
           WHERE h.id = ANY(%s) AND e.id > p.last_entry
             AND e.debit <> 'agency' AND e.credit <> 'agency'
             AND (e.credit IN ('receivable', 'fee_receivable', 'interest_receivable')
                  OR e.kind = 'reversal' AND e.debit IN
                     ('receivable', 'fee_receivable', 'interest_receivable'))
             AND NOT EXISTS (SELECT 1 FROM handover_event t
                             WHERE t.handover_id = h.id AND t.kind = 'told' AND t.last_entry = e.id)
           ORDER BY e.id""",
        [[each.key for each in handovers]],
    )
    found: defaultdict[int, list[Untold]] = defaultdict(list)
    for handover, entry, kind, amount_ore, value_date in cursor.fetchall():
        found[handover].append(
            Untold(entry=entry, kind=kind, amount_ore=amount_ore, value_date=value_date)
        )
    return found


def came_back(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, CameBack]:
    """Those of the invoices that were handed over, and that no agency has any more."""
    cursor.execute(
        """SELECT h.invoice_id, h.day, coalesce(asked.text, '')
           FROM handover h
           LEFT JOIN handover_event asked ON asked.handover_id = h.id
                                         AND asked.kind = 'recall_asked'
           WHERE h.id IN (SELECT max(id) FROM handover WHERE invoice_id = ANY(%s)
                          GROUP BY invoice_id)
             AND EXISTS (SELECT 1 FROM handover_event e WHERE e.handover_id = h.id
                         AND e.kind IN ('recall_asked', 'closed'))""",
        [list(invoices)],
    )
    return {
        invoice: CameBack(reason=reason, given_on=day) for invoice, day, reason in cursor.fetchall()
    }


def backs(cursor: CursorWrapper, invoice: int) -> list[tuple[str, date]]:
    """(agency, day) of every time that the invoice became ours again, oldest first."""
    cursor.execute(
        "SELECT h.agency, min(e.day) FROM handover h JOIN handover_event e ON e.handover_id = h.id"
        " WHERE h.invoice_id = %s AND e.kind IN ('recall_asked', 'closed')"
        " GROUP BY h.id ORDER BY h.id",
        [invoice],
    )
    return cursor.fetchall()
