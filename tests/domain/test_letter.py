"""Letters as values: they add up, and come back from JSON as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from reskontra.domain.letter import (
    CollectionDemandLetter,
    DemandLacks,
    InvoiceLetter,
    LetterDoesNotAddUp,
    NotALetter,
    NoticeLetter,
    ReminderLetter,
    from_json,
    to_json,
)
from tests.outgoing.letter_samples import SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_a_letter_comes_back_from_its_json(name: str) -> None:
    letter = SAMPLES[name]
    assert from_json(to_json(letter)) == letter
    assert to_json(from_json(to_json(letter))) == to_json(letter)


def test_the_json_has_whole_ore_iso_days_and_the_kind_of_letter() -> None:
    data = json.loads(to_json(SAMPLES["reminder-part_paid.sv"]))
    assert (data["letter"], data["day"], data["total_ore"]) == ("reminder", "2025-04-09", 12450)
    assert data["claims"][0]["due_date"] == "2025-03-31"


def test_a_reminder_whose_claims_do_not_make_its_total_is_refused() -> None:
    letter = SAMPLES["reminder-short.sv"]
    assert isinstance(letter, ReminderLetter)
    with pytest.raises(LetterDoesNotAddUp, match="20001 says 1 öre, but its rows make 112500 öre"):
        replace(letter, total_ore=1)


def test_a_claim_whose_parts_do_not_make_what_is_open_is_refused() -> None:
    letter = SAMPLES["reminder-short.sv"]
    assert isinstance(letter, ReminderLetter)
    claim = replace(letter.claims[0], paid_ore=1)
    with pytest.raises(LetterDoesNotAddUp):
        replace(letter, claims=(claim,))


def test_an_invoice_whose_lines_do_not_make_its_total_is_refused() -> None:
    letter = SAMPLES["invoice-short.sv"]
    assert isinstance(letter, InvoiceLetter)
    with pytest.raises(LetterDoesNotAddUp, match="1003"):
        replace(letter, total_ore=letter.total_ore + 1)


def test_a_reminder_kept_before_interest_stood_on_invoices_can_still_be_read() -> None:
    kept = json.loads(to_json(SAMPLES["reminder-short.sv"]))
    for claim in kept["claims"]:
        del claim["interest_ore"]
    assert from_json(json.dumps(kept)) == SAMPLES["reminder-short.sv"]


def test_a_notice_whose_claims_do_not_make_its_total_is_refused() -> None:
    letter = SAMPLES["notice-short.sv"]
    assert isinstance(letter, NoticeLetter)
    with pytest.raises(LetterDoesNotAddUp):
        replace(letter, total_ore=letter.total_ore + 1)


def _demand() -> CollectionDemandLetter:
    letter = SAMPLES["collection_demand-short.sv"]
    assert isinstance(letter, CollectionDemandLetter)
    return letter


@pytest.mark.parametrize("part", ["principal_ore", "interest_ore", "fee_ore", "total_ore"])
def test_a_demand_whose_parts_are_not_those_of_its_claims_is_refused(part: str) -> None:
    changed: dict[str, Any] = {part: 1}
    with pytest.raises(LetterDoesNotAddUp):
        replace(_demand(), **changed)


def test_a_demanded_claim_whose_parts_do_not_make_what_is_open_is_refused() -> None:
    claim = replace(_demand().claims[0], open_ore=1)
    with pytest.raises(LetterDoesNotAddUp):
        replace(_demand(), claims=(claim,))


def test_a_demand_that_lacks_what_the_law_demands_is_refused_with_the_section() -> None:
    demand = _demand()
    (claim,) = demand.claims
    lacking: dict[str, dict[str, Any]] = {
        "the name of the creditor": {"sender": replace(demand.sender, name="")},
        "time to pay or object": {"pay_by": demand.day},
        "what the claim 1003 is based on": {"claims": (replace(claim, kind_label=""),)},
        "how the interest on 1003 is calculated": {"claims": (replace(claim, calculation=()),)},
    }
    for what, changes in lacking.items():
        with pytest.raises(DemandLacks, match=rf"{what}, which inkassolagen .* section 5"):
            replace(demand, **changes)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"letter":"poem"}', '{"letter":"reminder"}', '{"letter":"invoice","day":1}'],
)
def test_a_text_that_is_no_letter_is_refused(text: str) -> None:
    with pytest.raises(NotALetter):
        from_json(text)
