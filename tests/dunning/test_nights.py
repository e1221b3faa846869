"""A day, lived once: what is due is done, a day run twice does nothing, nothing is backdated.

The one rule: selected = acted + waiting + stopped + failed, whatever happens.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reskontra.domain.night import Plan
from reskontra.domain.rules import Policy
from reskontra.domain.waiting import Waiting
from reskontra.dunning import daily
from reskontra.dunning import record as recording
from reskontra.dunning.daily import AnotherRunIsOn, BankFilesNotIn, DayHasPassed
from reskontra.dunning.looks import wrong_looks
from reskontra.dunning.run_frame import Night
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    DUE,
    MUNICIPALITY,
    REMINDED,
    WATER,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    open_ore,
    party_of,
    person,
    rows,
    run_day,
    sample_policy,
    steps_taken,
    taken_back_afterwards,
    whole_database,
)

HANDED_OVER = date(2025, 4, 24)
OF_THE_RUN = frozenset({"run"})


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Three persons with an invoice each, due 31 March."""
    town = a_municipality(tmp_path)
    town.bill(*(an_invoice(f"100{place}", party=person(place)) for place in (1, 2, 3)))
    return town


def without_parking() -> Policy:
    """The rules, had somebody forgotten the procedure for parking."""
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    procedures = tuple(
        replace(each, scope=replace(each.scope, kinds=each.scope.kinds - {"parking"}))
        for each in creditor.procedures
    )
    wrong = replace(creditor, procedures=procedures)
    return replace(policy, creditors={**policy.creditors, MUNICIPALITY: wrong})


def reminding_two_days_earlier() -> Policy:
    """The rules, with a shorter wait in every procedure of the municipality."""
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    procedures = tuple(
        replace(
            each,
            digest=each.digest[::-1],
            steps=tuple(
                replace(step, wait=Waiting.parse("5 working days"))
                if step.name == "reminder"
                else step
                for step in each.steps
            ),
        )
        for each in creditor.procedures
    )
    changed = replace(creditor, procedures=procedures)
    return replace(policy, creditors={**policy.creditors, MUNICIPALITY: changed})


def faults() -> list[str]:
    return [fault for check in CHECKS for fault in run_check(check)]


def test_a_claim_goes_from_reminder_to_hand_over(town: Municipality) -> None:
    assert town.night(REMINDED - timedelta(days=1)).sums.selected == 3
    assert town.night(REMINDED).sums.outcomes == {("acted", "reminder"): 3}
    town.pay(a_payment(30_000, "1001", value_date=HANDED_OVER), day=date(2025, 4, 22))
    town.night(HANDED_OVER)
    assert steps_taken() == [
        *((f"100{place}", "reminder", REMINDED) for place in (1, 2, 3)),
        ("1002", "hand_over", HANDED_OVER),
        ("1003", "hand_over", HANDED_OVER),
    ]
    assert faults() == []


def test_a_day_run_twice_adds_no_row(town: Municipality) -> None:
    town.night(REMINDED)
    before = whole_database(without=OF_THE_RUN)
    again = run_day(REMINDED)
    assert whole_database(without=OF_THE_RUN) == before
    assert again.sums.outcomes == {("acted", "reminder"): 3}
    assert not again.letters
    assert one("SELECT count(*) FROM run") == 1


def test_after_missed_nights_nothing_is_backdated_and_nothing_skipped(town: Municipality) -> None:
    late = date(2025, 6, 12)
    town.night(late)
    assert {(step, day) for _, step, day in steps_taken()} == {("reminder", late)}
    assert rows("SELECT DISTINCT day, pay_by FROM letter") == [(late, date(2025, 6, 26))]
    assert rows("SELECT min(booking_date) FROM entry WHERE kind = 'fee'") == [(None,)]
    assert faults() == []


def test_a_fee_is_booked_on_the_day_that_it_is_charged(town: Municipality) -> None:
    town.bill(an_invoice("2001", kind="rent"))
    late = date(2025, 6, 12)
    town.night(late)
    assert rows("SELECT value_date, booking_date FROM entry WHERE kind = 'fee'") == [(late, late)]


def test_an_earlier_day_than_the_last_is_refused(town: Municipality) -> None:
    town.night(REMINDED)
    before = whole_database()
    with pytest.raises(DayHasPassed, match=f"{REMINDED} has run already"):
        run_day(REMINDED - timedelta(days=1), without_bank_files="x")
    assert whole_database() == before


