"""How many open claims a change of policy concerns: which rules each follows before and after.

    140 open claims: water from 2020-01-01 -> water from 2027-01-01
      3 open claims: rent from 2020-01-01  -> no procedure at all

The one rule: claims that a procedure cannot tell apart are counted together, so a million claims
are asked about as some hundreds. What depends on a party's other invoices is taken to hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reskontra.domain.campaign import Campaign
from reskontra.domain.rules import Policy
from reskontra.domain.scope import AsBilled
from reskontra.policy.diff.compare import Key, PolicyDiff, key_of
from reskontra.policy.diff.walk import How, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGroup:
    """Open claims that are alike for every rule."""

    creditor: str
    billed: AsBilled
    number: str
    """The invoice's number, where a campaign names it; else empty."""
    count: int


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """From which version to which; None where no procedure takes the claims."""

    creditor: str
    before: Key | None
    after: Key | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """How many open claims there are, and how many follow other rules."""

    open_count: int
    passages: Counter[Passage]
    campaigns: Counter[tuple[str, str]]
    """By creditor and campaign, for campaigns that change."""

    def about(self, creditor: str, key: Key) -> int:
        """How many come to follow this version, leave it, or follow it with other words."""
        return sum(
            count
            for passage, count in self.passages.items()
            if passage.creditor == creditor and key in (passage.before, passage.after)
        )

    @property
    def untaken(self) -> int:
        """How many would have no procedure, and had one."""
        return sum(count for each, count in self.passages.items() if each.after is None)


def numbers_named(diff: PolicyDiff) -> frozenset[str]:
    """The invoices that some campaign names one by one."""
    return frozenset().union(*(each.numbers for each in _campaigns(diff)))


def facilities_named(diff: PolicyDiff) -> frozenset[str]:
    """The facilities that some procedure or campaign names."""
    found: set[str] = set()
    for policy in (diff.before, diff.after):
        for creditor in policy.creditors.values():
            found.update(*(each.scope.facilities for each in creditor.procedures))
            found.update(*(each.scope.facilities for each in creditor.campaigns))
    return frozenset(found)


def touched(diff: PolicyDiff, groups: Iterable[OpenGroup]) -> Touched:
    """How the open claims pass from one policy's rules to the other's."""
    edited = {
        (creditor.code, key_of(version.version))
        for creditor in diff.creditors
        for version in creditor.versions
        if version.how is How.CHANGED and version.changes
    }
    changed = {
        creditor.code: {
            part.name
            for change in creditor.changes
            for part in change.way
            if isinstance(part, Named) and part.of == Campaign.__name__
        }
        for creditor in diff.creditors
    }
    passages: Counter[Passage] = Counter()
    campaigns: Counter[tuple[str, str]] = Counter()
    open_count = 0
    for group in groups:
        open_count += group.count
        before, after = _followed(diff.before, group, diff), _followed(diff.after, group, diff)
        if before != after or (before is not None and (group.creditor, before) in edited):
            passages[Passage(group.creditor, before, after)] += group.count
        for name in changed.get(group.creditor, ()):
            if _taken_by(name, group, diff):
                campaigns[group.creditor, name] += group.count
    return Touched(open_count=open_count, passages=passages, campaigns=campaigns)


def _followed(policy: Policy, group: OpenGroup, diff: PolicyDiff) -> Key | None:
    creditor = policy.creditors.get(group.creditor)
    found = creditor and creditor.procedure_for(group.billed, today=diff.day)
    return key_of(found) if found else None


def _taken_by(name: str, group: OpenGroup, diff: PolicyDiff) -> bool:
    return any(
        campaign.name == name and campaign.takes(group.billed, number=group.number)
        for policy in (diff.before, diff.after)
        if (creditor := policy.creditors.get(group.creditor)) is not None
        for campaign in creditor.campaigns
    )


def _campaigns(diff: PolicyDiff) -> Iterable[Campaign]:
    for policy in (diff.before, diff.after):
        for creditor in policy.creditors.values():
            yield from creditor.campaigns
