"""A person decides about a matter at the Enforcement Authority, and what interrupts limitation.

    ask_for_court(cursor, invoice=17, number="1003", reason="…", policy=policy, today=today)
    withdraw(cursor, invoice=17, number="1003", reason="…", today=today)
    interrupt(cursor, invoice=17, number="1003", cause="acknowledged", proof="dnr 4", …)

The one rule: what cannot be is refused with its reason; the rest is a row that is never changed.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.court import court_for
from reskontra.domain.enforcement import News, NotAtAuthority, may_ask_for_court
from reskontra.domain.limitation import LapsedBefore, checked
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, limitation_of, limitation_of_each, under_rules
from reskontra.records import as_of, claim_states, limitation, matters
from reskontra.records.matters import Case, NewEvent


def ask_for_court(
    cursor: CursorWrapper, *, invoice: int, number: str, reason: str, policy: Policy, today: date
) -> str:
    """Ask that a contested matter goes to the court that tries such a claim; the court's code.

    Refuses a claim with no open matter, one that is not contested, and one asked for too late.
    """
    case = _open_case(cursor, invoice, number)
    may_ask_for_court(case.matter, number=number, law=policy.law, today=today)
    wanted = as_of.Wanted.invoices([invoice], asking=asking(policy))
    ruled = under_rules(as_of.load(cursor, wanted)[0].claim, policy, today=today)
    grounds = (ruled.procedure.grounds[name] for name in ruled.claim.services)
    court = court_for(grounds, policy.courts)
    asked = NewEvent(
        case=case.key,
        party=case.party,
        key=News.COURT_ASKED.value,
        kind=News.COURT_ASKED,
        day=today,
        text=f"{policy.courts[court].name.sv}: {reason}",
    )
    matters.happen(cursor, asked)
    return court


def withdraw(
    cursor: CursorWrapper, *, invoice: int, number: str, reason: str, by: str, today: date
) -> None:
    """Withdraw the application; refused when no matter is open."""
    case = _open_case(cursor, invoice, number)
    matters.withdraw(cursor, case, reason=f"{by}: {reason}", day=today)


def interrupt(
    cursor: CursorWrapper,
    *,
    invoice: int,
    number: str,
    cause: str,
    proof: str,
    by: str,
    policy: Policy,
    today: date,
    party: int | None = None,
) -> None:
    """Record what interrupts limitation today, with its proof (preskriptionslagen 5 §).

    `party` is towards whom, where several owe the claim: its recipient unless said. Refuses what
    is no interruption, one without proof, and a claim that has lapsed already.
    """
    found = checked(cause, proof=proof)
    claim_states.lock(cursor, [invoice])
    wanted = as_of.Wanted.invoices([invoice], asking=asking(policy))
    ruled = under_rules(as_of.load(cursor, wanted)[0].claim, policy, today=today)
    each = limitation_of_each(ruled.claim, ruled.procedure, policy)
    towards = ruled.claim.party if party is None else party
    control = each.get(towards) or limitation_of(ruled.claim, ruled.procedure, policy)
    if control.lapsed(today):
        raise LapsedBefore(number=number, lapsed=control.lapses_on, day=today)
    limitation.add(
        cursor, invoice=invoice, cause=found, day=today, proof=proof, by=by, party=towards
    )


def _open_case(cursor: CursorWrapper, invoice: int, number: str) -> Case:
    claim_states.lock(cursor, [invoice])
    cases = [case for case in matters.cases_of(cursor, invoice) if case.matter.open]
    if not cases:
        raise NotAtAuthority(number=number)
    return cases[-1]
