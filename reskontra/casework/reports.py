"""A step that somebody else performs is reported, and becomes rows like any other step.

    report(cursor, Report(invoice=17, step="disconnection", ...), policy=policy, today=today)

The one rule: nothing is backdated. The step has the day on which it was performed; its fee is
booked on the day of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.night import Taken
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
    claim_states.lock(cursor, [said.invoice])
    wanted = as_of.Wanted.invoices([said.invoice], asking=asking(policy))
    ruled = under_rules(as_of.load(cursor, wanted)[0].claim, policy, today=said.day)
    claim, procedure = ruled.claim, ruled.procedure
    taken = reported(claim, procedure, said.step, day=said.day, rate=said.rate)
    creditors = parties.creditors(cursor, [claim.creditor])
    rules = steps.keep_rules(cursor, [procedure], creditors, day=today)
    new = NewStep(
        claim.key,
        claim.party,
        said.step,
        said.day,
        taken.pay_by,
        rules[procedure.digest],
        None,
        undoing.to_be_taken_anew(cursor, [claim.key]).get((claim.key, said.step)),
    )
    steps.add_report(cursor, new, reported_by=said.by, rate=said.rate, note=said.note)
    occasion = Occasion(
        creditor=creditors[claim.creditor],
        value_date=said.day,
        booking_date=today,
        cause=f"{procedure.name}: {said.step}",
    )
    post(cursor, _entries(taken, occasion))
    added_ore = taken.fee_on_claim_ore + taken.interest_ore
    claim_states.move(cursor, {claim.key: Change(added_ore, today)})
    if policy.creditors[claim.creditor].asks_party:
        claim_states.look_at_parties_of(
            cursor, [claim.key], creditor=creditors[claim.creditor], on=today
        )
    return taken


def _entries(taken: Taken, occasion: Occasion) -> Iterator[NewEntry]:
    if taken.fee_on_claim_ore:
        yield fee(occasion, amount_ore=taken.fee_on_claim_ore, invoice=taken.claim.key)
    if taken.interest_ore:
        yield late_interest(occasion, amount_ore=taken.interest_ore, invoice=taken.claim.key)
