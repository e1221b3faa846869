"""More time to pay (anstånd) is granted: judged by the procedure's terms, and kept as a hold.

    grant(cursor, Ask(invoice=17, until=date(2025, 5, 15), ...), policy=policy, today=today)

The one rule: the terms decide whether, and until when; who may say yes is theirs to say too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.backends.utils import CursorWrapper

from reskontra.domain.assumed import assumed
from reskontra.domain.claim import Claim
from reskontra.domain.dealings import DEFERRAL
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.deferral_letter import Said, deferral_letter
from reskontra.domain.letter import Language, to_json
from reskontra.domain.money import format_kronor
from reskontra.domain.reasons import Declined
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.domain.texts import Texts
from reskontra.records import as_of, claim_states, letters, parties, steps
from reskontra.records.claim_states import Change
from reskontra.records.letter_heads import addressee_of, sender_of
from reskontra.records.letters import NewLetter, NewLetterClaim
from reskontra.records.post import Occasion, fee, post
from reskontra.records.steps import NewHold


class NotGranted(Refused):
    """It cannot be granted. {why}"""

    swedish = "Det kan inte beviljas. {why}"


class PayFirst(Refused):
    """SEK {amount} must be paid first, by the procedure's terms."""

    swedish = "{amount} kr ska betalas först, enligt rutinens villkor."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Who wants to pay when, and who says yes."""

    invoice: int
    until: date
    reason: str
    by: str


def grant(cursor: CursorWrapper, ask: Ask, *, policy: Policy, today: date) -> Deferral:
    """Give more time: a hold until the day, its letter, and the fee if there is one.

    Refuses with every reason that the terms have against it.
    """
    claim_states.lock(cursor, [ask.invoice])
    lasting, _ = assumed(policy, until=date.max)
    wanted = as_of.Wanted.invoices([ask.invoice], asking=tuple(policy.creditors))
    ruled = under_rules(as_of.load(cursor, wanted)[0].claim, lasting, today=today)
    answer = judge_deferral(ruled.claim, ruled.procedure, until=ask.until, today=today)
    if isinstance(answer, Declined):
        raise declined(answer, names_of(ruled.procedure, policy))
    if answer.pay_now_ore:
        sv, en = (format_kronor(answer.pay_now_ore, language=each) for each in ("sv", "en"))
        raise PayFirst(amount=Texts(sv=sv, en=en))
    if answer.fee.amount_ore:
        _charge(cursor, ruled.claim, answer.fee.amount_ore, today)
    hold = steps.add_hold(
        cursor,
        NewHold(
            party=ruled.claim.party,
            invoice=ask.invoice,
            kind=DEFERRAL,
            first_day=today,
            last_day=answer.until,
            reason=ask.reason,
            decided_by=ask.by,
        ),
    )
    _write(cursor, ruled, answer, hold, policy=policy, today=today)
    return answer


def _write(
    cursor: CursorWrapper, ruled: Ruled, answer: Deferral, hold: int, *, policy: Policy, today: date
) -> None:
    """The letter to the invoice's recipient."""
    claim, procedure = ruled.claim, ruled.procedure
    creditor = policy.creditors[claim.creditor]
    recipient = parties.recipients(cursor, [claim.party])[claim.party]
    said = Said(
        sender=sender_of(creditor),
        addressee=addressee_of(recipient),
        kind_label=creditor.invoice_kinds[claim.kind].say(recipient.language),
        language=cast(Language, recipient.language),
    )
    letter = deferral_letter(claim, procedure, answer, said, today=today)
    new = NewLetter(
        key=f"deferral:{hold}",
        creditor=parties.creditors(cursor, [claim.creditor])[claim.creditor],
        party=claim.party,
        template=letters.DEFERRAL,
        language=letter.language,
        day=today,
        pay_by=letter.pay_by,
        total_ore=letter.total_ore,
        ocr_number=letter.ocr_number,
        data=to_json(letter),
        claims=(NewLetterClaim(claim.key, True, letter.total_ore),),
    )
    letters.add(cursor, [new])


def declined(answer: Declined, names: dict[str, Texts]) -> NotGranted:
    """The refusal with every reason."""
    words = [reason.texts(names) for reason in answer.reasons]
    return NotGranted(
        why=Texts(sv=" ".join(each.sv for each in words), en=" ".join(each.en for each in words))
    )


def names_of(procedure: Procedure, policy: Policy) -> dict[str, Texts]:
    """What steps, and what a person may find, are called."""
    return {step.name: step.label for step in procedure.steps} | policy.clearance_kinds


def _charge(cursor: CursorWrapper, claim: Claim, amount_ore: int, today: date) -> None:
    occasion = Occasion(
        creditor=parties.creditors(cursor, [claim.creditor])[claim.creditor],
        value_date=today,
        booking_date=today,
        cause=DEFERRAL,
    )
    post(cursor, [fee(occasion, amount_ore=amount_ore, invoice=claim.key)])
    claim_states.move(cursor, {claim.key: Change(amount_ore, today)})
