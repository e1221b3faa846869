"""Words: what a step does to some claims becomes the data of its letter, to the öre.

    an invoice of 300 kr, 100 paid, with 60 kr of fees and 1.23 kr of interest
    -> a demand for 200.00 + 1.23 + 60.00 kr, with the counting of the interest

The one rule: the parts of every letter add up, for the letter refuses else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from reskontra.domain.claim import Claim
from reskontra.domain.interest import Interest, InterestRow
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.letter import DemandLacks, NoticeLetter, from_json, to_json
from reskontra.dunning import words
from reskontra.dunning.words import Spoken
from reskontra.outgoing.rendering import render
from reskontra.records.parties import Recipient
from tests.domain.claims import a_claim, an_entry, fee, paid, sample_policy
from tests.outgoing.letter_texts import text_of

DAY, PAY_BY = date(2025, 5, 12), date(2025, 5, 26)
CREDITOR = sample_policy().creditors["municipality"]
OCR = "2001972"


def _recipient(language: str = "sv") -> Recipient:
    return Recipient(
        name="Cilla Ekberg",
        address_lines=("Ekgatan 3", "999 11 Granvik"),
        language=language,
        protected_identity=False,
    )


def _interest() -> Interest:
    row = InterestRow(
        from_date=date(2025, 4, 1),
        to_date=DAY,
        days=42,
        days_in_year=365,
        principal_ore=20_000,
        full_rate_percent=Fraction(21, 2),
        interest_ore=Fraction(123),
    )
    return Interest(rows=(row,), accrued_ore=123)


def _notice(*spoken: Spoken, listed: tuple[Claim, ...] = (), language: str = "sv") -> NoticeLetter:
    return words.notice(
        spoken,
        title="Varning om avstängning",
        paragraphs=("Betala i tid.", "Hör av dig om du inte kan."),
        creditor=CREDITOR,
        sender=words.sender_of(CREDITOR),
        recipient=_recipient(language),
        ocr_number=OCR,
        day=DAY,
        pay_by=PAY_BY,
        pays=True,
        listed=listed,
        copies_to=["Socialnämnden"],
    )


def _demand(*spoken: Spoken) -> str:
    letter = words.collection_demand(
        spoken,
        interest_terms=words.INTEREST_GOES_ON["sv"],
        next_step="",
        installment_plan_offered=False,
        creditor=CREDITOR,
        sender=words.sender_of(CREDITOR),
        recipient=_recipient(),
        ocr_number=OCR,
        day=DAY,
        pay_by=PAY_BY,
    )
    return to_json(letter)


def test_a_notice_speaks_for_what_is_left_with_its_own_fee_and_interest() -> None:
    claim = a_claim(paid(10_000), fee(6_000))
    notice = _notice(Spoken(claim=claim, fee_ore=18_000, interest=_interest()))
    (row,) = notice.claims
    assert (row.billed_ore, row.paid_ore, row.fee_ore, row.interest_ore) == (
        30_000,
        10_000,
        24_000,
        123,
    )
    assert notice.total_ore == row.open_ore == 20_000 + 24_000 + 123
    assert (notice.fee_ore, notice.copies_to) == (18_000, ("Socialnämnden",))
    assert from_json(to_json(notice)) == notice


def test_a_notice_may_state_a_part_of_the_claim_only() -> None:
    notice = _notice(Spoken(claim=a_claim(fee(6_000)), fee_ore=18_000, stated_ore=12_345))
    assert (notice.total_ore, notice.fee_ore) == (12_345, 0)


def test_a_notice_lists_what_it_takes_no_step_for() -> None:
    notice = _notice(Spoken(claim=a_claim()), listed=(a_claim(key=2),), language="en")
    assert [row.reminded for row in notice.claims] == [True, False]
    assert (notice.total_ore, notice.language) == (60_000, "en")


def test_a_demand_has_each_part_by_itself_and_can_be_printed() -> None:
    claim = replace(a_claim(paid(10_000), fee(6_000)), ocr_number="100164")
    data = _demand(Spoken(claim=claim, fee_ore=18_000, interest=_interest()))
    said = " ".join(
        text_of(render(template="collection_demand", language="sv", data_json=data)).split()
    )
    assert "200,00 1,23 240,00 441,23 kr" in said.replace("\u00a0", " ")
    assert "kvar av 300,00" in said
    assert "I kostnaderna ingår 180,00 kr" in said.replace("\u00a0", " ")
    assert "2025-04-01 – 2025-05-12 42 av 365 200,00 10,50 % 1,2300" in said.replace("\u00a0", " ")


def test_interest_that_was_entered_before_is_demanded_only_with_its_counting() -> None:
    entered = an_entry(
        EntryKind.INTEREST, LedgerAccount.INTEREST_RECEIVABLE, LedgerAccount.INTEREST_INCOME, 123
    )
    claim = replace(a_claim(entered), ocr_number="100164")
    with pytest.raises(DemandLacks, match="how the interest on 1001 is calculated"):
        _demand(Spoken(claim=claim))
    counted = replace(_interest(), minus_ore=123)
    assert '"interest_ore":123' in _demand(Spoken(claim=claim, interest=counted))
