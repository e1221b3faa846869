"""The values of a plan's page: its parts, the next one to pay, and what happens if it breaks.

The one rule: what each part costs and whether it has come was decided by the records; here it is
made to text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe

from reskontra.domain.agreed import PlanHappening
from reskontra.domain.identity import format_bankgiro
from reskontra.domain.plan_words import if_broken, interest_words
from reskontra.domain.rules import Creditor, Policy
from reskontra.domain.terms import PlanTerms
from reskontra.formats import giro
from reskontra.portal import words
from reskontra.portal.payment import PayUs
from reskontra.portal.wording import say
from reskontra.records.views import PartView, PlanView


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the plan."""

    ordinal: int
    due: str
    amount: str
    made_of: str
    """What it is made of, when more than the debt."""
    ocr_number: str
    standing: str
    paid: bool
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An invoice in the plan."""

    public_id: UUID
    number: str
    kind: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanValues:
    """Everything that the template of a plan places."""

    public_id: UUID
    standing: str
    kept_by: str
    pay_us: PayUs | None
    parts: tuple[Part, ...]
    invoices: tuple[Planned, ...]
    interest: str
    if_broken: str
    total: str


def plan_values(plan: PlanView, *, policy: Policy, today: date, language: str) -> PlanValues:
    """The page as text in `language`."""
    creditor = policy.creditors[plan.creditor]
    terms = _terms(plan, policy)
    return PlanValues(
        public_id=plan.public_id,
        standing=_standing(plan, today, language),
        kept_by=say("plan.agency", language=language, agency=plan.agency) if plan.agency else "",
        pay_us=pay_part(plan, creditor, today=today, language=language),
        parts=tuple(_part(each, plan, today, language) for each in plan.parts),
        invoices=tuple(
            Planned(
                public_id=each.public_id,
                number=each.number,
                kind=creditor.invoice_kinds[each.kind].say(language),
                amount=words.kronor(each.open_ore, language=language),
            )
            for each in plan.invoices
        ),
        interest=interest_words(terms, day=today, language=language) if terms else "",
        if_broken=if_broken(terms, language=language) if terms and plan.in_force else "",
        total=words.kronor(sum(each.total_ore for each in plan.parts), language=language),
    )


def _terms(plan: PlanView, policy: Policy) -> PlanTerms | None:
    procedure = policy.procedure_by_digest(plan.digest)
    return procedure.plan if procedure else None


def pay_part(plan: PlanView, creditor: Creditor, *, today: date, language: str) -> PayUs | None:
    """How to pay the next part; None when there is none, or an agency keeps the plan."""
    part = plan.next_part
    if part is None:
        return None
    payload = giro.usingqr_payload(
        payee=creditor.name,
        organization_number=creditor.organization_number,
        ocr_number=part.ocr_number,
        invoice_date=plan.granted_on,
        due_date=part.due_date,
        amount_ore=part.left_ore,
        bankgiro=creditor.bankgiro,
    )
    return PayUs(
        amount=words.kronor(part.left_ore, language=language),
        by=words.day(part.due_date, language=language),
        late=part.due_date < today,
        payee=creditor.name,
        bankgiro=format_bankgiro(creditor.bankgiro),
        ocr_number=part.ocr_number,
        qr=_drawn(payload),
        registered_within=words.span(creditor.portal.payment_registered_within, language=language),
    )


def _drawn(payload: str) -> SafeString:
    return mark_safe(giro.qr_svg(payload))  # noqa: S308 - digits, a name and dates, drawn by us


def _standing(plan: PlanView, today: date, language: str) -> str:
    part = plan.next_part
    if plan.ending is not None and plan.ended_on is not None:
        day = words.day(plan.ended_on, language=language)
        return say(f"plan.standing.{plan.ending}", language=language, day=day)
    if part is None:
        return say("plan.standing.agency", language=language)
    text = "plan.standing.late" if part.due_date < today else "plan.standing.next"
    return say(
        text,
        language=language,
        part=part.ordinal,
        of=len(plan.parts),
        amount=words.kronor(part.left_ore, language=language),
        day=words.day(part.due_date, language=language),
    )


def _part(part: PartView, plan: PlanView, today: date, language: str) -> Part:
    paid = part.left_ore == 0
    late = not paid and plan.in_force and part.due_date < today
    name = "paid" if paid else "late" if late else "part" if part.left_ore < part.total_ore else ""
    return Part(
        ordinal=part.ordinal,
        due=words.day(part.due_date, language=language),
        amount=words.kronor(part.total_ore, language=language),
        made_of=_made_of(part, language),
        ocr_number=part.ocr_number,
        standing=(
            say(
                f"plan.part.{name}",
                language=language,
                left=words.kronor(part.left_ore, language=language),
            )
            if name and plan.ending is not PlanHappening.CALLED_OFF
            else ""
        ),
        paid=paid,
        late=late,
    )


def _made_of(part: PartView, language: str) -> str:
    named = (("fee", part.fee_ore), ("interest", part.interest_ore))
    return ", ".join(
        say(f"plan.with_{name}", language=language, amount=words.kronor(ore, language=language))
        for name, ore in named
        if ore
    )
