"""What has happened to claims at agencies, as stories, `explain` and the books ask of it.

    heard(cursor, [17])                      -> payments and endings, in the order they came
    paid_there(cursor, 17)                   -> what the books say was paid there, by part

The one rule: nothing is decided here; it is read from what `handovers` has added.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import Happening
from reskontra.domain.ledger import Balance


def payment_told(cursor: CursorWrapper, handover: int, *, message: str) -> Balance | None:
    """What the message with this name told was paid for the claim; None when none did."""
    cursor.execute(
        "SELECT e.principal_ore, e.fee_ore, e.interest_ore FROM handover_event e"
        " JOIN agency_message m ON m.id = e.agency_message_id"
        " WHERE e.handover_id = %s AND e.kind = 'payment' AND m.message = %s",
        [handover, message],
    )
    row = cursor.fetchone()
    return Balance(*row) if row else None


def latest_payment(cursor: CursorWrapper, invoice: int, *, amount_ore: int) -> str | None:
    """The name of the latest message of such a payment that has not been taken back."""
    cursor.execute(
        "SELECT m.message FROM handover h JOIN handover_event e ON e.handover_id = h.id"
        " JOIN agency_message m ON m.id = e.agency_message_id"
        " WHERE h.invoice_id = %s AND e.kind = 'payment'"
        " AND e.principal_ore + e.fee_ore + e.interest_ore = %s"
        " AND NOT EXISTS (SELECT 1 FROM handover_event b WHERE b.handover_id = h.id"
        " AND b.kind = 'taken_back' AND b.text = m.message) ORDER BY e.id DESC LIMIT 1",
        [invoice, amount_ore],
    )
    row = cursor.fetchone()
    return str(row[0]) if row else None


def told_as_paid(cursor: CursorWrapper, invoice: int) -> Balance:
    """What agencies have told was paid there, less what was taken back, by part."""
    cursor.execute(
        """SELECT coalesce(sum(sign * e.principal_ore), 0)::bigint,
                  coalesce(sum(sign * e.fee_ore), 0)::bigint,
                  coalesce(sum(sign * e.interest_ore), 0)::bigint
           FROM handover h JOIN handover_event e ON e.handover_id = h.id
           CROSS JOIN LATERAL (SELECT CASE e.kind WHEN 'payment' THEN 1 ELSE -1 END AS sign) s
           WHERE h.invoice_id = %s AND e.kind IN ('payment', 'taken_back')""",
        [invoice],
    )
    return Balance(*cursor.fetchone())


def paid_there(cursor: CursorWrapper, invoice: int) -> Balance:
    """What the books say that money paid to agencies has taken off each part."""
    cursor.execute(
        """SELECT coalesce(sum(ore) FILTER (WHERE part = 'receivable'), 0)::bigint,
                  coalesce(sum(ore) FILTER (WHERE part = 'fee_receivable'), 0)::bigint,
                  coalesce(sum(ore) FILTER (WHERE part = 'interest_receivable'), 0)::bigint
           FROM (SELECT credit AS part, amount_ore AS ore FROM entry
                 WHERE invoice_id = %(invoice)s AND debit = 'agency'
                 UNION ALL
                 SELECT debit, -amount_ore FROM entry
                 WHERE invoice_id = %(invoice)s AND credit = 'agency') moved""",
        {"invoice": invoice},
    )
    return Balance(*cursor.fetchone())


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
class GivenAgain:
    """A claim handed over once more, and why it had come back."""

    day: date
    invoice: int
    after: str


def given_again(cursor: CursorWrapper, ids: Collection[int]) -> list[GivenAgain]:
    """The hand-overs of these invoices that were not the first, oldest first."""
    cursor.execute(
        "SELECT day, invoice_id, after FROM handover WHERE invoice_id = ANY(%s) AND after <> ''"
        " ORDER BY id",
        [list(ids)],
    )
    return [GivenAgain(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Heard:
    """What an agency has told: money for the claim in öre, or an ending with its reason."""

    day: date
    invoice: int
    kind: Happening
    amount_ore: int
    text: str


def heard(cursor: CursorWrapper, ids: Collection[int]) -> list[Heard]:
    """Money and endings that agencies have told of these invoices, in the order they came."""
    cursor.execute(
        "SELECT e.day, h.invoice_id, e.kind, e.principal_ore + e.fee_ore + e.interest_ore, e.text"
        " FROM handover_event e JOIN handover h ON h.id = e.handover_id"
        " WHERE e.kind IN ('payment', 'taken_back', 'closed') AND e.agency_message_id IS NOT NULL"
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


@dataclass(frozen=True, slots=True)
class RuleOfGivenAgain:
    """The rule by which a claim went to an agency again, and the step that it belongs to."""

    day: date
    step: str
    file: str
    digest: str


def rules_of_given_again(
    cursor: CursorWrapper, ids: Collection[int]
) -> tuple[RuleOfGivenAgain, ...]:
    """The rules of hand-overs that were not the first, oldest first."""
    cursor.execute(
        """SELECT h.day, t.step, r.file, r.digest
           FROM handover h JOIN rule r ON r.id = h.rule_id
           CROSS JOIN LATERAL (
               SELECT step FROM step_taken
               WHERE invoice_id = h.invoice_id AND step LIKE 'hand\\_over%%' AND day <= h.day
               ORDER BY id DESC LIMIT 1) t
           WHERE h.invoice_id = ANY(%s) ORDER BY h.id""",
        [list(ids)],
    )
    return tuple(RuleOfGivenAgain(*row) for row in cursor.fetchall())
