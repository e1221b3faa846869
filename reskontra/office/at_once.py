"""What a claim's page answers at once: what is owed, how it stands, what comes, who acts, why.

    at_once(cursor, standing, detail, policy=policy, today=today, language="sv")

Reads only. The one rule: it says in a few lines what the rest of the page shows whole, from the
same rows and rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework.returned import UNKNOWN_ADDRESS
from reskontra.casework.standing import Coming, Standing
from reskontra.domain.asking import AskedFor
from reskontra.domain.dunning import NEEDS
from reskontra.domain.enforcement import FOUND_BY_AUTHORITY
from reskontra.domain.representing import NO_GUARDIAN
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import under_rules
from reskontra.office import effects, rules, words
from reskontra.office.wording import say, say_or_show
from reskontra.records import courses, decisions
from reskontra.records.decisions import Decision
from reskontra.records.search import Subject
from reskontra.records.views import InvoiceDetail

_FINDINGS = ("confirm_course", "clear")
"""The decisions without which the next step is not taken."""
_MENDED_BY = ((NO_GUARDIAN, "guardian", "represent"), (UNKNOWN_ADDRESS, "address", "moved"))
"""What holds a claim, what is said of it, and the decision that ends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForPerson:
    """Something that waits for a person, and the decision that would help."""

    text: str
    kind: str = ""
    title: str = ""
    """Of the decision of that kind, or of the one that waits."""
    decision: Decision | None = None
    """One that is made and waits for a signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """The answers, as text."""

    to_pay: str
    of: tuple[str, ...]
    """What it is made up of, when there is more to say of it than the sum."""
    status: str
    where: str
    """With whom the claim lies, when it is not with us."""
    next: str
    next_when: str
    waits: tuple[ForPerson, ...]
    why: tuple[str, ...]
    """What holds the claim."""
    procedure: str
    procedure_address: str
    """The rule by which it goes on, and where it can be read."""


def at_once(
    cursor: CursorWrapper,
    subject: Subject,
    standing: Standing,
    detail: InvoiceDetail,
    *,
    policy: Policy,
    today: date,
    language: str,
) -> AtOnce:
    """The answers about one claim."""
    settled = not standing.balance.total_ore
    step = None if settled else _next(standing)
    waits = tuple(_for_persons(cursor, subject, standing, detail, policy, today, language))
    procedure = under_rules(detail.claim, policy, today=today).procedure
    return AtOnce(
        to_pay=words.kronor(standing.asked_ore, language=language),
        of=tuple(_made_up_of(standing, language)),
        status=say_or_show("status", standing.statuses[0].value, language=language),
        where=_where(detail, language),
        next=step.label.say(language) if step else "",
        next_when=_when(step, waits, today, language) if step else "",
        waits=waits,
        why=tuple(_why(standing, step, policy, today, language)),
        procedure=say(
            "at_once.rule", language=language, name=procedure.name, day=procedure.valid_from
        ),
        procedure_address=rules.address_of(procedure),
    )


def _made_up_of(standing: Standing, language: str) -> Iterator[str]:
    def said(name: str, ore: int) -> str:
        amount = words.kronor(ore, language=language)
        return say(f"part.of.{name}", language=language, amount=amount)

    balance = standing.balance
    if balance.fee_ore or balance.interest_ore:
        yield said("principal", balance.principal_ore)
    if balance.fee_ore:
        yield said("fee", balance.fee_ore)
    if balance.interest_ore:
        yield said("interest", balance.interest_ore)
    held_ore = balance.total_ore - standing.asked_ore
    if held_ore:
        yield said("held", held_ore)
    if standing.overpaid_ore:
        yield said("overpaid", standing.overpaid_ore)


def _where(detail: InvoiceDetail, language: str) -> str:
    given = detail.given if detail.claim.transferred else detail.handover
    if given is not None:
        return say(
            "at_once.owned" if detail.claim.transferred else "at_once.at_agency",
            language=language,
            agency=given.agency,
            day=given.day,
        )
    matter = detail.claim.matters[-1] if detail.claim.matters else None
    if matter is None or not matter.there:
        return ""
    return say(
        "at_once.at_authority",
        language=language,
        state=say_or_show("matter", matter.state.value, language=language),
        day=matter.day,
    )


def _next(standing: Standing) -> Coming | None:
    """The first step that is to come on a day; without one, the first there is."""
    dated = [each for each in standing.coming if each.day is not None]
    by_day = sorted(dated, key=lambda each: each.day or date.max)
    return next(iter((*by_day, *standing.coming)), None)


def _when(step: Coming, waits: tuple[ForPerson, ...], today: date, language: str) -> str:
    if step.day is None:
        return say("step.no_day", language=language)
    if step.awaits_report:
        text = "at_once.untold" if step.day < today else "at_once.by_other"
        return say(text, language=language, day=step.day)
    cost = words.kronor(step.fee_ore, language=language) if step.fee_ore else ""
    if any(each.kind in _FINDINGS for each in waits):
        return say("at_once.after_finding", language=language, day=step.day)
    text = "at_once.on_cost" if cost else "at_once.on"
    return say(text, language=language, day=step.day, cost=cost)


def _for_persons(
    cursor: CursorWrapper,
    subject: Subject,
    standing: Standing,
    detail: InvoiceDetail,
    policy: Policy,
    today: date,
    language: str,
) -> Iterator[ForPerson]:
    def titled(kind: str) -> str:
        return words.called(policy.decision_kinds, kind, language=language)

    for made in decisions.of_invoice(cursor, invoice=subject.invoice, party=subject.party):
        if made.waits:
            text = say("at_once.signature", language=language, title=titled(made.kind))
            yield ForPerson(text=text, title=titled(made.kind), decision=made)
    for text, kind in _mending(standing, detail, policy, today, language):
        yield ForPerson(text=text, kind=kind, title=titled(kind))
    for asked in detail.requests:
        if asked.outcome is None:
            objects = asked.kind is AskedFor.OBJECTION
            kind = "answer_objection" if objects else "grant_request"
            text = say(f"asked.{asked.kind.value}", language=language, day=asked.day)
            yield ForPerson(text=text, kind=kind, title=titled(kind))
    proposed = courses.undecided(cursor, subject.invoice)
    if proposed is not None and standing.balance.total_ore:
        course = say(f"course.{proposed.course.value}", language=language)
        because = proposed.because.say(language)
        text = say("at_once.course", language=language, course=course, because=because)
        yield ForPerson(text=text, kind="confirm_course", title=titled("confirm_course"))
        return
    for need in _needed(standing):
        finding = words.called(policy.clearance_kinds, need, language=language)
        text = say("at_once.finding", language=language, finding=finding)
        yield ForPerson(text=text, kind="clear", title=titled("clear"))


def _mending(
    standing: Standing, detail: InvoiceDetail, policy: Policy, today: date, language: str
) -> Iterator[tuple[str, str]]:
    """What of the debtors' own a person must mend before it goes on, and by which decision."""
    share_ore = under_rules(detail.claim, policy, today=today).claim.lapsed_share_ore
    if share_ore:
        amount = words.kronor(share_ore, language=language)
        yield say("at_once.share", language=language, amount=amount), "credit"
    held = {each.kind for each in standing.holds if each.covers(today)}
    for hold, word, kind in _MENDED_BY:
        if hold in held:
            yield say(f"at_once.{word}", language=language), kind


def _only_findings(step: Coming) -> bool:
    return bool(step.stopped_by) and all(each.startswith(f"{NEEDS}:") for each in step.stopped_by)


def _needed(standing: Standing) -> tuple[str, ...]:
    """What must be found before the first step is taken that only findings stop."""
    for step in standing.coming:
        if _only_findings(step):
            needed = tuple(each.removeprefix(f"{NEEDS}:") for each in step.stopped_by)
            if FOUND_BY_AUTHORITY.isdisjoint(needed):
                return needed
    return ()


def _why(
    standing: Standing,
    step: Coming | None,
    policy: Policy,
    today: date,
    language: str,
) -> Iterator[str]:
    for hold in standing.holds:
        if hold.first_day <= today:
            yield effects.hold_words(hold, policy, language=language)
    stops = step.stopped_by if step else ()
    held = {each.kind for each in standing.holds}
    for stop in stops:
        if stop not in held and not stop.startswith(NEEDS):
            yield effects.stop_words(stop, policy, language=language)
