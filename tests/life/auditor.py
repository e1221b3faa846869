"""What must always hold, asked of the tables by somebody who knows nothing else.

    faults() -> ()    or a line for each thing that is wrong

The one rule: nothing of `reskontra` is used here, so that both are wrong only together.
"""

from __future__ import annotations

from django.db import connections

LARGEST_REMINDER_FEE_ORE = 6_000
"""Lagen (1981:739) 3 §, förordning (1981:1057)."""

QUESTIONS = {
    "an entry moves something from one account to another": """
        SELECT id::text FROM entry WHERE amount_ore <= 0 OR debit = credit""",
    "no part of a claim is below zero": """
        SELECT i.number || ' ' || part || ' ' || sum(ore) FROM (
            SELECT invoice_id, debit AS part, amount_ore AS ore FROM entry
            UNION ALL SELECT invoice_id, credit, -amount_ore FROM entry) moved
        JOIN invoice i ON i.id = invoice_id
        WHERE part IN ('receivable', 'fee_receivable', 'interest_receivable')
        GROUP BY i.number, part HAVING sum(ore) < 0""",
    "what was paid too much lies in overpaid, and never below zero": """
        SELECT i.number || ' ' || sum(ore) FROM (
            SELECT invoice_id, credit AS part, amount_ore AS ore FROM entry
            UNION ALL SELECT invoice_id, debit, -amount_ore FROM entry) moved
        JOIN invoice i ON i.id = invoice_id
        WHERE part = 'overpaid' GROUP BY i.number HAVING sum(ore) < 0""",
    "unmatched money is never below zero": """
        SELECT sum(ore)::text FROM (
            SELECT credit AS part, amount_ore AS ore FROM entry
            UNION ALL SELECT debit, -amount_ore FROM entry) moved
        WHERE part = 'unmatched' HAVING sum(ore) < 0""",
    "the bank account holds what its files say, less what we have paid back": """
        SELECT concat('booked ', booked, ', files say ', said) FROM (
            SELECT (SELECT sum(amount_ore * ((debit = 'bank')::int - (credit = 'bank')::int))
                    FROM entry WHERE payment_id IS NOT NULL) AS booked,
                   (SELECT sum(total_ore) FROM bank_day) AS said) sums
        WHERE coalesce(booked, 0) <> coalesce(said, 0)""",
    "what a claim is kept with is what its entries leave": """
        SELECT i.number FROM claim_state s JOIN invoice i ON i.id = s.invoice_id
        WHERE s.open_ore <> (
            SELECT coalesce(sum(
                CASE WHEN debit LIKE '%%receivable' THEN amount_ore ELSE 0 END
              - CASE WHEN credit LIKE '%%receivable' THEN amount_ore ELSE 0 END), 0)
            FROM entry e WHERE e.invoice_id = i.id)""",
    "no step is taken twice unless it was undone, or goes again": """
        SELECT i.number || ' ' || t.step FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
        WHERE t.again_after_id IS NULL
          AND NOT EXISTS (SELECT FROM step_undone u WHERE u.step_taken_id = t.id)
        GROUP BY i.number, t.step HAVING count(*) > 1""",
    "the first contact is a reminder": """
        SELECT i.number || ' ' || f.step FROM (
            SELECT DISTINCT ON (t.invoice_id) t.invoice_id, t.step FROM step_taken t
            WHERE t.step NOT IN ('late_interest', 'small_rest')
              AND NOT EXISTS (SELECT FROM step_undone u WHERE u.step_taken_id = t.id)
            ORDER BY t.invoice_id, t.day, t.id) f JOIN invoice i ON i.id = f.invoice_id
        WHERE f.step <> 'reminder'""",
    "nobody is reminded before the invoice is overdue": """
        SELECT i.number || ' ' || t.day FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
        WHERE t.step = 'reminder' AND t.day <= i.due_date""",
    "nobody is reminded, or handed over, who had paid by the day before": """
        SELECT i.number || ' ' || t.step || ' ' || t.day
        FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
        WHERE t.step IN ('reminder', 'hand_over')
          AND NOT EXISTS (SELECT FROM step_undone u WHERE u.step_taken_id = t.id)
          AND (SELECT coalesce(sum(
                 CASE WHEN debit LIKE '%%receivable' THEN amount_ore ELSE 0 END
               - CASE WHEN credit LIKE '%%receivable' THEN amount_ore ELSE 0 END), 0)
               FROM entry e WHERE e.invoice_id = i.id AND e.booking_date < t.day) <= 0""",
    "no letter or hand-over while all of it is in dispute, or its debtor is dead or bankrupt": """
        SELECT i.number || ' ' || t.step || ' ' || t.day || ' ' || h.kind
        FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
        JOIN hold h ON h.party_id = t.party_id AND (h.invoice_id IS NULL OR h.invoice_id = i.id)
        LEFT JOIN hold_lifted l ON l.hold_id = h.id
        JOIN run r ON r.id = t.run_id AND h.recorded_at < r.started_at
        WHERE t.step IN ('reminder', 'hand_over', 'collection_demand', 'order_to_pay')
          AND NOT EXISTS (SELECT FROM step_report r WHERE r.step_taken_id = t.id)
          AND h.kind IN ('dispute', 'deferral', 'death', 'bankruptcy', 'installment_plan')
          AND h.amount_ore IS NULL
          AND NOT EXISTS (SELECT FROM invoice_debtor d WHERE d.invoice_id = i.id
                          AND d.party_id <> t.party_id)
          AND t.day BETWEEN h.first_day AND coalesce(l.last_day, h.last_day, 'infinity')""",
    "no fee for a reminder of what is not agreed, none above the ceiling, none twice": """
        SELECT i.number || ' ' || sum(e.amount_ore)
        FROM entry e JOIN invoice i ON i.id = e.invoice_id
        WHERE e.debit = 'fee_receivable' AND e.cause LIKE '%%reminder%%'
        GROUP BY i.number, i.kind
        HAVING sum(e.amount_ore) > CASE WHEN i.kind IN ('rent') THEN %(fee)s ELSE 0 END""",
    "a claim is at one place": """
        SELECT i.number FROM handover h JOIN invoice i ON i.id = h.invoice_id
        WHERE NOT EXISTS (SELECT FROM handover_event e WHERE e.handover_id = h.id
                          AND e.kind IN ('recall_asked', 'closed'))
        GROUP BY i.number HAVING count(*) > 1""",
    "water is cut only after both findings, for every claim of the order": """
        SELECT i.number || ' ' || w.day || ' ' || kind.needed FROM water_turn w
        JOIN work_order o ON o.id = w.order_id AND o.kind = 'disconnect'
        JOIN work_order_claim c ON c.order_id = o.id JOIN invoice i ON i.id = c.invoice_id
        CROSS JOIN (VALUES ('no_health_risk'), ('alternative_water')) AS kind (needed)
        WHERE w.state = 'off' AND NOT EXISTS (
            SELECT FROM clearance f WHERE f.invoice_id = i.id AND f.kind = kind.needed
            AND f.day <= w.day)""",
    "water is cut only after two letters, the first of them four weeks before": """
        SELECT i.number || ' ' || w.day || ' ' || letter.step FROM water_turn w
        JOIN work_order o ON o.id = w.order_id AND o.kind = 'disconnect'
        JOIN work_order_claim c ON c.order_id = o.id JOIN invoice i ON i.id = c.invoice_id
        CROSS JOIN (VALUES ('disconnection_warning', 28), ('disconnection_notice', 1))
            AS letter (step, days)
        WHERE w.state = 'off' AND NOT EXISTS (
            SELECT FROM step_taken t WHERE t.invoice_id = i.id AND t.step = letter.step
            AND t.day + letter.days <= w.day
            AND NOT EXISTS (SELECT FROM step_undone u WHERE u.step_taken_id = t.id))""",
    "water is never cut on a Friday or a day off, nor for what is not water": """
        SELECT f.code || ' ' || w.day FROM water_turn w
        JOIN work_order o ON o.id = w.order_id AND o.kind = 'disconnect'
        JOIN facility f ON f.id = w.facility_id
        WHERE w.state = 'off' AND (extract(isodow FROM w.day) > 4 OR EXISTS (
            SELECT FROM work_order_claim c WHERE c.order_id = o.id AND NOT EXISTS (
                SELECT FROM invoice_line l WHERE l.invoice_id = c.invoice_id
                AND l.service = 'water')))""",
    "water is cut only for what somebody owes who owns the house on the day": """
        SELECT f.code || ' ' || w.day || ' ' || i.number FROM water_turn w
        JOIN work_order o ON o.id = w.order_id AND o.kind = 'disconnect'
        JOIN work_order_claim c ON c.order_id = o.id JOIN invoice i ON i.id = c.invoice_id
        JOIN facility f ON f.id = w.facility_id
        WHERE w.state = 'off' AND NOT EXISTS (
            SELECT FROM facility_owner owner
            WHERE owner.party_id IN (SELECT i.party_id UNION ALL SELECT d.party_id
                                     FROM invoice_debtor d WHERE d.invoice_id = i.id)
              AND owner.ownership_id = (
                SELECT id FROM facility_ownership
                WHERE facility_id = f.id AND first_day <= w.day
                ORDER BY first_day DESC, id DESC LIMIT 1))""",
    "a fee of the water's is charged once for each order": """
        SELECT order_id || ' ' || kind FROM water_fee GROUP BY order_id, kind
        HAVING count(*) > 1""",
    "every step has its rule, and every night ended": """
        SELECT 'step ' || id FROM step_taken WHERE rule_id IS NULL
        UNION ALL SELECT 'night ' || day FROM run r WHERE finished_at IS NULL
          AND NOT EXISTS (SELECT FROM run later WHERE later.day = r.day
                          AND later.finished_at IS NOT NULL)""",
    "every night's sums close, and nothing failed": """
        SELECT r.day::text FROM run r
        JOIN LATERAL (SELECT coalesce(sum(claims), 0) AS n FROM run_outcome o
                      WHERE o.run_id = r.id) o ON true
        WHERE r.finished_at IS NOT NULL AND r.selected IS DISTINCT FROM o.n
        UNION ALL SELECT error FROM run_failure""",
}


def faults() -> tuple[str, ...]:
    """A line for each thing that is wrong, at most three of each kind."""
    found = []
    with connections["owner"].cursor() as cursor:
        for holds, question in QUESTIONS.items():
            cursor.execute(question, {"fee": LARGEST_REMINDER_FEE_ORE})
            found += [f"{holds}: {row}" for (row,) in cursor.fetchmany(3)]
    return tuple(found)


def rows() -> tuple[int, ...]:
    """How many there are of all that a night may write."""
    tables = ("entry", "step_taken", "letter", "letter_event", "handover_event", "plan_event")
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"(SELECT count(*) FROM {each})" for each in tables))
        counted: tuple[int, ...] = cursor.fetchone()
        return counted
