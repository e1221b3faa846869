"""Every example stands in the index, has a story, and the story fails without its special rule.

    falkenberg: the demand's interest is left out -> falkenberg.story differs

The one rule: an example that nothing would miss proves nothing; each has a line in BITES.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml

from reskontra.domain.rules import Policy
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.life import differences
from reskontra.nightly.stories.parse import read
from reskontra.nightly.stories.pure import Pure
from reskontra.policy.load import load_policy
from tests.tidy.ours import ROOT

EXAMPLES = ROOT / "examples"
STORIES = ROOT / "tests" / "stories" / "examples"
CODES = sorted(each.name for each in EXAMPLES.iterdir() if each.is_dir())


@cache
def load_examples() -> Policy:
    """All examples as one policy."""
    return load_policy(EXAMPLES)


BITES = (
    ("alvkarleby", "general", "    joins_next_invoice: 3 months\n", ""),
    ("atvidaberg", "childcare", "invoices_overdue_at_least: 2", "invoices_overdue_at_least: 3"),
    ("atvidaberg", "general", "carry: {below: 300 kr", "carry: {below: 100 kr"),
    ("falkenberg", "general", "    adds_interest: true\n", ""),
    ("falkenberg", "general", "    pays_to: collection\n", ""),
    ("gislaved", "general", "  free_under: [deferral, installment_plan]\n", ""),
    ("gislaved", "general_2021", "2021-01-01", "2022-01-01"),
    ("guidelines_040_1", "culture", "departments: [culture]", "departments: [office]"),
    ("guidelines_040_1", "general", '"6,00 %"', '"7,00 %"'),
    ("guidelines_040_1", "general", "does: write_down", "does: write_off"),
    ("guidelines_040_1", "general", "{amount: 60 kr, ground: agreement}", "none"),
    ("guidelines_1995", "general", "later of 7 days and 5 banking days", "7 days"),
    ("guidelines_1995", "one_letter", "later of 7 days and 5 banking days", "21 days"),
    ("lunds_universitet", "abroad", "150,01 kr", "50,01 kr"),
    ("lunds_universitet", "general", "wait: 16 days", "wait: 10 days"),
    ("malmo", "childcare_check", "longest: 3 months", "longest: 6 months"),
    ("malmo", "general", "interest: {rate: law", "interest: {free_under: [deferral], rate: law"),
    ("mellerud", "general_2023", "  not_beyond: 2023-03-31\n", ""),
    ("svedala", "general", "at_most: 0}\n    unless", "at_most: 9}\n    unless"),
    ("svedala", "general", "    unless: {marks: [needs_assessed]}\n", ""),
    ("svenska_bostader", "general", "invoices_overdue_at_least: 2", "invoices_overdue_at_least: 1"),
    ("svenska_bostader", "general", "at_least: 3}", "at_least: 2}"),
    ("tanum", "general", "    wait: 10 days\n", "    wait: 3 days\n"),
    ("uppvidinge", "general", "    on_days: each month on the 15th\n", ""),
    ("uppvidinge", "general", "does: write_down", "does: write_off"),
    (
        "uppvidinge",
        "general_2011",
        "    needs: [{clearance: department_answer, by: department}]\n",
        "",
    ),
    ("kalmar", "../campaigns/lost_invoices_2021", "stops: true", "fee_free: true"),
    ("botkyrka", "../campaigns/late_invoices_2023", "interest_free_if_paid_by", "due_moves_to"),
    ("af_bostader", "rent", "at_least: 2", "at_least: 1"),
    ("af_bostader", "rent", "    unless: {party: {last_paid_on_time: 1}}\n", ""),
    ("asele", "water", "after: reconnected_by_another", "after: disconnected"),
    ("dundernet", "fibre", "weeks 8, 21", "weeks 8, 20"),
    ("dundernet", "fibre", "    needs: [receipt_shown]\n", ""),
    ("ellevio", "grid", "  not_after: [reminder]\n  only_if: {", "  only_if: {"),
    ("ellevio", "grid", "    overdue_at_most: 0 days\n", ""),
    ("ellevio", "grid", "last_paid_on_time: 2", "last_paid_on_time: 0"),
    ("hem", "power", "when_broken: whole_due", "when_broken: resumes"),
    ("hem", "power", "within: 12 months, at_most: 0", "within: 12 months, at_most: 1"),
    ("hemab", "power", "  pay_now_percent: 25\n", ""),
    ("hemab", "power", "parts_at_most: 3", "parts_at_most: 4"),
    ("kinnekulle_energi", "grid", "1 600 kr}", "800 kr}"),
    ("mittskane_vatten", "water_2023", "carry: {below: 100 kr, at_latest: 4 months}\n", ""),
    ("mittskane_vatten", "water_2023", "2023-01-01", "2022-12-01"),
    ("nodava", "water", ", unless_marks: [final_invoice]", ""),
    ("nsva", "water", "carry: {below: 100 kr, part_paid: true, at_latest: 4 months}\n", ""),
    ("nsva", "water", "    needs: [{clearance: ability_to_pay, by: agency}]\n", ""),
    ("nsva", "water_organization", "to: prov_inkasso", "to: exempel_inkasso"),
    ("ostra_kind", "power", "joins_next_invoice: 3 months\n    fee", "fee"),
    ("ostra_kind", "power", "rates: {by_hand: 700 kr}", "rates: {by_hand: 300 kr}"),
    ("skanska_energi", "power", "debtors: [person], ", ""),
    ("skanska_energi", "power", "14 999,99 kr", "15 000 kr"),
    ("tyreso", "other_2020", "longest: 3 months", "longest: 2 months"),
    ("tyreso", "other_2021", "to: prov_inkasso", "to: exempel_inkasso"),
    ("osteraker", "general", "    channels: [letter]\n", ""),
    ("oskarshamn_library", "loan", "    channels: [letter]\n", "    channels: [email]\n"),
    ("uppsalahem", "rent", "    channels: [sms]\n", ""),
    ("umea_energi", "power", "  part_of_invoice: true\n", ""),
    ("umea_energi", "power", "steps: [hand_over, deferral]", "steps: [hand_over]"),
    ("varberg", "other", "  not_after: [reminder]\n  fee", "  fee"),
    ("varberg", "other", "170 kr", "160 kr"),
    ("varberg_energi", "power_2012", "    joins_next_invoice: 3 months\n", ""),
    ("varberg_energi", "power_2022", "    wait: 8 days\n", "    wait: 4 days\n"),
)
"""Issuer, file, what it says, and what it would say without the rule."""


@pytest.mark.parametrize("code", CODES)
def test_an_example_has_a_story_and_a_row_in_the_index(code: str) -> None:
    index = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")

    assert read(STORIES / f"{code}.story").creditor == code
    assert f"(../examples/{code})" in index
    assert f"(../tests/stories/examples/{code}.story)" in index


@pytest.mark.parametrize("code", CODES)
def test_an_example_is_not_taken_for_the_issuer(code: str) -> None:
    text = (EXAMPLES / code / "creditor.yaml").read_text(encoding="utf-8")

    assert yaml.safe_load(text)["name"].startswith("Exempel efter ")
    assert "not the issuer's own" in " ".join(re.findall("^# (.*)$", text, flags=re.MULTILINE))


def test_no_two_examples_share_a_number() -> None:
    creditors = load_examples().creditors.values()

    for numbers in (
        [each.organization_number for each in creditors],
        [each.bankgiro for each in creditors],
        [each.ocr_series for each in creditors],
    ):
        assert len(set(numbers)) == len(numbers) == len(CODES)


@pytest.mark.parametrize(("code", "file", "was", "now"), BITES)
def test_a_story_fails_without_the_rule(
    code: str, file: str, was: str, now: str, tmp_path: Path
) -> None:
    shutil.copytree(EXAMPLES / code, tmp_path / code)
    path = tmp_path / code / "procedures" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")
    story = read(STORIES / f"{code}.story")

    assert differences(story, Pure(Cast(story, load_policy(tmp_path))))
