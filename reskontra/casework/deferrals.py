"""More time to pay (anstånd) is granted: judged by the procedure's terms, and kept as a hold.

    grant(cursor, Ask(invoice=17, until=date(2025, 5, 15), ...), policy=policy, today=today)

The one rule: the terms decide whether, and until when; who may say yes is theirs to say too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.assumed import assumed
from reskontra.domain.claim import Claim
from reskontra.domain.dealings import DEFERRAL
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.money import format_kronor
from reskontra.domain.reasons import Declined
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.texts import Texts
from reskontra.records import as_of, claim_states, parties, steps
from reskontra.records.claim_states import Change
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
    """Give more time: a hold until the day, and the fee if there is one. What was granted.

    Refuses with every reason that the terms have against it.
    """
    claim_states.lock(cursor, [ask.invoice])
    lasting, _ = assumed(policy, until=date.max)
    wanted = as_of.Wanted.invoices([ask.invoice], asking=asking(policy))
    ruled = under_rules(as_of.load(cursor, wanted)[0].claim, lasting, today=today)
    answer = judge_deferral(ruled.claim, ruled.procedure, until=ask.until, today=today)
    if isinstance(answer, Declined):
        raise declined(answer, names_of(ruled.procedure, policy))
    if answer.pay_now_ore:
        sv, en = (format_kronor(answer.pay_now_ore, language=each) for each in ("sv", "en"))
        raise PayFirst(amount=Texts(sv=sv, en=en))
    if answer.fee.amount_ore:
        _charge(cursor, ruled.claim, answer.fee.amount_ore, today)
    steps.add_hold(
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
    return answer


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
