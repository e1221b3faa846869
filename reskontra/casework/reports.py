"""A step that somebody else performs is reported, and becomes rows like any other step.

    report(cursor, Report(invoice=17, step="disconnection", ...), policy=policy, today=today)

The one rule: nothing is backdated. The step has the day on which it was performed; its fee is
booked on the day of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.night import Taken
from reskontra.domain.refusal import Refused
from reskontra.domain.reporting import reported
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.records import as_of, claim_states, parties, steps, undoing
from reskontra.records.claim_states import Change
from reskontra.records.post import NewEntry, Occasion, fee, late_interest, post
from reskontra.records.steps import NewStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody says that they have done."""

    invoice: int
    step: str
    day: date
    by: str
    rate: str = ""
    note: str = ""


def report(cursor: CursorWrapper, said: Report, *, policy: Policy, today: date) -> Taken:
    """Record the step, with its fee; what it came to. Refuses one that was not open that day."""
    return report_all(cursor, [said], policy=policy, today=today)[0]


def report_all(
    cursor: CursorWrapper, said: Sequence[Report], *, policy: Policy, today: date
) -> list[Taken]:
    """Record steps of several invoices, one of each, all or none; refuses one that was not open."""
    ids = sorted(each.invoice for each in said)
    claim_states.lock(cursor, ids)
    wanted = as_of.Wanted.invoices(ids, asking=asking(policy))
    claims = {loaded.claim.key: loaded.claim for loaded in as_of.load(cursor, wanted)}
    taken = [_taken(each, claims[each.invoice], policy) for each in said]
    if taken:
        _record(cursor, list(zip(said, taken, strict=True)), policy, today)
    return taken


def why_not(said: Report, claim: Claim, policy: Policy) -> Refused | None:
    """Why the step cannot be reported of the claim; None when it can."""
    try:
        _taken(said, claim, policy)
    except Refused as refusal:
        return refusal
    return None


def _taken(said: Report, claim: Claim, policy: Policy) -> Taken:
    ruled = under_rules(claim, policy, today=said.day)
    return reported(ruled.claim, ruled.procedure, said.step, day=said.day, rate=said.rate)


def _record(
    cursor: CursorWrapper, taken: Sequence[tuple[Report, Taken]], policy: Policy, today: date
) -> None:
    creditors = parties.creditors(cursor, {it.claim.creditor for _, it in taken})
    procedures = {it.procedure.digest: it.procedure for _, it in taken}
    rules = steps.keep_rules(cursor, procedures.values(), creditors, day=today)
    again = undoing.to_be_taken_anew(cursor, [it.claim.key for _, it in taken])
    entries: list[NewEntry] = []
    for said, it in taken:
        claim = it.claim
        rule = rules[it.procedure.digest]
        new = NewStep(
            claim.key,
            claim.party,
            said.step,
            said.day,
            it.pay_by,
            rule,
            None,
            again.get((claim.key, said.step)),
        )
        steps.add_report(cursor, new, reported_by=said.by, rate=said.rate, note=said.note)
        occasion = Occasion(
            creditor=creditors[claim.creditor],
            value_date=said.day,
            booking_date=today,
            cause=f"{it.procedure.name}: {said.step}",
        )
        entries += _entries(it, occasion)
    post(cursor, entries)
    added = {it.claim.key: Change(it.fee_on_claim_ore + it.interest_ore, today) for _, it in taken}
    claim_states.move(cursor, added)
    for code, key in creditors.items():
        if policy.creditors[code].asks_party:
            mine = [it.claim.key for _, it in taken if it.claim.creditor == code]
            claim_states.look_at_parties_of(cursor, mine, creditor=key, on=today)


def _entries(taken: Taken, occasion: Occasion) -> Iterator[NewEntry]:
    if taken.fee_on_claim_ore:
        yield fee(occasion, amount_ore=taken.fee_on_claim_ore, invoice=taken.claim.key)
    if taken.interest_ore:
        yield late_interest(occasion, amount_ore=taken.interest_ore, invoice=taken.claim.key)
