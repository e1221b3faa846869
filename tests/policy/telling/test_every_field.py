"""No key of a rule is told in silence: change any one thing in it, and other words come out.

    a step with `joins_next_invoice: 3 days`, and the same step with 4 days  -> told unlike

The one rule: the walk follows the classes' own annotations, so a field that is new tomorrow fails
here until it has words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reskontra.domain.campaign import Campaign
from reskontra.domain.deciding import DecisionRule
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.step import Does, Step
from reskontra.domain.terms import InterestFrom, RefundRules
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.policy.telling.tell import tell
from tests.policy.any_value import DAY, any_value, variants

CREDITOR = "water_company"
NOT_TOLD = re.compile(
    r"\.creditor"  # asked for by name: another one is another creditor's policy
    r"|\.text"  # the file itself, which is what is told
    r"|\.grounds more"  # the ground of a kind that the procedure does not take
    r"|.*\.(ceiling|rate|interest|reference_rate|margin)\b.*"
    r"\.(name|reference|confirmed|confirmed_until|unverified)( gone)?"
    r"|.*\.(ceiling|reference_rate|margin)\b.*\.valid_from"
)
"""What is left out on purpose: how a value of the law is sourced has a page of its own."""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SAMPLE)


def words(policy: Policy, procedure: Procedure, *, campaign: Campaign, refunds: RefundRules) -> str:
    """All that is told, in both languages."""
    creditor = replace(policy.creditors[CREDITOR], campaigns=(campaign,), refunds=refunds)
    full = replace(policy, creditors={CREDITOR: creditor})
    told = [tell(procedure, full, day=DAY, language=language) for language in ("sv", "en")]
    return str(told)


def procedures() -> Iterator[Procedure]:
    """Procedures that say something in every field; each lets some of them matter."""
    full = replace(any_value(Procedure), creditor=CREDITOR)
    interest = full.interest
    assert interest is not None
    yield full
    yield replace(full, interest=replace(interest, runs_from=InterestFrom.DEMAND))
    for does in Does:
        yield replace(full, steps=(replace(any_value(Step), does=does),))


def test_every_field_of_a_procedure_is_told(policy: Policy) -> None:
    campaign, refunds = any_value(Campaign), any_value(RefundRules)
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for base in procedures():
        here = defaultdict(list)
        for where, other in variants(Procedure, base):
            if not NOT_TOLD.fullmatch(where):
                here[where].append(words(policy, other, campaign=campaign, refunds=refunds))
        plain = words(policy, base, campaign=campaign, refunds=refunds)
        for where, told in here.items():
            groups[where].append(len({plain, *told}) == 1 + len(told))
    assert len(groups) > 250
    assert sorted(where for where, found in groups.items() if not any(found)) == []


def test_every_field_of_a_campaign_is_told(policy: Policy) -> None:
    procedure, refunds = next(procedures()), any_value(RefundRules)
    campaign = any_value(Campaign)
    plain = words(policy, procedure, campaign=campaign, refunds=refunds)
    silent = [
        where
        for where, other in variants(Campaign, campaign)
        if words(policy, procedure, campaign=other, refunds=refunds) == plain
    ]
    assert silent == []


def test_every_field_of_the_rules_for_refunds_is_told(policy: Policy) -> None:
    procedure, campaign = next(procedures()), any_value(Campaign)
    refunds = any_value(RefundRules)
    plain = words(policy, procedure, campaign=campaign, refunds=refunds)
    silent = [
        where
        for where, other in variants(RefundRules, refunds)
        if not NOT_TOLD.fullmatch(where)
        and words(policy, procedure, campaign=campaign, refunds=other) == plain
    ]
    assert silent == []


def test_every_field_of_who_decides_is_told(policy: Policy) -> None:
    plain = deciding(policy, any_value(DecisionRule))
    silent = [
        where
        for where, other in variants(DecisionRule, any_value(DecisionRule))
        if deciding(policy, other) == plain
    ]
    assert silent == []


def deciding(policy: Policy, rule: DecisionRule) -> str:
    """What is told when the rule holds for putting something on hold."""
    creditor = replace(policy.creditors[CREDITOR], decisions={"hold": rule})
    full = replace(policy, creditors={CREDITOR: creditor})
    procedure = creditor.procedures[0]
    told = [tell(procedure, full, day=DAY, language=language) for language in ("sv", "en")]
    return str(told)
