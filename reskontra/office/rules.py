"""The values of the pages about procedures: lists, one version, campaigns, and who may say yes.

    creditor_rules(today=date(2026, 11, 22), language="sv")  -> each creditor with its procedures

The one rule: words come from `policy.telling`; here they are only gathered for a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from reskontra.domain.rules import Creditor, Policy, Procedure
from reskontra.domain.texts import Reference
from reskontra.office import house
from reskontra.policy.telling.scopes import campaign_section, scope_words
from reskontra.policy.telling.terms import (
    decision_sentences,
    deferral_sentences,
    plan_sentences,
)
from reskontra.policy.telling.told import Section
from reskontra.policy.telling.voice import voice_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a procedure in a list."""

    address: str
    valid_from: str
    state: str
    """`now`, `coming` or `earlier`."""
    current: bool = False
    """Whether it is the one that the page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProcedure:
    """A procedure in a list, its latest version in force first."""

    name: str
    title: str
    address: str
    step_count: int
    source: Reference
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A creditor and what is listed for it."""

    code: str
    name: str
    members: tuple[ListedProcedure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCampaign:
    """A campaign in words, and whether it is on."""

    told: Section
    state: str
    """`on`, `coming` or `over`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGrants:
    """What one procedure offers, in words."""

    title: str
    address: str
    sections: tuple[Section, ...]
    """Named `deferral` or `plan`; their headings are the page's own."""


def creditor_rules(*, today: date, language: str) -> tuple[Listed, ...]:
    """Every creditor's procedures."""
    policy = house.policy()
    return tuple(
        Listed(
            code=creditor.code,
            name=creditor.name,
            members=tuple(_procedures(creditor, policy, today, language)),
        )
        for creditor in policy.creditors.values()
    )


def _procedures(
    creditor: Creditor, policy: Policy, today: date, language: str
) -> Iterator[ListedProcedure]:
    for name in dict.fromkeys(each.name for each in creditor.procedures):
        latest = latest_version(creditor, name, today=today)
        yield ListedProcedure(
            name=name,
            title=title_of(latest, policy, language=language),
            address=address_of(latest),
            step_count=len(latest.steps),
            source=latest.reference,
            versions=versions_of(latest, today=today, language=language),
        )


def latest_version(creditor: Creditor, name: str, *, today: date) -> Procedure:
    """The version of a procedure that is in force; the first to come when none is."""
    versions = [each for each in creditor.procedures if each.name == name]
    begun = [each for each in versions if each.valid_from <= today]
    return begun[-1] if begun else versions[0]


def versions_of(procedure: Procedure, *, today: date, language: str) -> tuple[Version, ...]:
    """All versions of the procedure, the latest first."""
    policy = house.policy()
    voice = voice_of(procedure, policy, day=today, language=language)
    versions = policy.creditors[procedure.creditor].procedures
    return tuple(
        Version(
            address=address_of(each),
            valid_from=voice.date(each.valid_from),
            state=state_of(each, today=today),
            current=each is procedure,
        )
        for each in reversed(versions)
        if each.name == procedure.name
    )


def state_of(procedure: Procedure, *, today: date) -> str:
    """Whether the version is in force `now`, is `coming`, or is `earlier`."""
    if procedure.valid_from > today:
        return "coming"
    return "now" if house.in_force(procedure, today=today) else "earlier"


def address_of(procedure: Procedure, *, page: str = "procedure") -> str:
    """Where the version is shown."""
    parts = (procedure.creditor, procedure.name, procedure.valid_from.isoformat())
    return reverse(f"office:{page}", args=parts)


def title_of(procedure: Procedure, policy: Policy, *, language: str) -> str:
    """What the procedure is about, as a heading."""
    voice = voice_of(procedure, policy, day=procedure.valid_from, language=language)
    words = scope_words(procedure.scope, voice)
    return words[:1].upper() + words[1:]


def all_campaigns(*, today: date, language: str) -> Iterator[tuple[str, list[ShownCampaign]]]:
    """Each creditor's name, and its campaigns in words, those that are on first."""
    order = ("on", "coming", "over")
    policy = house.policy()
    for creditor in policy.creditors.values():
        voice = voice_of(creditor.procedures[0], policy, day=today, language=language)
        shown = [
            ShownCampaign(
                told=campaign_section(campaign, voice),
                state="on"
                if campaign.covers(today)
                else "coming"
                if campaign.first_day > today
                else "over",
            )
            for campaign in creditor.campaigns
        ]
        yield creditor.name, sorted(shown, key=lambda each: order.index(each.state))


def all_grants(*, today: date, language: str) -> Iterator[tuple[str, list[ShownGrants]]]:
    """Each creditor's name, and what its procedures in force offer."""
    policy = house.policy()
    for creditor in policy.creditors.values():
        voice = voice_of(creditor.procedures[0], policy, day=today, language=language)
        others = Section(
            name="decisions",
            heading="",
            sentences=tuple(decision_sentences(creditor.decisions, voice)),
        )
        names = dict.fromkeys(each.name for each in creditor.procedures)
        latest = (latest_version(creditor, name, today=today) for name in names)
        shown = (_grants(procedure, policy, today, language) for procedure in latest)
        offered = [each for each in shown if each.sections]
        yield creditor.name, [*offered, ShownGrants(title="", address="", sections=(others,))]


def _grants(procedure: Procedure, policy: Policy, today: date, language: str) -> ShownGrants:
    voice = voice_of(procedure, policy, day=today, language=language)
    sections = []
    if procedure.deferral is not None:
        said = tuple(deferral_sentences(procedure.deferral, voice))
        sections.append(Section(name="deferral", heading="", sentences=said))
    if procedure.plan is not None:
        said = tuple(plan_sentences(procedure.plan, voice))
        sections.append(Section(name="plan", heading="", sentences=said))
    return ShownGrants(
        title=title_of(procedure, policy, language=language),
        address=address_of(procedure),
        sections=tuple(sections),
    )
