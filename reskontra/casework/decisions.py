"""What a person finds about a claim, or decides about its interest.

    clear(cursor, invoice=17, kind="served", finding="kvitterat", by="A. Ek", ...)
    relieve(cursor, invoice=17, relief=Relief(...), by="A. Ek", policy=policy, today=...)

The one rule: every decision has a name, a reason and a day, and nothing is backdated.
"""

from __future__ import annotations

from collections.abc import Collection
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
from reskontra.records.debtors import BY_DECISION
from reskontra.records.post import Occasion, post, taken_off


class UnknownFinding(Refused):
    """{kind!r} is nothing that a person finds; allowed are {known}."""

    swedish = "{kind!r} är inget som en person finner. Tillåtna är {known}."


class NotTheirFinding(Refused):
    """{kind!r} is found by {roles}, by the procedure's rules, and by nobody else."""

    swedish = "{kind!r} bedöms av {roles} enligt rutinen, och inte av någon annan."


def clear(
    cursor: CursorWrapper,
    *,
    invoice: int,
    kind: str,
    finding: str,
    by: str,
    roles: Collection[str],
    policy: Policy,
    day: date,
) -> None:
    """Record what a person has found about the claim, as one with these roles.

    Refuses a kind that no rule knows, and one that the procedure leaves to another role.
    """
    if kind not in policy.clearance_kinds:
        raise UnknownFinding(kind=kind, known=", ".join(sorted(policy.clearance_kinds)))
    claim_states.lock(cursor, [invoice])
    finders = finders_of(cursor, invoice=invoice, kind=kind, policy=policy, day=day)
    if finders and not finders & frozenset(roles):
        raise NotTheirFinding(kind=kind, roles=", ".join(sorted(finders)))
    steps.add_clearance(cursor, invoice=invoice, kind=kind, day=day, finding=finding, by=by)


def finders_of(
    cursor: CursorWrapper, *, invoice: int, kind: str, policy: Policy, day: date
) -> frozenset[str]:
    """The roles that the claim's procedure leaves this finding to; empty when it is anybody's."""
    wanted = as_of.Wanted.invoices([invoice], asking=asking(policy))
    claim = as_of.load(cursor, wanted)[0].claim
    return under_rules(claim, policy, today=day).procedure.finders(kind)


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
        reason = BY_DECISION if claim.debtors else relief.reason
        occasion = Occasion(
            creditor=parties.creditors(cursor, [claim.creditor])[claim.creditor],
            value_date=today,
            booking_date=today,
            cause=f"{reason} ({relief.reference})",
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
