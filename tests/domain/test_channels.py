"""How a letter goes: the first wished way that reaches its recipient.

The one rule: paper is always possible, and a protected identity is reached by nothing else.
"""

from __future__ import annotations

from datetime import date

import pytest

from reskontra.domain.channels import Channel, Chosen, LeavesAs, choose, expected_on
from reskontra.policy.load import SAMPLE, load_policy

POLICY = load_policy(SAMPLE)
KINDS: dict[str, Channel] = POLICY.channel_kinds
MARKS = ("has_mobile", "has_email", "digital_mailbox", "e_invoice")


@pytest.mark.parametrize(
    ("wished", "marks", "channel", "passed"),
    [
        (("sms", "letter"), {"has_mobile"}, "sms", ()),
        (("sms", "letter"), set(), "letter", ("sms",)),
        (("sms", "digital_mailbox"), {"digital_mailbox"}, "digital_mailbox", ("sms",)),
        (("e_invoice", "email"), set(), "letter", ("e_invoice", "email")),
        (("registered_letter",), set(), "registered_letter", ()),
        (("portal",), set(), "portal", ()),
    ],
)
def test_the_first_that_is_possible(
    wished: tuple[str, ...], marks: set[str], channel: str, passed: tuple[str, ...]
) -> None:
    found = choose(wished, kinds=KINDS, marks=marks, protected=False)

    assert found == Chosen(channel=channel, passed=passed)


@pytest.mark.parametrize("wished", sorted(KINDS))
def test_a_protected_identity_is_reached_on_paper_alone(wished: str) -> None:
    found = choose([wished], kinds=KINDS, marks=MARKS, protected=True)

    assert KINDS[found.channel].leaves_as is LeavesAs.PRINT


@pytest.mark.parametrize(
    ("leaves_as", "day"),
    [
        (LeavesAs.PRINT, date(2025, 4, 14)),
        (LeavesAs.MESSAGE, date(2025, 4, 10)),
        (LeavesAs.TEXT, date(2025, 4, 10)),
        (LeavesAs.NOTHING, date(2025, 4, 9)),
    ],
)
def test_each_way_has_its_time(leaves_as: LeavesAs, day: date) -> None:
    rules = POLICY.creditors["municipality"].portal

    assert expected_on(leaves_as, day=date(2025, 4, 9), rules=rules) == day
