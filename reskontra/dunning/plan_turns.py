"""What a night brings to installment plans becomes rows, and letters to those who pay by them.

    record(cursor, plan.turns, night, recipients)

A part whose turn has come has a notice, where the terms say so; a plan that is broken is told, with
what happens now. The one rule: all in the transaction of the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from django.db.backends.utils import CursorWrapper

from reskontra.domain.agreed import INSTALLMENT_PLAN, PlanHappening
from reskontra.domain.identity import ocr_number
from reskontra.domain.letter import Language, NoticeLetter, to_json
from reskontra.domain.plan_night import PlanTurn, with_charges
from reskontra.domain.plan_words import (
    TITLE_BROKEN,
    Written,
    broken_paragraphs,
    part_number,
    plan_letter,
    plan_number,
)
from reskontra.dunning import words
from reskontra.dunning.run_frame import Night
from reskontra.dunning.step_letters import Head, claim_row
from reskontra.records import letters, plans
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.parties import Recipient
from reskontra.records.post import (
    NewEntry,
    Occasion,
    fee,
    interest_given_back,
    late_interest,
    post,
)

_OF_THE_WHOLE = 999
"""In place of a part's ordinal, in the number of a letter about the whole plan."""


def told(turn: PlanTurn) -> bool:
    """Whether the turn has a letter."""
    return bool(turn.called) or turn.ending is PlanHappening.BROKEN


def record(
    cursor: CursorWrapper,
    turns: Sequence[PlanTurn],
    night: Night,
    recipients: Mapping[int, Recipient],
) -> None:
    """Add what has happened, what it costs, and the letters that tell of it."""
    if not turns:
        return
    plans.record_turns(cursor, turns, day=night.day)
    post(cursor, (entry for turn in turns for entry in _entries(turn, night)))
    new = []
    for turn in turns:
        if told(turn):
            recipient = recipients[turn.claims[0].party]
            new += [_notice(cursor, turn, part, night, recipient) for part in turn.called]
            if turn.ending is PlanHappening.BROKEN:
                new.append(_broken(turn, night, recipient))
    letters.add(cursor, new)


def _entries(turn: PlanTurn, night: Night) -> Iterator[NewEntry]:
    occasion = Occasion(
        creditor=night.creditors[turn.claims[0].creditor],
        value_date=night.day,
        booking_date=night.day,
        cause=f"{turn.procedure.name}: {INSTALLMENT_PLAN}",
    )
    for charge in turn.charges:
        if charge.fee_ore:
            yield fee(occasion, amount_ore=charge.fee_ore, invoice=charge.claim)
        if charge.interest.total_ore:
            yield late_interest(
                occasion, amount_ore=charge.interest.total_ore, invoice=charge.claim
            )
    for claim, amount_ore in turn.given_back:
        yield interest_given_back(occasion, amount_ore=amount_ore, invoice=claim)


def _notice(
    cursor: CursorWrapper, turn: PlanTurn, part: int, night: Night, recipient: Recipient
) -> NewLetter:
    """The notice of a part, with all the plan."""
    creditor = night.policy.creditors[turn.claims[0].creditor]
    particulars, terms = plans.particulars(cursor, turn.plan.key), turn.plan.terms
    assert terms is not None
    entered = with_charges(turn.plan, turn.charges).installments
    parts = (*entered[:part], *particulars.parts[part:])
    written = Written(
        number=plan_number(creditor.ocr_series, turn.plan.key),
        creditor=creditor,
        sender=night.senders[creditor.code],
        addressee=words.addressee_of(recipient),
        language=cast(Language, recipient.language),
        terms=terms,
        claims=turn.claims,
        open_ore=particulars.open_ore,
        parts=parts,
        ocr_numbers=particulars.ocr_numbers,
        agreed_on=particulars.agreed_on,
    )
    happened = turn.plan.happened | set(turn.happened)
    paid = frozenset(each for kind, each in happened if kind is PlanHappening.KEPT)
    letter = plan_letter(written, part=part, day=night.day, paid=paid)
    return NewLetter(
        key=f"plan:{turn.plan.key}:{part}",
        creditor=night.creditors[creditor.code],
        party=turn.claims[0].party,
        template=letters.INSTALLMENT_PLAN,
        language=letter.language,
        day=night.day,
        pay_by=letter.pay_by,
        total_ore=letter.total_ore,
        ocr_number=letter.ocr_number,
        data=to_json(letter),
        claims=tuple(_letter_claims(turn)),
    )


def _broken(turn: PlanTurn, night: Night, recipient: Recipient) -> NewLetter:
    """That the plan no longer holds, why, and what is left to pay."""
    creditor, terms = night.policy.creditors[turn.claims[0].creditor], turn.plan.terms
    assert terms is not None
    assert turn.state.by is not None
    number = ocr_number(part_number(creditor.ocr_series, turn.plan.key, _OF_THE_WHOLE))
    head = Head(
        policy=night.policy,
        creditor=creditor,
        sender=night.senders[creditor.code],
        recipient=recipient,
        ocr_number=number,
        day=night.day,
        pay_by=None,
    )
    claims = tuple(claim_row(each, head) for each in turn.claims if not each.settled)
    letter = NoticeLetter(
        letter_number=number,
        day=night.day,
        pay_by=None,
        sender=head.sender,
        addressee=words.addressee_of(recipient),
        title=TITLE_BROKEN.say(head.language),
        paragraphs=broken_paragraphs(
            terms, turn.state.by, granted_on=turn.plan.granted_on, language=head.language
        ),
        claims=claims,
        fee_ore=0,
        total_ore=sum(each.open_ore for each in claims),
        ocr_number=number,
        pays=True,
        language=head.language,
    )
    return NewLetter(
        key=f"plan:{turn.plan.key}:broken",
        creditor=night.creditors[creditor.code],
        party=turn.claims[0].party,
        template="notice",
        language=letter.language,
        day=night.day,
        pay_by=None,
        total_ore=letter.total_ore,
        ocr_number=number,
        data=to_json(letter),
        claims=tuple(_letter_claims(turn)),
    )


def _letter_claims(turn: PlanTurn) -> Iterator[NewLetterClaim]:
    for claim in turn.claims:
        if not claim.settled:
            charged_ore = sum(each.total_ore for each in turn.charges if each.claim == claim.key)
            yield NewLetterClaim(claim.key, True, claim.open_ore + charged_ore)
