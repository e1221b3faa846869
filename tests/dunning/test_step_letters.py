"""Letters of steps: what a step does to some claims becomes the data of its letter, to the öre.

    an invoice of 300 kr, 100 paid, with 240 kr of fees and 1.23 kr of interest
    -> a demand for 200.00 + 1.23 + 240.00 kr, with the counting of the interest

The one rule: the parts of every letter add up, for the letter refuses else.
"""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from reskontra.domain.claim import Claim
from reskontra.domain.interest import InterestRow
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.domain.letter import (
    CollectionDemandLetter,
    DemandLacks,
    NoticeLetter,
    from_json,
    kind_of,
    to_json,
)
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.step import States, Step
from reskontra.domain.texts import Texts
from reskontra.dunning import words
from reskontra.dunning.step_letters import Head, Spoken, collection_demand, notice, reminder
from reskontra.outgoing.folders import INDEX
from reskontra.outgoing.rendering import render
from reskontra.outgoing.send_out import send_out
from reskontra.records.parties import Recipient
from tests.build import (
    MUNICIPALITY,
    REMINDED,
    a_municipality,
    a_payment,
    an_invoice,
    person,
    rows,
    sample_policy,
)
from tests.domain.claims import a_claim, an_entry, fee, paid
from tests.outgoing.letter_texts import text_of

DAY, PAY_BY = date(2025, 5, 12), date(2025, 5, 26)
CREDITOR = sample_policy().creditors[MUNICIPALITY]
TEXT = Texts(sv="Betala i tid.\n\nHör av dig om\ndu inte kan.", en="Pay in time.\n\nTell us.")
COUNTING = (
    InterestRow(
        from_date=date(2025, 4, 1),
        to_date=DAY,
        days=42,
        days_in_year=365,
        principal_ore=20_000,
        full_rate_percent=Fraction(21, 2),
        interest_ore=Fraction(123),
    ),
)


def _procedure() -> Procedure:
    return next(each for each in CREDITOR.procedures if "parking" in each.scope.kinds)


def _step(**changes: Any) -> Step:
    step = next(each for each in _procedure().steps if each.name == "reminder")
    return replace(step, text=TEXT, **changes)


def _head(language: str = "sv") -> Head:
    recipient = Recipient(
        name="Cilla Ekberg",
        address_lines=("Ekgatan 3", "999 11 Granvik"),
        language=language,
        protected_identity=False,
    )
    return Head(
        policy=sample_policy(),
        creditor=CREDITOR,
        sender=words.sender_of(CREDITOR),
        recipient=recipient,
        ocr_number="2001972",
        day=DAY,
        pay_by=PAY_BY,
    )


def _notice(*spoken: Spoken, listed: tuple[Claim, ...] = (), **changes: Any) -> NoticeLetter:
    step = _step(**changes)
    return notice(spoken, head=_head(), step=step, procedure=_procedure(), listed=listed)


def _demand(*spoken: Spoken) -> CollectionDemandLetter:
    step = _step(letter="collection_demand", adds_interest=True)
    return collection_demand(spoken, head=_head(), step=step, procedure=_procedure())


def _said(letter: CollectionDemandLetter) -> str:
    pdf = render(template="collection_demand", language="sv", data_json=to_json(letter))
    return " ".join(text_of(pdf).replace("\u00a0", " ").split())


def test_a_notice_speaks_for_what_is_left_with_its_own_fee_and_interest() -> None:
    claim = a_claim(paid(10_000), fee(6_000))
    letter = _notice(Spoken(claim=claim, fee_ore=18_000, interest_ore=123))
    (row,) = letter.claims
    parts = (row.billed_ore, row.paid_ore, row.fee_ore, row.interest_ore)
    assert parts == (30_000, 10_000, 24_000, 123)
    assert letter.total_ore == row.open_ore == 20_000 + 24_000 + 123
    assert letter.fee_ore == 18_000
    assert from_json(to_json(letter)) == letter


def test_a_notice_says_the_steps_own_words_in_paragraphs() -> None:
    letter = _notice(
        Spoken(claim=a_claim()),
        label=Texts(sv="Varning", en="Warning"),
        encloses=frozenset({"invoice_copies"}),
        copies_to=frozenset({"social_services", "tenants"}),
    )
    assert letter.title == "Varning"
    assert letter.paragraphs == ("Betala i tid.", "Hör av dig om du inte kan.")
    assert letter.enclosures == ("Kopior av fakturorna",)
    assert letter.copies_to == ("Hyresgästerna", "Socialtjänsten")


def test_a_reminder_and_a_demand_say_the_steps_own_words_too() -> None:
    sent = {"encloses": frozenset({"payment_slip"}), "copies_to": frozenset({"social_services"})}
    step = _step(**sent)
    spoken = [Spoken(claim=a_claim())]
    for letter in (
        reminder(spoken, head=_head(), step=step, procedure=_procedure()),
        collection_demand(spoken, head=_head(), step=step, procedure=_procedure()),
    ):
        assert letter.paragraphs == ("Betala i tid.", "Hör av dig om du inte kan.")
        assert (letter.enclosures, letter.copies_to) == (("Inbetalningskort",), ("Socialtjänsten",))
        assert from_json(to_json(letter)) == letter
        pdf = render(template=kind_of(letter), language="sv", data_json=to_json(letter))
        said = " ".join(text_of(pdf).split())
        for words_said in (*letter.paragraphs, "Inbetalningskort", "Socialtjänsten"):
            assert words_said in said


