"""The values of one invoice's page.

    how it stands -> how to pay, or whom -> what happened -> what comes -> letters, lines, details

The one rule: when the agency has the claim, our own giro number is nowhere on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reskontra.domain.rules import Contact, Creditor, Policy, Reference
from reskontra.dunning.timeline import ItemKind, TimelineItem
from reskontra.portal import words
from reskontra.portal.payment import PayAgency, PayUs, pay_agency, pay_us
from reskontra.portal.sentences import is_late, sentences
from reskontra.portal.tags import Tag, tags
from reskontra.portal.wording import say
from reskontra.records.views import InvoiceDetail, LetterView, LineView, MovementView

HAPPENED = ItemKind.HAPPENED
_LOWERS = {"payment", "credit", "withdrawal", "write_off"}
_REASON_SHOWN = {"credit", "withdrawal"}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or that will unless the invoice is paid."""

    when: str
    pay_by: str
    title: str
    explanation: str
    cost: str
    source: str
    source_url: str
    stopped: str


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
    pay_us: PayUs | None
    pay_agency: PayAgency | None
    facts: tuple[Fact, ...]
    contact: Contact
    lines: tuple[Line, ...]
    billed: str
    movements: tuple[Movement, ...]
    left: str
    letters: tuple[Letter, ...]
    happened: tuple[Event, ...]
    coming: tuple[Event, ...]
    source: str
    """Where the steps to come are taken from, when it is not said with a step itself."""


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
    settled = detail.row.open_ore == 0
    handed_over = detail.handover is not None and not settled
    late = is_late(detail, today=today)
    coming = sorted((each for each in items if each.kind is not HAPPENED), key=_order)
    shared = coming[0].reference if coming else None
    return InvoiceValues(
        public_id=detail.public_id,
        number=detail.row.number,
        kind=creditor.invoice_kinds[detail.row.kind].say(language),
        creditor=creditor.name,
        tags=tags(detail.row, language=language),
        sentences=sentences(detail, today=today, language=language),
        late=late and not handed_over,
        settled=settled,
        pay_us=(
            None
            if settled or handed_over
            else pay_us(detail, creditor, late=late, language=language)
        ),
        pay_agency=pay_agency(detail, creditor, language=language) if handed_over else None,
        facts=_facts(detail, creditor, language, handed_over=handed_over),
        contact=_contact(detail, creditor),
        lines=tuple(_line(each, language) for each in detail.lines),
        billed=words.kronor(detail.row.billed_ore, language=language),
        movements=tuple(_movement(each, language) for each in detail.movements),
        left=words.kronor(detail.row.open_ore, language=language),
        letters=tuple(_letter(each, language) for each in detail.letters),
        happened=tuple(_event(each, policy, language) for each in items if each.kind is HAPPENED),
        coming=tuple(_event(each, policy, language, shared=shared) for each in coming),
        source=_source(shared, language, text="timeline.sources"),
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
        ("paid", words.day(row.paid_date, language=language) if row.paid_date else ""),
        ("billed", say("kronor", language=language, amount=_kr(row.billed_ore, language))),
    )
    return tuple(
        Fact(label=say(f"details.{name}", language=language), value=value)
        for name, value in facts
        if value
    )


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


def _letter(letter: LetterView, language: str) -> Letter:
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
            if letter.pay_by
            else ""
        ),
        many=(
            say("letter.many", language=language, count=letter.invoice_count, total=total)
            if letter.invoice_count > 1
            else ""
        ),
        listed=not letter.taken_for_this,
    )


def _source(reference: Reference | None, language: str, *, text: str = "timeline.source") -> str:
    return say(text, language=language, title=reference.title) if reference else ""


def _event(
    item: TimelineItem, policy: Policy, language: str, *, shared: Reference | None = None
) -> Event:
    """`shared` is the source said once for all the steps, and so not with each of them."""
    source = None if item.reference == shared else item.reference
    return Event(
        when=_when(item, language),
        pay_by=_pay_by(item, language),
        title=item.title.say(language),
        explanation=item.explanation.say(language),
        cost=(
            say("timeline.cost", language=language, amount=_kr(item.cost_ore, language))
            if item.cost_ore
            else ""
        ),
        source=_source(source, language),
        source_url=source.url if source else "",
        stopped=_stopped(item, policy, language),
    )


def _order(item: TimelineItem) -> tuple[bool, date]:
    """By day, so that two branches of a procedure are told as they will happen; no day last."""
    return item.day is None, item.day or date.max


def _when(item: TimelineItem, language: str) -> str:
    if item.day is None:
        return say("timeline.no_day", language=language)
    day = words.day(item.day, language=language)
    return say("timeline.earliest", language=language, day=day) if item.at_earliest else day


def _pay_by(item: TimelineItem, language: str) -> str:
    if item.latest is None or item.at_earliest:
        return ""
    day = words.day(item.latest, language=language)
    return say("timeline.pay_by", language=language, day=day)


def _stopped(item: TimelineItem, policy: Policy, language: str) -> str:
    """What it waits for, in the words of the policy files."""
    if not item.stopped_by:
        return ""
    kinds = policy.hold_kinds | policy.clearance_kinds
    reasons = [kinds[name].say(language) if name in kinds else name for name in item.stopped_by]
    return say("timeline.stopped", language=language, reasons="; ".join(reasons))


def _kr(ore: int, language: str) -> str:
    return words.kronor(ore, language=language)
