"""Money that waits for a person: without a claim, too much, to be paid back, or come too late.

    unmatched(cursor)   -> Waits(payment=5, amount_ore=30000, suggestions=("1003",), ...)
    overpaid(cursor)    -> TooMuch(number="1003", free_ore=5000, ...)
    recovered(cursor)   -> what was written off and has been paid since

Reads only, for work lists. The one rule: a suggestion is only that; a person says which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.money import format_kronor
from reskontra.records import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Money without a claim, and the invoices that it may be for. Amount in öre."""

    payment: int
    creditor: str
    amount_ore: int
    """Below zero when the bank took back what was never found."""
    day: date
    said: str
    """What the payer gave or wrote."""
    payer: str
    suggestions: tuple[str, ...]
    """Numbers of open invoices of this creditor: of the same amount, or named in the text."""

    @property
    def words(self) -> str:
        """The payment on one line."""
        said = " ".join(filter(None, (self.payer, self.said)))
        return f"{self.day}  {format_kronor(self.amount_ore)} kr  {said}".strip()


def unmatched(cursor: CursorWrapper) -> list[Waits]:
    """The payments whose money lies without a claim, oldest first."""
    found = queries.unmatched_payments(cursor)
    hints = suggestions(cursor, [each.payment for each in found])
    return [
        Waits(
            payment=each.payment,
            creditor=each.creditor,
            amount_ore=each.amount_ore,
            day=each.booking_date,
            said=each.reference or each.text.replace("\n", " / "),
            payer=each.payer_name,
            suggestions=hints.get(each.payment, ()),
        )
        for each in found
    ]


def suggestions(cursor: CursorWrapper, payments: list[int]) -> dict[int, tuple[str, ...]]:
    """Numbers of open invoices by payment: named by the payer, or as much; five at most."""
    cursor.execute(
        """SELECT p.id, (array_agg(i.number ORDER BY named DESC, i.due_date, i.id))[1:5]
           FROM payment p
           JOIN claim_state s ON s.creditor_id = p.creditor_id AND s.open_ore > 0
           JOIN invoice i ON i.id = s.invoice_id
           JOIN party w ON w.id = i.party_id
           CROSS JOIN LATERAL (SELECT i.number = ANY(regexp_split_to_array(
               p.reference || ' ' || p.text, '[^0-9A-Za-z/-]+')) AS named) n
           WHERE p.id = ANY(%s)
             AND (named OR (s.open_ore = p.amount_ore
                            AND lower(w.name) = lower(p.payer_name)))
           GROUP BY p.id""",
        [payments],
    )
    return {key: tuple(numbers) for key, numbers in cursor.fetchall()}


def open_of_party(
    cursor: CursorWrapper, *, party: int, creditor: str
) -> list[tuple[int, str, int]]:
    """(invoice, number, öre left) of what the party owes the creditor, the earliest due first."""
    cursor.execute(
        """SELECT i.id, i.number, s.open_ore FROM claim_state s
           JOIN invoice i ON i.id = s.invoice_id JOIN creditor c ON c.id = s.creditor_id
           WHERE s.party_id = %s AND c.code = %s AND s.open_ore > 0
           ORDER BY s.due_date, i.id""",
        [party, creditor],
    )
    return cursor.fetchall()


@dataclass(frozen=True, slots=True)
class TooMuch:
    """What is too much on an invoice, in öre."""

    invoice: int
    number: str
    creditor: str
    party: int
    kind: str
    overpaid_ore: int
    """Below zero when the bank has taken back what had been paid out or moved."""
    waits_ore: int
    """Of it, what waits to be paid out."""
    sold: bool
    """An agency owns the claim, so a person decides what becomes of the money."""

    @property
    def free_ore(self) -> int:
        """What nothing has been decided about."""
        return self.overpaid_ore - self.waits_ore


_TOO_MUCH = """
    SELECT i.id, i.number, c.code, i.party_id, i.kind, o.ore,
           coalesce((SELECT sum(p.amount_ore) FROM payout p WHERE p.invoice_id = i.id
                     AND NOT EXISTS (SELECT 1 FROM payout_event e
                                     WHERE e.payout_id = p.id
                                       AND e.kind IN ('sent', 'withdrawn'))), 0)::bigint,
           EXISTS (SELECT 1 FROM handover h WHERE h.invoice_id = i.id AND h.assigned)
    FROM (SELECT invoice_id, sum(amount_ore * ((credit = 'overpaid')::int
                                             - (debit = 'overpaid')::int))::bigint AS ore
          FROM entry WHERE (credit = 'overpaid' OR debit = 'overpaid') {only}
          GROUP BY invoice_id) o
    JOIN invoice i ON i.id = o.invoice_id JOIN creditor c ON c.id = i.creditor_id
    WHERE o.ore <> 0 ORDER BY i.id
"""


