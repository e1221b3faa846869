"""A simulation ends with the rows of the real nights, given the same payments.

    claims → Simulation          → steps, entries, letters, looks
    claims → files → real nights → the same

The one rule: nothing is compared roughly; each entry, step and letter is the same, on its day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.domain.calendar import is_banking_day
from reskontra.domain.claim import Claim
from reskontra.domain.identity import luhn_digit
from reskontra.domain.party import PartyKind
from reskontra.domain.simulation import Day, Simulation
from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.nightly.simulate.town import claims_of
from reskontra.records import open_claims, steps
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    Municipality,
    Record,
    a_municipality,
    an_invoice,
    one,
    person,
    rows,
    run_day,
    sample_policy,
)

FIRST_DAY, LAST_DAY = date(2025, 2, 3), date(2025, 9, 30)
HALF_WAY = date(2025, 3, 24)
MADE, LIVED = 700, 120
ONE_DAY = timedelta(days=1)

Row = tuple[object, ...]


@dataclass(slots=True, kw_only=True)
class Lived:
    """What a life came to, in rows that can be compared."""

    steps: list[Row] = field(default_factory=list)
    entries: list[Row] = field(default_factory=list)
    letters: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)

    def about(self, numbers: Collection[str]) -> Lived:
        """Of these invoices alone: what is left, when others were settled before."""
        self.left = [row for row in self.left if row[0] in numbers]
        return self

    def told(self) -> dict[str, list[Row]]:
        return {
            "steps": sorted(self.steps, key=str),
            "entries": sorted(self.entries, key=str),
            "letters": sorted(self.letters, key=str),
            "left": sorted(self.left, key=str),
        }


@pytest.mark.parametrize("seed", [1, 2])
def test_a_simulation_ends_with_the_rows_of_the_real_nights(
    seed: int, db: None, tmp_path: Path
) -> None:
    claims = troubled_claims(seed)
    life = Simulation(claims, policy=sample_policy(), seed=seed, first_day=FIRST_DAY)
    days = list(life.until(LAST_DAY))
    town = a_town(claims, tmp_path)
    live_on(days, town, first_day=FIRST_DAY, last_day=LAST_DAY)
    simulated = as_simulated(life, days)
    assert {step for _, step, *_ in simulated.steps} >= {"reminder", "hand_over", "late_interest"}
    assert {kind for _, kind, *_ in simulated.entries} >= {"fee", "interest", "write_off"}
    is_same(simulated, as_rows(since=date.min))


def test_so_does_one_that_begins_with_the_claims_of_a_database(db: None, tmp_path: Path) -> None:
    claims = troubled_claims(seed=3)
    before = Simulation(claims, policy=sample_policy(), seed=3, first_day=FIRST_DAY)
    town, last_day = a_town(claims, tmp_path), HALF_WAY - ONE_DAY
    live_on(list(before.until(last_day)), town, first_day=FIRST_DAY, last_day=last_day)
    hold_some()
    with connections["default"].cursor() as cursor:
        now = open_claims.read(cursor, chunk=50, tell=lambda done, of: None)
        holds = open_claims.party_holds(cursor)
    assert any(claim.holds for claim in now)
    assert any(claim.steps_taken for claim in now)
    life = Simulation(now, policy=sample_policy(), seed=4, first_day=HALF_WAY, party_holds=holds)
    days = list(life.until(LAST_DAY))
    live_on(days, town, first_day=HALF_WAY, last_day=LAST_DAY)
    kept = {claim.number for claim in life.claims()}
    is_same(as_simulated(life, days), as_rows(since=HALF_WAY).about(kept))


def is_same(simulated: Lived, real: Lived) -> None:
    for what, mine in simulated.told().items():
        assert mine, what
        assert mine == real.told()[what], what
    assert [fault for check in CHECKS for fault in run_check(check)] == []


def hold_some() -> None:
    """Deferrals of one invoice each; disputes, soon, about all that a party owes and will owe."""
    found = rows(
        "SELECT s.party_id, min(s.invoice_id) FROM claim_state s WHERE s.open_ore > 0"
        " GROUP BY s.party_id ORDER BY 1"
    )
    for place, (party, invoice) in enumerate(found):
        if place % 4 < 2:
            new = steps.NewHold(
                party=party,
                invoice=invoice if place % 2 else None,
                kind="deferral" if place % 2 else "dispute",
                first_day=HALF_WAY if place % 2 else HALF_WAY + timedelta(days=20),
                last_day=HALF_WAY + timedelta(days=40) if place % 2 else None,
                reason="",
                decided_by="a test",
            )
            with transaction.atomic(), connections["default"].cursor() as cursor:
                steps.add_hold(cursor, new)


def troubled_claims(seed: int) -> list[Claim]:
    """The claims of parties of whom something is not paid in time, all that they owe together."""
    made = list(claims_of(sample_policy(), count=MADE, seed=seed, first_day=FIRST_DAY))
    life = Simulation(made, policy=sample_policy(), seed=seed, first_day=FIRST_DAY)
    parties = [taken.claim.party for day in life.until(LAST_DAY) for taken in day.night.plan.taken]
    wanted = set(parties)
    found = [claim for claim in made if claim.party in wanted]
    assert len(found) > LIVED
    return found[:LIVED]


def a_town(claims: Sequence[Claim], folder: Path) -> Municipality:
    """A municipality that has sent the claims' invoices."""
    town = a_municipality(folder)
    town.bill(*map(record_of, claims), day=FIRST_DAY)
    town.banks_are_in(FIRST_DAY)
    return town


