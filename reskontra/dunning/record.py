"""A plan becomes rows, all in the transaction of the caller.

record(cursor, plan, Night(run=3, day=date(2025, 4, 9), ...))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.backends.utils import CursorWrapper

from reskontra.domain.asking import is_high
from reskontra.domain.bundling import Bundle
from reskontra.domain.channels import choose, marks_of
from reskontra.domain.debtors import owing
from reskontra.domain.enforcement import Route
from reskontra.domain.ledger import EntryKind
from reskontra.domain.letter import to_json
from reskontra.domain.night import Plan, Taken, looks_with_changes
from reskontra.domain.rules import Part
from reskontra.domain.step import Does
from reskontra.dunning import own_invoices, parts_apart, plan_turns, words
from reskontra.dunning.numbers import letter_ocr_number
from reskontra.dunning.run_frame import Night
from reskontra.dunning.step_letters import Head, letter_of
from reskontra.records import (
    claim_states,
    courses,
    letters,
    matters,
    parties,
    runs,
    steps,
    undoing,
    usual,
)
from reskontra.records.claim_states import Change
from reskontra.records.courses import NewProposal
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.matters import NewCase
from reskontra.records.parties import Recipient
from reskontra.records.post import (
    NewEntry,
    Occasion,
    assigned,
    fee,
    late_interest,
    post,
    taken_off,
    written_down,
)
from reskontra.records.steps import NewHandover, NewStep


def record(cursor: CursorWrapper, plan: Plan, night: Night) -> None:
    """Write everything that the plan comes to."""
    told = {each.party for each in plan.bundles}
    billed = [
        *(due.taken.claim for due in plan.interest),
        *(due.taken.claim for due in plan.fees),
        *(due.claim for due in plan.parts),
    ]
    told |= {party for claim in billed for party in owing(claim)}
    told |= {turn.claims[0].party for turn in plan.turns if plan_turns.told(turn)}
    recipients = parties.recipients(cursor, told)
    plan_turns.record(cursor, plan.turns, night, recipients)
    anew = _anew(cursor, plan)
    letter_of = _record_letters(cursor, plan, night, recipients, anew)
    letter_of |= own_invoices.record(cursor, plan, night, recipients, anew)
    parts_apart.record(cursor, plan, night, recipients)
    steps.add(
        cursor,
        (
            NewStep(
                taken.claim.key,
                taken.claim.party,
                taken.step.name,
                night.day,
                taken.pay_by,
                night.rules[taken.procedure.digest],
                letter_of.get((taken.claim.key, taken.step.name)),
                anew.get((taken.claim.key, taken.step.name)),
            )
            for taken in plan.taken
            if not taken.again
        ),
        run=night.run,
    )
    post(cursor, _entries(plan, night))
    courses.add_proposals(cursor, _proposals(plan, night))
    matters.add_cases(cursor, _applications(plan, night))
    changes = looks_with_changes(plan).items()
    moved = {key: Change(added, look, plan.needs.get(key, "")) for key, (added, look) in changes}
    claim_states.move(cursor, moved)
    steps.add_handovers(cursor, _handovers(plan, night))
    runs.add_outcomes(cursor, run=night.run, selected=plan.selected, outcomes=dict(plan.outcomes))


def _anew(cursor: CursorWrapper, plan: Plan) -> dict[tuple[int, str], int]:
    """(invoice, step) -> the step undone that the same one is now taken anew after."""
    before = {each.claim.key for each in plan.taken if each.claim.undone(each.step.name)}
    return undoing.to_be_taken_anew(cursor, before)


def _record_letters(
    cursor: CursorWrapper,
    plan: Plan,
    night: Night,
    recipients: dict[int, Recipient],
    anew: dict[tuple[int, str], int],
) -> dict[tuple[int, str], int]:
    """Add the letters of the bundles; (invoice, step) -> letter."""
    taken_of = {(t.claim.key, t.step.name): t for t in plan.taken}
    high = _high(cursor, plan, night)
    new = []
    for bundle in plan.bundles:
        taken = [taken_of[claim.key, bundle.step.name] for claim in bundle.acted]
        again = anew.get((bundle.first.key, bundle.step.name))
        # Of several who owe a claim only its recipient has been billed before.
        billed = frozenset() if bundle.place else high
        head = _head(bundle, night, recipients[bundle.party], again, billed)
        new.append(_letter(bundle, taken, night, head, again))
    ids = letters.add(cursor, new)
    # Of several letters about one claim the step goes with the first: the recipient's, if any.
    return {
        (claim.key, step.name): key
        for key, bundle in reversed(list(zip(ids, plan.bundles, strict=True)))
        for step in (bundle.step, *bundle.guests)
        for claim in bundle.acted
    }


def _high(cursor: CursorWrapper, plan: Plan, night: Night) -> frozenset[int]:
    """The claims that are asked for and unusually high for their recipients."""
    asked = {claim.key: claim for bundle in plan.bundles for claim in bundle.acted}
    earlier = usual.earlier(cursor, list(asked)) if asked else {}
    creditors = night.policy.creditors
    return frozenset(
        key
        for key, ore in earlier.items()
        if is_high(
            asked[key],
            earlier_ore=ore,
            rule=creditors[asked[key].creditor].portal.unusually_high,
        )
    )


def _head(
    bundle: Bundle, night: Night, recipient: Recipient, again: int | None, high: frozenset[int]
) -> Head:
    """Who writes to whom; `again` is the step undone that its first claim's is anew after."""
    step, creditor = bundle.said, night.policy.creditors[bundle.creditor]
    return Head(
        policy=night.policy,
        creditor=creditor,
        sender=words.paid_to(night.senders[bundle.creditor], creditor, step),
        recipient=recipient,
        ocr_number=letter_ocr_number(
            creditor, bundle.first.key, step, again=again, place=bundle.place
        ),
        day=night.day,
        pay_by=bundle.pay_by,
        high=high,
    )


