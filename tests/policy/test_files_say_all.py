"""The file language says all that the rules can say: no field of the domain is left without a key.

The one rule: a new field in the domain fails here until a file can say it, and a new key until the
page for lawyers says what it is.
"""

from __future__ import annotations

import dataclasses
import re

import pytest

from reskontra.domain.campaign import Campaign
from reskontra.domain.conditions import Condition, PartyCondition, Times
from reskontra.domain.deciding import DecisionRule
from reskontra.domain.rules import Procedure
from reskontra.domain.scope import Scope
from reskontra.domain.step import Anchor, CourseRow, Need, Step
from reskontra.domain.terms import (
    AuthorityCost,
    Carry,
    DeferralTerms,
    Fee,
    Grant,
    InterestTerms,
    PlanTerms,
    RefundRules,
)
from reskontra.policy.campaign_file import CampaignFile
from reskontra.policy.condition_file import ConditionFile, PartyConditionFile, TimesFile
from reskontra.policy.course_file import CostFile, CourseRowFile
from reskontra.policy.load import NATIONAL
from reskontra.policy.procedure_file import AppliesTo, ProcedureFile
from reskontra.policy.step_file import AnchorFile, NeedFile, StepFile
from reskontra.policy.terms_file import (
    CarryFile,
    DecisionFile,
    DeferralFile,
    FeeFile,
    GrantFile,
    InterestFile,
    PlanFile,
    RefundsFile,
)
from reskontra.policy.values import FileModel

OTHER_WORDS = {
    (Step, "name"): "step",
    (Step, "performed_by"): "by",
    (Procedure, "name"): "procedure",
    (Procedure, "scope"): "applies_to",
    (Campaign, "name"): "campaign",
    (Campaign, "scope"): "applies_to",
    (Grant, "up_to_ore"): "up_to_amount",
    (AuthorityCost, "kind"): "cost",
}
"""Keys that are not called as the field."""

NOT_IN_FILES = {
    (Step, "ordinal"),
    (Step, "by_register"),
    (Fee, "ceiling"),
    (AuthorityCost, "ceiling"),
    (InterestTerms, "after_demand"),
    (Procedure, "creditor"),
    (Procedure, "grounds"),
    *((kind, name) for kind in (Procedure, Campaign) for name in ("file", "digest", "text")),
}
"""What the place of a file, the law, or creditor.yaml says instead."""


@pytest.mark.parametrize(
    ("values", "file"),
    [
        (Anchor, AnchorFile),
        (AuthorityCost, CostFile),
        (Campaign, CampaignFile),
        (Carry, CarryFile),
        (Condition, ConditionFile),
        (DecisionRule, DecisionFile),
        (CourseRow, CourseRowFile),
        (DeferralTerms, DeferralFile),
        (Fee, FeeFile),
        (Grant, GrantFile),
        (InterestTerms, InterestFile),
        (Need, NeedFile),
        (PartyCondition, PartyConditionFile),
        (PlanTerms, PlanFile),
        (Procedure, ProcedureFile),
        (RefundRules, RefundsFile),
        (Scope, AppliesTo),
        (Step, StepFile),
        (Times, TimesFile),
    ],
)
def test_every_field_has_a_key(values: type, file: type[FileModel]) -> None:
    fields = [
        each.name for each in dataclasses.fields(values) if (values, each.name) not in NOT_IN_FILES
    ]

    keys = {OTHER_WORDS.get((values, name), name.removesuffix("_ore")) for name in fields}

    assert keys <= set(file.model_fields)


@pytest.mark.parametrize(
    "file",
    [
        AppliesTo,
        CampaignFile,
        CarryFile,
        ConditionFile,
        CostFile,
        CourseRowFile,
        DeferralFile,
        FeeFile,
        GrantFile,
        InterestFile,
        NeedFile,
        PartyConditionFile,
        PlanFile,
        ProcedureFile,
        RefundsFile,
        StepFile,
        TimesFile,
    ],
)
def test_every_key_stands_on_the_page_for_lawyers(file: type[FileModel]) -> None:
    page = (NATIONAL / "README.md").read_text(encoding="utf-8")

    without_blocks = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    coded = " ".join(re.findall(r"`([^`]+)`", without_blocks))
    words = set(re.findall(r"\b[a-z_]+\b", coded))

    assert set(file.model_fields) <= words
