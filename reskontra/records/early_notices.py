"""Notices by e-mail before the due date, as the night chooses and sends them.

    wanted(cursor, day=day, longest=10)      -> who may be to hear of which invoice tonight
    add(cursor, [NewNotice(...)], day=day)   one row for each person, and one for each invoice
    unsent(cursor, day=day, after=0, limit=500)
    happen(cursor, notice, "sent", day=day)

The one rule: what is chosen costs what falls due in the days that people have chosen among, however
large the ledger is, and a person hears of an invoice and its due date once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.records import bulk
from reskontra.records.work import Waiting

KEPT_DAYS = 31
"""No notice is about a due date further away, so older ones have nothing left to say."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An invoice that a party has wished to hear of."""

    invoice: int
    party: int
    wish: int
    days_before: int


@dataclass(frozen=True, slots=True)
class NewNotice:
    """An e-mail to be: whose, by which wish, and the invoices with their due dates."""

    party: int
    wish: int
    about: tuple[tuple[int, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """An e-mail that is to leave."""

    key: int
    party: int
    address: str
    language: str
    token: str
    days_before: int
    ended: bool
    """The person wants no more of them."""
    invoices: tuple[int, ...]


_HOLDS = """
    JOIN LATERAL (SELECT w.id, w.days_before FROM notice_confirmed c
                  JOIN notice_wish w ON w.id = c.wish_id
                  WHERE c.party_id = d.party_id ORDER BY c.wish_id DESC LIMIT 1) w ON true
"""
_NOT_HELD_BACK = """
    NOT EXISTS (SELECT FROM notice_ended WHERE wish_id = w.id)
    AND NOT EXISTS (SELECT FROM early_notice n JOIN early_notice_event e ON e.notice_id = n.id
                    WHERE n.wish_id = w.id AND e.state = 'refused')
"""


def wanted(cursor: CursorWrapper, *, day: date, longest: int) -> list[Wanted]:
    """What falls due within `longest` days, of those who have chosen to hear of it and have not.

    Whoever has had an e-mail this night has no second one.
    """
    cursor.execute(
        f"""SELECT s.invoice_id, d.party_id, w.id, w.days_before FROM claim_state s
            CROSS JOIN LATERAL (SELECT s.party_id UNION ALL SELECT o.party_id
                                FROM invoice_debtor o WHERE o.invoice_id = s.invoice_id) d
            {_HOLDS}
            JOIN party p ON p.id = d.party_id AND p.kind = 'person' AND NOT p.protected_identity
            WHERE s.open_ore > 0 AND s.due_date > %(day)s AND s.due_date <= %(last)s
              AND s.due_date <= %(day)s + w.days_before AND {_NOT_HELD_BACK}
              AND NOT EXISTS (SELECT FROM early_notice_claim x WHERE x.party_id = d.party_id
                              AND x.invoice_id = s.invoice_id AND x.due_date = s.due_date)
              AND NOT EXISTS (SELECT FROM early_notice n
                              WHERE n.party_id = d.party_id AND n.day = %(day)s)
            ORDER BY d.party_id, s.due_date, s.invoice_id""",
        {"day": day, "last": day + timedelta(days=longest)},
    )
    return [Wanted(*row) for row in cursor.fetchall()]


def add(cursor: CursorWrapper, new: Sequence[NewNotice], *, day: date) -> int:
    """Write them; how many. One to a party that has one of the night already is left out."""
    cursor.execute(
        """INSERT INTO early_notice (party_id, wish_id, day)
           SELECT party, wish, %s FROM unnest(%s::bigint[], %s::bigint[]) AS n (party, wish)
           ON CONFLICT (party_id, day) DO NOTHING RETURNING party_id, id""",
        [day, [each.party for each in new], [each.wish for each in new]],
    )
    keys = dict(cursor.fetchall())
    bulk.insert(
        cursor,
        "early_notice_claim",
        ("notice_id", "party_id", "invoice_id", "due_date"),
        [
            (keys[each.party], each.party, invoice, due)
            for each in new
            if each.party in keys
            for invoice, due in each.about
        ],
    )
    return len(keys)


_LAST = """
    LEFT JOIN LATERAL (SELECT e.state, e.day FROM early_notice_event e WHERE e.notice_id = n.id
                       ORDER BY e.id DESC LIMIT 1) last ON true
"""


def unsent(cursor: CursorWrapper, *, day: date, after: int, limit: int) -> list[Unsent]:
    """Those that have never been handed over, or that the server did not take, oldest first."""
    cursor.execute(
        f"""SELECT n.id, n.party_id, w.address, w.language, w.token, w.days_before,
                   EXISTS (SELECT FROM notice_ended WHERE wish_id = w.id)
            FROM early_notice n JOIN notice_wish w ON w.id = n.wish_id {_LAST}
            WHERE n.day > %s AND n.day <= %s AND n.id > %s
              AND coalesce(last.state, 'failed') = 'failed'
            ORDER BY n.id LIMIT %s""",
        [day - timedelta(days=KEPT_DAYS), day, after, limit],
    )
    found = cursor.fetchall()
    about = _about(cursor, [row[0] for row in found])
    return [
        Unsent(
            key=key,
            party=party,
            address=address,
            language=language,
            token=token,
            days_before=days_before,
            ended=ended,
            invoices=tuple(about[key]),
        )
        for key, party, address, language, token, days_before, ended in found
    ]


def _about(cursor: CursorWrapper, notices: Sequence[int]) -> defaultdict[int, list[int]]:
    cursor.execute(
        "SELECT notice_id, invoice_id FROM early_notice_claim WHERE notice_id = ANY(%s)"
        " ORDER BY due_date, invoice_id",
        [list(notices)],
    )
    about: defaultdict[int, list[int]] = defaultdict(list)
    for notice, invoice in cursor.fetchall():
        about[notice].append(invoice)
    return about


def happen(cursor: CursorWrapper, notice: Unsent, state: str, *, day: date, note: str = "") -> None:
    """Something became of it; `note` is a code, and never says the address."""
    cursor.execute(
        "INSERT INTO early_notice_event (notice_id, party_id, state, day, note)"
        " VALUES (%s, %s, %s, %s, %s)",
        [notice.key, notice.party, state, day, note],
    )


_TROUBLED = f"""
    FROM early_notice n {_LAST}
    JOIN LATERAL (SELECT x.invoice_id, x.due_date FROM early_notice_claim x
                  WHERE x.notice_id = n.id ORDER BY x.due_date, x.invoice_id LIMIT 1) x ON true
    WHERE n.day > %(first)s AND n.day <= %(day)s AND x.due_date > %(day)s
      AND last.state IN ('handed', 'failed', 'refused')
"""


def troubled_count(cursor: CursorWrapper, *, day: date) -> int:
    """How many may not have reached anybody, about what is still to fall due."""
    cursor.execute(f"SELECT count(*) {_TROUBLED}", _days(day))
    return int(cursor.fetchone()[0])


def troubled(cursor: CursorWrapper, *, day: date, limit: int, offset: int) -> list[Waiting]:
    """Those that may not have reached anybody, the nearest due date first; `words` is the state."""
    cursor.execute(
        f"""SELECT t.id, i.public_id, i.number, p.name, t.due_date, t.state
            FROM (SELECT n.id, n.party_id, x.invoice_id, x.due_date, last.state {_TROUBLED}) t
            JOIN invoice i ON i.id = t.invoice_id JOIN party p ON p.id = t.party_id
            ORDER BY t.due_date, t.id LIMIT %(limit)s OFFSET %(offset)s""",
        {**_days(day), "limit": limit, "offset": offset},
    )
    return [
        Waiting(
            key=key,
            public_id=public_id,
            number=number,
            name=name,
            day=due,
            amount_ore=0,
            words=state,
        )
        for key, public_id, number, name, due, state in cursor.fetchall()
    ]


def in_doubt_count(cursor: CursorWrapper, *, day: date) -> int:
    """How many were handed to the mail server by a run that did not live to hear its answer."""
    cursor.execute(f"SELECT count(*) {_TROUBLED} AND last.state = 'handed'", _days(day))
    return int(cursor.fetchone()[0])


def _days(day: date) -> dict[str, object]:
    return {"day": day, "first": day - timedelta(days=KEPT_DAYS)}
