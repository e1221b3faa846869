"""The values of a claim's page, and of a party's: how it stands, what has happened, and why.

    claim_values(cursor, subject, policy=policy, today=today, language="sv")

The one rule: what the person who owes sees is shown as they see it, from the same function.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.casework.standing import standings
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.status import statuses
from reskontra.dunning.timeline import ItemKind, TimelineItem, timeline
from reskontra.office import effects, words
from reskontra.office.at_once import AtOnce, at_once
from reskontra.office.effects import Part
from reskontra.office.wording import say, say_or_show
from reskontra.records import as_of, debtors, decisions, entries_of, search, steps
from reskontra.records.decisions import Decision
from reskontra.records.detail import detail_of
from reskontra.records.search import Subject
from reskontra.records.views import HappenedView, InvoiceDetail

LATEST = 200
"""Entries and letters shown of one claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is to come, as the person who owes reads it."""

    when: str
    title: str
    text: str
    cost: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One line of the books."""

    value_date: str
    booking_date: str
    kind: str
    accounts: str
    amount: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter about the claim."""

    public_id: UUID
    title: str
    day: str
    pay_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A step taken, with the file that led to it."""

    day: str
    step: str
    file: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A decision about the claim."""

    public_id: UUID
    title: str
    day: str
    by: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimValues:
    """Everything that the template of one claim places."""

    kind: str
    due: str
    others: str
    """Who owes it besides the party."""
    at_once: AtOnce
    parts: tuple[Part, ...]
    happened: tuple[Event, ...]
    coming: tuple[Event, ...]
    rules: tuple[RuleLine, ...]
    entries: tuple[EntryLine, ...]
    letters: tuple[LetterLine, ...]
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim of a party."""

    public_id: UUID
    number: str
    kind: str
    creditor: str
    due: str
    left: str
    status: str


def claim_values(
    cursor: CursorWrapper, subject: Subject, *, policy: Policy, today: date, language: str
) -> ClaimValues:
    """One claim, whole."""
    detail = detail_of(cursor, subject.invoice, today=today, asking=asking(policy))
    items = timeline(detail, policy=policy, today=today)
    found = standings(
        cursor, party=subject.party, invoices=[subject.invoice], policy=policy, today=today
    )
    standing = next(each for each in found if each.invoice == subject.invoice)
    creditor = policy.creditors[subject.creditor]
    return ClaimValues(
        kind=words.called(creditor.invoice_kinds, detail.row.kind, language=language),
        due=words.day(standing.due_date),
        others=", ".join(debtors.names_of_others(cursor, subject.invoice)),
        at_once=at_once(
            cursor, subject, standing, detail, policy=policy, today=today, language=language
        ),
        parts=effects.parts_of(standing, policy, language=language),
        happened=tuple(
            _event(each, policy, language) for each in items if each.kind is ItemKind.HAPPENED
        ),
        coming=tuple(
            _event(each, policy, language) for each in items if each.kind is not ItemKind.HAPPENED
        ),
        rules=_rules(detail, policy, language),
        entries=tuple(
            _entry(each, detail, policy, language)
            for each in entries_of.invoice(cursor, subject.invoice)
        ),
        letters=tuple(
            LetterLine(
                public_id=each.public_id,
                title=say_or_show("letter", each.template, language=language),
                day=words.day(each.day),
                pay_by=words.day(each.pay_by),
            )
            for each in detail.letters[:LATEST]
        ),
        decisions=tuple(
            decision_line(each, policy, language=language)
            for each in decisions.of_invoice(cursor, invoice=subject.invoice, party=subject.party)
        ),
    )


def _rules(detail: InvoiceDetail, policy: Policy, language: str) -> tuple[RuleLine, ...]:
    return tuple(
        RuleLine(
            day=words.day(each.day),
            step=_step_label(each, policy, language),
            file=each.procedure_file,
            digest=each.digest[:12],
        )
        for each in detail.steps
    )


def _step_label(taken: HappenedView, policy: Policy, language: str) -> str:
    """What the step is called by the file that led to it; its name when the file is gone."""
    procedure = policy.procedure_by_digest(taken.digest)
    step = procedure.step(taken.step) if procedure else None
    return step.label.say(language) if step else taken.step.replace("_", " ")


