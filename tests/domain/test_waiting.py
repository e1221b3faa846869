"""How long a step waits, and on which days it may be taken."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.schedule import NotASchedule, Schedule
from reskontra.domain.waiting import NotAWaiting, Waiting

WEDNESDAY = date(2026, 6, 10)
DAYS = st.dates(date(2020, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 working days", date(2026, 6, 22)),
        ("later of 7 days and 5 banking days", date(2026, 6, 17)),
        ("later of 3 days and 5 banking days", date(2026, 6, 17)),
        ("earlier of 7 days and 10 banking days", date(2026, 6, 17)),
        ("3 days before", date(2026, 6, 7)),
        ("2 weeks before", date(2026, 5, 27)),
        ("3 working days before", date(2026, 6, 5)),
        ("0 days", WEDNESDAY),
    ],
)
def test_a_waiting_is_read_counted_and_written_back(text: str, day: date) -> None:
    waiting = Waiting.parse(text)
    assert waiting.after(WEDNESDAY) == day
    assert str(waiting) == text


@pytest.mark.parametrize(
    "text",
    [
        "a week",
        "2 months before",
        "later of 7 days",
        "earlier of 7 days and soon",
        "later of 7 days and 3 days before",
        "-1 days",
    ],
)
def test_words_that_say_no_time_are_refused(text: str) -> None:
    with pytest.raises(NotAWaiting):
        Waiting.parse(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("each month on the 15th", ["2025-01-15", "2025-02-17", "2025-03-17"]),
        ("each month on the 31st", ["2025-01-02", "2025-01-31", "2025-02-28"]),
        ("each month on the last banking day", ["2025-01-31", "2025-02-28", "2025-03-31"]),
        ("each quarter on the 1st", ["2025-01-02", "2025-04-01", "2025-07-01"]),
        ("each quarter on the last day", ["2025-01-02", "2025-03-31", "2025-06-30"]),
        ("each quarter on the last banking day", ["2025-03-31", "2025-06-30", "2025-09-30"]),
        ("each monday", ["2025-01-07", "2025-01-13", "2025-01-20"]),
        ("each monday of weeks 21, 8", ["2025-02-17", "2025-05-19", "2026-02-16"]),
        ("on 2025-06-30, 2025-03-31", ["2025-03-31", "2025-06-30"]),
    ],
)
def test_a_schedule_gives_its_days_moved_to_banking_days(text: str, days: list[str]) -> None:
    schedule = Schedule.parse(text)
    assert str(schedule) == text
    found, day = [], date(2025, 1, 1)
    for _ in days:
        following = schedule.first_from(day)
        assert following is not None
        found.append(following.isoformat())
        day = following + timedelta(days=1)
    assert found == days


@given(day=DAYS)
def test_a_day_that_a_step_waited_for_is_still_its_day_when_it_comes(day: date) -> None:
    for text in ("each month on the 1st", "each monday", "each quarter on the 1st"):
        found = Schedule.parse(text).first_from(day)
        assert found is not None
        assert Schedule.parse(text).first_from(found) == found


def test_listed_days_end() -> None:
    assert Schedule.parse("on 2025-03-31").first_from(date(2025, 4, 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "monthly",
        "each month on the 32nd",
        "each friday 13",
        "each friday of weeks 0, 8",
        "each friday of week 53",
        "each year on the 1st",
        "on 2025-02-30",
    ],
)
def test_words_that_say_no_days_are_refused(text: str) -> None:
    with pytest.raises(NotASchedule):
        Schedule.parse(text)


@given(day=DAYS, text=st.sampled_from(["each month on the 15th", "each quarter on the 31st"]))
def test_a_scheduled_day_is_never_before_the_day_asked_from(day: date, text: str) -> None:
    found = Schedule.parse(text).first_from(day)
    assert found is not None
    assert found >= day
