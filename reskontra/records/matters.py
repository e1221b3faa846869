"""Matters at the Enforcement Authority: what has happened in each, added once, never changed.

    happen(cursor, NewEvent(case=3, party=4, key="sent", kind=News.SENT, day=today))

`key` names what happened in its matter: adding it again changes nothing, and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.enforcement import Event, Matter, News, Route
from reskontra.domain.ledger import RECEIVABLE_OF, Entry
from reskontra.domain.rules import Part
from reskontra.domain.undoing import undone
from reskontra.records import bulk, claim_states, undoing
from reskontra.records.claim_states import Change
from reskontra.records.post import Occasion, carried_out, post

NEVER_SENT = "never_sent"
_PAYS = (Part.INTEREST, Part.FEE, Part.PRINCIPAL)
"""What money that paid such costs pays instead."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A matter to be: the step has been taken, and nothing is sent yet."""

    invoice: int
    party: int
    step: str
    route: Route
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A matter as its rows tell it."""

    key: int
    reference: UUID
    """Ours, which the Authority's messages name it by."""
    invoice: int
    number: str
    party: int
    creditor: str
    step: str
    matter: Matter
    case_number: str
    """The Authority's; empty until it has received the application."""

    def has(self, kind: News) -> bool:
        """Whether this has happened."""
        return self.matter.first(kind) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something that has happened. Amount in öre."""

    case: int
    party: int
    key: str
    kind: News
    day: date
    amount_ore: int = 0
    case_number: str = ""
    text: str = ""
    last_entry: int = 0
    message: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """An entry that the Authority does not know of; below zero when money was taken back."""

    entry: int
    kind: str
    amount_ore: int
    value_date: date


_ALL = """
    SELECT k.id, k.public_id, k.invoice_id, i.number, k.party_id, c.code, k.step, k.route, k.day
    FROM enforcement_case k JOIN invoice i ON i.id = k.invoice_id
    JOIN creditor c ON c.id = i.creditor_id