def _letter(
    bundle: Bundle, taken: list[Taken], night: Night, head: Head, again: int | None
) -> NewLetter:
    """The letter of the bundle."""
    step = bundle.said
    letter = letter_of(bundle, head=head, taken=taken)
    goes = choose(
        step.channels or head.creditor.channels,
        kinds=night.policy.channel_kinds,
        # How the billing system has marked an invoice is about its recipient.
        marks=frozenset() if bundle.place else marks_of(bundle.acted),
        protected=head.recipient.protected_identity,
    )
    return NewLetter(
        key=_key(bundle, again),
        creditor=night.creditors[bundle.creditor],
        party=bundle.party,
        template=step.letter,
        language=letter.language,
        day=night.day,
        pay_by=bundle.pay_by,
        total_ore=letter.total_ore,
        ocr_number=head.ocr_number,
        data=to_json(letter),
        claims=tuple(_letter_claims(bundle, taken)),
        channel=goes.channel,
        passed_channels=goes.passed,
        encloses=tuple(sorted(step.encloses)),
        copies_to=tuple(sorted(step.copies_to)),
    )


def _key(bundle: Bundle, again: int | None) -> str:
    """Which letter it is: by its first claim and its step, taken anew, and to whom of several."""
    anew = f":{again}" if again else ""
    to = f":to{bundle.party}" if bundle.place else ""
    return f"{bundle.first.key}:{bundle.step.name}{anew}{to}"


def _letter_claims(bundle: Bundle, taken: Iterable[Taken]) -> Iterator[NewLetterClaim]:
    for each in taken:
        open_ore = each.claim.open_ore + each.fee_on_claim_ore + each.interest_ore
        yield NewLetterClaim(each.claim.key, True, open_ore)
    for claim in bundle.listed:
        yield NewLetterClaim(claim.key, False, claim.open_ore)


def _entries(plan: Plan, night: Night) -> Iterator[NewEntry]:
    for taken in plan.taken:
        claim, step = taken.claim, taken.step
        occasion = Occasion(
            creditor=night.creditors[claim.creditor],
            value_date=night.day,
            booking_date=night.day,
            cause=f"{taken.procedure.name}: {step.name}",
        )
        if taken.fee_on_claim_ore:
            yield fee(occasion, amount_ore=taken.fee_on_claim_ore, invoice=claim.key)
        for kind, cost_ore in taken.costs:
            by_law = replace(occasion, cause=f"{occasion.cause}, {kind.value}")
            yield fee(by_law, amount_ore=cost_ore, invoice=claim.key)
        if taken.interest_ore:
            yield late_interest(occasion, amount_ore=taken.interest_ore, invoice=claim.key)
        if taken.written_down_ore:
            yield written_down(occasion, amount_ore=taken.written_down_ore, invoice=claim.key)
        if step.does is Does.WRITE_OFF:
            yield from _write_off(taken, occasion)
        for part in Part:
            if taken.sold.of(part):
                sold_ore = taken.sold.of(part)
                yield assigned(occasion, part=part, amount_ore=sold_ore, invoice=claim.key)


def _write_off(taken: Taken, occasion: Occasion) -> Iterator[NewEntry]:
    for part in Part:
        amount_ore = taken.claim.sums.balance.of(part)
        if amount_ore:
            yield taken_off(
                occasion,
                kind=EntryKind.WRITE_OFF,
                part=part,
                amount_ore=amount_ore,
                invoice=taken.claim.key,
            )


def _handovers(plan: Plan, night: Night) -> Iterator[NewHandover]:
    for taken in plan.taken:
        if taken.step.does is not Does.HAND_OVER:
            continue
        creditor = night.policy.creditors[taken.claim.creditor]
        agency = creditor.agency_of(taken.step)
        assert agency is not None
        yield NewHandover(
            taken.claim.key,
            taken.claim.party,
            agency.name,
            agency.bankgiro,
            night.day,
            taken.left,
            night.rules[taken.procedure.digest] if taken.again else None,
            taken.claim.came_back.reason if taken.again and taken.claim.came_back else "",
            taken.step.transfers_claim,
        )


def _proposals(plan: Plan, night: Night) -> Iterator[NewProposal]:
    for taken in plan.taken:
        if taken.proposal is not None:
            yield NewProposal(
                invoice=taken.claim.key,
                party=taken.claim.party,
                step=taken.step.name,
                proposal=taken.proposal,
                day=night.day,
            )


def _applications(plan: Plan, night: Night) -> Iterator[NewCase]:
    for taken in plan.taken:
        if taken.step.does is Does.APPLY:
            claim, route = taken.claim, Route(taken.step.in_law.value)
            yield NewCase(claim.key, claim.party, taken.step.name, route, night.day)
