"""A plan becomes rows, all in the transaction of the caller.

record(cursor, plan, Night(run=3, day=date(2025, 4, 9), ...))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.bundling import Bundle
from reskontra.domain.dunning import first_look
from reskontra.domain.identity import ocr_number
from reskontra.domain.ledger import EntryKind
from reskontra.domain.letter import Sender, to_json
from reskontra.domain.night import InterestDue, Plan, Taken, looks_with_changes
from reskontra.domain.rules import Part, Policy
from reskontra.domain.scope import AsBilled
from reskontra.domain.step import Does
from reskontra.dunning import words
from reskontra.dunning.step_letters import Head, letter_of
from reskontra.records import claim_states, invoices, letters, parties, runs, steps
from reskontra.records.claim_states import Change
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.parties import Recipient
from reskontra.records.post import NewEntry, Occasion, fee, post, taken_off
from reskontra.records.steps import NewHandover, NewStep

INTEREST_KIND = "interest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What is alike for every chunk of a run."""

    run: int
    day: date
    policy: Policy
    creditors: dict[str, int]
    rules: dict[str, int]
    senders: dict[str, Sender]


def record(cursor: CursorWrapper, plan: Plan, night: Night) -> None:
    """Write everything that the plan comes to."""
    told = {each.party for each in plan.bundles} | {i.taken.claim.party for i in plan.interest}
    recipients = parties.recipients(cursor, told)
    letter_of = _record_letters(cursor, plan, night, recipients)
    letter_of |= _record_interest(cursor, plan, night, recipients)
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
            )
            for taken in plan.taken
        ),
        run=night.run,
    )
    post(cursor, _entries(plan, night))
    steps.add_handovers(cursor, _handovers(plan, night))
    changes = looks_with_changes(plan).items()
    claim_states.move(cursor, {key: Change(added, look) for key, (added, look) in changes})
    runs.add_outcomes(cursor, run=night.run, selected=plan.selected, outcomes=dict(plan.outcomes))


def _record_letters(
    cursor: CursorWrapper, plan: Plan, night: Night, recipients: dict[int, Recipient]
) -> dict[tuple[int, str], int]:
    """Add the letters of the bundles; (invoice, step) -> letter."""
    taken_of = {(t.claim.key, t.step.name): t for t in plan.taken}
    new = []
    for bundle in plan.bundles:
        first = min(claim.key for claim in bundle.acted)
        creditor = night.policy.creditors[bundle.creditor]
        number = ocr_number(f"{creditor.ocr_series}{first}{bundle.step.ordinal:02d}")
        taken = [taken_of[claim.key, bundle.step.name] for claim in bundle.acted]
        head = Head(
            creditor=creditor,
            sender=night.senders[bundle.creditor],
            recipient=recipients[bundle.party],
            ocr_number=number,
            day=night.day,
            pay_by=bundle.pay_by,
        )
        letter = letter_of(bundle, head=head, taken=taken)
        new.append(
            NewLetter(
                key=f"{first}:{bundle.step.name}",
                creditor=night.creditors[bundle.creditor],
                party=bundle.party,
                template=bundle.step.letter,
                language=letter.language,
                day=night.day,
                pay_by=bundle.pay_by,
                total_ore=letter.total_ore,
                ocr_number=number,
                data=to_json(letter),
                claims=tuple(_letter_claims(bundle, taken)),
            )
        )
    ids = letters.add(cursor, new)
    return {
        (claim.key, bundle.step.name): key
        for key, bundle in zip(ids, plan.bundles, strict=True)
        for claim in bundle.acted
    }


def _letter_claims(bundle: Bundle, taken: Iterable[Taken]) -> Iterator[NewLetterClaim]:
    for each in taken:
        open_ore = each.claim.open_ore + each.fee_on_claim_ore + each.interest_ore
        yield NewLetterClaim(each.claim.key, True, open_ore)
    for claim in bundle.listed:
        yield NewLetterClaim(claim.key, False, claim.open_ore)


def _record_interest(
    cursor: CursorWrapper, plan: Plan, night: Night, recipients: dict[int, Recipient]
) -> dict[tuple[int, str], int]:
    """Add interest invoices with their letters; (invoice paid late, step) -> letter."""
    if not plan.interest:
        return {}
    pairs = [
        (due, _interest_invoice(due, night, recipients[due.taken.claim.party]))
        for due in plan.interest
    ]
    ids = invoices.add(
        cursor,
        [invoice for _, invoice in pairs],
        day=night.day,
        file=None,
        cause=f"late interest, run {night.day}",
    )
    new = []
    for key, (due, invoice) in zip(ids, pairs, strict=True):
        claim = due.taken.claim
        letter = words.interest_invoice(
            claim,
            due.interest,
            number=invoice.number,
            ocr_number=invoice.ocr_number,
            sender=night.senders[claim.creditor],
            recipient=recipients[claim.party],
            day=night.day,
            due_date=invoice.due_date,
        )
        new.append(
            NewLetter(
                key=f"invoice:{key}",
                creditor=invoice.creditor,
                party=claim.party,
                template="invoice",
                language=letter.language,
                day=night.day,
                pay_by=invoice.due_date,
                total_ore=invoice.total_ore,
                ocr_number=invoice.ocr_number,
                data=to_json(letter),
                claims=(NewLetterClaim(key, True, invoice.total_ore),),
            )
        )
    letter_ids = letters.add(cursor, new)
    return {
        (due.taken.claim.key, due.taken.step.name): letter
        for letter, (due, _) in zip(letter_ids, pairs, strict=True)
    }


def _interest_invoice(due: InterestDue, night: Night, recipient: Recipient) -> invoices.NewInvoice:
    claim = due.taken.claim
    creditor = night.policy.creditors[claim.creditor]
    billed = AsBilled(
        kind=INTEREST_KIND, debtor=claim.debtor, invoice_date=night.day, due_date=due.due_date
    )
    line = invoices.NewLine(
        words.interest_line(claim, language=recipient.language),
        INTEREST_KIND,
        due.interest.total_ore,
        0,
    )
    body = f"{creditor.ocr_series}{claim.key}{due.taken.step.ordinal:02d}"
    return invoices.NewInvoice(
        creditor=night.creditors[claim.creditor],
        party=claim.party,
        number=f"R{claim.number}",
        ocr_number=ocr_number(body),
        kind=INTEREST_KIND,
        department="",
        our_reference="",
        invoice_date=night.day,
        due_date=due.due_date,
        total_ore=due.interest.total_ore,
        lines=(line,),
        look_on=first_look(creditor, billed, today=night.day),
        interest_for=claim.key,
    )


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
        if step.does is Does.WRITE_OFF:
            yield from _write_off(taken, occasion)


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
        agency = night.policy.creditors[taken.claim.creditor].agency
        assert agency is not None
        yield NewHandover(
            taken.claim.key,
            taken.claim.party,
            agency.name,
            agency.bankgiro,
            night.day,
            taken.claim.sums.balance,
        )
