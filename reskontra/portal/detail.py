"""The values of one invoice's page.

    how it stands -> how to pay, or whom -> what happened -> what comes -> letters, lines, details

The one rule: when the agency has the claim, our own giro number is nowhere on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reskontra.domain.channels import LeavesAs, expected_on
from reskontra.domain.rules import Creditor, Policy
from reskontra.domain.ruling import under_rules
from reskontra.domain.texts import Contact
from reskontra.dunning.timeline import TimelineItem
from reskontra.portal import words
from reskontra.portal.authority import AtAuthority, at_authority
from reskontra.portal.events import Timeline, timeline_values
from reskontra.portal.payment import PayAgency, PayUs, pay_agency, pay_us
from reskontra.portal.plan import pay_part
from reskontra.portal.sentences import is_late, sentences
from reskontra.portal.tags import Tag, is_paid, tags
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceDetail, InvoiceRow, LetterView, LineView, MovementView

_LOWERS = {"payment", "credit", "withdrawal", "write_off", "undo", "assignment"}
_REASON_SHOWN = {"credit", "withdrawal", "write_off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the details."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the invoice."""

    text: str
    amount: str
    vat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A payment, or something else that changed what is owed."""

    day: str
    what: str
    reason: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that speaks for the invoice."""

    public_id: UUID
    title: str
    pay_by: str
    many: str
    listed: bool
    way: str
    """How it was sent, and when it should be there."""
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceValues:
    """Everything that the template of one invoice places."""

    public_id: UUID
    number: str
    kind: str
    creditor: str
    tags: tuple[Tag, ...]
    sentences: tuple[str, ...]
    late: bool
    settled: bool
    """Nothing is left to pay, to us or to another."""
    owned: bool
    """An agency owns it, and answers for what is asked of it."""
    plan: UUID | None
    """The plan that it is paid by, or was last."""
    in_parts: bool
    """What is to be paid is a part of a plan."""
    pay_us: PayUs | None
    pay_agency: PayAgency | None
    authority: AtAuthority | None
    facts: tuple[Fact, ...]
    contact: Contact
    lines: tuple[Line, ...]
    billed: str
    movements: tuple[Movement, ...]
    left: str
    letters: tuple[Letter, ...]
    timeline: Timeline


def invoice_values(
    detail: InvoiceDetail,
    *,
    items: tuple[TimelineItem, ...],
    policy: Policy,
    today: date,
    language: str,
) -> InvoiceValues:
    """The page as text in `language`; `items` is the invoice's timeline."""
    creditor = policy.creditors[detail.claim.creditor]
    ruled = under_rules(detail.claim, policy, today=today)
    settled = detail.row.open_ore == 0
    owned = detail.claim.transferred
    handed_over = detail.handover is not None and (owned or not settled)
    lapsed_on = ruled.claim.lapsed_on
    late = is_late(detail, today=today) and lapsed_on is None
    part = pay_part(detail.plan, creditor, today=today, language=language) if detail.plan else None
    return InvoiceValues(
        public_id=detail.public_id,
        number=detail.row.number,
        kind=creditor.invoice_kinds[detail.row.kind].say(language),
        creditor=creditor.name,
        tags=tags(detail.row, language=language),
        sentences=sentences(detail, lapsed_on, today=today, language=language),
        late=late and not handed_over,
        settled=settled and not handed_over,
        owned=owned,
        plan=detail.plan.public_id if detail.plan else None,
        in_parts=part is not None,
        pay_us=(
            None
            if settled or owned or handed_over or lapsed_on
            else part or pay_us(detail, creditor, late=late, language=language)
        ),
        pay_agency=pay_agency(detail, creditor, language=language) if handed_over else None,
        authority=at_authority(detail, ruled, policy, language=language),
        facts=_facts(detail, creditor, language, handed_over=handed_over),
        contact=_contact(detail, creditor),
        lines=tuple(_line(each, language) for each in detail.lines),
        billed=words.kronor(detail.row.billed_ore, language=language),
        movements=tuple(_movement(each, language) for each in detail.movements),
        left=words.kronor(detail.row.open_ore, language=language),
        letters=tuple(_letter(each, creditor, policy, language) for each in detail.letters),
        timeline=timeline_values(items, policy=policy, language=language),
    )