def test_two_runs_at_once_are_refused(town: Municipality) -> None:
    town.banks_are_in(REMINDED)
    with connections["owner"].cursor() as other:
        other.execute("SELECT pg_advisory_lock(hashtext('reskontra nightly run'))")
        try:
            with pytest.raises(AnotherRunIsOn):
                run_day(REMINDED)
        finally:
            other.execute("SELECT pg_advisory_unlock_all()")
    assert run_day(REMINDED).sums.selected == 3


def test_a_day_whose_bank_files_are_not_in_is_refused(town: Municipality) -> None:
    town.bill(an_invoice("3001", creditor=WATER, kind="water"))
    town.pay(day=date(2025, 4, 7))
    before = whole_database()
    with pytest.raises(BankFilesNotIn, match="2025-04-08 is in for municipality, water_company"):
        run_day(REMINDED)
    assert whole_database() == before


def test_a_creditor_that_nobody_owes_needs_no_bank_file(town: Municipality) -> None:
    town.pay(day=date(2025, 4, 8))
    assert run_day(REMINDED).sums.selected == 3


def test_who_lets_a_day_run_without_its_bank_files_is_recorded(town: Municipality) -> None:
    run_day(REMINDED, without_bank_files="eva: the bank is closed")
    assert one("SELECT without_bank_files FROM run") == (
        "municipality up to 2025-04-08: eva: the bank is closed"
    )


def test_an_override_that_was_not_needed_is_not_recorded(town: Municipality) -> None:
    town.night(REMINDED, without_bank_files="to be sure")
    assert one("SELECT without_bank_files FROM run") == ""


def test_a_dry_run_tells_the_same_and_changes_no_row(town: Municipality) -> None:
    town.bill(an_invoice("2001", kind="rent"), an_invoice("2002", due=DUE - timedelta(days=9)))
    town.pay(a_payment(30_000, "1003", value_date=date(2025, 4, 7)), day=date(2025, 4, 7))
    town.banks_are_in(REMINDED)
    before = whole_database()
    rehearsed = run_day(REMINDED, dry_run=True)
    assert whole_database() == before
    done = run_day(REMINDED)
    assert (rehearsed.sums, rehearsed.letters) == (done.sums, done.letters)


def test_a_changed_rule_is_seen_the_same_night_and_by_the_dry_run_before_it(
    town: Municipality,
) -> None:
    earlier = date(2025, 4, 7)
    town.night(earlier - timedelta(days=3))
    town.banks_are_in(earlier)
    before = whole_database()
    rehearsed = run_day(earlier, reminding_two_days_earlier(), dry_run=True)
    assert whole_database() == before
    assert rehearsed.sums.outcomes == {("acted", "reminder"): 3}
    done = run_day(earlier, reminding_two_days_earlier())
    assert (rehearsed.sums, rehearsed.letters) == (done.sums, done.letters)


def test_a_party_that_fails_is_set_aside_and_the_others_go_on(town: Municipality) -> None:
    town.bill(an_invoice("2001", kind="culture", party=person(4)))
    town.banks_are_in(REMINDED)
    report = run_day(REMINDED, without_parking())
    assert [failure.party for failure in report.failures] == [party_of(each) for each in (1, 2, 3)]
    assert "No procedure of municipality takes invoice 1001" in report.failures[0].error
    assert steps_taken() == [("2001", "reminder", REMINDED)]
    assert (report.sums.selected, report.sums.failed, report.sums.closes) == (4, 3, True)


def test_a_dry_run_tells_of_a_failure_too(town: Municipality) -> None:
    town.bill(an_invoice("2001", kind="culture", party=person(4)))
    town.banks_are_in(REMINDED)
    rehearsed = run_day(REMINDED, without_parking(), dry_run=True)
    done = run_day(REMINDED, without_parking())
    assert rehearsed.sums == done.sums
    assert [each.party for each in rehearsed.failures] == [each.party for each in done.failures]


def test_what_failed_is_done_when_the_rules_are_mended_and_the_day_is_run_again(
    town: Municipality,
) -> None:
    town.banks_are_in(REMINDED)
    run_day(REMINDED, without_parking())
    report = run_day(REMINDED)
    assert (report.failures, report.sums.failed) == ((), 0)
    assert report.sums.outcomes == {("acted", "reminder"): 3}
    assert report.sums.closes
    assert rows("SELECT DISTINCT mended FROM run_failure") == [(True,)]
    assert faults() == []


