"""Steps are added with the rule that led to them, the letter that tells of them, and holds.

add(cursor, [NewStep(invoice=17, step="reminder", ...)], run=3)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import Balance
from reskontra.domain.relief import Relief
from reskontra.domain.rules import Creditor, Procedure
from reskontra.records import bulk, claim_states, parties

CAMPAIGNS = "campaigns"
"""What is kept among the rules as one: the campaigns that a creditor has."""


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step to be."""

    invoice: int
    party: int
    step: str
    day: date
    pay_by: date | None
    rule: int
    letter: int | None
    again_after: int | None = None
    """The same step, undone, that this is taken anew after."""


@dataclass(frozen=True, slots=True)
class NewHandover:
    """A claim to be handed over, with what is owed that day."""

    invoice: int
    party: int
    agency: str
    bankgiro: str
    day: date
    balance: Balance
    rule: int | None
    """What leads to it, when no step is taken for it: it has been handed over before."""
    after: str
    """Why it had come back then."""
    assigned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHold:
    """A hold to be: on one invoice, or on everything that the party owes."""

    party: int
    invoice: int | None
    kind: str
    first_day: date
    last_day: date | None
    reason: str
    decided_by: str
    amount_ore: int | None = None
    """Of the principal, when only a part is held."""


def add(cursor: CursorWrapper, steps: Iterable[NewStep], *, run: int) -> None:
    """Add the steps; one that has been taken before, and stands, the database refuses."""
    bulk.insert(
        cursor,
        "step_taken",
        (
            *("invoice_id", "party_id", "step", "day", "pay_by", "rule_id", "letter_id"),
            *("again_after_id", "run_id"),
        ),
        (
            (s.invoice, s.party, s.step, s.day, s.pay_by, s.rule, s.letter, s.again_after, run)
            for s in steps
        ),
    )


def add_report(
    cursor: CursorWrapper, step: NewStep, *, reported_by: str, rate: str, note: str
) -> None:
    """Add a step that somebody else has performed, with what they said of it."""
    cursor.execute(
        "INSERT INTO step_taken (invoice_id, party_id, step, day, pay_by, rule_id, again_after_id)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s) RETURNING id",
        [
            *(step.invoice, step.party, step.step, step.day, step.pay_by, step.rule),
            step.again_after,
        ],
    )
    key = cursor.fetchone()[0]
    cursor.execute(
        "INSERT INTO step_report (step_taken_id, party_id, reported_by, rate, note)"
        " VALUES (%s, %s, %s, %s, %s)",
        [key, step.party, reported_by, rate, note],
    )


def add_relief(cursor: CursorWrapper, *, invoice: int, relief: Relief, day: date, by: str) -> None:
    """Give up late interest on an invoice by a decision of the day."""
    cursor.execute(
        "INSERT INTO interest_relief (invoice_id, party_id, day, first_day, last_day,"
        " share_numerator, share_denominator, reason, reference, decided_by)"
        " SELECT id, party_id, %s, %s, %s, %s, %s, %s, %s, %s FROM invoice WHERE id = %s",
        [
            day,
            relief.first_day,
            relief.last_day,
            relief.share.numerator,
            relief.share.denominator,
            relief.reason,
            relief.reference,
            by,
            invoice,
        ],
    )


def add_handovers(cursor: CursorWrapper, handovers: Iterable[NewHandover]) -> None:
    """Add the hand-overs."""
    new = list(handovers)
    if not new:
        return
    bulk.insert(
        cursor,
        "handover",
        (
            "invoice_id",
            "party_id",
            "agency",
            "bankgiro",
            "day",
            "principal_ore",
            "fee_ore",
            "interest_ore",
            "rule_id",
            "after",
            "assigned",
        ),
        (
            (
                h.invoice,
                h.party,
                h.agency,
                h.bankgiro,
                h.day,
                h.balance.principal_ore,
                h.balance.fee_ore,
                h.balance.interest_ore,
                h.rule,
                h.after,
                h.assigned,
            )
            for h in new
        ),
    )
    claim_states.handed_over(cursor, [h.invoice for h in new], on=min(h.day for h in new))


def keep_rules(
    cursor: CursorWrapper,
    procedures: Iterable[Procedure],
    creditors: dict[str, int],
    *,
    day: date,
) -> dict[str, int]:
    """Keep each procedure's file word for word; rule ids by digest.

    When a procedure's file has changed, every open claim of its creditor is looked at on `day`,
    since the day kept for looking at it was reckoned by the old words.
    """
    asked = list(procedures)
    cursor.execute(
        "SELECT digest, id FROM rule WHERE digest = ANY(%s)", [[each.digest for each in asked]]
    )
    rules: dict[str, int] = dict(cursor.fetchall())
    for each in asked:
        if each.digest not in rules:
            rules[each.digest] = _add_rule(cursor, each, creditors[each.creditor], day)
    return rules


def _add_rule(cursor: CursorWrapper, procedure: Procedure, creditor: int, day: date) -> int:
    cursor.execute(
        "SELECT 1 FROM rule WHERE creditor_id = %s AND procedure = %s LIMIT 1",
        [creditor, procedure.name],
    )
    if cursor.fetchone() is not None:
        claim_states.look_again(cursor, creditor=creditor, on=day)
    cursor.execute(
        "INSERT INTO rule (creditor_id, procedure, file, digest, text, first_used_on)"
        " VALUES (%s, %s, %s, %s, %s, %s) RETURNING id",
        [creditor, procedure.name, procedure.file, procedure.digest, procedure.text, day],
    )
    return int(cursor.fetchone()[0])


