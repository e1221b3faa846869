"""What the tests of early notices share: two who owe alike, and what they have chosen.

    town = two_persons(tmp_path)
    choose(1)
    tell(FIVE_BEFORE)

The one rule: a choice is made through the citizen's own door.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reskontra.nightly import early_notices as telling
from reskontra.records.access import own_notices
from reskontra.records.views import Citizen
from tests.build import (
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    party_of,
    person,
    sample_policy,
)
from tests.nightly.mailbox import Mailbox

DUE = date(2025, 4, 14)
FIVE_BEFORE = date(2025, 4, 9)


def choose(place: int, *, days_before: int = 5, confirmed: bool = True) -> Citizen:
    """The person wants to know so many days before."""
    me = Citizen(party_id=party_of(place))
    new = own_notices.NewWish(
        address=address(place),
        days_before=days_before,
        language="sv",
        token=f"token-{place}",
        code_digest="x",
    )
    own_notices.wish(citizen=me, new=new, today=date(2025, 4, 1))
    wish = own_notices.standing(citizen=me, today=date(2025, 4, 1)).latest
    assert wish is not None
    if confirmed:
        own_notices.confirm(citizen=me, wish=wish, today=date(2025, 4, 1))
    return me


def address(place: int) -> str:
    return f"person{place}@example.se"


def tell(day: date) -> telling.Told:
    return telling.work(day=day, policy=sample_policy())


def two_persons(folder: Path, *, kind: str = "rent") -> Municipality:
    """Two who owe alike; the second always hears, so that silence is seen beside it."""
    town = a_municipality(folder)
    town.bill(
        *(an_invoice(f"100{place}", party=person(place), kind=kind, due=DUE) for place in (1, 2))
    )
    return town


def to_whom(mailbox: Mailbox) -> list[str]:
    return [str(mail["To"]) for mail in mailbox.taken]


def pay(town: Municipality) -> None:
    """The first pays in time."""
    town.pay(a_payment(30_000, "1001"), day=date(2025, 4, 4))