def test_a_step_without_words_of_its_own_sends_none() -> None:
    step = replace(_step(), text=None)
    letter = reminder([Spoken(claim=a_claim())], head=_head(), step=step, procedure=_procedure())
    assert (letter.paragraphs, letter.enclosures, letter.copies_to) == ((), (), ())


def test_a_reminder_may_state_a_part_of_the_claim_only() -> None:
    spoken = [Spoken(claim=a_claim(fee(6_000)), fee_ore=6_000, stated_ore=12_345)]
    letter = reminder(spoken, head=_head(), step=_step(), procedure=_procedure())
    assert (letter.total_ore, letter.fee_ore) == (12_345, 0)


def test_a_notice_without_a_last_day_to_pay_asks_for_nothing() -> None:
    head = replace(_head("en"), pay_by=None)
    letter = notice([Spoken(claim=a_claim())], head=head, step=_step(), procedure=_procedure())
    assert (letter.pays, letter.language, letter.paragraphs[1]) == (False, "en", "Tell us.")


def test_a_notice_may_state_a_part_of_the_claim_only() -> None:
    letter = _notice(Spoken(claim=a_claim(fee(6_000)), fee_ore=18_000, stated_ore=12_345))
    assert (letter.total_ore, letter.fee_ore) == (12_345, 0)


def test_a_notice_lists_what_it_takes_no_step_for() -> None:
    letter = _notice(Spoken(claim=a_claim()), listed=(a_claim(key=2),))
    assert [row.reminded for row in letter.claims] == [True, False]
    assert letter.total_ore == 60_000


def test_a_demand_has_each_part_by_itself_and_can_be_printed() -> None:
    claim = replace(a_claim(paid(10_000), fee(6_000)), ocr_number="100164")
    spoken = Spoken(claim=claim, fee_ore=18_000, interest_ore=123, counting=COUNTING)
    said = _said(_demand(spoken))
    assert "200,00 1,23 240,00 441,23 kr" in said
    assert "kvar av 300,00" in said
    assert "I kostnaderna ingår 180,00 kr" in said
    assert "2025-04-01 – 2025-05-12 42 av 365 200,00 10,50 % 1,2300" in said


def test_interest_that_was_entered_before_is_demanded_only_with_its_counting() -> None:
    entered = an_entry(
        EntryKind.LATE_INTEREST,
        LedgerAccount.INTEREST_RECEIVABLE,
        LedgerAccount.INTEREST_INCOME,
        123,
    )
    claim = a_claim(entered)
    with pytest.raises(DemandLacks, match="how the interest on 1001 is calculated"):
        _demand(Spoken(claim=claim))
    letter = _demand(Spoken(claim=claim, counting=COUNTING))
    assert (letter.interest_ore, letter.total_ore) == (123, 30_123)


def _policy(**changes: Any) -> Policy:
    """The sample rules, with the reminder of every procedure of the municipality changed."""
    procedures = tuple(
        replace(
            procedure,
            steps=tuple(
                replace(step, text=TEXT, **changes) if step.name == "reminder" else step
                for step in procedure.steps
            ),
        )
        for procedure in CREDITOR.procedures
    )
    creditor = replace(CREDITOR, procedures=procedures)
    policy = sample_policy()
    return replace(policy, creditors={**policy.creditors, MUNICIPALITY: creditor})


@pytest.mark.parametrize(
    ("letter", "states", "total_ore"),
    [
        ("notice", States.OPEN, 20_000),
        ("notice", States.PRINCIPAL, 20_000),
        ("reminder", States.PRINCIPAL, 20_000),
        ("collection_demand", States.OPEN, 20_000),
    ],
)
def test_a_night_writes_the_letter_that_its_step_names_and_it_leaves(
    db: None, tmp_path: Path, letter: str, states: States, total_ore: int
) -> None:
    encloses, copies_to = frozenset({"invoice_copies"}), frozenset({"social_services", "tenants"})
    changes = {"letter": letter, "states": states, "encloses": encloses, "copies_to": copies_to}
    town = a_municipality(tmp_path, _policy(**changes))
    town.bill(an_invoice("1001", party=person(1)))
    town.pay(a_payment(10_000, "1001"))
    assert town.night(REMINDED).failures == ()
    ((template, data, kept_ore),) = rows("SELECT template, data, total_ore FROM letter")
    assert (template, json.loads(data)["letter"], kept_ore) == (letter, letter, total_ore)
    sent = send_out(day=REMINDED, folder=tmp_path / "print", policy=sample_policy())
    assert (sent.printed, sent.failures) == (1, [])
    assert sent.folder is not None
    (row,) = csv.DictReader((sent.folder / INDEX).read_text(encoding="utf-8").splitlines())
    assert row["enclosures"] == "Kopior av fakturorna"
    assert row["copies_to"] == "Hyresgästerna; Socialtjänsten"