def _event(item: TimelineItem, policy: Policy, language: str) -> Event:
    when = words.day(item.day) or say("step.no_day", language=language)
    if item.latest is not None:
        when = say("event.pay_by", language=language, when=when, day=item.latest)
    stopped = ", ".join(
        effects.stop_words(each, policy, language=language) for each in item.stopped_by
    )
    return Event(
        when=when,
        title=item.title.say(language),
        text=stopped or item.explanation.say(language),
        cost=words.kronor(item.cost_ore, language=language) if item.cost_ore else "",
        source=item.reference.title if item.reference else "",
    )


def _entry(
    entry: entries_of.Booked, detail: InvoiceDetail, policy: Policy, language: str
) -> EntryLine:
    return EntryLine(
        value_date=words.day(entry.value_date),
        booking_date=words.day(entry.booking_date),
        kind=say_or_show("entry", entry.kind, language=language),
        accounts=" ← ".join(
            say_or_show("account", each, language=language) for each in (entry.debit, entry.credit)
        ),
        amount=words.kronor(entry.amount_ore, language=language),
        cause=_cause(entry, detail, policy, language),
    )


def _cause(entry: entries_of.Booked, detail: InvoiceDetail, policy: Policy, language: str) -> str:
    """What led to an entry: the step by its name, the file, or the words of who decided."""
    if entry.cause.startswith("file "):
        return say("cause.file", language=language, file=entry.cause.removeprefix("file "))
    rule, _, said = entry.cause.partition(": ")
    step, _, more = said.partition(", ")
    taken = next(
        (each for each in detail.steps if each.step == step and f"/{rule}." in each.procedure_file),
        None,
    )
    if taken is None:
        return entry.cause
    label = _step_label(taken, policy, language)
    return f"{label}: {say_or_show('cost', more, language=language).lower()}" if more else label


def decision_line(decision: Decision, policy: Policy, *, language: str) -> DecisionLine:
    """A decision as a line of a list."""
    return DecisionLine(
        public_id=decision.public_id,
        title=words.called(policy.decision_kinds, decision.kind, language=language),
        day=words.day(decision.day),
        by=decision.made_by_name,
        state=say(f"outcome.{decision.state}", language=language),
        reason=decision.reason,
    )


def claim_lines(
    cursor: CursorWrapper,
    party: int,
    *,
    limit: int,
    offset: int,
    policy: Policy,
    today: date,
    language: str,
) -> tuple[int, tuple[ClaimLine, ...]]:
    """How many claims a party has, and one page of them."""
    count, found = search.claims_of(cursor, party, limit=limit, offset=offset)
    wanted = as_of.Wanted.invoices([key for key, _ in found], asking=asking(policy))
    claims = {each.claim.key: each.claim for each in as_of.load(cursor, wanted)}
    lines = []
    for key, public_id in found:
        claim = under_rules(claims[key], policy, today=today).claim
        creditor = policy.creditors[claim.creditor]
        main = statuses(claim, today=today)[0]
        lines.append(
            ClaimLine(
                public_id=public_id,
                number=claim.number,
                kind=words.called(creditor.invoice_kinds, claim.kind, language=language),
                creditor=creditor.name,
                due=words.day(claim.due_date),
                left=words.kronor(claim.open_ore, language=language),
                status=say_or_show("status", main.value, language=language),
            )
        )
    return count, tuple(lines)


def hold_lines(
    cursor: CursorWrapper, party: int, *, policy: Policy, today: date, language: str
) -> tuple[str, ...]:
    """The holds in force on the party and its claims."""
    return tuple(
        say(
            "hold.of",
            language=language,
            kind=effects.hold_kind(each.kind, policy, language=language),
            number=each.number or say("hold.all", language=language),
            first=each.first_day,
            until=say(
                "hold.until" if each.last_day else "hold.until_lifted",
                language=language,
                last=words.day(each.last_day),
            ),
            by=each.decided_by,
            reason=each.reason,
        )
        for each in steps.holds_in_force(cursor, party=party, day=today)
    )