"""


def _has(kind: str) -> str:
    """A condition in SQL: that this has happened in the matter."""
    return (
        "EXISTS (SELECT 1 FROM enforcement_event e WHERE e.enforcement_case_id = k.id"
        f" AND e.kind = '{kind}')"
    )


_OPEN = f"NOT ({_has('verdict')} OR {_has('withdrawal_asked')} OR {_has('withdrawn')}" + (
    f" OR {_has('ended')})"
)


def add_cases(cursor: CursorWrapper, cases: Iterable[NewCase]) -> None:
    """Add the matters."""
    bulk.insert(
        cursor,
        "enforcement_case",
        ("invoice_id", "party_id", "step", "route", "day"),
        ((each.invoice, each.party, each.step, each.route.value, each.day) for each in cases),
    )


def _load(cursor: CursorWrapper, rest: str, values: Collection[object]) -> list[Case]:
    cursor.execute(f"{_ALL} {rest}", list(values))
    rows = cursor.fetchall()
    events = _events(cursor, [row[0] for row in rows])
    return [
        Case(
            key=row[0],
            reference=row[1],
            invoice=row[2],
            number=row[3],
            party=row[4],
            creditor=row[5],
            step=row[6],
            matter=Matter(
                route=Route(row[7]),
                step=row[6],
                day=row[8],
                events=tuple(event for event, _ in events[row[0]]),
            ),
            case_number=max((number for _, number in events[row[0]]), default=""),
        )
        for row in rows
    ]


def _events(cursor: CursorWrapper, cases: list[int]) -> dict[int, list[tuple[Event, str]]]:
    found: defaultdict[int, list[tuple[Event, str]]] = defaultdict(list)
    if cases:
        cursor.execute(
            "SELECT enforcement_case_id, kind, day, CASE WHEN kind = 'prepared' THEN ''"
            " ELSE text END, case_number FROM enforcement_event"
            " WHERE enforcement_case_id = ANY(%s) ORDER BY id",
            [cases],
        )
        for case, kind, day, text, number in cursor.fetchall():
            found[case].append((Event(News(kind), day, text), number))
    return found


def of_invoices(cursor: CursorWrapper, ids: Collection[int]) -> dict[int, tuple[Matter, ...]]:
    """Invoice -> its matters, oldest first, of those that have any."""
    found: defaultdict[int, tuple[Matter, ...]] = defaultdict(tuple)
    for case in _load(cursor, "WHERE k.invoice_id = ANY(%s) ORDER BY k.id", (list(ids),)):
        found[case.invoice] = (*found[case.invoice], case.matter)
    return found


def cases_of(cursor: CursorWrapper, invoice: int) -> list[Case]:
    """The matters of the invoice, oldest first."""
    return _load(cursor, "WHERE k.invoice_id = %s ORDER BY k.id", (invoice,))


def one(cursor: CursorWrapper, key: int) -> Case:
    """The matter with this id, as it stands now."""
    return _load(cursor, "WHERE k.id = %s", (key,))[0]


def to_decide(cursor: CursorWrapper, *, day: date) -> list[Case]:
    """The open matters that are new, or whose claim is settled or held, oldest first."""
    return _load(
        cursor,
        f"""JOIN claim_state s ON s.invoice_id = k.invoice_id
            WHERE {_OPEN}
              AND (NOT {_has("prepared")} OR s.open_ore = 0
                   OR EXISTS (SELECT 1 FROM step_taken t
                              JOIN step_undone u ON u.step_taken_id = t.id
                              WHERE t.invoice_id = k.invoice_id AND t.step = k.step
                                AND t.day = k.day)
                   OR EXISTS (SELECT 1 FROM hold WHERE party_id = k.party_id
                              AND first_day <= %s AND coalesce(last_day, %s) >= %s))
            ORDER BY k.id""",
        (day, day, day),
    )


def to_carry(cursor: CursorWrapper) -> list[Case]:
    """The matters that the Authority is to hear something of, oldest first."""
    return _load(
        cursor,
        f"""JOIN enforcement_event p ON p.enforcement_case_id = k.id AND p.kind = 'prepared'
            WHERE ({_has("withdrawal_asked")} AND NOT {_has("withdrawal_sent")}
                   AND NOT {_has("withdrawn")})
               OR ({_OPEN} AND (NOT {_has("sent")}
                   OR ({_has("court_asked")} AND NOT {_has("court_sent")})
                   OR EXISTS (SELECT 1 FROM entry WHERE invoice_id = k.invoice_id
                              AND entry.id > p.last_entry AND entry.debit <> 'agency')))
            ORDER BY k.id""",
        (),
    )


def contested(cursor: CursorWrapper) -> list[Case]:
    """The open matters that are contested, and for which no court has been asked."""
    return _load(
        cursor,
        f"WHERE {_OPEN} AND {_has('contested')} AND NOT {_has('court_asked')}"
        f" AND NOT {_has('transferred')} ORDER BY k.id",
        (),
    )


def find(cursor: CursorWrapper, *, creditor: str, reference: str, case_number: str) -> Case | None:
    """The matter that our reference, or else the Authority's number, names."""
    found = _load(
        cursor,
        "WHERE c.code = %s AND (k.public_id::text = %s OR (%s = '' AND EXISTS (SELECT 1 FROM"
        " enforcement_event e WHERE e.enforcement_case_id = k.id AND e.case_number = %s"
        " AND e.case_number <> ''))) ORDER BY k.id DESC LIMIT 1",
        (creditor, reference, reference, case_number),
    )
    return found[0] if found else None


def happen(cursor: CursorWrapper, event: NewEvent) -> bool:
    """Add what has happened; False when it was known before."""
    cursor.execute(
        "INSERT INTO enforcement_event (enforcement_case_id, party_id, key, kind, day, amount_ore,"
        " case_number, text, last_entry, agency_message_id)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [
            event.case,
            event.party,
            event.key,
            event.kind.value,
            event.day,
            event.amount_ore,
            event.case_number,
            event.text,
            event.last_entry,
            event.message,
        ],
    )
    return bool(cursor.rowcount == 1)


def withdraw(cursor: CursorWrapper, case: Case, *, reason: str, day: date) -> None:
    """Withdraw the application from now on; one that never left us is closed at once.

    Such a one has cost nobody anything, and what it added to the claim is reversed.
    """
    asked = NewEvent(
        case=case.key,
        party=case.party,
        key=News.WITHDRAWAL_ASKED.value,
        kind=News.WITHDRAWAL_ASKED,
        day=day,
        text=reason,
    )
    happen(cursor, asked)
    changed_ore = 0
    if not case.has(News.PREPARED):
        happen(cursor, replace(asked, key=NEVER_SENT, kind=News.WITHDRAWN, text=NEVER_SENT))
        changed_ore = take_costs_back(cursor, case, day=day)
    claim_states.move(cursor, {case.invoice: Change(changed_ore, day)})


