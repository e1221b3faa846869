"""Asking about an invoice: what may be asked for, what it would cost, and what was asked before.

    choices(detail, ...)  -> more time, payment in parts, a payment under way, an objection

The one rule: what stands to be chosen is what the terms would give; the row that comes of it is
answered by the night or by a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reskontra.domain import deferral_letter
from reskontra.domain.asking import (
    SELF_SERVICE,
    Answered,
    AskedFor,
    is_high,
    parts_offered,
    time_offered,
)
from reskontra.domain.assumed import rates_lasting
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.installments import InstallmentPlan, judge_plan, usual_first_day
from reskontra.domain.money import parse_kronor
from reskontra.domain.plan_night import granted
from reskontra.domain.plan_words import interest_words
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.portal import words
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceDetail, NewRequest, RequestRow

LONGEST_TEXT = 2_000


class NotUnderstood(Refused):
    """What was filled in cannot be used: {what}."""

    swedish = "Det som fylldes i kan inte användas: {what}."


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part of the plan that is looked at."""

    ordinal: int
    due: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What may be asked for about one invoice."""

    number: str
    until: str
    """The last day that may be chosen, as an ISO date; empty when no more time is given."""
    until_words: str
    parts: tuple[int, ...]
    chosen: int
    schedule: tuple[PartRow, ...]
    cost: str
    """The fee, and the interest if every part is paid on its day."""
    interest: str
    """The rate of interest while the parts are paid, in full sentences."""
    time_interest: str
    """Whether more time bears interest, and how much until the last day."""
    at_once: str
    """Whether the answer comes by itself."""
    may_report: bool
    today: str
    earliest: str
    latest: str
    """Between what days a payment that is told of was made, or is to be."""
    left: str

    @property
    def parts_at_most(self) -> int:
        """The most parts that are given; 0 when none are."""
        return max(self.parts, default=0)

    def offers(self, kind: AskedFor | None) -> bool:
        """Whether this may be asked for; an objection always may."""
        offered = {
            AskedFor.DEFERRAL: bool(self.until),
            AskedFor.PLAN: bool(self.parts),
            AskedFor.PAYMENT_REPORTED: self.may_report,
            AskedFor.OBJECTION: True,
        }
        return kind is not None and offered[kind]


WANTS = {
    "betalat": AskedFor.PAYMENT_REPORTED,
    "mer-tid": AskedFor.DEFERRAL,
    "delar": AskedFor.PLAN,
    "fel": AskedFor.OBJECTION,
}
"""What somebody answers when asked what it is about, as an address holds it."""
HELP = "hjalp"
"""None of them: they cannot pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Something that was asked before, with its answer."""

    public_id: UUID
    what: str
    answer: str
    reason: str


def choices(
    detail: InvoiceDetail, *, policy: Policy, parts: str, today: date, language: str
) -> Choices:
    """What the terms would give today; `parts` is the number of parts to look at."""
    ruled = _ruled(detail, policy, today)
    until = time_offered(ruled.claim, ruled.procedure, today=today)
    offered = parts_offered(ruled.claim, ruled.procedure, today=today)
    wanted = int(parts) if parts.isascii() and parts.isdigit() else 0
    chosen = wanted if wanted in offered else (offered[0] if offered else 0)
    schedule, cost, at_once = _schedule(ruled, chosen, today, language)
    return Choices(
        number=detail.row.number,
        until=until.isoformat() if until else "",
        until_words=words.day(until, language=language) if until else "",
        parts=offered,
        chosen=chosen,
        schedule=schedule,
        cost=cost,
        interest=_plan_interest(ruled, today, language) if schedule else "",
        time_interest=_time_interest(ruled, until, today, language) if until else "",
        at_once=at_once,
        may_report=not ruled.claim.settled,
        today=today.isoformat(),
        earliest=detail.row.invoice_date.isoformat(),
        latest=_last_paid_on(detail, policy, today).isoformat(),
        left=words.kronor(detail.row.open_ore, language=language),
    )


def _last_paid_on(detail: InvoiceDetail, policy: Policy, today: date) -> date:
    """A payment may be ordered for some days ahead, as long as one takes to be registered."""
    return policy.creditors[detail.row.creditor].portal.payment_registered_within.after(today)


def _ruled(detail: InvoiceDetail, policy: Policy, today: date) -> Ruled:
    return under_rules(detail.claim, rates_lasting(policy, until=date.max), today=today)


def _schedule(
    ruled: Ruled, parts: int, today: date, language: str
) -> tuple[tuple[PartRow, ...], str, str]:
    """The parts, what they cost beside the debt, and whether the answer comes by itself."""
    terms = ruled.procedure.plan
    if terms is None or not parts:
        return (), "", ""
    claims = (ruled.claim,)
    first_on = usual_first_day(claims, terms, today=today)
    answer = judge_plan(claims, ruled.procedure, parts=parts, first_on=first_on, today=today)
    if not isinstance(answer, InstallmentPlan):
        return (), "", ""
    plan = granted(claims, ruled.procedure, answer, key=0, today=today)
    cost = say(
        "ask.plan.cost",
        language=language,
        fee=words.kronor(sum(each.fee_ore for each in plan.schedule), language=language),
        interest=words.kronor(sum(each.interest_ore for each in plan.schedule), language=language),
    )
    name = "ask.at_once" if answer.by == SELF_SERVICE else "ask.by_person"
    return (
        tuple(
            PartRow(
                ordinal=each.ordinal,
                due=words.day(each.due_date, language=language),
                amount=words.kronor(each.total_ore, language=language),
            )
            for each in plan.schedule
        ),
        cost,
        say(name, language=language),
    )


def _plan_interest(ruled: Ruled, today: date, language: str) -> str:
    terms = ruled.procedure.plan
    return interest_words(terms, day=today, language=language) if terms else ""


def _time_interest(ruled: Ruled, until: date, today: date, language: str) -> str:
    answer = judge_deferral(ruled.claim, ruled.procedure, until=until, today=today)
    if not isinstance(answer, Deferral):
        return ""
    return deferral_letter.interest_words(ruled.procedure, answer, today=today, language=language)


def read(
    detail: InvoiceDetail, form: Mapping[str, str], *, invoice: int, policy: Policy, today: date
) -> NewRequest:
    """The request that was filled in; refuses what is not among the choices."""
    kind = _kind(form.get("kind", ""))
    text = " ".join(form.get("text", "").split())[:LONGEST_TEXT]
    ruled = _ruled(detail, policy, today)
    match kind:
        case AskedFor.DEFERRAL:
            until, last = (
                _day(form.get("until", "")),
                time_offered(ruled.claim, ruled.procedure, today=today),
            )
            if last is None or not today < until <= last:
                raise NotUnderstood(what=f"{until}")
            return NewRequest(invoice=invoice, kind=kind, day=today, until=until, text=text)
        case AskedFor.PLAN:
            parts, terms = _count(form.get("parts", "")), ruled.procedure.plan
            if terms is None or parts not in parts_offered(
                ruled.claim, ruled.procedure, today=today
            ):
                raise NotUnderstood(what=f"{parts}")
            first_on = usual_first_day([ruled.claim], terms, today=today)
            return NewRequest(
                invoice=invoice, kind=kind, day=today, parts=parts, first_on=first_on, text=text
            )
        case AskedFor.PAYMENT_REPORTED:
            paid_on, last = _day(form.get("until", "")), _last_paid_on(detail, policy, today)
            if not detail.row.invoice_date <= paid_on <= last:
                raise NotUnderstood(what=f"{paid_on}")
            return NewRequest(
                invoice=invoice,
                kind=kind,
                day=today,
                until=paid_on,
                amount_ore=_amount(form.get("amount", "")),
                text=text,
            )
        case AskedFor.OBJECTION:
            amount_ore = _amount(form.get("amount", ""))
            if not text:
                raise NotUnderstood(what="text")
            if amount_ore is not None and amount_ore > detail.row.billed_ore:
                raise NotUnderstood(what=form.get("amount", "")[:20])
            return NewRequest(
                invoice=invoice, kind=kind, day=today, amount_ore=amount_ore, text=text
            )


def _kind(text: str) -> AskedFor:
    try:
        return AskedFor(text)
    except ValueError:
        raise NotUnderstood(what=text[:20]) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(what=text[:20]) from None


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise NotUnderstood(what=text[:20])
    return int(text)


def _amount(text: str) -> int | None:
    """Öre, as a Swede writes it or as the English page does; None for the whole invoice."""
    text = text.strip().removesuffix("kr").strip()
    if "." in text:
        text = text.replace(",", "").replace(".", ",")
    try:
        amount_ore = parse_kronor(text) if text else 0
    except Refused:
        raise NotUnderstood(what=text[:20]) from None
    if text and amount_ore <= 0:
        raise NotUnderstood(what=text[:20])
    return amount_ore or None


def asked(row: RequestRow, *, language: str) -> Asked:
    """A request of before as text."""
    values = {
        "day": words.day(row.day, language=language),
        "until": words.day(row.until, language=language) if row.until else "",
        "parts": row.parts or "",
    }
    own_choice = row.outcome is Answered.GRANTED and not row.reason
    return Asked(
        public_id=row.public_id,
        what=say(f"asked.{row.kind}", language=language, **values),
        answer=say(_answer_text(row), language=language),
        reason="" if own_choice else row.reason,
    )


def _answer_text(row: RequestRow) -> str:
    """An objection that is taken up is not granted: what comes of it is told by the invoice."""
    if row.outcome is Answered.GRANTED and row.kind is AskedFor.OBJECTION:
        return "answer.taken_up"
    return f"answer.{'waiting' if row.outcome is None else row.outcome.value}"


def said_of_high(detail: InvoiceDetail, *, policy: Policy, today: date, language: str) -> str:
    """What is said of an invoice that is unusually high for its recipient; else empty."""
    creditor = policy.creditors[detail.claim.creditor]
    rule = creditor.portal.unusually_high
    high = is_high(detail.claim, earlier_ore=detail.earlier_ore, rule=rule)
    if detail.claim.settled or detail.claim.plan is not None or not high:
        return ""
    in_parts = _ruled(detail, policy, today).procedure.offers_installment_plan
    return say("ask.high" if in_parts else "ask.high.tell_us", language=language)
