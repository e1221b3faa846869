"""Every name that a file mentions is one that there is.

    stopped_by: [disputed]   -> did you mean dispute? one of bankruptcy, court_case, …

The one rule: one table says which list each key's names come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reskontra.policy.campaign_file import CampaignFile
from reskontra.policy.case import Case
from reskontra.policy.condition_file import ConditionFile
from reskontra.policy.creditor_file import CreditorFile, KindsFile
from reskontra.policy.document import Document, Way
from reskontra.policy.problems import Problem, one_of
from reskontra.policy.procedure_file import AppliesTo

Named = tuple[Way, Iterable[str], Iterable[str]]
"""A place, the names in it, and the names that there are."""


def check_names(case: Case) -> Iterator[Problem]:
    """Every name in a procedure that nothing has."""
    yield from _unknown(case.document, _in_scope(case.file.applies_to, case.creditor, case.kinds))
    yield from _unknown(case.document, _in_steps(case))
    yield from _unknown(case.document, _in_terms(case))


def check_campaign_names(
    document: Document, campaign: CampaignFile, creditor: CreditorFile, kinds: KindsFile
) -> Iterator[Problem]:
    """Every name in a campaign that nothing has."""
    yield from _unknown(document, _in_scope(campaign.applies_to, creditor, kinds))


def check_creditor_names(
    document: Document, creditor: CreditorFile, kinds: KindsFile
) -> Iterator[Problem]:
    """Every name in a creditor's own file that nothing has."""
    yield from _unknown(document, _in_creditor(creditor, kinds))


def _in_creditor(creditor: CreditorFile, kinds: KindsFile) -> Iterator[Named]:
    yield ("refunds", "bound_kinds"), creditor.refunds.bound_kinds or (), creditor.invoice_kinds
    # Whatever a step does not say goes so, demands among it: all of a letter must reach them.
    whole = [name for name, each in kinds.channels.items() if each.leaves_as.whole]
    yield ("channels",), creditor.channels or (), whole
    for role in creditor.addresses or {}:
        yield ("addresses", role), [role], kinds.roles
    for name, decision in creditor.decisions.items():
        yield ("decisions", name), [name], kinds.decisions
        for at, grant in enumerate(decision.grants):
            yield ("decisions", name, "grants", at, "role"), [grant.role], kinds.roles


def _unknown(document: Document, named: Iterable[Named]) -> Iterator[Problem]:
    for way, names, known in named:
        known = tuple(known)
        for at, name in enumerate(names):
            if name not in known:
                here = (*way, at) if (*way, at) in document.lines else way
                allowed = one_of(known, found=name)
                yield document.problem(here, found=repr(name), allowed=allowed)


def _in_scope(scope: AppliesTo, creditor: CreditorFile, kinds: KindsFile) -> Iterator[Named]:
    way: Way = ("applies_to",)
    yield (*way, "kinds"), scope.kinds or (), creditor.invoice_kinds
    departments = [each.department for each in creditor.departments]
    yield (*way, "departments"), scope.departments or (), departments
    yield (*way, "marks"), scope.marks or (), kinds.marks
    yield (*way, "party_has_only"), scope.party_has_only or (), creditor.services


def _in_steps(case: Case) -> Iterator[Named]:
    kinds = case.kinds
    for way, step in case.steps():
        yield (*way, "by"), [step.by], kinds.roles
        yield (*way, "stopped_by"), step.stopped_by or (), kinds.holds
        yield (*way, "channels"), step.channels or (), kinds.channels
        yield (*way, "copies_to"), step.copies_to or (), kinds.roles
        yield (*way, "encloses"), step.encloses or (), kinds.enclosures
        for at, need in enumerate(step.gates):
            by_name = (*way, "needs", at, "clearance") not in case.document.lines
            here: Way = (*way, "needs", at) if by_name else (*way, "needs", at, "clearance")
            yield here, [need.clearance], kinds.clearances
            yield (*way, "needs", at, "by"), [need.by] if need.by else (), kinds.roles
        yield from _in_condition(case, (*way, "only_if"), step.only_if)
        for at, row in enumerate(step.courses or ()):
            yield from _in_condition(case, (*way, "courses", at, "only_if"), row.only_if)
        if step.unless is not None:
            yield from _in_condition(case, (*way, "unless"), step.unless)


def _in_condition(case: Case, way: Way, asked: ConditionFile) -> Iterator[Named]:
    creditor = case.creditor
    steps = [step.step for step in case.file.steps]
    yield (*way, "kinds"), asked.kinds or (), creditor.invoice_kinds
    yield (*way, "services"), asked.services or (), creditor.services
    yield (*way, "marks"), asked.marks or (), case.kinds.marks
    yield (*way, "taken"), asked.taken or (), steps
    yield (*way, "not_taken"), asked.not_taken or (), steps
    if asked.party is not None:
        inside = (*way, "party")
        services = asked.party.has_only_services or ()
        yield (*inside, "of_kinds"), asked.party.of_kinds or (), creditor.invoice_kinds
        yield (*inside, "has_only_services"), services, creditor.services


def _in_terms(case: Case) -> Iterator[Named]:
    file, kinds = case.file, case.kinds
    steps = [step.step for step in file.steps]
    if file.interest is not None:
        yield ("interest", "free_under"), file.interest.free_under or (), kinds.holds
    if file.carry is not None:
        yield ("carry", "unless_marks"), file.carry.unless_marks or (), kinds.marks
    for key, terms in (("deferral", file.deferral), ("plan", file.plan)):
        if terms is None:
            continue
        yield (key, "not_after"), terms.not_after or (), steps
        yield (key, "needs"), terms.needs or (), kinds.clearances
        yield from _in_condition(case, (key, "only_if"), terms.only_if)
        for at, grant in enumerate(terms.grants):
            yield (key, "grants", at, "role"), [grant.role], kinds.roles
