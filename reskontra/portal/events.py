"""The timeline of an invoice as text: what has happened, and what comes if nothing is paid.

    9 April 2025, to be paid by 23 April 2025   Reminder
    24 April 2025 at the earliest               Handed over for debt collection

The one rule: what is true of all the steps to come is said once, not with each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reskontra.domain.rules import Policy
from reskontra.domain.texts import Reference
from reskontra.dunning.timeline import ItemKind, TimelineItem
from reskontra.portal import words
from reskontra.portal.wording import WORDING, say


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
class Timeline:
    """What happened and what comes, each in the order of its day."""

    happened: tuple[Event, ...]
    coming: tuple[Event, ...]
    source: str
    """Where the steps to come are taken from, when it is not said with a step itself."""
    waiting: str
    """What all the steps to come wait for; else empty."""


def timeline_values(items: Iterable[TimelineItem], *, policy: Policy, language: str) -> Timeline:
    """The timeline as text in `language`."""
    happened = [each for each in items if each.kind is ItemKind.HAPPENED]
    coming = sorted((each for each in items if each.kind is not ItemKind.HAPPENED), key=_order)
    source = coming[0].reference if coming else None
    reasons = {each.stopped_by for each in coming}
    waiting = next(iter(reasons)) if len(reasons) == 1 else ()
    return Timeline(
        happened=tuple(_event(each, policy, language) for each in happened),
        coming=tuple(
            _event(each, policy, language, source=source, waiting=waiting) for each in coming
        ),
        source=_source(source, language, text="timeline.sources"),
        waiting=_stopped(waiting, policy, language, text="timeline.waiting"),
    )


def _event(
    item: TimelineItem,
    policy: Policy,
    language: str,
    *,
    source: Reference | None = None,
    waiting: tuple[str, ...] = (),
) -> Event:
    """One event, without the `source` and the `waiting` that are said once for all."""
    own_source = None if item.reference == source else item.reference
    stopped = () if item.stopped_by == waiting else item.stopped_by
    return Event(
        when="" if waiting and item.day is None else _when(item, language),
        pay_by=_pay_by(item, language),
        title=item.title.say(language),
        explanation=item.explanation.say(language),
        cost=_cost(item, language),
        source=_source(own_source, language, text="timeline.source"),
        source_url=own_source.url if own_source else "",
        stopped=_stopped(stopped, policy, language, text="timeline.stopped"),
    )


def _order(item: TimelineItem) -> tuple[bool, date]:
    """By day, so that two branches of a procedure are told as they will happen; no day last."""
    return item.day is None, item.day or date.max


def _when(item: TimelineItem, language: str) -> str:
    if item.day is None:
        return say("timeline.no_day", language=language)
    day = words.day(item.day, language=language)
    if not item.at_earliest:
        return day
    text = "timeline.may_have" if item.may_have_happened else "timeline.earliest"
    return say(text, language=language, day=day)


def _pay_by(item: TimelineItem, language: str) -> str:
    if item.latest is None or item.at_earliest:
        return ""
    day = words.day(item.latest, language=language)
    return say("timeline.pay_by", language=language, day=day)


def _cost(item: TimelineItem, language: str) -> str:
    amount = words.kronor(item.cost_ore, language=language)
    return say("timeline.cost", language=language, amount=amount) if item.cost_ore else ""


def _source(reference: Reference | None, language: str, *, text: str) -> str:
    return say(text, language=language, title=reference.title) if reference else ""


def _stopped(names: tuple[str, ...], policy: Policy, language: str, *, text: str) -> str:
    """What is waited for, in the words of the policy files, or of the law's own reasons."""
    kinds = policy.hold_kinds | policy.clearance_kinds
    reasons = [
        kinds[name].say(language) if name in kinds else say(f"stop.{name}", language=language)
        for name in (each.partition(":")[0] for each in names)
        if name in kinds or f"stop.{name}" in WORDING
    ]
    return say(text, language=language, reasons="; ".join(reasons)) if reasons else ""
