"""A step that somebody else performs is reported, and becomes rows like any other step.

    report(cursor, Report(invoice=17, step="disconnection", ...), policy=policy, today=today)

The one rule: nothing is backdated. The step has the day on which it was performed; its fee is
booked on the day of the report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.night import Taken
from reskontra.domain.refusal import Refused
from reskontra.domain.reporting import reported
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.step import InLaw
from reskontra.records import as_of, claim_states, facilities, parties, steps, undoing
from reskontra.records.claim_states import Change
from reskontra.records.post import NewEntry, Occasion, fee, late_interest, post
from reskontra.records.steps import NewStep


class DoneByOrder(Refused):
    """The water at {facility} is turned off by an order to a technician, who reports it there."""

    swedish = (
        "Vattnet vid {facility} stängs av genom en order till en tekniker, som rapporterar den där."
    )


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
    """Record steps of several invoices, one of each, all or none; refuses one that was not open.

    Refuses a disconnection where the water is turned off by order (`water_orders`).
    """
    for each in said:
        _refuse_without_order(cursor, each, policy)
    return _all(cursor, said, policy=policy, today=today)


def report_by_order(
    cursor: CursorWrapper, said: Sequence[Report], *, policy: Policy, today: date
) -> list[Taken]:
    """The same of work that a technician has done by an order."""
    return _all(cursor, said, policy=policy, today=today)


def _all(
    cursor: CursorWrapper, said: Sequence[Report], *, policy: Policy, today: date
) -> list[Taken]:
    ids = sorted(each.invoice for each in said)
    claim_states.lock(cursor, ids)
    wanted = as_of.Wanted.invoices(ids, asking=asking(policy))
    claims = {loaded.claim.key: loaded.claim for loaded in as_of.load(cursor, wanted)}
    taken = [_taken(each, claims[each.invoice], policy) for each in said]
    if taken:
        _record(cursor, list(zip(said, taken, strict=True)), policy, today)
    return taken


def _refuse_without_order(cursor: CursorWrapper, said: Report, policy: Policy) -> None:
    place = facilities.of_invoice(cursor, said.invoice)
    if place is None or policy.creditors[place.creditor].water is None:
        return
    if any(
        step.name == said.step and step.in_law is InLaw.DISCONNECTION
        for procedure in policy.creditors[place.creditor].procedures
        for step in procedure.steps
    ):
        raise DoneByOrder(facility=place.code)


def why_not(said: Report, claim: Claim, policy: Policy) -> Refused | None:
    """Why the step cannot be reported of the claim; None when it can."""
    try:
        _taken(said, claim, policy)
    except Refused as refusal:
        return refusal
    return None


def open_ones(
    cursor: CursorWrapper,
    invoices: Sequence[int],
    names: Collection[str],
    *,
    policy: Policy,
    today: date,
) -> list[tuple[int, str]]:
    """(invoice, step) for which one of the steps can be reported today."""
    wanted = as_of.Wanted.invoices(invoices, asking=asking(policy))
    found = []
    for loaded in as_of.load(cursor, wanted):
        claim = loaded.claim
        steps_of = under_rules(claim, policy, today=today).procedure.steps
        for name in (step.name for step in steps_of if step.name in names):
            said = Report(invoice=claim.key, step=name, day=today, by="")
            if why_not(said, claim, policy) is None:
                found.append((claim.key, name))
    return found


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
