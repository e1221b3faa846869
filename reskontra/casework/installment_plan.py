"""A person grants payment in parts (avbetalningsplan), or ends it; the law's limits are the rules'.

    propose(cursor, invoices=[17], parts=6, first_on=date(2025, 4, 30), policy=..., today=...)
    grant(cursor, invoices=[17], parts=6, first_on=..., agreed_on=..., reason=..., by=..., ...)
    cancel(cursor, invoice=17, reason="betalar allt i maj", by="A. Ek", today=...)

The one rule: a plan is for all that is left, in parts that the debtor has agreed to, and it is sent
in writing: only such a plan may cost anything (lagen (1981:739) 3 §).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from django.db.backends.utils import CursorWrapper

from reskontra.casework.deferrals import declined, names_of
from reskontra.domain.agreed import INSTALLMENT_PLAN
from reskontra.domain.assumed import rates_lasting
from reskontra.domain.claim import Claim
from reskontra.domain.identity import ocr_number
from reskontra.domain.installments import InstallmentPlan, judge_plan
from reskontra.domain.letter import Language, to_json
from reskontra.domain.plan_night import Granted, granted, in_order
from reskontra.domain.plan_words import Written, part_number, plan_letter, plan_number
from reskontra.domain.reasons import Declined
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import CREDITOR
from reskontra.records import as_of, claim_states, letters, parties, plans, steps
from reskontra.records.claim_states import Change
from reskontra.records.letter_heads import addressee_of, sender_of
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.plans import NewPlan
from reskontra.records.post import NewEntry, Occasion, fee, late_interest, post


class NotOnePartys(Refused):
    """The invoices {numbers} are not one party's, by one creditor and under one procedure."""

    swedish = "Fakturorna {numbers} gäller inte en och samma part, borgenär och rutin."


class InPlanAlready(Refused):
    """Invoice {number} is being paid in parts already; cancel that plan first."""

    swedish = "Faktura {number} betalas redan i delar. Avsluta den planen först."


class NotAgreedYet(Refused):
    """The debtor is said to have agreed on {agreed_on}, after today, {today}."""

    swedish = "Gäldenären ska ha gått med på planen {agreed_on}, efter i dag, {today}."


class NotAtTheAgency(Refused):
    """Invoice {number} is not with the agency, which keeps such plans; hand it over first."""

    swedish = "Faktura {number} finns inte hos inkassobolaget, som sköter sådana planer."


class NoPlanInForce(Refused):
    """Invoice {number} is not being paid in parts."""

    swedish = "Faktura {number} betalas inte i delar."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What comes of asking: the answer, and the plan as it would begin if it is a yes."""

    claims: tuple[Claim, ...]
    procedure: Procedure
    answer: InstallmentPlan | Declined
    granted: Granted | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A plan that has been granted; `letter` is its letter, None when an agency keeps it."""

    plan: int
    answer: InstallmentPlan
    granted: Granted
    letter: int | None


def propose(
    cursor: CursorWrapper,
    *,
    invoices: Sequence[int],
    parts: int,
    first_on: date,
    policy: Policy,
    today: date,
) -> Proposal:
    """Judge a plan and reckon what it would cost; nothing is written.

    Rates that the law has not set yet are taken to stay as they are.
    """
    policy = rates_lasting(policy, until=date.max)
    wanted = as_of.Wanted.invoices(list(invoices), asking=tuple(policy.creditors))
    ruled = [under_rules(each.claim, policy, today=today) for each in as_of.load(cursor, wanted)]
    claims = in_order(each.claim for each in ruled)
    alike = {(each.claim.party, each.claim.creditor, each.procedure.digest) for each in ruled}
    if len(alike) != 1:
        raise NotOnePartys(numbers=", ".join(each.number for each in claims))
    for claim in claims:
        if claim.plan is not None:
            raise InPlanAlready(number=claim.number)
    procedure = ruled[0].procedure
    answer = judge_plan(claims, procedure, parts=parts, first_on=first_on, today=today)
    if isinstance(answer, Declined):
        return Proposal(claims=claims, procedure=procedure, answer=answer, granted=None)
    begins = granted(claims, procedure, answer, key=0, today=today)
    return Proposal(claims=claims, procedure=procedure, answer=answer, granted=begins)


