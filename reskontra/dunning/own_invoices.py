"""Invoices that we make ourselves in a night: for late interest, and for a step's fee.

    record(cursor, plan, night, recipients)  -> {(17, "late_interest"): 402}

Each has its letter, which is the invoice itself. The one rule: an interest invoice is known by the
one that was paid late, a fee's by the one that its step was taken for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.channels import choose
from reskontra.domain.dealings import FEE_KIND, INTEREST_KIND
from reskontra.domain.debtors import owing
from reskontra.domain.dunning import first_look
from reskontra.domain.fees import vat_part_ore
from reskontra.domain.letter import CalculationRow, to_json
from reskontra.domain.night import FeeDue, InterestDue, Plan, Taken
from reskontra.domain.scope import AsBilled
from reskontra.dunning import words
from reskontra.dunning.numbers import letter_ocr_number
from reskontra.dunning.run_frame import Night
from reskontra.records import invoices, letters
from reskontra.records.debtors import NewDebtor
from reskontra.records.invoices import NewInvoice, NewLine
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.parties import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """What one such invoice says. Amounts in öre."""

    taken: Taken
    kind: str
    number: str
    due_date: date
    line: NewLine
    calculation: tuple[CalculationRow, ...] = ()
    terms: str = ""


def record(
    cursor: CursorWrapper,
    plan: Plan,
    night: Night,
    recipients: Mapping[int, Recipient],
    anew: Mapping[tuple[int, str], int],
) -> dict[tuple[int, str], int]:
    """Add the plan's own invoices with their letters; (invoice, step) -> letter."""
    dues: list[InterestDue | FeeDue] = [*plan.interest, *plan.fees]
    if not dues:
        return {}
    owns = [_own(due, recipients[due.taken.claim.party]) for due in dues]
    new = [_invoice(own, night, anew) for own in owns]
    cause = f"made in the run of {night.day}"
    ids = invoices.add(cursor, new, day=night.day, file=None, cause=cause)
    written = [
        (own, _letter(_own(due, recipients[party]), invoice, key, night, party, recipients[party]))
        for key, due, own, invoice in zip(ids, dues, owns, new, strict=True)
        for party in owing(due.taken.claim)
    ]
    letter_ids = letters.add(cursor, [letter for _, letter in written])
    # Of several letters of one invoice the step goes with the first, its recipient's.
    return {
        (own.taken.claim.key, own.taken.step.name): letter
        for letter, (own, _) in reversed(list(zip(letter_ids, written, strict=True)))
    }


def _own(due: InterestDue | FeeDue, recipient: Recipient) -> _Own:
    """What the invoice says to one who owes it, in that one's language."""
    return _interest(due, recipient) if isinstance(due, InterestDue) else _fee(due, recipient)


def _interest(due: InterestDue, recipient: Recipient) -> _Own:
    claim, language = due.taken.claim, recipient.language
    text = words.interest_line(claim, language=language)
    terms = due.taken.procedure.interest
    assert terms is not None
    return _Own(
        taken=due.taken,
        kind=INTEREST_KIND,
        number=due.number,
        due_date=due.due_date,
        line=NewLine(text, INTEREST_KIND, due.interest.total_ore, 0),
        calculation=words.calculation(due.interest.rows, language=language),
        terms=words.interest_terms(terms, day=due.interest.rows[-1].to_date, language=language),
    )


def _fee(due: FeeDue, recipient: Recipient) -> _Own:
    taken = due.taken
    fee = taken.step.fee
    assert fee is not None
    text = words.fee_line(taken.claim, taken.step, language=recipient.language)
    vat_ore = vat_part_ore(amount_ore=taken.fee_ore, vat_percent=fee.vat_percent)
    return _Own(
        taken=taken,
        kind=FEE_KIND,
        number=due.number,
        due_date=due.due_date,
        line=NewLine(text, FEE_KIND, taken.fee_ore, vat_ore),
    )


def _invoice(own: _Own, night: Night, anew: Mapping[tuple[int, str], int]) -> NewInvoice:
    claim, step = own.taken.claim, own.taken.step
    creditor = night.policy.creditors[claim.creditor]
    billed = AsBilled(
        kind=own.kind,
        debtor=claim.debtor,
        invoice_date=night.day,
        due_date=own.due_date,
        services=frozenset({own.kind}),
    )
    return NewInvoice(
        creditor=night.creditors[claim.creditor],
        party=claim.party,
        number=own.number,
        ocr_number=letter_ocr_number(
            creditor, claim.key, step, again=anew.get((claim.key, step.name))
        ),
        kind=own.kind,
        department="",
        our_reference="",
        invoice_date=night.day,
        due_date=own.due_date,
        total_ore=own.line.amount_ore,
        lines=(own.line,),
        look_on=first_look(creditor, billed, today=night.day),
        interest_for=claim.key if own.kind == INTEREST_KIND else None,
        fee_for=claim.key if own.kind == FEE_KIND else None,
        others=tuple(NewDebtor(party=party) for party in owing(claim) if party != claim.party),
    )


def _letter(
    own: _Own, invoice: NewInvoice, key: int, night: Night, party: int, recipient: Recipient
) -> NewLetter:
    data = words.own_invoice(
        replace(invoice, lines=(own.line,)),
        calculation=own.calculation,
        terms=own.terms,
        sender=night.senders[own.taken.claim.creditor],
        recipient=recipient,
    )
    goes = choose(
        night.policy.creditors[own.taken.claim.creditor].channels,
        kinds=night.policy.channel_kinds,
        marks=own.taken.claim.marks if party == invoice.party else frozenset(),
        protected=recipient.protected_identity,
    )
    return NewLetter(
        channel=goes.channel,
        passed_channels=goes.passed,
        key=f"invoice:{key}" if party == invoice.party else f"invoice:{key}:{party}",
        creditor=invoice.creditor,
        party=party,
        template="invoice",
        language=data.language,
        day=night.day,
        pay_by=invoice.due_date,
        total_ore=invoice.total_ore,
        ocr_number=invoice.ocr_number,
        data=to_json(data),
        claims=(NewLetterClaim(key, True, invoice.total_ore),),
    )