def take_costs_back(cursor: CursorWrapper, case: Case, *, day: date) -> int:
    """Reverse what a matter has added to its claim; by how much what is owed changes, in öre.

    Money that paid it pays what else is left, and what is over is the payer's. Of a step that has
    been undone nothing stands.
    """
    cursor.execute(
        """SELECT e.kind, e.debit, e.credit, e.amount_ore, e.value_date, e.creditor_id
           FROM entry e JOIN step_taken t ON t.invoice_id = e.invoice_id AND t.day = e.booking_date
           WHERE e.invoice_id = %s AND e.kind = 'fee' AND e.booking_date = %s AND t.step = %s
             AND e.cause LIKE '%%: ' || t.step || ', %%'
             AND NOT EXISTS (SELECT 1 FROM step_undone u WHERE u.step_taken_id = t.id)
           ORDER BY e.id""",
        [case.invoice, case.matter.day, case.step],
    )
    booked, creditors = [], set()
    for *entry, creditor in cursor.fetchall():
        booked.append(Entry(*entry))
        creditors.add(creditor)
    if not booked:
        return 0
    before = undoing.entries(cursor, [case.invoice])[case.invoice]
    occasion = Occasion(
        creditor=creditors.pop(),
        value_date=day,
        booking_date=day,
        cause=f"{case.step}: {NEVER_SENT}",
    )
    entries = undone(before, booked, order=_PAYS)
    post(cursor, [carried_out(occasion, each, invoice=case.invoice) for each in entries])
    owed = {account.value for account in RECEIVABLE_OF.values()}
    return sum(each.amount_ore * ((each.debit in owed) - (each.credit in owed)) for each in entries)


def prepared(cursor: CursorWrapper, case: int) -> str:
    """What the Authority is told in the application, as it was settled once."""
    cursor.execute(
        "SELECT text FROM enforcement_event WHERE enforcement_case_id = %s AND kind = 'prepared'",
        [case],
    )
    return str(cursor.fetchone()[0])


def untold(cursor: CursorWrapper, case: Case) -> list[Untold]:
    """What has lowered the claim, or owed it again, since the Authority was told of it.

    Not money that the Authority got in itself.
    """
    cursor.execute(
        """SELECT e.id, e.kind,
                  CASE WHEN e.debit IN ('receivable', 'fee_receivable', 'interest_receivable')
                       THEN -e.amount_ore ELSE e.amount_ore END, e.value_date
           FROM entry e JOIN enforcement_event p
                ON p.enforcement_case_id = %s AND p.kind = 'prepared'
           WHERE e.invoice_id = %s AND e.id > p.last_entry AND e.debit <> 'agency'
             AND (e.credit IN ('receivable', 'fee_receivable', 'interest_receivable')
                  OR e.kind = 'reversal' AND e.debit IN
                     ('receivable', 'fee_receivable', 'interest_receivable'))
             AND NOT EXISTS (SELECT 1 FROM enforcement_event t WHERE t.enforcement_case_id = %s
                             AND t.kind = 'told' AND t.last_entry = e.id)
           ORDER BY e.id""",
        [case.key, case.invoice, case.key],
    )
    return [
        Untold(entry=row[0], kind=row[1], amount_ore=row[2], value_date=row[3])
        for row in cursor.fetchall()
    ]


@dataclass(frozen=True, slots=True)
class MatterRow:
    """Something that happened in a matter of an invoice, as it is told. Amount in öre."""

    day: date
    invoice: int
    kind: News
    amount_ore: int
    text: str
    told: bool
    """It came in a message of the Authority's."""

    @property
    def by_hand(self) -> bool:
        """Whether a person decided it, who is named before the reason."""
        return ": " in self.text


def happenings(cursor: CursorWrapper, ids: Collection[int]) -> tuple[MatterRow, ...]:
    """Everything that happened in the matters of these invoices, in the order we heard of it."""
    cursor.execute(
        "SELECT e.day, k.invoice_id, e.kind, e.amount_ore,"
        " CASE WHEN e.kind = 'prepared' THEN k.step ELSE e.text END,"
        " e.agency_message_id IS NOT NULL"
        " FROM enforcement_event e JOIN enforcement_case k ON k.id = e.enforcement_case_id"
        " WHERE k.invoice_id = ANY(%s) ORDER BY e.id",
        [list(ids)],
    )
    return tuple(MatterRow(row[0], row[1], News(row[2]), *row[3:]) for row in cursor.fetchall())


def costs(cursor: CursorWrapper, ids: Collection[int]) -> list[tuple[date, int, str, int]]:
    """(day, invoice, which cost, öre) of what applications have added, oldest first."""
    cursor.execute(
        """SELECT e.booking_date, e.invoice_id, split_part(e.cause, ', ', 2), e.amount_ore
           FROM entry e
           JOIN enforcement_case k ON k.invoice_id = e.invoice_id AND k.day = e.booking_date
           WHERE e.invoice_id = ANY(%s) AND e.kind = 'fee'
             AND split_part(split_part(e.cause, ': ', 2), ', ', 1) = k.step
             AND split_part(e.cause, ', ', 2) <> '' ORDER BY e.id""",
        [list(ids)],
    )
    return cursor.fetchall()