def live_on(days: Sequence[Day], town: Municipality, *, first_day: date, last_day: date) -> None:
    """The same payments by the bank's files, and every night."""
    paid = defaultdict(list)
    for lived in days:
        for each in lived.paid:
            paid[each.claim.creditor, each.value_date].append((each.claim, each.amount_ore))
    day = first_day
    while day <= last_day:
        assert not run_day(day).failures
        for creditor in sample_policy().creditors:
            mine = paid[creditor, day]
            if is_banking_day(day):
                town.pay(*(payment_of(*each, day) for each in mine), day=day, creditor=creditor)
            assert is_banking_day(day) or not mine
        day += ONE_DAY


def record_of(claim: Claim) -> Record:
    return an_invoice(
        claim.number,
        party=identity_number(claim),
        creditor=claim.creditor,
        kind=claim.kind,
        invoiced=claim.invoice_date,
        due=claim.due_date,
        amount_ore=claim.open_ore,
    )


def identity_number(claim: Claim) -> str:
    if claim.debtor is PartyKind.PERSON:
        return person(claim.party)
    body = f"55999{claim.party:04d}"
    return body + luhn_digit(body)


def payment_of(claim: Claim, amount_ore: int, day: date) -> PaymentToWrite:
    known = one("SELECT ocr_number FROM invoice WHERE number = %s", claim.number)
    return PaymentToWrite(amount_ore=amount_ore, reference=str(known), value_date=day)


def as_simulated(life: Simulation, days: Sequence[Day]) -> Lived:
    lived = Lived()
    for claim in life.claims():
        lived.steps += [
            (claim.number, each.name, each.day, each.pay_by)
            for each in claim.steps_taken
            if each.day >= days[0].day
        ]
        entries = life.nights.owed[claim.key].entries
        lived.entries += [
            (claim.number, e.kind, str(e.debit), str(e.credit), e.amount_ore, e.value_date)
            for e in entries
        ]
        lived.left.append((claim.number, claim.due_date, claim.open_ore))
    lived.letters += [letter for day in days for letter in letters_of(day)]
    return lived


def letters_of(day: Day) -> Iterator[Row]:
    for bundle in day.night.plan.bundles:
        acted = sorted(each.number for each in bundle.acted)
        listed = sorted(each.number for each in bundle.listed)
        yield day.day, bundle.step.letter, bundle.pay_by, acted, listed
    for claim in day.night.interest:
        yield day.day, "invoice", claim.due_date, [claim.number], []


def as_rows(*, since: date) -> Lived:
    return Lived(
        steps=rows(
            "SELECT i.number, t.step, t.day, t.pay_by FROM step_taken t"
            " JOIN invoice i ON i.id = t.invoice_id WHERE t.day >= %s",
            since,
        ),
        entries=rows(
            "SELECT i.number, e.kind, e.debit, e.credit, e.amount_ore, e.value_date FROM entry e"
            " JOIN invoice i ON i.id = e.invoice_id"
            " WHERE e.kind <> 'invoice' AND e.booking_date >= %s",
            since,
        ),
        letters=[
            (day, template, pay_by, sorted(acted), sorted(listed or []))
            for day, template, pay_by, acted, listed in rows(
                "SELECT l.day, l.template, l.pay_by,"
                " array_agg(i.number) FILTER (WHERE lc.step_taken),"
                " array_agg(i.number) FILTER (WHERE NOT lc.step_taken)"
                " FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id"
                " JOIN invoice i ON i.id = lc.invoice_id WHERE l.day >= %s GROUP BY l.id",
                since,
            )
        ],
        left=rows(
            "SELECT i.number, i.due_date, s.open_ore FROM claim_state s"
            " JOIN invoice i ON i.id = s.invoice_id"
        ),
    )