def _facts(
    detail: InvoiceDetail, creditor: Creditor, language: str, *, handed_over: bool
) -> tuple[Fact, ...]:
    row = detail.row
    department = creditor.department(row.department)
    facts = (
        ("creditor", creditor.name),
        ("department", department.name.say(language) if department else ""),
        ("reference", detail.our_reference),
        ("number", row.number),
        ("ocr", "" if handed_over else detail.ocr_number),
        ("interest_for", detail.interest_for_number),
        ("date", words.day(row.invoice_date, language=language)),
        ("due", words.day(row.due_date, language=language)),
        ("paid", _paid(row, language)),
        ("billed", say("kronor", language=language, amount=_kr(row.billed_ore, language))),
    )
    return tuple(
        Fact(label=say(f"details.{name}", language=language), value=value)
        for name, value in facts
        if value
    )


def _paid(row: InvoiceRow, language: str) -> str:
    if row.paid_date is None or not is_paid(row):
        return ""
    return words.day(row.paid_date, language=language)


def _contact(detail: InvoiceDetail, creditor: Creditor) -> Contact:
    department = creditor.department(detail.row.department)
    return department.contact if department else creditor.contact


def _line(line: LineView, language: str) -> Line:
    vat = _kr(line.vat_ore, language)
    return Line(
        text=line.text,
        amount=_kr(line.amount_ore, language),
        vat=say("lines.vat", language=language, amount=vat) if line.vat_ore else "",
    )


def _movement(movement: MovementView, language: str) -> Movement:
    signed = -movement.amount_ore if movement.kind in _LOWERS else movement.amount_ore
    return Movement(
        day=words.day(movement.value_date, language=language),
        what=say(f"movement.{movement.kind}", language=language),
        reason=movement.reason if movement.kind in _REASON_SHOWN else "",
        amount=_kr(signed, language),
    )


def _letter(letter: LetterView, creditor: Creditor, policy: Policy, language: str) -> Letter:
    name = say(f"letter.{letter.template}", language=language)
    total = _kr(letter.total_ore, language)
    return Letter(
        public_id=letter.public_id,
        title=say(
            "letter.dated",
            language=language,
            letter=name,
            day=words.day(letter.day, language=language),
        ),
        pay_by=(
            say("letter.pay_by", language=language, day=words.day(letter.pay_by, language=language))
            if letter.pay_by and not letter.undone
            else ""
        ),
        many=(
            say("letter.many", language=language, count=letter.invoice_count, total=total)
            if letter.invoice_count > 1
            else ""
        ),
        listed=not letter.taken_for_this,
        way=_way(letter, creditor, policy, language),
        undone=letter.undone,
    )


def _way(letter: LetterView, creditor: Creditor, policy: Policy, language: str) -> str:
    """How the letter was sent, and the last day on which it should have arrived."""
    channel = policy.channel_kinds[letter.channel]
    if letter.stopped:
        return say("letter.stopped", language=language)
    if channel.leaves_as is LeavesAs.NOTHING:
        return say("letter.here", language=language)
    by = channel.texts.say(language)
    by = by[0].lower() + by[1:]
    if letter.left_on is None:
        return say("letter.leaves", language=language, way=by)
    expected = expected_on(channel.leaves_as, day=letter.left_on, rules=creditor.portal)
    return say(
        "letter.left",
        language=language,
        way=by,
        day=words.day(letter.left_on, language=language),
        expected=words.day(expected, language=language),
    )


def _kr(ore: int, language: str) -> str:
    return words.kronor(ore, language=language)
