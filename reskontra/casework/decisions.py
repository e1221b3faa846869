"""What a person finds about a claim, or decides about its interest.

    clear(cursor, invoice=17, kind="served", finding="kvitterat", by="A. Ek", policy=..., day=...)
    relieve(cursor, invoice=17, relief=Relief(...), by="A. Ek", policy=policy, today=...)

The one rule: every decision has a name, a reason and a day, and nothing is backdated.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import EntryKind
from reskontra.domain.refusal import Refused
from reskontra.domain.relief import Relief
from reskontra.domain.relieving import Relieved, relieved
from reskontra.domain.rules import Part, Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.records import as_of, claim_states, parties, steps
from reskontra.records.claim_states import Change
from reskontra.records.post import Occasion, post, taken_off


class UnknownFinding(Refused):
    """{kind!r} is nothing that a person finds; allowed are {known}."""

    swedish = "{kind!r} är inget som en person finner. Tillåtna är {known}."


def clear(
    cursor: CursorWrapper,
    *,
    invoice: int,
    kind: str,
    finding: str,
    by: str,
    policy: Policy,
    day: date,
) -> None:
    """Record what a person has found about the claim; refuses a kind that no rule knows."""
    if kind not in policy.clearance_kinds:
        raise UnknownFinding(kind=kind, known=", ".join(sorted(policy.clearance_kinds)))
    claim_states.lock(cursor, [invoice])
    steps.add_clearance(cursor, invoice=invoice, kind=kind, day=day, finding=finding, by=by)


def relieve(
    cursor: CursorWrapper, *, invoice: int, relief: Relief, by: str, policy: Policy, today: date
) -> Relieved:
    """Give up late interest on the claim (räntelagen (1975:635) 8 §); what it came to, in öre.

    Interest that was entered on the claim and is still owed is credited today.
    """
    claim_states.lock(cursor, [invoice])
    wanted = as_of.Wanted.invoices([invoice], asking=asking(policy))
    claim = as_of.load(cursor, wanted)[0].claim
    ruled = under_rules(claim, policy, today=today)
    result = relieved(ruled.claim, ruled.procedure, relief)
    steps.add_relief(cursor, invoice=invoice, relief=relief, day=today, by=by)
    if result.credited_ore:
        occasion = Occasion(
            creditor=parties.creditors(cursor, [claim.creditor])[claim.creditor],
            value_date=today,
            booking_date=today,
            cause=f"{relief.reason} ({relief.reference})",
        )
        credit = taken_off(
            occasion,
            kind=EntryKind.CREDIT,
            part=Part.INTEREST,
            amount_ore=result.credited_ore,
            invoice=invoice,
        )
        post(cursor, [credit])
    claim_states.move(cursor, {invoice: Change(-result.credited_ore, today)})
    return result
