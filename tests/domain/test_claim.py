"""What a claim is called on a day: paid, part paid, reminded, disputed, and all at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.claim import Hold, Status, StepTaken
from reskontra.domain.held import held_days
from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount
from reskontra.domain.status import statuses
from tests.domain.claims import (
    DUE,
    REMINDED,
    a_claim,
    an_entry,
    given_up,
    paid,
    reminded,
    taken_back,
)

LATER = date(2025, 5, 5)
SOLD = an_entry(EntryKind.ASSIGNMENT, LedgerAccount.SOLD, LedgerAccount.RECEIVABLE, 20_000)
OVER = paid(500, on=LedgerAccount.OVERPAID)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((), (Status.SENT,)),
        ((paid(10_000),), (Status.PARTIALLY_PAID, Status.SENT)),
        ((paid(30_000),), (Status.PAID, Status.SENT)),
        ((paid(30_000), OVER), (Status.PAID_TOO_MUCH, Status.PAID, Status.SENT)),
        ((paid(30_000), taken_back(30_000, LATER)), (Status.SENT,)),
        ((given_up(EntryKind.WITHDRAWAL, 30_000),), (Status.VOID, Status.SENT)),
        ((given_up(EntryKind.CREDIT, 30_000),), (Status.CREDITED, Status.SENT)),
        ((given_up(EntryKind.WRITE_OFF, 30_000),), (Status.WRITTEN_OFF, Status.SENT)),
        (
            (paid(29_000), given_up(EntryKind.WRITE_OFF, 1_000)),
            (Status.PAID, Status.SENT),
        ),
        ((paid(10_000), SOLD), (Status.TRANSFERRED, Status.SENT)),
        ((SOLD, OVER), (Status.TRANSFERRED, Status.PAID_TOO_MUCH, Status.SENT)),
    ],
    ids=[
        "unpaid",
        "part paid",
        "paid",
        "paid too much",
        "taken back",
        "withdrawn",
        "credited",
        "written off",
        "small rest written off",
        "sold",
        "sold, and money came to us",
    ],
)
def test_the_books_give_the_word(entries: tuple[Entry, ...], words: tuple[Status, ...]) -> None:
    assert statuses(a_claim(*entries), today=LATER) == words


def test_the_steps_give_words_beside_those_of_the_books() -> None:
    handed_over = StepTaken(name="hand_over", day=LATER, pay_by=None)
    claim = a_claim(paid(10_000), steps_taken=(*reminded(), handed_over))
    assert statuses(claim, today=LATER) == (
        Status.DEBT_COLLECTION,
        Status.PARTIALLY_PAID,
        Status.REMINDER,
        Status.SENT,
    )


@pytest.mark.parametrize("day", [date(2025, 4, 1), date(2025, 4, 30)])
def test_a_hold_gives_its_word_from_its_first_day_to_its_last(day: date) -> None:
    hold = Hold(kind="dispute", first_day=date(2025, 4, 1), last_day=date(2025, 4, 30))
    claim = a_claim(holds=(hold,))
    assert Status.DISPUTED in statuses(claim, today=day)
    assert Status.DISPUTED not in statuses(claim, today=date(2025, 3, 31))
    assert Status.DISPUTED not in statuses(claim, today=date(2025, 5, 1))


def test_a_claim_is_overdue_the_day_after_it_was_due() -> None:
    assert not a_claim().overdue(today=DUE)
    assert a_claim().overdue(today=DUE + timedelta(days=1))
    assert not a_claim(paid(30_000)).overdue(today=LATER)


def test_a_due_date_on_a_weekend_moves_to_the_next_banking_day() -> None:
    claim = a_claim(due_date=date(2025, 4, 18))
    assert claim.on_time_until == date(2025, 4, 22), "Good Friday to Tuesday after Easter"
    assert not claim.overdue(today=date(2025, 4, 22))


def test_a_claim_is_paid_on_the_day_of_the_last_money() -> None:
    assert a_claim(paid(10_000, DUE), paid(20_000, REMINDED)).paid_date == REMINDED
    assert a_claim(paid(10_000, DUE)).paid_date is None


@given(
    first=st.dates(date(2025, 1, 1), date(2025, 3, 1)),
    length=st.integers(0, 60),
    starts=st.lists(st.tuples(st.integers(-30, 90), st.integers(0, 30)), max_size=4),
)
def test_a_day_under_several_holds_is_held_once(
    first: date, length: int, starts: list[tuple[int, int]]
) -> None:
    last = first + timedelta(days=length)
    holds = tuple(
        Hold(
            kind="dispute",
            first_day=first + timedelta(days=start),
            last_day=first + timedelta(days=start + days),
        )
        for start, days in starts
    )
    asked = (first + timedelta(days=place) for place in range(length + 1))
    held = {day for day in asked if any(hold.covers(day) for hold in holds)}
    assert held_days(holds, first=first, last=last) == held