def overpaid(cursor: CursorWrapper) -> list[TooMuch]:
    """The invoices on which something is too much, or lacks, oldest first.

    What waits for water to be turned on again is not among them: it is to pay that work's fee.
    """
    cursor.execute(_TOO_MUCH.format(only=""))
    found = [TooMuch(*row) for row in cursor.fetchall()]
    if not found:
        return []
    waiting = _waits_for_water(cursor, [each.invoice for each in found])
    return [each for each in found if each.invoice not in waiting]


def overpaid_on(cursor: CursorWrapper, invoices: list[int]) -> list[TooMuch]:
    """The same of these invoices, whatever it waits for."""
    cursor.execute(_TOO_MUCH.format(only="AND invoice_id = ANY(%s)"), [invoices])
    return [TooMuch(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidOutFrom:
    """From how much on a creditor pays out what is too much, and for which kinds it never does."""

    creditor: str
    least_ore: int
    never: tuple[str, ...] = ()


_WATER_OFF = """
    EXISTS (SELECT 1 FROM work_order_claim wc JOIN work_order w ON w.id = wc.order_id
            WHERE wc.invoice_id = o.invoice_id
              AND (SELECT t.state FROM water_turn t WHERE t.facility_id = w.facility_id
                   ORDER BY t.id DESC LIMIT 1) <> 'on')
"""
"""What is too much there waits for the water to be turned on, and then pays that fee."""

_TO_PAY_OUT = f"""
    SELECT o.invoice_id, o.ore - coalesce((
               SELECT sum(w.amount_ore) FROM payout w WHERE w.invoice_id = o.invoice_id
               AND NOT EXISTS (SELECT 1 FROM payout_event e WHERE e.payout_id = w.id
                               AND e.kind IN ('sent', 'withdrawn'))), 0)::bigint AS free_ore
    FROM (SELECT invoice_id, sum(amount_ore * ((credit = 'overpaid')::int
                                             - (debit = 'overpaid')::int))::bigint AS ore
          FROM entry WHERE credit = 'overpaid' OR debit = 'overpaid'
          GROUP BY invoice_id HAVING sum(amount_ore * ((credit = 'overpaid')::int
                                                     - (debit = 'overpaid')::int)) > 0) o
    WHERE NOT {_WATER_OFF}
"""
_RULED = f"""
    SELECT f.invoice_id, f.free_ore FROM ({_TO_PAY_OUT}) f
    JOIN invoice i ON i.id = f.invoice_id JOIN creditor c ON c.id = i.creditor_id
    JOIN unnest(%s::text[], %s::bigint[]) AS rule (code, least_ore) ON rule.code = c.code
    WHERE f.free_ore > 0 AND (
        EXISTS (SELECT 1 FROM handover h WHERE h.invoice_id = i.id AND h.assigned)
        OR f.free_ore >= rule.least_ore AND NOT (c.code || ':' || i.kind = ANY(%s)))
"""


def to_pay_out_count(cursor: CursorWrapper, rules: Sequence[PaidOutFrom]) -> int:
    """On how many invoices something is too much that a person is to pay out."""
    cursor.execute(f"SELECT count(*) FROM ({_RULED}) found", _ruled(rules))
    return int(cursor.fetchone()[0])


def to_pay_out(
    cursor: CursorWrapper, rules: Sequence[PaidOutFrom], *, limit: int, offset: int
) -> list[tuple[int, int]]:
    """(invoice, öre too much) of what a person is to pay out, the oldest first: one page.

    What the rules keep, or let pay the next invoice, waits for nobody; what came to us for a claim
    that an agency owns always does.
    """
    cursor.execute(
        f"{_RULED} ORDER BY f.invoice_id LIMIT %s OFFSET %s", [*_ruled(rules), limit, offset]
    )
    return cursor.fetchall()


def _ruled(rules: Sequence[PaidOutFrom]) -> list[object]:
    return [
        [each.creditor for each in rules],
        [each.least_ore for each in rules],
        [f"{each.creditor}:{kind}" for each in rules for kind in each.never],
    ]


def _waits_for_water(cursor: CursorWrapper, invoices: list[int]) -> set[int]:
    """Those for which the water is off, until it is on again."""
    cursor.execute(
        f"SELECT o.invoice_id FROM unnest(%s::bigint[]) AS o (invoice_id) WHERE {_WATER_OFF}",
        [invoices],
    )
    return {invoice for (invoice,) in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class Recovered:
    """Money that came for what had been written off. Amount in öre."""

    invoice: int
    number: str
    creditor: str
    day: date
    amount_ore: int


def recovered(cursor: CursorWrapper, *, since: date) -> list[Recovered]:
    """What was written off and has been paid since that day, the latest first."""
    cursor.execute(
        """SELECT i.id, i.number, c.code, e.booking_date, sum(e.amount_ore)::bigint
           FROM entry e JOIN invoice i ON i.id = e.invoice_id
           JOIN creditor c ON c.id = i.creditor_id
           WHERE e.kind = 'recovery' AND e.booking_date >= %s
           GROUP BY i.id, c.code, e.booking_date ORDER BY e.booking_date DESC, i.id""",
        [since],
    )
    return [Recovered(*row) for row in cursor.fetchall()]
