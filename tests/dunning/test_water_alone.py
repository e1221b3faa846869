"""However invoices are mixed and paid, a warning of disconnection names the water alone.

The one rule: the letter is the one that a night writes, word for word.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.ledger import Balance
from reskontra.domain.letter import to_json
from reskontra.domain.night import Loaded, Plan, plan
from reskontra.domain.step import Does
from reskontra.dunning import words
from reskontra.dunning.step_letters import Head, letter_of
from reskontra.records.parties import Recipient
from tests.build import WATER as COMPANY
from tests.build import sample_policy
from tests.domain.test_disconnection import SERVICES, WATER, a_claim, a_site, of

NIGHT = date(2025, 4, 25)
TAKEN = (
    StepTaken(name="reminder", day=date(2025, 4, 9), pay_by=date(2025, 4, 23)),
    StepTaken(name="hand_over", day=date(2025, 4, 24), pay_by=None),
)
OTHERS = ("sopor", "avfall", "barnomsorg", "waste", "childcare", "förskola")
mixed = st.tuples(
    st.dictionaries(st.sampled_from(SERVICES), st.integers(1, 500_000), min_size=1),
    st.integers(0, 1_500_000),
    st.integers(0, 50_000),
)
"""What an invoice bills by service, what has been paid of it, and its late interest, in öre."""


def an_invoice(key: int, billed: dict[str, int], paid_ore: int, interest_ore: int) -> Claim:
    """One of them, reminded of and handed over."""
    total_ore = sum(billed.values())
    paid_ore = min(paid_ore, total_ore)
    return a_claim(
        key=key,
        number=f"100{key}",
        kind="water" if "water" in billed else "waste",
        services=frozenset(billed),
        billed_by_service=tuple(sorted(billed.items())) if len(billed) > 1 else (),
        steps_taken=TAKEN,
        clearances=(),
        premises=a_site().premises,
        sums=of(
            billed_ore=total_ore,
            interest_ore=interest_ore,
            paid_ore=paid_ore,
            balance=Balance(principal_ore=total_ore - paid_ore, interest_ore=interest_ore),
        ),
    )


def warnings(night: Plan) -> list[str]:
    """What each warning of the night says, as it is kept."""
    policy = sample_policy()
    creditor = policy.creditors[COMPANY]
    head = Head(
        policy=policy,
        creditor=creditor,
        sender=replace(words.sender_of(creditor), name="Bolaget"),
        recipient=Recipient(
            name="Cilla", address_lines=(), language="sv", protected_identity=False
        ),
        ocr_number="2001972",
        day=NIGHT,
        pay_by=date(2025, 5, 23),
    )
    found = []
    for bundle in night.bundles:
        if bundle.step.name == "disconnection_warning":
            taken = {e.claim.key: e for e in night.taken if e.step.name == bundle.step.name}
            mine = [taken[each.key] for each in bundle.acted]
            found.append(to_json(letter_of(bundle, head=head, taken=mine)))
    return found


@example([({"water": 2}, 1, 0)])
@given(st.lists(mixed, min_size=1, max_size=4))
def test_no_debt_but_water_ever_stands_in_a_warning(
    invoices: list[tuple[dict[str, int], int, int]],
) -> None:
    claims = [an_invoice(key, *each) for key, each in enumerate(invoices, 1)]
    night = plan([Loaded(each, NIGHT) for each in claims], policy=sample_policy(), today=NIGHT)
    given_up = {each.claim.key for each in night.taken if each.step.does is Does.WRITE_OFF}
    left_ore = {
        f"100{key}": left
        for key, (billed, paid, _) in enumerate(invoices, 1)
        if (left := max(0, billed.get("water", 0) - paid)) and key not in given_up
    }
    letters = warnings(night)
    assert len(letters) == (2 if left_ore else 0), "one to each owner, when water is owed"
    for said in letters:
        letter = json.loads(said)
        stated = {each["invoice_number"]: each["open_ore"] for each in letter["claims"]}
        assert stated == left_ore
        assert letter["total_ore"] == sum(left_ore.values())
        assert not any(word in said.casefold() for word in OTHERS)
    assert {"water"} == WATER
