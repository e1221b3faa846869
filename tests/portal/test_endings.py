"""What the one who owes sees of a night undone, of what is given up, and of money paid back.

The one rule: real nights and real decisions, read through the citizen's own door.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import money, refunds, undo_night
from reskontra.casework.refunds import Account
from reskontra.casework.undo_night import Order
from reskontra.dunning.timeline import timeline
from reskontra.outgoing.payout_files import send
from reskontra.outgoing.send_out import send_out
from reskontra.portal.detail import InvoiceValues, invoice_values
from reskontra.records import access
from reskontra.records.views import Citizen
from tests.build import (
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    party_of,
    rows,
    sample_policy,
)

POLICY = sample_policy()
NEXT_DAY = date(2025, 4, 10)


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """A rent of 5 000 kr."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("2001", kind="rent", amount_ore=500_000))
    return town


def page(language: str = "sv") -> InvoiceValues:
    """The invoice's page, as its recipient sees it the day after the reminder."""
    ((public_id,),) = rows("SELECT public_id FROM invoice WHERE number = '2001'")
    detail = access.invoice(
        citizen=Citizen(party_id=party_of(1)), public_id=public_id, today=NEXT_DAY, policy=POLICY
    )
    return invoice_values(
        detail,
        items=timeline(detail, policy=POLICY, today=NEXT_DAY),
        policy=POLICY,
        today=NEXT_DAY,
        language=language,
    )


def happened(language: str = "sv") -> list[tuple[str, str]]:
    return [(each.title, each.explanation) for each in page(language).timeline.happened]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("sv", "Vi tog tillbaka det, för det var fel"),
        ("en", "We took it back, for it was wrong"),
    ],
)
def test_a_reminder_that_was_undone_is_told_with_its_reason(
    town: Municipality, tmp_path: Path, language: str, title: str
) -> None:
    town.night(REMINDED)
    send_out(day=REMINDED, folder=tmp_path, policy=POLICY)
    order = Order(
        night=REMINDED,
        reason="Bankfilen saknades",
        by="A. Ek",
        today=NEXT_DAY,
        not_before=date(2025, 4, 14),
        policy=POLICY,
    )
    undo_night.undo(order, confirm=1)
    told = dict(happened(language))
    assert "Bankfilen saknades" in told[title]
    values = page(language)
    assert [letter.undone for letter in values.letters] == [True, False]
    assert values.letters[0].pay_by == ""
    assert values.left == ("5 000,00" if language == "sv" else "5,000.00").replace(" ", "\xa0")


def test_what_is_written_off_is_told_with_its_reason(town: Municipality) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        money.write_off(cursor, invoice=1, reason="Dödsbo", policy=POLICY, today=NEXT_DAY)
    assert page().sentences == (
        "Fakturan är avskriven. Du behöver inte betala den.",
        "Skäl: Dödsbo",
    )
    assert ("Resten behöver inte betalas", "5\xa0000,00 kr: Dödsbo") in happened()


def test_money_that_is_paid_back_is_told_before_and_after(
    town: Municipality, tmp_path: Path
) -> None:
    town.pay(a_payment(510_000, "2001"))
    assert "100,00 kr för mycket" in page().sentences[0]
    account = Account(kind="account", number="800011234567", payee="C")
    with transaction.atomic(), connections["default"].cursor() as cursor:
        key = refunds.order(
            cursor,
            invoice=1,
            amount_ore=None,
            account=account,
            reason="för mycket",
            by="A. Ek",
            policy=POLICY,
            today=NEXT_DAY,
        )
        refunds.approve(cursor, key, by="B. Lund", today=NEXT_DAY)
    assert page().sentences[0] == "Fakturan är betald, och vi betalar tillbaka 100,00 kr till dig."
    send(day=NEXT_DAY, folder=tmp_path, policy=POLICY)
    assert page().sentences[0] == "Fakturan är betald. Du behöver inte göra något."
    assert ("Vi betalade tillbaka", "100,00 kr") in happened()
    assert one("SELECT count(*) FROM payout_event WHERE kind = 'written'") == 1
