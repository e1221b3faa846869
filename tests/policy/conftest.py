"""A small policy folder that is in order, for tests that break it on one line.

def test_…(folder: Path) -> None:
    text = (folder / "utility" / "procedures" / "water.yaml").read_text()
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reskontra.policy.load import NATIONAL

CREDITOR = """\
creditor: utility
name: Exempel Vatten AB
organization_number: 559999-9017
bankgiro: 9990-1233
address_lines: [Vattengatan 1, 999 12 Exempel]
contact: {name: Kundservice, phone: 0999-123 10}
departments:
  - department: service
    name: {sv: Kundservice, en: Customer service}
    contact: {name: Kundservice}
invoice_kinds:
  water: {sv: Vatten, en: Water, ground: water_tariff}
  hire: {sv: Uthyrning, en: Hire, ground: agreement}
  interest: {sv: Dröjsmålsränta, en: Late interest, ground: law}
services:
  water: {sv: Vatten, en: Water, ground: water_tariff}
  hall: {sv: Lokal, en: Hall, ground: agreement}
ocr_series: "97"
agencies:
  inkasso: {name: Exempel Inkasso AB, bankgiro: 9991-4566, contact: {name: Kundtjänst}}
"""

PORTAL = """\
shown_from_invoice_date: 18 months
hidden_when_overdue: 12 months
shown_to: [person]
payment_registered_within: 4 days
paper_arrives_within: 5 days
e_invoice_within: 1 day
reference: {title: Exempel}
"""

WATER = """\
procedure: water
valid_from: 2020-01-01
reference: {title: Exempel}
applies_to: {kinds: [water]}
allocation: [interest, fee, principal]
interest: {runs_from: banking_due_date, minimum: 50 kr, pay_within: 30 days}
steps:
  - step: reminder
    label: {sv: Påminnelse, en: Reminder}
    does: letter
    letter: reminder
    after: due
    wait: 7 working days
    pay_within: 14 days
    fee: none
    explanation: {sv: Vi påminner., en: We remind you.}
  - step: hand_over
    label: {sv: Inkasso, en: Debt collection}
    does: hand_over
    after: reminder
    wait: 1 banking day
    explanation: {sv: Till inkasso., en: To the agency.}
  - step: disconnection_notice
    label: {sv: Besked, en: Notice}
    does: await_report
    in_law: disconnection_warning
    by: agency
    after: hand_over
    wait: 1 banking day
    pay_within: 4 weeks
    states: services
    only_if: {services: [water]}
    needs: [no_health_risk]
    stopped_by: [dispute]
    explanation: {sv: Vattnet kan stängas av., en: The water may be disconnected.}
  - step: late_interest
    label: {sv: Räntefaktura, en: Interest invoice}
    does: interest_invoice
    after: paid
    wait: 1 working day
    explanation: {sv: Ränta., en: Interest.}
"""

SHORT = """\
procedure: {name}
valid_from: 2020-01-01
reference: {{title: Exempel}}
applies_to: {{kinds: [{name}]}}
allocation: [interest, fee, principal]
steps:
  - step: reminder
    label: {{sv: Påminnelse, en: Reminder}}
    does: letter
    letter: reminder
    after: due
    wait: 7 working days
    pay_within: 14 days
    fee: {fee}
    explanation: {{sv: Vi påminner., en: We remind you.}}
"""

FILES = {
    "creditor.yaml": CREDITOR,
    "portal.yaml": PORTAL,
    "procedures/water.yaml": WATER,
    "procedures/hire.yaml": SHORT.format(name="hire", fee="{amount: 60 kr, ground: agreement}"),
    "procedures/interest.yaml": SHORT.format(name="interest", fee="none"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one creditor, in order."""
    home = tmp_path / "policy"
    for name, text in FILES.items():
        path = home / "utility" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


@pytest.fixture
def national(tmp_path: Path) -> Path:
    """A copy of the national values and kinds, in order."""
    home = tmp_path / "national"
    shutil.copytree(NATIONAL / "law", home / "law")
    shutil.copy(NATIONAL / "kinds.yaml", home / "kinds.yaml")
    return home