def add_hold(cursor: CursorWrapper, hold: NewHold) -> int:
    """Set a hold; its id. Claims under it are looked at again when it ends."""
    cursor.execute(
        "INSERT INTO hold (party_id, invoice_id, kind, first_day, last_day, reason, decided_by,"
        " amount_ore) VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
        [
            hold.party,
            hold.invoice,
            hold.kind,
            hold.first_day,
            hold.last_day,
            hold.reason,
            hold.decided_by,
            hold.amount_ore,
        ],
    )
    key = int(cursor.fetchone()[0])
    parties.follow_holds(cursor, hold.party)
    claim_states.look_at_party(cursor, party=hold.party, on=hold.first_day, invoice=hold.invoice)
    return key


def lift_hold(
    cursor: CursorWrapper,
    *,
    hold: int,
    last_day: date,
    look_on: date,
    reason: str,
    by: str,
    upheld_ore: int | None = None,
) -> None:
    """End a hold; `last_day` is the last day that it held.

    `upheld_ore` is what is not owed of a dispute that is settled; entries say so by themselves.
    """
    cursor.execute("SELECT party_id, invoice_id FROM hold WHERE id = %s", [hold])
    party, invoice = cursor.fetchone()
    cursor.execute(
        "INSERT INTO hold_lifted (hold_id, party_id, last_day, reason, decided_by, upheld_ore)"
        " VALUES (%s, %s, %s, %s, %s, %s)",
        [hold, party, last_day, reason, by, upheld_ore],
    )
    parties.follow_holds(cursor, party)
    claim_states.look_at_party(cursor, party=party, on=look_on, invoice=invoice)


def open_holds(
    cursor: CursorWrapper, *, party: int, kind: str, invoice: int | None = None
) -> list[int]:
    """The holds of a kind that nobody has lifted: on the party as a whole, or on one invoice.

    That of a plan ends with the plan, and by nothing else.
    """
    cursor.execute(
        "SELECT h.id FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id"
        " WHERE h.party_id = %s AND h.kind = %s AND l.hold_id IS NULL"
        " AND h.invoice_id IS NOT DISTINCT FROM %s"
        " AND NOT EXISTS (SELECT 1 FROM plan_claim p WHERE p.hold_id = h.id) ORDER BY h.id",
        [party, kind, invoice],
    )
    return [key for (key,) in cursor.fetchall()]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldInForce:
    """A hold that nobody has lifted, and that has not ended."""

    key: int
    kind: str
    invoice: int | None
    number: str
    """Of the invoice; empty when it is on all that the party owes."""
    first_day: date
    last_day: date | None
    reason: str
    decided_by: str


def holds_in_force(cursor: CursorWrapper, *, party: int, day: date) -> list[HoldInForce]:
    """The holds on the party and on its invoices that last on the day, or begin later."""
    cursor.execute(
        """SELECT h.id, h.kind, h.invoice_id, coalesce(i.number, ''), h.first_day, h.last_day,
                  h.reason, h.decided_by
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           LEFT JOIN invoice i ON i.id = h.invoice_id
           WHERE h.party_id = %s AND l.hold_id IS NULL
             AND coalesce(h.last_day, %s) >= %s ORDER BY h.id""",
        [party, day, day],
    )
    return [
        HoldInForce(
            key=row[0],
            kind=row[1],
            invoice=row[2],
            number=row[3],
            first_day=row[4],
            last_day=row[5],
            reason=row[6],
            decided_by=row[7],
        )
        for row in cursor.fetchall()
    ]


def add_clearance(
    cursor: CursorWrapper, *, invoice: int, kind: str, day: date, finding: str, by: str
) -> None:
    """Record a person's finding, and look at the claim the same day."""
    cursor.execute(
        "INSERT INTO clearance (invoice_id, party_id, kind, day, finding, decided_by)"
        " SELECT id, party_id, %s, %s, %s, %s FROM invoice WHERE id = %s",
        [kind, day, finding, by, invoice],
    )
    claim_states.move(cursor, {invoice: claim_states.Change(0, day)})


def keep_campaigns(cursor: CursorWrapper, creditor: Creditor, key: int, *, day: date) -> None:
    """Keep which campaigns the creditor has; `key` is its id.

    When they have changed, every open claim is looked at on `day`: one that was stopped until
    further notice has no day of its own.
    """
    text = "\n".join(sorted(f"{each.file} {each.digest}" for each in creditor.campaigns))
    cursor.execute(
        "SELECT text FROM rule WHERE creditor_id = %s AND procedure = %s ORDER BY id DESC LIMIT 1",
        [key, CAMPAIGNS],
    )
    row = cursor.fetchone()
    if text == ("" if row is None else row[0]):
        return
    claim_states.look_again(cursor, creditor=key, on=day)
    cursor.execute(
        "INSERT INTO rule (creditor_id, procedure, file, digest, text, first_used_on)"
        " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (digest) DO NOTHING",
        [key, CAMPAIGNS, CAMPAIGNS, sha256(f"{day}\n{text}".encode()).hexdigest(), text, day],
    )