def grant(
    cursor: CursorWrapper,
    *,
    invoices: Sequence[int],
    parts: int,
    first_on: date,
    agreed_on: date,
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> Given:
    """Let the invoices be paid in parts, as the debtor agreed to on `agreed_on`, with a letter.

    Who may say yes to so much is told by `propose`: the caller asks that of `by`. Refuses with
    every reason that the terms have against it.
    """
    if agreed_on > today:
        raise NotAgreedYet(agreed_on=agreed_on, today=today)
    claim_states.lock(cursor, list(invoices))
    proposal = propose(
        cursor, invoices=invoices, parts=parts, first_on=first_on, policy=policy, today=today
    )
    answer = proposal.answer
    if isinstance(answer, Declined) or proposal.granted is None:
        assert isinstance(answer, Declined)
        raise declined(answer, names_of(proposal.procedure, policy))
    plan = replace(proposal.granted.plan, key=plans.new_key(cursor))
    begins = replace(proposal.granted, plan=plan)
    new = _new_plan(cursor, proposal, begins, policy=policy, today=today)
    new = replace(new, first_on=first_on, agreed_on=agreed_on, reason=reason, decided_by=by)
    plans.add(cursor, new)
    post(cursor, _entries(proposal, begins, new, today))
    added = {claim.key: _added_ore(begins, claim.key) for claim in proposal.claims}
    claim_states.move(cursor, {key: Change(ore, today) for key, ore in added.items()})
    letter = None
    if begins.plan.followed:
        letter = _write(cursor, proposal, begins, new, policy)
    return Given(plan=new.key, answer=answer, granted=begins, letter=letter)


def _added_ore(begins: Granted, claim: int) -> int:
    return sum(each.total_ore for each in begins.charges if each.claim == claim)


def _new_plan(
    cursor: CursorWrapper, proposal: Proposal, begins: Granted, *, policy: Policy, today: date
) -> NewPlan:
    first, terms = proposal.claims[0], proposal.procedure.plan
    assert terms is not None
    creditor = policy.creditors[first.creditor]
    ids = parties.creditors(cursor, [first.creditor])
    rules = steps.keep_rules(cursor, [proposal.procedure], ids, day=today)
    ours, agency = begins.plan.administered_by == CREDITOR, ""
    if not ours:
        for claim in proposal.claims:
            if not claim.handed_over:
                raise NotAtTheAgency(number=claim.number)
        kept_by = creditor.agencies[terms.to] if terms.to else creditor.agency
        agency = kept_by.name if kept_by else ""
    series, parts = creditor.ocr_series, begins.schedule
    numbers = (ocr_number(part_number(series, begins.plan.key, it.ordinal)) for it in parts)
    return NewPlan(
        key=begins.plan.key,
        creditor=ids[first.creditor],
        party=first.party,
        granted_on=today,
        first_on=today,
        agreed_on=today,
        rule=rules[proposal.procedure.digest],
        administered_by=begins.plan.administered_by,
        agency=agency,
        claims=tuple((claim.key, claim.open_ore) for claim in proposal.claims),
        parts=parts,
        ocr_numbers=tuple(numbers) if ours else (),
        charges=begins.charges,
        reason="",
        decided_by="",
    )


def _entries(proposal: Proposal, begins: Granted, new: NewPlan, today: date) -> Iterator[NewEntry]:
    occasion = Occasion(
        creditor=new.creditor,
        value_date=today,
        booking_date=today,
        cause=f"{proposal.procedure.name}: {INSTALLMENT_PLAN}",
    )
    for charge in begins.charges:
        if charge.fee_ore:
            yield fee(occasion, amount_ore=charge.fee_ore, invoice=charge.claim)
        if charge.interest.total_ore:
            amount_ore = charge.interest.total_ore
            yield late_interest(occasion, amount_ore=amount_ore, invoice=charge.claim)


def _write(
    cursor: CursorWrapper, proposal: Proposal, begins: Granted, new: NewPlan, policy: Policy
) -> int:
    """The plan's letter, with its first part to pay."""
    first, terms = proposal.claims[0], proposal.procedure.plan
    assert terms is not None
    creditor = policy.creditors[first.creditor]
    recipient = parties.recipients(cursor, [first.party])[first.party]
    written = Written(
        number=plan_number(creditor.ocr_series, new.key),
        creditor=creditor,
        sender=sender_of(creditor),
        addressee=addressee_of(recipient),
        language=cast(Language, recipient.language),
        terms=terms,
        claims=proposal.claims,
        open_ore=dict(new.claims),
        parts=begins.schedule,
        ocr_numbers=dict(enumerate(new.ocr_numbers, start=1)),
        agreed_on=new.agreed_on,
    )
    letter = plan_letter(written, part=1, day=new.granted_on)
    left = {each.key: each.open_ore + _added_ore(begins, each.key) for each in written.claims}
    return letters.add(
        cursor,
        [
            NewLetter(
                key=f"plan:{new.key}:1",
                creditor=new.creditor,
                party=first.party,
                template=letters.INSTALLMENT_PLAN,
                language=letter.language,
                day=new.granted_on,
                pay_by=letter.pay_by,
                total_ore=letter.total_ore,
                ocr_number=letter.ocr_number,
                data=to_json(letter),
                claims=tuple(NewLetterClaim(key, True, ore) for key, ore in left.items()),
            )
        ],
    )[0]


def cancel(cursor: CursorWrapper, *, invoice: int, reason: str, by: str, today: date) -> int:
    """End the plan that the invoice is in, from today on; the plan's id.

    What has been entered by it stands; interest goes on by the procedure's own terms.
    """
    claim_states.lock(cursor, [invoice])
    plan = plans.in_force(cursor, invoice)
    if plan is None:
        claim = as_of.load(cursor, as_of.Wanted.invoices([invoice]))[0].claim
        raise NoPlanInForce(number=claim.number)
    claim_states.lock(cursor, plans.claims_of(cursor, plan))
    plans.cancel(cursor, plan=plan, day=today, reason=reason, by=by)
    return plan