def test_what_failed_is_done_the_next_night_if_the_day_is_not_run_again(
    town: Municipality,
) -> None:
    town.banks_are_in(REMINDED)
    run_day(REMINDED, without_parking())
    town.night(REMINDED + timedelta(days=1))
    assert {day for _, _, day in steps_taken()} == {REMINDED + timedelta(days=1)}


def test_a_day_that_fails_twice_counts_its_failures_once(town: Municipality) -> None:
    town.banks_are_in(REMINDED)
    run_day(REMINDED, without_parking())
    again = run_day(REMINDED, without_parking())
    assert (again.sums.selected, again.sums.failed) == (3, 3)


def test_an_error_of_the_program_is_set_aside_like_any_other(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = recording.record

    def record(cursor: CursorWrapper, result: Plan, night: Night) -> None:
        real(cursor, result, night)
        if any(taken.claim.number == "1002" for taken in result.taken):
            raise ZeroDivisionError("half way")

    monkeypatch.setattr(daily, "record", record)
    town.banks_are_in(REMINDED)
    report = run_day(REMINDED)
    assert [failure.error for failure in report.failures] == ["ZeroDivisionError: half way"]
    assert [number for number, _, _ in steps_taken()] == ["1001", "1003"]
    assert report.sums.closes
    assert faults() == []


def test_small_chunks_come_to_the_same_as_one(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(daily, "CHUNK_PARTIES", 2)
    report = town.night(REMINDED, tell=lambda done, of: told.append((done, of)))
    assert report.sums.outcomes == {("acted", "reminder"): 3}
    # The chunks, of two parties and of one, are worked side by side and end in any order.
    assert told in ([(2, 3), (3, 3)], [(1, 3), (3, 3)])


def test_when_a_procedure_changes_every_open_claim_of_its_creditor_is_looked_at(
    town: Municipality,
) -> None:
    town.night(date(2025, 4, 7))
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    changed = tuple(
        replace(p, digest=f"{p.digest}x", text="new words") for p in creditor.procedures
    )
    now = {**policy.creditors, MUNICIPALITY: replace(creditor, procedures=changed)}
    town.banks_are_in(date(2025, 4, 8))
    report = run_day(date(2025, 4, 8), replace(policy, creditors=now))
    assert report.sums.selected == 3
    assert one("SELECT count(*) FROM rule WHERE text = 'new words'") == len(changed)


lives = st.lists(
    st.tuples(
        st.sampled_from(["parking", "rent", "culture"]),
        st.integers(0, 40),
        st.sampled_from([0, 1, 10_000, 29_000, 30_000, 40_000]),
        st.integers(0, 80),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lives=lives, nights=st.lists(st.integers(0, 120), min_size=1, max_size=6, unique=True))
def test_whatever_the_life_every_night_closes_and_every_check_holds(
    db: None, tmp_path: Path, lives: list[tuple[str, int, int, int]], nights: list[int]
) -> None:
    """Any invoices and payments, any nights missed: nothing that must hold is broken."""
    start = date(2025, 3, 3)
    town = a_municipality(tmp_path)
    with taken_back_afterwards():
        town.bill(
            *(
                an_invoice(
                    f"{1000 + place}",
                    kind=kind,
                    party=person(place % 3),
                    due=start + timedelta(days=due),
                )
                for place, (kind, due, _, _) in enumerate(lives)
            )
        )
        for night in sorted(nights):
            day = start + timedelta(days=night)
            for place, (_, _, paid_ore, paid_after) in enumerate(lives):
                if paid_ore and min((n for n in nights if n >= paid_after), default=-1) == night:
                    town.pay(a_payment(paid_ore, f"{1000 + place}", value_date=day), day=day)
            report = run_day(day, without_bank_files="a life at random")
            assert report.sums.closes
            assert not report.failures
            assert list(wrong_looks(day=day, policy=sample_policy())) == []
        assert faults() == []


def test_what_is_paid_before_the_night_is_never_reminded(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001", value_date=date(2025, 4, 8)), day=date(2025, 4, 8))
    town.night(REMINDED)
    assert open_ore("1001") == 0
    assert [number for number, _, _ in steps_taken()] == ["1002", "1003"]


def test_the_lock_of_a_run_is_given_back_when_the_run_is_refused(town: Municipality) -> None:
    with pytest.raises(BankFilesNotIn):
        run_day(REMINDED)
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        assert cursor.fetchone() == (0,)
