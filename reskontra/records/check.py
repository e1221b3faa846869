"""What must always hold, each as one question to the real tables.

run_check(CHECKS[0])  -> []   or the rows that are wrong, a line each
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connections

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A thing that must hold, and the query that gives what breaks it."""

    title: str
    query: str
    """Gives text, one row for each fault."""


def run_check(check: Check) -> list[str]:
    """The faults found, at most twenty."""
    with connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({check.query}) faults LIMIT {MOST_SHOWN}")
        return [str(fault) for (fault,) in cursor.fetchall()]


CHECKS = (
    Check(
        title="what is left of each claim is what its entries leave, and never below zero",
        query="""SELECT format('invoice id %s: kept %s öre, entries leave %s',
                               s.invoice_id, s.open_ore, coalesce(e.total, 0))
                 FROM claim_state s LEFT JOIN (
                     SELECT invoice_id, sum(amount_ore * (
                            (debit IN ('receivable', 'fee_receivable', 'interest_receivable'))::int
                          - (credit IN ('receivable', 'fee_receivable', 'interest_receivable'))::int
                     )) AS total FROM entry GROUP BY invoice_id) e USING (invoice_id)
                 WHERE s.open_ore <> coalesce(e.total, 0)""",
    ),
    Check(
        title="no part of a claim is below zero",
        query="""SELECT format('invoice id %s, %s: %s öre', invoice_id, part, sum(amount_ore))
                 FROM (SELECT invoice_id, debit AS part, amount_ore FROM entry
                       UNION ALL SELECT invoice_id, credit, -amount_ore FROM entry) moved
                 WHERE part IN ('receivable', 'fee_receivable', 'interest_receivable')
                 GROUP BY invoice_id, part HAVING sum(amount_ore) < 0""",
    ),
    Check(
        title="a claim is written down once, in the books alone, by no more than was owed",
        query="""SELECT format('invoice id %s: written down %s times, %s of %s öre', w.invoice_id,
                               w.times, w.down, w.added)
                 FROM (SELECT invoice_id, count(*) FILTER (WHERE kind = 'write_down')
                            - count(*) FILTER (WHERE debit = 'written_down') AS times,
                              coalesce(sum(amount_ore) FILTER (WHERE kind = 'write_down'), 0)
                            - coalesce(sum(amount_ore) FILTER (WHERE debit = 'written_down'), 0)
                                AS down,
                              sum(amount_ore) FILTER (WHERE debit IN (
                                  'receivable', 'fee_receivable', 'interest_receivable')) AS added,
                              bool_or((kind = 'write_down') <> (debit = 'expected_loss'
                                      AND credit = 'written_down')) AS elsewhere
                       FROM entry GROUP BY invoice_id) w
                 WHERE w.times > 1 OR w.down > w.added OR w.elsewhere""",
    ),
    Check(
        title="a claim that an agency owns was sold for all that was left, and no other was sold",
        query="""SELECT format('invoice id %s: handed over %s öre, sold %s', i.id,
                               coalesce(h.ore, 0), coalesce(e.ore, 0))
                 FROM (SELECT invoice_id AS id FROM handover WHERE assigned
                       UNION SELECT invoice_id FROM entry WHERE kind = 'assignment') i
                 LEFT JOIN (SELECT invoice_id, sum(principal_ore + fee_ore + interest_ore) AS ore
                            FROM handover WHERE assigned GROUP BY 1) h ON h.invoice_id = i.id
                 LEFT JOIN (SELECT invoice_id, sum(amount_ore) AS ore FROM entry
                            WHERE kind = 'assignment' AND debit = 'sold' GROUP BY 1) e
                     ON e.invoice_id = i.id
                 WHERE coalesce(h.ore, 0) <> coalesce(e.ore, 0)""",
    ),
    Check(
        title="what is booked to the bank is what the bank's files say, file by file",
        query="""SELECT format('file %s: says %s öre, booked %s', f.name, b.total, e.total)
                 FROM payment_file f
                 CROSS JOIN LATERAL (SELECT coalesce(sum(total_ore), 0) AS total FROM bank_day
                                     WHERE payment_file_id = f.id) b
                 CROSS JOIN LATERAL (
                     SELECT coalesce(sum(e.amount_ore * ((e.debit = 'bank')::int
                                                       - (e.credit = 'bank')::int)), 0) AS total
                     FROM payment p JOIN entry e ON e.payment_id = p.id
                     WHERE p.payment_file_id = f.id) e
                 WHERE b.total <> e.total""",
    ),
    Check(
        title="nothing was done before its day: no step up to the due date, none backdated",
        query="""SELECT format('invoice id %s: %s on %s, due %s', t.invoice_id, t.step, t.day,
                               i.due_date)
                 FROM step_taken t JOIN invoice i ON i.id = t.invoice_id
                 LEFT JOIN run r ON r.id = t.run_id
                 LEFT JOIN letter l ON l.id = t.letter_id
                 WHERE t.day <> r.day
                    OR (t.day <= i.due_date AND coalesce(l.template, '') <> 'notice'
                        AND NOT EXISTS (
                            SELECT 1 FROM invoice late WHERE late.interest_for_id = i.id))""",
    ),
    Check(
        title="every step is taken by a night, or reported by somebody",
        query="""SELECT format('invoice id %s: %s on %s', t.invoice_id, t.step, t.day)
                 FROM step_taken t LEFT JOIN step_report p ON p.step_taken_id = t.id
                 WHERE (t.run_id IS NULL) <> (p.step_taken_id IS NOT NULL)""",
    ),
    Check(
        title="a step is taken anew only after the same step was undone, and undone by its run",
        query="""SELECT format('invoice id %s: %s on %s', t.invoice_id, t.step, t.day)
                 FROM step_taken t JOIN step_taken b ON b.id = t.again_after_id
                 JOIN step_undone u ON u.step_taken_id = b.id
                 WHERE (b.invoice_id, b.step) <> (t.invoice_id, t.step) OR t.day < u.not_before
                 UNION ALL
                 SELECT format('invoice id %s: %s undone on %s', t.invoice_id, t.step, u.day)
                 FROM step_undone u JOIN step_taken t ON t.id = u.step_taken_id
                 JOIN undoing d ON d.id = u.undoing_id
                 WHERE t.party_id <> u.party_id OR t.invoice_id <> u.invoice_id OR u.day < t.day
                    OR t.run_id <> d.run_id""",
    ),
    Check(
        title="an invoice of our own is for the party and the creditor of what led to it",
        query="""SELECT format('invoice id %s, for invoice id %s', own.id, i.id)
                 FROM invoice own
                 JOIN invoice i ON i.id IN (own.interest_for_id, own.fee_for_id)
                 WHERE own.party_id <> i.party_id OR own.creditor_id <> i.creditor_id""",
    ),
    Check(
        title="a plan is in force until it is paid, broken or called off, and so is its hold",
        query="""SELECT format('plan id %s, invoice id %s', c.plan_id, c.invoice_id)
                 FROM plan_claim c
                 LEFT JOIN plan_in_force f USING (plan_id, invoice_id)
                 LEFT JOIN hold_lifted l ON l.hold_id = c.hold_id
                 LEFT JOIN plan_event e ON e.plan_id = c.plan_id
                      AND e.kind IN ('broken', 'called_off', 'ended')
                 WHERE (f.invoice_id IS NULL) <> (e.id IS NOT NULL)
                    OR (l.hold_id IS NULL AND e.id IS NOT NULL)""",
    ),
    Check(
        title="the parts of a plan are all that was left of its claims",
        query="""SELECT format('plan id %s: parts %s, left %s öre', p.id, i.total, c.total)
                 FROM plan p
                 CROSS JOIN LATERAL (SELECT sum(amount_ore) AS total FROM installment
                                     WHERE plan_id = p.id) i
                 CROSS JOIN LATERAL (SELECT sum(open_ore) AS total FROM plan_claim
                                     WHERE plan_id = p.id) c
                 WHERE i.total <> p.debt_ore OR c.total <> p.debt_ore""",
    ),
    Check(
        title="every run closes: selected = acted + waiting + stopped + failed",
        query="""SELECT format('run %s: selected %s, accounted for %s', r.day, r.selected,
                               o.n + f.n)
                 FROM run r
                 CROSS JOIN LATERAL (SELECT coalesce(sum(claims), 0) AS n FROM run_outcome
                                     WHERE run_id = r.id) o
                 CROSS JOIN LATERAL (SELECT coalesce(sum(claims), 0) AS n FROM run_failure
                                     WHERE run_id = r.id AND NOT mended) f
                 WHERE r.selected <> o.n + f.n""",
    ),
    Check(
        title="a letter speaks only for invoices that its reader owes, or owns the house of",
        query="""SELECT format('letter id %s, invoice id %s', lc.letter_id, lc.invoice_id)
                 FROM letter_claim lc JOIN letter l ON l.id = lc.letter_id
                 JOIN invoice i ON i.id = lc.invoice_id
                 WHERE l.creditor_id <> i.creditor_id
                    OR (l.party_id <> i.party_id AND NOT EXISTS (
                            SELECT 1 FROM invoice_debtor d
                            WHERE d.invoice_id = i.id AND d.party_id = l.party_id)
                        AND NOT EXISTS (
                            SELECT 1 FROM facility_owner o JOIN facility f ON f.id = o.facility_id
                            JOIN facility_ownership w ON w.id = o.ownership_id
                            WHERE f.creditor_id = i.creditor_id AND f.code = i.facility
                              AND o.party_id = l.party_id AND w.first_day <= l.day))""",
    ),
    Check(
        title="an invoice knows how many owe it, and one of our own those who owe its origin",
        query="""SELECT format('invoice id %s: says %s owe it, and %s do', i.id, i.debtors,
                               1 + coalesce(d.n, 0))
                 FROM invoice i
                 LEFT JOIN (SELECT invoice_id, count(*) AS n FROM invoice_debtor
                            GROUP BY invoice_id) d ON d.invoice_id = i.id
                 LEFT JOIN hold apart ON apart.id = i.part_of_hold_id
                 LEFT JOIN invoice origin ON origin.id IN (
                     i.interest_for_id, i.fee_for_id, apart.invoice_id)
                 WHERE i.debtors <> 1 + coalesce(d.n, 0)
                    OR i.debtors <> coalesce(origin.debtors, i.debtors)""",
    ),
    Check(
        title="no letter is left behind: one that could not be made has left since, or is stopped",
        query="""SELECT format('letter %s (%s, party id %s), on %s: %s', l.public_id, l.template,
                               l.party_id, f.day, f.note)
                 FROM letter l CROSS JOIN LATERAL (
                     SELECT day, note FROM letter_event
                     WHERE letter_id = l.id AND state = 'failed' ORDER BY day DESC LIMIT 1) f
                 WHERE NOT EXISTS (SELECT 1 FROM letter_event e WHERE e.letter_id = l.id
                                   AND e.state IN ('printed', 'sent', 'stopped'))""",
    ),
    Check(
        title="a letter waits until it has left or is stopped",
        query="""SELECT format('letter %s: waits %s', l.public_id, coalesce(w.waits, false))
                 FROM letter l LEFT JOIN letter_waiting w ON w.letter_id = l.id
                 WHERE coalesce(w.waits, false) <> (
                     l.sent_to_print AND NOT EXISTS (
                         SELECT 1 FROM letter_event e WHERE e.letter_id = l.id
                         AND e.state IN ('printed', 'sent', 'stopped')))""",
    ),
    Check(
        title="an address is hidden as long as the holds say that it is",
        query="""SELECT format('party id %s: hidden %s, held %s', p.id, p.protected_identity,
                               h.held)
                 FROM party p CROSS JOIN LATERAL (SELECT EXISTS (
                     SELECT 1 FROM hold WHERE party_id = p.id AND kind = 'protected_identity'
                     AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = hold.id)) AS held) h
                 WHERE p.protected_identity <> h.held""",
    ),
    Check(
        title="every table with a party's rows is guarded by row-level security",
        query="""SELECT format('table %s', c.relname) FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                   AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
                               AND a.attname IN ('party_id', 'invoice_id', 'letter_id',
                                                 'identity_number')
                               AND NOT a.attisdropped)""",
    ),
)
