"""The portal's lists ask the database what `domain.visibility` says: here they are held together.

The days are those where a limit passes, months of different lengths among them.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from reskontra.domain.visibility import Listing, place
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.notation import InvoiceSent, Money
from reskontra.nightly.stories.parse import parse
from reskontra.nightly.stories.through_database import ThroughDatabase
from reskontra.policy.load import SAMPLE, load_policy

SENT_ON = date(2025, 12, 1)
INVOICE_DATES = (
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2024, 8, 29),
    date(2024, 8, 30),
    date(2024, 8, 31),
    date(2024, 12, 31),
    date(2025, 1, 31),
)
DAYS_TO_PAY = 30


def the_story() -> str:
    """Each invoice date twice: one invoice that is paid, and one that is not."""
    lines = []
    for place_in_list, day in enumerate(INVOICE_DATES):
        due = day + timedelta(days=DAYS_TO_PAY)
        for number in (1000 + place_in_list, 2000 + place_in_list):
            sent = f"invoice {number} Cilla 100,00 dated {day} due {due}"
            lines.append(f"{SENT_ON} {sent}")
        lines.append(f"{SENT_ON} payment {1000 + place_in_list} 100,00")
    return "\n".join(lines)


def limits() -> set[date]:
    rules = load_policy(SAMPLE).creditors["municipality"].portal
    ends = {rules.shown_from_invoice_date.after(day) for day in INVOICE_DATES}
    ends |= {
        rules.hidden_when_overdue.after(day + timedelta(days=DAYS_TO_PAY)) for day in INVOICE_DATES
    }
    return {end + timedelta(days=days) for end in ends for days in (-1, 0, 1)}


def test_the_database_and_the_domain_show_the_same(db: None, tmp_path: Path) -> None:
    story = parse(the_story(), file=Path("limits.story"))
    policy = load_policy(SAMPLE)
    world = ThroughDatabase(Cast(story, policy), folder=tmp_path)
    events = (line.event for line in story.lines)
    world.give(SENT_ON, [event for event in events if isinstance(event, InvoiceSent | Money)])
    seen = set()
    for today in sorted(limits()):
        for number in [str(base + n) for base in (1000, 2000) for n in range(len(INVOICE_DATES))]:
            by_domain = place(
                world.claim(number), policy.creditors["municipality"].portal, today=today
            )
            word = by_domain.value if isinstance(by_domain, Listing) else "not"
            assert world.sees("Cilla", number, today=today) == word, (number, today)
            seen.add(word)
    assert seen == {"paid", "unpaid", "not"}
